/**
 * Reads a record back: its front matter counts, its tables add why and what it rests on. A note that somebody wrote or
 * changed by hand is a record too; what cannot be read is told with its place.
 */
import { evaluate, type Answer, type Choice } from '../evaluation'
import type { ProjectIndex } from '../knowledge/projectIndex'
import type { QuestionId } from '../knowledge/schema'
import { readFrontMatter, type Field } from './frontMatter'
import { projectKey } from './history'
import { evaluationsIn, readEvaluation } from './noteEvaluations'
import {
  confidences,
  isDay,
  plainName,
  type EvaluationRecord,
  type RecordedAnswer,
  type RecordedEvidence,
} from './record'
import { mayBeRecord } from './recordMarkdown'
import type { ReadRecord } from './recordReading'
import { readAnswers, readEvidence, readVerdict } from './recordTables'

/** So many ids of evidence are read. */
const mostIds = 64

/** All records of a note, in order: the note itself if it calls itself one, and the evaluations in its text. */
export function readRecords(text: string, index: ProjectIndex): ReadRecord[] {
  if (!mayBeRecord(text)) return evaluationsIn(text).map((section) => readEvaluation(text, section, index))
  const whole = readRecord(text, index)
  // The body of a record has such a heading itself.
  const others = evaluationsIn(text)
    .filter(({ level }) => level > 1)
    .map((section) => readEvaluation(text, section, index))
    .filter((other) => !(whole.ok && other.ok && isSameEvaluation(whole.record, other.record, index)))
  return [whole, ...others]
}

function isSameEvaluation(a: EvaluationRecord, b: EvaluationRecord, index: ProjectIndex): boolean {
  return a.date === b.date && projectKey(a, index) === projectKey(b, index)
}

/** What a note says that is a record as a whole. Only for notes that `mayBeRecord`; never throws. */
export function readRecord(text: string, index: ProjectIndex): ReadRecord {
  const matter = readFrontMatter(text)
  if (!matter.ok) return matter
  const failure: { reason: string; field?: Field | undefined }[] = []
  const one = <T extends string>(key: string, choices: readonly T[]): T | undefined => {
    const field = matter.fields.get(key)
    const found = choices.find((choice) => choice === field?.value)
    if (found === undefined) failure.push({ reason: `'${key}' must be ${choices.join(', ')}`, field })
    return found
  }
  const words = (key: string): string => {
    const value = matter.fields.get(key)?.value
    return typeof value === 'string' || typeof value === 'number' ? plainName(String(value)) : ''
  }
  const layers = index.knowledge.layers.map(({ id }) => id)
  const project = words('project')
  if (project === '')
    failure.push({ reason: "'project' must be the id or the name of a project", field: matter.fields.get('project') })
  const date = words('date')
  if (!isDay(date)) failure.push({ reason: "'date' must be a day: 2026-05-19", field: matter.fields.get('date') })
  const layer = one('layer', [...layers, 'no', 'unsure'])
  const token = one('token', answerIds)
  const usage = one('usage', answerIds)
  const rules = index.knowledge.verdicts
  const written = matter.fields.has('verdict')
    ? one(
        'verdict',
        rules.map(({ id }) => id),
      )
    : undefined
  const confidence = matter.fields.has('confidence') ? one('confidence', confidences) : undefined
  const [first] = failure
  if (first || layer === undefined || token === undefined || usage === undefined) {
    const { start, end } = first?.field ?? { start: 0, end: Math.max(0, text.indexOf('\n')) }
    return { ok: false, reason: first?.reason ?? '', start, end }
  }
  const { end: bodyStart } = matter
  const bodyEnd = evaluationsIn(text).find(({ level }) => level > 1)?.start ?? text.length
  const body = text.slice(bodyStart, bodyEnd)
  const rows = readAnswers(body, ['Why'], index)
  const answer = (id: QuestionId, choice: Choice): RecordedAnswer => {
    const { note = '', known } = rows.get(id) ?? {}
    return { ...choice, note, ...(known ? { known } : {}) }
  }
  const answers = {
    layer: answer('layer', layer === 'no' || layer === 'unsure' ? { answer: layer } : { answer: 'yes', layer }),
    token: answer('token', { answer: token }),
    usage: answer('usage', { answer: usage }),
  }
  const verdict = evaluate(answers, index)
  const record: EvaluationRecord = {
    project,
    date,
    answers,
    verdict: written ?? verdict.rule.id,
    ...(confidence === undefined ? {} : { confidence }),
    evidence: withIds(readEvidence(body, index), matter.fields.get('evidence')?.value),
    knowledge: words('knowledge'),
  }
  if (record.verdict === verdict.rule.id) return { ok: true, record, start: 0 }
  const field = matter.fields.get('verdict') ?? { start: 0, end: 0 }
  const line = readVerdict(text, { start: bodyStart, end: bodyEnd }, index)
  const edits = [
    { start: field.start, end: field.end, text: verdict.rule.id },
    // What says neither verdict says something of its own.
    ...(line?.rule ? [line.setTo(verdict)] : []),
  ]
  const contradiction = { start: field.start, end: field.end, expected: verdict.rule, edits }
  return { ok: true, record, start: 0, contradiction }
}

const answerIds: readonly Answer[] = ['yes', 'no', 'unsure']

/** The rows of a record's body, and ids that only the front matter names. */
function withIds(rows: readonly RecordedEvidence[], value: unknown): readonly RecordedEvidence[] {
  const ids = (Array.isArray(value) ? value : [value]).filter(
    (id): id is string => typeof id === 'string' && /^[a-z0-9-]{1,80}$/.test(id),
  )
  const missing = [...new Set(ids)].filter((id) => !rows.some((row) => row.id === id)).slice(0, mostIds)
  return [
    ...rows,
    ...missing.map((id) => ({
      question: 'usage' as const,
      id,
      claim: '',
      number: '',
      asOf: '',
      claimant: '',
      source: '',
    })),
  ]
}
