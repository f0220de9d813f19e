/** Tables as CSV that a spreadsheet can open without running anything in it. */

/** Rows as RFC 4180 has them, each ended by CRLF. */
export function csv(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('')
}

/** A cell that a spreadsheet would take for a formula begins with an apostrophe, which shows that it is text. */
function cell(text: string): string {
  const line = text.replace(/[\r\n]+/g, ' ')
  const safe = /^\s*[=+\-@\t＝＋－＠]/.test(line) ? `'${line}` : line
  return /[",]/.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe
}
