/** The three questions, the answers and what they come to. */
import { sayAge, sayDate, sayFigure, type Today } from './figures'
import { sayPlace } from './card'
import { tickerOf, type ProjectIndex } from './knowledge/projectIndex'
import type { LayerId, Project, QuestionId, Source, Standing, VerdictRule } from './knowledge/schema'
import { escapeCell } from './markdownText'

export type Answer = 'yes' | 'no' | 'unsure'

export interface Choice {
  readonly answer: Answer
  /** For the first question: the floor that the answer names. */
  readonly layer?: LayerId
}

export interface GivenAnswer extends Choice {
  /** What the evaluator adds, as typed. */
  readonly note: string
}

export type Answers = Readonly<Record<QuestionId, GivenAnswer>>

/** What is evaluated: a project on the map, or a name that is not on it. */
export type Subject = { readonly project: Project } | { readonly name: string }

export interface Verdict {
  readonly rule: VerdictRule
  /** 0 to 3. */
  readonly cleared: number
  /** One sentence a question, in order, then the flags. */
  readonly reasons: readonly string[]
  /** The first question found no place on the map: a flag of its own. */
  readonly cannotBePlaced: boolean
}

/** In the order in which they are asked. */
export const questionIds: readonly QuestionId[] = ['layer', 'token', 'usage']

/** Whether two answers are the same; a floor counts only where the answer is yes. */
export function isSameChoice<T extends Choice>(choice: Choice, other: T | undefined): other is T {
  return (
    other !== undefined && choice.answer === other.answer && (choice.answer !== 'yes' || choice.layer === other.layer)
  )
}

/** The verdict from three answers. Only a yes clears; "unsure" is an open question. */
export function evaluate(answers: Answers, index: ProjectIndex): Verdict {
  const cleared = questionIds.filter((id) => answers[id].answer === 'yes').length
  const rule = index.knowledge.verdicts.find(({ minimumCleared }) => cleared >= minimumCleared)
  if (!rule) throw new Error('knowledge/evaluation.yaml has no verdict for 0 cleared questions')
  const cannotBePlaced = answers.layer.answer === 'no'
  const reasons = questionIds.map((id) => {
    const { shortName } = index.question(id)
    const outcome = { yes: 'cleared', no: 'not cleared', unsure: 'open, counts as not cleared' }[answers[id].answer]
    return `${shortName}: ${outcome}`
  })
  return { rule, cleared, reasons, cannotBePlaced }
}

/** The answers that the known evidence gives. */
export function knownAnswers(project: Project): Answers {
  const given = (standing: Standing, note: string): GivenAnswer => ({
    answer: ({ clears: 'yes', 'does-not-clear': 'no', unknown: 'unsure' } as const)[standing],
    note,
  })
  const { layer, token, usage } = project.questions
  return {
    layer: { ...given(layer.standing, layer.reason), ...(project.layer === 'none' ? {} : { layer: project.layer }) },
    token: given(token.standing, token.reason),
    usage: given(usage.standing, usage.reason),
  }
}

/** What is known for a question: why, and what that rests on with its age. */
export interface KnownBasis {
  readonly reason: string
  /** A figure or a source with its date; empty when there is none. */
  readonly basis: string
  /** https. */
  readonly url?: string
}

export function knownBasis(project: Project, question: QuestionId, today: Today): KnownBasis {
  const { reason, evidence, source } = project.questions[question]
  const first = project.evidence.find(({ id }) => id === evidence[0])
  if (first) {
    return {
      reason,
      basis: `${sayFigure(first)}, ${sayAge(first.asOf, today)}; ${first.source.title}`,
      ...withUrl(first.source),
    }
  }
  return source
    ? { reason, basis: `${source.title}, ${sayDate(source.date)}`, ...withUrl(source) }
    : { reason, basis: '' }
}

function withUrl({ url }: Source): { url?: string } {
  return url === undefined ? {} : { url }
}

export function subjectName(subject: Subject): string {
  return 'project' in subject ? subject.project.name : subject.name
}

/** The name of a subject with its ticker, for Markdown. */
export function subjectTitle(subject: Subject): string {
  const ticker = 'project' in subject ? tickerOf(subject.project) : ''
  return ticker === '' ? escapeCell(subjectName(subject)) : `${escapeCell(subjectName(subject))} (${ticker})`
}

const answerWords: Readonly<Record<Answer, string>> = { yes: 'Yes', no: 'No', unsure: 'Unsure' }

/** `Yes`, `Yes: Compute`, `No: cannot be placed`, `Unsure`. */
export function sayChoice(id: QuestionId, { answer, layer }: Choice, index: ProjectIndex): string {
  if (answer === 'yes' && layer !== undefined) return `${answerWords.yes}: ${index.layer(layer).name}`
  return id === 'layer' && answer === 'no' ? `${answerWords.no}: cannot be placed` : answerWords[answer]
}

/** The verdict as a paragraph of Markdown. */
export function sayVerdict({ rule, cleared }: Pick<Verdict, 'rule' | 'cleared'>): string {
  return `**Verdict: ${rule.name}** (${cleared} of 3 cleared). ${rule.meaning}`
}

/** Verdicts of several projects from known evidence, best first, one table. */
export function evaluationTable(
  projects: readonly Project[],
  noteName: string,
  index: ProjectIndex,
  today: Today,
): string {
  const rows = projects
    .map((project) => ({ project, answers: knownAnswers(project), verdict: evaluate(knownAnswers(project), index) }))
    .sort((a, b) => b.verdict.cleared - a.verdict.cleared || (a.project.name < b.project.name ? -1 : 1))
    .map(({ project, answers, verdict }) => {
      const cell = (id: QuestionId) => answerWords[answers[id].answer]
      const layer = sayPlace(project, index)
      return `| ${subjectTitle({ project })} | ${cell('layer')}: ${layer} | ${cell('token')} | ${cell('usage')} | ${verdict.cleared} | ${verdict.rule.name} | ${escapeCell(project.questions.usage.reason)} |`
    })
  const heads = questionIds.map((id) => index.question(id).shortName).join(' | ')
  return [
    `# Evaluations from known evidence: ${escapeCell(noteName)}`,
    '',
    `From the built-in knowledge on ${today.day}. Not advice: open questions count as not cleared.`,
    '',
    `| Project | ${heads} | Cleared | Verdict | Use, in words |`,
    '| --- | --- | --- | --- | --- | --- | --- |',
    ...rows,
    '',
  ].join('\n')
}
