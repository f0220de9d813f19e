import * as vscode from 'vscode'
import { historyOf, type History, type KeptRecord } from '../core/records/history'
import { recordFolder } from '../core/records/recordFile'
import { mayBeRecord } from '../core/records/recordMarkdown'
import type { CurrentKnowledge } from './currentKnowledge'
import { reasonOf } from './recordFiles'
import { readSettings } from './settings'
import { showNote } from './showNote'
import type { Vault } from './vault'

/** A record that nobody can read, and is left alone. */
export interface BrokenRecord {
  readonly uri: vscode.Uri
  readonly reason: string
}

/** Milliseconds in which changes of files are gathered before the records are read again. */
const quietTime = 250
const readsAtOnce = 8
const mostFiles = 5000
const largestFile = 262_144

/**
 * The evaluation records of the workspace: those in their folder and, once the vault is indexed, those in all other
 * notes. Read when somebody first asks for them, and again when one changes.
 */
export class Evaluations implements vscode.Disposable {
  readonly #didChange = new vscode.EventEmitter<void>()
  readonly #subscriptions: vscode.Disposable
  #watchers: vscode.Disposable | undefined
  #watched = ''
  #indexed = ''
  #timer: ReturnType<typeof setTimeout> | undefined
  #reading: Promise<void> | undefined
  #history: History = new Map()
  #broken: readonly BrokenRecord[] = []
  #generation = 0

  /** The records are others now. */
  readonly onDidChange = this.#didChange.event

  constructor(
    readonly knowledge: CurrentKnowledge,
    readonly vault: Vault,
  ) {
    this.#subscriptions = vscode.Disposable.from(
      this.#didChange,
      knowledge.onDidChange(() => this.#readSoon()),
      vault.onDidChange(() => {
        if (this.#indexedRecords().join(' ') !== this.#indexed) this.#readLater()
      }),
      vscode.workspace.onDidChangeWorkspaceFolders(() => this.#readSoon()),
      vscode.workspace.onDidChangeConfiguration((change) => {
        if (change.affectsConfiguration('cryptoAiLayers.evaluations.folder')) this.#readSoon()
      }),
    )
  }

  /** As far as they are read: the first call starts reading, and `onDidChange` tells when there is more. */
  get history(): History {
    void this.whenRead()
    return this.#history
  }

  get broken(): readonly BrokenRecord[] {
    void this.whenRead()
    return this.#broken
  }

  /** Resolves when the records are read as they are now. */
  whenRead(): Promise<void> {
    return (this.#reading ??= this.#read())
  }

  /** Reads again, after a record was written. */
  readAgain(): Promise<void> {
    clearTimeout(this.#timer)
    this.#reading = this.#read()
    return this.#reading
  }

  /** Opens a record of a project; `at` counts from the latest one. */
  async openRecord(key: string, at: number): Promise<void> {
    const kept = this.#history.get(key)?.[at]
    if (kept) await openNote(vscode.Uri.parse(kept.note, true))
  }

  async openBroken(at: number): Promise<void> {
    const record = this.#broken[at]
    if (record) await openNote(record.uri)
  }

  dispose(): void {
    clearTimeout(this.#timer)
    this.#generation++
    this.#reading = Promise.resolve()
    this.#watchers?.dispose()
    this.#subscriptions.dispose()
  }

  #readSoon(): void {
    // Nobody has asked yet.
    if (this.#reading) this.#readLater()
  }

  #readLater(): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.readAgain(), quietTime)
  }

  async #read(): Promise<void> {
    const generation = ++this.#generation
    const folders = recordFolders()
    this.#watch(folders)
    const indexed = this.#indexedRecords()
    this.#indexed = indexed.join(' ')
    const inFolders = (await Promise.all(folders.map(notesIn))).flat()
    const keys = new Set([...inFolders.map(String), ...indexed.map((record) => record.split(' ', 1)[0] ?? '')])
    const files = [...keys].slice(0, mostFiles).map((key) => vscode.Uri.parse(key, true))
    const kept: KeptRecord[] = []
    const broken: BrokenRecord[] = []
    for (let from = 0; from < files.length; from += readsAtOnce) {
      await Promise.all(
        files.slice(from, from + readsAtOnce).map(async (uri) => {
          const found = await this.#readFile(uri)
          if (found && 'reason' in found) broken.push(found)
          else if (found) kept.push(found)
        }),
      )
      // A later reading has begun: its outcome is the one that counts.
      if (generation !== this.#generation) return this.#reading
    }
    this.#history = historyOf(kept, this.knowledge.index)
    this.#broken = broken
    this.#didChange.fire()
  }

  /** The notes that the index knows to be records, each with the state of its text. */
  #indexedRecords(): string[] {
    const { index } = this.vault
    return [...index.notesWith('isRecord')].map((key) => `${key} ${index.get(key)?.hash}`)
  }

  /** A record, why it cannot be read, or nothing for a note that is none. */
  async #readFile(uri: vscode.Uri): Promise<KeptRecord | BrokenRecord | undefined> {
    try {
      const { size } = await vscode.workspace.fs.stat(uri)
      if (size > largestFile) return undefined
      const bytes = await vscode.workspace.fs.readFile(uri)
      const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
      if (!mayBeRecord(text)) return undefined
      const { readRecord } = await import('../core/records/readRecord')
      const read = readRecord(text, this.knowledge.index)
      return read.ok ? { note: uri.toString(), record: read.record } : { uri, reason: read.reason }
    } catch (error) {
      return { uri, reason: error instanceof TypeError ? 'it is not UTF-8 text' : reasonOf(error) }
    }
  }

  /** Only the folders of records: a vault is large, and records are few. */
  #watch(folders: readonly vscode.Uri[]): void {
    const key = folders.join(' ')
    if (key === this.#watched) return
    this.#watched = key
    this.#watchers?.dispose()
    const watchers = folders.map((folder) => {
      const watcher = vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(folder, '*.md'))
      watcher.onDidChange(() => this.#readSoon())
      watcher.onDidCreate(() => this.#readSoon())
      watcher.onDidDelete(() => this.#readSoon())
      return watcher
    })
    this.#watchers = vscode.Disposable.from(...watchers)
  }
}

/** Opens a note where notes are, not over the panel that asked for it. */
function openNote(uri: vscode.Uri): Promise<void> {
  return showNote(uri, { viewColumn: vscode.window.visibleTextEditors[0]?.viewColumn ?? vscode.ViewColumn.One })
}

/** The folder of records in each folder of the workspace, where the setting names one. */
function recordFolders(): vscode.Uri[] {
  return (vscode.workspace.workspaceFolders ?? []).flatMap(({ uri }) => {
    const folder = recordFolder(readSettings(uri).evaluationsFolder)
    return folder.ok ? [vscode.Uri.joinPath(uri, ...folder.segments)] : []
  })
}

async function notesIn(folder: vscode.Uri): Promise<vscode.Uri[]> {
  try {
    const entries = await vscode.workspace.fs.readDirectory(folder)
    return entries
      .filter(([name, type]) => type === vscode.FileType.File && /\.md$/i.test(name))
      .map(([name]) => vscode.Uri.joinPath(folder, name))
  } catch {
    // There are no records yet.
    return []
  }
}
