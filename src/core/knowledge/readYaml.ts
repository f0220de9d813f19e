/**
 * The one door through which YAML that others wrote becomes data. It refuses early what the `yaml` library would take
 * too long for, nest too deep in, or read as something else than it looks: size, tokens and depth have limits, and
 * anchors, aliases, tags, directives and second documents are not read. Never throws; same text, same answer.
 */
import { Composer, CST, isMap, isScalar, isSeq, Lexer, Parser, type Document, type ParsedNode } from 'yaml'
import type { Range } from '../recognition/prose'

interface YamlProblem extends Range {
  readonly code: YamlProblemCode
  /** What is wrong and what to do, in a sentence or two. */
  readonly message: string
}

type YamlProblemCode =
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

/** Plain JSON data: no cycles, at most `yamlLimits.depth` deep, finite numbers, no `__proto__`. */
export type YamlValue = string | number | boolean | null | readonly YamlValue[] | { readonly [key: string]: YamlValue }

export type YamlReading =
  | {
      readonly ok: true
      readonly text: string
      readonly value: YamlValue
      /** Where a value stands, or the nearest one around it that is written. Offsets are UTF-16 code units. */
      readonly rangeOf: (path: readonly PropertyKey[]) => Range
      /** Where the key of a value stands; where there is none, the value. */
      readonly keyRangeOf: (path: readonly PropertyKey[]) => Range
    }
  | { readonly ok: false; readonly problem: YamlProblem }

export const yamlLimits = {
  /** Of the text as UTF-8. */
  bytes: 65_536,
  /** A legal text of 64 KiB stays below. */
  tokens: 30_000,
  depth: 32,
} as const

/** Of the parser's stack, where each level of a text takes up to two places. */
const stackLimit = 2 * yamlLimits.depth + 4

const forbiddenKeys = new Set(['__proto__', 'constructor', 'prototype'])

/**
 * Characters that no text needs and that make it look other than it is: controls, halves of surrogate pairs, the mark
 * of undecodable bytes, byte order marks, and what turns the direction of writing.
 */
const unsafeCharacter =
  /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u200b\u200e\u200f\u061c\u2060-\u2064\u202a-\u202e\u2066-\u2069\ufeff\ufffd\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/

// Every host of the core has it; the language's own library does not name it.
declare const TextDecoder: new (
  encoding: string,
  options: { readonly fatal: boolean },
) => { decode: (bytes: Uint8Array) => string }

/** Reads the bytes of a file: UTF-8, with or without a byte order mark. */
export function readYamlBytes(bytes: Uint8Array, limit: number = yamlLimits.bytes): YamlReading {
  if (bytes.length > limit) return refused(tooLong(limit, 0))
  try {
    return readYaml(new TextDecoder('utf-8', { fatal: true }).decode(bytes), limit)
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    return refused({ code: 'not-text', start: 0, end: 0, message: 'This is not UTF-8 text. Save the file as UTF-8.' })
  }
}

/** Reads a text. `limit` is how many bytes of UTF-8 it may have. */
export function readYaml(text: string, limit: number = yamlLimits.bytes): YamlReading {
  if (utf8Length(text, limit) > limit) return refused(tooLong(limit, text.length))
  const unsafe = unsafeCharacter.exec(text)
  if (unsafe) return refused(unsafeProblem(unsafe[0], { start: unsafe.index, end: unsafe.index + 1 }))
  const tokens = parseTokens(text)
  if (!Array.isArray(tokens)) return refused(tokens)
  const document = composeDocument(tokens, text)
  if ('code' in document) return refused(document)
  const value = readValue(document.contents, text)
  if (value.problem) return refused(value.problem)
  const rangeOf = (path: readonly PropertyKey[], wants: 'key' | 'value') => rangeIn(document, path, wants)
  return {
    ok: true,
    text,
    value: value.value,
    rangeOf: (path) => rangeOf(path, 'value'),
    keyRangeOf: (path) => rangeOf(path, 'key'),
  }
}

/** The 1-based line of an offset. */
export function lineAt(text: string, offset: number): number {
  let line = 1
  for (let at = text.indexOf('\n'); at !== -1 && at < offset; at = text.indexOf('\n', at + 1)) line++
  return line
}

function refused(problem: YamlProblem): YamlReading {
  return { ok: false, problem }
}

function tooLong(limit: number, end: number): YamlProblem {
  const message = `This has more than ${limit / 1024} KiB, the most that is read. Shorten it, or split it into several files.`
  return { code: 'too-long', start: 0, end, message }
}

/** How many bytes the text has as UTF-8; stops counting above `limit`. */
function utf8Length(text: string, limit: number): number {
  let length = 0
  for (let index = 0; index < text.length && length <= limit; index++) {
    const code = text.charCodeAt(index)
    // The halves of a pair have two each.
    length += code < 0x80 ? 1 : code < 0x800 || (code >= 0xd800 && code <= 0xdfff) ? 2 : 3
  }
  return length
}

function unsafeProblem(character: string, range: Range): YamlProblem {
  const name = `U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`
  const message = `The character ${name} is invisible, broken, or turns the direction of writing. Remove it.`
  return { code: 'not-text', ...range, message }
}

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
    if (++count > yamlLimits.tokens) {
      const message = `This has more parts than the ${yamlLimits.tokens} that are read. Split it into several files.`
      return refuse('too-many-parts', 1, message)
    }
    const type: string | null = isScalarNext ? 'text' : CST.tokenType(token)
    isScalarNext = type === 'scalar'
    if (type === 'flow-map-start' || type === 'flow-seq-start') flowDepth++
    if (type === 'flow-map-end' || type === 'flow-seq-end') flowDepth--
    const barred = barredTokens.get(type ?? '')
    if (barred) return refuse(barred.code, token.length, barred.message)
    if (flowDepth > yamlLimits.depth) return refuse('too-deep', token.length, tooDeep)
    for (const part of parser.next(token)) parsed.push(part)
    if (parser.stack.length > stackLimit) return refuse('too-deep', 0, tooDeep)
  }
  for (const part of parser.end()) parsed.push(part)
  return parsed
}

const tooDeep = `This is nested deeper than the ${yamlLimits.depth} levels that are read. Indent it less.`

/** What YAML has and these files do not need; each is a way to make a small file large, or to read it otherwise. */
const barredTokens: ReadonlyMap<string, Pick<YamlProblem, 'code' | 'message'>> = new Map([
  ['anchor', { code: 'anchor', message: 'Anchors (&) are not read. Write the value out where you need it.' }],
  [
    'alias',
    { code: 'anchor', message: 'References (*) are not read. Write the value out; quote text that begins with *.' },
  ],
  ['tag', { code: 'tag', message: 'Tags (!) are not read. Remove it; quote text that begins with !.' }],
  ['directive-line', { code: 'directive', message: 'Directives (%) are not read. Remove the line.' }],
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
function spanOf(from: number, to: number, text: string): Range {
  const within = Math.min(Math.max(0, from), Math.max(0, text.length - 1))
  // A mark on a line break is not seen.
  const start = text[within] === '\n' && within > 0 ? within - 1 : within
  const lineEnd = text.indexOf('\n', start + 1)
  return { start, end: Math.min(Math.max(start + 1, to), lineEnd === -1 ? text.length : lineEnd) }
}

function readValue(contents: ParsedNode | null, text: string): { value: YamlValue; problem?: YamlProblem } {
  let problem: YamlProblem | undefined
  const refuse = (code: YamlProblemCode, node: ParsedNode | null, message: string): null => {
    const [start, end] = node?.range ?? [0, 0]
    problem ??= { code, ...spanOf(start, end, text), message }
    return null
  }
  const read = (node: ParsedNode | null, depth: number): YamlValue => {
    if (problem) return null
    if (depth > yamlLimits.depth) return refuse('too-deep', node, tooDeep)
    if (isMap(node)) {
      const map: Record<string, YamlValue> = {}
      const keys = new Set<string>()
      for (const { key, value } of node.items) {
        const name = isScalar(key) ? key.value : undefined
        if (typeof name !== 'string' || name === '') refuse('key', key, 'A field needs a name before its colon.')
        else if (keys.has(name)) refuse('duplicate-key', key, `'${name}' is here twice. Keep one of them.`)
        else if (forbiddenKeys.has(name)) refuse('forbidden-key', key, `'${name}' cannot be the name of a field.`)
        else {
          keys.add(name)
          map[name] = read(value, depth + 1)
        }
      }
      return map
    }
    if (isSeq(node)) return node.items.map((item) => read(item, depth + 1))
    const value = isScalar(node) ? node.value : null
    if (typeof value === 'number' && !Number.isFinite(value)) {
      return refuse('not-finite', node, 'This is not a number that can be counted with.')
    }
    // An escape in quotes can write what the text itself may not hold.
    const unsafe = typeof value === 'string' && node?.range ? unsafeCharacter.exec(value) : null
    if (unsafe && node) problem ??= unsafeProblem(unsafe[0], { start: node.range[0], end: node.range[1] })
    return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null
  }
  const value = read(contents, 1)
  return problem ? { value, problem } : { value }
}

function rangeIn(document: Document.Parsed, path: readonly PropertyKey[], wants: 'key' | 'value'): Range {
  let node: ParsedNode | null = document.contents
  let range = node?.range ?? document.range
  for (const [depth, step] of path.entries()) {
    let key: ParsedNode | null = null
    let next: ParsedNode | null = null
    if (isMap(node)) {
      const pair = node.items.find(({ key: candidate }) => isScalar(candidate) && candidate.value === step)
      key = pair?.key ?? null
      next = pair?.value ?? null
    } else if (isSeq(node)) next = node.items[Number(step)] ?? null
    const isLast = depth === path.length - 1
    const found = (isLast && wants === 'key' ? key : undefined) ?? next ?? key
    if (!found) break
    range = found.range
    node = next
  }
  return { start: range[0], end: range[1] }
}
