/**
 * What an assistant is told when it asks: small JSON in which each fact has its source and its date, and what is unknown
 * is said. Amounts of holdings are never told.
 */
import * as z from 'zod/mini'
import { sayKind } from './card'
import { evaluate, knownAnswers, questionIds } from './evaluation'
import type { Exposure } from './exposure'
import { isStale, type Today } from './figures'
import { isBesideTheMap, tickerOf, type ProjectIndex } from './knowledge/projectIndex'
import type { Evidence, Project, QuestionId, Source } from './knowledge/schema'
import { countByLayer, countMentions } from './layerCounts'
import { isNamed, namesOf } from './projectNames'
import type { ExposureView } from './views'
import type { IndexedMention } from './vaultIndex'

const name = z.string().check(z.trim(), z.minLength(1), z.maxLength(100))

/** What each question takes; `package.json` tells assistants the same. */
export const assistantInputs = {
  lookUpProject: z.object({ project: name }),
  listLayers: z.object({ note: z.optional(z.string().check(z.trim(), z.minLength(1), z.maxLength(1000))) }),
  exposure: z.object({ scope: z.optional(z.enum(['note', 'vault'])) }),
  evaluate: z.object({ project: name }),
}

/** Lists are cut to so many entries: an assistant pays for each word. */
const listLimit = 12

/** The projects that go by a name, ticker, id or netuid, at most three. Throws, with what to do, when there is none. */
export function projectsNamed(wanted: string, index: ProjectIndex): readonly Project[] {
  const projects = index.knowledge.projects.filter((project) => project.id === wanted || isNamed(project, wanted))
  if (projects.length > 0) return projects.slice(0, 3)
  const like = index.knowledge.projects
    .filter((project) => project.name.toLowerCase().includes(wanted.toLowerCase()))
    .map((project) => project.name)
  const hint = like.length > 0 ? ` Names like it: ${like.slice(0, 5).join(', ')}.` : ''
  throw new Error(
    `'${wanted}' is not on the map of crypto AI.${hint} What is not on the map cannot be placed from here.`,
  )
}

/** What is known of a project. */
export function projectAnswer(project: Project, index: ProjectIndex, today: Today): object {
  const layer = index.layerOf(project)
  const { former, others } = namesOf(project)
  return {
    name: project.name,
    ticker: tickerOf(project),
    kind: sayKind(project, index),
    layer: layer?.name ?? 'cannot be placed on a layer',
    layerReason: project.layerReason,
    isBesideTheMap: isBesideTheMap(project),
    does: project.does,
    otherNames: others.slice(0, listLimit),
    formerNames: former,
    questions: Object.fromEntries(questionIds.map((id) => [id, answerOf(project, id, today)])),
    figures: project.evidence.slice(0, listLimit).map((figure) => figureOf(figure, today)),
    comparableWith: index
      .comparableWith(project)
      .slice(0, 6)
      .map((other) => other.name),
    notComparableWith: index.knowledge.layers.filter(({ id }) => id !== project.layer).map((other) => other.name),
    centralizedInItsPlace: index.counterpartsOf(project).map((other) => other.name),
    ...(project.article
      ? {
          changed: {
            today: project.article.today,
            asOf: project.article.asOf,
            source: sourceOf(project.article.source),
          },
        }
      : {}),
    ...(index.knowledge.origins?.has(project.id) ? { origin: 'from the user’s own map, in whole or in part' } : {}),
    knowledgeAsOf: index.knowledge.asOf,
  }
}

/** The verdict on a project from the known evidence alone. */
export function verdictAnswer(project: Project, index: ProjectIndex, today: Today): object {
  const answers = knownAnswers(project)
  const { rule, cleared, reasons, cannotBePlaced } = evaluate(answers, index)
  return {
    name: project.name,
    ticker: tickerOf(project),
    verdict: rule.name,
    meaning: rule.meaning,
    cleared: `${cleared} of 3`,
    reasons,
    ...(cannotBePlaced ? { flag: 'It cannot be placed cleanly on the map.' } : {}),
    questions: questionIds.map((id) => ({
      question: index.question(id).question,
      answer: answers[id].answer,
      ...answerOf(project, id, today),
    })),
    basis: 'Known evidence only; an open question counts as not cleared. Not financial advice.',
    evaluatedOn: today.day,
    knowledgeAsOf: index.knowledge.asOf,
  }
}

function answerOf(project: Project, id: QuestionId, today: Today): object {
  const { standing, reason, source, evidence } = project.questions[id]
  const figures = project.evidence.filter((figure) => evidence.includes(figure.id))
  return {
    standing,
    reason,
    ...(source ? { source: sourceOf(source) } : {}),
    ...(figures.length > 0 ? { figures: figures.map((figure) => figureOf(figure, today)) } : {}),
  }
}

function figureOf({ metric, value, unit, asOf, claimant, source }: Evidence, today: Today): object {
  return { metric, value, unit, asOf, isStale: isStale(asOf, today), claimedBy: claimant, source: sourceOf(source) }
}

function sourceOf({ title, url, date }: Source): object {
  return { title, ...(url === undefined ? {} : { url }), date }
}

/** The projects that a note mentions, floor by floor, with their lines counted from 1. */
export function layersAnswer(note: string, mentions: readonly IndexedMention[], index: ProjectIndex): object {
  const layers = countByLayer(countMentions(mentions), index).map(({ layer, projects }) => ({
    layer: layer?.name ?? 'cannot be placed on a layer',
    projects: projects.slice(0, 3 * listLimit).map(({ project, mentions: count }) => ({
      name: project.name,
      ticker: tickerOf(project),
      kind: sayKind(project, index),
      mentions: count,
      lines: [
        ...new Set(mentions.filter((mention) => mention.project === project.id).map(({ line }) => line + 1)),
      ].slice(0, listLimit),
    })),
  }))
  return {
    note,
    layers,
    rule: 'Projects of different layers are not substitutes for each other.',
    knowledgeAsOf: index.knowledge.asOf,
  }
}

/** What a note or the vault says is held, as weights. */
export function exposureAnswer(exposure: Exposure, view: ExposureView, index: ProjectIndex, today: Today): object {
  return {
    scope: view.scope,
    notes: view.notes.slice(0, 3 * listLimit),
    basis: view.basis,
    ...(view.rule === '' ? {} : { rule: view.rule }),
    layers: view.layers.map((layer) => ({ layer: layer.name, weight: layer.weightText, holdings: layer.holdings })),
    holdings: view.holdings
      .slice(0, 3 * listLimit)
      .map((holding) => ({ name: holding.name, layer: holding.layer.name, weight: holding.weightText || 'none' })),
    ...(exposure.holdings.length === 0 ? { found: 'No holdings are written there.' } : {}),
    findings: view.findings.slice(0, listLimit).map(({ text }) => text),
    source: 'The notes alone: no price was looked up, and amounts are not told. Not financial advice.',
    readOn: today.day,
    knowledgeAsOf: index.knowledge.asOf,
  }
}
