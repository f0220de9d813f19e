import * as vscode from 'vscode'
import type { CurrentKnowledge } from './currentKnowledge'
import { isNote, rangeOf, type Notes } from './notes'

/** The scheme of built-in records as documents that nobody can edit. */
const recordScheme = 'crypto-ai-layers'

/** From a mention to its record: the user's in its file, the built-in one as a read-only document. */
export function registerDefinition(notes: Notes, knowledge: CurrentKnowledge): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.languages.registerDefinitionProvider(
      { language: 'markdown' },
      {
        async provideDefinition(document, position) {
          if (!isNote(document)) return []
          const mention = notes.mentionAt(document, position)
          if (!mention) return []
          const origin = knowledge.index.knowledge.origins?.get(mention.project)
          const own = await Promise.all((origin?.places ?? []).map(locationOf))
          const targets = origin?.kind === 'own' ? own : [...own, builtInLocation(mention.project)]
          const originSelectionRange = rangeOf(document, mention)
          return targets
            .filter((target) => target !== undefined)
            .map(({ uri, range }) => ({ originSelectionRange, targetUri: uri, targetRange: range }))
        },
      },
    ),
    vscode.workspace.registerTextDocumentContentProvider(recordScheme, {
      async provideTextDocumentContent({ path }) {
        const id = /^\/(.+)\.yaml$/.exec(path)?.[1]
        const project = knowledge.builtIn.projects.find((candidate) => candidate.id === id)
        if (!project) return '# There is no such project.\n'
        const { recordText } = await import('../core/overlay/overlay')
        return recordText(project)
      },
    }),
  )
}

function builtInLocation(id: string): vscode.Location {
  const uri = vscode.Uri.from({ scheme: recordScheme, path: `/${id}.yaml` })
  return new vscode.Location(uri, new vscode.Position(0, 0))
}

/** A file that has just been deleted is nowhere. */
async function locationOf(place: { uri: string; start: number; end: number }): Promise<vscode.Location | undefined> {
  try {
    const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(place.uri, true))
    return new vscode.Location(document.uri, rangeOf(document, place))
  } catch {
    return undefined
  }
}
