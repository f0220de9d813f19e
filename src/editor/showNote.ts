import * as vscode from 'vscode'
import { reasonOf } from './recordFiles'

/** Opens a note in a tab of its own: a preview would take the place of the one before. Says so when it cannot. */
export async function showNote(uri: vscode.Uri, options: vscode.TextDocumentShowOptions): Promise<void> {
  try {
    await vscode.window.showTextDocument(uri, { preview: false, ...options })
  } catch (error) {
    void vscode.window.showErrorMessage(`${vscode.workspace.asRelativePath(uri)} cannot be opened: ${reasonOf(error)}`)
  }
}
