/**
 * Which sense each name of a note has. Every place collects evidence from its form, its neighbours, its sentence, list,
 * section and note; the sum decides, and the reasons stay with it. What is sure after one round is evidence in the
 * next. After an edit only those passages are weighed again that the edit can matter to.
 */
import { Counts, firstAtOrAfter } from './counts'
import { ordinaryForms } from './form'
import { cryptoKey, keyAgainst, keyFor, type Alias, type Lexicon } from './lexicon'
import { anything, type Passage, type Place } from './passage'
import { takesContext, total, type Evidence, type Reading } from './readings'
import { confidenceOf, graded, weights } from './weights'

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

/** The sure mentions of a passage in order. */
interface SureOnes {
  readonly all: readonly Sure[]
  readonly starts: readonly number[]
  readonly byGroup: ReadonlyMap<number, number>
}

const noneSure: SureOnes = { all: [], starts: [], byGroup: new Map() }

/** What is known of a passage in the course of weighing. */
interface State {
  section: Section
  areCuesCounted: boolean
  /** By learning round, in order. */
  readonly sure: SureOnes[]
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
    const sure = Array.from({ length: learningRounds }, () => noneSure)
    this.#states.set(passage, { section, areCuesCounted: false, sure, senses: [] })
    this.#uncounted.add(passage)
    this.#enter(passage, section)
    for (const concern of passage.concerns) {
      const concerned = this.#byConcern.get(concern)
      if (concerned) concerned.add(passage)
      else this.#byConcern.set(concern, new Set([passage]))
    }
    this.#areCuesWanted ||= passage.places.some(({ readings }) => readings.some(wantsCues))
  }

  remove(passage: Passage): void {
    const state = this.#states.get(passage)
    if (!state) return
    this.#count(passage, state, -1)
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
    this.#count(passage, state, -1)
    this.#leave(passage, state.section)
    state.section = section
    this.#count(passage, state, 1)
    this.#enter(passage, section)
  }

  sectionOf(passage: Passage): Section | undefined {
    return this.#states.get(passage)?.section
  }

  /** The places of a passage that mean a project, in order; right after `settle` only. */
  sensesOf(passage: Passage): readonly Sense[] {
    return this.#states.get(passage)?.senses ?? []
  }

  /** Weighs what waits. Stops when `shouldPause()` says so; returns whether all is weighed. */
  settle(shouldPause: () => boolean): boolean {
    if (this.#areCuesWanted) {
      for (const passage of this.#uncounted) {
        const state = this.#states.get(passage)
        if (!state) continue
        this.#uncounted.delete(passage)
        state.areCuesCounted = true
        for (const key of passage.cues(this.lexicon).keys) this.#cues.add(state.section, key, 1)
        if (shouldPause()) return false
      }
    }
    this.#awaitCues()
    for (let round = 0; round <= learningRounds; round++) {
      const learned = this.#sure[round - 1]
      if (learned) this.#awaitSure(learned)
      for (const passage of this.#waiting) {
        const state = this.#states.get(passage)
        if (!state) continue
        if (round < learningRounds) this.#learn(passage, state, round)
        else state.senses = passage.places.flatMap((place) => this.#senseOf(passage, state, place) ?? [])
        if (shouldPause()) return false
      }
    }
    this.#waiting.clear()
    return true
  }

  /** Lets those passages wait whose places weigh otherwise after changes of the counts of words. */
  #awaitCues(): void {
    const { inSections, inNote } = this.#cues.takeChanges()
    for (const [section, before] of inSections) {
      for (const [key, count] of before) {
        if (!isEnough(this.#cues.inSection(section, key), count)) this.#await(concernOf(key), section)
      }
    }
    for (const [key, total] of inNote) this.#awaitOutside(concernOf(key), this.#cues, key, total)
  }

  /** The same for sure mentions: they matter to their own project, to its relatives and, as company, to all others. */
  #awaitSure(counts: Counts<Section>): void {
    const { inSections, inNote } = counts.takeChanges()
    for (const [section, before] of inSections) {
      for (const [key, count] of before) {
        if (isEnough(counts.inSection(section, key), count)) continue
        for (const concern of this.#concernedBy(key)) this.#await(concern, section)
      }
      const all = before.get(anyProject)
      if (all !== undefined) {
        const family = this.#largestFamily((key) => counts.inSection(section, key))
        if (!isEnough(counts.inSection(section, anyProject) - family, all - family)) this.#await(anyProject, section)
      }
    }
    for (const [key, total] of inNote) {
      for (const concern of this.#concernedBy(key)) this.#awaitOutside(concern, counts, key, total)
    }
    const all = inNote.get(anyProject)
    if (all === undefined) return
    const family = this.#largestFamily((key) => counts.inNote(key))
    for (const section of this.#sections) {
      // What is left of the company outside a section when the largest family is taken away.
      const inSection = counts.inSection(section, anyProject) + family
      if (Math.min(all, counts.inNote(anyProject)) - inSection < enough) this.#await(anyProject, section)
    }
  }

  /** The concerns of passages to which sure mentions that are counted under a key matter, company aside. */
  #concernedBy(key: string): Iterable<string> {
    if (key === anyProject) return []
    if (key.startsWith(capitals)) return [key.slice(capitals.length)]
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
  #count(passage: Passage, state: State, by: 1 | -1): void {
    if (state.areCuesCounted) for (const key of passage.cues(this.lexicon).keys) this.#cues.add(state.section, key, by)
    state.sure.forEach((sure, round) => this.#countSure(state.section, sure, round, by))
  }

  #countSure(section: Section, sure: SureOnes, round: number, by: 1 | -1): void {
    const counts = this.#sure[round]
    if (!counts) return
    for (const { project, isCapitalized } of sure.all) {
      counts.add(section, project, by)
      counts.add(section, anyProject, by)
      if (isCapitalized) counts.add(section, capitalsOf(project), by)
    }
  }

  /** Takes the sure ones of a round as evidence for the next. */
  #learn(passage: Passage, state: State, round: number): void {
    const all = passage.places.flatMap((place): Sure[] => {
      const best = this.#best(passage, state, place, round)
      if (best.score < weights.sureScore || !best.reading.alias.isCrypto) return []
      const { project } = best.reading.alias
      const isCapitalized =
        !ordinaryForms.has(best.reading.form) && /\p{Lu}/u.test(passage.text.slice(place.start, place.end))
      return [{ start: place.start, group: place.group, project, isCapitalized }]
    })
    const byGroup = new Map<number, number>()
    for (const { group } of all) byGroup.set(group, (byGroup.get(group) ?? 0) + 1)
    const sure = all.length > 0 ? { all, starts: all.map(({ start }) => start), byGroup } : noneSure
    this.#countSure(state.section, state.sure[round] ?? noneSure, round, -1)
    this.#countSure(state.section, sure, round, 1)
    state.sure[round] = sure
  }

  #senseOf(passage: Passage, state: State, place: Place): Sense | undefined {
    const best = this.#best(passage, state, place, learningRounds)
    if (best.score < 0) return undefined
    const evidence: Evidence[] = []
    this.#weigh(passage, state, place, best.reading, learningRounds, evidence)
    const reasons = evidence
      .filter(([weight]) => weight > 0)
      .sort(([a], [b]) => b - a)
      .map(([, reason]) => reason)
    return { place, alias: best.reading.alias, confidence: confidenceOf(best.score), reasons }
  }

  #best(passage: Passage, state: State, place: Place, round: number): { reading: Reading; score: number } {
    let best: { reading: Reading; score: number } | undefined
    for (const reading of place.readings) {
      const score = this.#weigh(passage, state, place, reading, round, [])
      if (!best || score > best.score) best = { reading, score }
    }
    if (!best) throw new Error('a place without a reading')
    return best
  }

  /** The log-odds that a reading is right after so many rounds; `evidence` receives what they are made of. */
  #weigh(passage: Passage, state: State, place: Place, reading: Reading, round: number, evidence: Evidence[]): number {
    const context: Evidence[] = []
    evidence.push(...reading.own)
    if (wantsCues(reading)) {
      this.#addCounterWords(passage, state, place, reading.alias, evidence)
      if (takesContext(reading.form)) this.#addWords(passage, state, place, reading.alias, context)
    }
    if (round > 0 && takesContext(reading.form)) this.#addMentions(state, place, reading, round - 1, context)
    // A crowded note says no more than a clear one: what is right beside the name must be able to outweigh it.
    const score = total(evidence) + Math.min(weights.contextLimit, total(context))
    evidence.push(...context)
    return score
  }

  #addWords(passage: Passage, { section }: State, place: Place, alias: Alias, evidence: Evidence[]): void {
    const add = (key: string, weight: Weights, reason: string) => {
      const tally = this.#cueTally(passage, section, place, key)
      const sum = weighAll(weight, tally)
      if (sum > 0) evidence.push([sum, reason])
    }
    add(cryptoKey, weights.crypto, 'words of crypto around it')
    add(keyFor(alias), weights.cue, 'its own words around it')
  }

  #addCounterWords(passage: Passage, { section }: State, place: Place, alias: Alias, evidence: Evidence[]): void {
    const key = keyAgainst(alias)
    const against = this.#cueTally(passage, section, place, key)
    if (against.sentence + against.section + against.note === 0) return
    // In one sentence words of both senses may meet; what speaks for the project there halves what speaks against.
    const share = this.#cueTally(passage, section, place, keyFor(alias)).sentence > 0 ? 0.5 : 1
    evidence.push([
      weighAll([weights.counterCue[0] * share, weights.counterCue[1], weights.counterCue[2]], against),
      '',
    ])
    if (against.isBeside) evidence.push([weights.counterCueBeside, ''])
  }

  #cueTally(passage: Passage, section: Section, place: Place, key: string): Tally & { readonly isBeside: boolean } {
    const inSection = this.#cues.inSection(section, key)
    const note = this.#cues.inNote(key) - inSection
    if (inSection === 0) return { sentence: 0, section: 0, note, isBeside: false }
    const { starts, ends, keys } = passage.cues(this.lexicon)
    let inSentence = 0
    let inName = 0
    let isBeside = false
    for (let index = firstAtOrAfter(starts, place.from); index < starts.length; index++) {
      const start = starts[index] ?? 0
      if (start >= place.to) break
      if (keys[index] !== key) continue
      inSentence++
      if (start >= place.start && start < place.end) inName++
      isBeside ||= isRightBeside(passage.text, place, start, ends[index] ?? 0)
    }
    return { sentence: inSentence - inName, section: inSection - inSentence, note, isBeside }
  }

  #addMentions(state: State, place: Place, { alias, form }: Reading, round: number, evidence: Evidence[]): void {
    const counts = this.#sure[round]
    if (!counts || counts.inNote(anyProject) === 0) return
    const { same, relative, other, inGroup } = this.#sureTallies(state, place, alias.project, round, counts)
    const near = (tally: Tally, [sentence, section, note]: Weights, what: string) => {
      if (tally.sentence > 0) evidence.push([graded(sentence, tally.sentence), `${what} in this sentence`])
      else if (tally.section > 0) evidence.push([graded(section, tally.section), `${what} in this section`])
      else if (tally.note > 0) evidence.push([graded(note, tally.note), `${what} in this note`])
    }
    // In a formal sentence a word without a capital of its own is not made a project by the company it keeps.
    const needsItsOwn = form === 'lowerCase' && !place.isCasual && same.sentence + same.section + same.note === 0
    // Who writes the project with capitals means something else without them.
    if (
      (form === 'lowerCase' || form === 'capitalsAsWord') &&
      !place.isCasual &&
      counts.inNote(capitalsOf(alias.project)) > 0
    ) {
      evidence.push([weights.otherwiseCapitalized, ''])
    } else near(same, weights.same, 'a sure mention of it')
    if (needsItsOwn) return
    near(relative, weights.relative, 'its network or alliance')
    near(other, weights.other, 'another project')
    if (inGroup > 0) evidence.push([graded(weights.otherInGroup, inGroup), 'projects in this list or table'])
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
    const { all, starts, byGroup } = state.sure[round] ?? noneSure
    const inSentence = { same: 0, relative: 0, other: 0 }
    const itself = { same: 0, relative: 0, other: 0 }
    let inGroup = place.group === -1 ? 0 : (byGroup.get(place.group) ?? 0)
    for (let index = firstAtOrAfter(starts, place.from); index < all.length; index++) {
      const mention = all[index]
      if (!mention || mention.start >= place.to) break
      const kind = mention.project === project ? 'same' : relatives.has(mention.project) ? 'relative' : 'other'
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
      section: inSection[kind] - inSentence[kind],
      note: inNote[kind] - inSection[kind],
    })
    return { same: tally('same'), relative: tally('relative'), other: tally('other'), inGroup }
  }
}

type Weights = readonly [sentence: number, section: number, note: number]

/** How many pieces of evidence there are in the sentence, in the rest of the section, in the rest of the note. */
interface Tally {
  readonly sentence: number
  readonly section: number
  readonly note: number
}

const none: ReadonlySet<string> = new Set()

/** The key under which all projects count together. */
const anyProject = anything

/** The concern that a word's key matters to. */
function concernOf(key: string): string {
  return key === cryptoKey ? anything : key.slice(key.indexOf(' ') + 1)
}

const capitals = 'capitals '

/** The key under which mentions of a project with capitals of their own count. */
function capitalsOf(project: string): string {
  return capitals + project
}

/** Evidence of one kind counts for one piece and a little more for a second; from here on nothing changes. */
const enough = 2

/** More pieces than a sentence can hold: what a section has beyond is outside of any sentence. */
const moreThanSentence = 1300

function isEnough(before: number, now: number): boolean {
  return Math.min(before, now) >= moreThanSentence + enough
}

/** Names that are nothing else need no words around them. */
function wantsCues({ alias }: Reading): boolean {
  return alias.match !== 'alone'
}

function weighAll([sentence, section, note]: Weights, tally: Tally): number {
  return graded(sentence, tally.sentence) + graded(section, tally.section) + graded(note, tally.note)
}

/** `Salesforce Apex`, `ICP registration`, `laundry chutes`: whether the word at [start, end) is right beside a name. */
function isRightBeside(text: string, name: Place, start: number, end: number): boolean {
  if (end > name.to || (start < name.end && end > name.start)) return false
  return gapBeside.test(start < name.start ? text.slice(end, name.start) : text.slice(name.end, start))
}

/** What may stand between a name and the word right beside it. */
const gapBeside = /^[\s("'*_-]{0,4}$/
