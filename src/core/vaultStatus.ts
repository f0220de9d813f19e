/** How much the index knows, and what it is doing, in words: for the view of projects, the panel and the language status. */
import { sayList } from './figures'

export interface VaultFigures {
  readonly notes: number
  readonly mentions: number
  /** While notes are being read: how many of how many. */
  readonly reading?: { readonly done: number; readonly total: number }
  /** The user stopped the reading: what is known is not all. */
  readonly isStopped: boolean
  /** The time of day when everything was up to date last. */
  readonly updated?: string
  /** Why notes or folders were left out, one reason for each. */
  readonly skipped: Iterable<string>
}

/** `10,000 notes, 45,678 mentions`. */
export function vaultSize({ notes, mentions }: VaultFigures): string {
  return `${counted(notes, 'note')}, ${counted(mentions, 'mention')}`
}

/** `Up to date at 17:42`, or how far the reading is. */
export function vaultProgress({ reading, updated }: VaultFigures): string {
  if (reading) return `Reading notes: ${said(reading.done)} of ${said(reading.total)}`
  return updated === undefined ? 'Not all notes are read yet' : `Up to date at ${updated}`
}

/** What is missing, and why; empty when nothing is. */
export function vaultGaps({ isStopped, skipped }: VaultFigures): string {
  const byReason = new Map<string, number>()
  for (const reason of skipped) byReason.set(reason, (byReason.get(reason) ?? 0) + 1)
  const total = [...byReason.values()].reduce((sum, count) => sum + count, 0)
  const reasons = [...byReason]
    .sort(([, most], [, more]) => more - most)
    .slice(0, mostReasons)
    .map(([reason, count]) => (byReason.size > 1 ? `${reason} (${said(count)})` : reason))
  return [
    isStopped ? 'Reading was stopped: not all notes are here.' : '',
    total > 0 ? `${said(total)} could not be read: ${sayList(reasons)}. See Show Log.` : '',
  ]
    .filter((part) => part !== '')
    .join(' ')
}

/** More are in the log. */
const mostReasons = 3

/** `1,234 notes`, `1 note`. */
export function counted(count: number, thing: string): string {
  return `${said(count)} ${thing}${count === 1 ? '' : 's'}`
}

export function said(count: number): string {
  return count.toLocaleString('en')
}
