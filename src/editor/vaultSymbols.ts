import * as vscode from 'vscode'
import { projectLabel } from '../core/layerCounts'
import type { IndexedMention } from '../core/vaultIndex'
import type { CurrentKnowledge } from './currentKnowledge'
import type { Vault } from './vault'

/** Where an editor shows an indexed mention. */
export function indexedRange({ line, character, length }: IndexedMention): vscode.Range {
  return new vscode.Range(line, character, line, character + length)
}

/** _Go to Symbol in Workspace_ finds projects by name and ticker: one entry for each note that mentions them. */
export function registerVaultSymbols(vault: Vault, knowledge: CurrentKnowledge): vscode.Disposable {
  return vscode.languages.registerWorkspaceSymbolProvider({
    async provideWorkspaceSymbols(query, token) {
      if (query === '') return []
      await vault.upToDate()
      if (token.isCancellationRequested) return []
      const { index } = knowledge
      const wanted = query.toLowerCase().replace(/^\$/, '')
      return [...vault.index.projects()]
        .flatMap((id) => {
          const project = index.head(id)
          return project ? [{ id, label: projectLabel(project) }] : []
        })
        .filter(({ label }) => isSubsequence(wanted, label.toLowerCase()))
        .flatMap(({ id, label }) => symbolsOf(id, label, vault))
    },
  })
}

function symbolsOf(id: string, label: string, vault: Vault): vscode.SymbolInformation[] {
  return [...vault.index.notesOf(id)].flatMap(([key, count]) => {
    const first = vault.index.get(key)?.facts.mentions.find(({ project }) => project === id)
    if (!first) return []
    const uri = vscode.Uri.parse(key)
    const where = `${vscode.workspace.asRelativePath(uri)} · ${count}`
    return new vscode.SymbolInformation(
      label,
      vscode.SymbolKind.Constant,
      where,
      new vscode.Location(uri, indexedRange(first)),
    )
  })
}

/** Whether all characters of `wanted` are in `text` in this order, as VS Code filters what a person types. */
function isSubsequence(wanted: string, text: string): boolean {
  let from = 0
  for (const character of wanted) {
    const at = text.indexOf(character, from)
    if (at === -1) return false
    from = at + character.length
  }
  return true
}
