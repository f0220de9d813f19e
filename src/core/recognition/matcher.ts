/** Finds every place where an alias is written, whatever it means there and whatever Markdown surrounds it. */
import { netuidWords, takesGenitive, type Alias, type Lexicon } from './lexicon'
import { scanWords } from './firstWords'
import { matchEnd } from './termTable'
import { joinsAfter, joinsBefore } from './words'

/** An alias as it stands in a text. Offsets are UTF-16 code units; a ticker's `$` is part of it. */
export interface Hit {
  readonly start: number
  readonly end: number
  /** The ways to read it: aliases of the same letters, usually one. Never empty. */
  readonly aliases: readonly Alias[]
}

/** All hits in order: the longest at each word, none overlapping another. */
export function findHits(text: string, lexicon: Lexicon, from = 0, to = text.length): Hit[] {
  const hits: Hit[] = []
  scanWords(text, lexicon.aliases.firstWords, from, to, (wordStart, wordEnd) => {
    const hit = joinsBefore(text, wordStart) ? undefined : hitAt(text, wordStart, wordEnd, to, lexicon)
    if (hit) hits.push(hit)
    return hit ? hit.end : wordEnd
  })
  return hits
}

/** Whether a text has any hit at all. */
export function hasHits(text: string, lexicon: Lexicon): boolean {
  let isFound = false
  scanWords(text, lexicon.aliases.firstWords, 0, text.length, (wordStart, wordEnd) => {
    isFound = !joinsBefore(text, wordStart) && hitAt(text, wordStart, wordEnd, text.length, lexicon) !== undefined
    return isFound ? text.length : wordEnd
  })
  return isFound
}

function hitAt(text: string, wordStart: number, wordEnd: number, to: number, lexicon: Lexicon): Hit | undefined {
  const word = text.slice(wordStart, wordEnd).toLowerCase()
  if (text.startsWith('$$', wordStart - 2)) return undefined
  const hasDollar = isTickerDollar(text, wordStart - 1)
  let end = -1
  let aliases: Alias[] = []
  for (const alias of termsAt(word, lexicon)) {
    const aliasEnd = matchEnd(text, wordStart, alias.folded)
    if (aliasEnd === -1 || aliasEnd > to || aliasEnd < end || endsInsideWord(text, aliasEnd, alias)) continue
    if (alias.match === 'dollar' && !hasDollar && text.slice(wordStart, aliasEnd) !== alias.text) continue
    if (aliasEnd > end) aliases = []
    aliases.push(alias)
    end = aliasEnd
  }
  if (end === -1) return netuidWords.includes(word) ? numberedSubnet(text, word, wordStart, lexicon) : undefined
  // `$nil$` is math.
  if (hasDollar && text.charCodeAt(end) === 36) return undefined
  const tickers = hasDollar ? aliases.filter(({ isTicker, isCapitals }) => isTicker || isCapitals) : []
  return tickers.length > 0 ? { start: wordStart - 1, end, aliases: tickers } : { start: wordStart, end, aliases }
}

/** Names that begin with a word, or with it but for an s of its own. */
function termsAt(word: string, { aliases }: Lexicon): readonly Alias[] {
  const terms = aliases.termsAt(word)
  return terms.length > 0 || !word.endsWith('s') ? terms : aliases.termsAt(word.slice(0, -1)).filter(takesGenitive)
}

/** A `$` that marks a ticker does not stand behind a word: `US$` is money. */
function isTickerDollar(text: string, offset: number): boolean {
  return text.charCodeAt(offset) === 36 && !joinsBefore(text, offset)
}

const numberOfWord = /^(?:[ \u00a0]#?|#|-)(\d{1,3})(?![.,]?\d|[/%])/u
const numberOfField = /^(?:[ \u00a0]#?|#|: ?|=)(\d{1,3})(?![.,]?\d|[/%])/u

/** `SN 64`, `subnet #64`, `netuid: 64`: the word and its number. A colon ends a clause, but behind `netuid`. */
function numberedSubnet(text: string, word: string, start: number, lexicon: Lexicon): Hit | undefined {
  const wordEnd = start + word.length
  const pattern = word === 'netuid' ? numberOfField : numberOfWord
  const form = pattern.exec(text.slice(wordEnd, wordEnd + 8))
  const alias = form ? lexicon.subnets.get(Number(form[1])) : undefined
  if (!form || !alias) return undefined
  const end = wordEnd + form[0].length
  return joinsAfter(text, end) ? undefined : { start, end, aliases: [alias] }
}

/**
 * A name in capitals may take a plural s, one that is nothing else the s of a German genitive (`Bittensors`); a possessive
 * begins with an apostrophe and so ends the word anyway.
 */
function endsInsideWord(text: string, end: number, alias: Alias): boolean {
  // `Llama 3` is not in `Llama 3.3`.
  if (/^\d[.,]\d/.test(text.slice(end - 1, end + 2))) return true
  if (!joinsAfter(text, end)) return false
  if (text.charCodeAt(end) !== 115 || joinsAfter(text, end + 1)) return true
  return !/\p{Lu}/u.test(text.charAt(end - 1)) && !takesGenitive(alias)
}
