/** Why a comparison is none of equals, in plain words. */
import { sayList } from '../figures'
import type { ProjectIndex } from '../knowledge/projectIndex'
import type { Project } from '../knowledge/schema'
import type { Comparison } from './findComparisons'

/** More projects than this are not explained one by one. */
const explainedLimit = 4

/**
 * What a problem says of a comparison: which layers, why they are not the same bet, and what each project can be
 * compared with. Plain text, a line for each project.
 */
export function explainComparison(comparison: Comparison, index: ProjectIndex): string {
  const projects = comparison.projects.map((id) => index.get(id)).filter((project) => project !== undefined)
  const layers = comparison.layers.map((id) => index.layer(id))
  const placed = projects.slice(0, explainedLimit).map((project) => explainProject(project, index))
  const more = projects.length - placed.length
  return [
    `Different layers, so not the same bet: ${sayList(layers.map(({ name }) => name))}. All of them can win, and all can lose.`,
    ...placed,
    ...(more > 0 ? [`And ${more} more.`] : []),
  ].join('\n')
}

function explainProject(project: Project, index: ProjectIndex): string {
  const comparable = index.comparableWith(project).map(({ name }) => name)
  const fair =
    comparable.length > 0 ? `Compare with ${sayList(comparable.slice(0, 3))}.` : 'Nothing of its kind is on it.'
  return `• ${project.name} (${index.layerOf(project)?.shortName ?? 'no layer'}): ${project.does} ${fair}`
}
