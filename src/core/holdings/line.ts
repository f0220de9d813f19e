/** A line that says one holding: `TAO: 12.5 @ $400`, `40% NEAR`, `RENDER 1,200`, `sold GRASS: 1,200 @ $0.41`. */
import { readAmount, withPrice, type Amount } from './amount'
import { plainName, type Asset, type AssetNames } from './assetNames'

export interface HoldingLine {
  readonly name: string
  readonly asset: Asset
  readonly amount: Amount
  readonly isTrade: boolean
  /** What follows the amount, without the space between. */
  readonly tail: string
}

const verbs = /^(?<out>sold|sell|exit(?:ed)?|verkauft)\s+|^(?<in>bought|buy|added|topped up|gekauft)\s+/i
const markup = /^(?:\*\*|__|\*|_|`|~~)/
const markupBehind = /^(?:\*\*|__|\*|_|`|~~)+/

/** Reads a line without its list marker. Nothing when it has not the shape of a holding. */
export function readHoldingLine(text: string, names: AssetNames): HoldingLine | undefined {
  const verb = verbs.exec(text)
  const isOut = verb?.groups?.['out'] !== undefined
  const from = verb?.[0].length ?? 0
  const line = readNameFirst(text.slice(from), names) ?? readAmountFirst(text.slice(from), names)
  if (!line) return undefined
  const { isNegative, hasSign, percent, price } = line.amount
  return {
    ...line,
    amount: isOut && !isNegative ? { ...line.amount, isNegative: true } : line.amount,
    isTrade: verb !== null || (percent === undefined && (hasSign || price !== undefined)),
  }
}

type Read = Omit<HoldingLine, 'isTrade'>

function readNameFirst(text: string, names: AssetNames): Read | undefined {
  const written = nameAtStart(text, names)
  if (!written) return undefined
  const separator = /^\s*(?:[:=|]|\.{3,}|[–—-](?=\s))\s*|^\s+/.exec(text.slice(written.length))
  if (!separator) return undefined
  const start = written.length + separator[0].length
  const bold = markup.exec(text.slice(start))?.[0] ?? ''
  const rest = text.slice(start + bold.length)
  const amount = readAmount(rest)
  if (!amount) return undefined
  const behind = rest.slice(amount.length)
  const closed = bold === '' ? behind : behind.replace(markupBehind, '')
  // The unit may be said again: `TAO: 12.5 TAO`, `Bittensor: 12.5 τ @ $400`.
  const again = /^\s?/.exec(closed)?.[0].length ?? 0
  const repeated = names.lengthAtStart(closed.slice(again))
  const isSame = repeated > 0 && sameAsset(names.find(closed.slice(again, again + repeated)), written.asset)
  const isWord = /^\s*(?:tokens?|coins?|units?|pcs|stk|stück)(?![\p{L}\d])/iu.exec(closed)?.[0].length ?? 0
  const skip = isSame ? again + repeated : isWord
  if (skip === 0 || amount.percent) return { ...written, amount, tail: closed.trim() }
  const priced = withPrice(closed.slice(skip), { ...amount, length: 0 })
  return { ...written, amount: { ...priced, length: amount.length }, tail: closed.slice(skip + priced.length).trim() }
}

function readAmountFirst(text: string, names: AssetNames): Read | undefined {
  const amount = readAmount(text)
  if (!amount || amount.price) return undefined
  const between = /^\s*(?:(?:of|in|worth of|an|in|von)\s+)?/.exec(text.slice(amount.length))?.[0] ?? ''
  const start = amount.length + between.length
  const written = nameAtStart(text.slice(start), names)
  if (!written || (between === '' && amount.percent === undefined)) return undefined
  const rest = text.slice(start + written.length)
  const priced = withPrice(rest, { ...amount, length: 0 })
  return { ...written, amount: priced, tail: rest.slice(priced.length).trim() }
}

interface WrittenName {
  readonly name: string
  readonly asset: Asset
  /** In the line. */
  readonly length: number
}

/** The name at the start of a line: a wiki link, a known name, or what looks like a ticker. */
function nameAtStart(text: string, names: AssetNames): WrittenName | undefined {
  const bold = markup.exec(text)?.[0] ?? ''
  const inner = text.slice(bold.length)
  const core = linkLength(inner) || names.lengthAtStart(inner) || unknownNameLength(inner)
  if (core === 0) return undefined
  let length = core
  // `Bittensor (TAO)`, `Chutes (SN64)`
  const second = /^\s?\(([^()\d][^()]{0,40})\)/.exec(inner.slice(length))
  if (second && names.find(second[1] ?? '').type !== 'unknown') length += second[0].length
  const whole = inner.slice(0, length)
  const end = bold.length + length
  // The colon may be in bold with the name.
  const closing = bold === '' ? '' : (/^:?(?:\*\*|__|\*|_|`|~~)/.exec(text.slice(end))?.[0] ?? '')
  return { name: plainName(whole), asset: names.find(whole), length: end + closing.length }
}

function linkLength(text: string): number {
  return /^!?\[\[[^\]\n]+\]\]|^\[[^\]\n]+\]\([^)\n]*\)/.exec(text)?.[0].length ?? 0
}

/** `BTC`, `$PEPE`; or any few words before a colon. */
function unknownNameLength(text: string): number {
  return (
    /^\$?[A-Z][A-Z0-9]{1,9}(?![\p{L}\d])/u.exec(text)?.[0].length ??
    /^[\p{L}\d.$][\p{L}\d.$ -]{0,30}?(?=\s?:\s)/u.exec(text)?.[0].length ??
    0
  )
}

function sameAsset(a: Asset, b: Asset): boolean {
  return a.type === 'project' && b.type === 'project' && a.project === b.project
}
