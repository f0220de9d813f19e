/**
 * What a note says its writer holds. The grammar:
 *
 * - Front matter: `holdings:` as a map (`TAO: 12.5`, `TAO: 12.5 @ $400`, `NEAR: 40%`, `TAO: { amount: 12.5, account: … }`)
 *   or a list (`- TAO: 12.5`, `- TAO 12.5`, `- { project: TAO, amount: 12.5 }`); `prices:` as a map; `account`,
 *   `currency`, `as_of` and `portfolio: true | false`.
 * - Tables (`table.ts`, `tableColumns.ts`): a column of assets beside amounts, values or weights, with prices, accounts
 *   and dates; a row for each purchase and sale where a column says which it is, or what was paid on which day.
 * - Lines of lists, or lines that stand like one (`list.ts`, `line.ts`): name and amount in either order, with a price
 *   behind `@`, a sign or a verb.
 * - Sentences of a portfolio (`sentence.ts`): `I hold 2,200 FET`, `40% of my bag is NEAR`. They count for what nothing
 *   else in the note states.
 *
 * Every place that looks like a holding is either a statement or a doubt; nothing is dropped in silence.
 */
import type { SyntaxNode } from '@lezer/common'
import { parseBlocks } from '../recognition/prose'
import { finish } from '../steps'
import type { AssetNames } from './assetNames'
import { readFrontMatter, type FrontMatter } from './frontMatter'
import { readHoldingLine } from './line'
import { readList, type ListLine } from './list'
import { Headings, speaksOfHoldings } from './place'
import { mayHoldInSentence, readSentences } from './sentence'
import type { Doubt, NoteStatements, Statement } from './statement'
import { looksLikeTable, readTable } from './table'
import type { TableRow } from './tableRows'

/** A number in a list, beside a pipe, or behind dots. Bounded, so that no line of a note makes it slow. */
const amountNearStart =
  /^[ \t>]{0,20}(?:[-*+]|\d{1,9}[.)])[ \t].{0,200}\d|\|[^|\n]{0,60}\d|\d[^|\n]{0,60}\||\.{3}[ \t]{0,3}\d/m

/** A quick look: false when `readHoldings` would surely find nothing. Without any project, only front matter counts. */
export function mayHold(text: string, mentionsProjects: boolean): boolean {
  if (/^(?:holdings|prices)[ \t]*:/m.test(text)) return true
  return mentionsProjects && (amountNearStart.test(text) || mayHoldInSentence.test(text))
}

/** Reads all statements of a note. `noteName` is its file name, which may say that it is a portfolio. Never throws. */
export function readHoldings(text: string, noteName: string, names: AssetNames): NoteStatements {
  return finish(holdingsInSteps(text, noteName, names))
}

/** Does what `readHoldings` does, about a line at each step. */
export function* holdingsInSteps(
  text: string,
  noteName: string,
  names: AssetNames,
): Generator<undefined, NoteStatements> {
  const frontMatter = readFrontMatter(text, noteName, names)
  const { account, currency, date, prices } = frontMatter
  if (frontMatter.isPortfolio === false) {
    return { statements: [], prices: [], doubts: [], account, currency, date }
  }
  const body = bodyOf(text, noteName, frontMatter, names)
  yield* body.read()
  return {
    statements: withoutRepeated([...frontMatter.statements, ...body.statements]),
    prices,
    doubts: [...frontMatter.doubts, ...body.doubts].sort((a, b) => a.start - b.start),
    account,
    currency,
    date,
  }
}

/** Whether `readHoldings` would find a statement or a doubt: reads, step by step, up to the first. */
export function* saysHoldings(text: string, noteName: string, names: AssetNames): Generator<undefined, boolean> {
  const frontMatter = readFrontMatter(text, noteName, names)
  if (frontMatter.isPortfolio === false) return false
  if (frontMatter.statements.length > 0 || frontMatter.doubts.length > 0) return true
  const body = bodyOf(text, noteName, frontMatter, names)
  for (const step of body.read()) {
    if (body.hasFound) return true
    yield step
  }
  return body.hasFound
}

function bodyOf(text: string, noteName: string, frontMatter: FrontMatter, names: AssetNames): BodyReader {
  const isPortfolio =
    frontMatter.isPortfolio === true ||
    frontMatter.hasHoldings ||
    speaksOfHoldings(frontMatter.about) ||
    speaksOfHoldings(noteName.replace(/[-_]+/g, ' '))
  return new BodyReader(forParser(text), frontMatter.end, new Headings(frontMatter.date, isPortfolio), names)
}

/** What a sentence says of an asset counts only when nothing else in the note states it. */
function withoutRepeated(statements: readonly Statement[]): Statement[] {
  const idOf = ({ asset, name }: Statement) => (asset.type === 'project' ? asset.project.id : name.toLowerCase())
  const stated = new Set(statements.filter(({ source }) => source !== 'sentence').map(idOf))
  return statements.filter((statement) => statement.source !== 'sentence' || !stated.has(idOf(statement)))
}

/** The text with lines that end with `\n` alone, each offset as it was. */
function forParser(text: string): string {
  return (
    text
      .replace(/\r(?!\n)/g, '\n')
      .replaceAll('\r', ' ')
      // The parser takes no space behind the last pipe of a delimiter row.
      .replace(/^[ \t>|:-]+$/gm, (line) => (/-.*\|[ \t]+$/.test(line) ? line.replace(/\|([ \t]+)$/, ' $1') : line))
  )
}

type Steps = Generator<undefined, void>

class BodyReader {
  readonly statements: Statement[] = []
  readonly doubts: Doubt[] = []
  #introduction = ''
  #block = 0

  constructor(
    readonly text: string,
    /** Offset of the body in the note. */
    readonly base: number,
    readonly headings: Headings,
    readonly names: AssetNames,
  ) {}

  get hasFound(): boolean {
    return this.statements.length > 0 || this.doubts.length > 0
  }

  *read(): Steps {
    const tree = yield* parseBlocks(this.text.slice(this.base))
    for (let node = tree.topNode.firstChild; node; node = node.nextSibling) {
      yield* this.#readBlock(node, false)
      yield
    }
  }

  #textOf({ from, to }: { from: number; to: number }): string {
    return this.text.slice(this.base + from, this.base + to)
  }

  *#readBlock(node: SyntaxNode, isQuoted: boolean): Steps {
    const level = /^(?:ATX|Setext)Heading(\d)$/.exec(node.name)?.[1]
    if (level !== undefined) {
      this.headings.add(Number(level), this.#textOf(node).replace(/^#+\s*|\s*#*$|\n[=-]+\s*$/g, ''))
      this.#introduction = ''
    } else if (node.name === 'Table') yield* this.#readTable(node, isQuoted)
    else if (node.name === 'BulletList' || node.name === 'OrderedList') yield* this.#readList(node, isQuoted)
    else if (node.name === 'Blockquote') {
      for (let child = node.firstChild; child; child = child.nextSibling) yield* this.#readBlock(child, true)
    } else if (node.name === 'Paragraph') yield* this.#readParagraph(node, isQuoted)
  }

  *#readParagraph(node: SyntaxNode, isQuoted: boolean): Steps {
    const text = this.#textOf(node)
    this.#introduction = text.length < 300 ? text : ''
    const start = this.base + node.from
    const lines = text.split('\n')
    if (text.startsWith('|') && looksLikeTable(lines)) {
      const message =
        'These lines look like a table of holdings, and are none without a line `| --- | --- |` under the first.'
      this.doubts.push({ start, end: start + text.length, kind: 'not-read', message })
    } else if (!isQuoted && !(lines.length > 1 && (yield* this.#readLines(text, start)))) {
      this.#add(yield* readSentences(text, start, this.headings.place(''), this.#block++, this.names))
    }
  }

  /** Lines that stand like a list, without its marks: `TAO....... 8.40`. Tells whether they do. */
  *#readLines(text: string, start: number): Generator<undefined, boolean> {
    const listed = linesOf(text, start).map((line) => ({ ...line, isTask: false }))
    const read = yield* this.#holdingLines(listed)
    if (2 * read.length < listed.length) return false
    this.#add(yield* readList(listed, this.headings.place(''), false, this.#block++, this.names))
    return true
  }

  *#readTable(node: SyntaxNode, isQuoted: boolean): Steps {
    const rows: TableRow[] = []
    for (let row = node.firstChild; row; row = row.nextSibling) {
      if (row.name !== 'TableHeader' && row.name !== 'TableRow') continue
      rows.push({ start: this.base + row.from, text: this.#textOf(row) })
    }
    this.#add(yield* readTable(rows, this.headings.place(this.#introduction), isQuoted, this.#block++, this.names))
  }

  *#readList(node: SyntaxNode, isQuoted: boolean): Steps {
    const lines: ListLine[] = []
    const place = this.headings.place(this.#introduction)
    const inner: SyntaxNode[] = []
    for (let item = node.firstChild; item; item = item.nextSibling) {
      yield
      for (let child = item.firstChild; child; child = child.nextSibling) {
        if (child.name === 'Paragraph' || child.name === 'Task') lines.push(...(yield* this.#listLines(child)))
        else if (child.name !== 'ListMark') inner.push(child)
      }
    }
    this.#add(yield* readList(lines, place, isQuoted, this.#block++, this.names))
    for (const block of inner) yield* this.#readBlock(block, isQuoted)
  }

  /** The first line of an item, and those that run on under it without a mark of their own. */
  *#listLines(node: SyntaxNode): Generator<undefined, ListLine[]> {
    const isTask = node.name === 'Task'
    const box = isTask ? (/^\[.\]\s*/.exec(this.#textOf(node))?.[0].length ?? 0) : 0
    const [first, ...others] = linesOf(this.#textOf(node).slice(box), this.base + node.from + box)
    const holdings = yield* this.#holdingLines(others)
    return [first, ...holdings].filter((line) => line !== undefined).map((line) => ({ ...line, isTask }))
  }

  *#holdingLines<L extends { readonly text: string }>(lines: readonly L[]): Generator<undefined, L[]> {
    const holdings: L[] = []
    for (const line of lines) {
      yield
      if (readHoldingLine(line.text, this.names)) holdings.push(line)
    }
    return holdings
  }

  #add({ statements, doubts }: { statements: readonly Statement[]; doubts: readonly Doubt[] }): void {
    for (const statement of statements) this.statements.push(statement)
    for (const doubt of doubts) this.doubts.push(doubt)
  }
}

/** The lines of a text without the space around them; `start` is the text's offset in the note. */
function linesOf(text: string, start: number): { readonly start: number; readonly text: string }[] {
  let offset = start
  return text.split('\n').map((line) => {
    const trimmed = line.trim()
    const found = { start: offset + line.indexOf(trimmed), text: trimmed }
    offset += line.length + 1
    return found
  })
}
