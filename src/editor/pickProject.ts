import * as vscode from 'vscode'
import { sayKind, sayPlace } from '../core/card'
import { tickerOf, type ProjectIndex } from '../core/knowledge/projectIndex'
import type { Project } from '../core/knowledge/schema'
import type { Notes } from './notes'

export interface ProjectItem extends vscode.QuickPickItem {
  /** A separator has none. */
  readonly project?: Project
}

/** Everything on the map, floor by floor as the map shows it, then the subnets. */
export function projectItems(index: ProjectIndex, offers: (project: Project) => boolean = () => true): ProjectItem[] {
  const { layers, projects } = index.knowledge
  const networks = new Set(projects.map((project) => index.parentOf(project)).filter((parent) => parent !== undefined))
  const groups: readonly [string, readonly Project[]][] = [
    ...[...layers]
      .reverse()
      .map(({ id, name }): [string, readonly Project[]] => [
        name,
        [...index.onFloor(id), ...index.besideFloor(id, 'centralized'), ...index.besideFloor(id, 'open-weights')],
      ]),
    ['Cannot be placed', index.unplaced()],
    ...[...networks].map((network): [string, readonly Project[]] => [
      `Subnets of ${network.name}`,
      index.subnetsOf(network),
    ]),
  ]
  return groups.flatMap(([label, group]) => {
    const items = group.filter(offers).map((project) => projectItem(project, index))
    return items.length === 0 ? [] : [{ label, kind: vscode.QuickPickItemKind.Separator }, ...items]
  })
}

/** Findable by name, ticker, alias, netuid and former name. */
function projectItem(project: Project, index: ProjectIndex): ProjectItem {
  const { netuid, tickers, aliases, relations } = project
  const former = [
    ...relations.filter((relation) => relation.type === 'formerly').map(({ name }) => name),
    ...tickers.filter(({ until }) => until !== undefined).map(({ symbol }) => symbol),
  ]
  const names = [...tickers.map(({ symbol }) => symbol), ...aliases.map(({ text }) => text)]
  const others = [...new Set(names)].filter(
    (name) => name !== project.name && name !== tickerOf(project) && !former.includes(name),
  )
  const detail = [
    ...(netuid === undefined ? [] : [`subnet ${netuid}, netuid ${netuid}`]),
    ...(others.length === 0 ? [] : [`also ${others.join(', ')}`]),
    ...(former.length === 0 ? [] : [`formerly ${former.join(', ')}`]),
  ].join('; ')
  return {
    project,
    label: project.name,
    description: [tickerOf(project), sayPlace(project, index), sayKind(project, index)]
      .filter((part) => part !== '')
      .join(' · '),
    ...(detail === '' ? {} : { detail: detail.charAt(0).toUpperCase() + detail.slice(1) }),
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
  return chooseProject(index, placeHolder, offers)
}

/** One that the user picks. */
export async function chooseProject(
  index: ProjectIndex,
  placeHolder: string,
  offers?: (project: Project) => boolean,
): Promise<Project | undefined> {
  const picked = await vscode.window.showQuickPick(projectItems(index, offers), {
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
