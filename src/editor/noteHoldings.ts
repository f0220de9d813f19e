import type * as vscode from 'vscode'
import { positionsOf, type NotePositions } from '../core/holdings/positions'
import { readHoldings } from '../core/holdings/readHoldings'
import type { CurrentKnowledge } from './currentKnowledge'
import { noteName, type Notes } from './notes'

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

  /** What a note says is held. Of a note that is too large to be read, nothing. */
  of(document: vscode.TextDocument): NotePositions {
    const names = this.knowledge.assetNames
    const known = this.#read.get(document)
    if (known?.version === document.version && known.names === names) return known.positions
    const positions = this.notes.isTooLarge(document)
      ? nothingHeld
      : positionsOf(readHoldings(document.getText(), noteName(document), names))
    this.#read.set(document, { version: document.version, names, positions })
    return positions
  }
}
