/** How often something occurs along a note, by section, and what has changed since it was looked at last. */

export class Counts<Section> {
  readonly #totals = new Map<string, number>()
  readonly #bySection = new Map<Section, Map<string, number>>()
  /** What the changed counts were when they were looked at last. */
  readonly #totalsBefore = new Map<string, number>()
  readonly #before = new Map<Section, Map<string, number>>()

  /** Adds counts in a section, or takes them away. */
  addAll(section: Section, added: ReadonlyMap<string, number>, by: 1 | -1): void {
    if (added.size === 0) return
    const counts = entry(this.#bySection, section)
    const before: Map<string, number> = entry(this.#before, section)
    for (const [key, count] of added) {
      const inSection = counts.get(key) ?? 0
      const total = this.inNote(key)
      if (!before.has(key)) before.set(key, inSection)
      if (!this.#totalsBefore.has(key)) this.#totalsBefore.set(key, total)
      setCount(this.#totals, key, total + by * count)
      setCount(counts, key, inSection + by * count)
    }
    if (counts.size === 0) this.#bySection.delete(section)
  }

  inNote(key: string): number {
    return this.#totals.get(key) ?? 0
  }

  inSection(section: Section, key: string): number {
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
   * The sections in which counts have changed since they came here last, with what those were before. Each counts as
   * seen when it comes.
   */
  *changesInSections(): Generator<[Section, ReadonlyMap<string, number>]> {
    for (const [section, before] of this.#before) {
      this.#before.delete(section)
      yield [section, new Map([...before].filter(([key, count]) => count !== this.inSection(section, key)))]
    }
  }

  /** The same for the counts of the whole note. */
  *changesInNote(): Generator<[string, number]> {
    for (const [key, before] of this.#totalsBefore) {
      this.#totalsBefore.delete(key)
      if (before !== this.inNote(key)) yield [key, before]
    }
  }
}

function entry<K>(maps: Map<K, Map<string, number>>, key: K): Map<string, number> {
  let map = maps.get(key)
  if (!map) maps.set(key, (map = new Map<string, number>()))
  return map
}

function setCount(counts: Map<string, number>, key: string, count: number): void {
  if (count === 0) counts.delete(key)
  else counts.set(key, count)
}

/** How often each key is among `keys`. */
export function tally(keys: Iterable<string>): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
  return counts
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
