/**
 * What a person has said is not meant, kept in the note as readable text: `<!-- not a project: Render -->` speaks for
 * its line, `<!-- not a project in this note: Render, NEAR -->` for the note. Ordinary words speak for the vault.
 */
import type { Mention } from './recognition/findMentions'
import type { Edit } from './recognition/noteReading'
import { frontMatterEnd } from './recognition/prose'

const marker = 'not a project'

/** A comment's names are bounded, so that reading one costs little wherever it begins. */
const comment = /<!--[ \t]*not a project( in this note)?:([^\r\n>]{0,400}?)-->/gi

interface Said {
  /** Of the line that a comment speaks for; all of the note for one that speaks for it. */
  readonly start: number
  readonly end: number
  readonly words: ReadonlySet<string>
  readonly isForNote: boolean
  /** Where another word is written in. */
  readonly wordsEnd: number
}

/** Mentions that nobody has said are something else. `ordinaryWords` are as `ordinaryWord` makes them. */
export function meantMentions(
  text: string,
  mentions: readonly Mention[],
  ordinaryWords: ReadonlySet<string>,
): readonly Mention[] {
  if (mentions.length === 0) return mentions
  const takenBack = takenBackIn(text, ordinaryWords)
  return takenBack ? mentions.filter(({ start, text: written }) => !takenBack.includes(start, written)) : mentions
}

/** The names that somebody has said are no projects in a note. */
export interface TakenBack {
  /** Whether what is written at an offset is one. */
  includes(start: number, written: string): boolean
  /** What is said for all of the note. */
  readonly forNote: string
}

/** What has been said of a note's names, undefined when nothing has. `ordinaryWords` are as `ordinaryWord` makes them. */
export function takenBackIn(text: string, ordinaryWords: ReadonlySet<string>): TakenBack | undefined {
  const said = readComments(text)
  if (said.length === 0 && ordinaryWords.size === 0) return undefined
  return {
    includes(start, written) {
      const word = ordinaryWord(written)
      return ordinaryWords.has(word) || said.some((one) => one.start <= start && start < one.end && one.words.has(word))
    },
    forNote: [...ordinaryWords, ...said.filter((one) => one.isForNote).flatMap(({ words }) => [...words])].join(),
  }
}

/** A name as it is compared: `$RENDER`, `Render` and `render` are one word. */
export function ordinaryWord(written: string): string {
  return written.trim().replace(/^\$/, '').toLowerCase()
}

/** The edit that says it for the mention's line. Front matter takes no comment: there it is said for the note. */
export function notOnThisLine(text: string, mention: Mention): Edit {
  if (mention.start < frontMatterEnd(text)) return notInThisNote(text, mention)
  const { start, end } = lineAt(text, mention.start)
  const said = readComments(text).find((one) => !one.isForNote && one.start === start)
  if (said) return addWord(said, mention)
  const lineEnd = start + text.slice(start, end).trimEnd().length
  return { start: lineEnd, end: lineEnd, text: ` <!-- ${marker}: ${nameOf(mention)} -->` }
}

/** The edit that says it for the whole note, at its end. */
export function notInThisNote(text: string, mention: Mention): Edit {
  const said = readComments(text).find(({ isForNote }) => isForNote)
  if (said) return addWord(said, mention)
  const eol = text.includes('\r\n') ? '\r\n' : '\n'
  const lead = text.endsWith('\n') ? eol : eol + eol
  const line = `<!-- ${marker} in this note: ${nameOf(mention)} -->${eol}`
  return { start: text.length, end: text.length, text: lead + line }
}

function addWord({ wordsEnd }: Said, mention: Mention): Edit {
  return { start: wordsEnd, end: wordsEnd, text: `, ${nameOf(mention)}` }
}

function nameOf({ text }: Mention): string {
  return text.replace(/\s+/g, ' ')
}

/** A quick look: false when a text surely has no comment that says what is not meant. Most have none. */
export function maySayNotMeant(text: string): boolean {
  return text.toLowerCase().includes(marker)
}

function readComments(text: string): Said[] {
  if (!maySayNotMeant(text)) return []
  let line = { start: 0, end: 0 }
  return [...text.matchAll(comment)].map((match) => {
    const [whole, forNote, names = ''] = match
    const isForNote = forNote !== undefined
    // A line may be long, and hold many.
    if (match.index >= line.end) line = lineAt(text, match.index)
    return {
      start: isForNote ? 0 : line.start,
      end: isForNote ? text.length : line.end,
      words: new Set(names.split(',').map(ordinaryWord)),
      isForNote,
      wordsEnd: match.index + whole.slice(0, -'-->'.length).trimEnd().length,
    }
  })
}

function lineAt(text: string, offset: number): { start: number; end: number } {
  const start = text.lastIndexOf('\n', offset - 1) + 1
  const next = text.indexOf('\n', offset)
  return { start, end: next === -1 ? text.length : next }
}
