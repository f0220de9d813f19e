/**
 * How much each feature speaks for a comparison, as log-odds: learned from the labelled texts of
 * `test/corpus/comparisons.jsonl` by `test/bench/learnComparisons.mjs --write`, and kept as readable data. Single words
 * and pairs of words, where the classes of `cues.ts` say nothing of them, are grouped by weight there: `NAME` stands for
 * a project, `0` for a number, `^` and `$` for the ends.
 */
import learned from '../../../knowledge/learned/comparisons.json'
import type { ListFeature } from './listFeatures'
import type { SentenceFeature } from './sentenceFeatures'
import type { WordFeature } from './wordFeatures'

export type Feature = SentenceFeature | ListFeature | WordFeature

const weights: ReadonlyMap<string, number> = new Map([
  ...Object.entries(learned.features),
  ...Object.entries(learned.words).flatMap(([weight, words]) =>
    words.split(' ').map((word): [WordFeature, number] => [`says ${word}`, Number(weight)]),
  ),
])

/** All that speaks for a comparison adds up to less than this: a rejection is not outweighed by many small signs. */
export const limitFor = 5

/** A score above this makes a comparison. */
export const surelyAbove = 0

/** Log-odds that a unit with these features is a comparison. */
export function scoreOf(found: ReadonlyMap<Feature, number>): number {
  let speaksFor = 0
  let speaksAgainst = learned.bias
  for (const [feature, amount] of found) {
    const part = (weights.get(feature) ?? 0) * amount
    if (part > 0) speaksFor += part
    else speaksAgainst += part
  }
  return limitFor * Math.tanh(speaksFor / limitFor) + speaksAgainst
}
