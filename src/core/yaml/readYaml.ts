/**
 * The one door through which YAML that others wrote becomes data: maps of the user's own, records, holdings. It refuses
 * early what is too long, nested too deep, or reads as something else than it looks. Never throws; same text, same answer.
 */
import type { Range } from '../recognition/prose'
import {
  parseLimits,
  parseYaml,
  spanOf,
  type YamlEntry,
  type YamlNode,
  type YamlProblem,
  type YamlProblemCode,
} from './parseYaml'

/** Plain JSON data: no cycles, at most `yamlLimits.depth` deep, finite numbers, no `__proto__`. */
export type YamlValue = string | number | boolean | null | readonly YamlValue[] | { readonly [key: string]: YamlValue }

export type YamlReading =
  | {
      readonly ok: true
      readonly text: string
      readonly root: YamlNode
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
  ...parseLimits,
} as const

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
  const parsed = parseYaml(text)
  if (!parsed.ok) return refused(parsed.problem)
  const { root } = parsed
  const value = readValue(root, text)
  if (value.problem) return refused(value.problem)
  return {
    ok: true,
    text,
    root,
    value: value.value,
    rangeOf: (path) => rangeIn(root, path, 'value'),
    keyRangeOf: (path) => rangeIn(root, path, 'key'),
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

function readValue(root: YamlNode, text: string): { value: YamlValue; problem?: YamlProblem } {
  let problem: YamlProblem | undefined
  const refuse = (code: YamlProblemCode, { start, end }: Range, message: string): null => {
    problem ??= { code, ...spanOf(start, end, text), message }
    return null
  }
  const read = (node: YamlNode): YamlValue => {
    if (problem) return null
    if (node.kind === 'list') return node.items.map(read)
    if (node.kind === 'map') {
      const map: Record<string, YamlValue> = {}
      const keys = new Set<string>()
      for (const { key, value } of node.entries) {
        const name = key.value
        if (keys.has(name)) refuse('duplicate-key', key, `'${name}' is here twice. Keep one of them.`)
        else if (forbiddenKeys.has(name)) refuse('forbidden-key', key, `'${name}' cannot be the name of a field.`)
        else if (!hasUnsafe(name, key)) {
          keys.add(name)
          map[name] = read(value)
        }
      }
      return map
    }
    const { value } = node
    if (typeof value === 'number' && !Number.isFinite(value)) {
      return refuse('not-finite', node, 'This is not a number that can be counted with.')
    }
    return typeof value === 'string' && hasUnsafe(value, node) ? null : value
  }
  /** An escape in quotes can write what the text itself may not hold. */
  const hasUnsafe = (written: string, { start, end }: Range): boolean => {
    const unsafe = unsafeCharacter.exec(written)
    if (unsafe) problem ??= unsafeProblem(unsafe[0], { start, end })
    return unsafe !== null
  }
  const value = read(root)
  return problem ? { value, problem } : { value }
}

function rangeIn(root: YamlNode, path: readonly PropertyKey[], wants: 'key' | 'value'): Range {
  let node: YamlNode = root
  let range: Range = root
  for (const [depth, step] of path.entries()) {
    const entry: YamlEntry | undefined =
      node.kind === 'map' ? node.entries.find(({ key }) => key.value === step) : undefined
    const next: YamlNode | undefined = node.kind === 'list' ? node.items[Number(step)] : entry?.value
    if (!next) break
    node = next
    range = next
    if (entry && wants === 'key' && depth === path.length - 1) range = entry.key
  }
  return { start: range.start, end: range.end }
}
