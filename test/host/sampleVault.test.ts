import { assert } from 'chai'
import * as vscode from 'vscode'
import { closeAll, eventually } from './notes'

const folder = () => vscode.workspace.workspaceFolders?.[0]?.uri ?? assert.fail('the suite runs in a vault')

suite('the sample vault', () => {
  const parent = () => vscode.Uri.joinPath(folder(), 'samples')
  teardown(async () => {
    await closeAll()
    await vscode.workspace.fs.delete(parent(), { recursive: true })
  })

  test('is copied into a folder, shown, and never over what is there', async () => {
    await vscode.workspace.fs.createDirectory(parent())
    await vscode.commands.executeCommand('cryptoAiLayers.openSampleVault', parent())
    const shown = vscode.window.activeTextEditor?.document
    assert.isTrue(shown?.uri.path.endsWith('/samples/crypto-ai-notes/README.md'))
    assert.include(shown.getText(), '# Start here')
    const record = vscode.Uri.joinPath(parent(), 'crypto-ai-notes/evaluations/grass.md')
    assert.isAbove((await vscode.workspace.fs.stat(record)).size, 0)
    await vscode.commands.executeCommand('cryptoAiLayers.openSampleVault', parent())
    await eventually('a second copy', () =>
      vscode.window.activeTextEditor?.document.uri.path.endsWith('/samples/crypto-ai-notes-2/README.md'),
    )
  })
})
