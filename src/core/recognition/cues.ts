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

export function cuesIn(text: string, lexicon: Lexicon): Cues {
  const starts: number[] = []
  const ends: number[] = []
  const keys: string[] = []
  const add = (start: number, end: number, key: string) => {
    starts.push(start)
    ends.push(end)
    keys.push(key)
  }
  const addAddress = ({ index, 0: { length } }: RegExpExecArray) => add(index, index + length, ipNetworkKey)
  const addresses = text.matchAll(ipAddress)
  let address = addresses.next().value
  for (const { term, start, end } of findTerms(text, lexicon.cues, 0, text.length)) {
    for (; address && address.index < start; address = addresses.next().value) addAddress(address)
    add(start, end, term.key)
  }
  for (; address; address = addresses.next().value) addAddress(address)
  return { starts, ends, keys }
}
