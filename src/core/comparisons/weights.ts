/**
 * How much each feature speaks for a comparison, as log-odds. Fitted to the labelled texts of
 * `test/corpus/comparisons.jsonl` by `test/bench/learnComparisons.mjs`, which prints this table.
 */
import type { ListFeature } from './listFeatures'
import type { SentenceFeature } from './sentenceFeatures'
import type { WordFeature } from './wordFeatures'
import { wordWeights } from './wordWeights'

export type Feature = SentenceFeature | ListFeature | WordFeature

/** What a unit starts from. */
const bias = 1.32

const weights: Readonly<Partial<Record<Exclude<Feature, WordFeature>, number>>> = {
  'amounts of names': -0.28,
  'best bet': 1.2,
  'best of an enumeration': 1.21,
  'best of anything': -0.39,
  'best thing': -0.77,
  both: -0.04,
  'choice around': 1.32,
  'comparing denied': -0.67,
  'comparing refused': -0.23,
  'contrast of degrees': 0,
  'contrast of merits': 0.44,
  denied: -0.37,
  'dismissed beside another': 1.03,
  heading: 0,
  hearsay: -0.42,
  'holdings listed': -0.69,
  hypothetical: -0.48,
  'joined sentences': 0.44,
  'joined without a link': 0.06,
  'joins only': -1.4,
  likened: -0.07,
  'link arrow': 0.03,
  'link beats': 0.22,
  'link between': -0.13,
  'link contrast': -1.05,
  'link denied': -0.23,
  'link dismisses': 0.75,
  'link equates': 0.25,
  'link insteadOf': 0.49,
  'link joins': -0.53,
  'link measured': -0.5,
  'link migrates': -0.86,
  'link notThat': 0.89,
  'link or': 0.52,
  'link orLoosely': 0.67,
  'link order': 0,
  'link outdoes': 0.52,
  'link over': 0.94,
  'link rivals': 0.35,
  'link roles': -0.74,
  'link rotate': 0.75,
  'link slash': -0.33,
  'link than': 0,
  'link thingThan': -0.73,
  'link trade': 1.14,
  'link versus': 0.54,
  list: -1.26,
  'list lead asks': 0.33,
  'list lead lists': -2.3,
  'list lead ranks': 2.48,
  'list lead says bet': 0.46,
  'list of amounts': -0.27,
  'list of bare names': 0,
  'list of entries': -0.08,
  'list of events': -0.15,
  'list of layers': -0.74,
  'list of long items': -0.15,
  'list of sentences': -0.71,
  'list of tiers': 0.01,
  'list of verdicts': 0.63,
  'list ordered': 0.03,
  'list with one sure name': 0.06,
  'list without a sure name': -0.57,
  'merit of a bet': 0.19,
  'moves of names': -0.25,
  'names as places': -0.57,
  'names in lower case': -0.02,
  'no link': -1.42,
  'no sure name': -0.17,
  'of several': 0.88,
  'one enumeration': -1.43,
  'one slot': 0.64,
  'one sure name': 0.76,
  'only bought': 0,
  'only sold': 0,
  'only within a layer': -1.06,
  'own amounts': -0.16,
  'own amounts compared': -1.01,
  question: 0.24,
  'question dismissed': -0.19,
  'question dismissed around': -0.21,
  'question for a choice': 0.57,
  'question for something else': -0.84,
  'question or': 0.22,
  quoted: -2.08,
  'race denied': -0.26,
  rejected: -3.16,
  'rejected around': -0.96,
  'reported as wrong': -0.34,
  'said to differ': -0.05,
  'sells and buys': 0.59,
  sentence: 0,
  settled: 0.45,
  'singled out': 0.22,
  'split evenly': -0.42,
  'stand-in denied': -0.79,
  table: -1.14,
  'table of amounts': -1.04,
  'table of dates': -1.05,
  'table of grades': 0.67,
  'table of layers': -0.43,
  'table of ranks': 1.08,
  'table of scores': 1.47,
  'table of verdicts': 1.59,
  'table turned': 0.35,
  'taken back': -0.23,
  'taken back around': -0.99,
  'things of names': -1.42,
  'three projects': -1.07,
  together: -0.18,
  'trade around': 0.46,
  'trade denied': -0.56,
  'trade for fees': -0.46,
  'turned into money': -0.39,
  'words beat': 0.53,
  'words buy': 0.49,
  'words choice': 1.87,
  'words comparing': 0,
  'words degree': 0.12,
  'words dismiss': 0.62,
  'words event': -0.86,
  'words event beside a link': -0.31,
  'words joins': -1.17,
  'words joins beside a link': -0.93,
  'words merit': 2.09,
  'words opinion': 0.46,
  'words own': 0,
  'words question': -0.74,
  'words race': 1.61,
  'words reject': -0.9,
  'words reported': -0.22,
  'words rival': 0.32,
  'words sell': 0,
  'words stack': -1.36,
  'words stack beside a link': -1.08,
  'words stake': 0.63,
  'words swap': 0,
  'words thing': -1.82,
  'words thing beside a link': -1.54,
  'words wrong': -0.51,
}

function isWord(feature: Feature): feature is WordFeature {
  return feature.startsWith('says ')
}

function weightOf(feature: Feature): number {
  return isWord(feature) ? (wordWeights.get(feature) ?? 0) : (weights[feature] ?? 0)
}

/** All that speaks for a comparison adds up to less than this: a rejection is not outweighed by many small signs. */
export const limitFor = 5

/** A score above this makes a comparison. */
export const surelyAbove = 0

/** Log-odds that a unit with these features is a comparison. */
export function scoreOf(found: ReadonlyMap<Feature, number>): number {
  let speaksFor = 0
  let speaksAgainst = bias
  for (const [feature, amount] of found) {
    const part = weightOf(feature) * amount
    if (part > 0) speaksFor += part
    else speaksAgainst += part
  }
  return limitFor * Math.tanh(speaksFor / limitFor) + speaksAgainst
}
