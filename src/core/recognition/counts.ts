/** How often something occurs along a note, by section, and what has changed since it was looked at last. */

export class Counts<Section> {
  readonly #totals = new Map<string, number>()
  readonly #bySection = new Map<Section, Map<string, number>>()
  /** What the changed counts were when they were looked at last. */
  readonly #totalsBefore = new Map<string, number>()
  readonly #before = new Map<Section, Map<string, number>>()

  add(section: Section, key: string, by: number): void {
    const total = this.#totals.get(key) ?? 0
    const counts = entry(this.#bySection, section)
    const count = counts.get(key) ?? 0
    const before: Map<string, number> = entry(this.#before, section)
    if (!before.has(key)) before.set(key, count)
    if (!this.#totalsBefore.has(key)) this.#totalsBefore.set(key, total)
    setCount(this.#totals, key, total + by)
    setCount(counts, key, count + by)
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

  /** What has changed since the last call: counts before, by section and for the whole note. */
  takeChanges(): Changes<Section> {
    const changes = {
      inSections: new Map(
        [...this.#before].map(([section, before]) => [
          section,
          new Map([...before].filter(([key, count]) => count !== this.inSection(section, key))),
        ]),
      ),
      inNote: new Map([...this.#totalsBefore].filter(([key, total]) => total !== this.inNote(key))),
    }
    this.#before.clear()
    this.#totalsBefore.clear()
    return changes
  }
}

export interface Changes<Section> {
  readonly inSections: ReadonlyMap<Section, ReadonlyMap<string, number>>
  readonly inNote: ReadonlyMap<string, number>
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
