/**
 * The words of a unit, alone and in pairs, with names masked: what no class of words lists still tells something. They
 * know nothing of what they mean; their weights are small and learned (`weights.ts`).
 */
import { mark, skeletonOf } from './skeleton'
import type { Unit } from './units'

/** A word, or two that follow each other, joined by `~`. */
export type WordFeature = `says ${string}`

/** A word, a number or a sign that means something. */
const token = new RegExp(`${mark}|\\p{L}+(?:'\\p{L}+)?|\\d[\\d.,]*|[?!>→/+%:;,."“]`, 'gu')

/** Further words of long lists and tables tell nothing new. */
const wordLimit = 400

export function readWords(text: string, unit: Unit): Map<WordFeature, number> {
  const skeleton = skeletonOf(text, unit.start, unit.end, unit.names).text
  const words = ['^', ...(skeleton.match(token) ?? []).slice(0, wordLimit).map(masked), '$']
  const found = new Map<WordFeature, number>()
  words.forEach((word, at) => {
    found.set(`says ${word}`, 1)
    const next = words[at + 1]
    if (next !== undefined) found.set(`says ${word}~${next}`, 1)
  })
  return found
}

const isMark = new RegExp(mark, 'u')

function masked(word: string): string {
  return isMark.test(word) ? 'NAME' : /^\d/.test(word) ? '0' : word
}
