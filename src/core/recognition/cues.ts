/** Words that speak for or against a sense, as they stand in a passage. */
import { ipNetworkKey, netuidSense, type Cue, type Lexicon } from './lexicon'
import { buildTermTable, findTerms, type TermTable } from './termTable'

/** `10.0.0.0/16`, `/24`: where such stand, subnets are those of IP networks. */
const ipAddress = /\d{1,3}(?:\.\d{1,3}){3}(?:\/\d{1,2})?(?![\d.])|\/[12]?\d(?![\w/])/g

/** What is looked for. */
export interface CueWords {
  readonly table: TermTable<Cue>
  /** Addresses of IP networks too. */
  readonly withAddresses: boolean
}

/** Those asked for last, by concerns: most notes of a vault have one of a few sets of them. */
const recentWords = new WeakMap<Lexicon, Map<string, CueWords>>()
const recentCount = 32

/** The words of some concerns. Their table is small, so that few words of a text have to be looked up in it. */
export function cueWordsOf(lexicon: Lexicon, concerns: readonly string[]): CueWords {
  let recent = recentWords.get(lexicon)
  if (!recent) recentWords.set(lexicon, (recent = new Map<string, CueWords>()))
  const key = [...concerns].sort().join()
  const words = recent.get(key) ?? {
    table: buildTermTable(concerns.flatMap((concern) => lexicon.cues.get(concern) ?? [])),
    withAddresses: concerns.includes(netuidSense),
  }
  recent.delete(key)
  recent.set(key, words)
  for (const [oldest] of recent) if (recent.size > recentCount) recent.delete(oldest)
  return words
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
