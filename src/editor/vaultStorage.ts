import * as vscode from 'vscode'
import { hashText, type VaultIndex } from '../core/vaultIndex'
import { VaultStore, type StorePart } from '../core/vaultStore'
import type { CurrentKnowledge } from './currentKnowledge'
import type { Notes } from './notes'
import { TimeSlices } from './slices'

/** Milliseconds after a change before the index goes to storage. */
const storeDelay = 3_000

/** Keeps an index in VS Code's own storage for the workspace, from one session to the next. */
export class VaultStorage implements vscode.Disposable {
  readonly #store = new VaultStore()
  readonly #turns = new TimeSlices()
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(
    readonly context: vscode.ExtensionContext,
    readonly index: VaultIndex,
    readonly notes: Notes,
    readonly knowledge: CurrentKnowledge,
    readonly log: vscode.LogOutputChannel,
  ) {}

  /** Adds to the index what an earlier session has kept of it, if that was read with the same knowledge. */
  async read(): Promise<void> {
    const texts = { all: await this.#textOf('all'), changes: await this.#textOf('changes') }
    await this.#store.read(this.index, texts, this.#version, this.#turns)
  }

  writeSoon(): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.#write(), storeDelay)
  }

  dispose(): void {
    clearTimeout(this.#timer)
  }

  /** Facts are those of a state of knowledge and of a way to recognise. */
  get #version(): string {
    const { version } = this.context.extension.packageJSON as { version: string }
    const { heads, recognition } = this.knowledge.index.knowledge
    return `${version} ${hashText(JSON.stringify([heads, recognition, [...this.notes.ordinaryWords]]))}`
  }

  #uriOf(part: StorePart): vscode.Uri | undefined {
    return this.context.storageUri && vscode.Uri.joinPath(this.context.storageUri, `vault-${part}.jsonl`)
  }

  async #textOf(part: StorePart): Promise<string> {
    const uri = this.#uriOf(part)
    if (!uri) return ''
    return vscode.workspace.fs.readFile(uri).then(
      (bytes) => new TextDecoder().decode(bytes),
      // There is none yet.
      () => '',
    )
  }

  async #write(): Promise<void> {
    const { part, text } = await this.#store.write(this.index, this.#version, this.#turns)
    const uri = this.#uriOf(part)
    if (!uri) return
    try {
      await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text))
    } catch (error) {
      this.#store.forget()
      this.log.warn(`The index of the vault was not stored: ${error instanceof Error ? error.message : String(error)}`)
    }
  }
}
