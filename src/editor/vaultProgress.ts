import * as vscode from 'vscode'
import { vaultGaps, vaultProgress, vaultSize } from '../core/vaultStatus'
import type { Vault } from './vault'

/** So many notes are read before a person could look at the status bar. */
const worthTelling = 200

/**
 * Tells in the status bar while many notes are read; a click stops it. How much is known, and what is missing, stands
 * where VS Code shows the state of a language.
 */
export function registerVaultProgress(vault: Vault): vscode.Disposable {
  const item = vscode.window.createStatusBarItem('cryptoAiLayers.reading', vscode.StatusBarAlignment.Left)
  item.name = 'Crypto AI Layers: Reading Notes'
  item.command = 'cryptoAiLayers.stopReading'
  item.tooltip = 'Crypto AI Layers reads the notes of the workspace. Click to stop.'
  const status = vscode.languages.createLanguageStatusItem('cryptoAiLayers.vault', { language: 'markdown' })
  status.name = 'Crypto AI Layers: Notes'
  const tell = () => {
    const { figures } = vault
    const gaps = vaultGaps(figures)
    status.text = vaultSize(figures)
    status.detail = [vaultProgress(figures), gaps].filter((part) => part !== '').join('. ')
    status.busy = figures.reading !== undefined
    status.severity = vscode.LanguageStatusSeverity[gaps === '' ? 'Information' : 'Warning']
    status.command =
      gaps === ''
        ? { title: 'Read Again', command: 'cryptoAiLayers.readAgain' }
        : { title: 'Show Log', command: 'cryptoAiLayers.showLog' }
  }
  tell()
  return vscode.Disposable.from(
    item,
    status,
    vault.onDidChange(tell),
    vault.onDidChangeState(({ reading }) => {
      tell()
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
