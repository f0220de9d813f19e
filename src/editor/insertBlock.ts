import * as vscode from 'vscode'
import { frontMatterEnd } from '../core/recognition/prose'

/** Inserts Markdown as a block of its own after the cursor's line, behind front matter; one undo removes it. */
export async function insertBlock(editor: vscode.TextEditor, markdown: string): Promise<boolean> {
  const { document, selection } = editor
  const lastOfFrontMatter = document.positionAt(frontMatterEnd(document.getText()) - 1).line
  const line = document.lineAt(Math.max(selection.active.line, lastOfFrontMatter))
  const isLast = line.lineNumber === document.lineCount - 1
  const next = isLast ? undefined : document.lineAt(line.lineNumber + 1)
  const before = line.isEmptyOrWhitespace ? '' : '\n\n'
  const after = next === undefined || next.isEmptyOrWhitespace ? '' : '\n'
  const block = before + markdown.trimEnd() + (isLast ? '\n' : after)
  try {
    return await editor.edit((builder) => builder.insert(line.range.end, block))
  } catch {
    // The editor was closed meanwhile.
    return false
  }
}
