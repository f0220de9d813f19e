/**
 * How much each kind of evidence counts when a name has several senses, as log-odds: a sum above 0 is more likely the
 * project than not. Source: set by hand from the rules that held across the sampled texts of the facts (ambiguity
 * table), then fitted to labelled notes by `test/bench/learnWeights.mjs`, which prints this table.
 */
export const weights = {
  // What a name starts from, by how it may match and how it is written: see `formReasons`.
  'form dollar': 9,
  'form dollarInLowerCase': -1,
  'form withoutDollar': -5.4,
  'form alone': 4.1,
  'form exactCase': 3.8,
  'form netuid': -1.2,
  'form fusedNetuid': 0.1,
  'form capitals': -2.8,
  'form capitalsOfWord': -1.9,
  'form capitalsAsWord': -4.7,
  'form word': -2.6,
  'form wordAtStart': -2.6,
  'form shouted': -3.2,
  'form lowerCase': -4.7,
  'form lowerCaseLetters': -3,
  // What stands right beside it: see `readings.ts`.
  nameBeside: 5.1,
  tail: 2,
  nameTail: 1.9,
  lead: 2.9,
  amount: 1.7,
  tagOrWikiLink: 1.6,
  apposition: 3,
  prepositionBefore: 0.6,
  verbAfter: 0.4,
  capitalBeside: -0.7,
  versionAfter: -5,
  ordinaryGrammar: -2.4,
  determiner: -0.9,
  compound: -0.9,
  quoted: -1.1,
  ofAfter: -3,
  nounAfter: -0.5,
  person: -8.9,
  otherColumn: -4.3,
  projectColumn: 1.3,
  // Words around it, in the sentence, the rest of the section, the rest of the note: see `senses.ts`.
  'crypto sentence': 1,
  'crypto section': 0.7,
  'crypto note': 0.3,
  'cue sentence': 1.7,
  'cue section': 0.7,
  'cue note': 0.8,
  'counterCue sentence': -2.1,
  'counterCue section': -0.7,
  'counterCue note': -1.4,
  counterCueBeside: -4.5,
  // Sure mentions around it: of the project, of its network or alliance, of any other.
  'same sentence': 2.1,
  'same section': 0.3,
  'same note': 1.6,
  'relative sentence': 3,
  'relative section': 0.2,
  'relative note': 0.1,
  'other sentence': 3.2,
  'other section': 1.7,
  'other note': 1.2,
  'otherAtStart sentence': 2.4,
  'otherAtStart section': 1.1,
  'otherAtStart note': 1.3,
  'bareTicker sentence': 3.8,
  'bareTicker section': 3,
  'bareTicker note': 1.7,
  otherInGroup: 2.1,
  // The same letters surely mean something else around it.
  personElsewhere: -5.4,
  'otherSense sentence': 0.3,
  'otherSense section': -0.4,
  'otherSense note': -0.7,
  otherwiseCapitalized: -2.6,
}

export type WeightName = keyof typeof weights

/** At or above this a mention is evidence for others. */
export const sureScore = 3.1

/** What all mentions and words around a name can add up to. */
export const contextLimit = 7.2

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

export function total(evidence: readonly Evidence[]): number {
  let sum = 0
  for (const { weight, factor } of evidence) sum += weights[weight] * factor
  return sum
}

/** Log-odds to a probability. */
export function confidenceOf(score: number): number {
  return 1 / (1 + Math.exp(-score))
}
