/** What the host tests share: notes to open, and waiting for what VS Code does in its own time. */
import { assert } from 'chai'
import * as vscode from 'vscode'

/** Opens text as an untitled note in an editor; a cursor mark `|` in it places the cursor. */
export async function openNote(marked: string): Promise<vscode.TextEditor> {
  const cursor = marked.indexOf('¦')
  const content = marked.replace('¦', '')
  const document = await untitled(content)
  const editor = await vscode.window.showTextDocument(document, { preview: false })
  if (cursor >= 0) {
    const position = document.positionAt(cursor)
    editor.selection = new vscode.Selection(position, position)
  }
  return editor
}

/**
 * VS Code gives a new note the name of one that was just closed; under load the extension host then keeps the old text
 * under that name, and the next note gets another.
 */
async function untitled(content: string): Promise<vscode.TextDocument> {
  const text = asStored(content)
  return eventually('a note with its own text', async () => {
    const document = await vscode.workspace.openTextDocument({ language: 'markdown', content })
    return asStored(document.getText()) === text ? document : undefined
  })
}

/** With a replacement for half a surrogate pair. */
function asStored(text: string): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(new TextEncoder().encode(text))
}

/** Writes a note into the vault and opens it. */
export async function openFile(name: string, content: Uint8Array): Promise<vscode.TextDocument> {
  const [folder] = vscode.workspace.workspaceFolders ?? []
  if (!folder) assert.fail('the suite runs in a vault')
  const uri = vscode.Uri.joinPath(folder.uri, name)
  await vscode.workspace.fs.writeFile(uri, content)
  const document = await vscode.workspace.openTextDocument(uri)
  await vscode.window.showTextDocument(document, { preview: false })
  return document
}

/** All hover texts at the first place of `word`, joined. */
export async function hoverOn(document: vscode.TextDocument, word: string): Promise<vscode.MarkdownString[]> {
  const position = document.positionAt(document.getText().indexOf(word) + 1)
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    position,
  )
  return hovers.flatMap(({ contents }) => contents as vscode.MarkdownString[])
}

/** The card at the first place of `word`, once there is one: a window under load answers late. */
export async function cardOn(document: vscode.TextDocument, word: string): Promise<vscode.MarkdownString> {
  return eventually(`a card on ${word}`, async () => (await hoverOn(document, word))[0])
}

/** Milliseconds that VS Code has for what it does in its own time: plenty, for a slow machine is no fault. */
const patience = 30_000

/** Waits until `probe` answers something, or fails saying what was awaited. */
export async function eventually<T>(what: string, probe: () => T | undefined | Promise<T | undefined>): Promise<T> {
  for (const end = Date.now() + patience; Date.now() < end;) {
    const answer = await probe()
    if (answer !== undefined && answer !== false) return answer
    await rest(50)
  }
  assert.fail(`never happened: ${what}`)
}

export function rest(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}

/** Closes everything without asking. */
export async function closeAll(): Promise<void> {
  for (const { input, isDirty, group } of vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs)) {
    if (!isDirty || !(input instanceof vscode.TabInputText)) continue
    await vscode.window.showTextDocument(input.uri, { viewColumn: group.viewColumn })
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor')
  }
  await vscode.commands.executeCommand('workbench.action.closeAllEditors')
}
