import * as vscode from 'vscode'
import type { Subject } from '../core/evaluation'
import type { ProjectIndex } from '../core/knowledge/projectIndex'
import { projectItems } from './pickProject'

/** A separator has no subject. */
interface SubjectItem extends vscode.QuickPickItem {
  readonly subject?: Subject
}

/** One that the user picks, of `first` or of the map, or a name that the user types; undefined when the user leaves. */
export function pickSubject(
  index: ProjectIndex,
  first: readonly (vscode.QuickPickItem & { readonly subject: Subject })[],
): Promise<Subject | undefined> {
  const known = (typed: string): SubjectItem[] => [
    ...first,
    ...projectItems(index, typed).map(({ project, ...item }) => (project ? { ...item, subject: { project } } : item)),
  ]
  const pick = vscode.window.createQuickPick<SubjectItem>()
  pick.title = 'Evaluate a Project'
  pick.placeholder = 'Name, ticker, netuid or former name; a name that is not on the map can be evaluated too'
  pick.matchOnDescription = true
  pick.matchOnDetail = true
  pick.items = known('')
  return new Promise((resolve) => {
    const finish = (subject?: Subject) => {
      resolve(subject)
      pick.dispose()
    }
    pick.onDidChangeValue((value) => {
      const name = value.trim().slice(0, 64)
      const typed = { label: `$(add) ${name}`, description: 'not on the map', alwaysShow: true, subject: { name } }
      pick.items = name === '' ? known('') : [...known(name), typed]
    })
    pick.onDidAccept(() => finish(pick.activeItems[0]?.subject))
    pick.onDidHide(() => finish())
    pick.show()
  })
}
