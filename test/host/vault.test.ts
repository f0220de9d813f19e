import { assert } from 'chai'
import * as vscode from 'vscode'
import { closeAll, eventually, openFile } from './notes'

const folder = () => vscode.workspace.workspaceFolders?.[0]?.uri ?? assert.fail('the suite runs in a vault')
const bytes = (text: string) => new TextEncoder().encode(text)

/** Files of the vault that mention a project, each with its first line, as _Go to Symbol in Workspace_ has them. */
async function notesWith(project: string): Promise<Record<string, number>> {
  const symbols = await vscode.commands.executeCommand<vscode.SymbolInformation[]>(
    'vscode.executeWorkspaceSymbolProvider',
    project,
  )
  return Object.fromEntries(
    symbols
      .filter(({ name }) => name.startsWith(project))
      .map(({ location }) => [vscode.workspace.asRelativePath(location.uri, false), location.range.start.line]),
  )
}

suite('vault', () => {
  const files = ['Vault #1?%🧠.md', 'deep/a/b/Note.md', 'node_modules/x/readme.md', 'deep/other.txt']
  const uris = files.map((name) => vscode.Uri.joinPath(folder(), name))
  const write = (at: number, text: string) => vscode.workspace.fs.writeFile(uris[at] ?? folder(), bytes(text))

  suiteSetup(() => vscode.extensions.getExtension('crypto-ai-layers.crypto-ai-layers')?.activate())
  teardown(async () => {
    await closeAll()
    for (const uri of uris) await Promise.resolve(vscode.workspace.fs.delete(uri)).catch(() => undefined)
  })

  test('knows the notes of the workspace that nobody has opened', async () => {
    await openFile('Weekly 2026-11-16.md', bytes('Nothing here.'))
    const notes = await eventually('the vault', async () => {
      const found = await notesWith('Bittensor')
      return 'Portfolio.md' in found ? found : undefined
    })
    assert.notProperty(notes, 'Weekly 2026-11-16.md')
  })

  test('follows files that are written, changed and deleted, with their folders, and leaves out what is excluded', async function () {
    // A server's watcher has once missed files that were written at this moment.
    this.retries(2)
    for (const at of [0, 1, 2, 3]) await write(at, 'Line\n\nHeurist and Heurist.')
    const wait = (expected: Record<string, number>) =>
      eventually(`Heurist in ${JSON.stringify(expected)}`, async () => {
        const found = await notesWith('Heurist')
        return JSON.stringify(Object.entries(found).sort()) === JSON.stringify(Object.entries(expected).sort())
      })
    await wait({ 'Vault #1?%🧠.md': 2, 'deep/a/b/Note.md': 2 })
    await write(0, 'Heurist first')
    await wait({ 'Vault #1?%🧠.md': 0, 'deep/a/b/Note.md': 2 })
    // A folder goes, of which a watcher of notes hears nothing.
    const edit = new vscode.WorkspaceEdit()
    edit.deleteFile(vscode.Uri.joinPath(folder(), 'deep'), { recursive: true })
    assert.isTrue(await vscode.workspace.applyEdit(edit))
    await wait({ 'Vault #1?%🧠.md': 0 })
    await vscode.workspace.fs.delete(uris[0] ?? folder())
    await wait({})
  })

  test('the text of an unsaved editor wins, and its file counts again when it is left', async () => {
    const document = await openFile('Vault #1?%🧠.md', bytes('Heurist'))
    await eventually('the file', async () => 'Vault #1?%🧠.md' in (await notesWith('Heurist')))
    const editor = await vscode.window.showTextDocument(document)
    await editor.edit((edit) => edit.replace(new vscode.Range(0, 0, 0, 7), 'Nothing\nHeurist'))
    await eventually('the unsaved text', async () => (await notesWith('Heurist'))['Vault #1?%🧠.md'] === 1)
    await closeAll()
    await eventually('the file again', async () => (await notesWith('Heurist'))['Vault #1?%🧠.md'] === 0)
  })
})
