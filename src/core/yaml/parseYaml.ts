/**
 * The YAML that people write by hand, as a tree with the place of every part: maps, lists and scalars, in lines or in
 * brackets, in YAML 1.2's core schema. What YAML has beyond that is refused: each of it is a way to make a small text
 * large, or to read it as something else than it looks. Takes time in proportion to the text, and never throws.
 *
 * The tests hold it against the `yaml` library: what is read here is read there, and as the same.
 */
import type { Range } from '../recognition/prose'
import { foldFlow, readBlockLines, readPlain, unescape, type Chomping, type ScalarValue } from './scalars'

interface YamlScalar extends Range {
  readonly kind: 'scalar'
  readonly value: ScalarValue
  /** As it is written, quotes and all; empty when nothing is. */
  readonly source: string
}

interface YamlList extends Range {
  readonly kind: 'list'
  readonly items: readonly YamlNode[]
}

/** Keys are text, whatever they look like. A key may stand there twice. */
export interface YamlMap extends Range {
  readonly kind: 'map'
  readonly entries: readonly YamlEntry[]
}

export interface YamlEntry {
  readonly key: YamlScalar & { readonly value: string }
  readonly value: YamlNode
}

/** Offsets are UTF-16 code units of the text. */
export type YamlNode = YamlScalar | YamlList | YamlMap

export interface YamlProblem extends Range {
  readonly code: YamlProblemCode
  /** What is wrong and what to do, in a sentence or two. */
  readonly message: string
}

export type YamlProblemCode =
  | 'too-long'
  | 'not-text'
  | 'too-many-parts'
  | 'too-deep'
  | 'anchor'
  | 'tag'
  | 'directive'
  | 'second-document'
  | 'syntax'
  | 'key'
  | 'duplicate-key'
  | 'forbidden-key'
  | 'not-finite'

export type ParsedYaml =
  { readonly ok: true; readonly root: YamlNode } | { readonly ok: false; readonly problem: YamlProblem }

export const parseLimits = {
  /** Keys and values. */
  parts: 30_000,
  depth: 32,
  /** Of a key, as YAML has it. */
  key: 1024,
} as const

export function parseYaml(text: string): ParsedYaml {
  try {
    return { ok: true, root: new Parser(text).document() }
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, problem: error.problem }
    throw error
  }
}

/** Ends the parsing; never leaves this file. */
class Refusal extends Error {
  constructor(readonly problem: YamlProblem) {
    super(problem.message)
  }
}

const colon =
  'A colon stands where none can. Put quotes around text that has one, or indent the next line like this one.'
const noField = 'This line has no name with a colon, or is not indented like those around it.'
const notIndented = 'A bracket before this is not closed, or this line is not indented far enough.'
const tab = 'A tab cannot indent here. Use spaces.'
const second = 'A second document begins here; only one is read. Remove the --- or ... before it.'
const question = 'A ? before a name is not read. Write the name, a colon and the value.'
const noText = 'The name of a field must be text.'
const tooMany = `This has more parts than the ${parseLimits.parts} that are read. Split it into several files.`
const tooDeep = `This is nested deeper than the ${parseLimits.depth} levels that are read. Indent it less.`
const oldBreak = 'This line ends in a way that is not read. Save the file with the line ends LF or CRLF.'

/** What ends text without quotes on its line: a comment, a colon, a break; in brackets also a comma or a bracket. */
const blockStop = /[ \t]#|:(?=[ \t\r\n]|$)|\r?\n/g
const flowStop = /[ \t]#|:(?=[ \t\r\n,[\]{}]|$)|[,[\]{}]|\r?\n/g

/** What begins with these is no text without quotes. */
const refusedStarts: Readonly<Record<string, readonly [YamlProblemCode, string]>> = {
  '&': ['anchor', 'Anchors (&) are not read. Write the value out where you need it.'],
  '*': ['anchor', 'References (*) are not read. Write the value out; quote text that begins with *.'],
  '!': ['tag', 'Tags (!) are not read. Remove it; quote text that begins with !.'],
  '%': ['directive', 'Directives (%) are not read. Remove the line; quote text that begins with %.'],
  '@': ['syntax', 'Text cannot begin with @ here. Put quotes around it.'],
  '`': ['syntax', 'Text cannot begin with ` here. Put quotes around it.'],
  ',': ['syntax', 'A comma stands where none can. Remove it, or put quotes around the text.'],
  ']': ['syntax', 'A bracket is closed that is not open. Remove it, or put quotes around the text.'],
  '}': ['syntax', 'A brace is closed that is not open. Remove it, or put quotes around the text.'],
}

/** A key, a colon and where its line goes on. */
type Key = YamlEntry['key']

class Parser {
  #at = 0
  #lineStart = 0
  #parts = 0

  constructor(readonly text: string) {}

  document(): YamlNode {
    const at = this.text.search(/\r(?!\n)/)
    if (at !== -1) this.#refuse('syntax', { start: at, end: at + 1 }, oldBreak)
    this.#skipLines()
    if (this.#isMark('---')) {
      this.#at += 3
      const start = this.#at
      if (!this.#endsLine())
        this.#refuse('syntax', { start, end: this.#lineEndFrom(this.#at) }, 'Begin a new line after ---.')
      this.#skipLines()
    }
    const root = this.#isAtEnd() || this.#isAnyMark() ? this.#nothing(this.#at, 1) : this.#block(-1, 1, false)
    this.#skipLines()
    if (this.#isMark('...')) {
      this.#at += 3
      const start = this.#at
      if (!this.#endsLine())
        this.#refuse('syntax', { start, end: this.#lineEndFrom(this.#at) }, 'Begin a new line after ... here.')
      this.#skipLines()
      if (!this.#isAtEnd()) this.#refuse('second-document', this.#here(), second)
    }
    if (this.#isMark('---')) this.#refuse('second-document', this.#here(), second)
    if (!this.#isAtEnd()) this.#refuse('syntax', this.#line(), noField)
    return root
  }

  /**
   * The node at the cursor, which stands at its first character. Its lines are indented more than `indent`. `isInline`:
   * a key stands before it on its line, so that it is no map or list of lines.
   */
  #block(indent: number, depth: number, isInline: boolean): YamlNode {
    const { text } = this
    const start = this.#at
    const character = this.#start(depth)
    if (character === '-' && this.#isBlankAt(start + 1)) {
      if (isInline) this.#refuse('syntax', this.#here(), 'A list begins on a line of its own.')
      return this.#list(start - this.#lineStart, depth)
    }
    if (character === '?' && this.#isBlankAt(start + 1)) {
      this.#refuse('key', this.#here(), question)
    }
    if (character === '|' || character === '>') return this.#blockScalar(indent)
    const line = this.#lineStart
    const node =
      character === '[' || character === '{'
        ? this.#flow(indent, depth)
        : character === '"' || character === "'"
          ? this.#quoted(indent)
          : this.#plain(indent, false)
    const end = this.#at
    this.#skipSpaces()
    if (text[this.#at] !== ':' || !this.#isBlankAt(this.#at + 1)) {
      this.#at = end
      this.#needLineEnd()
      return node
    }
    if (node.kind !== 'scalar') this.#refuse('key', node, noText)
    if (isInline) this.#refuse('syntax', node, colon)
    if (line !== this.#lineStart) this.#refuse('syntax', node, noField)
    return this.#map(this.#keyOf(node), start - line, depth)
  }

  /** The cursor stands at the colon behind the first key. */
  #map(first: Key, column: number, depth: number): YamlMap {
    const entries: YamlEntry[] = []
    let key: Key | undefined = first
    let { end } = first
    while (key) {
      this.#at++
      end = this.#at
      const value = this.#valueOf(column, depth + 1)
      entries.push({ key, value })
      end = Math.max(end, value.end)
      key = this.#nextAt(column) ? this.#key() : undefined
    }
    return { kind: 'map', entries, start: first.start, end }
  }

  /** The key at the cursor, up to its colon. */
  #key(): Key {
    const start = this.#at
    const line = this.#lineStart
    const character = this.#start(1)
    if (character === '?' && this.#isBlankAt(start + 1)) this.#refuse('key', this.#here(), question)
    if (character === '[' || character === '{') this.#refuse('key', this.#here(), noText)
    const isText = character !== '|' && character !== '>' && !(character === '-' && this.#isBlankAt(start + 1))
    if (!isText) this.#refuse('syntax', this.#line(), noField)
    const isQuoted = character === '"' || character === "'"
    const node = isQuoted ? this.#quoted(-1) : this.#plain(Number.MAX_SAFE_INTEGER, false)
    this.#skipSpaces()
    if (line !== this.#lineStart || this.text[this.#at] !== ':' || !this.#isBlankAt(this.#at + 1)) {
      this.#refuse('syntax', node, noField)
    }
    return this.#keyOf(node)
  }

  #keyOf({ value, source, start, end, kind }: YamlScalar): Key {
    if (this.#at - start > parseLimits.key) {
      this.#refuse('key', { start, end }, `The name of a field has at most ${parseLimits.key} characters.`)
    }
    return { kind, start, end, source, value: typeof value === 'string' ? value : source }
  }

  /** What stands behind the colon of a key in that column, on its line or on those below. */
  #valueOf(column: number, depth: number): YamlNode {
    const nothing = this.#at
    this.#skipSpaces()
    if (!this.#isLineEnd()) return this.#block(column, depth, true)
    this.#skipLines()
    if (this.#isAtEnd() || this.#isAnyMark()) return this.#nothing(nothing, depth)
    const next = this.#at - this.#lineStart
    // A list may stand in the column of its key.
    const isList = this.text[this.#at] === '-' && this.#isBlankAt(this.#at + 1)
    if (next < column || (next === column && !isList)) return this.#nothing(nothing, depth)
    return this.#block(isList ? column - 1 : column, depth, false)
  }

  /** The cursor stands at the first dash. */
  #list(column: number, depth: number): YamlList {
    const start = this.#at
    const items: YamlNode[] = []
    let end: number
    do {
      this.#at++
      end = this.#at
      const item = this.#itemOf(column, depth + 1)
      items.push(item)
      end = Math.max(end, item.end)
    } while (this.#nextAt(column) && this.text[this.#at] === '-' && this.#isBlankAt(this.#at + 1))
    return { kind: 'list', items, start, end }
  }

  /** What stands behind a dash in that column. */
  #itemOf(column: number, depth: number): YamlNode {
    const nothing = this.#at
    const hasTab = this.#skipSpaces()
    const isBelow = this.#isLineEnd()
    if (isBelow) {
      this.#skipLines()
      if (this.#isAtEnd() || this.#isAnyMark() || this.#at - this.#lineStart <= column)
        return this.#nothing(nothing, depth)
    }
    const start = this.#at
    const item = this.#block(column, depth, false)
    const hasLines = item.kind !== 'scalar' && this.text[start] !== '[' && this.text[start] !== '{'
    if (hasTab && !isBelow && hasLines) this.#refuse('syntax', { start: nothing, end: nothing + 1 }, tab)
    return item
  }

  /** Whether the next line with something on it begins in that column; refuses one that begins behind it. */
  #nextAt(column: number): boolean {
    this.#skipLines()
    if (this.#isAtEnd() || this.#isAnyMark()) return false
    const next = this.#at - this.#lineStart
    if (next > column) this.#refuse('syntax', this.#line(), noField)
    return next === column
  }

  /** The map or list in brackets at the cursor. */
  #flow(indent: number, depth: number): YamlMap | YamlList {
    const start = this.#at
    const isMap = this.text[start] === '{'
    const close = isMap ? '}' : ']'
    const entries: YamlEntry[] = []
    const items: YamlNode[] = []
    this.#at++
    for (;;) {
      this.#skipFlow(indent, start, close)
      if (this.text[this.#at] === close) break
      const item = this.#flowItem(indent, depth, isMap)
      if ('key' in item) {
        if (isMap) entries.push(item)
        else
          items.push({
            kind: 'map',
            entries: [item],
            start: item.key.start,
            end: Math.max(item.key.end, item.value.end),
          })
      } else items.push(item)
      this.#skipFlow(indent, start, close)
      if (this.text[this.#at] === ',') this.#at++
      else if (this.text[this.#at] !== close) {
        this.#refuse('syntax', this.#here(), `A comma or ${close} is missing before this.`)
      }
    }
    this.#at++
    const range = { start, end: this.#at }
    return isMap ? { kind: 'map', entries, ...range } : { kind: 'list', items, ...range }
  }

  #flowItem(indent: number, depth: number, isInMap: boolean): YamlNode | YamlEntry {
    const line = this.#lineStart
    const node = this.#flowNode(indent, depth + 1)
    const end = this.#at
    const isQuoted = node.kind === 'scalar' && /^["']/.test(node.source)
    this.#skipSpaces()
    // Behind quotes a colon needs no space.
    if (this.text[this.#at] !== ':' || !(isQuoted || this.#endsFlowText(this.#at + 1))) {
      this.#at = end
      if (!isInMap) return node
      if (node.kind !== 'scalar') this.#refuse('key', node, noText)
      return { key: this.#keyOf(node), value: this.#nothing(end, depth + 1) }
    }
    if (node.kind !== 'scalar') this.#refuse('key', node, noText)
    if (line !== this.#lineStart) this.#refuse('syntax', node, noField)
    const key = this.#keyOf(node)
    this.#at++
    const behind = this.#at
    this.#skipFlow(indent, behind - 1, isInMap ? '}' : ']')
    if (',]}'.includes(this.text[this.#at] ?? ',')) return { key, value: this.#nothing(behind, depth + 1) }
    return { key, value: this.#flowNode(indent, depth + (isInMap ? 1 : 2)) }
  }

  #flowNode(indent: number, depth: number): YamlNode {
    const character = this.#start(depth)
    if (character === '[' || character === '{') return this.#flow(indent, depth)
    if (character === '"' || character === "'") return this.#quoted(indent)
    if (character === '|' || character === '>') {
      this.#refuse('syntax', this.#here(), `Text cannot begin with ${character} in brackets. Put quotes around it.`)
    }
    if (character === '?' && this.#isBlankAt(this.#at + 1)) {
      this.#refuse('key', this.#here(), question)
    }
    // A colon without a name before it.
    if (character === ':' && this.#endsFlowText(this.#at + 1)) return this.#nothing(this.#at, depth)
    return this.#plain(indent, true)
  }

  /** Text without quotes. In brackets, a comma or a bracket ends it. */
  #plain(indent: number, isInFlow: boolean): YamlScalar {
    const { text } = this
    const start = this.#at
    const first = text[start] ?? ''
    if ('-?:'.includes(first) && (isInFlow ? this.#endsFlowText(start + 1) : this.#isBlankAt(start + 1))) {
      if (first === ':') return this.#scalar(start, start, '')
      this.#refuse('syntax', this.#here(), `Text cannot begin with ${first} here. Put quotes around it.`)
    }
    let end = this.#plainEnd(start, isInFlow)
    this.#at = end
    for (;;) {
      const from = this.#at
      const line = this.#lineStart
      if (!this.#nextPlainLine(indent, isInFlow)) {
        this.#at = from
        this.#lineStart = line
        break
      }
      end = this.#plainEnd(this.#at, isInFlow)
      this.#at = end
    }
    return this.#scalar(start, end, text.slice(start, end))
  }

  #scalar(start: number, end: number, source: string): YamlScalar {
    return { kind: 'scalar', value: readPlain(source), source, start, end }
  }

  /** Where text without quotes ends on its line. */
  #plainEnd(start: number, isInFlow: boolean): number {
    const stop = isInFlow ? flowStop : blockStop
    stop.lastIndex = start
    const found = stop.exec(this.text)?.index ?? this.text.length
    let end = found
    while (end > start && isSpace(this.text[end - 1])) end--
    return end
  }

  /** Moves to the next line of a text without quotes, if there is one. */
  #nextPlainLine(indent: number, isInFlow: boolean): boolean {
    this.#skipSpaces()
    if (this.#breakAt(this.#at) === 0) return false
    let spaces = 0
    while (this.#breakAt(this.#at) > 0) {
      this.#at += this.#breakAt(this.#at)
      this.#lineStart = this.#at
      while (this.text[this.#at] === ' ') this.#at++
      spaces = this.#at - this.#lineStart
      this.#skipSpaces()
    }
    const character = this.text[this.#at]
    if (character === undefined || character === '#' || this.#isAnyMark()) return false
    if (spaces <= indent) return false
    if (!isInFlow) return true
    return !',[]{}'.includes(character) && !(character === ':' && this.#endsFlowText(this.#at + 1))
  }

  /** Whether text in brackets ends there at the latest. */
  #endsFlowText(at: number): boolean {
    return this.#isBlankAt(at) || ',[]{}'.includes(this.text[at] ?? '')
  }

  /** Text in quotes. */
  #quoted(indent: number): YamlScalar {
    const { text } = this
    const start = this.#at
    const quote = text[start] ?? ''
    this.#at++
    for (;;) {
      const character = text[this.#at]
      if (character === undefined) this.#refuse('syntax', this.#unclosed(start), unclosed(quote))
      if (character === quote) {
        if (quote === '"' || text[this.#at + 1] !== "'") break
        this.#at += 2
      } else if (character === '\\' && quote === '"' && this.#breakAt(this.#at + 1) === 0) this.#at += 2
      else if (this.#breakAt(this.#at) > 0) {
        this.#at += this.#breakAt(this.#at)
        this.#lineStart = this.#at
        if (this.#isAnyMark()) this.#refuse('syntax', this.#unclosed(start), unclosed(quote))
        while (text[this.#at] === ' ') this.#at++
        const spaces = this.#at - this.#lineStart
        this.#skipSpaces()
        if (spaces <= indent && this.#breakAt(this.#at) === 0) {
          this.#refuse('syntax', this.#unclosed(start), unclosed(quote))
        }
      } else this.#at++
    }
    this.#at++
    const source = text.slice(start, this.#at)
    const inner = source.slice(1, -1)
    if (quote === "'") {
      return { kind: 'scalar', value: foldFlow(inner).replaceAll("''", "'"), source, start, end: this.#at }
    }
    const value = unescape(inner)
    if (typeof value === 'string') return { kind: 'scalar', value, source, start, end: this.#at }
    const wrong = start + 1 + value.wrongAt
    return this.#refuse(
      'syntax',
      { start: wrong, end: wrong + 2 },
      'In double quotes a backslash needs a second one. Write \\\\, or use single quotes.',
    )
  }

  #unclosed(start: number): Range {
    return { start, end: Math.min(this.#lineEndFrom(start), start + 40) }
  }

  /** Text of several lines behind | or >. */
  #blockScalar(indent: number): YamlScalar {
    const { text } = this
    const start = this.#at
    const header = /[|>]([+-]?)(\d?)([+-]?)/y
    header.lastIndex = start
    const [written = '', before = '', digit = '', after = ''] = header.exec(text) ?? []
    if (digit !== '') this.#refuse('syntax', this.#here(), 'A number behind | or > is not read. Use quotes.')
    this.#at += written.length
    if (!this.#endsLine()) this.#refuse('syntax', this.#here(), `Begin a new line after ${written}.`)
    const lines: string[] = []
    let width: number | undefined
    let widestEmpty = 0
    let end = this.#at
    while (this.#breakAt(this.#at) > 0) {
      const lineStart = this.#at + this.#breakAt(this.#at)
      const lineEnd = this.#lineEndFrom(lineStart)
      let content = lineStart
      while (text[content] === ' ' && content - lineStart !== width) content++
      const column = content - lineStart
      const isEmpty = content === lineEnd
      if (isEmpty) widestEmpty = Math.max(widestEmpty, column)
      else {
        if (column <= indent || column < (width ?? 0) || isMarkAt(text, lineStart)) break
        if (width === undefined && widestEmpty > column) {
          this.#refuse('syntax', this.#here(), 'An empty line here is indented further than the text. Shorten it.')
        }
        width ??= column
      }
      this.#lineStart = lineStart
      this.#at = lineEnd
      // What stands behind the last line break is no line when it is empty.
      if (lineStart === text.length) break
      lines.push(text.slice(content, lineEnd))
      if (!isEmpty) end = lineEnd
    }
    const value = readBlockLines(lines, text[start] === '>', (before || after) as Chomping)
    return { kind: 'scalar', value, source: text.slice(start, end), start, end }
  }

  #nothing(at: number, depth: number): YamlScalar {
    this.#count(depth)
    return this.#scalar(at, at, '')
  }

  /** Counts a node that begins at the cursor, and gives its first character. */
  #start(depth: number): string {
    this.#count(depth)
    const character = this.text[this.#at] ?? ''
    const refused = refusedStarts[character]
    if (refused) this.#refuse(refused[0], this.#here(), refused[1])
    return character
  }

  #count(depth: number): void {
    if (++this.#parts > parseLimits.parts) this.#refuse('too-many-parts', this.#here(), tooMany)
    if (depth > parseLimits.depth) this.#refuse('too-deep', this.#here(), tooDeep)
  }

  /** Nothing but a comment may stand between a value and the end of its line. */
  #needLineEnd(): void {
    if (this.#endsLine()) return
    const [code, message] = refusedStarts[this.text[this.#at] ?? ''] ?? [
      'syntax',
      'This cannot stand behind a value. Put quotes around the whole text.',
    ]
    this.#refuse(code, this.#here(), message)
  }

  /** Goes behind spaces and a comment, up to the end of the line; false when something else stands there. */
  #endsLine(): boolean {
    this.#skipSpaces()
    if (this.#isComment()) this.#at = this.#lineEndFrom(this.#at)
    return this.#isAtEnd() || this.#breakAt(this.#at) > 0
  }

  #isLineEnd(): boolean {
    return this.#isAtEnd() || this.#breakAt(this.#at) > 0 || this.#isComment()
  }

  /** A # is one at the start of a line or behind a space. */
  #isComment(): boolean {
    return this.text[this.#at] === '#' && (this.#at === this.#lineStart || isSpace(this.text[this.#at - 1]))
  }

  /** Goes to the first character of the next line that has more than a comment. */
  #skipLines(): void {
    for (;;) {
      const hasTab = this.#skipSpaces()
      const length = this.#breakAt(this.#at)
      if (length > 0) {
        this.#at += length
        this.#lineStart = this.#at
      } else if (this.#isComment()) this.#at = this.#lineEndFrom(this.#at)
      else {
        if (hasTab && !this.#isAtEnd()) this.#refuse('syntax', { start: this.#at - 1, end: this.#at }, tab)
        return
      }
    }
  }

  /** The same in brackets, where lines are indented more than what is around the brackets. */
  #skipFlow(indent: number, open: number, close: string): void {
    for (;;) {
      const start = this.#at
      this.#skipSpaces()
      const character = this.text[this.#at]
      if (character === undefined) this.#refuse('syntax', { start: open, end: open + 1 }, unclosed(close))
      const length = this.#breakAt(this.#at)
      if (length > 0) {
        this.#at += length
        this.#lineStart = this.#at
      } else if (character === '#') {
        if (!this.#isComment()) this.#refuse('syntax', this.#here(), 'A comment needs a space before its #.')
        this.#at = this.#lineEndFrom(this.#at)
      } else {
        // The last bracket may stand in the column of what is around it.
        const isFirst = start === this.#lineStart
        const least = character === close ? indent : indent + 1
        let spaces = 0
        while (isFirst && this.text[start + spaces] === ' ') spaces++
        if (isFirst && (spaces < least || this.#isAnyMark())) this.#refuse('syntax', this.#here(), notIndented)
        return
      }
    }
  }

  /** Goes behind spaces and tabs; tells whether there was a tab. */
  #skipSpaces(): boolean {
    let hasTab = false
    while (isSpace(this.text[this.#at])) {
      if (this.text[this.#at] === '\t') hasTab = true
      this.#at++
    }
    return hasTab
  }

  #isAtEnd(): boolean {
    return this.#at >= this.text.length
  }

  #isMark(mark: '---' | '...'): boolean {
    return this.#at === this.#lineStart && isMarkAt(this.text, this.#at) && this.text.startsWith(mark, this.#at)
  }

  #isAnyMark(): boolean {
    return this.#isMark('---') || this.#isMark('...')
  }

  /** Space, tab, line break or end. */
  #isBlankAt(at: number): boolean {
    return at >= this.text.length || isSpace(this.text[at]) || this.#breakAt(at) > 0
  }

  /** The length of the line break there; 0 when there is none. */
  #breakAt(at: number): number {
    const character = this.text[at]
    return character === '\n' ? 1 : character === '\r' && this.text[at + 1] === '\n' ? 2 : 0
  }

  #lineEndFrom(start: number): number {
    const end = this.text.indexOf('\n', start)
    if (end === -1) return this.text.length
    return end > start && this.text[end - 1] === '\r' ? end - 1 : end
  }

  #here(): Range {
    return { start: this.#at, end: Math.min(this.#at + 1, this.text.length) }
  }

  /** From the cursor to the end of its line, without a comment. */
  #line(): Range {
    const end = this.#plainEnd(this.#at, false)
    return { start: this.#at, end: Math.max(end, Math.min(this.#at + 1, this.text.length)) }
  }

  #refuse(code: YamlProblemCode, { start, end }: Range, message: string): never {
    throw new Refusal({ code, message, ...spanOf(start, end, this.text) })
  }
}

function isSpace(character: string | undefined): boolean {
  return character === ' ' || character === '\t'
}

/** Whether a line that begins there is --- or ..., which begin and end documents. */
function isMarkAt(text: string, lineStart: number): boolean {
  return /^(?:---|\.\.\.)(?:[ \t\r\n]|$)/.test(text.slice(lineStart, lineStart + 4))
}

function unclosed(mark: string): string {
  return `This has no closing ${mark}. Add it, and indent further lines.`
}

/** A range inside one line of the text, at least a character long where there is one. */
export function spanOf(from: number, to: number, text: string): Range {
  const within = Math.min(Math.max(0, from), Math.max(0, text.length - 1))
  // A mark on a line break is not seen.
  const start = text[within] === '\n' && within > 0 ? within - 1 : within
  const lineEnd = text.indexOf('\n', start + 1)
  return { start, end: Math.min(Math.max(start + 1, to), lineEnd === -1 ? text.length : lineEnd) }
}
