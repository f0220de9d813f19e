import { assert } from 'chai'
import * as vscode from 'vscode'
import { cardOn, closeAll, eventually, hoverOn, openNote } from './notes'

const ordinaryWords = () => vscode.workspace.getConfiguration('cryptoAiLayers').get('recognition.ordinaryWords')

async function quickFixes(document: vscode.TextDocument, word: string): Promise<vscode.CodeAction[]> {
  const position = document.positionAt(document.getText().indexOf(word) + 1)
  return vscode.commands.executeCommand(
    'vscode.executeCodeActionProvider',
    document.uri,
    new vscode.Range(position, position),
    vscode.CodeActionKind.QuickFix.value,
  )
}

async function run(action: vscode.CodeAction | undefined): Promise<void> {
  assert.isDefined(action?.command)
  await vscode.commands.executeCommand(action.command.command, ...((action.command.arguments ?? []) as unknown[]))
}

suite('not this one', () => {
  teardown(async () => {
    await vscode.workspace
      .getConfiguration('cryptoAiLayers')
      .update('recognition.ordinaryWords', undefined, vscode.ConfigurationTarget.Workspace)
    await closeAll()
  })

  test('a quick fix writes a comment behind the line, and the badge is gone; undo brings it back', async () => {
    const { document } = await openNote('Nosana and Akash.\nNosana again.')
    await cardOn(document, 'Nosana')
    const actions = await quickFixes(document, 'Nosana')
    assert.deepEqual(
      actions.map(({ title }) => title),
      ['Not Nosana: on this line', 'Not Nosana: in this note', 'Not Nosana: in this vault', 'Why is this marked?'],
    )
    await run(actions[0])
    assert.equal(document.getText(), 'Nosana and Akash. <!-- not a project: Nosana -->\nNosana again.')
    assert.lengthOf(await hoverOn(document, 'Nosana'), 0)
    await cardOn(document, 'Akash')
    await cardOn(document, 'osana again')
    await vscode.commands.executeCommand('undo')
    await cardOn(document, 'Nosana')
  })

  test('for the vault it is a setting', async () => {
    const { document } = await openNote('Nosana and Akash.')
    await cardOn(document, 'Nosana')
    await run((await quickFixes(document, 'Nosana'))[2])
    assert.deepEqual(ordinaryWords(), ['nosana'])
    await eventually('no card', async () => (await hoverOn(document, 'Nosana')).length === 0)
    await cardOn(document, 'Akash')
  })

  test('the command acts on the mention under the cursor', async () => {
    const { document } = await openNote('Nos¦ana.')
    await cardOn(document, 'Nosana')
    await vscode.commands.executeCommand('cryptoAiLayers.notThisOne', undefined, 'note')
    assert.equal(document.getText(), 'Nosana.\n\n<!-- not a project in this note: Nosana -->\n')
  })
})
