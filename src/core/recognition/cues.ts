/** Words that speak for or against a sense, as they stand in a passage. */
import { ipNetworkKey, type Lexicon } from './lexicon'
import { findTerms } from './termTable'

/** `10.0.0.0/16`, `/24`: where such stand, subnets are those of IP networks. */
const ipAddress = /(?<![\d.])\d{1,3}(?:\.\d{1,3}){3}(?:\/\d{1,2})?(?![\d.])|(?<=\s)\/[12]?\d(?![\w/])/g

/** Sorted by start; offsets count from the start of the text. */
export interface Cues {
  readonly starts: readonly number[]
  readonly ends: readonly number[]
  readonly keys: readonly string[]
}

/** So many code units are searched in one step, and more only where no white space is. */
const stepLength = 8192

/** All cues of a text, step by step. */
export function* findCues(text: string, lexicon: Lexicon): Generator<undefined, Cues> {
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
    const addAddress = ({ index, 0: { length } }: RegExpExecArray) =>
      add(base + index, base + index + length, ipNetworkKey)
    const addresses = text.slice(base, to).matchAll(ipAddress)
    let address = addresses.next().value
    for (const { term, start, end } of findTerms(text, lexicon.cues, from, to)) {
      for (; address && base + address.index < start; address = addresses.next().value) addAddress(address)
      add(start, end, term.key)
    }
    for (; address; address = addresses.next().value) addAddress(address)
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
