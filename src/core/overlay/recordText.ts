/** A built-in project as the YAML of its record: what "go to definition" shows of it. */
import { stringify } from 'yaml'
import type { Project } from '../knowledge/schema'

export function recordText(project: Project): string {
  const header = `# Built in, and read-only. To say something else of it, write a record with this id under 'changes'
# in a map of your own: "Crypto AI Layers: Edit Your Map".
`
  return header + stringify(withoutEmpty(project), { lineWidth: 100 })
}

/** Fields that say something. */
function withoutEmpty(project: Project): Partial<Project> {
  return Object.fromEntries(
    Object.entries(project).filter(([, value]) => !(Array.isArray(value) && value.length === 0)),
  )
}
