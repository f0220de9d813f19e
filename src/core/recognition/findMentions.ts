/** The product's eye: text in, mentions out. */
import { isInAddress } from './address'
import type { Lexicon } from './lexicon'
import { findHits, type Hit } from './matcher'
import { findProse, lowerBound, type Block, type Range } from './prose'
import { decideSenses } from './senses'

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
  /** Number of headings at or before the mention: mentions with equal numbers share a section. */
  readonly section: number
}

/** All mentions of a Markdown note, in order, none overlapping another. Never throws on any text. */
export function findMentions(text: string, lexicon: Lexicon): Mention[] {
  const hits = findHits(text, lexicon)
  if (hits.length === 0) return []
  const prose = findProse(text, hits)
  const candidates = hits.filter((hit) => !overlaps(prose.skipped, hit) && !isInAddress(text, hit.start, hit.end))
  const senses = decideSenses(text, candidates, prose, lexicon)
  const section = sectionCounter(prose.blocks)
  return candidates.flatMap((hit, index) => {
    const sense = senses[index]
    return sense ? [mention(text, hit, sense.alias.project, sense.confidence, sense.reasons, section(hit.start))] : []
  })
}

/** The mention that covers an offset, its ends included, so that a cursor behind a name still means it. */
export function mentionAt(mentions: readonly Mention[], offset: number): Mention | undefined {
  return mentions.find(({ start, end }) => start <= offset && offset <= end)
}

function mention(
  text: string,
  { start, end }: Hit,
  project: string,
  confidence: number,
  reasons: readonly string[],
  section: number,
): Mention {
  return { start, end, text: text.slice(start, end), project, confidence, reasons, section }
}

function overlaps(ranges: readonly Range[], { start, end }: Range): boolean {
  const first = ranges[lowerBound(ranges, start)]
  return first !== undefined && first.start < end
}

function sectionCounter(blocks: readonly Block[]): (offset: number) => number {
  const headings = blocks.filter(({ kind }) => kind === 'heading')
  let passed = 0
  return (offset) => {
    while ((headings[passed]?.start ?? Infinity) <= offset) passed++
    return passed
  }
}
