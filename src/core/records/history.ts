/** Records of a vault by project: the line of verdicts, what changed between two, what is to be looked at again. */
import { isSameChoice, knownAnswers, questionIds, sayChoice } from '../evaluation'
import { ageInDays } from '../figures'
import type { ProjectIndex } from '../knowledge/projectIndex'
import { isOwn, knownEvidence, projectOf, type EvaluationRecord, type RecordedEvidence } from './record'
import { attemptOf } from './recordFile'

/** A record that was read, and the note it is in. */
export interface KeptRecord {
  /** Names the note, and stays the same as long as the note is there. */
  readonly note: string
  /** Where it begins in the note, from 0. */
  readonly line: number
  readonly record: EvaluationRecord
}

/** What is different in a later evaluation. An empty side was not there. */
export interface Change {
  /** "Usage", "Verdict", the evidence's claim. */
  readonly what: string
  readonly before: string
  readonly after: string
}

/** The records of each project, the latest first. Keys as `projectKey` gives them. */
export type History = ReadonlyMap<string, readonly KeptRecord[]>

/** What the records of one project have in common: its id, or its name in lower case when it is not on the map. */
export function projectKey(record: Pick<EvaluationRecord, 'project'>, index: ProjectIndex): string {
  return projectOf(record, index)?.id ?? record.project.toLowerCase()
}

export function historyOf(records: readonly KeptRecord[], index: ProjectIndex): History {
  const history = new Map<string, KeptRecord[]>()
  for (const kept of records) {
    const key = projectKey(kept.record, index)
    const others = history.get(key)
    if (others) others.push(kept)
    else history.set(key, [kept])
  }
  for (const line of history.values()) line.sort(latestFirst)
  return history
}

/** By date, then by the number that the second record of a day carries; in one note, the one further down is later. */
function latestFirst(a: KeptRecord, b: KeptRecord): number {
  if (a.record.date !== b.record.date) return a.record.date < b.record.date ? 1 : -1
  if (a.note === b.note) return b.line - a.line
  return attemptOf(b.note) - attemptOf(a.note) || (a.note < b.note ? 1 : -1)
}

/** The answers, verdict, confidence and evidence that differ between two evaluations. */
export function changesBetween(before: EvaluationRecord, after: EvaluationRecord, index: ProjectIndex): Change[] {
  const verdictName = ({ verdict }: EvaluationRecord) =>
    index.knowledge.verdicts.find(({ id }) => id === verdict)?.name ?? verdict
  const answers = questionIds
    .filter((id) => !isSameChoice(before.answers[id], after.answers[id]))
    .map((id) => ({
      what: index.question(id).shortName,
      before: sayChoice(id, before.answers[id], index),
      after: sayChoice(id, after.answers[id], index),
    }))
  const plain: Change[] = [
    { what: 'Verdict', before: verdictName(before), after: verdictName(after) },
    { what: 'Confidence', before: before.confidence ?? '', after: after.confidence ?? '' },
  ]
  return [
    ...plain.filter((change) => change.before !== change.after),
    ...answers,
    ...evidenceChanges(comparable(before, after), comparable(after, before)),
  ]
}

/** Evidence to compare: one's own, and what is known where both records tell it. A source alone is no evidence. */
function comparable(record: EvaluationRecord, other: EvaluationRecord): RecordedEvidence[] {
  const tellKnown = record.knowledge !== '' && other.knowledge !== ''
  return record.evidence.filter((row) => (row.id === undefined ? isOwn(row) : tellKnown))
}

/** Evidence that is new, gone, or has another number or date. */
function evidenceChanges(before: readonly RecordedEvidence[], after: readonly RecordedEvidence[]): Change[] {
  const name = ({ id, claim }: RecordedEvidence) => id ?? claim
  const say = ({ number, asOf, claim }: RecordedEvidence) =>
    [number === '' ? claim : number, asOf].filter((part) => part !== '').join(', ')
  const gone = before.filter((row) => !after.some((other) => name(other) === name(row)))
  return [
    ...after.flatMap((row) => {
      const earlier = before.find((other) => name(other) === name(row))
      if (!earlier) return [{ what: row.claim, before: '', after: say(row) }]
      const isSame = earlier.number === row.number && earlier.asOf === row.asOf
      return isSame ? [] : [{ what: row.claim, before: say(earlier), after: say(row) }]
    }),
    ...gone.map((row) => ({ what: row.claim === '' ? name(row) : row.claim, before: say(row), after: '' })),
  ]
}

/** What has changed in the knowledge since a record was made: answers and evidence. Nothing for one made without it. */
export function changesSince(record: EvaluationRecord, index: ProjectIndex): Change[] {
  const project = projectOf(record, index)
  if (!project || record.knowledge === '') return []
  const now = knownAnswers(project)
  const answers = questionIds.flatMap((id) => {
    const { known } = record.answers[id]
    if (!known || isSameChoice(known, now[id])) return []
    const { shortName } = index.question(id)
    return [
      {
        what: `${shortName}, as it is known`,
        before: sayChoice(id, known, index),
        after: sayChoice(id, now[id], index),
      },
    ]
  })
  const known = (rows: readonly RecordedEvidence[]) => rows.filter(({ id }) => id !== undefined)
  return [...answers, ...evidenceChanges(known(record.evidence), known(knownEvidence(project)))]
}

/** Why an evaluation is to be looked at again; nothing when it is not. `today` is `YYYY-MM-DD`. */
export function recheckReasons(
  record: EvaluationRecord,
  index: ProjectIndex,
  today: string,
  recheckAfterDays: number,
): string[] {
  const age = ageInDays(record.date, today)
  return [...(age > recheckAfterDays ? [`${age} days old`] : []), ...changesSince(record, index).map(sayChange)]
}

/** `Usage: Unsure → Yes`. */
export function sayChange({ what, before, after }: Change): string {
  if (before === '') return after.startsWith(what) ? `${what}: new` : `${what}: new, ${after}`
  return after === '' ? `${what}: gone, was ${before}` : `${what}: ${before} → ${after}`
}
