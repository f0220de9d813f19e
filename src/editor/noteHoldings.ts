import type * as vscode from 'vscode'
import { AssetNames } from '../core/holdings/assetNames'
import { positionsOf, type NotePositions } from '../core/holdings/positions'
import { readHoldings } from '../core/holdings/readHoldings'
import type { ProjectIndex } from '../core/knowledge/projectIndex'
import type { CurrentKnowledge } from './currentKnowledge'
import { noteName, type Notes } from './notes'

interface Read {
  readonly version: number
  readonly names: AssetNames
  readonly positions: NotePositions
}

const nothingHeld: NotePositions = { positions: [], doubts: [], account: '', date: '' }

/** The holdings of open notes: read once a version, shared by everything that shows them. */
export class NoteHoldings {
  readonly #read = new WeakMap<vscode.TextDocument, Read>()
  #names: { readonly index: ProjectIndex; readonly names: AssetNames } | undefined

  constructor(
    readonly notes: Notes,
    readonly knowledge: CurrentKnowledge,
  ) {}

  /** What assets are called, in the state of knowledge that is in force. */
  get names(): AssetNames {
    const { index } = this.knowledge
    if (this.#names?.index !== index) this.#names = { index, names: new AssetNames(index.knowledge) }
    return this.#names.names
  }

  /** What a note says is held. Of a note that is too large to be read, nothing. */
  of(document: vscode.TextDocument): NotePositions {
    const { names } = this
    const known = this.#read.get(document)
    if (known?.version === document.version && known.names === names) return known.positions
    const positions = this.notes.isTooLarge(document)
      ? nothingHeld
      : positionsOf(readHoldings(document.getText(), noteName(document), names))
    this.#read.set(document, { version: document.version, names, positions })
    return positions
  }
}
