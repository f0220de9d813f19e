/** How well the map is backed, as Markdown: what is known, how old it is, what is unknown and where sources disagree. */
import { ageInDays, isStale, sayAge, sayFigure, type Today } from '../figures'
import { alignedTable, escapeCell } from '../markdownText'
import type { ProjectIndex } from './projectIndex'
import type { Evidence, Place, Project, Source } from './schema'

/**
 * Tables by layer, each narrow enough for an editor beside another one, then the figures that are stale and the records
 * in which sources disagree.
 */
export function knowledgeHealth(index: ProjectIndex, today: Today): string {
  const { layers, projects, asOf } = index.knowledge
  const places: readonly { id: Place; name: string }[] = [...layers, { id: 'none', name: 'No layer' }]
  const rows = [
    ...places.map(({ id, name }) => ({ name, of: projects.filter(({ layer }) => layer === id) })),
    { name: 'All', of: projects },
  ]
  const byLayer = (titles: readonly string[], cellsOf: (of: readonly Project[]) => readonly (string | number)[]) =>
    alignedTable(
      [['Layer', ...titles], ...rows.map(({ name, of }) => [escapeCell(name), ...cellsOf(of).map(String)])],
      'right',
    )
  return [
    '# Knowledge health',
    '',
    `${projects.length} records on ${today.day}; those that come with the extension were collected on ${asOf}.`,
    '',
    '## What is claimed',
    '',
    ...byLayer(['Records', 'Claims', 'Linked'], claimCells),
    '',
    'Claims are answers to the three questions, figures and events; linked are those whose source has an address.',
    '',
    '## What is open',
    '',
    ...byLayer(['Unknown', 'Conflicts'], openCells),
    '',
    'An unknown answer is one of the three questions that the sources leave open. A conflict is a pair of figures that contradict each other, or a place where the article and today differ.',
    '',
    '## How old figures are',
    '',
    ...byLayer(['Figures', 'Median age', 'Stale'], (of) => figureCells(of, today)),
    '',
    `A figure is stale after ${today.staleAfterDays} days.`,
    '',
    ...section('Sources disagree', projects.flatMap(conflictLines)),
    ...section('Stale figures', staleLines(projects, today)),
    ...section('General knowledge only', projects.flatMap(unsourcedLine)),
  ].join('\n')
}

/** How many records and claims there are, and how many of these have a source that can be opened. */
function claimCells(projects: readonly Project[]): (string | number)[] {
  const sources: readonly (Source | undefined)[] = projects.flatMap((project) => [
    ...Object.values(project.questions)
      .filter(({ standing }) => standing !== 'unknown')
      .map(({ source, evidence }) => source ?? sourceOfEvidence(project, evidence[0])),
    ...[...project.evidence, ...project.events].map(({ source }) => source),
  ])
  const linked = sources.filter((source) => source?.url !== undefined).length
  return [
    projects.length,
    sources.length,
    sources.length === 0 ? 'none' : `${Math.round((100 * linked) / sources.length)}%`,
  ]
}

/** How many answers are unknown, and how many figures contradict each other. */
function openCells(projects: readonly Project[]): number[] {
  const answers = projects.flatMap(({ questions }) => Object.values(questions))
  return [answers.filter(({ standing }) => standing === 'unknown').length, projects.flatMap(conflictLines).length]
}

/** How many figures there are, and how old they are. */
function figureCells(projects: readonly Project[], today: Today): (string | number)[] {
  const figures = projects.flatMap(({ evidence }) => evidence)
  return [figures.length, sayMedianAge(figures, today), figures.filter(({ asOf }) => isStale(asOf, today)).length]
}

function sourceOfEvidence({ evidence }: Project, id: string | undefined): Source | undefined {
  return evidence.find((candidate) => candidate.id === id)?.source
}

function sayMedianAge(figures: readonly Evidence[], today: Today): string {
  const ages = figures.map(({ asOf }) => ageInDays(asOf, today.day)).sort((a, b) => a - b)
  const middle = ages[Math.floor(ages.length / 2)]
  return middle === undefined ? 'none' : `${middle} days`
}

function conflictLines(project: Project): string[] {
  const { evidence, article } = project
  const figures = evidence.flatMap((one, at) =>
    evidence
      .slice(at + 1)
      .filter((other) => one.conflictsWith.includes(other.id) || other.conflictsWith.includes(one.id))
      .map((other) => `${escapeCell(one.metric)}: ${figureCell(one)} or ${figureCell(other)}`),
  )
  const aged = article ? [`the article and today: ${escapeCell(article.today)}`] : []
  return [...figures, ...aged].map((text) => `- **${escapeCell(project.name)}**: ${text}`)
}

/** The oldest first. */
function staleLines(projects: readonly Project[], today: Today): string[] {
  return projects
    .flatMap((project) => project.evidence.map((figure) => ({ project, figure })))
    .filter(({ figure }) => isStale(figure.asOf, today))
    .sort((a, b) => ageInDays(b.figure.asOf, today.day) - ageInDays(a.figure.asOf, today.day))
    .map(
      ({ project, figure }) =>
        `- **${escapeCell(project.name)}**: ${escapeCell(figure.metric)}, ${figureCell(figure)} (${sayAge(figure.asOf, today)})`,
    )
}

/** Records whose place on the map no stored source backs. */
function unsourcedLine(project: Project): string[] {
  const { layer } = project.questions
  return layer.standing === 'unknown' ? [`- **${escapeCell(project.name)}**: ${escapeCell(layer.reason)}`] : []
}

function figureCell(figure: Evidence): string {
  return escapeCell(sayFigure(figure))
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [`## ${title} (${lines.length})`, '', ...lines, '']
}
