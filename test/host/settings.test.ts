import * as vscode from 'vscode'
import { assert } from 'chai'
import { closeAll, openNote } from './notes'

const style = () => vscode.workspace.getConfiguration('cryptoAiLayers').get('badges.style')

suite('settings', () => {
  teardown(async () => {
    await vscode.workspace
      .getConfiguration('cryptoAiLayers')
      .update('badges.style', undefined, vscode.ConfigurationTarget.Global)
    await closeAll()
  })

  test('the toggle goes off, and back to the style that was on', async () => {
    await openNote('Bittensor')
    await vscode.workspace
      .getConfiguration('cryptoAiLayers')
      .update('badges.style', 'icon', vscode.ConfigurationTarget.Global)
    await vscode.commands.executeCommand('cryptoAiLayers.toggleBadges')
    assert.equal(style(), 'off')
    await vscode.commands.executeCommand('cryptoAiLayers.toggleBadges')
    assert.equal(style(), 'icon')
  })
})
