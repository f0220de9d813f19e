import { assert } from 'chai'
import * as vscode from 'vscode'

suite('activation', () => {
  test('the extension is found and activates', async () => {
    const extension = vscode.extensions.getExtension('crypto-ai-layers.crypto-ai-layers')
    await extension?.activate()
    assert.isTrue(extension?.isActive)
  })

  test('its commands are there', async () => {
    assert.include(await vscode.commands.getCommands(true), 'cryptoAiLayers.toggleBadges')
  })
})
