/** Holdings in Markdown tables: a column of assets beside columns of amounts, values, weights or prices. */
import { currencyOf, readAmount, readPrice, type Amount, type MoneyReading } from './amount'
import { plainName, type Asset, type AssetNames } from './assetNames'
import type { Place } from './place'
import type { Doubt, Statement } from './statement'

export interface TableRow {
  /** Offset in the note. */
  readonly start: number
  readonly text: string
}

interface Cell {
  readonly text: string
  readonly start: number
  readonly end: number
}

type Role = 'asset' | 'units' | 'value' | 'cost' | 'percent' | 'price' | 'entry' | 'account' | 'date' | 'other'

/** Words of headers, by what their column is; the first that fits counts. */
const roles: readonly (readonly [Role, RegExp])[] = [
  [
    'other',
    /\b(?:target|goal|plan(?:ned)?|change|pnl|p&l|profit|gain|return|roi|apy|apr|fees?|24h|7d|rank|max|limit)\b/,
  ],
  [
    'account',
    /^(?:where|account|wallet|exchange|venue|broker|custod\w*|location|held (?:at|on|in)|stored|konto|depot|ort)\b/,
  ],
  ['date', /^(?:date|as of|when|month|day|year|updated|datum|stand)\b/],
  [
    'percent',
    /%|\b(?:weights?|weighting|share|allocation|percent(?:age)?|portion|anteil|gewicht(?:ung)?|part|poids)\b/,
  ],
  ['entry', /\b(?:entry|avg|average|bought at|buy price|cost per|einstand\w*)\b/],
  ['price', /\b(?:price|rate|kurs|preis|prix)\b/],
  ['cost', /\b(?:cost|cost basis|invested|spent|paid)\b/],
  ['value', /\b(?:value|worth|market value|wert|valeur|dollars?|euros?)\b/],
  [
    'units',
    /\b(?:amounts?|quantit(?:y|ies)|qty|units?|size|balance|tokens|coins|count|number|held|held now|holdings?|stake[d]?|shares|bag|menge|anzahl|stück|bestand|quantité|nombre|how (?:much|many))\b|^#$/,
  ],
]

const assetHeader =
  /^(?:assets?|projects?|tokens?|coins?|tickers?|symbols?|names?|holdings?|positions?|crypto(?:currency)?|networks?|investments?|bets?|what|projekte?|münzen?|anlagen?|actifs?|jetons?|projets?)\b/

/** Headers of tables about the projects themselves, not about what somebody holds of them. */
const researchHeader =
  /\b(?:raised|round|investors?|revenue|claims?|source|metric|supply|cap|emissions?|tvl|units? .+|trust|stars|users?|burn(?:ed)?|providers?|gpus?|market|verdict|used|works|volume)\b/

const surelyHeld =
  /\b(?:amounts?|quantit(?:y|ies)|qty|balance|held|holdings?|stake[d]?|bag|shares|weights?|allocation|portfolio|menge|anzahl|bestand|quantité)\b/

const totalRow = /^(?:sub)?total\b|^(?:sum|summe|gesamt|overall|all|average|Σ|∑)(?![\p{L}])/iu

/** What spreadsheets leave behind: formulas, errors, `NaN`. */
const failedNumber = /^(?:[=#]|[-+]?(?:nan|inf(?:inity)?|∞)$)/i

const amountRoles: readonly Role[] = ['units', 'value', 'cost', 'percent']

const nothing = /^(?:[–—-]+|n\/?a|none|\.{2,3}|…)?$/i

/** Reads a table whose first row is its header. `block` tells its statements from those of others. */
export function readTable(
  [header, ...rows]: readonly TableRow[],
  { section, date, isPortfolio }: Place,
  isQuoted: boolean,
  block: number,
  names: AssetNames,
): { statements: Statement[]; doubts: Doubt[] } {
  const statements: Statement[] = []
  const doubts: Doubt[] = []
  if (!header || rows.length === 0) return { statements, doubts }
  const headers = splitRow(header).map(({ text }) => plainName(text).toLowerCase())
  const cells = rows.map(splitRow)
  const asset = assetColumn(headers, cells, names)
  const columns = headers.map((text, column): Role => {
    if (column === asset) return 'asset'
    const role = roleOf(text)
    return amountRoles.includes(role) && !holdsNumbers(cells, column) ? 'other' : role
  })
  const find = (role: Role) => columns.indexOf(role)
  const hasAmount = amountRoles.some((role) => columns.includes(role))
  if (asset === -1 || !hasAmount) return { statements, doubts }

  const assets = cells.map((row) => names.find(row[asset]?.text ?? ''))
  const isKnown = assets.some(({ type }) => type === 'project' || type === 'ambiguous')
  if (!isKnown && !isPortfolio) return { statements, doubts }
  const isResearch = headers.some((text, column) => column !== asset && researchHeader.test(text))
  const isSure =
    isPortfolio || (!isResearch && (headers.some((text) => surelyHeld.test(text)) || find('account') !== -1))
  const all = { start: header.start, end: (rows.at(-1) ?? header).start + (rows.at(-1) ?? header).text.length }
  const isHeaded = assetHeader.test(headers[asset] ?? '')
  if (!isSure && (isResearch || !isHeaded)) return { statements, doubts }
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
  const columnsOf: AmountColumns = {
    units: find('units'),
    value: find('value') === -1 ? find('cost') : find('value'),
    percent: find('percent'),
    price: find('price') === -1 ? find('entry') : find('price'),
    headers,
  }
  cells.forEach((row, index) => {
    const name = plainName(row[asset]?.text ?? '')
    const range = rowRange(row, rows[index] ?? header)
    if (name === '' || totalRow.test(name)) {
      if (name === '' && readRowAmount(row, columnsOf).amount) {
        doubts.push({ ...range, kind: 'not-read', message: 'This row has an amount and no asset: it is not counted.' })
      }
      return
    }
    if (row.length > headers.length) {
      doubts.push({
        ...range,
        kind: 'not-read',
        message: `The row of ${name} has more cells than the table has columns: check that each amount stands in its column.`,
      })
    }
    const { amount, unread } = readRowAmount(row, columnsOf)
    for (const cell of unread) {
      const { start, end } = cell
      doubts.push({
        start,
        end,
        kind: 'not-read',
        message: `“${cell.text}” is no number: it is not counted for ${name}.`,
      })
    }
    if (!amount) {
      if (unread.length === 0) {
        doubts.push({ ...range, kind: 'no-amount', message: `${name} has no amount and is not counted.` })
      }
      return
    }
    const account = find('account')
    const own = find('date')
    statements.push({
      ...range,
      name,
      asset: assets[index] as Asset,
      amount,
      source: 'table',
      account: account === -1 ? '' : plainName(row[account]?.text ?? '').replace(nothing, ''),
      section,
      date: (own === -1 ? '' : isoStart(row[own]?.text ?? '')) || date,
      isTrade: false,
      block,
    })
  })
  return { statements, doubts }
}

/** The words that a table of holdings could be headed with, but that no delimiter row makes a table. */
export function looksLikeTable(lines: readonly string[]): boolean {
  const [header = '', ...rows] = lines
  if (rows.length === 0 || !lines.every((line) => line.trim().startsWith('|'))) return false
  const headers = splitRow({ start: 0, text: header }).map(({ text }) => plainName(text).toLowerCase())
  const held = headers.map(roleOf)
  return (
    headers.some((text) => assetHeader.test(text)) &&
    ['units', 'value', 'percent'].some((role) => held.includes(role as Role))
  )
}

interface AmountColumns {
  readonly units: number
  readonly value: number
  readonly percent: number
  readonly price: number
  readonly headers: readonly string[]
}

/** What a row says in its columns. The sign or currency in a cell counts more than the header above it. */
function readRowAmount(row: readonly Cell[], columns: AmountColumns): { amount?: Amount; unread: Cell[] } {
  const unread: Cell[] = []
  let found: Amount | undefined
  for (const role of ['units', 'value', 'percent'] as const) {
    const cell = row[columns[role]]
    if (!cell) continue
    const text = plainName(cell.text)
    if (nothing.test(text)) continue
    const amount = readCell(text)
    if (!amount) unread.push(cell)
    else found = merge(found, asRole(amount, role, columns.headers[columns[role]] ?? ''))
  }
  if (!found) return { unread }
  const priceCell = row[columns.price]
  const priceText = plainName(priceCell?.text ?? '')
  const price = readPrice(priceText)
  if (priceCell && !price && !nothing.test(priceText)) unread.push(priceCell)
  if (!price) return { amount: found, unread }
  return { amount: { ...found, price: inCurrency(price, columns.headers[columns.price] ?? '') }, unread }
}

function readCell(text: string): Amount | undefined {
  const amount = readAmount(text)
  const tail = amount && text.slice(amount.length).trim()
  // `12.5 TAO`, `340 (staked)`
  return tail === '' || (tail !== undefined && /^(?:[\p{L}τ$][\p{L}\d.$]*$|[(,;–—-])/u.test(tail)) ? amount : undefined
}

function asRole(amount: Amount, role: 'units' | 'value' | 'percent', header: string): Amount {
  const { units, ...rest } = amount
  if (!units) return rest.value ? { ...rest, value: inCurrency(rest.value, header) } : amount
  const headerCurrency = currencyIn(header)
  if (role === 'percent') return { ...rest, percent: units }
  if (role === 'value' || headerCurrency !== '') return { ...rest, value: { number: units, currency: headerCurrency } }
  return amount
}

function inCurrency(money: MoneyReading, header: string): MoneyReading {
  return money.currency === '' ? { ...money, currency: currencyIn(header) } : money
}

function currencyIn(header: string): string {
  return (
    header
      .split(/[\s()[\],/]+/)
      .map(currencyOf)
      .find((code) => code !== '') ?? ''
  )
}

function merge(first: Amount | undefined, second: Amount): Amount {
  return first
    ? {
        ...second,
        ...first,
        isNegative: first.isNegative || second.isNegative,
        hasSign: first.hasSign || second.hasSign,
      }
    : second
}

function roleOf(header: string): Role {
  const role = roles.find(([, words]) => words.test(header))?.[0]
  return role ?? (currencyIn(header) === '' ? 'other' : 'value')
}

/** Whether a column of amounts is one: at least half of what stands in it are numbers, or failed attempts at them. */
function holdsNumbers(rows: readonly (readonly Cell[])[], column: number): boolean {
  const filled = rows.map((row) => plainName(row[column]?.text ?? '')).filter((text) => !nothing.test(text))
  const numbers = filled.filter((text) => readAmount(text) !== undefined || failedNumber.test(text))
  return filled.length > 0 && 2 * numbers.length >= filled.length
}

/** The column of assets: by its header, or by what stands in it. */
function assetColumn(headers: readonly string[], rows: readonly (readonly Cell[])[], names: AssetNames): number {
  const sample = rows.slice(0, 200)
  const known = headers.map(
    (_, column) => sample.filter((row) => names.find(row[column]?.text ?? '').type !== 'unknown').length,
  )
  const isNumeric = (column: number) =>
    2 * sample.filter((row) => readAmount(plainName(row[column]?.text ?? ''))).length > sample.length
  const candidates = headers.map((_, column) => column).filter((column) => !isNumeric(column))
  const most = (columns: readonly number[]) =>
    columns.reduce<number>((best, column) => ((known[column] ?? 0) > (known[best] ?? -1) ? column : best), -1)
  const headed = candidates.filter((column) => assetHeader.test(headers[column] ?? ''))
  if (headed.length > 0) return most(headed)
  const best = most(candidates)
  return best !== -1 && 2 * (known[best] ?? 0) >= sample.length && (known[best] ?? 0) > 0 ? best : -1
}

/** The cells of a row. A pipe that is escaped, or inside a wiki link or code, splits nothing. */
function splitRow({ start, text }: TableRow): Cell[] {
  const cells: Cell[] = []
  const from = /^\s*\|?/.exec(text)?.[0].length ?? 0
  const push = (begin: number, end: number) => {
    const raw = text.slice(begin, end)
    const lead = raw.length - raw.trimStart().length
    const trimmed = raw.trim()
    cells.push({
      text: trimmed.replace(/\\\|/g, '|'),
      start: start + begin + lead,
      end: start + begin + lead + trimmed.length,
    })
  }
  let begin = from
  for (const { 0: found, index } of text.slice(from).matchAll(/\\.|\[\[[^\]|]*\|[^\]|]*\]\]|`[^`|]*`|\|/g)) {
    if (found !== '|') continue
    push(begin, from + index)
    begin = from + index + 1
  }
  if (text.slice(begin).trim() !== '') push(begin, text.length)
  return cells
}

/** From the first cell to the last. */
function rowRange(cells: readonly Cell[], row: TableRow): { start: number; end: number } {
  return { start: cells[0]?.start ?? row.start, end: cells.at(-1)?.end ?? row.start + row.text.length }
}

function isoStart(text: string): string {
  return /^\d{4}(?:-\d\d){0,2}/.exec(text.trim())?.[0] ?? ''
}
