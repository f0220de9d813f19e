/** What a scalar of YAML says, from how it is written: YAML 1.2, core schema. */

export type ScalarValue = string | number | boolean | null

/** How many line breaks are kept behind a text of several lines: none, one, or all. */
export type Chomping = '-' | '' | '+'

const constants: ReadonlyMap<string, ScalarValue> = new Map<string, ScalarValue>([
  ...['', '~', 'null', 'Null', 'NULL'].map((written) => [written, null] as const),
  ...['true', 'True', 'TRUE'].map((written) => [written, true] as const),
  ...['false', 'False', 'FALSE'].map((written) => [written, false] as const),
])

/** Text without quotes: a number, a truth, nothing, or text. */
export function readPlain(source: string): ScalarValue {
  const constant = constants.get(source)
  if (constant !== undefined) return constant
  if (/^(?:[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:[eE][-+]?\d+)?|0o[0-7]+|0x[\da-fA-F]+)$/.test(source)) return Number(source)
  if (/^[-+]?\.(?:inf|Inf|INF)$/.test(source)) return source.startsWith('-') ? -Infinity : Infinity
  if (/^\.(?:nan|NaN|NAN)$/.test(source)) return NaN
  return foldFlow(source)
}

/** Lines of a text with or without quotes as one: a break is a space, and empty lines are breaks. */
export function foldFlow(source: string): string {
  return source.includes('\n') ? source.replace(/[ \t]*(?:\r?\n[ \t]*)+|[ \t]+/g, fold) : source
}

function fold(space: string): string {
  const breaks = space.split('\n').length - 1
  return breaks === 0 ? space : breaks === 1 ? ' ' : '\n'.repeat(breaks - 1)
}

const escapes: Readonly<Record<string, string>> = {
  ...{ '0': '\0', a: '\x07', b: '\b', e: '\x1b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v' },
  ...{ '\t': '\t', ' ': ' ', '"': '"', '/': '/', '\\': '\\', N: '\x85', _: '\xa0', L: '\u2028', P: '\u2029' },
}

/** What stands between double quotes, without its escapes; or where the first one is that means nothing. */
export function unescape(inner: string): string | { readonly wrongAt: number } {
  let wrongAt: number | undefined
  const value = inner.replace(
    /\\(?:\r?\n[ \t]*|x[\da-fA-F]{2}|u[\da-fA-F]{4}|U[\da-fA-F]{8}|[^]?)|[ \t]*(?:\r?\n[ \t]*)+|[ \t]+/g,
    (found, at: number) => {
      if (!found.startsWith('\\')) return fold(found)
      if (/^\\\r?\n/.test(found)) return ''
      const code = found.length > 2 ? Number.parseInt(found.slice(2), 16) : -1
      if (code >= 0 && code <= 0x10ffff) return String.fromCodePoint(code)
      const character = escapes[found.slice(1)]
      if (character === undefined) wrongAt ??= at
      return character ?? ''
    },
  )
  return wrongAt === undefined ? value : { wrongAt }
}

/** Lines behind | or >, without their indentation. */
export function readBlockLines(lines: readonly string[], isFolded: boolean, chomping: Chomping): string {
  let value = ''
  let breaks = 0
  let wasIndented = true
  for (const line of lines) {
    if (line === '') {
      breaks++
      continue
    }
    // Lines that are indented further keep their breaks.
    const isIndented = /^[ \t]/.test(line)
    const isJoined = isFolded && !isIndented && !wasIndented
    value += !isJoined ? '\n'.repeat(breaks) : breaks === 1 ? ' ' : '\n'.repeat(breaks - 1)
    value += line
    breaks = 1
    wasIndented = isIndented
  }
  if (chomping === '+') return value + '\n'.repeat(breaks)
  return value === '' || chomping === '-' ? value : `${value}\n`
}
