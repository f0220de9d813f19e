/** Holdings and prices in the front matter of a note, and what else it says about them. */
import { frontMatterEnd } from '../recognition/prose'
import { parseYaml, type YamlEntry, type YamlMap, type YamlNode } from '../yaml/parseYaml'
import { readAmount, readPrice, type Amount } from './amount'
import type { AssetNames } from './assetNames'
import { readHoldingLine } from './line'
import { dateIn } from './place'
import type { Doubt, GivenPrice, NoteStatements, Statement } from './statement'

export interface FrontMatter extends NoteStatements {
  /** Where the body of the note begins. */
  readonly end: number
  /** `portfolio: true`: the note lists what its writer holds. `false`: it does not. */
  readonly isPortfolio: boolean | undefined
  /** It has a key `holdings`, whatever that holds. */
  readonly hasHoldings: boolean
  /** Title and tags. */
  readonly about: string
}

const dateKeys = ['as_of', 'asof', 'as-of', 'date', 'updated', 'modified']

/** Reads the front matter of a note; `noteName` may hold a date, as those of daily notes do. */
export function readFrontMatter(text: string, noteName: string, names: AssetNames): FrontMatter {
  const end = frontMatterEnd(text)
  const head = text.slice(0, end)
  const statements: Statement[] = []
  const prices: GivenPrice[] = []
  const doubts: Doubt[] = []
  const field = (key: string) => new RegExp(`^${key}[ \\t]*:[ \\t]*(.+?)[ \\t]*\\r?$`, 'mi').exec(head)?.[1] ?? ''
  const date =
    dateKeys.map((key) => /^["']?(\d{4}(?:-\d\d){0,2})/.exec(field(key))?.[1] ?? '').find(Boolean) ?? dateIn(noteName)
  const account = unquoted(field('account'))
  const reader = { names, statements, prices, doubts, account, date }
  for (const block of ['holdings', 'prices'] as const) readBlock(head, block, reader)
  const portfolio = field('portfolio').toLowerCase()
  return {
    end,
    statements,
    prices,
    doubts,
    account,
    currency: unquoted(field('currency')),
    date,
    isPortfolio: portfolio === 'true' ? true : portfolio === 'false' ? false : undefined,
    hasHoldings: blockOf(head, 'holdings') !== undefined,
    about: `${field('title')} ${field('tags')} ${blockOf(head, 'tags')?.text ?? ''}`,
  }
}

interface Reader {
  readonly names: AssetNames
  readonly statements: Statement[]
  readonly prices: GivenPrice[]
  readonly doubts: Doubt[]
  readonly account: string
  readonly date: string
}

/** The lines of a top-level key, up to the next one. */
function blockOf(head: string, key: string): { text: string; start: number } | undefined {
  const match = new RegExp(`^${key}[ \\t]*:[^\\n]*(?:\\n(?:[ \\t]+[^\\n]*|#[^\\n]*|-(?!-)[^\\n]*|\\r?$))*`, 'm').exec(
    head,
  )
  return match ? { text: match[0], start: match.index } : undefined
}

function readBlock(head: string, key: 'holdings' | 'prices', reader: Reader): void {
  const block = blockOf(head, key)
  if (!block) return
  const { start } = block
  const all = { start, end: start + block.text.trimEnd().length }
  const refuse = (message: string, range = all) =>
    void reader.doubts.push({ ...range, kind: 'not-read', message: `\`${key}\` in the front matter ${message}` })
  const parsed = parseYaml(block.text.trimEnd())
  if (!parsed.ok) {
    const { problem } = parsed
    return refuse(`cannot be read. ${problem.message}`, { start: start + problem.start, end: start + problem.end })
  }
  const content = parsed.root.kind === 'map' ? parsed.root.entries[0]?.value : undefined
  const read = key === 'holdings' ? readEntry : readPriceEntry
  if (content?.kind === 'map') for (const entry of content.entries) read(entry, start, reader)
  else if (content?.kind === 'list') {
    for (const item of content.items) {
      if (item.kind === 'map' && key === 'holdings' && hasField(item, nameFields)) readRecord(item, start, reader)
      else if (item.kind === 'map') for (const entry of item.entries) read(entry, start, reader)
      else if (item.kind === 'scalar' && key === 'holdings') readText(item, start, reader)
      else refuse('has an entry that is not read. Write `TAO: 12.5`.', rangeOf(item, start))
    }
  } else if (content && content.value !== null) {
    refuse('must be a list, or a map such as `TAO: 12.5`.')
  }
}

/** `TAO: 12.5`, `TAO: 12.5 @ $400`, `NEAR: 40%`, `TAO: { amount: 12.5, account: ledger }`. */
function readEntry({ key, value }: YamlEntry, base: number, reader: Reader): void {
  const name = key.value.trim()
  const range = { start: rangeOf(key, base).start, end: rangeOf(value, base).end }
  if (value.kind === 'map') readFields(name, value, range, reader)
  else if (value.kind === 'scalar')
    addStatement(name, readScalarAmount(value), scalarText(value), range, reader.account, reader)
  else addStatement(name, undefined, '', range, reader.account, reader)
}

const nameFields = ['project', 'asset', 'token', 'coin', 'ticker', 'symbol', 'name']
const unitFields = ['amount', 'units', 'quantity', 'qty', 'balance']
const percentFields = ['weight', 'share', 'percent', 'allocation']
const accountFields = ['account', 'where', 'wallet', 'exchange']

/** `{ project: TAO, amount: 12.5, price: 400 }` */
function readRecord(map: YamlMap, base: number, reader: Reader): void {
  readFields(fieldText(map, nameFields), map, rangeOf(map, base), reader)
}

function readFields(name: string, map: YamlMap, range: { start: number; end: number }, reader: Reader): void {
  const units = readScalarAmount(fieldOf(map, unitFields))
  const percent = readScalarAmount(fieldOf(map, percentFields))
  const value = readMoney(map, ['value', 'worth', 'usd', 'eur'])
  const price = readMoney(map, ['price'])
  const account = fieldText(map, accountFields) || reader.account
  const share = percent?.percent ?? percent?.units
  const amount: Amount | undefined =
    units || share || value
      ? {
          isNegative: units?.isNegative ?? false,
          hasSign: false,
          length: 0,
          ...(units?.units ? { units: units.units } : {}),
          ...(units?.value ? { value: units.value } : {}),
          ...(units?.percent ? { percent: units.percent } : {}),
          ...(value ? { value } : {}),
          ...(share ? { percent: share } : {}),
          ...(price ? { price } : {}),
        }
      : undefined
  addStatement(name, amount, '', range, account, reader)
}

/** `- TAO 12.5 @ $400` */
function readText(item: YamlNode, base: number, reader: Reader): void {
  const text = scalarText(item)
  const range = rangeOf(item, base)
  const line = readHoldingLine(text, reader.names)
  if (line) addStatement(line.name, line.amount, '', range, reader.account, reader)
  else if (reader.names.find(text).type !== 'unknown') addStatement(text, undefined, '', range, reader.account, reader)
  else
    reader.doubts.push({
      ...range,
      kind: 'not-read',
      message: `“${text}” is no holding that can be read. Write \`TAO: 12.5\`.`,
    })
}

function addStatement(
  name: string,
  amount: Amount | undefined,
  written: string,
  range: { start: number; end: number },
  account: string,
  { names, statements, doubts, date }: Reader,
): void {
  if (name === '') {
    doubts.push({ ...range, kind: 'not-read', message: 'A holding in the front matter has no name.' })
  } else if (amount) {
    const asset = names.find(name)
    statements.push({
      ...range,
      name,
      asset,
      amount,
      source: 'front-matter',
      account,
      section: '',
      date,
      isTrade: false,
      block: -1,
    })
  } else if (written === '') {
    doubts.push({ ...range, kind: 'no-amount', message: `${name} has no amount and is not counted.` })
  } else {
    doubts.push({ ...range, kind: 'not-read', message: `“${written}” is no amount: ${name} is not counted.` })
  }
}

function readPriceEntry({ key, value }: YamlEntry, base: number, { names, prices, doubts }: Reader): void {
  const name = key.value.trim()
  const range = { start: rangeOf(key, base).start, end: rangeOf(value, base).end }
  const price = readScalarPrice(value)
  if (price) prices.push({ ...range, name, asset: names.find(name), price })
  else
    doubts.push({ ...range, kind: 'not-read', message: `The price of ${name} is no number: write \`${name}: 400\`.` })
}

/** YAML says what a number is; what is text is read as text. */
function readScalarAmount(node: YamlNode | undefined): Amount | undefined {
  const value = node?.kind === 'scalar' ? node.value : undefined
  if (typeof value !== 'number') return typeof value === 'string' ? wholeAmount(value) : undefined
  if (!Number.isFinite(value)) return undefined
  const size = Math.abs(value)
  return { isNegative: value < 0, hasSign: false, units: { dot: size, comma: size }, length: 0 }
}

function wholeAmount(text: string): Amount | undefined {
  const amount = readAmount(text.trim())
  return amount && /^(?:$|[\s,;(–—-])/.test(text.trim().slice(amount.length)) ? amount : undefined
}

function readScalarPrice(node: YamlNode): ReturnType<typeof readPrice> {
  const amount = readScalarAmount(node)
  if (amount?.units && !amount.isNegative) return { number: amount.units, currency: '' }
  return amount?.value && !amount.isNegative ? amount.value : undefined
}

function readMoney(map: YamlMap, keys: readonly string[]): ReturnType<typeof readPrice> {
  const node = fieldOf(map, keys)
  return node ? readScalarPrice(node) : undefined
}

function fieldOf(map: YamlMap, keys: readonly string[]): YamlNode | undefined {
  return map.entries.find(({ key }) => keys.includes(key.value.trim().toLowerCase()))?.value
}

function fieldText(map: YamlMap, keys: readonly string[]): string {
  const node = fieldOf(map, keys)
  return node ? scalarText(node) : ''
}

function hasField(map: YamlMap, keys: readonly string[]): boolean {
  return fieldOf(map, keys) !== undefined
}

/** A scalar as written: the value `on` is a name, not a truth. */
function scalarText(node: YamlNode): string {
  if (node.kind !== 'scalar') return ''
  return (typeof node.value === 'string' ? node.value : node.source).trim()
}

function rangeOf(node: YamlNode, base: number): { start: number; end: number } {
  return { start: base + node.start, end: base + node.end }
}

function unquoted(text: string): string {
  return text.replace(/\s+#.*$/, '').replace(/^(["'])(.*)\1$/, '$2')
}
