import * as vscode from 'vscode'
import { projectLabel } from '../core/layerCounts'
import { ownNotes } from '../core/ownNotes'
import { mentionAt } from '../core/recognition/findMentions'
import type { CurrentKnowledge } from './currentKnowledge'
import { isNote, rangeOf, type Notes } from './notes'
import type { Vault } from './vault'
import { indexedRange } from './vaultSymbols'

const markdown: vscode.DocumentSelector = { language: 'markdown' }

/**
 * From a mention to where else its project is: all references in the vault, the same project in the note, the user's
 * own note on it, and from the number of a subnet to its place on the map.
 */
export function registerNavigation(notes: Notes, vault: Vault, knowledge: CurrentKnowledge): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.languages.registerReferenceProvider(markdown, {
      async provideReferences(document, position, _context, token) {
        const mention = notes.mentionAt(document, position)
        if (!mention) return undefined
        await vault.upToDateOrSoon()
        if (token.isCancellationRequested) return undefined
        return referencesTo(mention.project, document, notes, vault)
      },
    }),
    vscode.languages.registerDocumentHighlightProvider(markdown, {
      provideDocumentHighlights(document, position) {
        // VS Code asks with every key: a long note is marked when it is read.
        const mentions = notes.mentionsIfRead(document) ?? []
        const mention = mentionAt(mentions, document.offsetAt(position))
        return mentions
          .filter(({ project }) => project === mention?.project)
          .map((other) => new vscode.DocumentHighlight(rangeOf(document, other), vscode.DocumentHighlightKind.Text))
      },
    }),
    vscode.languages.registerDefinitionProvider(markdown, {
      provideDefinition(document, position) {
        const mention = notes.mentionAt(document, position)
        const project = mention && knowledge.index.head(mention.project)
        if (!project) return undefined
        const originSelectionRange = rangeOf(document, mention)
        return ownNotes(vault.index.notes().keys(), project)
          .filter((key) => key !== document.uri.toString())
          .map((key) => ({
            originSelectionRange,
            targetUri: vscode.Uri.parse(key),
            targetRange: new vscode.Range(0, 0, 0, 0),
          }))
      },
    }),
    vscode.languages.registerDocumentLinkProvider(markdown, {
      provideDocumentLinks(document) {
        if (!isNote(document)) return []
        return (notes.mentionsIfRead(document) ?? []).flatMap((mention) => {
          const project = knowledge.index.head(mention.project)
          if (project?.netuid === undefined || !/^(?:sn|subnet|netuid)\W*\d/i.test(mention.text)) return []
          const target = `command:cryptoAiLayers.showLayerMap?${encodeURIComponent(JSON.stringify([project.id]))}`
          const link = new vscode.DocumentLink(rangeOf(document, mention), vscode.Uri.parse(target))
          link.tooltip = `Show ${projectLabel(project)} on the layer map`
          return [link]
        })
      },
    }),
  )
}

/** In all notes of the vault, and in the document as it is now even if it is none of them. */
function referencesTo(project: string, document: vscode.TextDocument, notes: Notes, vault: Vault): vscode.Location[] {
  const here = document.uri.toString()
  const inDocument = notes
    .mentions(document)
    .filter((mention) => mention.project === project)
    .map((mention) => new vscode.Location(document.uri, rangeOf(document, mention)))
  const elsewhere = [...vault.index.notesOf(project).keys()]
    .filter((key) => key !== here)
    .flatMap((key) => {
      const uri = vscode.Uri.parse(key)
      return (vault.index.get(key)?.facts.mentions ?? [])
        .filter((mention) => mention.project === project)
        .map((mention) => new vscode.Location(uri, indexedRange(mention)))
    })
  return [...inDocument, ...elsewhere]
}
