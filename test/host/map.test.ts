import * as vscode from 'vscode'
import { assert } from 'chai'
import { closeAll, eventually, openNote } from './notes'

function mapTabs(): vscode.Tab[] {
  return vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).filter(({ label }) => label === 'Layer Map')
}

suite('layer map', () => {
  teardown(closeAll)

  test('opens beside the note, once', async () => {
    const { viewColumn } = await openNote('Bittensor')
    await vscode.commands.executeCommand('cryptoAiLayers.showLayerMap')
    const tab = await eventually('the panel opens', () => mapTabs()[0])
    assert.notEqual(tab.group.viewColumn, viewColumn)
    await vscode.commands.executeCommand('cryptoAiLayers.showLayerMap', 'near')
    assert.lengthOf(mapTabs(), 1)
  })

  test('opens without any note', async () => {
    await vscode.commands.executeCommand('cryptoAiLayers.showLayerMap')
    await eventually('the panel opens', () => mapTabs()[0])
  })

  test('mentions are shown in a peek', async () => {
    const { document } = await openNote('¦Nosana and more Nosana.')
    await vscode.commands.executeCommand('cryptoAiLayers.showMentions', 'nosana')
    assert.equal(vscode.window.activeTextEditor?.document, document)
  })
})
