/** The rows and cells of Markdown tables, with their places in the note. */

export interface TableRow {
  /** Offset in the note. */
  readonly start: number
  readonly text: string
}

export interface Cell {
  readonly text: string
  readonly start: number
  readonly end: number
}

/** The cells of a row. A pipe that is escaped, or inside a wiki link or code, splits nothing. */
export function splitRow({ start, text }: TableRow): Cell[] {
  const cells: Cell[] = []
  const from = /^\s*\|?/.exec(text)?.[0].length ?? 0
  const push = (begin: number, end: number) => {
    const raw = text.slice(begin, end)
    const lead = raw.length - raw.trimStart().length
    const trimmed = raw.trim()
    cells.push({
      text: trimmed.replace(/\\\|/g, '|'),
      start: start + begin + lead,
      end: start + begin + lead + trimmed.length,
    })
  }
  let begin = from
  for (const { 0: found, index } of text.slice(from).matchAll(/\\.|\[\[[^\]|]*\|[^\]|]*\]\]|`[^`|]*`|\|/g)) {
    if (found !== '|') continue
    push(begin, from + index)
    begin = from + index + 1
  }
  if (text.slice(begin).trim() !== '') push(begin, text.length)
  return cells
}

/** From the first cell to the last. */
export function rowRange(cells: readonly Cell[], row: TableRow): { start: number; end: number } {
  return { start: cells[0]?.start ?? row.start, end: cells.at(-1)?.end ?? row.start + row.text.length }
}
