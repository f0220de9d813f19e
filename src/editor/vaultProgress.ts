import * as vscode from 'vscode'
import type { Vault } from './vault'

/** So many notes are read before a person could look at the status bar. */
const worthTelling = 200

/** Tells in the status bar while many notes are read; a click stops it. */
export function registerVaultProgress(vault: Vault): vscode.Disposable {
  const item = vscode.window.createStatusBarItem('cryptoAiLayers.reading', vscode.StatusBarAlignment.Left)
  item.name = 'Crypto AI Layers: Reading Notes'
  item.command = 'cryptoAiLayers.stopReading'
  item.tooltip = 'Crypto AI Layers reads the notes of the workspace. Click to stop.'
  return vscode.Disposable.from(
    item,
    vault.onDidChangeState(({ reading }) => {
      if (!reading || reading.total < worthTelling) {
        item.hide()
        return
      }
      const [done, total] = [reading.done, reading.total].map((count) => count.toLocaleString('en'))
      item.text = `$(sync~spin) Reading notes: ${done} of ${total}`
      item.accessibilityInformation = {
        label: `Crypto AI Layers reads notes, ${done} of ${total}. Stop`,
        role: 'button',
      }
      item.show()
    }),
    vscode.commands.registerCommand('cryptoAiLayers.stopReading', () => vault.stop()),
    vscode.commands.registerCommand('cryptoAiLayers.readAgain', () => vault.readAgain()),
    vscode.commands.registerCommand('cryptoAiLayers.showLog', () => vault.showLog()),
  )
}
