/** Where in a note a table or list stands: under which headings, and what these say about it. */

export interface Place {
  /** The headings above without a date, joined; what stands under different ones are different holdings. */
  readonly section: string
  /** `2026-11-20`, `2026-11`, `2026`: of the nearest heading that has one, else of the note; or empty. */
  readonly date: string
  /** Something says that here stands what the writer holds. */
  readonly isPortfolio: boolean
}

/** Words with which people head what they hold. */
const portfolioWords =
  /\b(?:portfolios?|holdings?|positions?|ledger|trades|bags|my (?:coins|tokens|wallets?|stack|allocation|bets)|(?:i|we) (?:hold|own|bought)|balance sheet|net worth|depot|bestand|bestände|portefeuille)\b/i

export function speaksOfHoldings(text: string): boolean {
  return portfolioWords.test(text)
}

interface Heading {
  readonly level: number
  readonly text: string
}

/** Follows the headings of a note from top to bottom. */
export class Headings {
  #path: Heading[] = []

  constructor(
    readonly noteDate: string,
    readonly noteIsPortfolio: boolean,
  ) {}

  add(level: number, text: string): void {
    this.#path = [...this.#path.filter((heading) => heading.level < level), { level, text }]
  }

  /** The place of a block that `introduction`, the paragraph right above, may speak of. */
  place(introduction: string): Place {
    const dates = this.#path.map(({ text }) => dateIn(text)).filter((date) => date !== '')
    const undated = this.#path.filter(({ level, text }) => level > 1 && dateIn(text) === '')
    return {
      section: undated.map(({ text }) => text).join(' › '),
      date: dates.at(-1) ?? this.noteDate,
      isPortfolio:
        this.noteIsPortfolio || this.#path.some(({ text }) => speaksOfHoldings(text)) || speaksOfHoldings(introduction),
    }
  }
}

const monthNames = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** The last date in a heading, as far as it goes: a day, a month, the end of a quarter, a year; or empty. */
export function dateIn(text: string): string {
  const iso = text.match(/\b20\d\d-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?\b/g)?.at(-1)
  if (iso) return iso
  const named =
    /(?:\b(\d{1,2})(?:st|nd|rd|th|\.)?\s+)?\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?,?\s+(?:(\d{1,2})(?:st|nd|rd|th)?,\s+)?(20\d\d)\b/i.exec(
      text,
    )
  const two = (number: number | string) => String(number).padStart(2, '0')
  if (named) {
    const [, before, month = '', after, year = ''] = named
    const day = before ?? after
    const start = `${year}-${two(monthNames.indexOf(month.toLowerCase()) + 1)}`
    return day === undefined ? start : `${start}-${two(day)}`
  }
  const quarter = /\bQ([1-4])\s*[’']?(20\d\d)\b|\b(20\d\d)\s*-?Q([1-4])\b/i.exec(text)
  if (quarter) return `${quarter[2] ?? quarter[3] ?? ''}-${two(3 * Number(quarter[1] ?? quarter[4]))}`
  return text.match(/\b20\d\d\b/g)?.at(-1) ?? ''
}
