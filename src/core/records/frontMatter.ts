/**
 * The front matter of a note, which anybody may have written: read within limits, with the place of every field, so that
 * one can be changed and every other byte stays.
 */
import { parseYaml, type YamlNode } from '../yaml/parseYaml'

/** Of front matter, in UTF-16 code units. */
const longest = 16_384

export interface Field {
  /** Of a scalar, or of a list of scalars; undefined for all else. */
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
  const head = text.slice(start, start + longest + 8)
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
  const hidden = yaml.search(/[\0-\x08\x0b\x0c\x0e-\x1f\x7f\ufeff\p{Cs}]/u)
  if (hidden >= 0) return fail('the front matter holds characters that are no text', hidden)
  const parsed = parseYaml(yaml)
  if (!parsed.ok) {
    const { message, start: at } = parsed.problem
    return fail(`its front matter cannot be read: ${message.replace(/\.$/, '')}`, at)
  }
  const { root } = parsed
  if (root.kind === 'scalar' && root.value === null) return { ok: true, fields: new Map(), end: after }
  if (root.kind !== 'map') return fail('the front matter is no list of "key: value"')
  const fields = new Map<string, Field>()
  for (const { key, value } of root.entries) {
    if (fields.has(key.value)) return fail(`'${key.value}' is there twice`, key.start)
    fields.set(key.value, { value: valueOf(value), start: start + value.start, end: start + value.end })
  }
  return { ok: true, fields, end: after }
}

function valueOf(node: YamlNode): unknown {
  return node.kind === 'scalar' ? node.value : node.kind === 'list' ? node.items.map(valueOf) : undefined
}
