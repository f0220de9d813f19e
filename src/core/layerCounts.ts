/** Which projects a note or a vault mentions, layer by layer: what the status bar, the tree and the list say. */
import { sayKind } from './card'
import { sayList } from './figures'
import { isBesideTheMap, tickerOf, type ProjectIndex } from './knowledge/projectIndex'
import type { Layer, ProjectHead } from './knowledge/schema'
import { escapeMarkdown } from './markdownText'
import type { ReadNote } from './vaultIndex'
import { indexedMentions } from './vaultIndex'

export interface MentionedProject {
  readonly project: ProjectHead
  readonly mentions: number
}

/** A floor with the projects that are mentioned, most mentions first; without a layer, those that cannot be placed. */
export interface LayerCount {
  readonly layer?: Layer
  readonly projects: readonly MentionedProject[]
}

/** The four floors from the ground up, and those without a floor if there are any. Unknown ids are left out. */
export function countByLayer(
  counts: Iterable<readonly [project: string, mentions: number]>,
  index: ProjectIndex,
): LayerCount[] {
  const projects = [...counts]
    .flatMap(([id, mentions]) => {
      const project = index.head(id)
      return project ? [{ project, mentions }] : []
    })
    .sort((a, b) => b.mentions - a.mentions || (a.project.name < b.project.name ? -1 : 1))
  const unplaced = projects.filter(({ project }) => project.layer === 'none')
  return [
    ...index.knowledge.layers.map((layer) => ({
      layer,
      projects: projects.filter(({ project }) => project.layer === layer.id),
    })),
    ...(unplaced.length > 0 ? [{ projects: unplaced }] : []),
  ]
}

/** How often each project is mentioned, by id. */
export function countMentions(mentions: readonly { readonly project: string }[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { project } of mentions) counts.set(project, (counts.get(project) ?? 0) + 1)
  return counts
}

/** `C2 I3 A0 X1`: how many projects of each floor; systems beside the map do not count, unplaced ones follow as `?1`. */
export function layersAtAGlance(counts: readonly LayerCount[]): string {
  return counts.map(({ layer, projects }) => `${layer?.letter ?? '?'}${onMap(projects).length}`).join(' ')
}

/** The same in words: `2 projects on Compute, none on Intelligence, …`. */
export function layersInWords(counts: readonly LayerCount[]): string {
  return sayList(
    counts.map(({ layer, projects }) => {
      const count = onMap(projects).length
      const number = count === 0 ? 'none' : `${count} ${count === 1 ? 'project' : 'projects'}`
      return layer ? `${number} on ${layer.name}` : `${number} without a layer`
    }),
  )
}

function onMap(projects: readonly MentionedProject[]): readonly MentionedProject[] {
  return projects.filter(({ project }) => !isBesideTheMap(project))
}

/** `Bittensor (TAO)`. */
export function projectLabel(project: ProjectHead): string {
  const ticker = tickerOf(project)
  return ticker === '' || ticker === project.name ? project.name : `${project.name} (${ticker})`
}

/** The projects of a note as Markdown: floors, projects, and the lines that mention them. */
export function projectList(note: ReadNote, index: ProjectIndex): string {
  const lines = new Map<string, Set<number>>()
  for (const { project, line } of indexedMentions(note)) {
    lines.set(project, (lines.get(project) ?? new Set()).add(line + 1))
  }
  const counts = countByLayer(countMentions(note.mentions), index)
  const floors = counts.map(({ layer, projects }) =>
    [
      `## ${layer?.name ?? 'Without a layer'}`,
      '',
      ...(projects.length === 0 ? ['None.'] : []),
      ...projects.map(({ project, mentions }) => {
        const places = [...(lines.get(project.id) ?? [])]
        const times = `${mentions} ${mentions === 1 ? 'mention' : 'mentions'}`
        const where = `${places.length === 1 ? 'line' : 'lines'} ${sayList(places.map(String))}`
        return `- ${escapeMarkdown(projectLabel(project))}, ${escapeMarkdown(sayKind(project, index))}: ${times}, ${where}`
      }),
    ].join('\n'),
  )
  return `# Projects in ${escapeMarkdown(note.name)}\n\n${layersInWords(counts)}.\n\n${floors.join('\n\n')}\n`
}
