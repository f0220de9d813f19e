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
  'form withoutDollar': -1.8,
  'form alone': 6,
  'form exactCase': 3,
  'form netuid': -0.9,
  'form fusedNetuid': 3,
  'form capitals': 0.1,
  'form capitalsOfWord': 1.2,
  'form capitalsAsWord': -2.9,
  'form word': -0.2,
  'form severalWords': 3.7,
  'form wordAtStart': -0.8,
  'form shouted': 0.7,
  'form lowerCase': -2.9,
  'form lowerCaseLetters': -0.1,
  // What stands right beside it: see `readings.ts`.
  nameBeside: 2.6,
  tail: 2.1,
  nameTail: 0,
  lead: 1.8,
  amount: 1.3,
  tagOrWikiLink: 0,
  apposition: 1.9,
  candidates: 0,
  prepositionBefore: 1,
  verbAfter: 0.1,
  capitalBeside: -0.5,
  versionAfter: -4.7,
  ordinaryGrammar: -0.9,
  determiner: -0.9,
  compound: -0.4,
  quoted: -1.1,
  ofAfter: -3.9,
  'strange name': -0.8,
  'strange capitals': 0,
  'strange start': -0.2,
  'strange word': 0,
  'strange letters': -0.6,
  'strange bare': -1,
  person: -1.7,
  pronoun: -0.6,
  otherApposition: -0.7,
  linkTitle: -2.8,
  spokenOf: -1.9,
  otherColumn: -2.4,
  projectColumn: 2.2,
  // Words around it, in the sentence, near to it, in the rest of the section, of the note: see `senses.ts`.
  'crypto sentence': 0.4,
  'crypto nearby': 0.5,
  'crypto section': 0.3,
  'crypto note': 0.4,
  'money sentence': 0.8,
  'money nearby': 0.3,
  'money section': 0,
  'money note': 0,
  'cue sentence': 1.5,
  'cue nearby': 0.5,
  'cue section': 0.4,
  'cue note': 0.5,
  'counterCue sentence': -1.8,
  'counterCue nearby': -0.1,
  'counterCue section': -0.4,
  'counterCue note': -0.9,
  counterCueBeside: -2.3,
  // Sure mentions around it: of the project, of its network or alliance, of any other.
  'same sentence': 0.5,
  'same nearby': 0,
  'same section': 0.3,
  'same note': 1.3,
  'relative sentence': 3.3,
  'relative nearby': 0.3,
  'relative section': 0.3,
  'relative note': 0.4,
  'other sentence': 2.4,
  'other nearby': 0.5,
  'other section': 0.6,
  'other note': 0,
  'otherAtStart sentence': 0.8,
  'otherAtStart nearby': 0.7,
  'otherAtStart section': 0.1,
  'otherAtStart note': 0,
  'sameContested sentence': 0,
  'sameContested nearby': 0,
  'sameContested section': 0.2,
  'sameContested note': 0.4,
  'sameAtStart sentence': 0,
  'sameAtStart nearby': 0.1,
  'sameAtStart section': 0,
  'sameAtStart note': 0,
  'otherContested sentence': 1,
  'otherContested nearby': 0.9,
  'otherContested section': 0.7,
  'otherContested note': 0,
  'bareTicker sentence': 0.4,
  'bareTicker nearby': 2.2,
  'bareTicker section': 0.6,
  'bareTicker note': 0,
  bareTickerInList: 1.8,
  bareTickerInGroup: 2.5,
  otherInGroup: 1.1,
  // The same letters surely mean something else around it.
  // Nothing beside it or in its sentence speaks for it, and the note uses it in another sense too.
  // Nothing in the note is of crypto.
  noCrypto: -2,
  unsupported: -0.3,
  unsupportedAtStart: -0.2,
  unsupportedShout: -3.1,
  personElsewhere: -2.7,
  'otherSense sentence': 0,
  'otherSense nearby': 0,
  'otherSense section': -0.7,
  'otherSense note': -1.3,
  otherwiseCapitalized: -2.2,
}

export type WeightName = keyof typeof weights | `before ${Before} ${Likeness}` | `after ${After} ${Likeness}` | Leaning

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
