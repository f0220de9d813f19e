/** How often something occurs along a note, by section, and which sections a change can matter to. */

/** Evidence of one kind counts for one piece and a little more for a second; from here on nothing changes. */
export const enough = 2

/** A heading of the top level and what follows it up to the next, or what stands before the first. */
export type SectionKey = object

export class Counts {
  readonly #totals = new Map<string, number>()
  readonly #bySection = new Map<SectionKey, Map<string, number>>()
  /** What the changed counts were when they were looked at last. */
  readonly #totalsBefore = new Map<string, number>()
  readonly #before = new Map<SectionKey, Map<string, number>>()

  add(section: SectionKey, key: string, by: number): void {
    const total = this.#totals.get(key) ?? 0
    const counts = entry(this.#bySection, section)
    const count = counts.get(key) ?? 0
    const before = entry(this.#before, section)
    if (!before.has(key)) before.set(key, count)
    if (!this.#totalsBefore.has(key)) this.#totalsBefore.set(key, total)
    setCount(this.#totals, key, total + by)
    setCount(counts, key, count + by)
    if (counts.size === 0) this.#bySection.delete(section)
  }

  inNote(key: string): number {
    return this.#totals.get(key) ?? 0
  }

  inSection(section: SectionKey, key: string): number {
    return this.#bySection.get(section)?.get(key) ?? 0
  }

  /** How many keys have a count in the note. */
  get size(): number {
    return this.#totals.size
  }

  keys(): IterableIterator<string> {
    return this.#totals.keys()
  }

  /**
   * The sections among `sections` in which a change since the last call can weigh: their own count of a key is another,
   * or that of the rest of the note is and was not `enough` before and after.
   */
  takeAffected<S extends SectionKey>(sections: Iterable<S>): Set<S> {
    const affected = new Set<S>()
    if (this.#totalsBefore.size === 0) return affected
    const changed = [...this.#totalsBefore].filter(([key, before]) => before !== this.inNote(key))
    for (const section of sections) {
      const before = this.#before.get(section)
      const isChanged =
        [...(before ?? [])].some(([key, count]) => count !== this.inSection(section, key)) ||
        changed.some(([key, total]) => {
          const inSection = this.inSection(section, key)
          return Math.min(enough, total - inSection) !== Math.min(enough, this.inNote(key) - inSection)
        })
      if (isChanged) affected.add(section)
    }
    this.#before.clear()
    this.#totalsBefore.clear()
    return affected
  }
}

function entry<K>(maps: Map<K, Map<string, number>>, key: K): Map<string, number> {
  let map = maps.get(key)
  if (!map) maps.set(key, (map = new Map()))
  return map
}

function setCount(counts: Map<string, number>, key: string, count: number): void {
  if (count === 0) counts.delete(key)
  else counts.set(key, count)
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
