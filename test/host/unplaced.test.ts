import { assert } from 'chai'
import * as vscode from 'vscode'
import { closeAll, eventually, openNote } from './notes'

suite('tickers without a place', () => {
  teardown(closeAll)

  test('a hint at the first of each, and a quick fix at all of them', async () => {
    const { document } = await openNote('Bought $ACME and $TAO.\n\nSold $ACME for $5, paid in $USD.')
    const hints = await eventually('a hint', () => {
      const found = vscode.languages.getDiagnostics(document.uri)
      return found.length > 0 ? found : undefined
    })
    assert.deepEqual(
      hints.map(({ range, message }) => `${range.start.line}:${range.start.character} ${message}`),
      ['0:7 $ACME is not on the map. Place it, or say that it cannot be placed.'],
    )
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      new vscode.Range(2, 7, 2, 7),
    )
    const place = actions.find(({ title }) => title === 'Place $ACME on the Map…')
    assert.deepEqual(place?.command?.arguments, ['ACME'])
  })

  test('in a note of more than a million characters where it is looked at', async () => {
    const nothing = 'A line about nothing.\n'
    const editor = await openNote(`Bought $ACME.\n\n${nothing.repeat(50_000)}\nSold $ZORB and $TAO.\n`)
    const hints = () =>
      vscode.languages
        .getDiagnostics(editor.document.uri)
        .map(({ range, message }) => `${range.start.line}:${range.start.character} ${message}`)
    const hint = (ticker: string) => `${ticker} is not on the map. Place it, or say that it cannot be placed.`
    await eventually('a hint at the top', () => hints().length > 0)
    assert.deepEqual(hints(), [`0:7 ${hint('$ACME')}`])
    const last = editor.document.lineCount - 2
    editor.revealRange(new vscode.Range(last, 0, last, 0))
    await eventually('a hint at the end', () => hints()[0]?.startsWith(`${last}:`))
    assert.deepEqual(hints(), [`${last}:5 ${hint('$ZORB')}`])
  })
})
