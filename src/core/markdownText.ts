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
