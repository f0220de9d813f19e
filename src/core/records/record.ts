/** An evaluation as it is kept: what was answered, why, on which evidence, when. */
import {
  evaluate,
  isSameChoice,
  knownAnswers,
  questionIds,
  type Answers,
  type Choice,
  type GivenAnswer,
  type Subject,
} from '../evaluation'
import { sayExactFigure } from '../figures'
import type { ProjectIndex } from '../knowledge/projectIndex'
import type { Evidence, Project, QuestionId, Source, VerdictRule } from '../knowledge/schema'

export const confidences = ['low', 'medium', 'high'] as const
export type Confidence = (typeof confidences)[number]
export type VerdictId = VerdictRule['id']

/** Longest texts of a record, in UTF-16 code units. */
export const limits = { name: 64, note: 2000, claim: 240, number: 120, source: 160, url: 400, ownEvidence: 24 } as const

/** Who stands behind a piece of evidence, as a record says it. */
const claimantWords: Readonly<Record<Evidence['claimant'] | 'evaluator', string>> = {
  project: 'the project',
  'third-party': 'a third party',
  chain: 'the chain',
  evaluator: 'me',
}

/** An answer of a record. `known` is what the knowledge said on that day; a name that is not on the map has none. */
export interface RecordedAnswer extends GivenAnswer {
  readonly known?: Choice
}

/** Evidence that the evaluator brings along. */
export interface OwnEvidence {
  readonly question: QuestionId
  readonly claim: string
  /** As typed; may be empty. */
  readonly number: string
  /** https, or empty. */
  readonly url: string
  /** A date of the knowledge (`2026-05-19`, `2026-05`, `2026-Q1`, `2026-H1`, `2026`), or empty. */
  readonly asOf: string
}

/** A row of a record's evidence. All texts are one line and may be empty. */
export interface RecordedEvidence {
  readonly question: QuestionId
  /** Of known evidence; the evaluator's own has none. */
  readonly id?: string
  readonly claim: string
  readonly number: string
  readonly asOf: string
  /** Who says so: one of the known wordings, `me`, or what somebody wrote. */
  readonly claimant: string
  readonly source: string
  /** https. */
  readonly url?: string
}

export interface EvaluationRecord {
  /** The id of a project on the map, or the name of one that is not on it. */
  readonly project: string
  /** `YYYY-MM-DD`. */
  readonly date: string
  readonly answers: Readonly<Record<QuestionId, RecordedAnswer>>
  /** As written: it may contradict the answers of a record that somebody edited. */
  readonly verdict: VerdictId
  readonly confidence?: Confidence
  readonly evidence: readonly RecordedEvidence[]
  /** The version of the knowledge that was at hand; empty when a person wrote the record without it. */
  readonly knowledge: string
}

/** The record of an evaluation that was just made: answers with what was known, and the evidence at hand. */
export function newRecord(
  evaluation: {
    readonly subject: Subject
    readonly answers: Answers
    readonly confidence: Confidence
    readonly own: readonly OwnEvidence[]
  },
  index: ProjectIndex,
  today: string,
  knowledge: string,
): EvaluationRecord {
  const { subject, answers, confidence, own } = evaluation
  const project = 'project' in subject ? subject.project : undefined
  const known = project && knownAnswers(project)
  const recorded = (id: QuestionId): RecordedAnswer => ({
    ...choiceOf(answers[id]),
    note: plainLine(answers[id].note, limits.note),
    ...(known ? { known: choiceOf(known[id]) } : {}),
  })
  return {
    project: project ? project.id : plainName('name' in subject ? subject.name : ''),
    date: today,
    answers: { layer: recorded('layer'), token: recorded('token'), usage: recorded('usage') },
    verdict: evaluate(answers, index).rule.id,
    confidence,
    evidence: [
      ...(project ? knownEvidence(project) : []),
      ...own.slice(0, limits.ownEvidence).map((evidence) => ownRow(evidence)),
    ],
    knowledge,
  }
}

/** The known evidence that an evaluation of a project rests on, as rows; where there is none, the source of an answer. */
export function knownEvidence(project: Project): RecordedEvidence[] {
  return questionIds.flatMap((question) => {
    const { reason, evidence, source } = project.questions[question]
    const rows = evidence.flatMap((id) => {
      const known = project.evidence.find((candidate) => candidate.id === id)
      return known ? [knownRow(known, question)] : []
    })
    return rows.length > 0 || !source ? rows : [sourceRow(question, reason, source)]
  })
}

function sourceRow(question: QuestionId, reason: string, source: Source): RecordedEvidence {
  return {
    question,
    claim: plainLine(reason, limits.claim),
    number: '',
    asOf: source.date === 'undated' ? '' : source.date,
    claimant: '',
    ...sourceOf(source),
  }
}

function knownRow(evidence: Evidence, question: QuestionId): RecordedEvidence {
  return {
    question,
    id: evidence.id,
    claim: plainLine(evidence.metric, limits.claim),
    number: plainLine(sayExactFigure(evidence), limits.number),
    asOf: evidence.asOf,
    claimant: claimantWords[evidence.claimant],
    ...sourceOf(evidence.source),
  }
}

function ownRow({ question, claim, number, asOf, url }: OwnEvidence): RecordedEvidence {
  return {
    question,
    claim: plainLine(claim, limits.claim),
    number: plainLine(number, limits.number),
    asOf,
    claimant: claimantWords.evaluator,
    ...(url === '' ? { source: '' } : { source: hostOf(url), url }),
  }
}

/** Whether the evaluator brought it along. */
export function isOwn({ id, claimant }: RecordedEvidence): boolean {
  return id === undefined && claimant === claimantWords.evaluator
}

/** The evaluator's own evidence in a record, to go on from. */
export function ownEvidenceOf(record: EvaluationRecord): OwnEvidence[] {
  return record.evidence
    .filter(isOwn)
    .map(({ question, claim, number, asOf, url }) => ({ question, claim, number, asOf, url: url ?? '' }))
}

function sourceOf({ title, url }: Source): { source: string; url?: string } {
  const link = url === undefined ? undefined : readLink(url)
  return { source: plainLine(title, limits.source), ...(link === undefined ? {} : { url: link }) }
}

/** Whether text is a day of the calendar: `2026-05-19`. */
export function isDay(text: string): boolean {
  return (
    /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text)) && new Date(text).toISOString().startsWith(text)
  )
}

/** Whether text is a day, month, quarter, half-year or year. */
export function isEvidenceDate(text: string): boolean {
  return /^\d{4}(?:-(?:Q[1-4]|H[12]|(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?))?$/.test(text)
}

/** The host of an https address: what a link is called that has no title. */
export function hostOf(url: string): string {
  return url.slice('https://'.length).split(/[/?#]/, 1)[0] ?? ''
}

/** An https address as it is kept, or nothing for what is none. Characters that would end a Markdown link are encoded. */
export function readLink(text: string): string | undefined {
  const url = text.trim().replace(/[<>|\\`]/g, (character) => encodeURIComponent(character))
  return url.length <= limits.url && /^https:\/\/[^\s@/?#%[\]]+(?:[/?#][^\s\p{C}]*)?$/u.test(url) ? url : undefined
}

/** Whether an answer says the opposite of what is known. An open question on either side opposes nothing. */
export function isAgainst(choice: Choice, known: Choice | undefined): boolean {
  return known !== undefined && known.answer !== 'unsure' && choice.answer !== 'unsure' && !isSameChoice(choice, known)
}

/** The questions that are left open, in order. */
export function openQuestions(answers: Answers): QuestionId[] {
  return questionIds.filter((id) => answers[id].answer === 'unsure')
}

/** Text as one line that survives a file in UTF-8: no control characters, no half of a surrogate pair. */
export function plainLine(text: string, max: number): string {
  return text
    .slice(0, max)
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .replace(/\p{Cs}/gu, '\ufffd')
    .trim()
}

/** The name of a project that is not on the map: a line without characters that cannot be seen. */
export function plainName(text: string): string {
  return plainLine(text.replace(/[\p{C}\ufffd]/gu, ''), limits.name)
}

function choiceOf({ answer, layer }: Choice): Choice {
  return answer === 'yes' && layer !== undefined ? { answer, layer } : { answer }
}

/**
 * The project of a record: by its id, else by the one that has this name or ticker, else by the one that is called so too,
 * for people who write records by hand.
 */
export function projectOf({ project }: Pick<EvaluationRecord, 'project'>, index: ProjectIndex): Project | undefined {
  const byId = index.get(project)
  if (byId) return byId
  const wanted = project.toLowerCase()
  const isWanted = (text: string) => text.toLowerCase() === wanted
  const oneOf = (bearers: readonly Project[]) => (bearers.length === 1 ? bearers[0] : undefined)
  const { projects } = index.knowledge
  return (
    oneOf(
      projects.filter(
        ({ name, tickers }) =>
          isWanted(name) || tickers.some(({ symbol, until }) => until === undefined && isWanted(symbol)),
      ),
    ) ?? oneOf(projects.filter(({ aliases }) => aliases.some(({ text }) => isWanted(text))))
  )
}

/** What an evaluated project is called. */
export function recordName(record: Pick<EvaluationRecord, 'project'>, index: ProjectIndex): string {
  return projectOf(record, index)?.name ?? record.project
}
