/** Text that goes into Markdown as text: nothing in it becomes markup, a link, an image, an icon or a table cell. */

/** One line of Markdown that renders as exactly `text`. Line breaks become spaces. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/[\r\n\u2028\u2029]+/g, ' ')
    .replace(/[\\`*_{}[\]()#+\-!|<>&~$=:@]/g, '\\$&')
    .replace(/(^|\s)(\d+)\./g, '$1$2\\.')
    .replace(/www\./gi, (match) => `${match.slice(0, 3)}\\.`)
}

/** A Markdown link whose text is shown as it is. */
export function link(text: string, target: string): string {
  return `[${escapeMarkdown(text)}](${target.replace(/[()<>\s\\]/g, (character) => encodeURIComponent(character).replace('(', '%28').replace(')', '%29'))})`
}

/** For notes a person goes on to edit: escapes only what would break a table cell or open markup. */
export function escapeCell(text: string): string {
  return text
    .replace(/[\r\n\u2028\u2029]+/g, ' ')
    .replace(/[\\`*_[\]<>|]/g, '\\$&')
    .trim()
}

/**
 * A table whose columns stand below each other in the text as well; the first row is its header. The first column begins
 * at the left, the others do, or end at the right as numbers do.
 */
export function alignedTable(rows: readonly (readonly string[])[], others: 'left' | 'right'): string[] {
  const [head = [], ...body] = rows
  const widths = head.map((_, column) => Math.max(3, ...rows.map((row) => row[column]?.length ?? 0)))
  const isRight = (column: number) => column > 0 && others === 'right'
  const line = (cells: readonly string[]) =>
    `| ${widths.map((width, at) => (isRight(at) ? cells[at]?.padStart(width) : cells[at]?.padEnd(width))).join(' | ')} |`
  const rule = widths.map((width, at) => (isRight(at) ? `${'-'.repeat(width - 1)}:` : '-'.repeat(width)))
  return [head, rule, ...body].map(line)
}
