/** Words that speak for or against a sense, as they stand in a passage. */
import { compileFirstWords } from './firstWords'
import { ipNetworkKey, netuidSense, type Cue, type Lexicon } from './lexicon'
import { findTerms, type TermTable } from './termTable'

/** `10.0.0.0/16`, `/24`: where such stand, subnets are those of IP networks. */
const ipAddress = /\d{1,3}(?:\.\d{1,3}){3}(?:\/\d{1,2})?(?![\d.])|\/[12]?\d(?![\w/])/g

/** What is looked for. */
export interface CueWords {
  readonly table: TermTable<Cue>
  /** Addresses of IP networks too. */
  readonly withAddresses: boolean
}

/** Those of all projects and of some concerns. Only these are looked for: the others are half of all words of a text. */
export function cueWordsOf({ cues, generalCues }: Lexicon, concerns: readonly string[]): CueWords {
  const lists = concerns.flatMap((concern) => cues.get(concern) ?? [])
  const met = new Map<string, readonly Cue[]>()
  const termsAt = (firstWord: string) => {
    const known = met.get(firstWord)
    if (known) return known
    const terms = [...generalCues.termsAt(firstWord), ...lists.flatMap((list) => list.startingWith(firstWord))]
    met.set(firstWord, terms)
    return terms
  }
  const beginnings = lists.map((list) => list.beginnings)
  const firstWords = compileFirstWords(beginnings, generalCues.firstWords)
  return { table: { termsAt, firstWords }, withAddresses: concerns.includes(netuidSense) }
}

/** Looked at behind the expression: in front of it, it would be looked at everywhere. */
function isAddress(text: string, { index }: { readonly index: number }): boolean {
  const before = text.charAt(index - 1)
  return text.charAt(index) === '/' ? /\s/.test(before) : !/[\d.]/.test(before)
}

/** Sorted by start; offsets count from the start of the text. */
export interface Cues {
  readonly starts: readonly number[]
  readonly ends: readonly number[]
  readonly keys: readonly string[]
}

/** So many code units are searched in one step, and more only where no white space is. */
const stepLength = 8192

/** All cues of a text, step by step. */
export function* findCues(text: string, { table, withAddresses }: CueWords): Generator<undefined, Cues> {
  const starts: number[] = []
  const ends: number[] = []
  const keys: string[] = []
  const add = (start: number, end: number, key: string) => {
    starts.push(start)
    ends.push(end)
    keys.push(key)
  }
  for (let from = 0; from < text.length;) {
    const to = spaceAtOrAfter(text, from + stepLength)
    // What stands before an address belongs to what it is.
    const base = Math.max(0, from - 1)
    const part = text.slice(base, to)
    const addresses = withAddresses ? [...part.matchAll(ipAddress)].filter((address) => isAddress(part, address)) : []
    let next = 0
    const addAddressesBelow = (offset: number) => {
      for (let found = addresses[next]; found && base + found.index < offset; found = addresses[++next]) {
        add(base + found.index, base + found.index + found[0].length, ipNetworkKey)
      }
    }
    for (const { term, start, end } of findTerms(text, table, from, to)) {
      addAddressesBelow(start)
      add(start, end, term.key)
    }
    addAddressesBelow(Infinity)
    from = to
    if (to < text.length) yield
  }
  return { starts, ends, keys }
}

function spaceAtOrAfter(text: string, offset: number): number {
  const space = /\s/g
  space.lastIndex = offset
  return offset < text.length ? (space.exec(text)?.index ?? text.length) : text.length
}
