/** How numbers, dates and ages are said: one wording on card, map and evaluation. */
import type { Evidence } from './knowledge/schema'

const compact = new Intl.NumberFormat('en-US', {
  notation: 'compact',
  compactDisplay: 'long',
  maximumFractionDigits: 1,
})
const plain = new Intl.NumberFormat('en-US', { maximumFractionDigits: 2 })
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
  return unit.startsWith('percent') ? `${number}%${unit.slice('percent'.length)}` : `${number} ${unit}`
}

/** `19 May 2026`, `May 2026`, `Q1 2026`, `2026`; anything else as it is. */
export function sayDate(date: string): string {
  const [year = '', part, day] = date.split('-')
  if (part === undefined) return date
  if (part.startsWith('Q')) return `${part} ${year}`
  const month = months[Number(part) - 1] ?? part
  return day === undefined ? `${month} ${year}` : `${Number(day)} ${month} ${year}`
}

/**
 * Months from the end of the period that `date` names (a day, month, quarter or year) to `today`; never below 0.
 * `today` is `YYYY-MM-DD`.
 */
export function ageInMonths(date: string, today: string): number {
  const [year = '', part] = date.split('-')
  const month = part === undefined ? 12 : part.startsWith('Q') ? Number(part.slice(1)) * 3 : Number(part)
  const [thisYear = '', thisMonth = ''] = today.split('-')
  return Math.max(0, (Number(thisYear) - Number(year)) * 12 + Number(thisMonth) - month)
}

/** `May 2026, 6 months old`. */
export function sayAge(date: string, today: string): string {
  const age = ageInMonths(date, today)
  const said = age === 0 ? 'this month' : age === 1 ? '1 month old' : `${age} months old`
  return `${sayDate(date)}, ${said}`
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
