/** Where a sentence begins and ends, and what its letters look like. */
import type { Block, Range } from './prose'
import { joinsBefore } from './words'

/** The sentence of a paragraph around a range, or the whole heading, cell or list line when it has no full stop. */
export function sentenceAround(text: string, block: Block, range: Range): { from: number; to: number } {
  let from = block.start
  for (let offset = range.start - 1; offset > Math.max(block.start, range.start - sentenceLimit); offset--) {
    if (isSentenceEnd(text, offset - 1)) {
      from = offset
      break
    }
  }
  let to = block.end
  for (let offset = range.end; offset < Math.min(block.end, range.end + sentenceLimit); offset++) {
    if (isSentenceEnd(text, offset)) {
      to = offset + 1
      break
    }
  }
  return { from: Math.max(from, range.start - sentenceLimit), to: Math.min(to, range.end + sentenceLimit) }
}

/** No sentence says anything of a name that is further away than this. */
const sentenceLimit = 600

const abbreviations = new Set(['e.g', 'i.e', 'vs', 'cf', 'ca', 'approx', 'etc', 'no', 'st', 'mr', 'dr', 'fig', 'inc'])

/** A full stop, question or exclamation mark that ends a sentence; a chat line or list line ends with its line. */
function isSentenceEnd(text: string, offset: number): boolean {
  const code = text.charCodeAt(offset)
  if (code === 0x3002 || code === 0xff01 || code === 0xff1f) return true
  if (code === 10) return isBetweenLines(text, offset)
  if (code !== 46 && code !== 33 && code !== 63 && code !== 0x2026) return false
  const next = text.charCodeAt(offset + 1)
  if (next !== 32 && next !== 10 && next !== 13 && next !== 9) return false
  if (code !== 46) return true
  // `1. TAO 2. NEAR`: a number in a list of one line.
  if (/(?:^|[\s:(])\d{1,2}$/.test(text.slice(Math.max(0, offset - 4), offset))) return false
  const word = /[\p{L}.]+$/u.exec(text.slice(Math.max(0, offset - 8), offset))?.[0] ?? ''
  if (abbreviations.has(word.toLowerCase())) return false
  return !(word.length === 1 && joinsBefore(text, offset) && /\p{Lu}/u.test(word))
}

/** The start of a line that is none of running text: of a list, a quote, a chat. */
const beginsLine = /^(?:[\n>[(•→@-]|\*\*|\d{1,2}:\d\d\b)/

/** Whether a line of its own ends here, or begins: one of a list or a chat, a row of a pasted sheet, a headline. */
function isBetweenLines(text: string, lineEnd: number): boolean {
  const lines = linesAt(text, lineEnd)
  return beginsLine.test(lines[1]) || lines.some((line) => line.includes('\t') || areCapitalized(line, 2))
}

/** The start of what somebody says in a chat. */
const beginsSaying = /^(?:\*\*|\d{1,2}:\d\d\b)/

/** Whether the lines before and behind a line's end have nothing to do with each other: two headlines, two who chat. */
export function isBetweenTexts(text: string, lineEnd: number): boolean {
  const lines = linesAt(text, lineEnd)
  return beginsSaying.test(lines[1]) || lines.every((line) => areCapitalized(line, 3))
}

/** The lines before and behind a line's end, as far as a sentence reaches. */
function linesAt(text: string, lineEnd: number): [string, string] {
  const before = text.slice(Math.max(0, lineEnd - sentenceLimit), lineEnd)
  const after = text.slice(lineEnd + 1, lineEnd + 1 + sentenceLimit)
  const end = after.indexOf('\n')
  return [before.slice(before.lastIndexOf('\n') + 1), end === 0 ? '\n' : end === -1 ? after : after.slice(0, end)]
}

/** Whether the words around a range in [from, to), or behind it, are all in capitals, so that capitals say nothing. */
export function isShouted(text: string, { start, end }: Range, from: number, to: number): boolean {
  // `NEAR THE BOILER, says the drawing`, `NEAR GALE, says the radio`.
  if (
    /^ (?:THE|A|AN|OF|IN|ON|TO|FOR|WILL|MAY|\p{Lu}{4,}) \p{Lu}{2,}|^ (?:THE|OF) /u.test(
      text.slice(end, Math.min(to, end + 40)),
    )
  )
    return true
  const letters = (text.slice(from, start) + text.slice(end, to)).replace(/[^\p{L}]/gu, '')
  return letters.length >= 6 && letters.replace(/[^\p{Lu}]/gu, '').length > letters.length * 0.7
}

/**
 * Whether the capitals of a name say nothing: a sentence or line begins with it, or every word there begins with one.
 * The second word of a name has its capital at the start of a sentence too.
 */
export function isCapitalForced(text: string, { start, end }: Range, from: number, to: number): boolean {
  const before = text.slice(from, start).replace(/[\s*_"“'‘([#>|~-]+$/u, '')
  const isOneWord = !/\s/.test(text.slice(start, end))
  const isFirst = before === '' || /[.!?:…]$/.test(before) || /^\s*(?:[-*+]|\d+[.)])?\s*(?:\[[ x]\])?$/.test(before)
  if (isFirst && isOneWord) return true
  return areCapitalized(`${before} ${text.slice(end, to)}`, 2)
}

/** Whether a range stands in a headline: every word there begins with a capital, or is in capitals. */
export function isInHeadline(text: string, { start, end }: Range, from: number, to: number): boolean {
  return areCapitalized(`${text.slice(from, start)} ${text.slice(end, to)}`, 3)
}

function areCapitalized(text: string, least: number): boolean {
  return !uncapitalized.test(text) && (text.match(/\p{L}{4,}/gu)?.length ?? 0) >= least
}

/** Most texts have such a word soon. */
const uncapitalized = /(?<!\p{L})(?!\p{Lu})\p{L}{4}/u

/** Whether a sentence begins in lower case, as chat lines do. List marks, quotes, times and speakers are passed over. */
export function startsCasually(text: string, from: number, to: number): boolean {
  const sentence = text
    .slice(from, to)
    .replace(/^[\s>*_~|•→–-]*(?:\[[^\]]*\]\s*)?(?:\*{0,2}@?[\p{L}\d_]+:\*{0,2}\s+)?["“'(*_\s]*/u, '')
  return /^\p{Ll}/u.test(sentence)
}
