import * as vscode from 'vscode'
import { exposureOf, type Exposure } from '../core/exposure'
import { findingsOf, type ExposureFinding } from '../core/exposureFindings'
import { exposureView, type ExposedNote } from '../core/exposureView'
import { positionsOf } from '../core/holdings/positions'
import { holdingsInSteps } from '../core/holdings/readHoldings'
import { lineFinder } from '../core/lines'
import type { ExposureScope, ExposureView } from '../core/views'
import { addingUpRule, countedNotes, type HoldingNote } from '../core/vaultHoldings'
import { nameOfNote } from '../core/vaultReading'
import type { CurrentKnowledge } from './currentKnowledge'
import type { Evaluations } from './evaluations'
import type { NoteHoldings } from './noteHoldings'
import { noteName, type Notes } from './notes'
import { readToday } from './settings'
import { inSlices } from './slices'
import type { Vault } from './vault'

/** An exposure as it is shown, and what it was made from. */
export interface ShownExposure {
  readonly exposure: Exposure
  readonly view: ExposureView
  /** The notes that places name by their index. */
  readonly notes: readonly vscode.Uri[]
}

interface ReadNote extends ExposedNote {
  readonly uri: vscode.Uri
  readonly holdings: HoldingNote
}

/** The exposure of the current note, and that of the whole vault. */
export class Exposures {
  /** Notes of the vault, read when somebody first looks at its exposure. */
  readonly #read = new Map<string, { readonly hash: number; readonly names: unknown; readonly note: ReadNote }>()

  constructor(
    readonly notes: Notes,
    readonly holdings: NoteHoldings,
    readonly vault: Vault,
    readonly evaluations: Evaluations,
    readonly knowledge: CurrentKnowledge,
  ) {}

  async ofCurrentNote(): Promise<ShownExposure> {
    const document = this.notes.current
    return this.#show('note', document ? [await this.#readOpen(document)] : [], [], [])
  }

  /** Rejects with nothing: a note that cannot be read is a finding. */
  async ofVault(): Promise<ShownExposure> {
    await this.vault.upToDate()
    const all: ReadNote[] = []
    const unread: string[] = []
    for (const key of [...this.vault.index.notesWith('holds')].sort()) {
      const note = await this.#readKey(key)
      if (note) all.push(note)
      else unread.push(nameOfNote(key))
    }
    const { counts, findings } = countedNotes(all.map(({ holdings }) => holdings))
    const text = `${unread.join(', ')} cannot be read: not counted.`
    const failed: ExposureFinding[] = unread.length > 0 ? [{ tone: 'reading', text, amounts: '', places: [] }] : []
    return this.#show('vault', all, counts, [...failed, ...findings])
  }

  #show(
    scope: ExposureScope,
    notes: readonly ReadNote[],
    counts: readonly boolean[],
    more: readonly ExposureFinding[],
  ): ShownExposure {
    const { index } = this.knowledge
    const isCounted = (note: number) => counts[note] ?? true
    const exposure = exposureOf(
      notes.map(({ holdings }, note) => (isCounted(note) ? holdings.positions : [])),
      index,
    )
    const { day: today, staleAfterDays } = readToday()
    const facts = { exposure, index, history: this.evaluations.history, staleAfterDays, today }
    const doubts = notes.map(({ holdings }, note) => ({ note, doubts: isCounted(note) ? holdings.doubts : [] }))
    const findings = [...findingsOf(facts, doubts), ...more]
    const rule = scope === 'vault' ? addingUpRule : ''
    return {
      exposure,
      view: exposureView(exposure, findings, { scope, rule, notes }, index),
      notes: notes.map(({ uri }) => uri),
    }
  }

  async #readOpen(document: vscode.TextDocument): Promise<ReadNote> {
    const name = noteName(document)
    const holdings = await this.holdings.of(document)
    return {
      uri: document.uri,
      name,
      lineOf: lineFinder(document.getText()),
      holdings: { name, ...holdings },
    }
  }

  async #readKey(key: string): Promise<ReadNote | undefined> {
    const open = vscode.workspace.textDocuments.find((document) => document.uri.toString() === key)
    if (open) return this.#readOpen(open)
    const names = this.knowledge.assetNames
    const hash = this.vault.index.get(key)?.hash
    const known = this.#read.get(key)
    if (known && known.hash === hash && known.names === names) return known.note
    const uri = vscode.Uri.parse(key)
    try {
      const text = await this.vault.read(uri)
      const name = nameOfNote(key)
      const holdings = { name, ...positionsOf(await inSlices(holdingsInSteps(text, name, names))) }
      const note = { uri, name, lineOf: lineFinder(text), holdings }
      if (hash !== undefined) this.#read.set(key, { hash, names, note })
      return note
    } catch {
      return undefined
    }
  }
}
