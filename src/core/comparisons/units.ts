/** What can be a comparison: a sentence, a heading, a list or a table that names projects. */
import type { Block, Prose, Range } from '../recognition/prose'
import { isBetweenTexts, sentenceAround } from '../recognition/sentence'
import { distinct, namesIn, type Name } from './names'
import { leadIn } from './pieces'

export interface Sentence extends Range {
  readonly kind: 'sentence' | 'heading'
  readonly names: readonly Name[]
  /** The rest of its block, and what stands before it. */
  readonly around: string
  /** How many sentences are read as one: `Forget A. Buy B.` */
  readonly parts: number
}

export interface List extends Range {
  readonly kind: 'list'
  readonly names: readonly Name[]
  readonly isOrdered: boolean
  /** What introduces it: a heading, a line that ends with a colon. */
  readonly lead: string
  readonly items: readonly Entry[]
}

export interface Table extends Range {
  readonly kind: 'table'
  readonly names: readonly Name[]
  readonly lead: string
  readonly header: readonly string[]
  /** Whether the names head its columns. */
  readonly isTurned: boolean
  /** The first cell of each row below the header. */
  readonly rowTitles: readonly string[]
  readonly items: readonly Entry[]
}

/** An item of a list or a row of a table that names projects. */
export interface Entry {
  readonly names: readonly Name[]
  readonly before: string
  readonly after: string
}

export type Unit = Sentence | List | Table

/** Longer sentences are read in this part around their names; nobody compares over more. */
const sentenceLimit = 1500

/** A sentence without a name between two that have one may be this long. */
const bridgeLength = 40

/** The units of a piece of a note that name at least two projects. `lead` is the text before the piece. */
export function unitsOf(text: string, lead: string, prose: Prose, names: readonly Name[]): Unit[] {
  const { blocks } = prose
  const units: Unit[] = []
  let before = lead
  for (let at = 0; at < blocks.length;) {
    const block = blocks[at]
    if (!block) break
    const end = endOfGroup(blocks, at)
    const group = blocks.slice(at, end)
    const own = namesIn(names, block.start, group.at(-1)?.end ?? block.end)
    if (block.kind === 'cell') units.push(...tableOf(text, before, group, own))
    else if (end - at > 1) units.push(...listOf(text, before, group, own))
    for (const one of group) {
      const inside = namesIn(own, one.start, one.end)
      if (one.kind !== 'cell') units.push(...sentencesOf(text, before, one, inside))
    }
    before = leadIn(text.slice(block.start, group.at(-1)?.end ?? block.end))
    at = end
  }
  return units.filter((unit) => distinct(unit.names).length > 1)
}

/** Index behind the blocks that belong to one list or table. */
function endOfGroup(blocks: readonly Block[], from: number): number {
  const first = blocks[from]
  let end = from + 1
  if (!first || first.kind === 'front-matter') return end
  const isSame = (block: Block) =>
    first.kind === 'cell' ? block.kind === 'cell' : first.group !== -1 && block.kind !== 'cell' && block.group !== -1
  for (let block = blocks[end]; block && isSame(block); block = blocks[end]) end++
  return end
}

/** The sentences of a block that hold names; neighbours that hold one project each are read as one. */
function sentencesOf(text: string, lead: string, block: Block, names: readonly Name[]): Sentence[] {
  const kind = block.kind === 'heading' ? 'heading' : 'sentence'
  const ranges: Range[] = []
  for (const name of names) {
    if (name.start < (ranges.at(-1)?.end ?? -1)) continue
    const { from, to } = sentenceAround(text, block, name)
    ranges.push({ start: Math.max(from, ranges.at(-1)?.end ?? 0), end: Math.min(to, from + sentenceLimit) })
  }
  const sentence = (range: Range, parts: number): Sentence => {
    const { start, end } = trimmed(text, range)
    const around = `${lead}\n${text.slice(Math.max(block.start, start - 400), start)}\n${text.slice(end, Math.min(block.end, end + 400))}`
    return { kind, start, end, names: namesIn(names, start, end), around, parts }
  }
  const units: Sentence[] = []
  const isSingle = ({ start, end }: Range) => distinct(namesIn(names, start, end)).length < 2
  for (let at = 0; at < ranges.length; at++) {
    const range = ranges[at]
    if (!range) break
    if (!isSingle(range)) {
      units.push(sentence(range, 1))
      continue
    }
    let last = at
    for (
      let next = ranges[last + 1];
      next &&
      last - at < 3 &&
      isSingle(next) &&
      text.slice(ranges[last]?.end, next.start).trim().length <= bridgeLength &&
      isOneText(text, (ranges[last]?.end ?? 0) - 1, next.start);
      next = ranges[last + 1]
    )
      last++
    if (last > at) units.push(sentence({ start: range.start, end: ranges[last]?.end ?? range.end }, last - at + 1))
    at = last
  }
  return units
}

/** Whether [from, to) is within one text: what two people say in a chat is not, nor are two headlines. */
function isOneText(text: string, from: number, to: number): boolean {
  for (let offset = text.indexOf('\n', from); offset !== -1 && offset < to; offset = text.indexOf('\n', offset + 1)) {
    if (isBetweenTexts(text, offset)) return false
  }
  return true
}

/** Without the white space around it, and a heading without its marks. */
function trimmed(text: string, { start, end }: Range): Range {
  const inside = text.slice(start, end).replace(/^#{1,6}(?=[ \t])/, (marks) => ' '.repeat(marks.length))
  return {
    start: start + inside.length - inside.trimStart().length,
    end: end - inside.length + inside.trimEnd().length,
  }
}

/** A list of which at least two items name projects. */
function listOf(text: string, lead: string, blocks: readonly Block[], names: readonly Name[]): List[] {
  const items = blocks.flatMap((block): Entry[] => {
    const own = namesIn(names, block.start, block.end)
    const [first] = own
    if (!first) return []
    return [{ names: own, before: text.slice(block.start, first.start), after: text.slice(first.end, block.end) }]
  })
  const [first] = blocks
  const last = blocks.at(-1)
  if (!first || !last || items.length < 2) return []
  const lineStart = text.lastIndexOf('\n', first.start - 1) + 1
  return [
    {
      kind: 'list',
      ...trimmed(text, { start: lineStart, end: last.end }),
      names,
      isOrdered: /^\s*\d+[.)]/.test(text.slice(lineStart, first.start)),
      lead,
      items,
    },
  ]
}

/** A table of which at least two rows, or two columns, name projects. */
function tableOf(text: string, lead: string, cells: readonly Block[], names: readonly Name[]): Table[] {
  const [first] = cells
  const last = cells.at(-1)
  if (!first || !last) return []
  const rows: Block[][] = []
  for (const cell of cells) {
    const before = rows.at(-1)?.at(-1)
    if (before && !text.slice(before.end, cell.start).includes('\n')) rows.at(-1)?.push(cell)
    else rows.push([cell])
  }
  const [header = [], ...body] = rows
  const headerNames = namesIn(names, header[0]?.start ?? 0, header.at(-1)?.end ?? 0)
  const isTurned = headerNames.length > 1
  const items = isTurned
    ? headerNames.map((name) => ({ names: [name], before: '', after: '' }))
    : body.flatMap((row): Entry[] => {
        const start = row[0]?.start ?? 0
        const end = row.at(-1)?.end ?? 0
        const own = namesIn(names, start, end)
        const [name] = own
        return name ? [{ names: own, before: text.slice(start, name.start), after: text.slice(name.end, end) }] : []
      })
  if (items.length < 2) return []
  const lineStart = text.lastIndexOf('\n', first.start - 1) + 1
  const lineEnd = text.indexOf('\n', last.end)
  return [
    {
      kind: 'table',
      ...trimmed(text, { start: lineStart, end: lineEnd === -1 ? text.length : lineEnd }),
      names: isTurned ? headerNames : items.flatMap(({ names: own }) => own.slice(0, 2)),
      lead,
      header: header.map(({ start, end }) => text.slice(start, end)),
      isTurned,
      rowTitles: body.map(([cell]) => (cell ? text.slice(cell.start, cell.end) : '')),
      items,
    },
  ]
}
