/** Cuts a note where nothing goes on, so that after an edit only what is around it has to be read again. */
import { frontMatterEnd } from '../recognition/prose'

/** A block or several that belong together. */
export interface Piece {
  readonly start: number
  readonly text: string
  /** The end of what stands before it, which may introduce or excuse it. */
  readonly lead: string
  /** Whether the note begins with it, so that it may be front matter. */
  readonly isStart: boolean
}

/** Longer pieces are cut at a line. */
const pieceLimit = 30_000

/** The last line of a text, if it introduces what follows: a heading, a few words, a line that ends with a colon. */
export function leadIn(text: string): string {
  const line = text.trimEnd()
  const last = line.slice(Math.max(line.lastIndexOf('\n') + 1, line.length - leadLimit))
  return /^[ >]*#|[:?]\W*$|-->$/.test(last) || (last.length <= 60 && !/[.!…]\W*$/.test(last)) ? last : ''
}

const leadLimit = 200

/** The pieces of a note, in order. Blank lines part them, but not inside code, comments and lists. */
export function* piecesOf(text: string): Generator<Piece> {
  let start = 0
  let lead = ''
  const bodyStart = frontMatterEnd(text)
  if (bodyStart > 0) {
    yield { start, text: text.slice(0, bodyStart), lead, isStart: true }
    start = bodyStart
  }
  while (start < text.length) {
    const end = endOfPiece(text, start)
    const piece = text.slice(start, end)
    if (piece.trim() !== '') {
      yield { start, text: piece, lead, isStart: start === 0 }
      lead = leadIn(piece)
    }
    start = end
  }
}

const listItem = /^ {0,3}(?:[-*+]|\d{1,9}[.)])\s/

function endOfPiece(text: string, start: number): number {
  let fence = ''
  let isComment = false
  let wasBlank = false
  let isList = false
  for (let lineStart = start; lineStart < text.length;) {
    const newline = text.indexOf('\n', lineStart)
    const lineEnd = newline === -1 ? text.length : newline + 1
    const line = text.slice(lineStart, Math.min(lineEnd, lineStart + 200))
    const isBlank = line.trim() === ''
    const isOpen = fence !== '' || isComment
    if (!isBlank && !isOpen) {
      const isItem = listItem.test(line)
      if (wasBlank && !(isList && (isItem || /^(?: {2,}|\t)/.test(line)))) return lineStart
      isList = isItem || (isList && !/^ {0,3}#/.test(line))
    }
    if (lineStart > start && lineStart - start > pieceLimit) return lineStart
    const marker = isComment ? undefined : /^[ \t>]*(`{3,}|~{3,})/.exec(line)?.[1]
    if (fence === '') fence = marker ?? ''
    else if (marker?.startsWith(fence)) fence = ''
    if (fence === '') {
      const opened = line.lastIndexOf('<!--')
      const closed = line.lastIndexOf('-->')
      isComment = opened > closed || (isComment && closed === -1)
    }
    wasBlank = isBlank
    lineStart = lineEnd
  }
  return text.length
}

/** Above a block: do not warn here. */
export const blockExcuse = '<!-- crypto-ai-layers: this comparison is meant -->'

/** Anywhere in a note: do not warn in it. */
export const noteExcuse = '<!-- crypto-ai-layers: comparisons in this note are meant -->'

/** A line of front matter that says the same for a note. */
export const frontMatterExcuse = 'crypto-ai-layers-comparisons: off'

/** Whether the comment that excuses a block stands at its beginning or right above it. */
export function isExcused({ text, lead }: Piece): boolean {
  return text.trimStart().startsWith(blockExcuse) || lead.endsWith(blockExcuse)
}

/** Whether a note says that its comparisons are meant. */
export function isNoteExcused(text: string): boolean {
  return (
    text.includes(noteExcuse) ||
    text
      .slice(0, frontMatterEnd(text))
      .split(/\r?\n/)
      .some((line) => line.trimEnd() === frontMatterExcuse)
  )
}
