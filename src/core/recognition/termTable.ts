/** Terms compiled for one pass over a text: a filter on each first word, then a look at the few that remain. */
import { beginningsOf, compileFirstWords, scanWords, type Beginnings, type FirstWords } from './firstWords'
import { firstWordLength, foldCode, joinsAfter, joinsBefore } from './words'

/** Something to look for: its text with ASCII letters in lower case, spaces as single spaces. */
export interface Term {
  readonly folded: string
}

export interface TermTable<T extends Term> {
  readonly termsAt: (firstWord: string) => readonly T[]
  readonly firstWords: FirstWords
}

/** Terms that are made when they are asked for: of most projects no note speaks. */
export class TermList<T extends Term> {
  readonly #make: () => readonly T[]
  #made: { readonly sorted: ReadonlyMap<string, readonly T[]>; readonly beginnings: Beginnings } | undefined

  constructor(make: () => readonly T[]) {
    this.#make = make
  }

  /** Longest first. */
  startingWith(firstWord: string): readonly T[] {
    return this.#all.sorted.get(firstWord) ?? []
  }

  get beginnings(): Beginnings {
    return this.#all.beginnings
  }

  get #all() {
    if (this.#made) return this.#made
    const terms = this.#make()
    return (this.#made = { sorted: byFirstWord(terms), beginnings: beginningsOf(terms.map(({ folded }) => folded)) })
  }
}

/** Terms by their first word; longest first. */
function byFirstWord<T extends Term>(terms: Iterable<T>): ReadonlyMap<string, readonly T[]> {
  const sorted = new Map<string, T[]>()
  for (const term of terms) {
    const first = term.folded.slice(0, firstWordLength(term.folded))
    const sameStart = sorted.get(first)
    if (sameStart) sameStart.push(term)
    else sorted.set(first, [term])
  }
  for (const sameStart of sorted.values()) sameStart.sort((a, b) => b.folded.length - a.folded.length)
  return sorted
}

/** `extraWords` are stopped at too, without being terms. */
export function buildTermTable<T extends Term>(terms: readonly T[], extraWords: readonly string[] = []): TermTable<T> {
  const sorted = byFirstWord(terms)
  return {
    termsAt: (firstWord) => sorted.get(firstWord) ?? [],
    firstWords: compileFirstWords([beginningsOf([...terms.map(({ folded }) => folded), ...extraWords])]),
  }
}

/**
 * Where `folded` ends when it is written at `start`, or -1. A space in it stands for any run of white space that
 * holds at most one line break, with the quote marks that a soft break brings along, or for the hyphen of a tag.
 */
export function matchEnd(text: string, start: number, folded: string): number {
  let offset = start
  for (let index = 0; index < folded.length; index++) {
    const expected = folded.charCodeAt(index)
    if (expected === 32) {
      const end = skipSpace(text, offset)
      if (end === offset) return -1
      offset = end
    } else if (foldCode(text.charCodeAt(offset)) === expected) offset++
    else return -1
  }
  return offset
}

function skipSpace(text: string, from: number): number {
  if (text.charCodeAt(from) === 45) return from + 1
  let offset = from
  let lines = 0
  for (; offset < text.length; offset++) {
    const code = text.charCodeAt(offset)
    if (code === 10) lines++
    else if (code === 62 && lines === 1) continue
    else if (code !== 32 && code !== 9 && code !== 13 && code !== 0xa0) break
  }
  return lines > 1 ? from : offset
}

/** All places of whole-word terms, overlapping ones too; for words that are counted, not shown. */
export function findTerms<T extends Term>(
  text: string,
  table: TermTable<T>,
  from: number,
  to: number,
): { term: T; start: number; end: number }[] {
  const found: { term: T; start: number; end: number }[] = []
  scanWords(text, table.firstWords, from, to, (start, wordEnd) => {
    if (joinsBefore(text, start)) return wordEnd
    for (const term of table.termsAt(text.slice(start, wordEnd).toLowerCase())) {
      const end = matchEnd(text, start, term.folded)
      if (end !== -1 && !joinsAfter(text, end)) found.push({ term, start, end })
    }
    return wordEnd
  })
  return found
}
