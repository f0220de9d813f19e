/**
 * How much each feature speaks for a comparison, as log-odds. Fitted to the labelled texts of
 * `test/corpus/comparisons.jsonl` by `test/bench/learnComparisons.mjs`, which prints this table.
 */
import type { ListFeature } from './listFeatures'
import type { SentenceFeature } from './sentenceFeatures'

export type Feature = SentenceFeature | ListFeature

/** What a unit starts from. */
const bias = 1.31

const weights: Readonly<Partial<Record<Feature, number>>> = {
  'amounts of names': -0.45,
  'best bet': 3.37,
  'best of an enumeration': 2.28,
  'best of anything': -0.06,
  'best thing': -1.37,
  both: 0.78,
  'choice around': 1.94,
  'comparing denied': -0.67,
  'contrast of degrees': 0.19,
  'contrast of merits': -0.35,
  denied: -0.27,
  'dismissed beside another': 1.49,
  heading: 0,
  'holdings listed': -0.72,
  'joined sentences': 0.92,
  'joins only': -1.86,
  'link beats': 1.44,
  'link between': 0.8,
  'link contrast': -1.57,
  'link denied': -0.28,
  'link dismisses': 1.09,
  'link equates': 0.53,
  'link insteadOf': 0.99,
  'link joins': -0.95,
  'link measured': -0.94,
  'link migrates': -1.58,
  'link notThat': 1.5,
  'link or': 0.81,
  'link orLoosely': 0.85,
  'link order': 0.14,
  'link over': 1.43,
  'link rivals': 1.27,
  'link roles': -1.04,
  'link rotate': 1.57,
  'link slash': -0.3,
  'link than': 0.78,
  'link thingThan': -0.59,
  'link trade': 1.2,
  'link versus': 1.74,
  list: -2.18,
  'list lead asks': 0.4,
  'list lead lists': -2.31,
  'list lead ranks': 3.74,
  'list lead says bet': 0.87,
  'list of amounts': -0.43,
  'list of bare names': 0,
  'list of entries': 0,
  'list of events': -0.34,
  'list of layers': -1.8,
  'list of long items': -0.37,
  'list of sentences': -1.22,
  'list of tiers': 0,
  'list of verdicts': 1.07,
  'list ordered': 0.21,
  'list with one sure name': -0.06,
  'list without a sure name': -0.75,
  'merit of a bet': 0,
  'names as places': -1.39,
  'no link': -1.66,
  'no sure name': -0.28,
  'of several': 2.13,
  'one enumeration': -1.35,
  'one sure name': -0.65,
  'only within a layer': -1.33,
  question: -0.12,
  'question dismissed': -0.78,
  'question dismissed around': -0.32,
  'question for a choice': 1.05,
  'question for something else': -1.08,
  'question or': 0.66,
  quoted: -3.75,
  rejected: -4.88,
  'rejected around': -1.68,
  'reported as wrong': -0.7,
  'sells and buys': 0.67,
  sentence: 0,
  'singled out': -0.46,
  'stand-in denied': -0.9,
  table: -1.87,
  'table of amounts': -1.69,
  'table of dates': -1.11,
  'table of grades': 1.02,
  'table of layers': -1.64,
  'table of ranks': 1.67,
  'table of scores': 2.48,
  'table of verdicts': 2.65,
  'table turned': 0.63,
  'table with one sure name': 0.46,
  'table without a sure name': -1.26,
  'things of names': -1.79,
  'three projects': -1.37,
  'trade around': 0.79,
  'trade denied': -1.46,
  'trade for fees': -0.35,
  'words beat': 0.45,
  'words buy': 0.79,
  'words choice': 2.74,
  'words comparing': -0.02,
  'words degree': 0,
  'words dismiss': 1.23,
  'words event': -1.03,
  'words event beside a link': -0.9,
  'words joins': -0.76,
  'words joins beside a link': -1.25,
  'words merit': 3.24,
  'words opinion': 0.67,
  'words own': 0.01,
  'words question': -0.65,
  'words race': 1.99,
  'words reject': -1.36,
  'words reported': -0.32,
  'words rival': 0.54,
  'words sell': 0.17,
  'words stack': -2.72,
  'words stack beside a link': -1.14,
  'words stake': 0.48,
  'words swap': -0.48,
  'words thing': -2.41,
  'words thing beside a link': -2.16,
  'words wrong': -1.06,
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
    const part = (weights[feature] ?? 0) * amount
    if (part > 0) speaksFor += part
    else speaksAgainst += part
  }
  return limitFor * Math.tanh(speaksFor / limitFor) + speaksAgainst
}
