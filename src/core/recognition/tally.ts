/** Counts of things along a note: how many in a sentence, in the rest of its section, in the rest of the note. */

export interface Reach {
  /** Offsets of the sentence, list line, heading or cell. */
  readonly from: number
  readonly to: number
  readonly sectionFrom: number
  readonly sectionTo: number
}

export interface Tally {
  readonly sentence: number
  readonly section: number
  readonly note: number
}

/** Offsets by key, each list in ascending order; every question is answered by binary search. */
export class Positions<K> {
  readonly #byKey = new Map<K, number[]>()

  /** Offsets of one key must be added in ascending order. */
  add(key: K, offset: number): void {
    const offsets = this.#byKey.get(key)
    if (offsets) offsets.push(offset)
    else this.#byKey.set(key, [offset])
  }

  /** What lies around a place, leaving out what lies in [except.start, except.end). */
  around(key: K, reach: Reach, except: { readonly start: number; readonly end: number }): Tally {
    const offsets = this.#byKey.get(key)
    if (!offsets) return { sentence: 0, section: 0, note: 0 }
    const itself = countBetween(offsets, except.start, except.end)
    const sentence = countBetween(offsets, reach.from, reach.to)
    const section = countBetween(offsets, reach.sectionFrom, reach.sectionTo)
    return { sentence: sentence - itself, section: section - sentence, note: offsets.length - section }
  }

  count(key: K): number {
    return this.#byKey.get(key)?.length ?? 0
  }
}

function countBetween(offsets: readonly number[], from: number, to: number): number {
  return firstAtOrAfter(offsets, to) - firstAtOrAfter(offsets, from)
}

/** Index of the first offset that is not below `limit`, in an ascending list. */
export function firstAtOrAfter(offsets: readonly number[], limit: number): number {
  let low = 0
  let high = offsets.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((offsets[middle] ?? 0) < limit) low = middle + 1
    else high = middle
  }
  return low
}
