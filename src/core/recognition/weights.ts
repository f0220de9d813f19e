/**
 * How much each kind of evidence counts when a name has several senses, as log-odds: a sum above 0 is more likely the
 * project than not. Source: set by hand from the rules that held across the sampled texts of the facts (ambiguity
 * table), then fitted to labelled notes by `test/bench/learnWeights.mjs`, which prints this table.
 */
export const weights = {
  // What a name starts from, by how it may match and how it is written: see `formReasons`.
  'form dollar': 9,
  'form dollarInLowerCase': -0.2,
  'form withoutDollar': -3.6,
  'form alone': 6,
  'form exactCase': 3,
  'form netuid': -1.1,
  'form fusedNetuid': 1.6,
  'form capitals': -1.1,
  'form capitalsOfWord': 0.9,
  'form capitalsAsWord': -3.5,
  'form word': -1.2,
  'form severalWords': 2.6,
  'form wordAtStart': -1.6,
  'form shouted': -1.1,
  'form lowerCase': -3.9,
  'form lowerCaseLetters': -1.2,
  // What stands right beside it: see `readings.ts`.
  nameBeside: 2.5,
  tail: 1.8,
  nameTail: 0,
  lead: 2.1,
  amount: 1.8,
  tagOrWikiLink: 0,
  apposition: 2.1,
  candidates: 0,
  prepositionBefore: 0.9,
  verbAfter: 0.4,
  capitalBeside: -1,
  versionAfter: -6.3,
  ordinaryGrammar: -0.9,
  determiner: -0.6,
  compound: -0.6,
  quoted: -0.8,
  ofAfter: -5,
  'strange name': -0.6,
  'strange capitals': -0.1,
  'strange start': -1.5,
  'strange word': -0.3,
  'strange bare': -1.6,
  person: -5.8,
  pronoun: -1.2,
  otherApposition: -1.1,
  linkTitle: -4.7,
  spokenOf: -2.3,
  otherColumn: -2.9,
  projectColumn: 1.9,
  // Words around it, in the sentence, near to it, in the rest of the section, of the note: see `senses.ts`.
  'crypto sentence': 0.4,
  'crypto nearby': 0.3,
  'crypto section': 0.6,
  'crypto note': 0.1,
  'money sentence': 0.6,
  'money nearby': 0.1,
  'money section': 0,
  'money note': 0,
  'cue sentence': 2,
  'cue nearby': 0.3,
  'cue section': 0.1,
  'cue note': 0.6,
  'counterCue sentence': -2.2,
  'counterCue nearby': -1.2,
  'counterCue section': -0.5,
  'counterCue note': -1.4,
  counterCueBeside: -5,
  // Sure mentions around it: of the project, of its network or alliance, of any other.
  'same sentence': 0.5,
  'same nearby': 0.3,
  'same section': 1,
  'same note': 2.7,
  'relative sentence': 3.6,
  'relative nearby': 0.5,
  'relative section': 0.3,
  'relative note': 2.8,
  'other sentence': 2,
  'other nearby': 0.9,
  'other section': 0.6,
  'other note': 0.8,
  'otherAtStart sentence': 0.4,
  'otherAtStart nearby': 0.3,
  'otherAtStart section': 0.2,
  'otherAtStart note': 0.1,
  'sameContested sentence': 0.7,
  'sameContested nearby': 0,
  'sameContested section': 0.2,
  'sameContested note': 0.1,
  'sameAtStart sentence': 0,
  'sameAtStart nearby': 1.1,
  'sameAtStart section': 0.3,
  'sameAtStart note': 0,
  'otherContested sentence': 2.1,
  'otherContested nearby': 1.6,
  'otherContested section': 1.5,
  'otherContested note': 0.4,
  'bareTicker sentence': 2.2,
  'bareTicker nearby': 2.8,
  'bareTicker section': 1.7,
  'bareTicker note': 0.1,
  bareTickerInList: 2.3,
  bareTickerInGroup: 3.2,
  otherInGroup: 1.6,
  // The same letters surely mean something else around it.
  // Nothing beside it or in its sentence speaks for it, and the note uses it in another sense too.
  // Nothing in the note is of crypto.
  noCrypto: -2,
  unsupported: -0.6,
  unsupportedAtStart: -0.4,
  unsupportedShout: -4,
  personElsewhere: -5.5,
  'otherSense sentence': -0.4,
  'otherSense nearby': 0,
  'otherSense section': -1.1,
  'otherSense note': -1.6,
  otherwiseCapitalized: -2.5,
}

export type WeightName = keyof typeof weights

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

export function total(evidence: readonly Evidence[]): number {
  let sum = 0
  for (const { weight, factor } of evidence) sum += weights[weight] * factor
  return sum
}

/** The same for mentions and words around a name, within their limits: a crowded note says no more than a clear one. */
export function contextTotal(context: readonly Evidence[]): number {
  let close = 0
  let far = 0
  for (const { weight, factor } of context) {
    if (weight.endsWith(' note')) far += weights[weight] * factor
    else close += weights[weight] * factor
  }
  return Math.min(contextLimit, close + Math.min(noteLimit, far))
}

/** Log-odds to a probability. */
export function confidenceOf(score: number): number {
  return 1 / (1 + Math.exp(-score))
}
