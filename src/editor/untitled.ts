import * as vscode from 'vscode'

const attempts = 3

/**
 * Shows text as an untitled document. VS Code gives it the name of one that was just closed; on a busy machine the
 * extension host then keeps the old text under that name, and the next document gets another.
 */
export async function showUntitled(content: string, language = 'markdown'): Promise<vscode.TextEditor> {
  let document = await vscode.workspace.openTextDocument({ language, content })
  for (let attempt = 1; attempt < attempts && linesOf(document.getText()) !== linesOf(content); attempt++) {
    document = await vscode.workspace.openTextDocument({ language, content })
  }
  return vscode.window.showTextDocument(document)
}

function linesOf(text: string): string {
  return text.replaceAll('\r\n', '\n')
}
