/**
 * Which sense each name of a note has. Every place collects evidence from its form, its neighbours, its sentence, list,
 * section and note; the sum decides, and the reasons stay with it. What is sure after one round is evidence in the
 * next. After an edit only those passages are weighed again that the edit can matter to (`waiting.ts`).
 */
import { Counts, tally } from './counts'
import { cueWordsOf, type CueWords } from './cues'
import { ordinaryForms } from './form'
import { keyOrdinary, type Alias, type Lexicon } from './lexicon'
import {
  anyProject,
  keysOf,
  learningRounds,
  nothingCounted,
  nothingLearned,
  otherOf,
  personOf,
  type Learned,
  type Other,
  type Section,
  type Sure,
} from './lessons'
import type { Passage, Place } from './passage'
import { isSurelyOther, isSurelyPerson } from './signs'
import { Waiting } from './waiting'
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
  readonly #cues = new Counts<Section>()
  readonly #sure = Array.from({ length: learningRounds }, () => new Counts<Section>())
  /** Passages whose words are not counted, or not all of them: they are from the first place on that asks for them. */
  readonly #uncounted = new Set<Passage>()
  #areCuesWanted = false
  /** The words that matter to the concerns of the note, as long as there are no others. */
  #words: { readonly concerns: number; readonly cues: CueWords } | undefined

  readonly #weighing: Weighing
  readonly #waiting: Waiting

  constructor(readonly lexicon: Lexicon) {
    this.#weighing = new Weighing(lexicon, this.#cues, this.#sure)
    this.#waiting = new Waiting(lexicon, this.#weighing, this.#states)
  }

  add(passage: Passage, section: Section): void {
    const lessons = passage.places.length > 0 ? Array.from({ length: learningRounds }, () => nothingLearned) : []
    this.#states.set(passage, { section, cues: undefined, lessons, senses: [] })
    this.#uncounted.add(passage)
    this.#waiting.add(passage, section)
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
    this.#waiting.remove(passage, state.section)
  }

  /** Takes a passage over into another section, as when a heading comes or goes. */
  move(passage: Passage, section: Section): void {
    const state = this.#states.get(passage)
    if (!state || state.section === section) return
    this.#count(state, -1)
    this.#waiting.leave(passage, state.section)
    state.section = section
    this.#count(state, 1)
    this.#waiting.enter(passage, section)
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
    yield* this.#waiting.awaitWords(this.#cues)
    for (let round = 0; round <= learningRounds; round++) {
      const learned = this.#sure[round - 1]
      if (learned) yield* this.#waiting.awaitSure(learned)
      for (const passage of this.#waiting.passages) {
        const state = this.#states.get(passage)
        if (!state) continue
        if (round < learningRounds) yield* this.#learn(passage, state, round)
        else yield* this.#decide(passage, state)
      }
    }
    this.#waiting.passages.clear()
  }

  /** All words of the note's concerns. With a new concern all passages are read for them anew. */
  #wordsThatMatter(): CueWords {
    // A concern that was there once is kept.
    const concerns = [...this.#waiting.concerns]
    if (this.#words?.concerns !== concerns.length) {
      this.#words = { concerns: concerns.length, cues: cueWordsOf(this.lexicon, concerns) }
      for (const passage of this.#states.keys()) this.#uncounted.add(passage)
    }
    return this.#words.cues
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
