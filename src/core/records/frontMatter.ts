/**
 * The front matter of a note, which anybody may have written: read within limits, with the place of every field, so that
 * one can be changed and every other byte stays. Imports `yaml`, so it is imported only when there is a record to read.
 */
import { Composer, isMap, isScalar, Lexer, Parser, type Document } from 'yaml'

/** Limits of front matter, in UTF-16 code units, tokens and levels. */
const limits = { length: 16_384, tokens: 8000, flowDepth: 8, stack: 24 } as const

export interface Field {
  readonly value: unknown
  /** UTF-16 offsets of the value in the note; the same where it has none. */
  readonly start: number
  readonly end: number
}

export type FrontMatter =
  | {
      readonly ok: true
      readonly fields: ReadonlyMap<string, Field>
      /** Offset behind the closing fence. */
      readonly end: number
    }
  | { readonly ok: false; readonly reason: string; readonly start: number; readonly end: number }

/** Where the YAML of a note's front matter is, and where the note goes on; undefined when it has none. */
function findFrontMatter(text: string): { start: number; end: number; after: number } | undefined {
  const open = /^\ufeff?---[ \t]*\r?\n/.exec(text)
  if (!open) return undefined
  const start = open[0].length
  const close = /^(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/m
  const head = text.slice(start, start + limits.length + 8)
  const found = close.exec(head)
  return found ? { start, end: start + found.index, after: start + found.index + found[0].length } : undefined
}

/** Reads the top-level fields of a note's front matter. Never throws; a reason says what to change. */
export function readFrontMatter(text: string): FrontMatter {
  const place = findFrontMatter(text)
  if (!place)
    return { ok: false, reason: 'the front matter has no closing --- line', start: 0, end: Math.min(3, text.length) }
  const { start, end, after } = place
  const fail = (reason: string, at = 0): FrontMatter => {
    const from = Math.min(start + at, end)
    const lineEnd = text.slice(from, end).search(/[\r\n]/)
    return { ok: false, reason, start: from, end: lineEnd < 0 ? end : from + lineEnd }
  }
  const yaml = text.slice(start, end)
  const composed = compose(yaml)
  if (!composed.ok) return fail(composed.reason, composed.at)
  const { contents } = composed.document
  if (contents === null) return { ok: true, fields: new Map(), end: after }
  if (!isMap(contents)) return fail('the front matter is no list of "key: value"')
  const fields = new Map<string, Field>()
  for (const { key, value } of contents.items) {
    if (!isScalar(key) || typeof key.value !== 'string') return fail('a key is no word', key.range[0])
    if (fields.has(key.value)) return fail(`'${key.value}' is there twice`, key.range[0])
    const [from = 0, to = from] = value?.range ?? []
    // Of a scalar, the text without what follows it; `toJS` of other nodes needs their document.
    const read: unknown = isScalar(value) ? value.value : value?.toJS(composed.document, { maxAliasCount: 0 })
    fields.set(key.value, { value: read, start: start + from, end: start + to })
  }
  return { ok: true, fields, end: after }
}

type Composed =
  | { readonly ok: true; readonly document: Document.Parsed }
  | { readonly ok: false; readonly reason: string; readonly at: number }

/** One YAML document without anything that can grow, refer or switch the language. */
function compose(yaml: string): Composed {
  const refuse = (reason: string, at: number): Composed => ({ ok: false, reason, at })
  if (yaml.length > limits.length) return refuse(`the front matter is longer than ${limits.length} characters`, 0)
  const hidden = yaml.search(/[\0-\x08\x0b\x0c\x0e-\x1f\x7f\ufeff\p{Cs}]/u)
  if (hidden >= 0) return refuse('the front matter holds characters that are no text', hidden)
  let at = 0
  let before = ''
  let tokens = 0
  let depth = 0
  const parser = new Parser()
  const parsed = []
  for (const token of new Lexer().lex(yaml)) {
    const refused = before === scalarMark ? undefined : refusedToken(token)
    if (refused !== undefined) return refuse(refused, at)
    if (token === '[' || token === '{') depth++
    if (token === ']' || token === '}') depth--
    if (++tokens > limits.tokens || depth > limits.flowDepth)
      return refuse('the front matter is nested too deep or too long', at)
    parsed.push(...parser.next(token))
    if (parser.stack.length > limits.stack) return refuse('the front matter is nested too deep', at)
    if (!marks.includes(token)) at += token.length
    before = token
  }
  parsed.push(...parser.end())
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
  const documents = [...composer.compose(parsed, true, yaml.length)]
  const [document] = documents
  if (!document || documents.length > 1) return refuse('the front matter holds a second document', 0)
  const problem = document.errors[0] ?? document.warnings[0]
  if (problem) return refuse(`its YAML cannot be read: ${problem.message}`, problem.pos[0])
  return { ok: true, document }
}

/** What the lexer puts between the tokens of the text: start of a document, end of a broken flow, a scalar follows. */
const scalarMark = '\u001f'
const marks = ['\u0002', '\u0018', scalarMark]

/** Why a token has no place in front matter. */
function refusedToken(token: string): string | undefined {
  switch (token[0]) {
    case '&':
    case '*':
      return 'anchors and aliases are not read'
    case '!':
      return 'tags are not read'
    case '%':
      return 'directives are not read'
    default:
      return token === '---' || token === '...' ? 'the front matter holds a second document' : undefined
  }
}
