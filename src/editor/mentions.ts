import * as vscode from 'vscode'
import type { CurrentKnowledge } from './currentKnowledge'
import { pickProject } from './pickProject'
import { rangeOf, type Notes } from './notes'

/** Lists the mentions of a project in the current note, in VS Code's own peek view. */
export function registerMentions(notes: Notes, knowledge: CurrentKnowledge): vscode.Disposable {
  return vscode.commands.registerCommand('cryptoAiLayers.showMentions', async (id?: unknown) => {
    const document = notes.current
    if (!document) return void vscode.window.showInformationMessage('Open a Markdown note to see its mentions.')
    const mentioned = new Set(notes.mentions(document).map(({ project }) => project))
    const project = await pickProject(id, notes, knowledge.index, 'Show the mentions of…', (candidate) =>
      mentioned.has(candidate.id),
    )
    if (!project) return
    const mentions = notes.mentions(document).filter((mention) => mention.project === project.id)
    const [first] = mentions
    if (!first) return void vscode.window.showInformationMessage(`This note does not mention ${project.name}.`)
    const locations = mentions.map((mention) => new vscode.Location(document.uri, rangeOf(document, mention)))
    await vscode.commands.executeCommand(
      'editor.action.peekLocations',
      document.uri,
      document.positionAt(first.start),
      locations,
      'peek',
    )
  })
}

/** Puts the cursor of the current note on the mention of a project that starts at `start`, or the next one. */
export async function revealMention(notes: Notes, project: string, start: number): Promise<void> {
  const document = notes.current
  const mention =
    document && notes.mentions(document).find((candidate) => candidate.project === project && candidate.start >= start)
  if (!document || !mention) return
  const viewColumn = notes.currentEditor?.viewColumn
  await vscode.window.showTextDocument(document, {
    selection: rangeOf(document, mention),
    ...(viewColumn === undefined ? {} : { viewColumn }),
  })
}
