/**
 * How much each kind of evidence counts when a name has several senses, as log-odds: a sum above 0 is more likely the
 * project than not. Source: set by hand from the rules that held across the sampled texts of the facts (ambiguity
 * table), then fitted to labelled notes by `test/bench/learnWeights.mjs`, which prints this table.
 */
export const weights = {
  // What a name starts from, by how it may match and how it is written: see `formReasons`.
  'form dollar': 9,
  'form dollarInLowerCase': -1,
  'form withoutDollar': -4.6,
  'form alone': 6,
  'form exactCase': 3.4,
  'form netuid': -2.4,
  'form fusedNetuid': -0.1,
  'form capitals': -2.9,
  'form capitalsOfWord': -1.9,
  'form capitalsAsWord': -5.1,
  'form word': -3.4,
  'form severalWords': 0,
  'form wordAtStart': -2.7,
  'form shouted': -3.2,
  'form lowerCase': -5.6,
  'form lowerCaseLetters': -2.6,
  // What stands right beside it: see `readings.ts`.
  nameBeside: 5.2,
  tail: 2,
  nameTail: 1.3,
  lead: 3,
  amount: 3,
  tagOrWikiLink: 1.9,
  apposition: 3.4,
  candidates: 0.1,
  prepositionBefore: 0.9,
  verbAfter: 0.8,
  capitalBeside: -1.2,
  versionAfter: -5,
  ordinaryGrammar: -2.2,
  determiner: -1.4,
  compound: -0.9,
  quoted: -1.7,
  ofAfter: -3.6,
  nounAfter: -1.1,
  person: -12.5,
  otherColumn: -4.1,
  projectColumn: 0.6,
  // Words around it, in the sentence, the rest of the section, the rest of the note: see `senses.ts`.
  'crypto sentence': 1.4,
  'crypto section': 0.7,
  'crypto note': 0.1,
  'cue sentence': 3.3,
  'cue section': 0.7,
  'cue note': 1.8,
  'counterCue sentence': -2.4,
  'counterCue section': -0.5,
  'counterCue note': -0.9,
  counterCueBeside: -4.8,
  // Sure mentions around it: of the project, of its network or alliance, of any other.
  'same sentence': 3,
  'same section': 2.9,
  'same note': 2.7,
  'relative sentence': 3.5,
  'relative section': 0,
  'relative note': 0.5,
  'other sentence': 3.5,
  'other section': 1.7,
  'other note': 1.7,
  'otherAtStart sentence': 2.7,
  'otherAtStart section': 1.2,
  'otherAtStart note': 0.8,
  'sameContested sentence': 2.2,
  'sameContested section': 2,
  'sameContested note': 1.3,
  'otherContested sentence': 2.6,
  'otherContested section': 3.2,
  'otherContested note': 2.5,
  'bareTicker sentence': 1.9,
  'bareTicker section': 2.3,
  'bareTicker note': 1.1,
  otherInGroup: 1.6,
  // The same letters surely mean something else around it.
  // Nothing beside it or in its sentence speaks for it, and the note uses it in another sense too.
  unsupported: -2.1,
  personElsewhere: -5.5,
  'otherSense sentence': 0,
  'otherSense section': -1.1,
  'otherSense note': -1.9,
  otherwiseCapitalized: -2.1,
}

export type WeightName = keyof typeof weights

/** At or above this a mention is evidence for others. */
export const sureScore = 2.5

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
