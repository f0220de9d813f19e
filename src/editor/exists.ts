import * as vscode from 'vscode'

/** Whether something is there. What cannot be told is an error, never a no. */
export async function exists(uri: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(uri)
    return true
  } catch (error) {
    if (error instanceof vscode.FileSystemError && error.code === 'FileNotFound') return false
    throw error
  }
}
