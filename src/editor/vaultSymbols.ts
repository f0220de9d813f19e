import * as vscode from 'vscode'
import { projectLabel } from '../core/layerCounts'
import { matchRank } from '../core/matchRank'
import type { IndexedMention } from '../core/vaultIndex'
import type { CurrentKnowledge } from './currentKnowledge'
import type { Vault } from './vault'

/** Nobody reads more, and in a large vault one letter would match a hundred thousand. */
const mostSymbols = 1_000

/** Where an editor shows an indexed mention. */
export function indexedRange({ line, character, length }: IndexedMention): vscode.Range {
  return new vscode.Range(line, character, line, character + length)
}

/** _Go to Symbol in Workspace_ finds projects by name and ticker: one entry for each note that mentions them. */
export function registerVaultSymbols(vault: Vault, knowledge: CurrentKnowledge): vscode.Disposable {
  return vscode.languages.registerWorkspaceSymbolProvider({
    async provideWorkspaceSymbols(query, token) {
      if (query === '') return []
      await vault.upToDateOrSoon()
      if (token.isCancellationRequested) return []
      const wanted = query.toLowerCase().replace(/^\$/, '')
      const projects = [...vault.index.projects()]
        .flatMap((id) => {
          const project = knowledge.index.head(id)
          const label = project && projectLabel(project)
          const rank = label === undefined ? undefined : matchRank(wanted, label.toLowerCase())
          return label === undefined || rank === undefined ? [] : [{ id, label, rank }]
        })
        .sort((a, b) => a.rank - b.rank || (a.label < b.label ? -1 : 1))
      const symbols: vscode.SymbolInformation[] = []
      for (const { id, label } of projects) {
        for (const symbol of symbolsOf(id, label, vault, mostSymbols - symbols.length)) symbols.push(symbol)
        if (symbols.length >= mostSymbols) break
      }
      return symbols
    },
  })
}

/** Of the notes that mention a project most. */
function symbolsOf(id: string, label: string, vault: Vault, most: number): vscode.SymbolInformation[] {
  const notes = [...vault.index.notesOf(id)].sort(([a, more], [b, less]) => less - more || (a < b ? -1 : 1))
  return notes.slice(0, most).flatMap(([key, count]) => {
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
