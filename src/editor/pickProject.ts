import * as vscode from 'vscode'
import { sayKind, sayPlace } from '../core/card'
import { tickerOf, type ProjectIndex } from '../core/knowledge/projectIndex'
import type { Project } from '../core/knowledge/schema'
import { isNamed, namesOf } from '../core/projectNames'
import type { Notes } from './notes'

export interface ProjectItem extends vscode.QuickPickItem {
  /** A separator has none. */
  readonly project?: Project
}

/**
 * Everything on the map, floor by floor as the map shows it, then the subnets; first of all what `typed` is a whole name
 * of, as VS Code finds `64` in `SN126, formerly Poker44` too.
 */
export function projectItems(
  index: ProjectIndex,
  typed = '',
  offers: (project: Project) => boolean = () => true,
): ProjectItem[] {
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
  const named = typed === '' ? [] : projects.filter((project) => isNamed(project, typed))
  const offered: [string, readonly Project[]][] = [
    ['Of this name', named],
    ...groups.map(([label, group]): [string, readonly Project[]] => [
      label,
      group.filter((project) => !named.includes(project)),
    ]),
  ]
  return offered.flatMap(([label, group]) => {
    const items = group.filter(offers).map((project) => projectItem(project, index))
    return items.length === 0 ? [] : [{ label, kind: vscode.QuickPickItemKind.Separator }, ...items]
  })
}

/** Findable by name, ticker, alias, netuid and former name. */
function projectItem(project: Project, index: ProjectIndex): ProjectItem {
  const { netuid } = project
  const { former, others: all } = namesOf(project)
  const others = all.filter((name) => name !== tickerOf(project))
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
export function chooseProject(
  index: ProjectIndex,
  placeholder: string,
  offers?: (project: Project) => boolean,
): Promise<Project | undefined> {
  const pick = vscode.window.createQuickPick<ProjectItem>()
  Object.assign(pick, { placeholder, matchOnDescription: true, matchOnDetail: true })
  pick.items = projectItems(index, '', offers)
  return new Promise((resolve) => {
    const finish = (project?: Project) => {
      resolve(project)
      pick.dispose()
    }
    pick.onDidChangeValue((value) => {
      pick.items = projectItems(index, value, offers)
    })
    pick.onDidAccept(() => finish(pick.activeItems[0]?.project))
    pick.onDidHide(() => finish())
    pick.show()
  })
}

export function projectAtCursor(notes: Notes, index: ProjectIndex): Project | undefined {
  const editor = vscode.window.activeTextEditor
  const mention = editor && notes.mentionAt(editor.document, editor.selection.active)
  return mention && index.get(mention.project)
}
