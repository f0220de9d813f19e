/** An index as text that is kept from one session to the next: a line that says what it is, then one line a note. */
import { hashText, type IndexedNote, type VaultIndex } from './vaultIndex'
import type { Turns } from './vaultReading'

/** Raise it when `NoteFacts` changes its shape or how facts are taken. */
const format = 3

interface Header {
  readonly format: number
  /** Of the knowledge and the recognition that the facts come from. */
  readonly version: string
  /** Of all that follows: half a file is none. */
  readonly hash: number
}

/** The text to keep. Left out are notes whose text is in an unsaved editor: their file is to be read again. */
export async function writeStore(index: VaultIndex, version: string, turns: Turns): Promise<string> {
  let lines = ''
  for (const [key, note] of [...index.notes()]) {
    if (note.stamp) lines += `${JSON.stringify([key, note])}\n`
    if (turns.isOver()) await turns.next()
  }
  return `${JSON.stringify({ format, version, hash: hashText(lines) } satisfies Header)}\n${lines}`
}

/** Adds the notes that were kept to an index, unless they are of another version or damaged. */
export async function readStore(index: VaultIndex, store: string, version: string, turns: Turns): Promise<void> {
  const headerEnd = store.indexOf('\n')
  const lines = store.slice(headerEnd + 1)
  if (store.slice(0, headerEnd) !== JSON.stringify({ format, version, hash: hashText(lines) } satisfies Header)) return
  for (let start = 0; start < lines.length;) {
    const end = lines.indexOf('\n', start)
    // The hash vouches for the shape.
    const [key, note] = JSON.parse(lines.slice(start, end)) as [string, IndexedNote]
    index.set(key, note)
    start = end + 1
    if (turns.isOver()) await turns.next()
  }
}
