import * as vscode from 'vscode'
import { assert } from 'chai'
import { insertBlock } from '../../src/editor/insertBlock'
import { closeAll, eventually, openNote } from './notes'

/** What the commands do without a person. The questions are asked in `test/browser/evaluate.test.mjs`. */
suite('evaluate', () => {
  teardown(closeAll)

  test('an id that is not on the map is nobody’s', async () => {
    const { document } = await openNote('Nosana¦')
    await vscode.commands.executeCommand('cryptoAiLayers.evaluateProject', '../nobody')
    assert.equal(document.getText(), 'Nosana')
  })

  test('nothing is re-checked that was never evaluated', async () => {
    const { document } = await openNote('Livepeer¦')
    // The message that says so is not waited for.
    await vscode.commands.executeCommand('cryptoAiLayers.recheckEvaluation', 'livepeer')
    assert.equal(document.getText(), 'Livepeer')
  })

  for (const [name, before, after] of [
    ['behind the cursor’s line', 'One¦ line.\n\nEnd.', 'One line.\n\n### Block\n\nWords.\n\nEnd.'],
    ['before a line that follows at once', 'One¦\nTwo', 'One\n\n### Block\n\nWords.\n\nTwo'],
    ['in an empty line', 'One\n\n¦\n\nTwo', 'One\n\n### Block\n\nWords.\n\nTwo'],
    ['at the end', 'One\n\nTwo¦', 'One\n\nTwo\n\n### Block\n\nWords.\n'],
    ['behind front matter', '---\ntit¦le: x\n---\n\nOne', '---\ntitle: x\n---\n\n### Block\n\nWords.\n\nOne'],
  ] as const) {
    test(`a block goes into a note ${name}; one undo removes it`, async () => {
      const editor = await openNote(before)
      assert.isTrue(await insertBlock(editor, '### Block\n\nWords.\n'))
      assert.equal(editor.document.getText(), after)
      await vscode.commands.executeCommand('undo')
      assert.equal(editor.document.getText(), before.replace('¦', ''))
    })
  }

  test('all projects of a note in one table, in an untitled document', async () => {
    const { document } = await openNote('Nosana, Render (RENDER), Ocean Protocol and OpenAI.')
    await vscode.commands.executeCommand('cryptoAiLayers.evaluateNote')
    const table = await eventually('the table opens', () => {
      const active = vscode.window.activeTextEditor?.document
      return active !== document && active?.getText().startsWith('# Evaluations from known evidence') === true
        ? active
        : undefined
    })
    assert.isTrue(table.isUntitled)
    assert.equal(table.languageId, 'markdown')
    const rows = table
      .getText()
      .split('\n')
      .filter((line) => line.startsWith('| '))
      .slice(2)
    assert.deepEqual(
      rows.map((row) => row.split(' | ').slice(0, 6)),
      [
        ['| Render Network (RENDER)', 'Yes: Compute', 'Yes', 'Yes', '3', 'worth deeper diligence'],
        ['| Nosana (NOS)', 'Yes: Compute', 'Yes', 'Unsure', '2', 'worth watching'],
        ['| Ocean Protocol (OCEAN)', 'Yes: Agents & Data', 'No', 'Unsure', '1', 'a vibe'],
      ],
    )
  })
})
