/** An overlay file's text or bytes in, its contents or its problems out. */
import type * as z from 'zod/mini'
import type { Range } from '../recognition/prose'
import { lineAt, readYaml, readYamlBytes, type YamlReading, type YamlValue } from '../yaml/readYaml'
import { fieldsAt } from './fields'
import { nearest, wholeLines, type OverlayFix, type OverlayProblem } from './problem'
import { overlaySchema, type OverlayContents } from './schema'

/** A file as the user knows it and as the editor opens it. */
export interface OverlaySource {
  readonly uri: string
  /** `.crypto-ai-layers/map.yaml`. */
  readonly file: string
}

/** A file that could be read. */
export interface Overlay extends OverlaySource {
  readonly text: string
  readonly contents: OverlayContents
  readonly rangeOf: (path: readonly PropertyKey[]) => Range
}

export type OverlayReading =
  | { readonly ok: true; readonly overlay: Overlay }
  | { readonly ok: false; readonly problems: readonly OverlayProblem[] }

/** So many problems of a file are told; who has more begins with these. */
const problemLimit = 20

/** The same from a file's bytes. */
export function readOverlayBytes(source: OverlaySource, bytes: Uint8Array): OverlayReading {
  return check(source, readYamlBytes(bytes))
}

export function readOverlay(source: OverlaySource, text: string): OverlayReading {
  return check(source, readYaml(text))
}

function check(source: OverlaySource, reading: YamlReading): OverlayReading {
  if (!reading.ok) {
    const { start, end, message } = reading.problem
    return { ok: false, problems: [{ start, end, severity: 'error', message, fixes: [] }] }
  }
  const { text, value, rangeOf } = reading
  const result = overlaySchema.safeParse(value ?? {})
  if (result.success) return { ok: true, overlay: { ...source, text, contents: result.data, rangeOf } }
  const problems = result.error.issues.flatMap((issue) => sayIssue(issue, reading)).slice(0, problemLimit)
  return { ok: false, problems }
}

/** `.crypto-ai-layers/map.yaml:3: 'computer' is no layer. …`: a problem where no editor shows its place. */
export function formatOverlayProblem(
  { file }: OverlaySource,
  text: string,
  { start, message }: OverlayProblem,
): string {
  return `${file}:${lineAt(text, start)}: ${message}`
}

type Issue = z.core.$ZodIssue
type Readable = Extract<YamlReading, { readonly ok: true }>

function sayIssue(issue: Issue, reading: Readable): OverlayProblem[] {
  const { path } = issue
  const value = valueAt(reading.value, path)
  const problem = (message: string, range: Range, fixes: readonly OverlayFix[] = []): OverlayProblem[] => [
    { ...range, severity: 'error', message, fixes },
  ]
  const field = path.filter((step) => typeof step === 'string').at(-1)
  const what = field !== undefined ? `'${field}'` : 'The file'
  const entry = typeof path.at(-1) === 'number' ? `An entry of ${what}` : what
  const here = reading.rangeOf(path)
  switch (issue.code) {
    case 'invalid_union': {
      // Either text or a record: what was written tells which was meant.
      const inner = issue.errors.find(([first]) => first?.code !== 'invalid_type' || first.path.length > 0)
      if (!inner) return problem(`${entry} must be text or a record.`, here)
      return inner.flatMap((nested) => sayIssue({ ...nested, path: [...path, ...nested.path] }, reading))
    }
    case 'unrecognized_keys':
      return issue.keys.flatMap((key) => {
        const range = reading.keyRangeOf([...path, key])
        const meant = nearest(
          key,
          fieldsAt(path).map(({ name }) => name),
        )
        const fixes = [...(meant === undefined ? [] : [replace(range, meant)]), ...removeField(key, path, reading)]
        const hint = meant === undefined ? 'Remove it.' : `Is it '${meant}'?`
        return problem(`There is no field '${key}' here. ${hint}`, range, fixes)
      })
    case 'invalid_value': {
      const choices = issue.values.filter((choice) => typeof choice === 'string')
      const written = typeof value === 'string' ? value : ''
      if (value === undefined || value === null || value === '')
        return problem(`${what} is missing. It is one of: ${choices.join(', ')}.`, here)
      const meant = nearest(written, choices)
      const said = field === 'layer' ? `'${written}' is no layer.` : `${what} cannot be '${written}'.`
      return problem(
        `${said} Choose one of: ${choices.join(', ')}.`,
        here,
        meant === undefined ? [] : [replace(here, meant)],
      )
    }
    case 'invalid_type':
      if (value === undefined) return problem(`${what} is missing. Add it.`, firstLine(reading.text, here))
      return problem(`${entry} must be ${typeWords[issue.expected] ?? issue.expected}.`, here)
    case 'too_big':
      return problem(
        typeof value === 'string'
          ? `${entry} has more than ${issue.maximum} characters. Shorten it.`
          : Array.isArray(value)
            ? `${what} has more than ${issue.maximum} entries. Remove some, or use a second file.`
            : `${entry} must be at most ${issue.maximum}.`,
        here,
      )
    case 'too_small':
      return problem(
        `${entry} needs at least ${issue.minimum} ${issue.minimum === 1 ? 'character' : 'characters'}.`,
        here,
      )
    case 'invalid_format':
      if (issue.format === 'url') return problem(`${what} must be an address that begins with https://.`, here)
      return problem(`${entry} ${issue.message}.`, here)
    case 'custom':
      return problem(`${entry} ${issue.message}.`, here)
    default:
      return problem(`${entry} is not right: ${issue.message}.`, here)
  }
}

const typeWords: Readonly<Record<string, string>> = {
  string: 'text. Put quotes around a number or a date',
  number: 'a number',
  array: 'a list',
  object: 'a record: lines with a name, a colon and a value',
}

function valueAt(value: YamlValue, path: readonly PropertyKey[]): YamlValue | undefined {
  let current: YamlValue | undefined = value
  for (const step of path) {
    if (typeof current !== 'object' || current === null) return undefined
    current = (current as Readonly<Record<PropertyKey, YamlValue | undefined>>)[step]
  }
  return current
}

function replace({ start, end }: Range, text: string): OverlayFix {
  return { title: `Change to '${text}'`, edit: { start, end, text } }
}

/** Takes a field out that has its lines to itself. */
function removeField(key: string, path: readonly PropertyKey[], { text, keyRangeOf, rangeOf }: Readable): OverlayFix[] {
  const { start } = keyRangeOf([...path, key])
  const lineStart = text.lastIndexOf('\n', start - 1) + 1
  if (text.slice(lineStart, start).trim() !== '') return []
  const { end } = rangeOf([...path, key])
  return [{ title: `Remove '${key}'`, edit: { ...wholeLines(text, { start, end }), text: '' } }]
}

function firstLine(text: string, { start, end }: Range): Range {
  const lineEnd = text.indexOf('\n', start)
  return { start, end: lineEnd === -1 ? end : Math.min(end, lineEnd) }
}
