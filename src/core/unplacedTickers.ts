/** Tickers in a note that are on no record of the map: `$ACME`, but not money, majors, variables, prices or math. */
import type { Knowledge } from './knowledge/schema'
import { isInAddress } from './recognition/address'
import type { Mention } from './recognition/findMentions'
import { lowerBound, startProse, type Range } from './recognition/prose'

/** Offsets are UTF-16 code units; the `$` belongs to it. */
export interface UnplacedTicker extends Range {
  /** Without the `$`. */
  readonly symbol: string
}

/** A ticker begins with a letter, so `$5` and `$5M` are prices; `$MY_VAR`, `${X}` and `\$X` are none either. */
const ticker = /(?<![\w$\\.:=@#&-])\$([A-Z][A-Z0-9]{1,9})(?![\w$])/g

/** A dollar that closes what this one opens: TeX, whatever stands between. */
const closesMath = /^[^$\n]*[^\s$]\$(?![\w$])/

/** Symbols behind a dollar that need no place: those on the map, and those outside of crypto AI. */
export function placedSymbols({ heads, outside }: Pick<Knowledge, 'heads' | 'outside'>): ReadonlySet<string> {
  const names = heads.flatMap(({ name, tickers, aliases }) => [
    name.toUpperCase(),
    ...tickers.map(({ symbol }) => symbol),
    ...aliases.map(({ text }) => text.toUpperCase()),
  ])
  return new Set([...names, ...outside.tokens, ...outside.variables])
}

/**
 * Looks for unplaced tickers step by step: `advance()` answers them after the last step. `mentions` are those of the
 * text; nothing in one of them is unplaced. Code, math and addresses are no prose and hold none.
 */
export function startUnplacedTickers(
  text: string,
  mentions: readonly Mention[],
  placed: ReadonlySet<string>,
): { advance: () => readonly UnplacedTicker[] | undefined } {
  const candidates = [...text.matchAll(ticker)]
    .map(({ 0: written, 1: symbol = '', index }) => ({ start: index, end: index + written.length, symbol }))
    .filter(({ symbol, start, end }) => {
      if (placed.has(symbol) || closesMath.test(text.slice(end, end + 1000)) || isInAddress(text, start, end))
        return false
      const mention = mentions[lowerBound(mentions, start)]
      return mention === undefined || mention.start >= end
    })
  if (candidates.length === 0) return { advance: () => [] }
  const parsing = startProse(text, candidates, true)
  return {
    advance() {
      const prose = parsing.advance()
      return prose && candidates.filter(({ start, end }) => isProse(start, end, prose.skipped))
    },
  }
}

/** All unplaced tickers of a text, in order. */
export function findUnplacedTickers(
  text: string,
  mentions: readonly Mention[],
  placed: ReadonlySet<string>,
): readonly UnplacedTicker[] {
  const reading = startUnplacedTickers(text, mentions, placed)
  for (;;) {
    const found = reading.advance()
    if (found) return found
  }
}

function isProse(start: number, end: number, skipped: readonly Range[]): boolean {
  const next = skipped[lowerBound(skipped, start)]
  return next === undefined || next.start >= end
}
