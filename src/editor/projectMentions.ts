import * as vscode from 'vscode'
import { mayBeRecord } from '../core/records/recordMarkdown'
import { nameOfNote } from '../core/vaultReading'
import { noteName, rangeOf, type Notes } from './notes'
import { showNote } from './showNote'
import type { Vault } from './vault'
import { indexedRange } from './vaultSymbols'

/** A line of a note that mentions a project. */
export interface MentionLine {
  readonly text: string
  /** The note, and the place in it. */
  readonly place: string
  /** Shows the line in its note, and leaves the keyboard where it is. */
  readonly show: () => unknown
}

/** Lines of the current note, and other notes with one line each, that are told at most. */
const mostLines = 3
const mostNotes = 5

/** Where the user's notes mention a project: the current note first, then the note that was changed last. */
export async function projectMentions(project: string, notes: Notes, vault: Vault): Promise<MentionLine[]> {
  const { current } = notes
  const here = current ? linesOf(current, project, notes) : []
  const others = [...vault.index.notesOf(project)]
    .filter(([key]) => key !== current?.uri.toString())
    .map(([key, count]) => ({ key, count, modified: vault.index.get(key)?.stamp?.modified ?? Infinity }))
    .sort((a, b) => b.modified - a.modified || (a.key < b.key ? -1 : 1))
    // Some of them are records of evaluations, which are told elsewhere.
    .slice(0, 2 * mostNotes)
  const lines = await Promise.all(others.map(({ key, count }) => firstLine(key, project, count, vault)))
  return [...here, ...lines.filter((line) => line !== undefined).slice(0, mostNotes)]
}

function linesOf(document: vscode.TextDocument, project: string, notes: Notes): MentionLine[] {
  const lines = new Map<number, vscode.Range>()
  for (const mention of notes.mentions(document)) {
    const range = rangeOf(document, mention)
    if (mention.project === project && !lines.has(range.start.line)) lines.set(range.start.line, range)
  }
  return [...lines].slice(0, mostLines).map(([line, range]) => ({
    text: excerpt(document.lineAt(line).text, range.start.character),
    place: `${noteName(document)}, line ${line + 1}`,
    show: () => showNote(document.uri, { selection: range, preserveFocus: true }),
  }))
}

/** The first mention in a note of the vault; nothing when it cannot be read, or is a record. */
async function firstLine(key: string, project: string, count: number, vault: Vault): Promise<MentionLine | undefined> {
  const mention = vault.index.get(key)?.facts.mentions.find((candidate) => candidate.project === project)
  if (!mention) return undefined
  const uri = vscode.Uri.parse(key, true)
  try {
    const text = await vault.read(uri)
    if (mayBeRecord(text)) return undefined
    const line = text.split(/\r\n?|\n/, mention.line + 1)[mention.line] ?? ''
    const more = count > 1 ? `, and ${count - 1} more` : ''
    return {
      text: excerpt(line, mention.character),
      place: `${nameOfNote(key)}, line ${mention.line + 1}${more}`,
      show: () => showNote(uri, { selection: indexedRange(mention), preserveFocus: true }),
    }
  } catch {
    return undefined
  }
}

/** So many characters of a line are told, and so many of them before the mention. */
const longestExcerpt = 120
const before = 40

/** The words around a place of a line, from a word on. What heads it or fills the columns of a table is left out. */
function excerpt(line: string, at: number): string {
  const words = withoutFilling(line)
  const place = withoutFilling(line.slice(0, at)).length
  const start = words.length <= longestExcerpt || place <= before ? 0 : words.indexOf(' ', place - before) + 1
  const text = words.slice(start, start + longestExcerpt).trim()
  return `${start > 0 ? '…' : ''}${text}${start + longestExcerpt < words.length ? '…' : ''}`
}

function withoutFilling(line: string): string {
  return line.replace(/^[\s#>|]+|[\s|]+$/g, '').replace(/\s+/g, ' ')
}
