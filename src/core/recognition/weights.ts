/**
 * How much each kind of evidence counts when a name has several senses, as log-odds: a sum above 0 is more likely
 * the project than not. Source: the rules that held across the sampled texts of the facts (ambiguity table), then set
 * on the labelled notes of `test/corpus`.
 */
export const weights = {
  /** At or above this a mention is evidence for others. */
  sureScore: 2.2,
  /** What all mentions and words around a name can add up to. */
  contextLimit: 8,
  /** What a name starts from, by how it may match and how it is written. */
  form: {
    alone: 6,
    exactCase: 5,
    netuid: -0.8,
    /** TAO, NEAR, ICP as listed. */
    capitals: -0.9,
    /** Near, Tao: a name of capitals as an ordinary word would be written. */
    capitalsAsWord: -3.4,
    /** Render, Apex, Ocean as listed, inside a sentence. */
    word: -1.6,
    /** ... where every word begins so, or the sentence does: the capital proves nothing. */
    wordAtStart: -2.9,
    /** Everything around is in capitals. */
    shouted: -3.6,
    /** render, near, ocean: the ordinary word. */
    lowerCase: -4.8,
    /** tao, icp, fet: letters that are hardly a word. */
    lowerCaseLetters: -3.2,
  },
  dollar: 9,
  /** `Render (RENDER)`, `SN1 Apex`: two names of the project side by side. */
  nameBeside: 5,
  /** `TAO token`, `NEAR holders`: a word of crypto right after the name. */
  tail: 2.8,
  /** `staked TAO`, `bought render`: a word of trading or staking right before it. */
  lead: 2.4,
  /** `12.5 TAO`, `TAO: 40%`, `TAO at $400`. */
  amount: 2.2,
  /** `#tao`, `[[Render]]`. */
  tagOrWikiLink: 1.6,
  /** Sure mentions in the sentence, else the section, else the note. */
  same: [3.8, 3.0, 2.2],
  relative: [2.6, 1.6, 1],
  other: [2.4, 1.1, 0.6],
  otherInGroup: 2,
  /** Words in the sentence, the rest of the section and the rest of the note. */
  cue: [1.8, 0.9, 0.4],
  crypto: [1.3, 0.6, 0.3],
  counterCue: [-4.2, -1.2, -0.5],
  counterCueBeside: -4,
  /** `render the`, `near a`, `to fetch`: the grammar of a verb, preposition or common noun. */
  ordinaryGrammar: -5,
  /** The same note writes the name with its capitals elsewhere. */
  otherwiseCapitalized: -3,
} as const

/** Evidence of one kind counts once, and half again for a second piece. */
export function graded(weight: number, pieces: number): number {
  return pieces <= 0 ? 0 : pieces === 1 ? weight : weight * 1.5
}

/** Log-odds to a probability. */
export function confidenceOf(score: number): number {
  return 1 / (1 + Math.exp(-score))
}
