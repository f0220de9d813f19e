/** By what names a project is looked up. */
import type { ProjectHead } from './knowledge/schema'

export interface ProjectNames {
  /** Spellings and tickers of today beside the name. */
  readonly others: readonly string[]
  readonly former: readonly string[]
}

export function namesOf({ name, tickers, aliases, relations }: ProjectHead): ProjectNames {
  const former = [
    ...relations.filter((relation) => relation.type === 'formerly').map((relation) => relation.name),
    ...tickers.filter(({ until }) => until !== undefined).map(({ symbol }) => symbol),
  ]
  const others = [...tickers.map(({ symbol }) => symbol), ...aliases.map(({ text }) => text)]
  return {
    others: [...new Set(others)].filter((other) => other !== name && !former.includes(other)),
    former: [...new Set(former)],
  }
}

/** Whether what somebody typed is a whole name of the project, its netuid among them, in any letter case. */
export function isNamed(project: ProjectHead, typed: string): boolean {
  const { others, former } = namesOf(project)
  const { netuid } = project
  const numbers = netuid === undefined ? [] : [`${netuid}`, `SN${netuid}`, `subnet ${netuid}`, `netuid ${netuid}`]
  const wanted = fold(typed)
  return [project.name, ...others, ...former, ...numbers].some((name) => fold(name) === wanted)
}

function fold(name: string): string {
  return name.trim().replace(/^\$/, '').toLowerCase()
}
