import type * as vscode from 'vscode'
import { positionsOf, type NotePositions } from '../core/holdings/positions'
import { holdingsInSteps, mayHold } from '../core/holdings/readHoldings'
import type { CurrentKnowledge } from './currentKnowledge'
import { noteName, type Notes } from './notes'
import { inSlices } from './slices'

interface Read {
  readonly version: number
  readonly names: CurrentKnowledge['assetNames']
  readonly positions: NotePositions
}

const nothingHeld: NotePositions = { positions: [], doubts: [], account: '', date: '' }

/** The holdings of open notes: read once a version, shared by everything that shows them. */
export class NoteHoldings {
  readonly #read = new WeakMap<vscode.TextDocument, Read>()

  constructor(
    readonly notes: Notes,
    readonly knowledge: CurrentKnowledge,
  ) {}

  /** What a note says is held, once it rests. Of a note that is too large to be read, nothing. */
  async of(document: vscode.TextDocument): Promise<NotePositions> {
    for (;;) {
      const { version } = document
      const names = this.knowledge.assetNames
      const known = this.#read.get(document)
      if (known?.version === version && known.names === names) return known.positions
      const positions = await this.#positionsIn(document)
      if (!positions) continue
      this.#read.set(document, { version, names, positions })
      return positions
    }
  }

  /** Nothing when the note changes meanwhile. */
  async #positionsIn(document: vscode.TextDocument): Promise<NotePositions | undefined> {
    if (this.notes.isTooLarge(document)) return nothingHeld
    const { version } = document
    const text = document.getText()
    if (!mayHold(text, true)) return nothingHeld
    const reading = holdingsInSteps(text, noteName(document), this.knowledge.assetNames)
    const statements = await inSlices(reading, () => document.version === version)
    return statements && positionsOf(statements)
  }
}
