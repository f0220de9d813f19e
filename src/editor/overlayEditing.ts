import * as vscode from 'vscode'
import type { Completion } from '../core/overlay/completions'
import type { CurrentKnowledge } from './currentKnowledge'
import { rangeOf } from './notes'
import { isOverlay, overlayFolder, userMap, type OverlayFiles } from './overlayFiles'

/** Help while a map is edited: quick fixes for its problems, and completions that need no other extension. */
export function registerOverlayEditing(
  context: vscode.ExtensionContext,
  files: OverlayFiles,
  knowledge: CurrentKnowledge,
): vscode.Disposable {
  const selector: vscode.DocumentSelector = [
    { pattern: `**/${overlayFolder}/*.yaml` },
    { pattern: userMap(context).path },
    { scheme: userMap(context).scheme, pattern: '**/*.yaml' },
  ]
  return vscode.Disposable.from(
    vscode.languages.registerCodeActionsProvider(
      selector,
      { provideCodeActions: (document, range) => fixesAt(files, document, range) },
      { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] },
    ),
    vscode.languages.registerCompletionItemProvider(
      selector,
      {
        async provideCompletionItems(document, position, cancel) {
          if (!isOverlay(context, document)) return []
          const { completionsAt } = await import('../core/overlay/overlay')
          if (cancel.isCancellationRequested) return []
          const offset = document.offsetAt(position)
          const { replaces, items } = completionsAt(document.getText(), offset, knowledge.index.knowledge.heads)
          // Where an extension for YAML reads our schema, it knows fields and choices too.
          const hasSchema = vscode.extensions.getExtension('redhat.vscode-yaml') !== undefined
          const range = rangeOf(document, replaces)
          return items
            .filter(({ kind }) => !hasSchema || kind === 'project')
            .map((item, at) => completionItem(item, range, at))
        },
      },
      ' ',
      ':',
    ),
  )
}

const completionKinds: Readonly<Record<Completion['kind'], vscode.CompletionItemKind>> = {
  field: vscode.CompletionItemKind.Property,
  choice: vscode.CompletionItemKind.EnumMember,
  project: vscode.CompletionItemKind.Reference,
}

function completionItem(
  { label, kind, detail, insert }: Completion,
  range: vscode.Range,
  at: number,
): vscode.CompletionItem {
  const item = new vscode.CompletionItem(label, completionKinds[kind])
  item.insertText = insert
  item.range = range
  item.detail = detail
  // Fields stand in the order of the schema, the needed ones first.
  item.sortText = String(at).padStart(4, '0')
  item.filterText = kind === 'project' ? `${label} ${detail}` : label
  return item
}

function fixesAt(files: OverlayFiles, document: vscode.TextDocument, range: vscode.Range): vscode.CodeAction[] {
  return files.problemsOf(document).flatMap((problem) => {
    const place = rangeOf(document, problem)
    if (!place.intersection(range)) return []
    return problem.fixes.map(({ title, edit }, at) => {
      const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix)
      action.edit = new vscode.WorkspaceEdit()
      action.edit.replace(document.uri, rangeOf(document, edit), edit.text)
      action.diagnostics = vscode.languages
        .getDiagnostics(document.uri)
        .filter((diagnostic) => diagnostic.message === problem.message && diagnostic.range.isEqual(place))
      action.isPreferred = at === 0
      return action
    })
  })
}
