import * as vscode from 'vscode'
import { sayKind, sayPlace } from '../core/card'
import { completionsOf, isProseAt, readWritten, type Completion, type Written } from '../core/completions'
import { tickerOf } from '../core/knowledge/projectIndex'
import type { CurrentKnowledge } from './currentKnowledge'
import { isNote, type Notes } from './notes'
import { readSettings } from './settings'
import type { Vault } from './vault'

/** Tickers behind `$`, names in `[[`, and names for plain words if the user wants them; never in code. */
export function registerCompletion(notes: Notes, vault: Vault, knowledge: CurrentKnowledge): vscode.Disposable {
  return vscode.languages.registerCompletionItemProvider(
    { language: 'markdown' },
    {
      provideCompletionItems(document, position) {
        const before = document.lineAt(position).text.slice(0, position.character)
        const written = readWritten(before)
        if (!written || (written.kind === 'word' && !readSettings(document).completionNames)) return undefined
        if (!isNote(document) || notes.isTooLarge(document)) return undefined
        if (!isProseAt(document.getText(), document.offsetAt(position))) return undefined
        const after = document.lineAt(position).text.slice(position.character)
        const completions = completionsOf(
          written,
          knowledge.index.knowledge.heads,
          (project) => vault.index.countOf(project).mentions,
        )
        const range = new vscode.Range(position.translate(0, -written.text.length), position)
        const items = completions.map((completion, rank) => {
          const item = completionItem(completion, rank, written, knowledge)
          item.range = range
          if (written.kind === 'link' && !after.startsWith(']]')) item.insertText = `${completion.text}]]`
          return item
        })
        // Asked anew with each key: what begins an amount (`$1`) offers nothing.
        return new vscode.CompletionList(items, true)
      },
      resolveCompletionItem(item) {
        if (item instanceof ProjectItem) item.documentation = knowledge.index.get(item.project)?.does ?? ''
        return item
      },
    },
    '$',
    '[',
  )
}

class ProjectItem extends vscode.CompletionItem {
  constructor(
    label: vscode.CompletionItemLabel,
    readonly project: string,
  ) {
    super(label, vscode.CompletionItemKind.Constant)
  }
}

function completionItem(
  { project, text, matched }: Completion,
  rank: number,
  { kind }: Written,
  { index }: CurrentKnowledge,
): ProjectItem {
  const other = kind === 'ticker' ? project.name : tickerOf(project)
  // The layer first: the end of a long name is cut off.
  const description = [index.layerOf(project)?.shortName ?? sayPlace(project, index), other]
    .filter((part) => part !== '')
    .join(' · ')
  const item = new ProjectItem({ label: text, description }, project.id)
  item.detail = sayKind(project, index)
  item.filterText = matched
  item.sortText = String(rank).padStart(5, '0')
  return item
}
