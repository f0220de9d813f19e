import * as vscode from 'vscode'
import { assert } from 'chai'
import { closeAll, eventually, openNote, rest } from './notes'

/** Accepts the active choice of the open quick input, once it shows. */
async function accept(): Promise<void> {
  await rest(400)
  await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem')
}

suite('evaluate', () => {
  teardown(closeAll)

  test('the known answers, accepted, go into the note; one undo removes them', async () => {
    const before = '# Note\n\nNosana runs jobs.¦\n\nEnd.'
    const { document } = await openNote(before)
    const done = vscode.commands.executeCommand('cryptoAiLayers.evaluateProject', 'nosana')
    for (let step = 0; step < 7; step++) await accept()
    await done
    const lines = document.getText().split('\n')
    assert.deepEqual(lines.slice(0, 4), ['# Note', '', 'Nosana runs jobs.', ''])
    assert.match(lines[4] ?? '', /^### Evaluation: Nosana \(NOS\), \d{4}-\d\d-\d\d$/)
    assert.match(lines[6] ?? '', /^\*\*Verdict: worth watching\*\* \(2 of 3 cleared\)\./)
    assert.include(document.getText(), '| What layer does it sit at? | Yes: Compute |')
    assert.include(document.getText(), '| Is anyone using it? | Unsure |')
    assert.isTrue(document.getText().endsWith('\n\nEnd.'))
    await vscode.commands.executeCommand('undo')
    assert.equal(document.getText(), before.replace('¦', ''))
  })

  test('the project under the cursor is the one that is asked about', async () => {
    const { document } = await openNote('We compare Akash with Render¦ (RENDER).')
    const done = vscode.commands.executeCommand('cryptoAiLayers.evaluateProject')
    for (let step = 0; step < 7; step++) await accept()
    await done
    assert.include(document.getText(), '### Evaluation: Render Network (RENDER)')
  })

  test('leaving in the middle changes nothing', async () => {
    const { document } = await openNote('Nosana¦')
    const done = vscode.commands.executeCommand('cryptoAiLayers.evaluateProject')
    await accept()
    await rest(400)
    await vscode.commands.executeCommand('workbench.action.closeQuickOpen')
    await done
    assert.equal(document.getText(), 'Nosana')
  })

  test('an id that is not on the map is nobody’s', async () => {
    const { document } = await openNote('Nosana¦')
    await vscode.commands.executeCommand('cryptoAiLayers.evaluateProject', '../nobody')
    assert.equal(document.getText(), 'Nosana')
  })

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
