/** Holdings in lists: lines that say a name and an amount. */
import { plainName, type Asset, type AssetNames } from './assetNames'
import { readHoldingLine, type HoldingLine } from './line'
import { valueOf } from './number'
import type { Place } from './place'
import type { Doubt, Statement } from './statement'

export interface ListLine {
  /** Offset in the note, behind the list marker. */
  readonly start: number
  readonly text: string
  /** `- [ ]`: a thing to do. */
  readonly isTask: boolean
}

/** Behind the amount a new thought begins, or where it lies; anything else may count something other than coins. */
const openTail = /^$|^[,;.(–—-](?!\s*[.\d])|^(?:on|in|at|since|from|via|with|staked|locked|auf|bei|seit|sur)\b/i
/** `70% of each fee`, `3,600 a day` are no holdings under any heading. */
const otherCount = /^(?:of|per|a|an|each|every|x|times)\b|^[/+]/i

/** A name and, where its amount should be, one word, a formula or an error. */
const unreadAmount = /^(.{1,40}?)\s?(?:[:=]|\.{3,}|[–—])\s*(=.*|#\w+[!?].*|[^\s\d]\S*)$/

interface Candidate extends ListLine {
  readonly line: HoldingLine
}

/** Reads the lines of one list, one at each step. `block` tells its statements from those of others. */
export function* readList(
  lines: readonly ListLine[],
  { section, date, isPortfolio }: Place,
  isQuoted: boolean,
  block: number,
  names: AssetNames,
): Generator<undefined, { statements: Statement[]; doubts: Doubt[] }> {
  const candidates: Candidate[] = []
  const doubts: Doubt[] = []
  for (const item of lines) {
    yield
    const line = readHoldingLine(item.text, names)
    if (line && isCandidate(line, isPortfolio)) candidates.push({ ...item, line })
    else if (isPortfolio && !item.isTask && !line) {
      const [, name = '', written = ''] = unreadAmount.exec(item.text) ?? []
      if (!isAsset(names.find(name).type, plainName(name))) continue
      const message = `“${written}” is no number: ${plainName(name)} is not counted.`
      doubts.push({ ...rangeOf(item), kind: 'not-read', message })
    }
  }
  const done = candidates.filter(({ isTask }) => !isTask)
  if (candidates.length === 0) return { statements: [], doubts }
  const isSure = isPortfolio || done.some(({ line }) => isTradeWithPrice(line)) || isAllocation(done)
  const isLikely =
    done.length > 1 && done.length === lines.length && done.every(({ line }) => line.tail === '') && hasLarge(done)
  const range = { start: candidates[0]?.start ?? 0, end: rangeOf(candidates.at(-1) as Candidate).end }
  if (isQuoted || (!isSure && !isLikely) || done.length === 0) {
    if (candidates.some(({ line }) => line.asset.type === 'project')) {
      doubts.push({
        ...range,
        kind: 'maybe',
        message: `${candidates.length === 1 ? 'This line' : 'These lines'} may be holdings and ${candidates.length === 1 ? 'is' : 'are'} not counted. \`portfolio: true\` in the front matter, or a heading such as “Holdings”, says that they are.`,
      })
    }
    return { statements: [], doubts }
  }
  if (!isSure) {
    doubts.push({
      ...range,
      kind: 'maybe',
      message:
        'This list is counted as holdings, though nothing says that it is yours. `portfolio: true` in the front matter says so, `portfolio: false` says that it is not.',
    })
  }
  const statements: Statement[] = []
  for (const item of done) {
    yield
    const { name, asset, amount, isTrade } = item.line
    statements.push({
      ...rangeOf(item),
      name,
      asset,
      amount,
      source: 'list',
      account: '',
      section,
      date,
      isTrade,
      block,
    })
  }
  return { statements, doubts }
}

function isCandidate({ asset, name, amount, tail, isTrade }: HoldingLine, isPortfolio: boolean): boolean {
  // A change of price, not a share.
  if (amount.percent && amount.hasSign) return false
  if (!isAsset(asset.type, name) && !(isPortfolio && isTrade)) return false
  return amount.price !== undefined || openTail.test(tail) || (isPortfolio && !otherCount.test(tail))
}

/** Known, or written as tickers are. */
function isAsset(type: Asset['type'], name: string): boolean {
  return type !== 'unknown' || /^\$?[A-Z][A-Z0-9]{1,9}$/.test(name)
}

function isTradeWithPrice({ asset, amount }: HoldingLine): boolean {
  return amount.price !== undefined && asset.type !== 'unknown'
}

/** Shares that come to a whole. */
function isAllocation(lines: readonly Candidate[]): boolean {
  const shares = lines.map(({ line: { amount } }) => (amount.percent ? valueOf(amount.percent, undefined) : 0))
  const sum = shares.reduce((total, share) => total + share, 0)
  return lines.length > 1 && shares.every((share) => share > 0) && sum > 95 && sum < 105
}

/** Marks out of ten are no holdings. */
function hasLarge(lines: readonly Candidate[]): boolean {
  return lines.some(({ line: { amount } }) => amount.units && valueOf(amount.units, undefined) > 10)
}

function rangeOf({ start, text }: ListLine): { start: number; end: number } {
  return { start, end: start + text.trimEnd().length }
}
