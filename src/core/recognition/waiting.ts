/**
 * Which passages have to be weighed again: those that came, and those to which a change of counts matters, of words or of
 * sure mentions, in their section or in the note.
 */
import type { Counts } from './counts'
import { anything, concernOf, isGeneral, type Alias, type Lexicon } from './lexicon'
import { anyProject, capitals, otherMark, personMark, type Learned, type Section } from './lessons'
import type { Passage } from './passage'
import { enough } from './tallies'
import type { Weighing } from './weighing'

export class Waiting {
  /** Those whose places have to be weighed. */
  readonly passages = new Set<Passage>()
  readonly #sections = new Set<Section>()
  /** Passages by what changes of counts can matter to them. */
  readonly #byConcern = new Map<string, Set<Passage>>()
  /** What counts of words in the note were when all passages to which they matter were awaited last. */
  readonly #wordsBefore = new Map<string, number>()
  readonly #weighing: Weighing
  readonly #states: ReadonlyMap<Passage, Learned>

  constructor(
    readonly lexicon: Lexicon,
    weighing: Weighing,
    states: ReadonlyMap<Passage, Learned>,
  ) {
    this.#weighing = weighing
    this.#states = states
  }

  /** All that passages of the note were concerned by, now or before. */
  get concerns(): Iterable<string> {
    return this.#byConcern.keys()
  }

  add(passage: Passage, section: Section): void {
    this.enter(passage, section)
    for (const concern of passage.concerns) {
      const concerned = this.#byConcern.get(concern)
      if (concerned) concerned.add(passage)
      else this.#byConcern.set(concern, new Set([passage]))
    }
  }

  remove(passage: Passage, section: Section): void {
    this.passages.delete(passage)
    this.leave(passage, section)
    for (const concern of passage.concerns) this.#byConcern.get(concern)?.delete(passage)
  }

  enter(passage: Passage, section: Section): void {
    if (passage.places.length === 0) return
    section.passages.add(passage)
    this.#sections.add(section)
    this.passages.add(passage)
  }

  leave(passage: Passage, section: Section): void {
    section.passages.delete(passage)
    if (section.passages.size === 0) this.#sections.delete(section)
  }

  /** Lets those passages wait whose places weigh otherwise after changes of the counts of words. */
  *awaitWords(cues: Counts<Section>): Generator<undefined, void> {
    for (const [section, before] of cues.changesInSections()) {
      for (const [key, count] of before) {
        if (isGeneral(key)) this.#awaitBeside(cues, key, section, count)
        else this.#await(concernOf(key), section)
      }
      yield
    }
    yield* this.#awaitWordsOfNote(cues)
  }

  /** The same for counts of the whole note: all at once, since words count against each other. */
  *#awaitWordsOfNote(cues: Counts<Section>): Generator<undefined, void> {
    const before = this.#wordsBefore
    for (const [key, count] of cues.changesInNote()) if (!before.has(key)) before.set(key, count)
    const concerned = new Set<Passage>()
    for (const [key, count] of before) {
      if (isGeneral(key)) this.#awaitOutside(anything, cues, key, count)
      else for (const passage of this.#byConcern.get(concernOf(key)) ?? none) concerned.add(passage)
      yield
    }
    const was = (key: string) => before.get(key) ?? cues.inNote(key)
    const is = (key: string) => cues.inNote(key)
    for (const passage of concerned) {
      const section = this.#states.get(passage)?.section
      if (!section || this.passages.has(passage)) continue
      const weighsAnew = (alias: Alias) =>
        this.#weighing.wordsOfNote(alias, section, was) !== this.#weighing.wordsOfNote(alias, section, is)
      if (passage.aliases.some(weighsAnew)) this.passages.add(passage)
      yield
    }
    before.clear()
  }

  /** The same for sure mentions: they matter to their own project, to its relatives and, as company, to all others. */
  *awaitSure(counts: Counts<Section>): Generator<undefined, void> {
    for (const [section, before] of counts.changesInSections()) {
      for (const [key, count] of before) {
        if (isEnough(counts.inSection(section, key), count)) continue
        for (const concern of this.#concernedBy(key)) this.#await(concern, section)
      }
      const all = before.get(anyProject)
      if (all !== undefined) {
        const family = this.#largestFamily((key) => counts.inSection(section, key))
        if (!isEnough(counts.inSection(section, anyProject) - family, all - family)) this.#await(anyProject, section)
      }
      yield
    }
    for (const [key, total] of counts.changesInNote()) {
      for (const concern of this.#concernedBy(key)) this.#awaitOutside(concern, counts, key, total)
      if (key === anyProject) this.#awaitCompany(counts, total)
      yield
    }
  }

  /** Sections outside of which the company of sure mentions was `before` or is less than enough. */
  #awaitCompany(counts: Counts<Section>, before: number): void {
    const family = this.#largestFamily((key) => counts.inNote(key))
    for (const section of this.#sections) {
      // What is left of the company outside a section when the largest family is taken away.
      const inSection = counts.inSection(section, anyProject) + family
      if (Math.min(before, counts.inNote(anyProject)) - inSection < enough) this.#await(anyProject, section)
    }
  }

  /** The concerns of passages to which sure mentions that are counted under a key matter, company aside. */
  #concernedBy(key: string): Iterable<string> {
    if (key === anyProject) return []
    if (key.startsWith(capitals)) return [key.slice(capitals.length)]
    for (const mark of [otherMark, personMark]) {
      if (key.startsWith(mark)) return [key.slice(mark.length, key.indexOf(' ', mark.length))]
    }
    return [key, ...(this.lexicon.relatives.get(key) ?? none)]
  }

  /** The largest count of a project with its relatives, at the least. */
  #largestFamily(count: (key: string) => number): number {
    let largest = 0
    for (const project of this.#byConcern.keys()) {
      if (project === anything) continue
      let sum = count(project)
      for (const relative of this.lexicon.relatives.get(project) ?? none) sum += count(relative)
      largest = Math.max(largest, sum)
    }
    return largest
  }

  /** Passages outside of whose section a count was or is less than enough, and is another. */
  #awaitOutside(concern: string, counts: Counts<Section>, key: string, before: number): void {
    const now = counts.inNote(key)
    for (const passage of this.#byConcern.get(concern) ?? []) {
      const section = this.#states.get(passage)?.section
      const inSection = section ? counts.inSection(section, key) : 0
      if (Math.min(enough, before - inSection) !== Math.min(enough, now - inSection)) this.passages.add(passage)
    }
  }

  /** Passages in a section, outside of which a general word's count there was `before` or is less than enough. */
  #awaitBeside(cues: Counts<Section>, key: string, section: Section, before: number): void {
    const least = Math.min(before, cues.inSection(section, key))
    for (const passage of section.passages) {
      const own = this.#states.get(passage)?.cues?.get(key) ?? 0
      if (least - own < enough) this.passages.add(passage)
    }
  }

  #await(concern: string, section: Section): void {
    for (const passage of section.passages) if (passage.concerns.has(concern)) this.passages.add(passage)
  }
}

const none: ReadonlySet<never> = new Set()

/** More pieces than a sentence and what is near to it can hold: what a section has beyond is outside of both. */
const moreThanNearby = 2200

function isEnough(before: number, now: number): boolean {
  return Math.min(before, now) >= moreThanNearby + enough
}
