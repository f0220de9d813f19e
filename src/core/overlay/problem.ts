/** What is wrong in an overlay file, where, and what would put it right. Offsets are UTF-16 code units. */
import type { Edit } from '../recognition/noteReading'
import type { Range } from '../recognition/prose'

export interface OverlayProblem extends Range {
  /** An error is not used; a warning is. */
  readonly severity: 'error' | 'warning'
  readonly message: string
  readonly fixes: readonly OverlayFix[]
}

export interface OverlayFix {
  /** What the fix does, as a menu says it. */
  readonly title: string
  readonly edit: Edit
}

/** The candidate that was probably meant: one that begins alike, or differs in one or two letters. */
export function nearest(written: string, candidates: readonly string[]): string | undefined {
  const wanted = written.toLowerCase()
  const ranked = candidates
    .map((candidate) => ({ candidate, distance: editDistance(wanted, candidate.toLowerCase()) }))
    .sort((a, b) => a.distance - b.distance)
  const [first] = ranked
  if (first && first.distance <= (wanted.length < 4 ? 1 : 2)) return first.candidate
  return wanted.length < 3 ? undefined : candidates.find((candidate) => candidate.toLowerCase().startsWith(wanted))
}

/** Letters to insert, delete or replace to make one word of the other. */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const replaced = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    row = next
  }
  return row[b.length] ?? 0
}

/** Takes an entry out of a list, on a line of its own or in brackets. */
export function removeEntry(text: string, { start, end }: Range): Edit {
  const before = text.slice(0, start).trimEnd()
  const after = text.slice(end)
  const lineStart = text.lastIndexOf('\n', start - 1) + 1
  if (/^\s*-\s*$/.test(text.slice(lineStart, start))) return { ...wholeLines(text, { start, end }), text: '' }
  if (before.endsWith(',')) return { start: before.length - 1, end, text: '' }
  const comma = /^\s*,\s*/.exec(after)
  return { start, end: end + (comma?.[0].length ?? 0), text: '' }
}

/** The lines that a range touches, with the break after the last. */
export function wholeLines(text: string, { start, end }: Range): Range {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1
  const lineEnd = text.indexOf('\n', Math.max(start, end - 1))
  return { start: lineStart, end: lineEnd === -1 ? text.length : lineEnd + 1 }
}
