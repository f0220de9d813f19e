import * as vscode from 'vscode'
import { VaultIndex } from '../core/vaultIndex'
import { refreshNotes, type VaultFiles } from '../core/vaultReading'
import type { VaultFigures } from '../core/vaultStatus'
import type { CurrentKnowledge } from './currentKnowledge'
import { isNote, type Notes } from './notes'
import { TimeSlices } from './slices'
import { findNotes, NoteFilter, readText, stampOf, tooLarge } from './vaultFiles'
import { VaultStorage } from './vaultStorage'
import { watchVault } from './vaultWatcher'

/** Milliseconds before the vault is read if nobody asks earlier: opening a window is work enough. */
const startDelay = 1_500

/** Milliseconds in which changes of files gather to one batch. */
const batchTime = 300

/** Milliseconds between two tellings of a change while many notes are read. */
const tellTime = 500

/** Milliseconds that somebody who searches is kept waiting for notes that are being read. */
const patience = 1_500

/** Milliseconds before the workspace is listed again because its window is back in front. */
const listAgainTime = 60_000

/** What the vault is doing, and what came of it. */
export interface VaultState {
  /** While notes are being read: how many of how many. */
  readonly reading?: { readonly done: number; readonly total: number }
  /** The user stopped the reading: what is known is not all. */
  readonly isStopped: boolean
  /** When everything was up to date last. */
  readonly updated?: Date
  /** What was left out, by address, and why. */
  readonly skipped: ReadonlyMap<string, string>
}

/**
 * The index of all notes of the workspace, built in the background and kept fresh. Text in an unsaved editor wins over
 * its file. What was read in an earlier session is not read again.
 */
export class Vault implements vscode.Disposable {
  readonly #index = new VaultIndex()
  readonly #didChange = new vscode.EventEmitter<void>()
  readonly #didChangeState = new vscode.EventEmitter<VaultState>()
  readonly #log = vscode.window.createOutputChannel('Crypto AI Layers', { log: true })
  readonly #turns = new TimeSlices()
  readonly #storage: VaultStorage
  readonly #subscriptions: vscode.Disposable
  readonly #skipped = new Map<string, string>()
  #state: VaultState = { isStopped: false, skipped: this.#skipped }
  #filter = new NoteFilter()
  #watcher: vscode.Disposable | undefined
  /** Notes that are to be looked at. */
  readonly #pending = new Set<string>()
  /** Whether the workspace is to be listed: to look at all its notes, or at those that are not known. */
  #listing: 'all' | 'new' | undefined = 'all'
  #work: Promise<void> | undefined
  #cancellation = new vscode.CancellationTokenSource()
  #workTimer: ReturnType<typeof setTimeout> | undefined
  #isStoreRead = false
  #isDisposed = false
  #toldAt = 0
  #listedAt = 0

  /** The index has changed; told now and then while many notes are read. */
  readonly onDidChange = this.#didChange.event
  readonly onDidChangeState = this.#didChangeState.event

  constructor(
    context: vscode.ExtensionContext,
    readonly notes: Notes,
    readonly knowledge: CurrentKnowledge,
  ) {
    this.#storage = new VaultStorage(context, this.#index, notes, knowledge, this.#log)
    this.#watch()
    const listNew = () => this.#list('new')
    this.#subscriptions = vscode.Disposable.from(
      this.#didChange,
      this.#didChangeState,
      this.#log,
      notes.onDidDetect((document) => {
        if (document.isDirty || this.#index.get(document.uri.toString())?.stamp === undefined)
          this.#lookAt(document.uri)
      }),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => {
        if (this.#index.get(uri.toString())?.stamp === undefined) this.#lookAt(uri)
      }),
      vscode.workspace.onDidDeleteFiles(listNew),
      vscode.workspace.onDidRenameFiles(listNew),
      vscode.workspace.onDidCreateFiles(listNew),
      vscode.window.onDidChangeWindowState(({ focused }) => {
        if (focused && Date.now() > this.#listedAt + listAgainTime) listNew()
      }),
      vscode.workspace.onDidChangeWorkspaceFolders(listNew),
      vscode.workspace.onDidChangeConfiguration((change) => {
        if (change.affectsConfiguration('cryptoAiLayers.recognition')) this.#useOtherVersion()
        if (!change.affectsConfiguration('cryptoAiLayers.index') && !change.affectsConfiguration('files.exclude'))
          return
        this.#filter = new NoteFilter()
        this.#watch()
        listNew()
      }),
      knowledge.onDidChange(() => this.#useOtherVersion()),
    )
    this.#workSoon(startDelay)
  }

  get index(): Omit<VaultIndex, 'set' | 'delete' | 'expire'> {
    return this.#index
  }

  get state(): VaultState {
    return this.#state
  }

  /** How much is known, for those who say it in words. */
  get figures(): VaultFigures {
    const { reading, isStopped, updated } = this.#state
    return {
      notes: this.#index.noteCount,
      mentions: this.#index.mentionCount,
      isStopped,
      skipped: this.#skipped.values(),
      ...(reading ? { reading } : {}),
      ...(updated ? { updated: updated.toLocaleTimeString(undefined, { timeStyle: 'short' }) } : {}),
    }
  }

  /** Resolves when all notes that are known to have changed are read, or the user has stopped it. Starts it if need be. */
  async upToDate(): Promise<void> {
    if (this.#workTimer !== undefined) this.#startWork()
    await this.#work
  }

  /** The same for those who would rather have what is known than wait for a whole vault. */
  async upToDateOrSoon(): Promise<void> {
    await Promise.race([this.upToDate(), new Promise((resolve) => setTimeout(resolve, patience))])
  }

  /** The text of a note as it is now, in an editor or in its file. Rejects, with a reason for people, when it cannot be read. */
  async read(uri: vscode.Uri): Promise<string> {
    return openDocument(uri.toString())?.getText() ?? readText(uri)
  }

  /** Reads all notes again, whatever is known of them. */
  readAgain(): void {
    this.#index.expire()
    this.#cancellation.cancel()
    this.#setState({ isStopped: false })
    this.#list('all')
  }

  /** Stops reading. What is known stays, and notes that change from now on are followed. */
  stop(): void {
    this.#listing = undefined
    this.#pending.clear()
    this.#cancellation.cancel()
    this.#setState({ isStopped: true })
  }

  showLog(): void {
    this.#log.show()
  }

  dispose(): void {
    this.#isDisposed = true
    this.#cancellation.cancel()
    this.#cancellation.dispose()
    clearTimeout(this.#workTimer)
    this.#storage.dispose()
    this.#watcher?.dispose()
    this.#subscriptions.dispose()
  }

  /** Names mean other projects now; it may be as they did in an earlier session. */
  #useOtherVersion(): void {
    this.#isStoreRead = false
    this.readAgain()
  }

  #watch(): void {
    this.#watcher?.dispose()
    this.#watcher = watchVault(this.#filter, {
      note: (uri) => this.#lookAt(uri),
      folders: () => this.#list('new'),
      burst: () => this.#list('all'),
    })
  }

  #lookAt(uri: vscode.Uri): void {
    const key = uri.toString()
    if (!this.#index.get(key) && !this.#filter.isNote(uri)) return
    this.#pending.add(key)
    this.#workSoon(batchTime)
  }

  #list(which: 'all' | 'new'): void {
    if (this.#listing !== 'all') this.#listing = which
    this.#workSoon(batchTime)
  }

  #workSoon(delay: number): void {
    this.#workTimer ??= setTimeout(() => this.#startWork(), delay)
  }

  #startWork(): void {
    clearTimeout(this.#workTimer)
    this.#workTimer = undefined
    this.#work ??= this.#workAll()
      .catch((error: unknown) => {
        this.#log.error(error instanceof Error ? error : String(error))
        this.#setState({})
      })
      .finally(() => (this.#work = undefined))
  }

  async #workAll(): Promise<void> {
    while (!this.#isDisposed && (this.#listing || this.#pending.size > 0)) {
      this.#cancellation.dispose()
      this.#cancellation = new vscode.CancellationTokenSource()
      await this.#workOnce(this.#cancellation.token)
    }
    if (this.#isDisposed) return
    this.#setState({ updated: new Date() })
    this.#didChange.fire()
  }

  async #workOnce(token: vscode.CancellationToken): Promise<void> {
    if (!this.#isStoreRead) {
      this.#isStoreRead = true
      await this.#storage.read()
    }
    // What cancelled it meanwhile said what is to be listed: the next round does, with a token of its own.
    if (token.isCancellationRequested) return
    if (this.#listing) await this.#listNotes(token)
    const keys = [...this.#pending]
    this.#pending.clear()
    let done = 0
    await refreshNotes(this.#index, keys, {
      files: this.#files,
      lexicon: this.knowledge.lexicon,
      names: this.knowledge.assetNames,
      ordinaryWords: this.notes.ordinaryWords,
      turns: this.#turns,
      isCancelled: () => token.isCancellationRequested,
      onNote: (key, skipped) => {
        if (skipped === undefined) this.#skipped.delete(key)
        else this.#skip(key, skipped)
        this.#tell(++done, keys.length)
      },
    })
    this.#storage.writeSoon()
  }

  async #listNotes(token: vscode.CancellationToken): Promise<void> {
    const which = this.#listing
    this.#listing = undefined
    this.#listedAt = Date.now()
    const walk = { turns: this.#turns, isCancelled: () => token.isCancellationRequested }
    const skippedNow = new Set<string>()
    const keys = await findNotes(this.#filter, token, walk, (key, reason) => {
      skippedNow.add(key)
      this.#skip(key, reason)
    })
    if (token.isCancellationRequested) return
    const found = new Set(keys)
    for (const key of this.#skipped.keys()) if (!found.has(key) && !skippedNow.has(key)) this.#skipped.delete(key)
    for (const key of [...this.#index.notes().keys()]) if (!found.has(key)) this.#index.delete(key)
    const isWanted = (key: string) => (this.#index.get(key) ? which === 'all' : !this.#state.isStopped)
    for (const key of keys) if (isWanted(key)) this.#pending.add(key)
  }

  readonly #files: VaultFiles = {
    stamp: async (key) => {
      if (openDocument(key)?.isDirty) return 'unsaved'
      const uri = vscode.Uri.parse(key)
      // Its folder may have left the workspace while others were read.
      return vscode.workspace.getWorkspaceFolder(uri) ? stampOf(uri) : undefined
    },
    text: async (key) => {
      const document = openDocument(key)
      if (!document?.isDirty) return { text: await readText(vscode.Uri.parse(key)) }
      if (this.notes.isTooLarge(document)) throw new Error(tooLarge)
      const mentions = isNote(document) ? this.notes.mentionsIfRead(document) : undefined
      return { text: document.getText(), ...(mentions ? { mentions } : {}) }
    },
  }

  #skip(key: string, reason: string): void {
    if (this.#skipped.get(key) === reason) return
    this.#skipped.set(key, reason)
    this.#log.warn(`Not read: ${vscode.workspace.asRelativePath(vscode.Uri.parse(key))}: ${reason}`)
  }

  #tell(done: number, total: number): void {
    if (Date.now() < this.#toldAt + tellTime) return
    this.#toldAt = Date.now()
    this.#setState({ reading: { done, total } })
    this.#didChange.fire()
  }

  /** What is not named stays as it is, but that reading goes on. */
  #setState(change: Partial<Omit<VaultState, 'skipped'>>): void {
    const { isStopped, updated, skipped } = this.#state
    this.#state = { isStopped, skipped, ...(updated ? { updated } : {}), ...change }
    this.#didChangeState.fire(this.#state)
  }
}

function openDocument(key: string): vscode.TextDocument | undefined {
  return vscode.workspace.textDocuments.find((document) => !document.isClosed && document.uri.toString() === key)
}
