/** Words that speak for or against a sense, as they stand in a passage. */
import type { Lexicon } from './lexicon'
import { findTerms } from './termTable'

/** Sorted by start; offsets count from the start of the text. */
export interface Cues {
  readonly starts: readonly number[]
  readonly ends: readonly number[]
  readonly keys: readonly string[]
}

export function cuesIn(text: string, lexicon: Lexicon): Cues {
  const starts: number[] = []
  const ends: number[] = []
  const keys: string[] = []
  for (const { term, start, end } of findTerms(text, lexicon.cues, 0, text.length)) {
    starts.push(start)
    ends.push(end)
    keys.push(term.key)
  }
  return { starts, ends, keys }
}
