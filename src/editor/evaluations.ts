import * as vscode from 'vscode'
import { lineFinder } from '../core/lines'
import { historyOf, type History, type KeptRecord } from '../core/records/history'
import { recordFolder } from '../core/records/recordFile'
import { mayHoldRecords } from '../core/records/recordMarkdown'
import type { CurrentKnowledge } from './currentKnowledge'
import { noteLimit } from './notes'
import { reasonOf } from './recordFiles'
import { readSettings } from './settings'
import { showNote } from './showNote'
import type { Vault } from './vault'

/** A record that nobody can read, and is left alone. */
export interface BrokenRecord {
  readonly uri: vscode.Uri
  readonly reason: string
  /** Where it is told, from 0. */
  readonly line: number
}

/** Milliseconds in which changes of files are gathered before the records are read again. */
const quietTime = 250
const readsAtOnce = 8
const mostFiles = 5000

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

  /** Reads what is on disk and in unsaved notes now, for a command that rests on it; a vault that is being read may not delay it. */
  async readNow(): Promise<void> {
    await vscode.window.withProgress(
      { location: vscode.ProgressLocation.Window, title: 'Reading evaluations' },
      async () => {
        await this.vault.upToDateOrSoon()
        await this.readAgain()
      },
    )
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
    if (kept) await showNote(vscode.Uri.parse(kept.note, true), { selection: lineStart(kept.line) })
  }

  async openBroken(at: number): Promise<void> {
    const record = this.#broken[at]
    if (record) await showNote(record.uri, { selection: lineStart(record.line) })
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
    const keys = new Set([
      ...inFolders.map(String),
      ...indexed.map((record) => record.split(' ', 1)[0] ?? ''),
      ...this.#unsavedNotes(),
    ])
    const files = [...keys].slice(0, mostFiles).map((key) => vscode.Uri.parse(key, true))
    const kept: KeptRecord[] = []
    const broken: BrokenRecord[] = []
    for (let from = 0; from < files.length; from += readsAtOnce) {
      await Promise.all(
        files.slice(from, from + readsAtOnce).map(async (uri) => {
          for (const found of await this.#readNote(uri)) {
            if ('reason' in found) broken.push(found)
            else kept.push(found)
          }
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

  /** Notes of the vault with text that the index has not read yet, such as an evaluation that was just inserted. */
  #unsavedNotes(): string[] {
    return vscode.workspace.textDocuments
      .filter(({ isDirty }) => isDirty)
      .map(({ uri }) => uri.toString())
      .filter((key) => this.vault.index.get(key))
  }

  /** The records in a note, and why some cannot be read. Text in an unsaved editor wins over its file. */
  async #readNote(uri: vscode.Uri): Promise<(KeptRecord | BrokenRecord)[]> {
    try {
      const text = unsavedText(uri) ?? (await textOf(uri))
      if (text === undefined || !mayHoldRecords(text)) return []
      const { readRecords } = await import('../core/records/readRecord')
      const lineOf = lineFinder(text)
      return readRecords(text, this.knowledge.index).map((read) => {
        const line = lineOf(read.start) - 1
        return read.ok ? { note: uri.toString(), line, record: read.record } : { uri, reason: read.reason, line }
      })
    } catch (error) {
      return [{ uri, reason: error instanceof TypeError ? 'it is not UTF-8 text' : reasonOf(error), line: 0 }]
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

function lineStart(line: number): vscode.Range {
  return new vscode.Range(line, 0, line, 0)
}

function unsavedText(uri: vscode.Uri): string | undefined {
  const key = uri.toString()
  return vscode.workspace.textDocuments
    .find((document) => document.isDirty && document.uri.toString() === key)
    ?.getText()
}

/** The text of a file; undefined when it is too large for a note. Rejects when it cannot be read or is no text. */
async function textOf(uri: vscode.Uri): Promise<string | undefined> {
  const { size } = await vscode.workspace.fs.stat(uri)
  if (size > noteLimit) return undefined
  return new TextDecoder('utf-8', { fatal: true }).decode(await vscode.workspace.fs.readFile(uri))
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
