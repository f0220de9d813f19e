/** The product's eye: text in, mentions out. */
import type { Lexicon } from './lexicon'
import { hasHits } from './matcher'
import { NoteReading } from './noteReading'

/** A place in a note where a project is meant. Offsets are UTF-16 code units; a ticker's `$` belongs to it. */
export interface Mention {
  readonly start: number
  readonly end: number
  /** `text.slice(start, end)` of the note. */
  readonly text: string
  /** Project id. */
  readonly project: string
  /** 0.5 to 1: how sure it is that the project is meant. */
  readonly confidence: number
  /** Why, in words, strongest first. */
  readonly reasons: readonly string[]
  /** Number of top-level headings at or before the mention: mentions with equal numbers share a section. */
  readonly section: number
}

/** All mentions of a Markdown note, in order, none overlapping another. Never throws on any text. */
export function findMentions(text: string, lexicon: Lexicon): Mention[] {
  return hasHits(text, lexicon) ? new NoteReading(lexicon, text).mentions() : []
}

/** The mention that covers an offset, its ends included, so that a cursor behind a name still means it. */
export function mentionAt(mentions: readonly Mention[], offset: number): Mention | undefined {
  return mentions.find(({ start, end }) => start <= offset && offset <= end)
}
