import * as vscode from 'vscode'
import { assert } from 'chai'
import { cardOn, closeAll, openNote } from './notes'

const settings = () => vscode.workspace.getConfiguration('cryptoAiLayers')

suite('knowledge', () => {
  teardown(async () => {
    await settings().update('evidence.staleAfterDays', undefined, vscode.ConfigurationTarget.Global)
    await closeAll()
  })

  test('its health opens as a Markdown document of its own', async () => {
    await vscode.commands.executeCommand('cryptoAiLayers.showKnowledgeHealth')
    const document = vscode.window.activeTextEditor?.document
    if (!document) assert.fail('nothing opened')
    assert.deepEqual([document.languageId, document.isUntitled], ['markdown', true])
    assert.match(document.getText(), /^# Knowledge health\n\n251 records on /)
    assert.match(document.getText(), /^\| Intelligence +\| +\d+ \|/m)
  })

  test('a figure is stale from the age that the user sets', async () => {
    const { document } = await openNote('Akash rents GPUs.')
    assert.include((await cardOn(document, 'Akash')).value, 'months old, stale;')
    await settings().update('evidence.staleAfterDays', 3650, vscode.ConfigurationTarget.Global)
    assert.include((await cardOn(document, 'Akash')).value, 'months old;')
  })

  test('what fits no floor says so on its card', async () => {
    const { document } = await openNote('Helium (HNT) sells wireless coverage from hotspots.')
    const card = await cardOn(document, 'Helium')
    assert.include(card.value, '**Helium** (HNT) · $(layers) **Cannot be placed** · network')
    assert.include(card.value, '**Not to be compared:** it sits on no floor')
  })
})
