/**
 * YAML as a tree with the place of every part. The `yaml` library reads it, within limits: it would take too long for a
 * hostile text, nest too deep in it, or read it as something else than it looks. So tokens and depth are counted before
 * anything can overflow, and anchors, aliases, tags, directives and second documents are refused.
 */
import { Composer, isMap, isScalar, isSeq, Lexer, Parser, type CST, type Document, type ParsedNode } from 'yaml'
import type { Range } from '../recognition/prose'

interface YamlScalar extends Range {
  readonly kind: 'scalar'
  readonly value: string | number | boolean | null
  /** As it is written, for what is no text; empty when nothing is. */
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
  /** A legal text of 64 KiB stays below. */
  tokens: 30_000,
  depth: 32,
} as const

/** Parses a text, at best one of no more than 64 KiB. Never throws; offsets are UTF-16 code units. */
export function parseYaml(text: string): ParsedYaml {
  const tokens = parseTokens(text)
  if (!Array.isArray(tokens)) return { ok: false, problem: tokens }
  const document = composeDocument(tokens, text)
  if ('code' in document) return { ok: false, problem: document }
  return treeOf(document, text)
}

/** Of the parser's stack, where each level of a text takes up to two places. */
const stackLimit = 2 * parseLimits.depth + 4

/** The lexer's token before one that is plain text. */
const scalarNext = '\x1f'

/** The concrete syntax of a text. Lexer and parser do not recurse, so that limits hold before anything can overflow. */
function parseTokens(text: string): CST.Token[] | YamlProblem {
  const parser = new Parser()
  const parsed: CST.Token[] = []
  let count = 0
  let flowDepth = 0
  let isScalarNext = false
  const refuse = (code: YamlProblemCode, length: number, message: string): YamlProblem => ({
    code,
    start: parser.offset,
    end: Math.min(text.length, parser.offset + length),
    message,
  })
  for (const token of new Lexer().lex(text)) {
    if (++count > parseLimits.tokens) {
      const message = `This has more parts than the ${parseLimits.tokens} that are read. Split it into several files.`
      return refuse('too-many-parts', 1, message)
    }
    const sign: string = isScalarNext ? '' : token
    isScalarNext = sign === scalarNext
    if (sign === '{' || sign === '[') flowDepth++
    if (sign === '}' || sign === ']') flowDepth--
    const barred = barredTokens.get(sign.charAt(0))
    if (barred) return refuse(barred.code, token.length, barred.message)
    if (flowDepth > parseLimits.depth) return refuse('too-deep', token.length, tooDeep)
    for (const part of parser.next(token)) parsed.push(part)
    if (parser.stack.length > stackLimit) return refuse('too-deep', 0, tooDeep)
  }
  for (const part of parser.end()) parsed.push(part)
  return parsed
}

const tooDeep = `This is nested deeper than the ${parseLimits.depth} levels that are read. Indent it less.`

/**
 * What YAML has and these files do not need, by its first character; each is a way to make a small file large, or to read
 * it otherwise.
 */
const barredTokens: ReadonlyMap<string, Pick<YamlProblem, 'code' | 'message'>> = new Map([
  ['&', { code: 'anchor', message: 'Anchors (&) are not read. Write the value out where you need it.' }],
  [
    '*',
    { code: 'anchor', message: 'References (*) are not read. Write the value out; quote text that begins with *.' },
  ],
  ['!', { code: 'tag', message: 'Tags (!) are not read. Remove it; quote text that begins with !.' }],
  ['%', { code: 'directive', message: 'Directives (%) are not read. Remove the line.' }],
])

function composeDocument(tokens: readonly CST.Token[], text: string): Document.Parsed | YamlProblem {
  const broken = tokens.find((token) => token.type === 'error')
  if (broken?.type === 'error') {
    return { code: 'syntax', ...spanOf(broken.offset, broken.offset + 1, text), message: sayError('', broken.message) }
  }
  const composer = new Composer({
    version: '1.2',
    schema: 'core',
    merge: false,
    resolveKnownTags: false,
    stringKeys: true,
    uniqueKeys: false,
    strict: true,
    prettyErrors: false,
    logLevel: 'silent',
  })
  // A file can have thousands of errors: their stacks would cost more than all else.
  const errors = Error as { stackTraceLimit?: number }
  const { stackTraceLimit = 10 } = errors
  errors.stackTraceLimit = 0
  try {
    const [document, second] = [...composer.compose(tokens, true, text.length)]
    if (second) {
      const message = 'A second document begins here; only one is read. Remove the --- or ... before it.'
      return { code: 'second-document', ...spanOf(second.range[0], second.range[0] + 1, text), message }
    }
    // A stream without a document was asked to give one all the same.
    if (!document) return { code: 'syntax', start: 0, end: text.length, message: 'Nothing could be read.' }
    const [error] = [...document.errors, ...document.warnings]
    if (!error) return document
    return { code: 'syntax', ...spanOf(error.pos[0], error.pos[1], text), message: sayError(error.code, error.message) }
  } finally {
    errors.stackTraceLimit = stackTraceLimit
  }
}

function sayError(code: string, message: string): string {
  return plainWords.get(code) ?? `This is not valid YAML: ${message.replace(/[.:]?\s*$/, '')}.`
}

/** The common mistakes, told without the words of the YAML specification. */
const plainWords: ReadonlyMap<string, string> = new Map([
  ['BAD_DQ_ESCAPE', 'In double quotes a backslash needs a second one. Write \\\\, or use single quotes.'],
  [
    'BLOCK_AS_IMPLICIT_KEY',
    'A colon stands where none can. Put quotes around text that has one, or indent the next line like this one.',
  ],
  ['MULTILINE_IMPLICIT_KEY', 'This line has no name with a colon, or is not indented like those around it.'],
  ['BAD_INDENT', 'A bracket before this is not closed, or this line is not indented far enough.'],
  ['NON_STRING_KEY', 'The name of a field must be text.'],
  ['TAB_AS_INDENT', 'A tab cannot indent here. Use spaces.'],
])

/** A range inside one line of the text, at least a character long where there is one. */
export function spanOf(from: number, to: number, text: string): Range {
  const within = Math.min(Math.max(0, from), Math.max(0, text.length - 1))
  // A mark on a line break is not seen.
  const start = text[within] === '\n' && within > 0 ? within - 1 : within
  const lineEnd = text.indexOf('\n', start + 1)
  return { start, end: Math.min(Math.max(start + 1, to), lineEnd === -1 ? text.length : lineEnd) }
}

function treeOf({ contents, range }: Document.Parsed, text: string): ParsedYaml {
  let problem: YamlProblem | undefined
  const refuse = (code: YamlProblemCode, { start, end }: Range, message: string) => {
    problem ??= { code, ...spanOf(start, end, text), message }
  }
  const convert = (node: ParsedNode | null, depth: number, around: Range): YamlNode => {
    const place = node ? { start: node.range[0], end: node.range[1] } : { start: around.end, end: around.end }
    if (depth > parseLimits.depth) refuse('too-deep', place, tooDeep)
    if (problem) return { kind: 'scalar', value: null, source: '', ...place }
    if (isSeq(node)) return { kind: 'list', items: node.items.map((item) => convert(item, depth + 1, place)), ...place }
    if (isMap(node)) {
      const entries = node.items.map((pair) => {
        const key = convert(pair.key, depth, place)
        const name = key.kind === 'scalar' && typeof key.value === 'string' ? key.value : ''
        if (name === '') refuse('key', key, 'A field needs a name before its colon.')
        const { start, end } = key
        return {
          key: { kind: 'scalar', value: name, source: '', start, end },
          value: convert(pair.value, depth + 1, key),
        } as const
      })
      return { kind: 'map', entries, ...place }
    }
    const value: unknown = isScalar(node) ? node.value : null
    const isPlain = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    return {
      kind: 'scalar',
      value: isPlain ? value : null,
      source: isScalar(node) ? node.source : '',
      ...place,
    }
  }
  const root = convert(contents, 1, { start: range[0], end: range[0] })
  return problem ? { ok: false, problem } : { ok: true, root }
}
