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

/**
 * Does something to files until the vault knows. On a server VS Code starts its watcher again when folders come and go
 * at once, and what happens meanwhile is told to nobody: so it is done again.
 */
async function until<T>(what: string, act: () => Promise<unknown>, probe: () => Promise<T | undefined>): Promise<T> {
  let last = 0
  return eventually(what, async () => {
    if (Date.now() - last > 3000) {
      await act()
      last = Date.now()
    }
    return probe()
  })
}

suite('vault', () => {
  const files = ['Vault #1?%🧠.md', 'deep/a/b/Note.md', 'node_modules/x/readme.md', 'deep/other.txt']
  const uris = files.map((name) => vscode.Uri.joinPath(folder(), name))
  const write = (at: number, text: string) => vscode.workspace.fs.writeFile(uris[at] ?? folder(), bytes(text))

  suiteSetup(async () => {
    // A server's watcher misses files that come at the same moment as their folder.
    for (const uri of uris) await vscode.workspace.fs.createDirectory(vscode.Uri.joinPath(uri, '..'))
    await vscode.extensions.getExtension('crypto-ai-layers.crypto-ai-layers')?.activate()
  })
  teardown(async () => {
    await closeAll()
    for (const uri of uris) await Promise.resolve(vscode.workspace.fs.delete(uri)).catch(() => undefined)
  })

  test('knows the notes of the workspace that nobody has opened', async () => {
    await until(
      'the vault as it is now',
      () => openFile('Weekly 2026-11-16.md', bytes('Nothing here.')),
      async () => {
        const found = await notesWith('Bittensor')
        return 'Portfolio.md' in found && !('Weekly 2026-11-16.md' in found)
      },
    )
  })

  test('follows files that are written, changed and deleted, with their folders, and leaves out what is excluded', async () => {
    const known = (expected: Record<string, number>, act: () => Promise<unknown>) =>
      until(`Heurist in ${JSON.stringify(expected)}`, act, async () => {
        const found = await notesWith('Heurist')
        return JSON.stringify(Object.entries(found).sort()) === JSON.stringify(Object.entries(expected).sort())
      })
    await known({ 'Vault #1?%🧠.md': 2, 'deep/a/b/Note.md': 2 }, async () => {
      for (const at of [0, 1, 2, 3]) await write(at, 'Line\n\nHeurist and Heurist.')
    })
    await known({ 'Vault #1?%🧠.md': 0, 'deep/a/b/Note.md': 2 }, async () => write(0, 'Heurist first'))
    // A folder goes, of which a watcher of notes hears nothing.
    const edit = new vscode.WorkspaceEdit()
    edit.deleteFile(vscode.Uri.joinPath(folder(), 'deep'), { recursive: true })
    assert.isTrue(await vscode.workspace.applyEdit(edit))
    await known({ 'Vault #1?%🧠.md': 0 }, () => Promise.resolve())
    await known({}, async () => {
      await write(0, 'Heurist goes')
      await vscode.workspace.fs.delete(uris[0] ?? folder())
    })
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
