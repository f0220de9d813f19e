/**
 * Which parts of a note are text that a person reads: not code, not addresses, not markup. Markdown is parsed by
 * @lezer/markdown (CommonMark and GFM); what notes have beyond that (front matter, math, directives, merge conflicts)
 * is added here. Inline parsing, the dear part, is done only where a hit lies.
 */
import type { Tree } from '@lezer/common'
import {
  GFM,
  parser as commonMark,
  type BlockParser,
  type Element,
  type InlineParser,
  type MarkdownConfig,
  type MarkdownParser,
} from '@lezer/markdown'

export interface Range {
  readonly start: number
  readonly end: number
}

/** A piece of running text: what a sentence never crosses. */
export interface Block extends Range {
  readonly kind: 'paragraph' | 'heading' | 'cell' | 'front-matter'
  /** Start offset of the list that holds the block, a number for each column of a table, -1 outside of both. */
  readonly group: number
  /** What the column of a cell is headed with, '' for all else. */
  readonly header: string
  /** The row of a table around a cell. */
  readonly row?: Range
}

/** Where a top-level block begins: at the start of a line, the first one at 0. It reaches to the next one. */
interface TopBlock {
  readonly start: number
  readonly isHeading: boolean
}

export interface Prose {
  readonly tops: readonly TopBlock[]
  /** Leaf blocks in order, those of top-level blocks without a hit left out. */
  readonly blocks: readonly Block[]
  /** Ranges that are not prose, in order, not overlapping. */
  readonly skipped: readonly Range[]
}

/** Nodes whose whole extent is not prose. */
const skippedNodes = new Set([
  'FencedCode',
  'CodeBlock',
  'InlineCode',
  'HTMLBlock',
  'HTMLTag',
  'Comment',
  'CommentBlock',
  'ProcessingInstruction',
  'ProcessingInstructionBlock',
  'URL',
  'Autolink',
  'LinkLabel',
  'LinkTitle',
  'LinkReference',
  'Math',
  'MathBlock',
  'Directive',
  'MergeConflict',
])

/** A block from a line that `opens` it to the line that closes it, or to the end of the note. */
function fencedBlock(name: string, opens: (line: string) => ((line: string) => boolean) | undefined): BlockParser {
  return {
    name,
    parse(context, line) {
      const closes = line.next === -1 ? undefined : opens(line.text.slice(line.pos))
      if (!closes) return false
      const start = context.lineStart + line.pos
      while (context.nextLine()) {
        if (!closes(line.text.slice(line.pos))) continue
        context.nextLine()
        break
      }
      context.addElement(context.elt(name, start, context.prevLineEnd()))
      return true
    },
    endLeaf: (_context, line) => opens(line.text.slice(line.pos)) !== undefined,
    before: 'LinkReference',
  }
}

/** TeX between single dollars. Prices and tickers have dollars too, so it must look like TeX. */
const inlineMath: InlineParser = {
  name: 'Math',
  before: 'Escape',
  parse(context, next, position) {
    if (next !== 36) return -1
    const rest = context.slice(position, context.end)
    const math = /^\$\$[^$]+\$\$|^\$(?=[^\s$])[^$\n]*?[\\^_{}=<>][^$\n]*?(?<=[^\s\\])\$(?![\w$])/.exec(rest)
    return math ? context.addElement(context.elt('Math', position, position + math[0].length)) : -1
  },
}

/** Whether a line is nothing but a tag whose name has a capital, or the beginning of one. */
function isComponent(line: string): boolean {
  return /^<\/?[A-Z][\w.]*(?:\s[^<>]*)?\/?>?\s*$/.test(line)
}

const noteExtensions: MarkdownConfig = {
  defineNodes: [
    { name: 'MergeConflict', block: true },
    { name: 'MathBlock', block: true },
    { name: 'Directive', block: true },
    { name: 'Math' },
  ],
  parseBlock: [
    fencedBlock('MergeConflict', (line) =>
      line.startsWith('<<<<<<< ') ? (other) => other.startsWith('>>>>>>> ') : undefined,
    ),
    fencedBlock('MathBlock', (line) => (/^\$\$[^$]*$/.test(line) ? (other) => /\$\$\s*$/.test(other) : undefined)),
    {
      /** `:::note` and `:::`, `{{< shortcode >}}`: the line, not what stands between two of them. */
      name: 'Directive',
      parse(context, line) {
        if (!/^(:{3,}|\{\{[<%]).*/.test(line.text.slice(line.pos))) return false
        const start = context.lineStart + line.pos
        context.nextLine()
        context.addElement(context.elt('Directive', start, context.prevLineEnd()))
        return true
      },
      endLeaf: (_context, line) => /^(:{3,}|\{\{[<%])/.test(line.text.slice(line.pos)),
      before: 'LinkReference',
    },
    {
      /** `<Card title="…">` of MDX, on a line or several of its own: the tag. What it holds is Markdown. */
      name: 'Component',
      parse(context, line) {
        const first = line.text.slice(line.pos)
        if (!isComponent(first)) return false
        const start = context.lineStart + line.pos
        let isOpen = !/>\s*$/.test(first)
        while (context.nextLine() && isOpen && line.text.trim() !== '') isOpen = !/>\s*$/.test(line.text)
        context.addElement(context.elt('Directive', start, context.prevLineEnd()))
        return true
      },
      endLeaf: (_context, line) => isComponent(line.text.slice(line.pos)),
      before: 'HTMLBlock',
    },
  ],
  parseInline: [inlineMath],
  remove: ['Emphasis', 'Entity', 'HardBreak'],
}

const markdown = commonMark.configure([GFM, noteExtensions])

/**
 * Finds blocks and skipped ranges of `text`. `hits` are the sorted ranges one wants to know about: inline markup is
 * looked at only in blocks that hold one, so only there the skipped ranges are complete. `isNoteStart` says whether
 * front matter can stand at 0; otherwise `text` begins with a top-level block from the middle of a note.
 */
export function findProse(text: string, hits: readonly Range[], isNoteStart = true): Prose {
  const parsing = startProse(text, hits, isNoteStart)
  for (;;) {
    const prose = parsing.advance()
    if (prose) return prose
  }
}

/** Does what `findProse` does, one block at each `advance()`, which gives the result after the last. */
export function startProse(
  text: string,
  hits: readonly Range[],
  isNoteStart: boolean,
): { advance: () => Prose | undefined } {
  const tops: TopBlock[] = []
  const blocks: Block[] = []
  const skipped: Range[] = []
  const bodyStart = isNoteStart ? readFrontMatter(text, tops, blocks, skipped) : 0
  const body = withoutReturns(bodyStart === 0 ? text : text.slice(bodyStart))
  const parse = lazyParser(body, bodyStart, hits).startParse(body)
  return {
    advance() {
      const tree = parse.advance()
      if (!tree) return undefined
      readTree(tree, text, bodyStart, hits, { tops, blocks, skipped })
      return { tops, blocks, skipped }
    },
  }
}

/** How code, a comment or math of the top level is closed, which nothing else can close. */
export interface Seal {
  /** Where to look from, in the text that begins with it: the character with which what opens it ends. */
  readonly from: number
  /** Meets a text in which lines are whole, up to the end of the last one. */
  readonly closes: RegExp
}

const seals: readonly { readonly opens: RegExp; readonly closes: (opener: string) => RegExp }[] = [
  {
    opens: /^ {0,3}(`{3,}(?=[^`\n]*\n)|~{3,})[^\n]*\n/,
    closes: (fence) => new RegExp(`(?:^|\\n) {0,3}${fence}${fence.charAt(0)}*[ \\t\\r]*(?=\\n|$)`, 'g'),
  },
  { opens: /^ {0,3}(<!)(?=--)/, closes: () => /-->[^\n]*/g },
  { opens: /^ {0,3}(\$\$)[^$\n]*\n/, closes: () => /(?:^|\n)[^\n]*\$\$[^\S\n]*(?=\n|$)/g },
]

/** What closes the code, comment or math that a text begins with: undefined when it begins with none. */
export function sealOf(text: string): Seal | undefined {
  for (const { opens, closes } of seals) {
    const opening = opens.exec(text)
    if (opening) return { from: opening[0].length - 1, closes: closes(opening[1] ?? '') }
  }
  return undefined
}

/** Where it ends in a text, with the blank lines behind it; -1 if it does not. */
export function sealedEnd(text: string, { closes }: Seal, from: number): number {
  closes.lastIndex = from
  if (!closes.test(text)) return -1
  const blank = /(?:[ \t\r]*\n)*/y
  blank.lastIndex = closes.lastIndex
  blank.test(text)
  return blank.lastIndex
}

/**
 * The blocks of a note's body, `body` from where its front matter ends, without what is inside of its lines: one at each
 * step.
 */
export function* parseBlocks(body: string): Generator<undefined, Tree> {
  const parse = lazyParser(body, 0, []).startParse(body)
  for (;;) {
    const tree = parse.advance()
    if (tree) return tree
    yield
  }
}

/**
 * To the parser a carriage return behind the last bar of a row is one more cell, so there the two change places; and a
 * blank line that has one does not end HTML, so there it becomes a space.
 */
function withoutReturns(text: string): string {
  return text.includes('\r\n') ? text.replace(/\|\r(?=\n)/g, ' |').replace(/\n([ \t]*)\r(?=\n)/g, '\n$1 ') : text
}

function readTree(
  tree: Tree,
  text: string,
  bodyStart: number,
  hits: readonly Range[],
  { tops, blocks, skipped }: { tops: TopBlock[]; blocks: Block[]; skipped: Range[] },
): void {
  const groups: number[] = []
  let column = 0
  let headers: string[] = []
  let isHeader = false
  let row: Range = { start: 0, end: 0 }
  for (let top = tree.topNode.firstChild; top; top = top.nextSibling) {
    const start = top.from + bodyStart
    const lineStart = text.lastIndexOf('\n', start - 1) + 1
    tops.push({ start: tops.length === 0 ? 0 : lineStart, isHeading: headings.has(top.name) })
    if (!holdsAny(hits, start, top.to + bodyStart)) continue
    top.cursor().iterate(
      (node) => {
        const range = { start: node.from + bodyStart, end: node.to + bodyStart }
        const { name } = node
        if (skippedNodes.has(name)) {
          skipped.push(range)
          return false
        }
        if (groupNodes.has(name)) groups.push(range.start)
        if (name === 'TableHeader' || name === 'TableRow') {
          column = 0
          row = range
          isHeader = name === 'TableHeader'
          if (isHeader) headers = []
        }
        if (name === 'TableDelimiter') column++
        const kind = blockKinds.get(name)
        if (!kind) return true
        const isCell = kind === 'cell'
        if (isCell && isHeader) headers[column] = text.slice(range.start, range.end)
        // A column has a number inside its table, where no other group begins.
        const group = (groups.at(-1) ?? -1) + (isCell ? column : 0)
        const header = isCell && !isHeader ? (headers[column] ?? '') : ''
        blocks.push({ ...range, kind, group, header, ...(isCell ? { row } : {}) })
        return true
      },
      (node) => {
        if (groupNodes.has(node.name)) groups.pop()
      },
    )
  }
  if (tops.length === 0) tops.push({ start: 0, isHeading: false })
}

const groupNodes = new Set(['BulletList', 'OrderedList', 'Table'])

const headings = new Set([1, 2, 3, 4, 5, 6].flatMap((level) => [`ATXHeading${level}`, `SetextHeading${level}`]))

const blockKinds: ReadonlyMap<string, Block['kind']> = new Map([
  ['Paragraph', 'paragraph'],
  ['Task', 'paragraph'],
  ['TableCell', 'cell'],
  ...[...headings].map((name) => [name, 'heading'] as const),
])

function lazyParser(body: string, bodyStart: number, hits: readonly Range[]): MarkdownParser {
  const lazy = Object.create(markdown) as MarkdownParser
  lazy.parseInline = (text: string, offset: number): Element[] =>
    holdsAny(hits, offset + bodyStart, Math.min(offset + text.length, body.length) + bodyStart)
      ? markdown.parseInline(text, offset)
      : []
  return lazy
}

function holdsAny(ranges: readonly Range[], from: number, to: number): boolean {
  return (ranges[lowerBound(ranges, from)]?.start ?? Infinity) < to
}

/** Index of the first range that ends after `offset`. */
export function lowerBound(ranges: readonly Range[], offset: number): number {
  let low = 0
  let high = ranges.length
  while (low < high) {
    const middle = (low + high) >> 1
    const range = ranges[middle]
    if (range && range.end <= offset) low = middle + 1
    else high = middle
  }
  return low
}

/** Front matter is closed within this many code units, or it is none: so an edit far below cannot bring it about. */
export const frontMatterLimit = 65_536

const frontMatterPattern = /^---[ \t]*\r?\n(?:[^]*?\r?\n)??(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/

/** Where the front matter of a note ends, 0 when there is none. */
export function frontMatterEnd(text: string): number {
  return frontMatterPattern.exec(text.slice(0, frontMatterLimit))?.[0].length ?? 0
}

/** Values of the front matter are prose, keys, comments and punctuation are not. Returns where the body begins. */
function readFrontMatter(text: string, tops: TopBlock[], blocks: Block[], skipped: Range[]): number {
  const frontMatter = text.slice(0, frontMatterEnd(text))
  if (frontMatter === '') return 0
  tops.push({ start: 0, isHeading: false })
  for (const { 0: line, index } of frontMatter.matchAll(/[^\r\n]+/g)) {
    const markup =
      /^\s*(?:-\s+)*(?:(?:"[^"]*"|'[^']*'|[^\s:#'"[{][^:#]*?)\s*:(?=\s|$))?|^\s*#.*|^---.*/.exec(line)?.[0] ?? ''
    const isFence = line.startsWith('---') || line.trimStart().startsWith('#')
    const valueStart = index + (isFence ? line.length : markup.length)
    if (valueStart > index) skipped.push({ start: index, end: valueStart })
    for (const url of line.slice(valueStart - index).matchAll(/\bhttps?:\/\/\S+/g)) {
      skipped.push({ start: valueStart + url.index, end: valueStart + url.index + url[0].length })
    }
    if (valueStart < index + line.length) {
      blocks.push({ start: valueStart, end: index + line.length, kind: 'front-matter', group: 0, header: '' })
    }
  }
  return frontMatter.length
}
