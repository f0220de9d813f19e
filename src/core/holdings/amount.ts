/** What stands behind or before the name of an asset: how much of it, as units, money or a share, and at what price. */
import { digitsPattern, readNumber, scalePattern, type NumberReading } from './number'

/** An amount of money, before the note's convention decides between the readings of its number. */
export interface MoneyReading {
  readonly number: NumberReading
  /** `USD`, or empty when no currency is written. */
  readonly currency: string
}

export interface Amount {
  readonly isNegative: boolean
  /** A sign was written: `+400`, `-2`. */
  readonly hasSign: boolean
  readonly units?: NumberReading
  readonly value?: MoneyReading
  readonly percent?: NumberReading
  /** `@ $400`: for one unit. */
  readonly price?: MoneyReading
  /** How many code units of the text it takes. */
  readonly length: number
}

const currencies: Readonly<Record<string, string>> = { $: 'USD', us$: 'USD', '€': 'EUR', '£': 'GBP', '¥': 'JPY' }
const currencyCodes = ['USD', 'EUR', 'GBP', 'CHF', 'JPY', 'CAD', 'AUD', 'USDC', 'USDT']
const currency = `(?:[uU][sS]\\$|[$€£¥]|(?:${currencyCodes.join('|')})(?![\\p{L}\\d]))`
const approximately = '(?:~|≈|ca\\.?\\s|circa\\s|about\\s|approx\\.?\\s|roughly\\s)?\\s*'

const amountPattern = new RegExp(
  `^${approximately}(?<sign>[+−-]|–(?=[\\d$€£]))?\\s?(?:(?<before>${currency})\\s?)?(?<inner>[+−-])?(?<digits>${digitsPattern})(?:\\s?(?<scale>${scalePattern}))?` +
    `(?:\\s?(?<percent>%|percent(?!\\p{L})|Prozent(?!\\p{L}))|\\s?(?<after>${currency}))?`,
  'u',
)
const atPrice = /^\s*(?:@|[×*]|(?:at|x|zu|à)\s)\s*/u
const perUnit = /^\s*(?:(?:\/|per|a|each)\s?\p{L}*)(?=\s|$|[,;.)])/u

/** The amount that `text` begins with: `12.5 @ $400`, `40%`, `$1.2k`, `1.234,5 €`. Nothing when it begins with none. */
export function readAmount(text: string): Amount | undefined {
  const first = readQuantity(text)
  if (!first) return undefined
  const { isNegative, hasSign } = first
  if (first.percent) return { isNegative, hasSign, percent: first.number, length: first.length }
  if (first.currency !== '') return { isNegative, hasSign, value: money(first), length: first.length }
  return withPrice(text, { isNegative, hasSign, units: first.number, length: first.length })
}

/** The same amount with the price that stands behind it in `text`: `12.5 TAO @ $400` has the name between them. */
export function withPrice(text: string, amount: Amount): Amount {
  const at = atPrice.exec(text.slice(amount.length))
  if (!at || amount.percent) return amount
  const start = amount.length + at[0].length
  const price = readQuantity(text.slice(start))
  if (!price || price.percent || price.isNegative) return amount
  const end = start + price.length
  return { ...amount, price: money(price), length: end + (perUnit.exec(text.slice(end))?.[0].length ?? 0) }
}

/** A price on its own: `388`, `$388`, `€ 1.234,50`. */
export function readPrice(text: string): MoneyReading | undefined {
  const price = readQuantity(text.trim())
  return price && !price.percent && !price.isNegative && price.length === text.trim().length ? money(price) : undefined
}

interface Quantity {
  readonly number: NumberReading
  readonly isNegative: boolean
  readonly hasSign: boolean
  readonly currency: string
  readonly percent: boolean
  readonly length: number
}

function readQuantity(text: string): Quantity | undefined {
  const match = amountPattern.exec(text)
  const parts = match?.groups
  if (!match || !parts) return undefined
  const number = readNumber(parts['digits'] ?? '', parts['scale'])
  // More of a word or number right behind it: `3D`, `12.5.2026`, `10-12`.
  if (!number || /^(?:[\p{L}\d]|[-–/:.,]\d)/u.test(text.slice(match[0].length))) return undefined
  const sign = parts['sign'] ?? parts['inner']
  return {
    number,
    isNegative: sign !== undefined && sign !== '+',
    hasSign: sign !== undefined,
    currency: currencyOf(parts['before'] ?? parts['after'] ?? ''),
    percent: parts['percent'] !== undefined,
    length: match[0].length,
  }
}

function money({ number, currency: code }: Quantity): MoneyReading {
  return { number, currency: code }
}

/** The code of a currency that is written as a sign, a code or a word; empty for anything else. */
export function currencyOf(written: string): string {
  const code = written.trim()
  const upper = code.toUpperCase()
  if (upper === 'USDC' || upper === 'USDT') return 'USD'
  return currencies[code.toLowerCase()] ?? (currencyCodes.includes(upper) ? upper : '')
}
