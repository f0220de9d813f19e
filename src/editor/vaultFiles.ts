import * as vscode from 'vscode'
import { globMatcher } from '../core/globs'
import type { Stamp } from '../core/vaultIndex'
import { walkFolder, type Walk, type Walkable } from '../core/vaultWalk'
import { noteLimit } from './notes'
import { readSettings } from './settings'

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
    this.#isIncluded = globMatcher(indexInclude === '' ? [] : [indexInclude])
    this.#isExcluded = globMatcher([
      ...indexExclude,
      ...filesExclude.filter(([, isOn]) => isOn === true).map(([glob]) => glob),
    ])
  }

  /** Whether a file in a workspace folder is a note of the vault. */
  isNote(uri: vscode.Uri): boolean {
    const path = pathInFolder(uri)
    return path !== undefined && this.#isIncluded(path) && !this.isExcluded(path)
  }

  /** Whether something that has come or gone may be a folder with notes: what has an extension seldom is. */
  mayBeFolder(uri: vscode.Uri): boolean {
    if (uri.path.includes('.', uri.path.lastIndexOf('/'))) return false
    const path = pathInFolder(uri)
    return path !== undefined && !this.isExcluded(path)
  }

  /** Whether a path, or a folder on it, is left out. */
  isExcluded(path: string): boolean {
    for (let end = path.indexOf('/'); end !== -1; end = path.indexOf('/', end + 1)) {
      if (this.#isExcluded(path.slice(0, end))) return true
    }
    return this.#isExcluded(path)
  }
}

/** Relative to the workspace folder that holds it. */
function pathInFolder(uri: vscode.Uri): string | undefined {
  const folder = vscode.workspace.getWorkspaceFolder(uri)
  const root = folder?.uri.path.replace(/\/$/, '')
  return root === undefined || uri.path.length <= root.length ? undefined : uri.path.slice(root.length + 1)
}

/** All notes of all workspace folders, each once, by address. `skip` hears what was left out, with a reason for people. */
export async function findNotes(
  filter: NoteFilter,
  token: vscode.CancellationToken,
  walk: Walk,
  skip: (key: string, reason: string) => void,
): Promise<string[]> {
  if (filter.include === '') return []
  const keys = new Set<string>()
  for (const { uri: folder } of vscode.workspace.workspaceFolders ?? []) {
    const before = keys.size
    for (const uri of await search(folder, filter, token, skip)) {
      // Not every file system that can be searched minds what is excluded.
      if (filter.isNote(uri)) keys.add(uri.toString())
      if (walk.turns.isOver()) await walk.turns.next()
    }
    if (keys.size > before || searched.has(folder.scheme)) continue
    const skipPlace = (uri: vscode.Uri, reason: string) => skip(uri.toString(), reason)
    for (const uri of await walkFolder(folder, foldersOf(filter), walk, skipPlace)) keys.add(uri.toString())
  }
  return [...keys]
}

async function search(
  folder: vscode.Uri,
  filter: NoteFilter,
  token: vscode.CancellationToken,
  skip: (key: string, reason: string) => void,
): Promise<readonly vscode.Uri[]> {
  const pattern = new vscode.RelativePattern(folder, filter.include)
  const exclude = filter.exclude.length > 0 ? `{${filter.exclude.join(',')}}` : undefined
  try {
    return await vscode.workspace.findFiles(pattern, exclude, undefined, token)
  } catch (error) {
    // It may have left the workspace meanwhile.
    skip(folder.toString(), readProblem(error))
    return []
  }
}

function foldersOf(filter: NoteFilter): Walkable<vscode.Uri> {
  return {
    async list(folder) {
      try {
        const entries = await vscode.workspace.fs.readDirectory(folder)
        return entries.map(([name, type]) => ({ name, type: typeOf(type) }))
      } catch (error) {
        throw new Error(readProblem(error), { cause: error })
      }
    },
    child: (folder, name) => vscode.Uri.joinPath(folder, name),
    isNote: (file) => filter.isNote(file),
    isExcluded: (folder) => filter.isExcluded(pathInFolder(folder) ?? ''),
  }
}

/** A link to a file is a file; a link to a folder is none of both. */
function typeOf(type: vscode.FileType): 'file' | 'folder' | 'other' {
  if (type === vscode.FileType.Directory) return 'folder'
  return (type & vscode.FileType.File) !== 0 ? 'file' : 'other'
}

/** Why something cannot be read, without its path: for many files it is the same. */
function readProblem(error: unknown): string {
  const { code } = error instanceof vscode.FileSystemError ? error : { code: '' }
  if (code === 'NoPermissions') return 'there is no permission to read it'
  if (code === 'Unavailable') return 'its file system does not answer'
  const message = error instanceof Error ? error.message : String(error)
  const [, said = message] = /\bE[A-Z]{3,}: ([^,\n]+)/.exec(message) ?? []
  return said.split('\n', 1)[0]?.slice(0, 200) ?? said
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
    throw new Error(readProblem(error), { cause: error })
  }
}

/** The text of a file as an editor shows it, without a byte order mark. Rejects when it is too large. */
export async function readText(uri: vscode.Uri): Promise<string> {
  const text = await decode(uri, await bytesOf(uri))
  if (text.length > noteLimit) throw new Error(tooLarge)
  return text
}

async function bytesOf(uri: vscode.Uri): Promise<Uint8Array> {
  try {
    return await vscode.workspace.fs.readFile(uri)
  } catch (error) {
    throw new Error(readProblem(error), { cause: error })
  }
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
