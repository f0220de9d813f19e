/** The whole vault: what is known of every note, and sums by project that follow each change. */
import type { AssetNames } from './holdings/assetNames'
import { mayHold, saysHoldings } from './holdings/readHoldings'
import type { Mention } from './recognition/findMentions'
import { mayHoldRecords } from './records/recordMarkdown'

/** A note as it was read: what facts are taken from. */
export interface ReadNote {
  /** The name of its file. */
  readonly name: string
  readonly text: string
  readonly mentions: readonly Mention[]
}

/** A mention where an editor shows it. Line and character count from 0, in UTF-16 code units. */
export interface IndexedMention {
  readonly project: string
  readonly line: number
  readonly character: number
  readonly length: number
}

/** What the index keeps of a note: plain JSON, small, and no text. A new fact is one more function of a `ReadNote`. */
export interface NoteFacts {
  readonly mentions: readonly IndexedMention[]
  /** It says what its writer holds, or is long and may say it. How much is not kept: that is nobody's business. */
  readonly holds?: true
  /** It calls itself an evaluation record, or seems to hold one. */
  readonly isRecord?: true
}

/** Taken step by step: a note may be long. `names` tells assets in tables and lists. */
export function* noteFacts(note: ReadNote, names: AssetNames): Generator<undefined, NoteFacts> {
  const mentions = indexedMentions(note)
  yield
  const holds = yield* mayHoldAnything(note, names)
  yield
  return { mentions, ...(holds ? { holds } : {}), ...(mayHoldRecords(note.text) ? { isRecord: true } : {}) }
}

/** Of notes above this many UTF-16 code units a quick look decides whether they may hold something. */
const longNote = 60_000

function* mayHoldAnything({ name, text, mentions }: ReadNote, names: AssetNames): Generator<undefined, boolean> {
  if (!mayHold(text, mentions.length > 0)) return false
  return text.length > longNote || (yield* saysHoldings(text, name, names))
}

/** A file's modification time and size: while both stay, it is not read again. */
export interface Stamp {
  readonly modified: number
  readonly size: number
}

export interface IndexedNote {
  readonly facts: NoteFacts
  /** Of the text that the facts were taken from. */
  readonly hash: number
  /** Of the file that held that text; none for the text of an unsaved editor. */
  readonly stamp?: Stamp
}

export interface ProjectCount {
  readonly mentions: number
  readonly notes: number
}

/** How often a project is mentioned, in all and in each note. */
interface Count {
  mentions: number
  readonly byNote: Map<string, number>
}

/** Facts that few notes have, and that are asked for by themselves. */
export type SeldomFact = 'holds' | 'isRecord'

const none: ReadonlyMap<string, number> = new Map()

/** Of most notes of most vaults nothing is known: all of them share it. */
const nothing: NoteFacts = { mentions: [] }

function isNothing({ mentions, ...others }: NoteFacts): boolean {
  return mentions.length === 0 && Object.keys(others).length === 0
}

/**
 * Notes by key, which is the address of the note's file. A change of one note costs what that note holds, however large
 * the vault is.
 */
export class VaultIndex {
  readonly #notes = new Map<string, IndexedNote>()
  /** By project. */
  readonly #counts = new Map<string, Count>()
  readonly #seldom: Readonly<Record<SeldomFact, Set<string>>> = { holds: new Set(), isRecord: new Set() }
  #changed = new Set<string>()
  #mentionCount = 0

  get noteCount(): number {
    return this.#notes.size
  }

  get mentionCount(): number {
    return this.#mentionCount
  }

  get(key: string): IndexedNote | undefined {
    return this.#notes.get(key)
  }

  notes(): ReadonlyMap<string, IndexedNote> {
    return this.#notes
  }

  /** Ids of all projects that some note mentions. */
  projects(): Iterable<string> {
    return this.#counts.keys()
  }

  countOf(project: string): ProjectCount {
    const count = this.#counts.get(project)
    return { mentions: count?.mentions ?? 0, notes: count?.byNote.size ?? 0 }
  }

  /** The keys of the notes that mention a project, each with how often. */
  notesOf(project: string): ReadonlyMap<string, number> {
    return this.#counts.get(project)?.byNote ?? none
  }

  /** The keys of the notes that have a fact. */
  notesWith(fact: SeldomFact): ReadonlySet<string> {
    return this.#seldom[fact]
  }

  /** The keys of the notes that have come, changed or gone since the last call. */
  takeChanges(): ReadonlySet<string> {
    const changed = this.#changed
    this.#changed = new Set()
    return changed
  }

  set(key: string, note: IndexedNote): void {
    const known = this.#notes.get(key)
    const facts = isNothing(note.facts) ? nothing : note.facts
    this.#notes.set(key, { ...note, facts })
    this.#changed.add(key)
    if (known?.facts === facts) return
    if (known) this.#count(key, known.facts, -1)
    this.#count(key, facts, 1)
  }

  delete(key: string): void {
    const known = this.#notes.get(key)
    if (!known) return
    this.#notes.delete(key)
    this.#changed.add(key)
    this.#count(key, known.facts, -1)
  }

  /** Has every note read again, and keeps what is known of it until then. */
  expire(): void {
    for (const [key, { facts }] of this.#notes) this.#notes.set(key, { facts, hash: -1 })
  }

  #count(key: string, facts: NoteFacts, by: 1 | -1): void {
    this.#mentionCount += by * facts.mentions.length
    for (const fact of ['holds', 'isRecord'] as const) {
      if (by === 1 && facts[fact]) this.#seldom[fact].add(key)
      else this.#seldom[fact].delete(key)
    }
    for (const { project } of facts.mentions) {
      const count = this.#counts.get(project) ?? { mentions: 0, byNote: new Map<string, number>() }
      count.mentions += by
      const inNote = (count.byNote.get(key) ?? 0) + by
      if (inNote > 0) count.byNote.set(key, inNote)
      else count.byNote.delete(key)
      if (count.mentions > 0) this.#counts.set(project, count)
      else this.#counts.delete(project)
    }
  }
}

/** Lines end as they do in an editor: at `\n`, `\r\n` and a lone `\r`. */
export function indexedMentions({ text, mentions }: Pick<ReadNote, 'text' | 'mentions'>): IndexedMention[] {
  const lineEnd = /\r\n?|\n/g
  let line = 0
  let lineStart = 0
  let next = mentions.length > 0 ? lineEnd.exec(text) : null
  return mentions.map(({ project, start, end }) => {
    for (; next && lineEnd.lastIndex <= start; next = lineEnd.exec(text)) {
      line++
      lineStart = lineEnd.lastIndex
    }
    return { project, line, character: start - lineStart, length: end - start }
  })
}

/** A number for a text, equal for equal texts and else, but for one case in 2^53, another. */
export function hashText(text: string): number {
  const hash = new TextHash()
  hash.add(text)
  return hash.value
}

/** The same for a text that comes in parts. */
export class TextHash {
  #low = 0xdeadbeef
  #high = 0x41c6ce57

  add(text: string): void {
    let low = this.#low
    let high = this.#high
    for (let index = 0; index < text.length; index++) {
      const code = text.charCodeAt(index)
      low = Math.imul(low ^ code, 2654435761)
      high = Math.imul(high ^ code, 1597334677)
    }
    this.#low = low
    this.#high = high
  }

  /** Of all that was added. */
  get value(): number {
    const low =
      Math.imul(this.#low ^ (this.#low >>> 16), 2246822507) ^ Math.imul(this.#high ^ (this.#high >>> 13), 3266489909)
    const high = Math.imul(this.#high ^ (this.#high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909)
    return 4294967296 * (2097151 & high) + (low >>> 0)
  }
}
