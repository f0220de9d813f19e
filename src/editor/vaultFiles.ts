import picomatch from 'picomatch'
import * as vscode from 'vscode'
import type { Stamp } from '../core/vaultIndex'
import type { Turns } from '../core/vaultReading'
import { noteLimit } from './notes'
import { readSettings } from './settings'

/** Folders within folders, and entries in all, that a walk goes through: the ends of what is a vault. */
const deepest = 256
const mostEntries = 200_000

/** File systems that VS Code can search. On others it may answer nothing, which does not mean that nothing is there. */
const searched = new Set(['file', 'vscode-remote'])

/** Bytes of a note that is not even read: it has more characters than are read of a note in any encoding. */
const bytesLimit = 4 * noteLimit

/** Which files of the workspace are notes of the vault, as `index.include`, `index.exclude` and `files.exclude` say. */
export class NoteFilter {
  readonly include: string
  readonly exclude: readonly string[]
  readonly #isIncluded: (path: string) => boolean
  readonly #isExcluded: (path: string) => boolean

  constructor() {
    const { indexInclude, indexExclude } = readSettings()
    const filesExclude = Object.entries(
      vscode.workspace.getConfiguration('files').get<Readonly<Record<string, unknown>>>('exclude') ?? {},
    )
    this.include = indexInclude
    this.exclude = indexExclude
    this.#isIncluded = matcherOf(indexInclude === '' ? [] : [indexInclude])
    this.#isExcluded = matcherOf([
      ...indexExclude,
      ...filesExclude.filter(([, isOn]) => isOn === true).map(([glob]) => glob),
    ])
  }

  /** Whether a file in a workspace folder is a note of the vault. */
  isNote(uri: vscode.Uri): boolean {
    const path = pathInFolder(uri)
    return path !== undefined && this.#isIncluded(path) && !this.isExcluded(path)
  }

  /** Whether a path, or a folder on it, is left out. */
  isExcluded(path: string): boolean {
    for (let end = path.indexOf('/'); end !== -1; end = path.indexOf('/', end + 1)) {
      if (this.#isExcluded(path.slice(0, end))) return true
    }
    return this.#isExcluded(path)
  }
}

function matcherOf(globs: readonly string[]): (path: string) => boolean {
  return globs.length === 0 ? () => false : picomatch([...globs], { dot: true, windows: false })
}

/** Relative to the workspace folder that holds it. */
function pathInFolder(uri: vscode.Uri): string | undefined {
  const folder = vscode.workspace.getWorkspaceFolder(uri)
  const root = folder?.uri.path.replace(/\/$/, '')
  return root === undefined || uri.path.length <= root.length ? undefined : uri.path.slice(root.length + 1)
}

/** All notes of all workspace folders, each once, by address. */
export async function findNotes(
  filter: NoteFilter,
  token: vscode.CancellationToken,
  turns: Turns,
  skip: (key: string, reason: string) => void,
): Promise<string[]> {
  if (filter.include === '') return []
  const keys = new Set<string>()
  for (const folder of vscode.workspace.workspaceFolders ?? []) {
    const before = keys.size
    const pattern = new vscode.RelativePattern(folder, filter.include)
    const exclude = filter.exclude.length > 0 ? `{${filter.exclude.join(',')}}` : undefined
    for (const uri of await vscode.workspace.findFiles(pattern, exclude, undefined, token)) {
      // Not every file system that can be searched minds what is excluded.
      if (filter.isNote(uri)) keys.add(uri.toString())
      if (turns.isOver()) await turns.next()
    }
    if (keys.size > before || searched.has(folder.uri.scheme)) continue
    for (const uri of await walk(folder.uri, filter, token, turns, skip)) keys.add(uri.toString())
  }
  return [...keys]
}

/** Goes through folders one by one; links to folders are not followed, so that it comes to an end. */
async function walk(
  root: vscode.Uri,
  filter: NoteFilter,
  token: vscode.CancellationToken,
  turns: Turns,
  skip: (key: string, reason: string) => void,
): Promise<vscode.Uri[]> {
  const notes: vscode.Uri[] = []
  const folders = [{ uri: root, depth: 0 }]
  let entries = 0
  for (let folder = folders.pop(); folder && !token.isCancellationRequested; folder = folders.pop()) {
    const { uri, depth } = folder
    try {
      for (const [name, type] of await vscode.workspace.fs.readDirectory(uri)) {
        const child = vscode.Uri.joinPath(uri, name)
        if (turns.isOver()) await turns.next()
        if (++entries > mostEntries) {
          skip(uri.toString(), `the workspace holds more than ${mostEntries} files`)
          return notes
        }
        if (type === vscode.FileType.Directory) {
          if (filter.isExcluded(pathInFolder(child) ?? '')) continue
          if (depth < deepest) folders.push({ uri: child, depth: depth + 1 })
          else skip(child.toString(), `lies more than ${deepest} folders deep`)
        } else if (type & vscode.FileType.File && filter.isNote(child)) notes.push(child)
      }
    } catch (error) {
      skip(uri.toString(), error instanceof Error ? error.message : String(error))
    }
  }
  return notes
}

/** Of a file; undefined when there is none. Rejects for one that is too large to read. */
export async function stampOf(uri: vscode.Uri): Promise<Stamp | undefined> {
  try {
    const { type, mtime, size } = await vscode.workspace.fs.stat(uri)
    if (!(type & vscode.FileType.File)) return undefined
    if (size > bytesLimit) throw new Error(tooLarge)
    return { modified: mtime, size }
  } catch (error) {
    if (error instanceof vscode.FileSystemError && error.code === 'FileNotFound') return undefined
    throw error
  }
}

/** The text of a file as an editor shows it, without a byte order mark. Rejects when it is too large. */
export async function readText(uri: vscode.Uri): Promise<string> {
  const text = await decode(uri, await vscode.workspace.fs.readFile(uri))
  if (text.length > noteLimit) throw new Error(tooLarge)
  return text
}

export const tooLarge = `has more than ${noteLimit / 1_000_000} million characters`

async function decode(uri: vscode.Uri, bytes: Uint8Array): Promise<string> {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    // Another encoding: the one that VS Code would open it with.
    return vscode.workspace.decode(bytes, { uri })
  }
}
