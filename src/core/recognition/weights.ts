import type { Likeness } from './form'
import type { After, Before } from './grammar'
import { learnedWeights } from './learnedWeights'

/**
 * How much each kind of evidence counts when a name has several senses, as log-odds: a sum above 0 is more likely the
 * project than not. Source: set by hand from the rules that held across the sampled texts of the facts (ambiguity
 * table), then fitted to labelled notes by `test/bench/learnWeights.mjs`, which prints this table.
 */
export const weights = {
  // What a name starts from, by how it may match and how it is written: see `formReasons`.
  'form dollar': 9,
  'form dollarInLowerCase': 0.5,
  'form withoutDollar': -2.6,
  'form alone': 6,
  'form exactCase': 3,
  'form netuid': -0.5,
  'form fusedNetuid': 2.5,
  'form netuidField': 4.1,
  'form capitals': 0.5,
  'form capitalsOfWord': 1.8,
  'form capitalsAsWord': -3.2,
  'form word': -0.9,
  'form severalWords': 4.5,
  'form wordAtStart': -2.1,
  'form shouted': -0.1,
  'form lowerCase': -2.7,
  'form lowerCaseLetters': 0,
  // What stands right beside it: see `readings.ts`.
  nameBeside: 3.6,
  tail: 2.8,
  nameTail: 0,
  lead: 2.9,
  move: 3.2,
  amount: 0.8,
  tagOrWikiLink: 0,
  apposition: 2.1,
  candidates: 0,
  otherName: 1.2,
  prepositionBefore: 0.4,
  verbAfter: 0,
  capitalBeside: -1.2,
  versionAfter: -5.1,
  ordinaryGrammar: -1.2,
  determiner: -1.7,
  determinerBeforeTicker: -1.2,
  compound: -1.5,
  quoted: -1.7,
  ofAfter: -3.4,
  'strange name': 0,
  'strange capitals': 0,
  'strange start': -0.4,
  'strange word': 0,
  'strange letters': 0,
  'strange bare': 0,
  person: -2.4,
  pronoun: 0,
  otherApposition: -0.9,
  otherOwner: -1.2,
  linkTitle: -1,
  spelledOut: -4.4,
  spokenOf: -0.4,
  otherColumn: -2.7,
  projectColumn: 1.3,
  // Words around it, in the sentence, near to it, in the rest of the section, of the note: see `senses.ts`.
  'crypto sentence': 0.8,
  'crypto nearby': 0.2,
  'crypto section': 0.2,
  'crypto note': 0,
  'money sentence': 0.4,
  'money nearby': 0.4,
  'money section': 0,
  'money note': 0,
  'cue sentence': 1.4,
  'cue nearby': 0.4,
  'cue section': 0.3,
  'cue note': 0.5,
  'counterCue sentence': -1.8,
  'counterCue nearby': 0,
  'counterCue section': -0.5,
  'counterCue note': -0.5,
  counterCueBeside: -1.9,
  'ipNetwork sentence': -2,
  'ipNetwork nearby': -2.7,
  'ipNetwork section': -0.9,
  'ipNetwork note': -1.5,
  // Sure mentions around it: of the project, of its network or alliance, of any other.
  'same sentence': 0.1,
  'same nearby': 0,
  'same section': 0.6,
  'same note': 0.6,
  'relative sentence': 2.3,
  'relative nearby': 0.2,
  'relative section': 0.4,
  'relative note': 0,
  'other sentence': 2.2,
  'other nearby': 0.3,
  'other section': 0.1,
  'other note': 0,
  'otherAtStart sentence': 1.5,
  'otherAtStart nearby': 1.1,
  'otherAtStart section': 0.5,
  'otherAtStart note': 0,
  'sameContested sentence': 0,
  'sameContested nearby': 0,
  'sameContested section': 0,
  'sameContested note': 0,
  'sameAtStart sentence': 0,
  'sameAtStart nearby': 0,
  'sameAtStart section': 0,
  'sameAtStart note': 0,
  'otherContested sentence': 1.4,
  'otherContested nearby': 0.7,
  'otherContested section': 0.7,
  'otherContested note': 0,
  'bareTicker sentence': 0.2,
  'bareTicker nearby': 0.4,
  'bareTicker section': 0.9,
  'bareTicker note': 0,
  'cueBare sentence': 0,
  'cueBare nearby': 0.7,
  'cueBare section': 0,
  'cueBare note': 0,
  'cryptoBare sentence': 0.4,
  'cryptoBare nearby': 0.4,
  'cryptoBare section': 0,
  'cryptoBare note': 0,
  'moneyBare sentence': 0.5,
  'moneyBare nearby': 0.4,
  'moneyBare section': 0,
  'moneyBare note': 0,
  'otherBare sentence': 1,
  'otherBare nearby': 0.4,
  'otherBare section': 0.5,
  'otherBare note': 0.3,
  'bareRelative sentence': 0.1,
  'bareRelative nearby': 0.1,
  'bareRelative section': 0.1,
  'bareRelative note': 0,
  'bareAlone sentence': 1,
  'bareAlone nearby': 0.1,
  'bareAlone section': 0,
  'bareAlone note': 0,
  bareEntry: 2.3,
  bareTickerInList: 0.3,
  bareTickerInGroup: 1.1,
  otherInGroup: 2.5,
  // Nothing in the note is of crypto.
  noCrypto: -2,
  // Nothing beside it or in its sentence speaks for it, and the note may use it in another sense too.
  unsupported: -0.3,
  unsupportedAtStart: -0.5,
  unsupportedLetters: -0.9,
  unsupportedShout: -1.9,
  // The same letters surely are a person, or mean something else, around it.
  personElsewhere: -2.2,
  'otherSense sentence': 0,
  'otherSense nearby': 0,
  'otherSense section': -0.4,
  'otherSense note': -0.5,
  // The note writes the project with capitals elsewhere.
  otherwiseCapitalized: -3,
}

export type WeightName =
  | keyof typeof weights
  | `before ${Before} ${Likeness}`
  | `after ${After} ${Likeness}`
  | `row beside ${Likeness}`
  | `namesake before ${Before}`
  | `namesake after ${After}`
  | Leaning

/** A name that is written so leans to the project, or to its other senses, more than such names do. */
type Leaning = `leaning ${string} ${string}`

/** At or above this a name is taken for a mention. Above 0, since where senses mix most errors are false alarms. */
export const saidScore = 0.2

/** At or above this a mention is evidence for others. */
export const sureScore = 2.5

/** What all mentions and words around a name can add up to: what is right beside it must be able to outweigh them. */
export const contextLimit = 7.2

/** What of it can come from the other sections of the note, which may be about something else. */
export const noteLimit = 3

/** A kind of evidence that was met, how much of it there is, and why it speaks for the project in words. */
export interface Evidence {
  readonly weight: WeightName
  readonly factor: number
  readonly reason: string
}

/** From so many pieces on `graded` is the same. */
export const gradedUpTo = 2

/** Evidence of one kind counts once, and half again for a second piece. */
export function graded(pieces: number): number {
  return pieces <= 0 ? 0 : pieces === 1 ? 1 : 1.5
}

/** The same for what a note may be about: many pieces count for more. */
export function gradedByMany(pieces: number): number {
  return pieces >= 8 ? 2.5 : pieces >= 4 ? 2 : graded(pieces)
}

const listed: Readonly<Record<string, number>> = weights

/** What one piece of evidence of a kind counts. */
export function weightOf(name: WeightName): number {
  return listed[name] ?? learnedWeights[name] ?? 0
}

export function total(evidence: readonly Evidence[]): number {
  let sum = 0
  for (const { weight, factor } of evidence) sum += weightOf(weight) * factor
  return sum
}

/** The same for mentions and words around a name, within their limits: a crowded note says no more than a clear one. */
export function contextTotal(context: readonly Evidence[]): number {
  let close = 0
  let far = 0
  for (const { weight, factor } of context) {
    if (isFar(weight)) far += weightOf(weight) * factor
    else close += weightOf(weight) * factor
  }
  return Math.min(contextLimit, close + Math.min(noteLimit, far))
}

/** Whether evidence around a name comes from the other sections of the note. */
export function isFar(weight: WeightName): boolean {
  return weight.endsWith(' note')
}

/** Log-odds to a probability. */
export function confidenceOf(score: number): number {
  return 1 / (1 + Math.exp(-score))
}
