/**
 * How much each kind of evidence counts when a name has several senses, as log-odds: a sum above 0 is more likely
 * the project than not. Ordered as the reasons are told. Source: the rules that held across the sampled texts of the
 * facts (ambiguity table), then set on the labelled notes of `test/corpus`.
 */
export const weights = {
  /** What a name starts from, by how it may match and how it is written. */
  form: {
    alone: 6,
    exactCase: 5,
    netuid: -0.8,
    /** TAO, NEAR, ICP as listed. */
    capitals: -0.9,
    /** Near, Tao: a name of capitals as an ordinary word would be written inside a sentence. */
    capitalsAsWord: -3.4,
    /** Render, Apex, Ocean as listed, inside a sentence. */
    word: -1.6,
    /** ... where every word begins so, or the sentence does: the capital proves nothing. */
    wordAtStart: -2.9,
    lowerCase: -4.8,
  },
  dollar: 7,
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
  sameInSentence: 3.6,
  sameInSection: 2.2,
  sameInNote: 1.6,
  relativeInSentence: 2.6,
  relativeInSection: 1.6,
  relativeInNote: 1,
  otherInSentence: 2.4,
  otherInGroup: 2,
  otherInSection: 1.1,
  otherInNote: 0.6,
  cueInSentence: 1.8,
  cueInSection: 0.9,
  cueInNote: 0.4,
  cryptoInSentence: 1.3,
  cryptoInSection: 0.6,
  cryptoInNote: 0.3,
  counterCueInSentence: -2.6,
  counterCueInSection: -1.2,
  counterCueInNote: -0.5,
  /** `render the`, `near a`, `to fetch`: the grammar of a verb or preposition, in lower case. */
  ordinaryGrammar: -4,
  /** The same note writes the name with its capitals elsewhere. */
  otherwiseCapitalized: -2.4,
} as const

/** Evidence of one kind counts once, and half again for a second piece. */
export function graded(weight: number, pieces: number): number {
  return pieces <= 0 ? 0 : pieces === 1 ? weight : weight * 1.5
}

/** Log-odds to a probability. */
export function confidenceOf(score: number): number {
  return 1 / (1 + Math.exp(-score))
}
