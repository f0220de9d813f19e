/**
 * Which sense each name of a note has. Every place collects evidence from its form, its neighbours, its sentence, list,
 * section and note; the sum decides, and the reasons stay with it. What is sure after one round is evidence in the
 * next. After an edit only those passages are weighed again that the edit can matter to.
 */
import { Counts, tally } from './counts'
import { cueWordsOf, type CueWords } from './cues'
import { ordinaryForms } from './form'
import { anything, concernOf, isGeneral, keyOrdinary, type Alias, type Lexicon } from './lexicon'
import {
  anyProject,
  capitals,
  keysOf,
  learningRounds,
  nothingCounted,
  nothingLearned,
  otherMark,
  otherOf,
  personMark,
  personOf,
  type Learned,
  type Other,
  type Section,
  type Sure,
} from './lessons'
import type { Passage, Place } from './passage'
import { enough } from './tallies'
import { isSurelyOther, isSurelyPerson } from './signs'
import { Weighing, type Weighed } from './weighing'
import { confidenceOf, saidScore, sureScore, weightOf } from './weights'

/** What a place comes to under its likeliest reading. */
export interface Sense {
  readonly place: Place
  readonly alias: Alias
  /** 0.5 to 1. */
  readonly confidence: number
  /** In words, strongest first. */
  readonly reasons: readonly string[]
}

/** What is known of a passage in the course of weighing. */
interface State extends Learned {
  senses: readonly Sense[]
}

export class NoteSenses {
  readonly #states = new Map<Passage, State>()
  readonly #sections = new Set<Section>()
  /** Passages by what changes of counts can matter to them. */
  readonly #byConcern = new Map<string, Set<Passage>>()
  readonly #cues = new Counts<Section>()
  readonly #sure = Array.from({ length: learningRounds }, () => new Counts<Section>())
  /** Passages whose places have to be weighed. */
  readonly #waiting = new Set<Passage>()
  /** Passages whose words are not counted, or not all of them: they are from the first place on that asks for them. */
  readonly #uncounted = new Set<Passage>()
  /** What counts of words in the note were when all passages to which they matter were awaited last. */
  readonly #wordsBefore = new Map<string, number>()
  #areCuesWanted = false
  /** The words that matter to the concerns of the note, as long as there are no others. */
  #words: { readonly concerns: number; readonly cues: CueWords } | undefined

  readonly #weighing: Weighing

  constructor(readonly lexicon: Lexicon) {
    this.#weighing = new Weighing(lexicon, this.#cues, this.#sure)
  }

  add(passage: Passage, section: Section): void {
    const lessons = passage.places.length > 0 ? Array.from({ length: learningRounds }, () => nothingLearned) : []
    this.#states.set(passage, { section, cues: undefined, lessons, senses: [] })
    this.#uncounted.add(passage)
    this.#enter(passage, section)
    for (const concern of passage.concerns) {
      const concerned = this.#byConcern.get(concern)
      if (concerned) concerned.add(passage)
      else this.#byConcern.set(concern, new Set([passage]))
    }
    this.#areCuesWanted ||= passage.places.some(({ readings }) =>
      readings.some((reading) => this.#weighing.wantsCues(reading)),
    )
  }

  remove(passage: Passage): void {
    const state = this.#states.get(passage)
    if (!state) return
    this.#count(state, -1)
    this.#states.delete(passage)
    this.#uncounted.delete(passage)
    this.#waiting.delete(passage)
    this.#leave(passage, state.section)
    for (const concern of passage.concerns) this.#byConcern.get(concern)?.delete(passage)
  }

  /** Takes a passage over into another section, as when a heading comes or goes. */
  move(passage: Passage, section: Section): void {
    const state = this.#states.get(passage)
    if (!state || state.section === section) return
    this.#count(state, -1)
    this.#leave(passage, state.section)
    state.section = section
    this.#count(state, 1)
    this.#enter(passage, section)
  }

  sectionOf(passage: Passage): Section | undefined {
    return this.#states.get(passage)?.section
  }

  /** The places of a passage that mean a project, in order; right after `settle` only. */
  sensesOf(passage: Passage): readonly Sense[] {
    return this.#states.get(passage)?.senses ?? []
  }

  /** All readings of a passage's places with what speaks for and against them; right after `settle` only. */
  weighedOf(passage: Passage): Weighed[] {
    const state = this.#states.get(passage)
    if (!state) return []
    return passage.places.flatMap((place) =>
      place.readings.map((reading) => this.#weighing.weigh(passage, state, place, reading, learningRounds)),
    )
  }

  /** Weighs what waits, step by step. Who stops in between, because passages come or go, settles again. */
  *settle(): Generator<undefined, void> {
    if (this.#areCuesWanted) {
      const words = this.#wordsThatMatter()
      for (const passage of this.#uncounted) {
        const state = this.#states.get(passage)
        if (!state) continue
        yield* passage.readCues(words)
        this.#uncounted.delete(passage)
        if (state.cues) this.#cues.addAll(state.section, state.cues, -1)
        state.cues = passage.speaks
          ? tally([...passage.cues.keys, ...passage.ordinary.map(keyOrdinary)])
          : nothingCounted
        this.#cues.addAll(state.section, state.cues, 1)
        yield
      }
    }
    yield* this.#awaitCues()
    for (let round = 0; round <= learningRounds; round++) {
      const learned = this.#sure[round - 1]
      if (learned) yield* this.#awaitSure(learned)
      for (const passage of this.#waiting) {
        const state = this.#states.get(passage)
        if (!state) continue
        if (round < learningRounds) yield* this.#learn(passage, state, round)
        else yield* this.#decide(passage, state)
      }
    }
    this.#waiting.clear()
  }

  /** All words of the note's concerns. With a new concern all passages are read for them anew. */
  #wordsThatMatter(): CueWords {
    // A concern that was there once is kept.
    const concerns = this.#byConcern
    if (this.#words?.concerns !== concerns.size) {
      this.#words = { concerns: concerns.size, cues: cueWordsOf(this.lexicon, [...concerns.keys()]) }
      for (const passage of this.#states.keys()) this.#uncounted.add(passage)
    }
    return this.#words.cues
  }

  /** Lets those passages wait whose places weigh otherwise after changes of the counts of words. */
  *#awaitCues(): Generator<undefined, void> {
    for (const [section, before] of this.#cues.changesInSections()) {
      for (const [key, count] of before) {
        if (isGeneral(key)) this.#awaitBeside(key, section, count)
        else this.#await(concernOf(key), section)
      }
      yield
    }
    yield* this.#awaitWords()
  }

  /** The same for counts of the whole note: all at once, since words count against each other. */
  *#awaitWords(): Generator<undefined, void> {
    const before = this.#wordsBefore
    for (const [key, count] of this.#cues.changesInNote()) if (!before.has(key)) before.set(key, count)
    const concerned = new Set<Passage>()
    for (const [key, count] of before) {
      if (isGeneral(key)) this.#awaitOutside(anything, this.#cues, key, count)
      else for (const passage of this.#byConcern.get(concernOf(key)) ?? none) concerned.add(passage)
      yield
    }
    const was = (key: string) => before.get(key) ?? this.#cues.inNote(key)
    const is = (key: string) => this.#cues.inNote(key)
    for (const passage of concerned) {
      const section = this.#states.get(passage)?.section
      if (!section || this.#waiting.has(passage)) continue
      const weighsAnew = (alias: Alias) =>
        this.#weighing.wordsOfNote(alias, section, was) !== this.#weighing.wordsOfNote(alias, section, is)
      if (passage.aliases.some(weighsAnew)) this.#waiting.add(passage)
      yield
    }
    before.clear()
  }

  /** The same for sure mentions: they matter to their own project, to its relatives and, as company, to all others. */
  *#awaitSure(counts: Counts<Section>): Generator<undefined, void> {
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
      if (Math.min(enough, before - inSection) !== Math.min(enough, now - inSection)) this.#waiting.add(passage)
    }
  }

  /** Passages in a section, outside of which a general word's count there was `before` or is less than enough. */
  #awaitBeside(key: string, section: Section, before: number): void {
    const least = Math.min(before, this.#cues.inSection(section, key))
    for (const passage of section.passages) {
      const own = this.#states.get(passage)?.cues?.get(key) ?? 0
      if (least - own < enough) this.#waiting.add(passage)
    }
  }

  #await(concern: string, section: Section): void {
    for (const passage of section.passages) if (passage.concerns.has(concern)) this.#waiting.add(passage)
  }

  #enter(passage: Passage, section: Section): void {
    if (passage.places.length === 0) return
    section.passages.add(passage)
    this.#sections.add(section)
    this.#waiting.add(passage)
  }

  #leave(passage: Passage, section: Section): void {
    section.passages.delete(passage)
    if (section.passages.size === 0) this.#sections.delete(section)
  }

  /** Adds all that a passage counts for in its section, or takes it away. */
  #count({ section, cues, lessons }: State, by: 1 | -1): void {
    if (cues) this.#cues.addAll(section, cues, by)
    for (const [round, { counts }] of lessons.entries()) this.#sure[round]?.addAll(section, counts, by)
  }

  /** Takes what is sure in a round as evidence for the next. */
  *#learn(passage: Passage, state: State, round: number): Generator<undefined, void> {
    const sure: Sure[] = []
    const others: Other[] = []
    for (const place of passage.places) {
      const { reading, score, own } = this.#weighing.best(passage, state, place, round)
      const { project, isCrypto } = reading.alias
      const written = passage.text.slice(place.start, place.end)
      if (isSurelyPerson(own)) {
        others.push({ start: place.start, key: personOf(project, written) })
      } else if (score >= sureScore && isCrypto) {
        const isCapitalized = !ordinaryForms.has(reading.form) && /\p{Lu}/u.test(written)
        sure.push({ start: place.start, group: place.group, project, isCapitalized })
      } else if (isSurelyOther(score, own)) {
        others.push({ start: place.start, key: otherOf(project, written) })
      }
      yield
    }
    const byGroup = new Map<number, Map<string, number>>()
    for (const { group, project } of sure) {
      const counts = byGroup.get(group) ?? new Map<string, number>()
      for (const key of [project, anyProject]) counts.set(key, (counts.get(key) ?? 0) + 1)
      byGroup.set(group, counts)
    }
    const lesson =
      sure.length + others.length > 0
        ? { sure, starts: sure.map(({ start }) => start), byGroup, others, counts: tally(keysOf(sure, others)) }
        : nothingLearned
    this.#sure[round]?.addAll(state.section, state.lessons[round]?.counts ?? nothingLearned.counts, -1)
    this.#sure[round]?.addAll(state.section, lesson.counts, 1)
    state.lessons[round] = lesson
  }

  *#decide(passage: Passage, state: State): Generator<undefined, void> {
    const senses: Sense[] = []
    for (const place of passage.places) {
      const sense = this.#senseOf(passage, state, place)
      if (sense) senses.push(sense)
      yield
    }
    state.senses = senses
  }

  #senseOf(passage: Passage, state: State, place: Place): Sense | undefined {
    const { reading, score, own, context } = this.#weighing.best(passage, state, place, learningRounds)
    if (score < saidScore) return undefined
    const reasons = [...own, ...context]
      .map(({ weight, factor, reason }) => ({ points: weightOf(weight) * factor, reason }))
      .filter(({ points, reason }) => points > 0 && reason !== '')
      .sort((a, b) => b.points - a.points)
      .map(({ reason }) => reason)
    return { place, alias: reading.alias, confidence: confidenceOf(score), reasons }
  }
}

const none: ReadonlySet<never> = new Set()

/** More pieces than a sentence and what is near to it can hold: what a section has beyond is outside of both. */
const moreThanNearby = 2200

function isEnough(before: number, now: number): boolean {
  return Math.min(before, now) >= moreThanNearby + enough
}
