/**
 * From statements to positions: one a project and note, with each number decided and everything that belongs together
 * added up. The rules, in order:
 *
 * 1. The front matter counts before the body of the note.
 * 2. Under the same headings and in the same account, of statements with different dates the latest one counts.
 * 3. What is left adds up: trades, several accounts, several lines of one project whatever they call it.
 */
import { sayList } from '../figures'
import type { ProjectHead } from '../knowledge/schema'
import type { Amount, MoneyReading } from './amount'
import type { Asset } from './assetNames'
import { decimalSignOf, isAmbiguous, valueOf, type DecimalSign } from './number'
import { numbersOf, type Doubt, type NoteStatements, type Statement } from './statement'

/** A range of a note. Offsets are UTF-16 code units. */
export interface NotePlace {
  readonly start: number
  readonly end: number
}

export interface Position {
  /** The same for the same thing in any note. */
  readonly key: string
  /** The project's name, else the asset as written. */
  readonly name: string
  readonly kind: 'project' | 'ambiguous' | 'off-map' | 'cash'
  readonly project?: ProjectHead
  /** Each is there when everything that was added up has it. Negative when more was sold than bought. */
  readonly units?: number
  readonly value?: number
  readonly percent?: number
  /** Of the value, empty when no currency is written. */
  readonly currency: string
  readonly places: readonly NotePlace[]
}

type PositionDoubtKind =
  | Doubt['kind']
  | 'ambiguous-number'
  | 'ambiguous-name'
  | 'added-up'
  | 'superseded'
  | 'disagrees'
  | 'negative'
  | 'mixed'
  | 'unused-price'

/** What the reader of the positions should know, and where it stands. */
export interface PositionDoubt {
  readonly kind: PositionDoubtKind
  /** One sentence without any amount. */
  readonly message: string
  /** The amounts that it is about, for those who want to see them; or empty. */
  readonly amounts: string
  readonly places: readonly NotePlace[]
}

export interface NotePositions {
  readonly positions: readonly Position[]
  readonly doubts: readonly PositionDoubt[]
  readonly account: string
  readonly date: string
}

/** A statement whose numbers are decided. */
interface Stated {
  readonly statement: Statement
  readonly units?: number
  readonly percent?: number
  /** Of the row, as written. */
  readonly value?: number
  /** For one unit, as written. */
  readonly price?: number
  readonly currency: string
}

/** Adds up what a note says. The order of statements makes no difference to any total. */
export function positionsOf(note: NoteStatements): NotePositions {
  const sign = decimalSignOf([...note.statements.flatMap(numbersOf), ...note.prices.map(({ price }) => price.number)])
  const doubts: PositionDoubt[] = note.doubts.map((doubt) => ({
    kind: doubt.kind,
    message: doubt.message,
    amounts: '',
    places: [doubt],
  }))
  const prices = new Map(
    note.prices.map(({ asset, name, price }) => [keyOf(asset, name), decideMoney(price, sign, note.currency)]),
  )
  const groups = new Map<string, Stated[]>()
  for (const statement of note.statements) {
    const stated = decide(statement, sign, note.currency, doubts)
    if (!stated) continue
    const key = keyOf(statement.asset, statement.name)
    const group = groups.get(key)
    if (group) group.push(stated)
    else groups.set(key, [stated])
  }
  for (const { asset, name, start, end } of note.prices) {
    if (groups.has(keyOf(asset, name))) continue
    const message = `There is a price for ${name}, and no holding.`
    doubts.push({ kind: 'unused-price', message, amounts: '', places: [{ start, end }] })
  }
  const positions = [...groups].map(([key, stated]) => addUp(key, stated, prices.get(key), doubts))
  return { positions, doubts, account: note.account, date: note.date }
}

/** The same for everything that means one project; names that are not on the map by their letters. */
function keyOf(asset: Asset, name: string): string {
  switch (asset.type) {
    case 'project':
      return asset.project.id
    case 'cash':
      return 'cash'
    case 'ambiguous':
    case 'unknown':
      return `name ${name.toLowerCase().replace(/^\$/, '')}`
    default:
      return asset satisfies never
  }
}

interface Money {
  readonly amount: number
  readonly currency: string
}

function decideMoney({ number, currency }: MoneyReading, sign: DecimalSign | undefined, fallback: string): Money {
  return { amount: valueOf(number, sign), currency: currency || fallback }
}

function decide(
  statement: Statement,
  sign: DecimalSign | undefined,
  currency: string,
  doubts: PositionDoubt[],
): Stated | undefined {
  const { amount, name, start, end } = statement
  const place = { start, end }
  const ambiguous = numbersOf(statement).find(isAmbiguous)
  if (ambiguous && sign === undefined) {
    doubts.push({
      kind: 'ambiguous-number',
      message: `An amount of ${name} can be read in two ways, and no other number of the note shows how it writes decimals.`,
      amounts: `It is read as ${sayNumber(valueOf(ambiguous, undefined))}; it may be ${sayNumber(valueOf(ambiguous, 'comma'))}.`,
      places: [place],
    })
  }
  const read = (number: Amount['units']) => (number === undefined ? undefined : valueOf(number, sign))
  const direction = amount.isNegative ? -1 : 1
  const units = read(amount.units)
  const percent = read(amount.percent)
  const value = amount.value && decideMoney(amount.value, sign, currency)
  const price = amount.price && decideMoney(amount.price, sign, currency)
  if (
    ![units, percent, value?.amount, price?.amount].every((number) => number === undefined || Number.isFinite(number))
  ) {
    doubts.push({
      kind: 'not-read',
      message: `An amount of ${name} is too large to be one: it is not counted.`,
      amounts: '',
      places: [place],
    })
    return undefined
  }
  return {
    statement,
    ...(units === undefined ? {} : { units: direction * units }),
    ...(percent === undefined ? {} : { percent: direction * percent }),
    ...(value === undefined ? {} : { value: direction * value.amount }),
    ...(price === undefined ? {} : { price: price.amount }),
    currency: value?.currency ?? price?.currency ?? '',
  }
}

function addUp(key: string, all: readonly Stated[], given: Money | undefined, doubts: PositionDoubt[]): Position {
  const counted = countedOf(all, doubts)
  const [first] = all
  if (!first) throw new Error('a position without a statement')
  const { asset, name: written } = first.statement
  const name =
    asset.type === 'project' ? asset.project.name : asset.type === 'cash' ? 'Cash' : written.replace(/^\$/, '')
  const places = counted.map(({ statement: { start, end } }) => ({ start, end })).sort((a, b) => a.start - b.start)
  const units = sumOf(counted.map((stated) => stated.units))
  const percent = sumOf(counted.map((stated) => stated.percent))
  const value = valueOfAll(counted, units, given)
  const currencies = [...new Set(counted.map(({ currency }) => currency).filter((code) => code !== ''))]
  const note = (kind: PositionDoubtKind, message: string, amounts = '') =>
    doubts.push({ kind, message, amounts, places })

  if (asset.type === 'ambiguous') {
    const candidates = asset.projects.map((project) => project.name).join(' or ')
    note(
      'ambiguous-name',
      `${written} may be ${candidates}: it is counted on no layer. Write the ticker or the full name.`,
    )
  }
  const names = [...new Set(counted.map(({ statement }) => statement.name))]
  if (counted.length > 1 && !counted.every(({ statement }) => statement.isTrade) && asset.type !== 'cash') {
    const called = names.length > 1 ? `, as ${sayList(names)}` : ''
    note('added-up', `${name} stands here ${counted.length} times${called}: added up.`)
  }
  if (units === undefined && value === undefined && percent === undefined) {
    note('mixed', `${name} is given in different measures that cannot be added up: it counts as one position.`)
  }
  const net = units ?? value ?? percent
  if (net !== undefined && net < 0) {
    note(
      'negative',
      `${name} comes to less than nothing: more is sold than is listed. It has no weight.`,
      sayNumber(net),
    )
  }
  const currency = given && units !== undefined ? given.currency : (currencies[0] ?? '')
  const isOneCurrency = currencies.length < 2 || (given !== undefined && units !== undefined)
  if (!isOneCurrency)
    note('mixed', `${name} is given in ${sayList(currencies)}, which cannot be added up without a rate.`)
  return {
    key,
    name,
    kind: asset.type === 'unknown' ? 'off-map' : asset.type,
    ...(asset.type === 'project' ? { project: asset.project } : {}),
    ...(units === undefined ? {} : { units }),
    ...(value === undefined || !isOneCurrency ? {} : { value }),
    ...(percent === undefined ? {} : { percent }),
    currency,
    places,
  }
}

/** The statements that count, after those that others take the place of. */
function countedOf(all: readonly Stated[], doubts: PositionDoubt[]): readonly Stated[] {
  const inFront = all.filter(({ statement }) => statement.source === 'front-matter')
  const inBody = all.filter(({ statement }) => statement.source !== 'front-matter')
  if (inFront.length === 0) return latestOf(inBody, doubts)
  const below = latestOf(inBody, [])
  if (below.length > 0 && differs(inFront, below)) {
    const name = inFront[0]?.statement.name ?? ''
    doubts.push({
      kind: 'disagrees',
      message: `The front matter and the text below say different things about ${name}: the front matter counts.`,
      amounts: `${saySum(inFront)} in the front matter, ${saySum(below)} below.`,
      places: [...inFront, ...below].map(({ statement: { start, end } }) => ({ start, end })),
    })
  }
  return inFront
}

/** Under the same headings and in the same account, statements of a later date take the place of earlier ones. */
function latestOf(all: readonly Stated[], doubts: PositionDoubt[]): Stated[] {
  const latest = new Map<string, string>()
  const keyOfPlace = ({ statement }: Stated) => `${statement.section}\n${statement.account.toLowerCase()}`
  const positions = all.filter(({ statement }) => !statement.isTrade)
  for (const stated of positions) {
    const key = keyOfPlace(stated)
    if (stated.statement.date > (latest.get(key) ?? '')) latest.set(key, stated.statement.date)
  }
  const isOld = (stated: Stated) =>
    !stated.statement.isTrade &&
    stated.statement.date !== '' &&
    stated.statement.date < (latest.get(keyOfPlace(stated)) ?? '')
  const old = all.filter(isOld)
  if (old.length > 0) {
    doubts.push({
      kind: 'superseded',
      message: `${old[0]?.statement.name ?? ''} is given for several dates: the latest one counts.`,
      amounts: '',
      places: old.map(({ statement: { start, end } }) => ({ start, end })),
    })
  }
  return all.filter((stated) => !isOld(stated))
}

function differs(one: readonly Stated[], other: readonly Stated[]): boolean {
  return (['units', 'percent', 'value'] as const).some((measure) => {
    const [a, b] = [one, other].map((side) => sumOf(side.map((stated) => stated[measure])))
    return a !== undefined && b !== undefined && Math.abs(a - b) > 1e-9 * Math.max(Math.abs(a), Math.abs(b))
  })
}

/**
 * What the units are worth: at the price given by hand, else what is written for each, else units times their written
 * price. Of what was bought and sold: what is left, at the average price paid.
 */
function valueOfAll(
  counted: readonly Stated[],
  units: number | undefined,
  given: Money | undefined,
): number | undefined {
  if (given && units !== undefined) return units * given.amount
  const values = counted.map(({ value, units: some, price }) =>
    value !== undefined ? value : some !== undefined && price !== undefined ? some * price : some === 0 ? 0 : undefined,
  )
  if (units === undefined || counted.every((stated) => (stated.units ?? 0) >= 0)) return sumOf(values)
  const bought = counted.filter((stated) => (stated.units ?? 0) > 0)
  const paid = sumOf(bought.map(({ units: some = 0, price, value }) => (price === undefined ? value : some * price)))
  const boughtUnits = sumOf(bought.map((stated) => stated.units)) ?? 0
  return paid === undefined || boughtUnits === 0 ? undefined : (paid / boughtUnits) * units
}

/** The sum when all are there. Sorted first, so that the order of lines does not show in the last digit. */
function sumOf(numbers: readonly (number | undefined)[]): number | undefined {
  const known = numbers.filter((number) => number !== undefined)
  if (known.length === 0 || known.length < numbers.length) return undefined
  return known.sort((a, b) => a - b).reduce((sum, number) => sum + number, 0)
}

const plain = new Intl.NumberFormat('en-US', { maximumFractionDigits: 8 })

function sayNumber(number: number): string {
  return plain.format(number)
}

function saySum(side: readonly Stated[]): string {
  const units = sumOf(side.map((stated) => stated.units))
  const percent = sumOf(side.map((stated) => stated.percent))
  const value = sumOf(side.map((stated) => stated.value))
  if (units !== undefined) return sayNumber(units)
  return percent === undefined ? sayNumber(value ?? 0) : `${sayNumber(percent)}%`
}
