/** A top-level block of a note and what is found in it: the unit that is read anew after an edit. */
import { isInAddress } from './address'
import { findCues, type Cues, type CueWords } from './cues'
import { anything, senseOf, type Alias, type Lexicon } from './lexicon'
import { findHits, type Hit } from './matcher'
import type { Block, Prose, Range } from './prose'
import { lowerBound } from './prose'
import { candidatesBeside, hasOtherName, readingsOf, type Reading } from './readings'
import { sentenceAround, startsCasually } from './sentence'
import { graded, total, type Evidence } from './weights'

/** A hit in prose. Offsets count from the start of its passage. */
export interface Place extends Range {
  /** The sentence, list line, heading or row of a table around it. */
  readonly from: number
  readonly to: number
  /** The list, or the column of a table, of which it is an entry: its line or cell begins with it; otherwise -1. */
  readonly group: number
  /** Nobody cares for capitals here: a chat line, a tag. */
  readonly isCasual: boolean
  /** The ways to read it that some context could make likely. */
  readonly readings: readonly Reading[]
}

const none: ReadonlySet<string> = new Set()

const noCues: Cues = { starts: [], ends: [], keys: [] }

export class Passage {
  /** All that its places may be read as. */
  readonly aliases: readonly Alias[]
  /** Projects and senses that its places may have, and `anything` if there are any. */
  readonly concerns: ReadonlySet<string>
  /** What was looked for, and what was found of it. */
  #read: { readonly words: CueWords; readonly cues: Cues } | undefined

  constructor(
    readonly text: string,
    readonly opensSection: boolean,
    readonly places: readonly Place[],
    /** Projects whose names are ordinary words here beyond doubt, once for each time. */
    readonly ordinary: readonly string[],
  ) {
    const aliases = places.flatMap(({ readings }) => readings.map(({ alias }) => alias))
    this.aliases = [...new Set(aliases)]
    this.concerns =
      places.length === 0 ? none : new Set([anything, ...aliases.flatMap((alias) => [alias.project, senseOf(alias)])])
  }

  /** Looks for words that tell senses apart, step by step. */
  *readCues(words: CueWords): Generator<undefined, void> {
    if (this.#read?.words !== words) this.#read = { words, cues: yield* findCues(this.text, words) }
  }

  /** Whether it has such words, or names that are ordinary words. */
  get speaks(): boolean {
    return this.ordinary.length > 0 || this.cues.keys.length > 0
  }

  /** The words that tell senses apart, none as long as they were not looked for. */
  get cues(): Cues {
    return this.#read?.cues ?? noCues
  }
}

/**
 * Cuts a text into its passages, up to the block that begins at `upTo`, step by step. `hits` are all that the matcher
 * found in it.
 */
export function* cutPassages(
  text: string,
  hits: readonly Hit[],
  { tops, blocks, skipped }: Prose,
  lexicon: Lexicon,
  upTo = Infinity,
): Generator<undefined, Passage[]> {
  const passages: Passage[] = []
  let nextHit = 0
  let nextBlock = 0
  let reached = 0
  for (const [index, { start, isHeading }] of tops.entries()) {
    if (start >= upTo) break
    const end = tops[index + 1]?.start ?? text.length
    const own = text.slice(start, end)
    const firstHit = nextHit
    const startsTorn = reached > start
    for (let hit = hits[nextHit]; hit && hit.start < end; hit = hits[++nextHit]) reached = hit.end
    const firstBlock = nextBlock
    while ((blocks[nextBlock]?.start ?? Infinity) < end) nextBlock++
    // A name does not reach from one block into the next.
    const inside = startsTorn || reached > end ? findHits(text, lexicon, start, end) : hits.slice(firstHit, nextHit)
    const places = inside.filter((hit) => isProse(text, hit, skipped))
    const ordinary: string[] = []
    const read =
      places.length === 0 ? [] : yield* placesOf(own, start, places, blocks.slice(firstBlock, nextBlock), ordinary)
    passages.push(new Passage(own, isHeading, read, ordinary))
  }
  return passages
}

function isProse(text: string, hit: Hit, skipped: readonly Range[]): boolean {
  const next = skipped[lowerBound(skipped, hit.start)]
  return (next === undefined || next.start >= hit.end) && !isInAddress(text, hit.start, hit.end)
}

/**
 * `base` is where the passage begins in the text that hits and blocks count from; `ordinary` receives the projects of
 * those hits that cannot mean them.
 */
function* placesOf(
  text: string,
  base: number,
  hits: readonly Hit[],
  blocks: readonly Block[],
  ordinary: string[],
): Generator<undefined, Place[]> {
  const own = hits.map((hit) => ({ ...hit, start: hit.start - base, end: hit.end - base }))
  const read: Place[] = []
  let at = 0
  for (const [index, hit] of own.entries()) {
    while (at < blocks.length - 1 && (blocks[at]?.end ?? 0) - base <= hit.start) at++
    const found = blocks[at]
    const block = found && { ...found, start: found.start - base, end: found.end - base }
    const isInside = block !== undefined && block.start <= hit.start && hit.end <= block.end
    const sentence = isInside ? sentenceAround(text, block, hit) : { from: hit.start, to: hit.end }
    const row = isInside ? found?.row : undefined
    const place = {
      start: hit.start,
      end: hit.end,
      ...(row ? { from: row.start - base, to: row.end - base } : sentence),
      group: isInside && block.group !== -1 && isEntry(text, block, hit) ? block.group - base : -1,
      isCasual: isInside && (block.kind === 'front-matter' || startsCasually(text, sentence.from, sentence.to)),
    }
    const readings = readingsOf(text, { ...place, ...sentence, header: block?.header ?? '' }, hit.aliases, [
      own[index - 1],
      own[index + 1],
    ])
    if (readings.length > 0) read.push({ ...place, readings })
    else ordinary.push(...new Set(hit.aliases.map(({ project }) => project)))
    yield
  }
  const starts = read.map(({ start }) => start)
  return read.map((place) => {
    const factor = graded(candidatesBeside(place, read, starts))
    const candidates: Evidence = { weight: 'candidates', factor, reason: 'other names in this sentence' }
    const otherName: Evidence = { weight: 'otherName', factor: 1, reason: 'another name of it in this sentence' }
    const readings = place.readings.map((reading) => {
      const beside = [
        ...(factor > 0 ? [candidates] : []),
        ...(hasOtherName(place, reading.alias, read, starts) ? [otherName] : []),
      ]
      return beside.length > 0
        ? { ...reading, own: [...reading.own, ...beside], total: reading.total + total(beside) }
        : reading
    })
    return { ...place, readings }
  })
}

/** `- **TAO**: 12`, `| Render |`, `- NEAR – gas`: a line or cell that is about the name it begins with. */
function isEntry(text: string, block: Range, { start, end }: Range): boolean {
  return (
    /^[\s*_~"“[(]*(?:\[[ xX]\]\s*)?\$?[\s*_["“]*$/u.test(text.slice(block.start, start)) &&
    /^[\])*_~"”'’]*\s*(?:$|[:,;|–—(/=→+\d~%$€@]|-\s)/u.test(text.slice(end, Math.min(block.end, end + 16)))
  )
}
