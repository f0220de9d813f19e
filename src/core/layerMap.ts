/** What the layer map shows: the four floors, and the details of a project. Pure data for `protocol.ts`. */
import { sayOrigin, sayWhose } from './overlay/origin'
import { sayKind, sayPlace } from './card'
import { knownBasis } from './evaluation'
import { entryPointName, sayEntryPoint } from './entryPoints'
import { isStale, sayAge, sayClaimant, sayDate, sayFigure, type Today } from './figures'
import { tickerOf, type ProjectIndex } from './knowledge/projectIndex'
import { noOverlay, overlayNotices, type OverlayState } from './overlay/notices'
import type { Layer, Origin, Project, Source, Standing } from './knowledge/schema'
import type {
  AnswerView,
  ChipView,
  FloorView,
  MapView,
  MentionView,
  ProjectLinkView,
  ProjectView,
  SourceView,
} from './views'
import type { Mention } from './recognition/findMentions'
import type { LastVerdict } from './records/evaluationsView'

/** The note that the map follows. */
export interface FollowedNote {
  readonly name: string
  readonly text: string
  readonly mentions: readonly Mention[]
}

const excerptLength = 60

/** `verdicts` are the user's last ones, by project id. */
export function mapView(
  index: ProjectIndex,
  note: FollowedNote | undefined,
  overlay: OverlayState = noOverlay,
  verdicts: ReadonlyMap<string, LastVerdict> = new Map(),
): MapView {
  const counts = new Map<string, number>()
  for (const { project } of note?.mentions ?? []) counts.set(project, (counts.get(project) ?? 0) + 1)
  const chip = (project: Project): ChipView => chipView(index, project, counts, verdicts)
  const floors = [...index.knowledge.layers].reverse().map((layer) => floorView(index, layer, chip))
  const notices = overlayNotices(index.knowledge, overlay)
  const unplaced = index.unplaced().map(chip)
  return note
    ? { note: { name: note.name, mentions: note.mentions.length, projects: counts.size }, floors, unplaced, notices }
    : { floors, unplaced, notices }
}

function floorView(index: ProjectIndex, layer: Layer, chip: (project: Project) => ChipView): FloorView {
  const chips = (projects: readonly Project[]) => projects.map(chip)
  const openWeights = index.besideFloor(layer.id, 'open-weights')
  const { id, name, letter, summary, wins, loses, centralized, openAlternative } = layer
  return {
    id,
    name,
    letter,
    summary,
    wins,
    loses,
    projects: chips(index.onFloor(id)),
    centralized: { text: centralized.text, projects: chips(index.besideFloor(id, 'centralized')) },
    ...(openAlternative ? { openAlternative: { text: openAlternative.text, projects: chips(openWeights) } } : {}),
  }
}

function chipView(
  index: ProjectIndex,
  project: Project,
  counts: ReadonlyMap<string, number>,
  verdicts: ReadonlyMap<string, LastVerdict>,
): ChipView {
  return {
    id: project.id,
    name: project.name,
    ticker: tickerOf(project),
    kindNote: project.kind === 'centralized' ? 'centralized' : project.kind === 'open-weights' ? 'open weights' : '',
    whose: sayWhose(index.knowledge.origins?.get(project.id)),
    mentions: counts.get(project.id) ?? 0,
    verdict: verdicts.get(project.id)?.text ?? '',
    subnets: index.subnetsOf(project).map((subnet) => chipView(index, subnet, counts, verdicts)),
  }
}

/** Everything the map knows of a project, with its mentions in the followed note. */
export function projectView(
  index: ProjectIndex,
  project: Project,
  note: FollowedNote | undefined,
  today: Today,
  own: Pick<ProjectView, 'evaluations' | 'recheck'> = { evaluations: [], recheck: [] },
): ProjectView {
  const otherLayers = index.knowledge.layers.filter(({ id }) => id !== project.layer).map(({ name }) => name)
  return {
    id: project.id,
    name: project.name,
    ticker: tickerOf(project),
    layer: { id: project.layer, name: sayPlace(project, index), letter: index.layerOf(project)?.letter ?? '–' },
    kind: sayKind(project, index),
    ...originView(index.knowledge.origins?.get(project.id)),
    does: project.does,
    layerReason: project.layerReason,
    answers: answerViews(index, project, today),
    evidence: project.evidence.map((evidence) => ({
      figure: sayFigure(evidence),
      metric: evidence.metric,
      age: sayAge(evidence.asOf, today),
      isStale: isStale(evidence.asOf, today),
      claimant: sayClaimant(evidence.claimant),
      ...(evidence.note === undefined ? {} : { note: evidence.note }),
      source: sourceView(evidence.source),
    })),
    comparable: index.comparableWith(project).map(linkView),
    notComparable:
      project.layer === 'none'
        ? 'It sits on no floor, so nothing on the map is a substitute for it.'
        : `It does another job than anything on ${otherLayers.join(', ')}: a bet on it is no substitute for a bet there.`,
    counterparts: index.counterpartsOf(project).map(linkView),
    relations: relationsInWords(index, project),
    ...(project.article
      ? {
          article: {
            says: project.article.says,
            today: project.article.today,
            asOf: sayDate(project.article.asOf),
            source: sourceView(project.article.source),
          },
        }
      : {}),
    events: project.events.map(({ date, text, source }) => ({ date: sayDate(date), text, source: sourceView(source) })),
    links: linkViews(project),
    otherSenses: project.ambiguity.senses,
    unverified: project.unverified.map(sayField),
    mentions: note ? mentionViews(note, project.id) : [],
    entryPoints: project.entryPoints.map((point) => ({
      does: point.does,
      terms: sayEntryPoint(point),
      link: { title: entryPointName(point), url: point.url },
    })),
    ...own,
  }
}

const fieldWords: Readonly<Record<string, string>> = {
  aliases: 'other spellings of its name',
  'ambiguity.senses': 'what else its name means',
  'ambiguity.cues': 'the words that tell it from namesakes',
  does: 'what it does',
  layer: 'its floor',
  layerReason: 'why it is on this floor',
  links: 'its links',
  'links.site': 'its site',
  'questions.layer': 'its answer on the layer',
  'questions.token': 'what its token does',
  relations: 'its former names',
  'relations.formerly': 'its former name',
  secondLayer: 'its second floor',
  tickers: 'its ticker',
  'tickers.symbol': 'its former ticker',
  'tickers.until': 'until when its former ticker was used',
}

/** A field of a knowledge file in words; what is in words already, as it is. */
function sayField(field: string): string {
  return fieldWords[field] ?? field
}

function originView(origin: Origin | undefined): Pick<ProjectView, 'origin'> {
  return origin ? { origin: { isOwn: origin.kind === 'own', text: sayOrigin(origin), changes: origin.changes } } : {}
}

const standingWords: Readonly<Record<Standing, string>> = {
  clears: 'clears',
  'does-not-clear': 'does not clear',
  unknown: 'unknown',
}

function answerViews(index: ProjectIndex, project: Project, today: Today): AnswerView[] {
  return index.knowledge.questions.map(({ id, question }) => {
    const { standing } = project.questions[id]
    const { reason, basis: title, url } = knownBasis(project, id, today)
    const basis = title === '' ? {} : { basis: url === undefined ? { title } : { title, url } }
    return { id, question, standing, standingText: standingWords[standing], reason, ...basis }
  })
}

function linkView({ id, name }: Project): ProjectLinkView {
  return { id, name }
}

function sourceView({ title, url }: Source): SourceView {
  return url === undefined ? { title } : { title, url }
}

function linkViews({ links: { site, docs, repo } }: Project): SourceView[] {
  const named: [string, string | undefined][] = [
    ['Site', site],
    ['Docs', docs],
    ['Repository', repo],
  ]
  return named.flatMap(([title, url]) => (url === undefined ? [] : [{ title, url }]))
}

function relationsInWords(index: ProjectIndex, project: Project): string[] {
  const own = project.relations.map((relation) => {
    const named = (id: string) => index.get(id)?.name ?? id
    const dated = (word: string, date: string | undefined) => (date === undefined ? '' : ` ${word} ${sayDate(date)}`)
    switch (relation.type) {
      case 'subnet-of':
        return `Subnet ${project.netuid} of ${named(relation.project)}`
      case 'member-of':
        return relation.until === undefined
          ? `Member of ${named(relation.project)}${dated('since', relation.from)}`
          : `Was a member of ${named(relation.project)}${dated('until', relation.until)}`
      case 'formerly':
        return `Formerly ${relation.name}${dated('until', relation.until)}`
      default:
        return relation satisfies never
    }
  })
  const tickers = project.tickers
    .filter(({ until }) => until !== undefined)
    .map(({ symbol, until }) => `Ticker ${symbol} until ${sayDate(until ?? '')}`)
  const members = index.knowledge.projects.flatMap((other) =>
    other.relations.flatMap((relation) => {
      if (relation.type !== 'member-of' || relation.project !== project.id) return []
      return relation.until === undefined
        ? `Has ${other.name} as a member`
        : `Had ${other.name} as a member until ${sayDate(relation.until)}`
    }),
  )
  const subnets = index.subnetsOf(project).length
  return [
    ...own,
    ...tickers,
    ...members,
    ...(subnets === 0 ? [] : [`Has ${subnets} ${subnets === 1 ? 'subnet' : 'subnets'}`]),
  ]
}

function mentionViews({ text, mentions }: FollowedNote, project: string): MentionView[] {
  let line = 1
  let counted = 0
  return mentions
    .filter((mention) => mention.project === project)
    .map((mention) => {
      for (; counted < mention.start; counted++) if (text.charCodeAt(counted) === 10) line++
      const lineStart = text.lastIndexOf('\n', mention.start - 1) + 1
      const nextBreak = text.indexOf('\n', mention.end)
      const lineEnd = nextBreak === -1 ? text.length : nextBreak
      const from = cutAt(text, Math.max(lineStart, mention.start - excerptLength))
      const to = cutAt(text, Math.min(lineEnd, mention.end + excerptLength))
      return {
        start: mention.start,
        line,
        before: (from > lineStart ? '…' : '') + text.slice(from, mention.start).trimStart(),
        text: mention.text,
        after: text.slice(mention.end, to).trimEnd() + (to < lineEnd ? '…' : ''),
      }
    })
}

/** An offset that does not split a surrogate pair. */
function cutAt(text: string, offset: number): number {
  const code = text.charCodeAt(offset)
  return code >= 0xdc00 && code <= 0xdfff ? offset + 1 : offset
}
