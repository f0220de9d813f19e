/**
 * Holdings in Markdown tables: a column of assets beside columns of amounts, values, weights or prices, or a row for each
 * purchase and sale.
 */
import { readAmount, readPrice, type Amount, type MoneyReading } from './amount'
import { plainName, type Asset, type AssetNames } from './assetNames'
import { addReadings } from './number'
import type { Place } from './place'
import type { Doubt, Statement } from './statement'
import {
  apart,
  couldHeadHoldings,
  currencyIn,
  hasAmounts,
  headersOf,
  nothing,
  readColumns,
  sideOf,
  type Columns,
} from './tableColumns'
import { rowRange, splitRow, type Cell, type TableRow } from './tableRows'

const totalRow = /^(?:sub)?total\b|^(?:sum|summe|gesamt|overall|all|average|Σ|∑)(?![\p{L}])/iu

/** Reads a table whose first row is its header, a row at each step. `block` tells its statements from those of others. */
export function* readTable(
  [header, ...rows]: readonly TableRow[],
  { section, date, isPortfolio }: Place,
  isQuoted: boolean,
  block: number,
  names: AssetNames,
): Generator<undefined, { statements: Statement[]; doubts: Doubt[] }> {
  const statements: Statement[] = []
  const doubts: Doubt[] = []
  if (!header || rows.length === 0) return { statements, doubts }
  const cells: Cell[][] = []
  for (const row of rows) {
    yield
    cells.push(splitRow(row))
  }
  const read = readColumns(headersOf(splitRow(header)), cells, names)
  if (!read) return { statements, doubts }
  const { columns, kind } = read
  const last = rows.at(-1) ?? header
  const all = { start: header.start, end: last.start + last.text.length }
  const assets: RowAsset[] = []
  for (const row of cells) {
    yield
    assets.push(assetOf(row, columns, names))
  }
  const isKnown = assets.some(({ asset: { type } }) => type === 'project' || type === 'ambiguous')
  if (!hasAmounts(columns)) {
    if (isPortfolio && isKnown && !isQuoted && kind.isHeaded && kind.hasUnknownNumbers && !kind.isResearch) {
      const message =
        'This table is not counted: no column says that it is an amount, a value or a weight. Name one “Amount” or “Total”.'
      doubts.push({ ...all, kind: 'not-read', message })
    }
    return { statements, doubts }
  }
  if (!isKnown && !isPortfolio) return { statements, doubts }
  const isSure = isPortfolio || (!kind.isResearch && kind.speaksOfHolding)
  if (!isSure && (kind.isResearch || !kind.isHeaded)) return { statements, doubts }
  if (kind.isSold) {
    doubts.push({ ...all, kind: 'not-read', message: 'This table is of what was sold: it is not counted.' })
    return { statements, doubts }
  }
  if (isQuoted) {
    doubts.push({
      ...all,
      kind: 'maybe',
      message: 'A quoted table looks like holdings. It is not counted, as it may be somebody else’s.',
    })
    return { statements, doubts }
  }
  if (!isSure) {
    doubts.push({
      ...all,
      kind: 'maybe',
      message:
        'This table is counted as holdings, though nothing says that it is yours. `portfolio: true` in the front matter says so, `portfolio: false` says that it is not.',
    })
  }
  for (const [index, row] of cells.entries()) {
    yield
    const { name, asset, isTotal } = assets[index] as RowAsset
    const range = rowRange(row, rows[index] ?? header)
    if (isTotal) continue
    const doubt = (doubtKind: Doubt['kind'], message: string, place = range) =>
      doubts.push({ start: place.start, end: place.end, kind: doubtKind, message })
    const { amount, unread } = readRowAmount(row, columns, asset, names)
    if (name === '') {
      if (amount) doubt('not-read', 'This row has an amount and no asset: it is not counted.')
      continue
    }
    if (row.length > columns.headers.length) {
      doubt(
        'not-read',
        `The row of ${name} has more cells than the table has columns: check that each amount stands in its column.`,
      )
    }
    for (const cell of unread) doubt('not-read', `“${cell.text}” is no number: it is not counted for ${name}.`, cell)
    if (!amount) {
      if (unread.length === 0) doubt('no-amount', `${name} has no amount and is not counted.`)
      continue
    }
    const signed = columns.side === -1 ? amount : asTrade(amount, textIn(row, columns.side))
    if (!signed) {
      const side = textIn(row, columns.side)
      doubt('not-read', `“${side}” is neither a purchase nor a sale: this row of ${name} is not counted.`)
      continue
    }
    statements.push({
      ...range,
      name,
      asset,
      amount: signed,
      source: 'table',
      account: textIn(row, columns.account).replace(nothing, ''),
      section,
      date: isoStart(textIn(row, columns.date)) || date,
      isTrade: columns.isTrades,
      block,
    })
  }
  return { statements, doubts }
}

/** Lines that could be a table of holdings, but that no delimiter row makes a table. */
export function looksLikeTable(lines: readonly string[]): boolean {
  const [header = '', ...rows] = lines
  if (rows.length === 0 || !lines.every((line) => line.trim().startsWith('|'))) return false
  return couldHeadHoldings(headersOf(splitRow({ start: 0, text: header })))
}

interface RowAsset {
  /** Empty when the row names nothing. */
  readonly name: string
  readonly asset: Asset
  /** It is the sum of the others. */
  readonly isTotal: boolean
}

/** What a pair is traded for: `NEARUSDT`, `TAO-USD`. */
const quoted = /(?<=[A-Z0-9]{2})[-_/]?(?:USDT|USDC|FDUSD|BUSD|USD|EUR|GBP|BTC|ETH)$/

/** What a row is about: the first of its columns of assets that knows a project, else what it is called. */
function assetOf(row: readonly Cell[], { assets }: Columns, names: AssetNames): RowAsset {
  const written = assets.map((column) => textIn(row, column))
  const isTotal = written.some((name) => totalRow.test(name))
  for (const name of written) {
    for (const short of [name, name.replace(quoted, '')]) {
      const asset = names.find(short)
      if (short !== '' && asset.type !== 'unknown') return { name: short, asset, isTotal }
    }
  }
  return { name: written.find((name) => name !== '') ?? '', asset: { type: 'unknown' }, isTotal }
}

/** The plain text of a cell; empty for a column that the table does not have. */
function textIn(row: readonly Cell[], column: number): string {
  return plainName(row[column]?.text ?? '')
}

/** The amount with the sign that its row gives it; nothing when neither word nor sign tells. */
function asTrade(amount: Amount, written: string): Amount | undefined {
  const side = sideOf(written)
  if (side === 'in') return amount
  if (side === 'out') return { ...amount, isNegative: true, hasSign: true }
  return side === 'moved' || !amount.hasSign ? undefined : amount
}

/** What a row says in its columns. The sign or currency in a cell counts more than the header above it. */
function readRowAmount(
  row: readonly Cell[],
  columns: Columns,
  asset: Asset,
  names: AssetNames,
): { amount?: Amount; unread: Cell[] } {
  const unread: Cell[] = []
  const amountIn = (column: number, role: AmountRole): Amount | undefined => {
    const cell = row[column]
    if (!cell || nothing.test(plainName(cell.text))) return undefined
    const amount = readCell(cell.text, asset, names)
    if (!amount) unread.push(cell)
    return amount && asRole(amount, role, denominator(columns.headers[column] ?? '', role, asset, names))
  }
  const parts = columns.units.map((column) => amountIn(column, 'units')).filter((amount) => amount !== undefined)
  const read = [
    ...(parts.length > 0 ? [parts.reduce(plus)] : []),
    amountIn(columns.value, 'value'),
    amountIn(columns.percent, 'percent'),
  ].filter((amount) => amount !== undefined)
  const [first, ...others] = read
  if (!first) return { unread }
  const found = others.reduce(merge, first)
  const priceCell = row[columns.price]
  const priceText = textIn(row, columns.price)
  const price = readPrice(priceText)
  if (priceCell && !price && !nothing.test(priceText)) unread.push(priceCell)
  if (!price) return { amount: found, unread }
  return { amount: { ...found, price: inCurrency(price, currencyIn(columns.headers[columns.price] ?? '')) }, unread }
}

const unitBehind = /^\s*(?<unit>[\p{L}τ$][\p{L}\d.$]*)?\s*/u

/** `12.5`, `12.5 TAO`, `12.5 TAO ($4,750)`, `340 (staked)`, `7 τ` of a subnet. */
function readCell(written: string, asset: Asset, names: AssetNames): Amount | undefined {
  const text = apart(plainName(written.replace(/<br\s*\/?>/gi, ' ')))
  const first = readAmount(text)
  if (!first) return undefined
  const behind = text.slice(first.length)
  const { 0: taken = '', groups } = unitBehind.exec(behind) ?? {}
  const amount = inCoin(first, names.find(groups?.['unit'] ?? ''), asset)
  const rest = behind.slice(taken.length)
  if (rest === '') return amount
  const second = readAmount(rest.replace(/^[(≈~=/·,;–—-]+\s*/, ''))
  if (second) return merge(amount, second)
  return /^[(,;–—-]/.test(rest) ? amount : undefined
}

/** Units of another coin than the asset are what it is worth in that coin. */
function inCoin(amount: Amount, coin: Asset, asset: Asset): Amount {
  if (!amount.units || coin.type !== 'project' || asset.type !== 'project' || coin.project === asset.project)
    return amount
  const [ticker] = coin.project.tickers
  const { units, ...rest } = amount
  return ticker ? { ...rest, value: { number: units, currency: ticker.symbol } } : amount
}

type AmountRole = 'units' | 'value' | 'percent'

function asRole(amount: Amount, role: AmountRole, currency: string): Amount {
  const { units, ...rest } = amount
  if (!units) return rest.value ? { ...rest, value: inCurrency(rest.value, currency) } : amount
  if (role === 'percent') return { ...rest, percent: units }
  if (role === 'value' || currency !== '') return { ...rest, value: { number: units, currency } }
  return amount
}

/** What a header counts in when it is not the asset itself: a currency, or a coin (`BTC value`, `Staked (τ)`). */
function denominator(header: string, role: AmountRole, asset: Asset, names: AssetNames): string {
  const currency = currencyIn(header)
  if (currency !== '') return currency
  const words =
    role === 'value' ? header.split(/[\s()[\],/]+/) : [/\((.+)\)$|\bin (\S+)$/.exec(header)?.slice(1).join('') ?? '']
  for (const word of words) {
    if (/^(?:btc|eth)$/.test(word)) return word.toUpperCase()
    const coin = names.find(word)
    if (coin.type !== 'project' || (asset.type === 'project' && coin.project === asset.project)) continue
    const ticker = coin.project.tickers.find(({ symbol }) => symbol.toLowerCase() === word || word === 'τ')
    if (ticker) return ticker.symbol
  }
  return ''
}

function inCurrency(money: MoneyReading, currency: string): MoneyReading {
  return money.currency === '' ? { ...money, currency } : money
}

/** Parts of one whole, when they are of one measure; else the first. */
function plus(first: Amount, second: Amount): Amount {
  const isSigned = { isNegative: first.isNegative || second.isNegative, hasSign: first.hasSign || second.hasSign }
  if (first.units && second.units) return { ...first, ...isSigned, units: addReadings(first.units, second.units) }
  if (first.value && second.value && first.value.currency === second.value.currency) {
    const number = addReadings(first.value.number, second.value.number)
    return { ...first, ...isSigned, value: { ...first.value, number } }
  }
  return merge(first, second)
}

/** Both measures of a row; what the first says counts. */
function merge(first: Amount, second: Amount): Amount {
  return {
    ...second,
    ...first,
    isNegative: first.isNegative || second.isNegative,
    hasSign: first.hasSign || second.hasSign,
  }
}

function isoStart(text: string): string {
  return /^\d{4}(?:-\d\d){0,2}/.exec(text.trim())?.[0] ?? ''
}
