import * as vscode from 'vscode'
import { sayKind, sayPlace } from '../core/card'
import { tickerOf, type ProjectIndex } from '../core/knowledge/projectIndex'
import type { Project } from '../core/knowledge/schema'
import type { Notes } from './notes'

export interface ProjectItem extends vscode.QuickPickItem {
  readonly project: Project
}

/** Findable by name, ticker, alias and former name. */
export function projectItem(project: Project, index: ProjectIndex): ProjectItem {
  const names = [...project.tickers.map(({ symbol }) => symbol), ...project.aliases.map(({ text }) => text)]
  const others = [...new Set(names)].filter((name) => name !== project.name && name !== tickerOf(project))
  return {
    project,
    label: project.name,
    description: [tickerOf(project), sayPlace(project, index), sayKind(project, index)]
      .filter((part) => part !== '')
      .join(' · '),
    ...(others.length > 0 ? { detail: `Also ${others.join(', ')}` } : {}),
  }
}

/**
 * The project that a command is about: the one its caller names, else the one under the cursor, else one that the user
 * picks. An id that is not on the map is nobody's.
 */
export async function pickProject(
  id: unknown,
  notes: Notes,
  index: ProjectIndex,
  placeHolder: string,
  offers: (project: Project) => boolean,
): Promise<Project | undefined> {
  if (typeof id === 'string') return index.get(id)
  const atCursor = projectAtCursor(notes, index)
  if (atCursor) return atCursor
  const items = index.knowledge.projects.filter(offers).map((project) => projectItem(project, index))
  const picked = await vscode.window.showQuickPick(items, {
    placeHolder,
    matchOnDescription: true,
    matchOnDetail: true,
  })
  return picked?.project
}

export function projectAtCursor(notes: Notes, index: ProjectIndex): Project | undefined {
  const editor = vscode.window.activeTextEditor
  const mention = editor && notes.mentionAt(editor.document, editor.selection.active)
  return mention && index.get(mention.project)
}
