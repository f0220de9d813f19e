/** How numbers, dates and ages are said: one wording on card, map and evaluation. */
import type { Evidence } from './knowledge/schema'

/** The day on which ages are told, `YYYY-MM-DD`, and from what age on a figure is stale. */
export interface Today {
  readonly day: string
  readonly staleAfterDays: number
}

const compact = new Intl.NumberFormat('en-US', {
  notation: 'compact',
  compactDisplay: 'long',
  maximumFractionDigits: 1,
})
const plain = new Intl.NumberFormat('en-US', { maximumFractionDigits: 2 })
const exact = new Intl.NumberFormat('en-US', { maximumFractionDigits: 20 })
const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

/** `43 million USD per quarter`, `58 providers`, `28% of the market`. */
export function sayFigure({ value, unit }: Pick<Evidence, 'value' | 'unit'>): string {
  const number = Math.abs(value) >= 100_000 ? compact.format(value) : plain.format(value)
  return sayNumber(number, unit)
}

/** The same with every digit, for a record that is compared with later ones: `43,000,000 USD per quarter`. */
export function sayExactFigure({ value, unit }: Pick<Evidence, 'value' | 'unit'>): string {
  return sayNumber(exact.format(value), unit)
}

function sayNumber(number: string, unit: string): string {
  return unit.startsWith('percent') ? `${number}%${unit.slice('percent'.length)}` : `${number} ${unit}`
}

/** `19 May 2026`, `May 2026`, `Q1 2026`, `H1 2026`, `2026`; anything else as it is. */
export function sayDate(date: string): string {
  const [year = '', part, day] = date.split('-')
  if (part === undefined) return date
  if (/^[QH]/.test(part)) return `${part} ${year}`
  const month = months[Number(part) - 1] ?? part
  return day === undefined ? `${month} ${year}` : `${Number(day)} ${month} ${year}`
}

/** The same of a day, where there is little room: `18 Nov 2026`. */
export function sayShortDate(date: string): string {
  return sayDate(date).replace(/(?<=\p{L}{3})\p{L}+/u, '')
}

/** Days from the end of the period that `date` names (a day, month, quarter, half or year) to `day`; never below 0. */
export function ageInDays(date: string, day: string): number {
  return Math.max(0, Math.round((startOf(day) - endOf(date)) / millisecondsPerDay))
}

/** Older than `today` takes for current. */
export function isStale(date: string, today: Today): boolean {
  return ageInDays(date, today.day) > today.staleAfterDays
}

/** `May 2026, 6 months old`; with `, stale` when it is. */
export function sayAge(date: string, today: Today): string {
  const months = ageInMonths(date, today.day)
  const said = months === 0 ? 'this month' : months === 1 ? '1 month old' : `${months} months old`
  return `${sayDate(date)}, ${said}${isStale(date, today) ? ', stale' : ''}`
}

const millisecondsPerDay = 86_400_000

function startOf(day: string): number {
  return Date.parse(`${day}T00:00Z`)
}

/** The last day of a period. */
function endOf(date: string): number {
  const [year = '', , day] = date.split('-')
  return day === undefined ? Date.UTC(Number(year), lastMonth(date), 0) : startOf(date)
}

/** The month in which a period ends, 1 to 12. */
function lastMonth(date: string): number {
  const part = date.split('-')[1]
  if (part === undefined) return 12
  const number = Number(part.replace(/^[QH]/, ''))
  return part.startsWith('Q') ? 3 * number : part.startsWith('H') ? 6 * number : number
}

/** Calendar months from the end of what `date` names to `day`; never below 0. */
function ageInMonths(date: string, day: string): number {
  const [year = '', month = ''] = day.split('-')
  return Math.max(0, (Number(year) - Number(date.slice(0, 4))) * 12 + Number(month) - lastMonth(date))
}

/** The local calendar day of a moment, `YYYY-MM-DD`. */
export function dayOf(moment: Date): string {
  const twoDigits = (number: number) => String(number).padStart(2, '0')
  return `${moment.getFullYear()}-${twoDigits(moment.getMonth() + 1)}-${twoDigits(moment.getDate())}`
}

/** Who stands behind a number. */
export function sayClaimant(claimant: Evidence['claimant']): string {
  return { project: 'says the project itself', 'third-party': 'says a third party', chain: 'read from the chain' }[
    claimant
  ]
}

/** `a`, `a and b`, `a, b and c`. */
export function sayList(items: readonly string[]): string {
  return items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`
}
