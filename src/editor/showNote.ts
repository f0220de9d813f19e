import * as vscode from 'vscode'
import { reasonOf } from './recordFiles'

/**
 * Opens a note where notes are, not over the panel, and in a tab of its own: a preview would take the place of the one
 * before. Says so when it cannot.
 */
export async function showNote(uri: vscode.Uri, options: vscode.TextDocumentShowOptions): Promise<void> {
  try {
    await vscode.window.showTextDocument(uri, { preview: false, viewColumn: noteColumn(), ...options })
  } catch (error) {
    void vscode.window.showErrorMessage(`${vscode.workspace.asRelativePath(uri)} cannot be opened: ${reasonOf(error)}`)
  }
}

/** The column in which notes are shown. */
export function noteColumn(): vscode.ViewColumn {
  return vscode.window.visibleTextEditors[0]?.viewColumn ?? vscode.ViewColumn.One
}
