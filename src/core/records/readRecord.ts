/**
 * Reads a record back: its front matter counts, its tables add why and what it rests on. A note that somebody wrote or
 * changed by hand is a record too; what cannot be read is told with its place.
 */
import { evaluate, questionIds, sayChoice, sayVerdict, type Answer, type Choice } from '../evaluation'
import type { ProjectIndex } from '../knowledge/projectIndex'
import type { LayerId, QuestionId, VerdictRule } from '../knowledge/schema'
import { readFrontMatter, type Field } from './frontMatter'
import {
  confidences,
  hostOf,
  isEvidenceDate,
  limits,
  plainLine,
  plainName,
  readLink,
  type EvaluationRecord,
  type RecordedAnswer,
  type RecordedEvidence,
} from './record'

/** A piece of a note to be replaced. UTF-16 offsets. */
interface TextEdit {
  readonly start: number
  readonly end: number
  readonly text: string
}

/** A record says another verdict than its answers come to. */
export interface Contradiction {
  /** Of the verdict in the front matter. */
  readonly start: number
  readonly end: number
  readonly expected: VerdictRule
  /** What sets it right. */
  readonly edits: readonly TextEdit[]
}

export type ReadRecord =
  | { readonly ok: true; readonly record: EvaluationRecord; readonly contradiction?: Contradiction }
  | { readonly ok: false; readonly reason: string; readonly start: number; readonly end: number }

/** Notes above this many UTF-16 code units are no records. */
const longestRecord = 262_144
const mostRows = 64

/** What a record in a note says. Only for notes that `mayBeRecord`; never throws. */
export function readRecord(text: string, index: ProjectIndex): ReadRecord {
  if (text.length > longestRecord)
    return { ok: false, reason: `it is longer than ${longestRecord} characters`, start: 0, end: 0 }
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
  const body = readBody(text.slice(matter.end), index)
  const answer = (id: QuestionId, choice: Choice): RecordedAnswer => ({
    ...choice,
    note: body.notes.get(id) ?? '',
    ...(body.known.has(id) ? { known: body.known.get(id) ?? choice } : {}),
  })
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
    evidence: withIds(body.evidence, matter.fields.get('evidence')?.value),
    knowledge: words('knowledge'),
  }
  if (record.verdict === verdict.rule.id) return { ok: true, record }
  const field = matter.fields.get('verdict') ?? { start: 0, end: 0 }
  const line = writtenVerdict(text, matter.end, index)
  const edits = [
    { start: field.start, end: field.end, text: verdict.rule.id },
    ...(line ? [{ ...line, text: sayVerdict(verdict) }] : []),
  ]
  return { ok: true, record, contradiction: { start: field.start, end: field.end, expected: verdict.rule, edits } }
}

const answerIds: readonly Answer[] = ['yes', 'no', 'unsure']

function isDay(text: string): boolean {
  return (
    /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text)) && new Date(text).toISOString().startsWith(text)
  )
}

/** The rows of a record's body, and ids that only the front matter names. */
function withIds(rows: readonly RecordedEvidence[], value: unknown): readonly RecordedEvidence[] {
  const ids = (Array.isArray(value) ? value : [value]).filter(
    (id): id is string => typeof id === 'string' && /^[a-z0-9-]{1,80}$/.test(id),
  )
  const missing = [...new Set(ids)].filter((id) => !rows.some((row) => row.id === id)).slice(0, mostRows)
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

interface Body {
  readonly notes: ReadonlyMap<QuestionId, string>
  readonly known: ReadonlyMap<QuestionId, Choice>
  readonly evidence: readonly RecordedEvidence[]
}

function readBody(text: string, index: ProjectIndex): Body {
  const notes = new Map<QuestionId, string>()
  const known = new Map<QuestionId, Choice>()
  const evidence: RecordedEvidence[] = []
  for (const { cell, at } of rowsUnder(text, ['Question', 'Why'])) {
    const id = questionNamed(cell('Question'), index) ?? questionIds[at]
    if (id === undefined || notes.has(id)) continue
    notes.set(id, plainLine(cell('Why'), limits.note))
    const choice = choiceNamed(id, cell('Known then'), index)
    if (choice) known.set(id, choice)
  }
  for (const { cell, raw } of rowsUnder(text, ['Evidence', 'Source'])) {
    const id = cell('Id')
    const asOf = cell('As of')
    evidence.push({
      question: questionNamed(cell('For'), index) ?? 'usage',
      ...(/^[a-z0-9-]{1,80}$/.test(id) ? { id } : {}),
      claim: plainLine(cell('Evidence'), limits.claim),
      number: plainLine(cell('Number'), limits.number),
      asOf: isEvidenceDate(asOf) ? asOf : '',
      claimant: plainLine(cell('Claimed by'), limits.name),
      ...readSource(raw('Source')),
    })
  }
  return { notes, known, evidence }
}

function questionNamed(text: string, index: ProjectIndex): QuestionId | undefined {
  return index.knowledge.questions.find(({ question, shortName }) => text === question || text === shortName)?.id
}

function choiceNamed(id: QuestionId, text: string, index: ProjectIndex): Choice | undefined {
  const layers: (LayerId | undefined)[] = [undefined, ...index.knowledge.layers.map((layer) => layer.id)]
  const choices: Choice[] = [
    ...layers.map((layer): Choice => (layer === undefined ? { answer: 'yes' } : { answer: 'yes', layer })),
    { answer: 'no' },
    { answer: 'unsure' },
  ]
  return choices.find((choice) => sayChoice(id, choice, index) === text)
}

/** `[title](<https://…>)`, a bare address, or words. */
function readSource(cell: string): { source: string; url?: string } {
  const named = /^\[(.*)\]\(<?(https:[^<>\s]*?)>?\)$/.exec(cell)
  const bare = /^<?(https:[^<>\s]+)>?$/.exec(cell)
  const url = readLink(named?.[2] ?? bare?.[1] ?? '')
  if (url === undefined) return { source: plainLine(unescape(cell), limits.source) }
  const title = named?.[1] === undefined ? '' : plainLine(unescape(named[1]), limits.source)
  return { source: title === '' ? hostOf(url) : title, url }
}

interface Row {
  /** The text of a column; empty when the row has none. */
  readonly cell: (name: string) => string
  /** The same as Markdown. */
  readonly raw: (name: string) => string
  /** From 0. */
  readonly at: number
}

/** The rows of the first table that has these columns; a person may leave out, add and reorder the others. */
function rowsUnder(text: string, head: readonly string[]): Row[] {
  const lines = text.split(/\r\n|\n|\r/)
  const at = lines.findIndex((line, number) => {
    if (!line.startsWith('|') || !/^\|[\s:|-]+$/.test(lines[number + 1] ?? '')) return false
    const names = cellsOf(line)
    return head.every((name) => names.includes(name))
  })
  if (at < 0) return []
  const names = cellsOf(lines[at] ?? '')
  const body = lines.slice(at + 2, at + 2 + mostRows)
  const end = body.findIndex((line) => !line.startsWith('|'))
  return (end < 0 ? body : body.slice(0, end)).map((line, number) => {
    const cells = cellsOf(line)
    const raw = (name: string) => cells[names.indexOf(name)] ?? ''
    return { raw, cell: (name) => unescape(raw(name)), at: number }
  })
}

/** The cells of a table's row, as Markdown. */
function cellsOf(line: string): string[] {
  const cells: string[] = []
  let from = 1
  for (let at = 1; at < line.length; at++) {
    if (line[at] === '\\') at++
    else if (line[at] === '|') {
      cells.push(line.slice(from, at).trim())
      from = at + 1
    }
  }
  const rest = line.slice(from).trim()
  return rest === '' ? cells : [...cells, rest]
}

/** The text that escaped Markdown shows. */
function unescape(markdown: string): string {
  return markdown.replace(/\\([!-/:-@[-`{-~])/g, '$1')
}

/** The verdict's line in the body, if nobody has written into it. */
function writtenVerdict(text: string, from: number, index: ProjectIndex): { start: number; end: number } | undefined {
  const line = /^\*\*Verdict: .*$/gm
  line.lastIndex = from
  const found = line.exec(text)
  if (!found) return undefined
  const written = index.knowledge.verdicts.flatMap((rule) =>
    [0, 1, 2, 3].map((cleared) => sayVerdict({ rule, cleared })),
  )
  return written.includes(found[0]) ? { start: found.index, end: found.index + found[0].length } : undefined
}
