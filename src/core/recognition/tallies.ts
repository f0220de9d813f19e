/** How much evidence of a kind there is around a place, by how far away it stands. */
import type { Place } from './passage'
import { graded, type Evidence, type WeightName } from './weights'

/** So many code units before and behind a sentence, in its passage, are near to it: the rest of a usual paragraph. */
export const nearbyLength = 400

export function isNearby({ from, to }: Place, start: number): boolean {
  return start >= from - nearbyLength && start < to + nearbyLength
}

/** How many pieces of evidence there are in the sentence, near to it, in the rest of the section and of the note. */
export interface Tally {
  readonly sentence: number
  readonly nearby: number
  readonly section: number
  readonly note: number
}

/** The sentence as it is; of what is around it what is more than of the other. */
export function excess(tally: Tally, other: Tally): Tally {
  return {
    sentence: tally.sentence,
    nearby: tally.nearby - other.nearby,
    section: tally.section - other.section,
    note: tally.note - other.note,
  }
}

/** Kinds of evidence that count by how far away they are. */
type Kind = WeightName extends infer Name ? (Name extends `${infer Base} sentence` ? Base : never) : never

const whereIs = { sentence: 'in this sentence', nearby: 'close by', section: 'in this section', note: 'in this note' }

const distances = ['sentence', 'nearby', 'section', 'note'] as const

/** All distances count. */
export function addAll(evidence: Evidence[], kind: Kind, tally: Tally, reason: string, inSentence = 1): void {
  for (const distance of distances) {
    const factor = graded(tally[distance]) * (distance === 'sentence' ? inSentence : 1)
    if (factor > 0) evidence.push({ weight: `${kind} ${distance}`, factor, reason })
  }
}

/** Only what is nearest counts. */
export function addNearest(evidence: Evidence[], kind: Kind, tally: Tally, what: string, grade = graded): void {
  const nearest = distances.find((distance) => tally[distance] > 0)
  if (!nearest) return
  const factor = grade(tally[nearest])
  evidence.push({ weight: `${kind} ${nearest}`, factor, reason: `${what} ${whereIs[nearest]}` })
}

/** `Salesforce Apex`, `ICP registration`, `laundry chutes`: whether the word at [start, end) is right beside a name. */
export function isRightBeside(text: string, name: Place, start: number, end: number): boolean {
  if (end > name.to || (start < name.end && end > name.start)) return false
  return gapBeside.test(start < name.start ? text.slice(end, name.start) : text.slice(name.end, start))
}

/** What may stand between a name and the word right beside it. */
const gapBeside = /^[\s("'*_-]{0,4}$/

/** Evidence counts for one piece and for a few more; from so many on nothing changes. */
export const enough = 8
