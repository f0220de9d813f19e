/**
 * Built-in knowledge in two parts: what start-up reads, and details that stay a string until a card, the map or the
 * picker asks. An extension in a browser has one file, so both parts are in the bundle.
 */
import type { Knowledge, Project, ProjectHead } from './schema'

/** Knowledge without details. */
type StartUpKnowledge = Omit<Knowledge, 'projects'>

/** Both parts as JSON, in ASCII: V8 keeps such a string in one byte a character. */
export interface KnowledgeParts {
  readonly startUp: string
  readonly details: string
}

export function splitKnowledge({ projects, ...rest }: Knowledge): KnowledgeParts {
  const startUp: StartUpKnowledge = { ...rest, heads: projects.map((project) => splitProject(project).head) }
  return { startUp: asciiJson(startUp), details: asciiJson(projects.map((project) => splitProject(project).details)) }
}

/** Knowledge whose projects are parsed at the first look at them. */
export function joinKnowledge({ startUp, details }: KnowledgeParts): Knowledge {
  const known = JSON.parse(startUp) as StartUpKnowledge
  let projects: readonly Project[] | undefined
  return {
    ...known,
    get projects() {
      projects ??= (JSON.parse(details) as ProjectDetails[]).map((rest, at) => ({
        ...(known.heads[at] as ProjectHead),
        ...rest,
      }))
      return projects
    },
  }
}

type ProjectDetails = Omit<Project, keyof ProjectHead>

function splitProject(project: Project): { head: ProjectHead; details: ProjectDetails } {
  const { id, name, kind, layer, netuid, relations, tickers, aliases, ambiguity, ...details } = project
  const head = { id, name, kind, layer, relations, tickers, aliases, ambiguity }
  return { head: netuid === undefined ? head : { ...head, netuid }, details }
}

function asciiJson(value: unknown): string {
  return JSON.stringify(value).replace(
    /[^\0-\x7f]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}
