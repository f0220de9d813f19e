/** The names that a comparison could be made of: mentions, and names beside them that recognition alone leaves open. */
import type { ProjectIndex } from '../knowledge/projectIndex'
import type { LayerId } from '../knowledge/schema'
import { isInAddress } from '../recognition/address'
import type { TakenBack } from '../notMeant'
import type { Mention } from '../recognition/findMentions'
import { formOf, ordinaryForms } from '../recognition/form'
import type { Alias, Lexicon } from '../recognition/lexicon'
import { findHits } from '../recognition/matcher'
import { isPerson } from '../recognition/neighbours'
import { lowerBound, type Block, type Prose, type Range } from '../recognition/prose'
import { isInHeadline, sentenceAround } from '../recognition/sentence'

/** A project named in a text. */
export interface Name extends Range {
  readonly project: string
  readonly layer: LayerId
  /** Whether recognition takes it for the project without a comparison's help. */
  readonly isSure: boolean
  /** Whether it is written like an ordinary word: `near`, `render`. */
  readonly isLowerCase: boolean
}

/** What is known of names and projects. */
export interface Known {
  readonly lexicon: Lexicon
  readonly index: ProjectIndex
}

/** Mentions of projects that have a layer. */
export function namesOf(mentions: readonly Mention[], { index }: Known): Name[] {
  return mentions.flatMap(({ start, end, project }) =>
    nameAt({ start, end }, project, index, { isSure: true, isLowerCase: false }),
  )
}

/**
 * Adds what is written like a name of a project but has too little around it to be a mention: in `Exit VIRTUAL, enter
 * RENDER` both are names once the sentence is a comparison. Tickers that need their dollar are not. A word in lower case
 * is, when all around it is and another project is named there: `akash or bittensor`. What a person has said is no
 * project stays none.
 */
export function withOpenNames(
  text: string,
  names: readonly Name[],
  { blocks, skipped }: Prose,
  { lexicon, index }: Known,
  takenBack: TakenBack | undefined,
): Name[] {
  const hits = findHits(text, lexicon).filter(({ start, end }) => !takenBack?.includes(start, text.slice(start, end)))
  const open = hits.flatMap((hit): Name[] => {
    const block = blocks[lowerBound(blocks, hit.start)]
    if (!block || block.start > hit.start || block.end < hit.end) return []
    if (overlaps(names, hit) || overlaps(skipped, hit) || isInAddress(text, hit.start, hit.end)) return []
    const alias = hit.aliases.find((candidate) => isWrittenAsName(text, block, hit, candidate, hits))
    if (alias) return nameAt(hit, alias.project, index, { isSure: false, isLowerCase: false })
    const word = hit.aliases.find(({ match }) => match === 'cues' || match === 'word')
    return word && isAmongLowerCase(text, block, hit)
      ? nameAt(hit, word.project, index, { isSure: false, isLowerCase: true })
      : []
  })
  if (open.length === 0) return [...names]
  const all = [...names, ...open].sort((a, b) => a.start - b.start)
  return all.filter((name) => !name.isLowerCase || hasCompany(text, blocks, name, all))
}

function nameAt(
  { start, end }: Range,
  project: string,
  index: ProjectIndex,
  written: Pick<Name, 'isSure' | 'isLowerCase'>,
): Name[] {
  const layer = index.head(project)?.layer
  return layer === undefined || layer === 'none' ? [] : [{ start, end, project, layer, ...written }]
}

/** Whether a word in lower case stands in a sentence without capitals, but for tickers. */
function isAmongLowerCase(text: string, block: Block, hit: Range): boolean {
  if (/\p{Lu}/u.test(text.slice(hit.start, hit.end))) return false
  const { from, to } = sentenceAround(text, block, hit)
  return to - from <= chatLength && !/\p{Lu}\p{Ll}/u.test(text.slice(from, to))
}

/** Nobody writes longer sentences without a capital. */
const chatLength = 200

/** Whether the sentence of a name holds another project's name that is no ordinary word. */
function hasCompany(text: string, blocks: readonly Block[], name: Name, all: readonly Name[]): boolean {
  const block = blocks[lowerBound(blocks, name.start)]
  if (!block) return false
  const { from, to } = sentenceAround(text, block, name)
  return namesIn(all, from, to).some(({ project, isLowerCase }) => !isLowerCase && project !== name.project)
}

function overlaps(ranges: readonly Range[], { start, end }: Range): boolean {
  const next = ranges[lowerBound(ranges, start)]
  return next !== undefined && next.start < end
}

function isWrittenAsName(text: string, block: Block, hit: Range, alias: Alias, hits: readonly Range[]): boolean {
  const { from, to } = sentenceAround(text, block, hit)
  const form = formOf(text, { start: hit.start, end: hit.end, from, to }, alias)
  if (form === undefined || form === 'withoutDollar' || isPerson(text, hit, from)) return false
  // In `TAO vs RENDER` the capitals are the names' own.
  if (form === 'shouted') return alias.isCapitals && !isShoutedBetween(text, from, to, hits)
  // At the start of a sentence a capital is a name's as often as a word's: the rest of the sentence tells. In a
  // headline it is any word's: `World Leaders Render Verdict`.
  if (form === 'wordAtStart') return !isInHeadline(text, hit, from, to)
  return !ordinaryForms.has(form) || form === 'lowerCaseLetters'
}

/** Whether the words between names are in capitals. */
function isShoutedBetween(text: string, from: number, to: number, hits: readonly Range[]): boolean {
  let rest = ''
  let at = from
  for (let index = lowerBound(hits, from); (hits[index]?.end ?? Infinity) <= to; index++) {
    rest += text.slice(at, hits[index]?.start)
    at = hits[index]?.end ?? to
  }
  const letters = (rest + text.slice(at, to)).replace(/[^\p{L}]/gu, '')
  return letters.length > 2 && letters.replace(/[^\p{Lu}]/gu, '').length > letters.length / 2
}

/** The names that lie in [start, end), of sorted ones. */
export function namesIn(names: readonly Name[], start: number, end: number): readonly Name[] {
  const first = lowerBound(names, start)
  let last = first
  while ((names[last]?.end ?? Infinity) <= end) last++
  return names.slice(first, last)
}

/** One name for each project, the first. */
export function distinct(names: readonly Name[]): readonly Name[] {
  return [...new Map([...names].reverse().map((name) => [name.project, name])).values()].reverse()
}

/** Whether two projects are no substitutes: they share no layer, and neither stands in the other's place. */
function isAcrossLayers(a: Name, b: Name, index: ProjectIndex): boolean {
  if (a.layer === b.layer) return false
  const [one, other] = [index.get(a.project), index.get(b.project)]
  if (!one || !other) return false
  const layers = [a.layer, one.secondLayer?.layer]
  return (
    !layers.includes(b.layer) &&
    (!other.secondLayer || !layers.includes(other.secondLayer.layer)) &&
    !one.counterparts.includes(b.project) &&
    !other.counterparts.includes(a.project)
  )
}

/** Whether some name on the left and one on the right are no substitutes for each other. */
export function crossLayers(left: readonly Name[], right: readonly Name[], index: ProjectIndex): boolean {
  const others = distinct(right)
  return distinct(left).some((a) => others.some((b) => isAcrossLayers(a, b, index)))
}
