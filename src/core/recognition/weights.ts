/**
 * How much each kind of evidence counts when a name has several senses, as log-odds: a sum above 0 is more likely
 * the project than not. Source: the rules that held across the sampled texts of the facts (ambiguity table), then set
 * on the labelled notes of `test/corpus`.
 */
export const weights = {
  /** At or above this a mention is evidence for others. */
  sureScore: 3.1,
  /** What all mentions and words around a name can add up to. */
  contextLimit: 7.2,
  /** What a name starts from, by how it may match and how it is written. */
  form: {
    dollar: 9,
    dollarInLowerCase: -1,
    /** IO, ATH, IP: hardly ever the ticker. */
    withoutDollar: -4.5,
    alone: 6,
    exactCase: 4,
    netuid: -1.5,
    /** TAO, NEAR, ICP as listed. */
    capitals: -1.1,
    /** Near, Tao: a name of capitals as an ordinary word would be written. */
    capitalsAsWord: -5.5,
    /** Render, Apex, Ocean as listed, inside a sentence. */
    word: -2,
    /** ... where every word begins so, or the sentence does: the capital proves nothing. */
    wordAtStart: -2.7,
    /** Everything around is in capitals. */
    shouted: -2.5,
    /** render, near, ocean: the ordinary word. */
    lowerCase: -5.2,
    /** tao, icp, fet: letters that are hardly a word. */
    lowerCaseLetters: -3.2,
  },
  /** `Render (RENDER)`, `SN1 Apex`: two names of the project side by side. */
  nameBeside: 5,
  /** `TAO token`, `NEAR holders`: a word of crypto right after the name. */
  tail: 2.3,
  /** `Grass Network`, `Story Foundation`: with the tail before, capitals that make a name. */
  nameTail: 2.5,
  /** `staked TAO`, `bought render`: a word of trading or staking right before it. */
  lead: 2.8,
  /** `12.5 TAO`, `TAO: 40%`, `TAO at $400`. */
  amount: 1.8,
  /** `#tao`, `[[Render]]`. */
  tagOrWikiLink: 1.6,
  /** Sure mentions in the sentence, else the section, else the note. */
  same: [3, 3, 2.2],
  relative: [2.6, 1, 0.5],
  other: [2.4, 1.1, 0.3],
  otherInGroup: 2.3,
  /** Words in the sentence, the rest of the section and the rest of the note. */
  cue: [1.8, 1.1, 0.4],
  crypto: [0.8, 0.6, 0.3],
  counterCue: [-4.2, -1.2, -0.5],
  counterCueBeside: -4,
  /** `FLUX.1`, `GLM-4`: the version of another product. */
  versionAfter: -5,
  /** `render the`, `near a`, `to fetch`: the grammar of a verb, preposition or common noun. */
  ordinaryGrammar: -3,
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
