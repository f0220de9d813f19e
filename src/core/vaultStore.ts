/**
 * An index that is kept from one session to the next, as two texts of lines: all notes, and those that have changed since
 * that was written. So a changed note costs a few lines, however large the vault is.
 */
import { TextHash, type IndexedMention, type IndexedNote, type NoteFacts, type VaultIndex } from './vaultIndex'
import type { Turns } from './steps'

/** Raise it when `NoteFacts` changes its shape or how facts are taken. */
const format = 5

/** With more changed notes than these all are written anew. */
const mostChanges = 250

/** `all` and `changes` are to be kept under these names. */
export type StorePart = 'all' | 'changes'

/** The first line of a text. */
interface Header {
  readonly format: number
  /** Of the knowledge and the recognition that the facts come from. */
  readonly version: string
  /** Of the text of all notes that these are changes of. */
  readonly since?: number
}

/** A note as a line: its mentions are four numbers each, the first of which tells the project in a list. */
type Line = readonly [
  key: string,
  hash: number,
  modified: number,
  size: number,
  projects: string[],
  mentions: number[],
  rest: Omit<NoteFacts, 'mentions'>,
]

/** A note that is gone, or whose text is in an unsaved editor: its file is to be read again. */
type Gone = readonly [key: string]

export class VaultStore {
  /** Of the text of all notes, as it was read or written last; undefined when there is none. */
  #written: { readonly version: string; readonly hash: number } | undefined
  /** Notes that have changed since. */
  #changed = new Set<string>()

  /** What is to be kept now, in which of the two texts. */
  async write(index: VaultIndex, version: string, turns: Turns): Promise<{ part: StorePart; text: string }> {
    for (const key of index.takeChanges()) this.#changed.add(key)
    const since = this.#written
    if (since?.version === version && this.#changed.size <= mostChanges) {
      const lines = new Lines({ format, version, since: since.hash })
      for (const key of this.#changed) lines.add(lineOf(key, index.get(key)))
      return { part: 'changes', text: lines.end() }
    }
    this.#changed.clear()
    const lines = new Lines({ format, version })
    for (const [key, note] of [...index.notes()]) {
      if (note.stamp) lines.add(lineOf(key, note))
      if (turns.isOver()) await turns.next()
    }
    const text = lines.end()
    this.#written = { version, hash: lines.hash }
    return { part: 'all', text }
  }

  /** What was written last is not there: all notes are written the next time. */
  forget(): void {
    this.#written = undefined
  }

  /** Adds the notes that were kept to an index, unless they are of another version or damaged. */
  async read(
    index: VaultIndex,
    texts: Readonly<Record<StorePart, string>>,
    version: string,
    turns: Turns,
  ): Promise<void> {
    this.#changed.clear()
    this.#written = undefined
    const all = await readLines(texts.all, { format, version }, turns)
    if (!all) return
    this.#written = { version, hash: all.hash }
    const changes = await readLines(texts.changes, { format, version, since: all.hash }, turns)
    for (const [key, note] of [...all.notes, ...(changes?.notes ?? [])]) {
      if (note) index.set(key, note)
      else index.delete(key)
      if (turns.isOver()) await turns.next()
    }
    index.takeChanges()
    for (const [key] of changes?.notes ?? []) this.#changed.add(key)
  }
}

/** Lines between a header and a number that vouches for all of them: half a text is none. */
class Lines {
  readonly #hash = new TextHash()
  #text = ''

  constructor(header: Header) {
    this.#add(JSON.stringify(header))
  }

  /** Of the lines, once they have ended. */
  get hash(): number {
    return this.#hash.value
  }

  add(line: Line | Gone): void {
    this.#add(JSON.stringify(line))
  }

  end(): string {
    return `${this.#text}${this.#hash.value}\n`
  }

  #add(line: string): void {
    this.#hash.add(line)
    this.#text += `${line}\n`
  }
}

function lineOf(key: string, note: IndexedNote | undefined): Line | Gone {
  if (!note?.stamp) return [key]
  const { mentions, ...rest } = note.facts
  const projects = new Map<string, number>()
  const numbers = mentions.flatMap(({ project, line, character, length }) => {
    const at = projects.get(project) ?? projects.size
    projects.set(project, at)
    return [at, line, character, length]
  })
  return [key, note.hash, note.stamp.modified, note.stamp.size, [...projects.keys()], numbers, rest]
}

type Kept = readonly [key: string, note: IndexedNote | undefined]

/** The notes of a text, and its hash; undefined unless it is whole and has this header. */
async function readLines(
  text: string,
  header: Header,
  turns: Turns,
): Promise<{ notes: Kept[]; hash: number } | undefined> {
  const first = JSON.stringify(header)
  const last = text.lastIndexOf('\n', text.length - 2) + 1
  if (!text.startsWith(`${first}\n`) || last === 0) return undefined
  const hash = new TextHash()
  hash.add(first)
  const lines: string[] = []
  for (let start = first.length + 1; start < last;) {
    const end = text.indexOf('\n', start)
    const line = text.slice(start, end)
    hash.add(line)
    lines.push(line)
    start = end + 1
    if (turns.isOver()) await turns.next()
  }
  if (text.slice(last) !== `${hash.value}\n`) return undefined
  const projects = new Map<string, string>()
  const notes: Kept[] = []
  for (const line of lines) {
    // The hash vouches for the shape.
    notes.push(keptOf(JSON.parse(line) as Line | Gone, projects))
    if (turns.isOver()) await turns.next()
  }
  return { notes, hash: hash.value }
}

/** `known` has each id once: each line brings its own. */
function keptOf(line: Line | Gone, known: Map<string, string>): Kept {
  if (line.length === 1) return [line[0], undefined]
  const [key, hash, modified, size, ids, numbers, rest] = line
  for (const id of ids) if (!known.has(id)) known.set(id, id)
  const mentions: IndexedMention[] = []
  for (let at = 0; at < numbers.length; at += 4) {
    const [project = 0, line = 0, character = 0, length = 0] = numbers.slice(at, at + 4)
    mentions.push({ project: known.get(ids[project] ?? '') ?? '', line, character, length })
  }
  return [key, { facts: { mentions, ...rest }, hash, stamp: { modified, size } }]
}
