/** What the columns of a table of holdings are: by their headers, and by what stands in them where a header leaves it open. */
import { currencyOf, readAmount } from './amount'
import { plainName, type AssetNames } from './assetNames'
import type { Cell } from './tableRows'

/**
 * `part` is some of what is held (staked, liquid), `total` the whole of the columns beside it, `money` a column that
 * only a currency heads, `entry` the price that was paid, `other` nothing that counts; what is `unknown` may count.
 */
type Role =
  | 'asset'
  | 'units'
  | 'part'
  | 'total'
  | 'value'
  | 'money'
  | 'cost'
  | 'percent'
  | 'price'
  | 'entry'
  | 'account'
  | 'date'
  | 'side'
  | 'other'
  | 'unknown'

/** Words of headers, by what their column is; the first that fits counts. */
const roles: readonly (readonly [Role, RegExp])[] = [
  [
    'other',
    /\b(?:target|goal|plan(?:ned)?|change|pnl|p&l|p\/l|profit|gains?|loss(?:es)?|gewinn|verlust|g\/v|(?:un)?reali[sz]ed|return|roi|apy|apr|yield|interest|dividends?|rewards?|earned|earnings|income|deposit(?:ed|s)?|withdraw(?:n|als?)|borrowed|debt|drift|fees?|gebuhr(?:en)?|frais|subtotal|24h|7d|30d|1y|rank|score|rating|max|limit|ltv)\b/,
  ],
  [
    'account',
    /^(?:where|account|wallet|exchange|venue|broker|custod\w*|location|held (?:at|on|in)|stored|validator|konto|depot|ort)\b/,
  ],
  [
    'date',
    /^(?:date|as of|when|month|day|year|time(?:stamp)?|(?:last )?updated|datum|stand|trade date|kaufdatum|gekauft)\b|^(?:bought|acquired|purchased?|buy date)(?: on| date)?$/,
  ],
  [
    'side',
    /^(?:side|type|action|transaction(?: type)?|tx type|operation|order type|direction|buy ?\/ ?sell|b\/s|event|typ|art|vorgang)$/,
  ],
  [
    'entry',
    /\b(?:entry|avg|average|bought at|buy price|purchase price|price paid|cost per|einstand\w*|kaufkurs|kaufpreis|prix d'achat)\b/,
  ],
  ['price', /\b(?:price|rate|kurs|preis|prix|cours)\b/],
  ['cost', /\b(?:cost|cost basis|invested|spent|paid|investiert|investi)\b/],
  ['value', /\b(?:value|worth|market value|wert|valeur|dollars?|euros?)\b/],
  ['total', /^(?:total|sum|gesamt|overall)\b/],
  ['part', /^(?:stake[d]?|liquid|available|free|locked|vest(?:ed|ing)|frozen|in orders?|unstaked|delegated|lent)\b/],
  [
    'units',
    /\b(?:amounts?|quantit(?:y|ies)|qty|units?|size|balance|tokens|coins|count|number|held|held now|holdings?|stake[d]?|shares|bag|executed|filled|menge|anzahl|stuck|bestand|quantite|nombre|how (?:much|many))\b|^#$/,
  ],
]

const shareWords =
  /\b(?:weights?|weighting|share|alloc\w*|percent(?:age)?|portion|anteil|gewicht(?:ung)?|part|poids)\b|^%$|% (?:of|des|vom|von|du|de la)\b/

/** With a `%` beside them: a share of all that is held. `24h %`, `% staked` are others. */
const shareOfAll = /\b(?:actual|current|now|size|position|holdings?|balance|value|portfolio|net worth|nav|bag|wallet)\b/

const assetHeader =
  /^(?:assets?|projects?|tokens?|coins?|tickers?|symbols?|names?|pairs?|holdings?|positions?|crypto(?:currency)?|networks?|subnets?|investments?|bets?|what|projekte?|munzen?|anlagen?|actifs?|jetons?|projets?)\b/

/** Headers of tables about the projects themselves, not about what somebody holds of them. */
const researchHeader =
  /\b(?:raised|round|investors?|revenue|claims?|source|metric|supply|cap|emissions?|tvl|units? .+|trust|stars|users?|burn(?:ed)?|providers?|gpus?|market(?! value| price)|verdict|used|works|volume)\b/

const surelyHeld =
  /\b(?:amounts?|quantit(?:y|ies)|qty|balance|held|holdings?|stake[d]?|bag|shares|weights?|allocation|portfolio|menge|anzahl|bestand|quantite)\b/

/** Headers of tables of what is held no more. */
const soldHeader = /\b(?:proceeds|date sold|sold (?:on|at|for)|dispos(?:al|ed)|erlos|verkauft am)\b/

const lotDate = /\b(?:bought|acquired|purchased?|buy|trade|kaufdatum|gekauft)\b/

/** What spreadsheets leave behind: formulas, errors, `NaN`. */
const failedNumber = /^(?:[=#]|[-+]?(?:nan|inf(?:inity)?|∞)$)/i

/** What stands in a cell that says nothing. */
export const nothing = /^(?:[–—-]+|n\/?a|none|\.{2,3}|…)?$/i

/** The columns of a table by what they are; -1 for one that it does not have. */
export interface Columns {
  /** As `headersOf` gives them. */
  readonly headers: readonly string[]
  /** Those that name what is held, the one that knows most first. */
  readonly assets: readonly number[]
  /** One column, or several that are parts of a whole. */
  readonly units: readonly number[]
  readonly value: number
  readonly percent: number
  readonly price: number
  readonly account: number
  readonly date: number
  /** Whether it was bought or sold. */
  readonly side: number
  /** Each row is a purchase or a sale. */
  readonly isTrades: boolean
}

/** What a table as a whole looks like. */
interface TableKind {
  /** It is about projects, not about what somebody holds. */
  readonly isResearch: boolean
  /** Some header speaks of holding. */
  readonly speaksOfHolding: boolean
  /** A header in ordinary words says where the assets are. */
  readonly isHeaded: boolean
  /** What it lists was sold. */
  readonly isSold: boolean
  /** There are numbers beside the assets, and no header tells what any of them is. */
  readonly hasUnknownNumbers: boolean
}

/** The words of headers: small letters without accents. */
export function headersOf(cells: readonly Cell[]): string[] {
  return cells.map(({ text }) =>
    plainName(text).toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replaceAll('’', "'"),
  )
}

/** The columns of a table, or undefined when none names assets. */
export function readColumns(
  headers: readonly string[],
  rows: readonly (readonly Cell[])[],
  names: AssetNames,
): { columns: Columns; kind: TableKind } | undefined {
  const assets = assetColumns(headers, rows, names)
  const [asset] = assets
  if (asset === undefined) return undefined
  const found = headers.map((header, column): Role => {
    if (column === asset) return 'asset'
    const role = roleOf(header)
    return isAmount(role) && !holdsNumbers(rows, column) ? 'other' : role
  })
  const all = (role: Role) => found.flatMap((own, column) => (own === role ? [column] : []))
  const first = (...wanted: readonly Role[]) => wanted.flatMap(all)[0] ?? -1
  // `Amount ($)` beside `Amount`, or `Amount` in money beside `Executed`: the money of the row.
  const inMoney = all('units').filter((column) => isMoney(headers, rows, column))
  const counted = all('units').filter((column) => !inMoney.includes(column))
  const units = counted.length > 0 ? counted.slice(0, 1) : unitsOfTotal(found, headers)
  const isTotalMoney = !units.includes(first('total'))
  const price = first('price', 'entry')
  const value = [
    ...all('value'),
    ...inMoney,
    ...all('money'),
    ...(isTotalMoney ? all('total') : []),
    // What was paid says less than units at a price of today.
    ...(units.length > 0 && first('price') !== -1 ? [] : all('cost')),
  ][0]
  const side = all('side').find((column) => holdsSides(rows, column)) ?? -1
  const date = first('date')
  const isLots = date !== -1 && (lotDate.test(headers[date] ?? '') || first('entry') !== -1)
  const columns: Columns = {
    headers,
    assets,
    units,
    value: value ?? -1,
    percent: first('percent'),
    price,
    account: first('account'),
    date,
    side,
    isTrades: side !== -1 || isLots,
  }
  const others = headers.filter((_, column) => column !== asset)
  return {
    columns,
    kind: {
      isResearch: others.some((header) => researchHeader.test(header)),
      speaksOfHolding: headers.some((header) => surelyHeld.test(header)) || columns.account !== -1,
      isHeaded: assetHeader.test(headers[asset] ?? ''),
      isSold: headers.some((header) => soldHeader.test(header)),
      hasUnknownNumbers: all('unknown').some((column) => holdsNumbers(rows, column)) && !found.includes('other'),
    },
  }
}

/** Whether some column tells how much is held. */
export function hasAmounts({ units, value, percent }: Columns): boolean {
  return units.length > 0 || value !== -1 || percent !== -1
}

/** The words that a table of holdings could be headed with. */
export function couldHeadHoldings(headers: readonly string[]): boolean {
  const found = headers.map(roleOf)
  return (
    headers.some((header) => assetHeader.test(header)) &&
    found.some((role) => ['units', 'part', 'value', 'money', 'percent'].includes(role))
  )
}

/** Without a column that says so: the total, else the parts of it. */
function unitsOfTotal(found: readonly Role[], headers: readonly string[]): number[] {
  const total = found.indexOf('total')
  const isWhole = total !== -1 && currencyIn(headers[total] ?? '') === '' && !found.includes('price')
  if (isWhole) return [total]
  return found.flatMap((role, column) => (role === 'part' ? [column] : []))
}

function isAmount(role: Role): boolean {
  return ['units', 'part', 'total', 'value', 'money', 'cost', 'percent'].includes(role)
}

function roleOf(header: string): Role {
  const [role] = roles.find(([, words]) => words.test(header)) ?? []
  if (role === 'other' || role === 'account' || role === 'date') return role
  if (shareWords.test(header)) return 'percent'
  if (header.includes('%')) return shareOfAll.test(header) ? 'percent' : 'other'
  return role ?? (currencyIn(header) === '' ? 'unknown' : 'money')
}

/** The code of the currency that a header names; or empty. */
export function currencyIn(header: string): string {
  return (
    header
      .split(/[\s()[\],/]+/)
      .map(currencyOf)
      .find((code) => code !== '') ?? ''
  )
}

function filledIn(rows: readonly (readonly Cell[])[], column: number): string[] {
  return rows.map((row) => plainName(row[column]?.text ?? '')).filter((text) => !nothing.test(text))
}

/** At least half of what stands in a column. */
function mostOf(texts: readonly string[], matches: (text: string) => boolean): boolean {
  return texts.length > 0 && 2 * texts.filter(matches).length >= texts.length
}

/** Whether a column of amounts is one: numbers, or failed attempts at them. */
function holdsNumbers(rows: readonly (readonly Cell[])[], column: number): boolean {
  return mostOf(filledIn(rows, column), (text) => readAmount(apart(text)) !== undefined || failedNumber.test(text))
}

/** Whether a column is money, by its header or by what stands in it. */
function isMoney(headers: readonly string[], rows: readonly (readonly Cell[])[], column: number): boolean {
  if (currencyIn(headers[column] ?? '') !== '') return true
  return mostOf(filledIn(rows, column), (text) => {
    const amount = readAmount(apart(text))
    return amount?.value !== undefined && amount.length === apart(text).length
  })
}

function holdsSides(rows: readonly (readonly Cell[])[], column: number): boolean {
  return mostOf(filledIn(rows, column), (text) => sideOf(text) !== undefined)
}

/** A number with its unit right behind it, as exchanges write it: `410NEAR`. */
export function apart(text: string): string {
  return text.replace(/^([-+]?\d[\d.,]*)(\p{Lu}[\p{Lu}\d]+)$/u, '$1 $2')
}

const sides = {
  in: /^(?:buy|bought|purchased?|b|(?:staking )?(?:rewards?|income)|staking|earned|airdrop|mint(?:ed)?|interest|kauf|gekauft|achat)$/,
  out: /^(?:sell|sold|sale|s|spend|spent|verkauf|verkauft|vente)$/,
  /** Bought or sold, as the sign says. */
  signed: /^(?:trade|fill|market|limit|order)$/,
  /** From one place to another, or into another coin: nothing says whether it is held still. */
  moved: /^(?:send|sent|receive[d]?|deposit|withdraw(?:al)?|transfer|convert(?:ed|sion)?|swap|einzahlung|auszahlung)$/,
} as const

/** What a word says of a row: bought, sold, one or the other, moved; nothing when it says none of these. */
export function sideOf(written: string): keyof typeof sides | undefined {
  const word = written.toLowerCase()
  return (['in', 'out', 'signed', 'moved'] as const).find((side) => sides[side].test(word))
}

/** The columns of assets: by their headers, or one by what stands in it. The one that knows most comes first. */
function assetColumns(headers: readonly string[], rows: readonly (readonly Cell[])[], names: AssetNames): number[] {
  const sample = rows.slice(0, 200)
  const known = headers.map(
    (_, column) => sample.filter((row) => names.find(row[column]?.text ?? '').type !== 'unknown').length,
  )
  const isNumeric = (column: number) =>
    2 * sample.filter((row) => readAmount(plainName(row[column]?.text ?? ''))).length > sample.length
  const best = headers
    .map((_, column) => column)
    .filter((column) => !isNumeric(column))
    .sort((a, b) => (known[b] ?? 0) - (known[a] ?? 0) || a - b)
  const headed = best.filter((column) => assetHeader.test(headers[column] ?? ''))
  if (headed.length > 0) return headed
  const [most] = best
  return most !== undefined && 2 * (known[most] ?? 0) >= sample.length && (known[most] ?? 0) > 0 ? [most] : []
}
