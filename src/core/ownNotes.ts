import type { ProjectHead } from './knowledge/schema'
import { nameOfNote } from './vaultReading'

/** Of note addresses those of the user's own notes on a project: a note that is named like it, or like its ticker. */
export function ownNotes(keys: Iterable<string>, { name, tickers, aliases }: ProjectHead): string[] {
  const names = new Set(
    [name, ...tickers.map(({ symbol }) => symbol), ...aliases.map(({ text }) => text)].map((text) => foldName(text)),
  )
  return [...keys].filter((key) => names.has(foldName(nameOfNote(key).replace(/\.[^.]+$/, '')))).sort()
}

function foldName(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/^\$/, '')
    .replace(/[\s_-]+/g, ' ')
    .trim()
}
