import { assert } from 'chai'
import * as vscode from 'vscode'

suite('activation', () => {
  test('the extension activates and brings its commands', async () => {
    const extension = vscode.extensions.getExtension('crypto-ai-layers.crypto-ai-layers')
    await extension?.activate()
    assert.isTrue(extension?.isActive)
    const commands = await vscode.commands.getCommands(true)
    assert.includeMembers(commands, [
      'cryptoAiLayers.evaluateNote',
      'cryptoAiLayers.evaluateProject',
      'cryptoAiLayers.showLayerMap',
      'cryptoAiLayers.showMentions',
      'cryptoAiLayers.toggleBadges',
    ])
  })
})
