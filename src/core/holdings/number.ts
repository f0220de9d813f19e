/** Numbers as people write them. Separators are read in both conventions; the note decides between them. */

/**
 * What a number means when a dot is the decimal sign, and when a comma is. Only one of the two: the number itself shows
 * how its writer writes numbers. Both and different: it is ambiguous.
 */
export interface NumberReading {
  readonly dot?: number
  readonly comma?: number
}

/** The sign before the decimals. */
export type DecimalSign = 'dot' | 'comma'

const groupSpaces = '\\u0020\\u00a0\\u2009\\u202f'

/** The digits of a number and what separates them, as the source of a regular expression. */
export const digitsPattern = `(?:\\d{1,3}(?:[${groupSpaces}]\\d{3})+(?!\\d)|\\d+)(?:[.,'’_]\\d+)*|[.,]\\d+`

/** A word or letter that multiplies a number, as the source of a regular expression with flag `u`. */
export const scalePattern =
  '(?:[kK]|[tT]housand|[tT]sd\\.?|[mM](?:n|io\\.?|illions?)?|[bB](?:n|illions?)?|[mM]rd\\.?)(?![\\p{L}\\d])'

/** Reads digits, separators and an optional scale: `1.234.567,89`, `1'200`, `12k`. Nothing when it is no number. */
export function readNumber(digits: string, scale = ''): NumberReading | undefined {
  const factor = scaleOf(scale)
  const dot = readWith(digits, '.')
  const comma = readWith(digits, ',')
  if (dot === undefined && comma === undefined) return undefined
  return {
    ...(dot === undefined ? {} : { dot: dot * factor }),
    ...(comma === undefined ? {} : { comma: comma * factor }),
  }
}

/** Whether the separators leave open what the number is. */
export function isAmbiguous({ dot, comma }: NumberReading): boolean {
  return dot !== undefined && comma !== undefined && dot !== comma
}

/** The sum, in each convention that both can be read in. */
export function addReadings(one: NumberReading, other: NumberReading): NumberReading {
  const dot = one.dot === undefined || other.dot === undefined ? {} : { dot: one.dot + other.dot }
  const comma = one.comma === undefined || other.comma === undefined ? {} : { comma: one.comma + other.comma }
  return { ...dot, ...comma }
}

/** How the writer of these numbers writes decimals, as far as they agree. */
export function decimalSignOf(readings: readonly NumberReading[]): DecimalSign | undefined {
  const dots = readings.some(({ dot, comma }) => dot !== undefined && comma === undefined)
  const commas = readings.some(({ dot, comma }) => comma !== undefined && dot === undefined)
  return dots === commas ? undefined : dots ? 'dot' : 'comma'
}

/** The number, in the convention of the note where there is one, else in English. */
export function valueOf(reading: NumberReading, sign: DecimalSign | undefined): number {
  const { dot, comma } = reading
  return (sign === 'comma' ? (comma ?? dot) : (dot ?? comma)) ?? NaN
}

function numberShape(decimal: string, group: string): RegExp {
  const grouped = [group, "['’]", '_', `[${groupSpaces}]`]
    .map((separator) => `[1-9]\\d{0,2}(?:${separator}\\d{3})+`)
    .join('|')
  return new RegExp(`^(?:\\d+|${grouped})?(?:${decimal}\\d+)?$`)
}

const shapes = { '.': numberShape('\\.', ','), ',': numberShape(',', '\\.') } as const

function readWith(digits: string, decimal: '.' | ','): number | undefined {
  if (!shapes[decimal].test(digits)) return undefined
  const [whole = '', fraction = ''] = digits.split(decimal)
  return Number(`${whole.replace(/\D/g, '') || '0'}.${fraction || '0'}`)
}

function scaleOf(scale: string): number {
  const word = scale.toLowerCase().replace('.', '')
  if (word === '') return 1
  if (word === 'k' || word === 'thousand' || word === 'tsd') return 1e3
  return word.startsWith('b') || word === 'mrd' ? 1e9 : 1e6
}
