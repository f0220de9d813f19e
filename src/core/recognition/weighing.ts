/** Weighs what speaks for and against each reading of a name: by itself, in the words and in the mentions around it. */
import { firstAtOrAfter, type Counts } from './counts'
import { cryptoKey, moneyKey, type Alias, type Lexicon } from './lexicon'
import { anyProject, capitalsOf, nothingLearned, otherOf, personOf, type Learned, type Section } from './lessons'
import type { Passage, Place } from './passage'
import type { Reading } from './readings'
import { support, sureForms, unsureForms } from './signs'
import { addAll, addNearest, enough, excess, isNearby, isRightBeside, nearbyLength, type Tally } from './tallies'
import { contextTotal, graded, gradedByMany, gradedUpTo, total, type Evidence } from './weights'

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

/** Of one note: `cues` are the words counted in it, `sure` its sure mentions by learning round. */
export class Weighing {
  constructor(
    readonly lexicon: Lexicon,
    readonly cues: Counts<Section>,
    readonly sure: readonly Counts<Section>[],
  ) {}

  best(passage: Passage, state: Learned, place: Place, round: number): Weighed {
    let best: Weighed | undefined
    for (const reading of place.readings) {
      const weighed = this.weigh(passage, state, place, reading, round)
      if (!best || weighed.score > best.score) best = weighed
    }
    if (!best) throw new Error('a place without a reading')
    return best
  }

  /** The log-odds that a reading is right after so many rounds, and what they are made of. */
  weigh(passage: Passage, state: Learned, place: Place, reading: Reading, round: number): Weighed {
    // Beside what it says by itself, which is the same in each round.
    const own: Evidence[] = []
    const context: Evidence[] = []
    if (this.wantsCues(reading)) this.#addWords(passage, state, place, reading, own, context)
    if (round > 0) this.#addMentions(passage, state, place, reading, round - 1, own, context)
    // Where the note has another sense for the name too, something close has to speak for the project.
    const isSupported = [reading.own, own, context].some((some) => some.some(({ weight }) => support.has(weight)))
    if (!isSupported && unsureForms.has(reading.form)) {
      const isContested = this.#isContested(reading.alias, round)
      if (reading.form === 'shouted') own.push({ weight: 'unsupportedShout', factor: 1, reason: '' })
      else if (isContested) {
        const weight = reading.form === 'wordAtStart' ? 'unsupportedAtStart' : 'unsupported'
        own.push({ weight, factor: 1, reason: '' })
      }
    }
    if (!isSupported && reading.form === 'lowerCaseLetters') {
      own.push({ weight: 'unsupportedLetters', factor: 1, reason: '' })
    }
    if (!isSupported && !sureForms.has(reading.form) && !this.#isOfCrypto(round)) {
      own.push({ weight: 'noCrypto', factor: 1, reason: '' })
    }
    const score = reading.total + total(own) + contextTotal(context)
    return { place, reading, score, own: [...reading.own, ...own], context }
  }

  /**
   * What the words of a name outside a section come to, by how often the note has those of a key: as long as it is the
   * same number, the name weighs the same.
   */
  wordsOfNote(alias: Alias, section: Section, inNote: (key: string) => number): number {
    const outside = (key: string) => inNote(key) - this.cues.inSection(section, key)
    const against = outside(alias.keys.against)
    const more = outside(alias.keys.speaksFor) - against
    const excess = Math.max(-gradedUpTo, Math.min(gradedUpTo, more)) + gradedUpTo
    const others = inNote(alias.keys.against) + inNote(alias.keys.ordinary)
    return (excess * 8 + Math.min(gradedUpTo, against)) * 8 + Math.min(surelyContested, others)
  }

  /** Whether the note has words of crypto or trading, or a sure mention of anything. */
  #isOfCrypto(round: number): boolean {
    return (
      this.cues.inNote(cryptoKey) + this.cues.inNote(moneyKey) > 0 ||
      (this.sure[round - 1]?.inNote(anyProject) ?? 0) > 0
    )
  }

  /** Whether the note uses the name, or words around it, in another sense too, and not much less than for the project. */
  #isContested(alias: Alias, round: number): boolean {
    const others = this.cues.inNote(alias.keys.against) + this.cues.inNote(alias.keys.ordinary)
    return others > 0 && Math.min(enough, this.sure[round - 1]?.inNote(alias.project) ?? 0) < 3 * others
  }

  /** Words of both senses may meet: in the section and in the note the sense that has more of them counts. */
  #addWords(
    passage: Passage,
    { section }: Learned,
    place: Place,
    { alias, form }: Reading,
    own: Evidence[],
    context: Evidence[],
  ): void {
    const tallyOf = (key: string) => this.#cueTally(passage, section, place, key)
    const speaksFor = tallyOf(alias.keys.speaksFor)
    const against = tallyOf(alias.keys.against)
    if (against.isBeside) own.push({ weight: 'counterCueBeside', factor: 1, reason: '' })
    if (alias.match === 'netuid') addAll(own, 'ipNetwork', against, '')
    else addAll(own, 'counterCue', excess(against, speaksFor), '', speaksFor.sentence > 0 ? 0.5 : 1)
    // A ticker that needs its dollar is less known by the words around it: there are too many of them.
    const isBare = form === 'withoutDollar'
    addAll(context, isBare ? 'cueBare' : 'cue', excess(speaksFor, against), 'its own words around it')
    addAll(context, isBare ? 'cryptoBare' : 'crypto', tallyOf(cryptoKey), 'words of crypto around it')
    addAll(context, isBare ? 'moneyBare' : 'money', tallyOf(moneyKey), 'words of money around it')
  }

  /** Names that are nothing else need no words around them. */
  wantsCues({ alias }: Reading): boolean {
    return alias.match !== 'alone' || this.lexicon.otherwiseUsed.has(alias.project)
  }

  #cueTally(passage: Passage, section: Section, place: Place, key: string): Tally & { readonly isBeside: boolean } {
    const inSection = this.cues.inSection(section, key)
    const note = this.cues.inNote(key) - inSection
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
    state: Learned,
    place: Place,
    reading: Reading,
    round: number,
    own: Evidence[],
    evidence: Evidence[],
  ): void {
    const counts = this.sure[round]
    if (!counts) return
    const { alias, form } = reading
    const written = passage.text.slice(place.start, place.end)
    const key = otherOf(alias.project, written)
    if (counts.inNote(key) > 0 && form !== 'alone') {
      addNearest(own, 'otherSense', this.#otherTally(state, place, key, round, counts), '')
    }
    this.#addPersons(state, place, reading, personOf(alias.project, written), round, counts, own)
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
      } else {
        addNearest(evidence, 'bareAlone', same, 'a sure mention of it')
      }
      addNearest(evidence, 'bareRelative', relative, 'its network or alliance')
      addNearest(evidence, 'otherBare', other, 'another project')
      const inList = graded(inGroup)
      if (inList > 0) evidence.push({ weight: 'bareEntry', factor: inList, reason: 'projects in this list or column' })
      // `9,000 THETA, 40k ATH`, a column of tickers and amounts.
      if (reading.own.some(({ weight }) => weight === 'amount' || weight === 'projectColumn')) {
        if (other.sentence > 0)
          evidence.push({ weight: 'bareTickerInList', factor: 1, reason: 'another project in this sentence' })
        if (inList > 0)
          evidence.push({ weight: 'bareTickerInGroup', factor: inList, reason: 'projects in this list or column' })
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

  /** Where the same letters are a person elsewhere in the note, the place in the clause tells of whom is spoken. */
  #addPersons(
    state: Learned,
    place: Place,
    { clause }: Reading,
    key: string,
    round: number,
    counts: Counts<Section>,
    own: Evidence[],
  ): void {
    if (counts.inNote(key) === 0) return
    const { sentence, nearby, section, note } = this.#otherTally(state, place, key, round, counts)
    const persons = sentence + nearby + section + note
    if (persons === 0) return
    own.push(
      { weight: 'personElsewhere', factor: graded(persons), reason: '' },
      { weight: `namesake before ${clause.before}`, factor: 1, reason: '' },
      { weight: `namesake after ${clause.after}`, factor: 1, reason: '' },
    )
  }

  /** Where else the same letters surely mean something else. */
  #otherTally(state: Learned, place: Place, key: string, round: number, counts: Counts<Section>): Tally {
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
    state: Learned,
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
    // The same name elsewhere in a list or column may be the one that means something else.
    const group = place.group === -1 ? undefined : byGroup.get(place.group)
    const inGroup = (group?.get(anyProject) ?? 0) - (group?.get(project) ?? 0)
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

/** A name that has so many uses in another sense is contested whatever there is of its own. */
const surelyContested = Math.ceil((enough + 1) / 3)

const none: ReadonlySet<string> = new Set()
