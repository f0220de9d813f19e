/** What the readers of front matter, tables and lists find, before it is added up. Offsets are UTF-16 code units. */
import type { Amount, MoneyReading } from './amount'
import type { Asset } from './assetNames'
import type { NumberReading } from './number'

interface Range {
  readonly start: number
  readonly end: number
}

/** One place in a note that says how much of an asset is held, or was bought or sold. */
export interface Statement extends Range {
  /** The asset as written, without Markdown. */
  readonly name: string
  readonly asset: Asset
  readonly amount: Amount
  readonly source: 'front-matter' | 'table' | 'list' | 'sentence'
  /** Where the asset lies, as the note says; empty when it does not. */
  readonly account: string
  /** The headings that it stands under; empty in the front matter. */
  readonly section: string
  /** When it was so: `2026-11-20`, or a prefix of it; empty when nothing says. */
  readonly date: string
  /** Bought or sold: adds to the position, where a statement of a position takes the place of an earlier one. */
  readonly isTrade: boolean
  /** Statements of one table or list share a number. */
  readonly block: number
}

/** A price that the note gives by hand. */
export interface GivenPrice extends Range {
  readonly name: string
  readonly asset: Asset
  readonly price: MoneyReading
}

/** Something that was looked at and could not be counted, or is counted with a doubt. */
export interface Doubt extends Range {
  readonly kind: 'not-read' | 'maybe' | 'no-amount'
  /** One sentence, with what to do about it. */
  readonly message: string
}

/** What a note, or a part of it, says of holdings. */
export interface NoteStatements {
  readonly statements: readonly Statement[]
  readonly prices: readonly GivenPrice[]
  readonly doubts: readonly Doubt[]
  /** Notes of one account tell of the same holdings: the latest one counts. Empty when the note names none. */
  readonly account: string
  /** Of money without a currency; empty when the note names none. */
  readonly currency: string
  /** When the note was true, as its front matter or its name says; or empty. */
  readonly date: string
}

/** All numbers of a statement, to see how the note writes decimals. */
export function numbersOf({ amount: { units, value, percent, price } }: Statement): NumberReading[] {
  return [units, value?.number, percent, price?.number].filter((number) => number !== undefined)
}
