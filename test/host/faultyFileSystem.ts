/** A file system in memory that fails when it is told to: what a disk, a server or a network does at the worst moment. */
import * as vscode from 'vscode'

type Operation = 'stat' | 'readFile' | 'writeFile' | 'createDirectory'

/** Does what goes wrong instead of an operation; `proceed` is the operation itself. */
export type Fault = (uri: vscode.Uri, proceed: (content?: Uint8Array) => void) => void

export class FaultyFileSystem implements vscode.FileSystemProvider {
  readonly files = new Map<string, Uint8Array>()
  readonly folders = new Set<string>(['/'])
  readonly links = new Set<string>()
  readonly faults = new Map<Operation, Fault>()
  readonly #didChange = new vscode.EventEmitter<vscode.FileChangeEvent[]>()
  readonly onDidChangeFile = this.#didChange.event

  watch(): vscode.Disposable {
    return new vscode.Disposable(() => {})
  }

  stat(uri: vscode.Uri): vscode.FileStat {
    this.#fail('stat', uri)
    const { path } = uri
    const file = this.files.get(path)
    if (!file && !this.folders.has(path)) throw vscode.FileSystemError.FileNotFound(uri)
    const kind = file ? vscode.FileType.File : vscode.FileType.Directory
    const type = this.links.has(path) ? vscode.FileType.SymbolicLink : kind
    return { type, ctime: 0, mtime: 0, size: file?.length ?? 0 }
  }

  readFile(uri: vscode.Uri): Uint8Array {
    this.#fail('readFile', uri)
    const file = this.files.get(uri.path)
    if (!file) throw vscode.FileSystemError.FileNotFound(uri)
    return file
  }

  // Async: VS Code waits for ever for one that throws at once.
  async writeFile(uri: vscode.Uri, content: Uint8Array): Promise<void> {
    await Promise.resolve()
    const fault = this.faults.get('writeFile')
    const proceed = (written = content) => void this.files.set(uri.path, written.slice())
    if (fault) fault(uri, proceed)
    else proceed()
  }

  createDirectory(uri: vscode.Uri): void {
    this.#fail('createDirectory', uri)
    this.folders.add(uri.path)
  }

  readDirectory(): [string, vscode.FileType][] {
    return []
  }

  delete(uri: vscode.Uri): void {
    this.files.delete(uri.path)
  }

  rename(): void {
    throw vscode.FileSystemError.NoPermissions('nothing is renamed here')
  }

  #fail(operation: Operation, uri: vscode.Uri): void {
    this.faults.get(operation)?.(uri, () => {})
  }
}
