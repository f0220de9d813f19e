/**
 * Which parts of a note are text that a person reads: not code, not addresses, not markup. Markdown is parsed by
 * @lezer/markdown (CommonMark and GFM); what notes have beyond that (front matter, math, directives, merge conflicts)
 * is added here. Inline parsing, the dear part, is done only where a hit lies.
 */
import type { SyntaxNodeRef } from '@lezer/common'
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
  /** Heading level, 0 for everything else. */
  readonly level: number
  /** Start offset of the list or table that holds the block, -1 outside of both. */
  readonly group: number
}

export interface Prose {
  /** Leaf blocks in order. Blocks without a hit are listed too. */
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
  ],
  parseInline: [inlineMath],
  remove: ['Emphasis', 'Entity', 'HardBreak'],
}

const markdown = commonMark.configure([GFM, noteExtensions])

/**
 * Finds blocks and skipped ranges of `text`. `hits` are the sorted ranges one wants to know about: inline markup is
 * looked at only in blocks that hold one, so only there the skipped ranges are complete.
 */
export function findProse(text: string, hits: readonly Range[]): Prose {
  const blocks: Block[] = []
  const skipped: Range[] = []
  const bodyStart = readFrontMatter(text, blocks, skipped)
  const body = bodyStart === 0 ? text : text.slice(bodyStart)
  const groups: number[] = []
  lazyParser(body, bodyStart, hits)
    .parse(body)
    .iterate({
      enter(node) {
        const start = node.from + bodyStart
        const end = node.to + bodyStart
        if (skippedNodes.has(node.name)) {
          skipped.push({ start, end })
          return false
        }
        if (isGroup(node)) groups.push(start)
        const level = headingLevel(node.name)
        const isCell = node.name === 'TableCell'
        if (level > 0 || isCell || node.name === 'Paragraph' || node.name === 'Task') {
          const kind = level > 0 ? 'heading' : isCell ? 'cell' : 'paragraph'
          blocks.push({ start, end, kind, level, group: groups.at(-1) ?? -1 })
        }
        return true
      },
      leave(node) {
        if (isGroup(node)) groups.pop()
      },
    })
  return { blocks, skipped }
}

function isGroup(node: SyntaxNodeRef): boolean {
  return node.name === 'BulletList' || node.name === 'OrderedList' || node.name === 'Table'
}

function headingLevel(name: string): number {
  return /^(ATX|Setext)Heading[1-6]$/.test(name) ? Number(name.slice(-1)) : 0
}

function lazyParser(body: string, bodyStart: number, hits: readonly Range[]): MarkdownParser {
  const holdsHit = (from: number, to: number) => {
    const first = lowerBound(hits, from + bodyStart)
    return (hits[first]?.start ?? Infinity) < to + bodyStart
  }
  const lazy = Object.create(markdown) as MarkdownParser
  lazy.parseInline = (text: string, offset: number): Element[] =>
    holdsHit(offset, Math.min(offset + text.length, body.length)) ? markdown.parseInline(text, offset) : []
  return lazy
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

const frontMatterPattern = /^---[ \t]*\r?\n(?:[^]*?\r?\n)??(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/

/** Values of the front matter are prose, keys, comments and punctuation are not. Returns where the body begins. */
function readFrontMatter(text: string, blocks: Block[], skipped: Range[]): number {
  const frontMatter = frontMatterPattern.exec(text)?.[0]
  if (frontMatter === undefined) return 0
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
      blocks.push({ start: valueStart, end: index + line.length, kind: 'front-matter', level: 0, group: 0 })
    }
  }
  return frontMatter.length
}
