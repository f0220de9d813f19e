import * as vscode from 'vscode'

/** VS Code does not show more of a line by default (`editor.stopRenderingLineAfter`). */
const lineLength = 10_000

/** So many lines above and below the visible ones are read with them: they tell senses apart. */
const margin = 60

/** Lines of a note that an editor shows, with some around them. */
export interface VisibleText {
  readonly text: string
  /** Something found in the text, where it is in the document. */
  readonly place: <T extends { readonly start: number; readonly end: number }>(found: T) => T
}

/** What the editors of a document show of it; editors that show the same lines may answer the same twice. */
export function visibleTexts(document: vscode.TextDocument): VisibleText[] {
  return visibleRanges(document).map((range) => textAround(document, range))
}

/** The same for as long as the same lines of the same version are visible. */
export function visibleKey(document: vscode.TextDocument): string {
  const lines = visibleRanges(document).map(({ start, end }) => `${start.line}-${end.line}`)
  return `${document.version} ${lines.join(' ')}`
}

/** Found in several visible texts: in order, and each once. */
export function inOrder<T extends { readonly start: number }>(found: readonly T[]): T[] {
  return [...new Map(found.map((each) => [each.start, each])).values()].sort((a, b) => a.start - b.start)
}

function visibleRanges(document: vscode.TextDocument): vscode.Range[] {
  return vscode.window.visibleTextEditors
    .filter((editor) => editor.document === document)
    .flatMap((editor) => editor.visibleRanges)
}

function textAround(document: vscode.TextDocument, { start, end }: vscode.Range): VisibleText {
  const from = Math.max(0, start.line - margin)
  const to = Math.min(document.lineCount, end.line + 1 + margin)
  let text = ''
  // Last line first.
  const lines: { readonly at: number; readonly offset: number }[] = []
  for (let line = from; line < to; line++) {
    lines.unshift({ at: text.length, offset: document.offsetAt(new vscode.Position(line, 0)) })
    text += `${document.lineAt(line).text.slice(0, lineLength)}\n`
  }
  const place: VisibleText['place'] = (found) => {
    const line = lines.find(({ at }) => at <= found.start)
    const shift = line ? line.offset - line.at : 0
    return { ...found, start: found.start + shift, end: found.end + shift }
  }
  return { text, place }
}
