/** What a name that is being written can be completed to: behind `$`, behind `[[`, or as a plain word. */
import { tickerOf } from './knowledge/projectIndex'
import type { ProjectHead } from './knowledge/schema'
import { namesOf } from './projectNames'
import { findProse } from './recognition/prose'

/** What is being written at the end of a line. */
export interface Written {
  readonly kind: 'ticker' | 'link' | 'word'
  /** With the `$` of a ticker, without the brackets of a link. */
  readonly text: string
}

export interface Completion {
  readonly project: ProjectHead
  /** What is to be written: a ticker with its `$`, or a name. */
  readonly text: string
  /** The name that begins with what is written, and as it does. */
  readonly matched: string
}

/** Not `US$`, `$$`, `\$`; not `![[` of an embedded file. */
const written =
  /(?<![\w$\\.:=@#&-])(?<ticker>\$[\p{L}\p{N}]*)$|(?<!!)\[\[(?<link>[^\][|#^\n]*)$|(?<![\p{L}\p{N}$#@/\\:.-])(?<word>\p{L}[\p{L}\p{N}.]+)$/u

/** What is written at the end of a line's text up to the cursor; nothing where no name can be. */
export function readWritten(line: string): Written | undefined {
  const { ticker, link, word } = written.exec(line)?.groups ?? {}
  // `$450` is an amount.
  if (ticker !== undefined) return /^\$\d+$/.test(ticker) ? undefined : { kind: 'ticker', text: ticker }
  if (link !== undefined) return { kind: 'link', text: link }
  return word === undefined ? undefined : { kind: 'word', text: word }
}

/** The projects of which some name begins with what is written, those first that `mentions` counts most. */
export function completionsOf(
  { kind, text }: Written,
  heads: readonly ProjectHead[],
  mentions: (project: string) => number,
): Completion[] {
  const wanted = text.toLowerCase()
  const isTicker = kind === 'ticker'
  return heads
    .flatMap((project): (Completion & { readonly count: number })[] => {
      const ticker = tickerOf(project)
      if (isTicker && !project.tickers.some(({ until }) => until === undefined)) return []
      const names = [...(isTicker ? [ticker] : []), project.name, ...namesOf(project).others, ticker]
      const matched = names
        .filter((name) => name !== '')
        .map((name) => (isTicker ? `$${name}` : name))
        .find((name) => name.toLowerCase().startsWith(wanted))
      if (matched === undefined) return []
      return [{ project, text: isTicker ? `$${ticker}` : project.name, matched, count: mentions(project.id) }]
    })
    .sort((a, b) => b.count - a.count || (a.text < b.text ? -1 : 1))
    .map(({ project, text: completed, matched }) => ({ project, text: completed, matched }))
}

/** Of longer notes, in UTF-16 code units, only the paragraph at the cursor is parsed. */
const parsedLength = 200_000

/** Whether a person writes prose at the end of `text.slice(0, offset)`: not code, math, HTML or an address. */
export function isProseAt(text: string, offset: number): boolean {
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1
  // Code that is not closed yet is none for Markdown.
  if ((text.slice(lineStart, offset).match(/`/g)?.length ?? 0) % 2 === 1) return false
  const isWhole = text.length <= parsedLength
  if (!isWhole && isInFence(text, lineStart)) return false
  const start = isWhole ? 0 : Math.max(0, text.lastIndexOf('\n\n', lineStart), lineStart - parsedLength)
  const end = isWhole ? undefined : offset + 1000
  const at = { start: Math.max(0, offset - start - 1), end: offset - start }
  const { skipped } = findProse(text.slice(start, end), [at], start === 0)
  return !skipped.some((range) => range.start < at.end && at.start < range.end)
}

/** Whether a fence is open before an offset at the start of a line. */
function isInFence(text: string, offset: number): boolean {
  let open = ''
  for (const [, mark = ''] of text.slice(0, offset).matchAll(/^ {0,3}(`{3,}|~{3,})/gm)) {
    if (open === '') open = mark
    else if (mark.startsWith(open)) open = ''
  }
  return open !== ''
}
