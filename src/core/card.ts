/** What a hover says about a project: at most 12 short lines of Markdown, the rest behind links. */
import { entryPointName, sayNeeds } from './entryPoints'
import { sayAge, sayDate, sayFigure, sayList, type Today } from './figures'
import { sayOrigin } from './overlay/origin'
import { isBesideTheMap, tickerOf, type ProjectIndex } from './knowledge/projectIndex'
import type { Evidence, Origin, Project, ProjectHead, Standing } from './knowledge/schema'
import { escapeMarkdown as text, link } from './markdownText'
import type { LastVerdict } from './records/evaluationsView'

/** Commands that a card links to, and the only ones a hover may run. Each takes one project id. */
export const cardCommands = {
  map: 'cryptoAiLayers.showLayerMap',
  evaluate: 'cryptoAiLayers.evaluateProject',
  mentions: 'cryptoAiLayers.showMentions',
} as const

const standingIcons: Readonly<Record<Standing, string>> = {
  clears: '$(pass)',
  'does-not-clear': '$(circle-slash)',
  unknown: '$(question)',
}

/**
 * The card as Markdown for a viewer with theme icons. `mentions` is the number in the current note, `verdict` the user's
 * own last one. Every value is escaped; links lead to https addresses of the knowledge or to `cardCommands`.
 */
export function projectCard(
  project: Project,
  index: ProjectIndex,
  mentions: number,
  today: Today,
  verdict?: LastVerdict,
): string {
  const ticker = tickerOf(project)
  const placeName = `**${text(sayPlace(project, index))}**`
  const place = isBesideTheMap(project) ? `beside ${placeName}` : placeName
  const head = [
    `**${text(project.name)}**${ticker === '' ? '' : ` (${text(ticker)})`} · $(layers) ${place} · ${text(sayKind(project, index))}`,
    originLine(index.knowledge.origins?.get(project.id)),
    text(project.does),
  ]
  const facts = [
    verdict ? `$(checklist) **Your verdict:** ${text(verdict.text)}${verdict.isStale ? '; look at it again' : ''}` : '',
    `${standingIcons[project.questions.token.standing]} **Token:** ${tokenLine(project)}`,
    `${standingIcons[project.questions.usage.standing]} **Usage:** ${usageLine(project, today)}`,
    comparisonLine(project, index),
    counterpartLine(project, index),
    project.article
      ? `$(history) **Today** (${text(sayDate(project.article.asOf))}): ${text(project.article.today)}`
      : '',
    entryPointLine(project),
  ]
  // Paragraphs would take half as much room again, and push the links out of sight.
  const paragraph = (lines: readonly string[]) => lines.filter((line) => line !== '').join('  \n')
  return [paragraph(head), paragraph(facts), linksLine(project, mentions)].join('\n\n')
}

/** Whose words the card is made of, where they are not all built in. */
function originLine(origin: Origin | undefined): string {
  if (!origin) return ''
  const [first, ...more] = origin.changes
  if (first === undefined) return `$(account) ${text(sayOrigin(origin))}`
  const others = more.length === 0 ? '' : `${first.endsWith('.') ? '' : ';'} ${more.length} more, in the map`
  return `$(account) ${text(`${sayOrigin(origin)}: ${first}${others}`)}`
}

/** The name of a project's floor, or that it has none. */
export function sayPlace(project: Pick<ProjectHead, 'layer'>, index: ProjectIndex): string {
  return index.layerOf(project)?.name ?? 'Cannot be placed'
}

/** `network`, `subnet 64 of Bittensor`, `centralized, no token`. */
export function sayKind(project: ProjectHead, index: ProjectIndex): string {
  switch (project.kind) {
    case 'subnet':
      return `subnet ${project.netuid} of ${index.parentOf(project)?.name ?? 'an unknown network'}`
    case 'centralized':
      return 'centralized, no token'
    case 'open-weights':
      return 'open weights, no token'
    case 'network':
    case 'token':
    case 'alliance':
      return project.kind
    default:
      return project.kind satisfies never
  }
}

function tokenLine({ questions: { token } }: Project): string {
  switch (token.standing) {
    case 'clears':
      return `does work (${text(sayList(token.does))})`
    case 'does-not-clear':
      return text(token.reason)
    case 'unknown':
      return `unknown. ${text(token.reason)}`
    default:
      return token.standing satisfies never
  }
}

/** A card for places without links, as plain text in four lines: what it is, what it does, token, usage. */
export function shortCard(project: Project, index: ProjectIndex, today: Today): string {
  const ticker = tickerOf(project)
  const { token, usage } = project.questions
  const figure = figureOfUse(project)
  const sayAnswer = ({ standing, reason }: { standing: Standing; reason: string }) =>
    `${standing === 'unknown' ? 'unknown. ' : ''}${reason}`
  return [
    `${project.name}${ticker === '' ? '' : ` (${ticker})`} · ${isBesideTheMap(project) ? 'beside ' : ''}${sayPlace(project, index)} · ${sayKind(project, index)}`,
    project.does,
    `Token: ${sayAnswer(token)}`,
    `Usage: ${figure ? `${figure.metric}: ${sayFigure(figure)} (${sayAge(figure.asOf, today)})` : sayAnswer(usage)}`,
  ].join('\n')
}

/** The figure that the answer on use rests on first. */
function figureOfUse({ evidence, questions: { usage } }: Project): Evidence | undefined {
  return evidence.find(({ id }) => id === usage.evidence[0])
}

function usageLine(project: Project, today: Today): string {
  const { usage } = project.questions
  const first = figureOfUse(project)
  if (!first) return `unknown. ${text(usage.reason)}`
  const source = first.source.url === undefined ? text(first.source.title) : link(first.source.title, first.source.url)
  const standing = usage.standing === 'unknown' ? 'unknown if it counts; ' : ''
  return `${standing}${text(first.metric)}: ${text(sayFigure(first))} (${text(sayAge(first.asOf, today))}; ${source})`
}

function comparisonLine(project: Project, index: ProjectIndex): string {
  const layer = index.layerOf(project)
  if (!layer) return '$(warning) **Not to be compared:** it sits on no floor, which is a flag of its own'
  const comparable = index.comparableWith(project).map(({ name }) => name)
  const others = index.knowledge.layers.filter(({ id }) => id !== project.layer).map(({ shortName }) => shortName)
  const fair =
    comparable.length > 0 ? text(shorten(comparable)) : `nothing else on ${text(layer.shortName)} of its kind`
  return `$(arrow-both) **Compare with** ${fair}; **not** with ${text(sayList(others))}`
}

function counterpartLine(project: Project, index: ProjectIndex): string {
  if (isBesideTheMap(project) || project.layer === 'none') return ''
  const counterparts = index.counterpartsOf(project)
  const named = (kind: Project['kind']) => counterparts.filter((other) => other.kind === kind).map(({ name }) => name)
  const centralized = named('centralized')
  const open = named('open-weights')
  const parts = [
    `**Centralized in its place:** ${centralized.length > 0 ? text(sayList(centralized)) : 'unknown'}`,
    ...(open.length > 0 ? [`**free alternative:** ${text(sayList(open))}`] : []),
  ]
  return `$(server) ${parts.join(' · ')}`
}

function shorten(names: readonly string[]): string {
  return names.length <= 5 ? sayList(names) : `${names.slice(0, 4).join(', ')} and ${names.length - 4} more`
}

/** What a person can do this week without code: at most two, the others are in the map. */
function entryPointLine({ entryPoints }: Project): string {
  const shown = entryPoints
    .filter(({ kind }) => kind !== 'docs')
    .slice(0, 2)
    .map((point) => `${link(entryPointName(point), point.url)} (${text(sayNeeds(point))})`)
  return shown.length === 0 ? '' : `$(rocket) **Without code:** ${shown.join(' · ')}`
}

function linksLine(project: Project, mentions: number): string {
  const run = (label: string, command: string) =>
    `[${label}](command:${command}?${encodeURIComponent(JSON.stringify([project.id]))})`
  const docs = project.links.docs ?? project.links.site
  return [
    run('Open in the map', cardCommands.map),
    run('Evaluate', cardCommands.evaluate),
    run(`Mentions (${mentions})`, cardCommands.mentions),
    ...(docs === undefined ? [] : [link('Docs', docs)]),
  ].join(' · ')
}
