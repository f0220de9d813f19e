/**
 * Which sense each name of a note has. Every place collects evidence from its form, its neighbours, its sentence, list,
 * section and note; the sum decides, and the reasons stay with it. What is sure after one round is evidence in the
 * next. After an edit only those passages are weighed again that the edit can matter to.
 */
import { Counts, firstAtOrAfter, tally } from './counts'
import { ordinaryForms, type Form } from './form'
import { cryptoKey, isGeneral, keyAgainst, keyFor, keyOrdinary, moneyKey, type Alias, type Lexicon } from './lexicon'
import { anything, type Passage, type Place } from './passage'
import type { Reading } from './readings'
import {
  confidenceOf,
  contextTotal,
  graded,
  gradedByMany,
  saidScore,
  sureScore,
  total,
  weightOf,
  type Evidence,
  type WeightName,
} from './weights'

/** What a place comes to under its likeliest reading. */
export interface Sense {
  readonly place: Place
  readonly alias: Alias
  /** 0.5 to 1. */
  readonly confidence: number
  /** In words, strongest first. */
  readonly reasons: readonly string[]
}

/** Two rounds carry evidence from names to tickers to words. */
const learningRounds = 2

/** A sure mention of a project that is on the crypto side of the map. */
interface Sure {
  readonly start: number
  readonly group: number
  readonly project: string
  /** Written with capitals of its own, not in lower case and not because a sentence starts. */
  readonly isCapitalized: boolean
}

/** A name that surely means something else, in the letters in which it does. */
interface Other {
  readonly start: number
  readonly key: string
}

/** What a passage teaches: its sure mentions and its sure other meanings, in order. */
interface Lesson {
  readonly sure: readonly Sure[]
  readonly starts: readonly number[]
  readonly byGroup: ReadonlyMap<number, number>
  readonly others: readonly Other[]
  /** What all of it counts for. */
  readonly counts: ReadonlyMap<string, number>
}

const nothingCounted: ReadonlyMap<string, number> = new Map()

const nothingLearned: Lesson = { sure: [], starts: [], byGroup: new Map(), others: [], counts: nothingCounted }

/** What is known of a passage in the course of weighing. */
interface State {
  section: Section
  /** What its words count for, once they are counted. */
  cues: ReadonlyMap<string, number> | undefined
  /** By learning round, in order. */
  readonly lessons: Lesson[]
  senses: readonly Sense[]
}

/** A heading of the top level and what follows it up to the next, or what stands before the first. */
export class Section {
  /** Those with places. */
  readonly passages = new Set<Passage>()
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
  /** Passages whose words are not counted: they are from the first place on that asks for them. */
  readonly #uncounted = new Set<Passage>()
  #areCuesWanted = false

  constructor(readonly lexicon: Lexicon) {}

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
    this.#areCuesWanted ||= passage.places.some(({ readings }) => readings.some((reading) => this.#wantsCues(reading)))
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
      place.readings.map((reading) => this.#weigh(passage, state, place, reading, learningRounds)),
    )
  }

  /** Weighs what waits, step by step. Who stops in between, because passages come or go, settles again. */
  *settle(): Generator<undefined, void> {
    if (this.#areCuesWanted) {
      for (const passage of this.#uncounted) {
        const state = this.#states.get(passage)
        if (!state) continue
        yield* passage.readCues(this.lexicon)
        this.#uncounted.delete(passage)
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

  /** Lets those passages wait whose places weigh otherwise after changes of the counts of words. */
  *#awaitCues(): Generator<undefined, void> {
    for (const [section, before] of this.#cues.changesInSections()) {
      for (const [key, count] of before) {
        if (!isGeneral(key) || !isEnough(this.#cues.inSection(section, key), count)) {
          this.#await(concernOf(key), section)
        }
      }
      yield
    }
    for (const [key, total] of this.#cues.changesInNote()) {
      if (isGeneral(key)) this.#awaitOutside(anything, this.#cues, key, total)
      else for (const passage of this.#byConcern.get(concernOf(key)) ?? []) this.#waiting.add(passage)
      yield
    }
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
    if (key.startsWith(otherMark)) return [key.slice(otherMark.length, key.indexOf(' ', otherMark.length))]
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
      const { reading, score, own } = this.#best(passage, state, place, round)
      const { project, isCrypto } = reading.alias
      const written = passage.text.slice(place.start, place.end)
      if (score >= sureScore && isCrypto) {
        const isCapitalized = !ordinaryForms.has(reading.form) && /\p{Lu}/u.test(written)
        sure.push({ start: place.start, group: place.group, project, isCapitalized })
      } else if (isSurelyOther(score, own)) {
        others.push({ start: place.start, key: otherOf(project, written) })
      }
      yield
    }
    const byGroup = new Map<number, number>()
    for (const { group } of sure) byGroup.set(group, (byGroup.get(group) ?? 0) + 1)
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
    const { reading, score, own, context } = this.#best(passage, state, place, learningRounds)
    if (score < saidScore) return undefined
    const reasons = [...own, ...context]
      .map(({ weight, factor, reason }) => ({ points: weightOf(weight) * factor, reason }))
      .filter(({ points, reason }) => points > 0 && reason !== '')
      .sort((a, b) => b.points - a.points)
      .map(({ reason }) => reason)
    return { place, alias: reading.alias, confidence: confidenceOf(score), reasons }
  }

  #best(passage: Passage, state: State, place: Place, round: number): Weighed {
    let best: Weighed | undefined
    for (const reading of place.readings) {
      const weighed = this.#weigh(passage, state, place, reading, round)
      if (!best || weighed.score > best.score) best = weighed
    }
    if (!best) throw new Error('a place without a reading')
    return best
  }

  /** The log-odds that a reading is right after so many rounds, and what they are made of. */
  #weigh(passage: Passage, state: State, place: Place, reading: Reading, round: number): Weighed {
    const own = [...reading.own]
    const context: Evidence[] = []
    if (this.#wantsCues(reading)) this.#addWords(passage, state, place, reading, own, context)
    if (round > 0) this.#addMentions(passage, state, place, reading, round - 1, own, context)
    // Where the note has another sense for the name too, something close has to speak for the project.
    const isSupported = [...own, ...context].some(({ weight }) => support.has(weight))
    if (!isSupported && unsureForms.has(reading.form)) {
      const isContested = this.#isContested(reading.alias, round)
      if (reading.form === 'shouted') own.push({ weight: 'unsupportedShout', factor: 1, reason: '' })
      else if (isContested) {
        const weight = reading.form === 'wordAtStart' ? 'unsupportedAtStart' : 'unsupported'
        own.push({ weight, factor: 1, reason: '' })
      }
    }
    if (!isSupported && !sureForms.has(reading.form) && !this.#isOfCrypto(round)) {
      own.push({ weight: 'noCrypto', factor: 1, reason: '' })
    }
    return { place, reading, score: total(own) + contextTotal(context), own, context }
  }

  /** Whether the note has words of crypto or trading, or a sure mention of anything. */
  #isOfCrypto(round: number): boolean {
    return (
      this.#cues.inNote(cryptoKey) + this.#cues.inNote(moneyKey) > 0 ||
      (this.#sure[round - 1]?.inNote(anyProject) ?? 0) > 0
    )
  }

  /** Whether the note uses the name, or words around it, in another sense too, and not much less than for the project. */
  #isContested(alias: Alias, round: number): boolean {
    const others = this.#cues.inNote(keyAgainst(alias)) + this.#cues.inNote(keyOrdinary(alias.project))
    return others > 0 && Math.min(enough, this.#sure[round - 1]?.inNote(alias.project) ?? 0) < 3 * others
  }

  /** Words of both senses may meet: in the section and in the note the sense that has more of them counts. */
  #addWords(
    passage: Passage,
    { section }: State,
    place: Place,
    { alias, form }: Reading,
    own: Evidence[],
    context: Evidence[],
  ): void {
    const speaksFor = this.#cueTally(passage, section, place, keyFor(alias))
    const against = this.#cueTally(passage, section, place, keyAgainst(alias))
    if (against.isBeside) own.push({ weight: 'counterCueBeside', factor: 1, reason: '' })
    addAll(own, 'counterCue', excess(against, speaksFor), '', speaksFor.sentence > 0 ? 0.5 : 1)
    // A ticker that needs its dollar is not known by the words around it: there are too many of them.
    if (form === 'withoutDollar') return
    addAll(context, 'cue', excess(speaksFor, against), 'its own words around it')
    addAll(context, 'crypto', this.#cueTally(passage, section, place, cryptoKey), 'words of crypto around it')
    addAll(context, 'money', this.#cueTally(passage, section, place, moneyKey), 'words of money around it')
  }

  /** Names that are nothing else need no words around them. */
  #wantsCues({ alias }: Reading): boolean {
    return alias.match !== 'alone' || this.lexicon.otherwiseUsed.has(alias.project)
  }

  #cueTally(passage: Passage, section: Section, place: Place, key: string): Tally & { readonly isBeside: boolean } {
    const inSection = this.#cues.inSection(section, key)
    const note = this.#cues.inNote(key) - inSection
    if (inSection === 0) return { sentence: 0, nearby: 0, section: 0, note, isBeside: false }
    const { starts, ends, keys } = passage.cues
    let inSentence = 0
    let inName = 0
    let nearby = 0
    let isBeside = false
    for (let index = firstAtOrAfter(starts, place.from - nearbyLength); index < starts.length; index++) {
      const start = starts[index] ?? 0
      if (start >= place.to + nearbyLength) break
      if (keys[index] !== key) continue
      if (start < place.from || start >= place.to) {
        nearby++
        continue
      }
      inSentence++
      if (start >= place.start && start < place.end) inName++
      isBeside ||= isRightBeside(passage.text, place, start, ends[index] ?? 0)
    }
    return { sentence: inSentence - inName, nearby, section: inSection - inSentence - nearby, note, isBeside }
  }

  #addMentions(
    passage: Passage,
    state: State,
    place: Place,
    reading: Reading,
    round: number,
    own: Evidence[],
    evidence: Evidence[],
  ): void {
    const counts = this.#sure[round]
    if (!counts) return
    const { alias, form } = reading
    const key = otherOf(alias.project, passage.text.slice(place.start, place.end))
    if (counts.inNote(key) > 0) {
      if (form === 'alone') {
        own.push({ weight: 'personElsewhere', factor: 1, reason: '' })
        return
      }
      addNearest(own, 'otherSense', this.#otherTally(state, place, key, round, counts), '')
    }
    if (counts.inNote(anyProject) === 0) return
    const { same: around, relative, other, inGroup } = this.#sureTallies(state, place, alias.project, round, counts)
    // A heading and what stands below it are of one piece.
    const same = passage.opensSection
      ? { ...around, sentence: around.sentence + around.nearby + around.section, nearby: 0, section: 0 }
      : around
    // In a formal sentence a word without a capital of its own is not made a project by the company it keeps.
    const needsItsOwn =
      form === 'withoutDollar' ||
      (form === 'lowerCase' && !place.isCasual && same.sentence + same.nearby + same.section + same.note === 0)
    // Who writes the project with capitals means something else without them.
    if (
      (form === 'lowerCase' || form === 'capitalsAsWord') &&
      !place.isCasual &&
      counts.inNote(capitalsOf(alias.project)) > 0
    ) {
      evidence.push({ weight: 'otherwiseCapitalized', factor: 1, reason: '' })
    } else if (form === 'withoutDollar') {
      // `the IO wait` beside io.net: the company alone does not make a ticker of it.
      if (
        reading.own.some(
          ({ weight }) => support.has(weight) || weight === 'prepositionBefore' || weight === 'verbAfter',
        )
      ) {
        addNearest(evidence, 'bareTicker', same, 'a sure mention of it')
      }
      // `9,000 THETA, 40k ATH`, a column of tickers and amounts.
      if (reading.own.some(({ weight }) => weight === 'amount' || weight === 'projectColumn')) {
        if (other.sentence > 0)
          evidence.push({ weight: 'bareTickerInList', factor: 1, reason: 'another project in this sentence' })
        if (inGroup > 1)
          evidence.push({ weight: 'bareTickerInGroup', factor: 1, reason: 'projects in this list or column' })
      }
    } else {
      const isAtStart = form === 'wordAtStart' || form === 'shouted'
      const kind = !this.#isContested(alias, round + 1) ? 'same' : isAtStart ? 'sameAtStart' : 'sameContested'
      addNearest(evidence, kind, same, 'a sure mention of it', gradedByMany)
    }
    if (needsItsOwn) return
    addNearest(evidence, 'relative', relative, 'its network or alliance')
    const isAtStart = form === 'wordAtStart' || form === 'shouted'
    const company = isAtStart ? 'otherAtStart' : this.#isContested(alias, round + 1) ? 'otherContested' : 'other'
    addNearest(evidence, company, other, 'another project')
    if (inGroup > 0) {
      evidence.push({ weight: 'otherInGroup', factor: graded(inGroup), reason: 'projects in this list or column' })
    }
  }

  /** Where else the same letters surely mean something else. */
  #otherTally(state: State, place: Place, key: string, round: number, counts: Counts<Section>): Tally {
    let inSentence = 0
    let itself = 0
    let nearby = 0
    for (const other of state.lessons[round]?.others ?? []) {
      if (other.key !== key) continue
      if (other.start < place.from || other.start >= place.to) {
        if (isNearby(place, other.start)) nearby++
        continue
      }
      inSentence++
      if (other.start === place.start) itself++
    }
    const inSection = counts.inSection(state.section, key)
    return {
      sentence: inSentence - itself,
      nearby,
      section: inSection - inSentence - nearby,
      note: counts.inNote(key) - inSection,
    }
  }

  /** Sure mentions around a place, leaving out itself: of its project, of that one's relatives, of others. */
  #sureTallies(
    state: State,
    place: Place,
    project: string,
    round: number,
    counts: Counts<Section>,
  ): { same: Tally; relative: Tally; other: Tally; inGroup: number } {
    const relatives = this.lexicon.relatives.get(project) ?? none
    const { sure, starts, byGroup } = state.lessons[round] ?? nothingLearned
    const inSentence = { same: 0, relative: 0, other: 0 }
    const nearby = { same: 0, relative: 0, other: 0 }
    const itself = { same: 0, relative: 0, other: 0 }
    let inGroup = place.group === -1 ? 0 : (byGroup.get(place.group) ?? 0)
    for (let index = firstAtOrAfter(starts, place.from - nearbyLength); index < sure.length; index++) {
      const mention = sure[index]
      if (!mention || mention.start >= place.to + nearbyLength) break
      const kind = mention.project === project ? 'same' : relatives.has(mention.project) ? 'relative' : 'other'
      if (mention.start < place.from || mention.start >= place.to) {
        nearby[kind]++
        continue
      }
      inSentence[kind]++
      if (mention.start >= place.start && mention.start < place.end) itself[kind]++
      if (mention.group === place.group) inGroup--
    }
    const sumOf = (count: (key: string) => number) => {
      let relative = 0
      for (const other of relatives.size < counts.size ? relatives : counts.keys()) {
        if (relatives.has(other)) relative += count(other)
      }
      const same = count(project)
      return { same, relative, other: count(anyProject) - same - relative }
    }
    const inSection = sumOf((key) => counts.inSection(state.section, key))
    const inNote = sumOf((key) => counts.inNote(key))
    const tally = (kind: 'same' | 'relative' | 'other'): Tally => ({
      sentence: inSentence[kind] - itself[kind],
      nearby: nearby[kind],
      section: inSection[kind] - inSentence[kind] - nearby[kind],
      note: inNote[kind] - inSection[kind],
    })
    return { same: tally('same'), relative: tally('relative'), other: tally('other'), inGroup }
  }
}

/** So many code units before and behind a sentence, in its passage, are near to it: the rest of a usual paragraph. */
const nearbyLength = 400

function isNearby({ from, to }: Place, start: number): boolean {
  return start >= from - nearbyLength && start < to + nearbyLength
}

/** How many pieces of evidence there are in the sentence, near to it, in the rest of the section and of the note. */
interface Tally {
  readonly sentence: number
  readonly nearby: number
  readonly section: number
  readonly note: number
}

const none: ReadonlySet<string> = new Set()

/** The key under which all projects count together. */
const anyProject = anything

/** The concern that a word's key matters to. */
function concernOf(key: string): string {
  return isGeneral(key) ? anything : key.slice(key.indexOf(' ') + 1)
}

const capitals = 'capitals '

/** The key under which mentions of a project with capitals of their own count. */
function capitalsOf(project: string): string {
  return capitals + project
}

const otherMark = 'not '

/** The key under which other meanings of a project's name count, by the letters in which it is written. */
function otherOf(project: string, written: string): string {
  return `${otherMark}${project} ${written}`
}

/** What sure mentions and sure other meanings count for. */
function* keysOf(sure: readonly Sure[], others: readonly Other[]): Generator<string> {
  for (const { project, isCapitalized } of sure) {
    yield project
    yield anyProject
    if (isCapitalized) yield capitalsOf(project)
  }
  for (const { key } of others) yield key
}

/** What shows that a name means something else, not only that nothing shows that it means the project. */
const speaksForOthers: ReadonlySet<WeightName> = new Set<WeightName>([
  'person',
  'pronoun',
  'otherApposition',
  'linkTitle',
  'strange start',
  'strange name',
  'otherColumn',
  'determiner',
  'compound',
  'versionAfter',
  'ordinaryGrammar',
  'ofAfter',
  'counterCue sentence',
  'counterCueBeside',
])

/** Forms that hardly anything else has. */
const sureForms: ReadonlySet<Form> = new Set<Form>(['alone', 'dollar', 'exactCase'])

/** Forms that other senses of a name have too. */
const unsureForms: ReadonlySet<Form> = new Set<Form>([
  'capitals',
  'capitalsOfWord',
  'word',
  'severalWords',
  'netuid',
  ...ordinaryForms,
])

/** What speaks for a name from right beside it, from its sentence, its list or its column. */
const support: ReadonlySet<WeightName> = new Set<WeightName>([
  'nameBeside',
  'tail',
  'nameTail',
  'lead',
  'amount',
  'tagOrWikiLink',
  'apposition',
  'candidates',
  'projectColumn',
  'crypto sentence',
  'money sentence',
  'cue sentence',
  'same sentence',
  'relative sentence',
  'other sentence',
  'sameContested sentence',
  'sameAtStart sentence',
  'otherAtStart sentence',
  'otherContested sentence',
  'otherInGroup',
])

/** At or below its negative a name surely means something else. */
const sureOther = 1.5

/** Who does what only persons do is one, however much else speaks for the project. */
function isSurelyOther(score: number, own: readonly Evidence[]): boolean {
  if (score < 0 && own.some(({ weight }) => weight === 'person')) return true
  return score <= -sureOther && own.some(({ weight }) => speaksForOthers.has(weight))
}

/** A reading of a place, and what it comes to. */
export interface Weighed {
  readonly place: Place
  readonly reading: Reading
  /** Log-odds. */
  readonly score: number
  /** What it says by itself. */
  readonly own: readonly Evidence[]
  /** What is around it: counts within limits. */
  readonly context: readonly Evidence[]
}

/** Evidence counts for one piece and for a few more; from so many on nothing changes. */
const enough = 8

/** More pieces than a sentence and what is near to it can hold: what a section has beyond is outside of both. */
const moreThanNearby = 2200

function isEnough(before: number, now: number): boolean {
  return Math.min(before, now) >= moreThanNearby + enough
}

/** The sentence as it is; of what is around it what is more than of the other. */
function excess(tally: Tally, other: Tally): Tally {
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
function addAll(evidence: Evidence[], kind: Kind, tally: Tally, reason: string, inSentence = 1): void {
  for (const distance of distances) {
    const factor = graded(tally[distance]) * (distance === 'sentence' ? inSentence : 1)
    if (factor > 0) evidence.push({ weight: `${kind} ${distance}`, factor, reason })
  }
}

/** Only what is nearest counts. */
function addNearest(evidence: Evidence[], kind: Kind, tally: Tally, what: string, grade = graded): void {
  const nearest = distances.find((distance) => tally[distance] > 0)
  if (!nearest) return
  const factor = grade(tally[nearest])
  evidence.push({ weight: `${kind} ${nearest}`, factor, reason: `${what} ${whereIs[nearest]}` })
}

/** `Salesforce Apex`, `ICP registration`, `laundry chutes`: whether the word at [start, end) is right beside a name. */
function isRightBeside(text: string, name: Place, start: number, end: number): boolean {
  if (end > name.to || (start < name.end && end > name.start)) return false
  return gapBeside.test(start < name.start ? text.slice(end, name.start) : text.slice(name.end, start))
}

/** What may stand between a name and the word right beside it. */
const gapBeside = /^[\s("'*_-]{0,4}$/
