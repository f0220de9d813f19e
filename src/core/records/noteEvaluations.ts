/** Evaluations that stand in a note under a heading of their own, as the extension inserts them and a person edits them. */
import { evaluate, sayChoice } from '../evaluation'
import { tickerOf, type ProjectIndex } from '../knowledge/projectIndex'
import type { QuestionId } from '../knowledge/schema'
import { frontMatterEnd } from '../recognition/prose'
import { confidences, isDay, plainName, projectOf, type EvaluationRecord, type RecordedAnswer } from './record'
import { evaluationHeading } from './recordMarkdown'
import type { Place, ReadRecord, UnreadRecord } from './recordReading'
import { choiceNamed, choicesOf, readAnswers, readEvidence, readVerdict, unescape } from './recordTables'

/** From a heading "Evaluation: …" to the next heading that is not below it. */
export interface EvaluationSection extends Place {
  /** 1 to 6. */
  readonly level: number
  /** What the heading says behind "Evaluation:", as Markdown. */
  readonly title: string
  readonly heading: Place
}

/** The evaluations in a note, in order. What is only called so, without a day, verdict and answers, is none. */
export function evaluationsIn(text: string): EvaluationSection[] {
  const sections: EvaluationSection[] = []
  let open: Omit<EvaluationSection, 'end'> | undefined
  const close = (end: number) => {
    if (open && isMeant(text.slice(open.start, end), open.title)) sections.push({ ...open, end })
    open = undefined
  }
  for (const { line, start } of headings(text)) {
    const level = /#+/.exec(line)?.[0].length ?? 1
    if (open && level <= open.level) close(start)
    const title = evaluationHeading.exec(line)?.[2]
    if (title === undefined) continue
    close(start)
    open = { start, level, title, heading: { start, end: start + line.trimEnd().length } }
  }
  close(text.length)
  return sections
}

/** Lines that are headings: behind the front matter, and in no block of code. */
function* headings(text: string): Generator<{ line: string; start: number }> {
  const lines = /^(?: {0,3}(`{3,}|~{3,})([^\r\n]*)| {0,3}#{1,6}[ \t][^\r\n]*)/gm
  lines.lastIndex = frontMatterEnd(text)
  let fence = ''
  for (let found = lines.exec(text); found; found = lines.exec(text)) {
    const [line, marks, info = ''] = found
    if (marks === undefined) {
      if (fence === '') yield { line, start: found.index }
    } else if (fence === '') {
      // Behind the marks of inline code there are more of them.
      if (!(marks.startsWith('`') && info.includes('`'))) fence = marks
    } else if (marks.startsWith(fence) && info.trim() === '') fence = ''
  }
}

/** A heading that anybody may have written is meant as an evaluation with what only evaluations have. */
function isMeant(section: string, title: string): boolean {
  return (
    /,[ \t]*\d{4}-\d{1,2}-\d{1,2}$/.test(title) ||
    /^\*\*Verdict: /m.test(section) ||
    /^\|(?=.*\bQuestion\b)(?=.*\bAnswer\b)/m.test(section)
  )
}

/** Reads one of the evaluations of a note. Never throws. */
export function readEvaluation(text: string, section: EvaluationSection, index: ProjectIndex): ReadRecord {
  const { start, end, title, heading } = section
  const [, name = '', date = ''] = /^(.*),[ \t]*([^,]*)$/.exec(title) ?? []
  if (!isDay(date)) return fail('its heading must end with a comma and a day: Evaluation: Nosana, 2026-05-19', heading)
  const project = projectNamed(plainName(unescape(name)), index)
  if (project === '') return fail('its heading must name a project: Evaluation: Nosana, 2026-05-19', heading)
  const body = text.slice(start, end)
  const rows = readAnswers(body, ['Answer'], index)
  const answer = (id: QuestionId): { ok: true; given: RecordedAnswer } | UnreadRecord => {
    const row = rows.get(id)
    const { shortName } = index.question(id)
    if (!row) return fail(`it needs a table of Question and Answer with a row for ${shortName}`, heading)
    const choice = choiceNamed(id, row.answer, index)
    const { note, known, place } = row
    if (choice) return { ok: true, given: { ...choice, note, ...(known ? { known } : {}) } }
    const words = choicesOf(id, index).map((one) => sayChoice(id, one, index))
    const at = { start: start + place.start, end: start + place.end }
    return fail(`the answer for ${shortName} must be ${words.join(', ')}`, at)
  }
  const [layer, token, usage] = [answer('layer'), answer('token'), answer('usage')]
  if (!layer.ok) return layer
  if (!token.ok) return token
  if (!usage.ok) return usage
  const answers = { layer: layer.given, token: token.given, usage: usage.given }
  const verdict = evaluate(answers, index)
  const written = readVerdict(text, section, index)
  if (written && !written.rule) {
    const names = index.knowledge.verdicts.map((rule) => rule.name)
    return fail(`the verdict must be ${names.join(', ')}`, written.name)
  }
  const sure = /^Confidence of the evaluator: (\w+)/im.exec(body)?.[1]?.toLowerCase()
  const confidence = confidences.find((known) => known === sure)
  const knowledge = /\bKnowledge of the map: ([^\r\n]*?)\.?[ \t]*\r?$/m.exec(body)?.[1] ?? ''
  const record: EvaluationRecord = {
    project,
    date,
    answers,
    verdict: (written?.rule ?? verdict.rule).id,
    ...(confidence ? { confidence } : {}),
    evidence: readEvidence(body, index),
    knowledge: plainName(unescape(knowledge)),
  }
  if (!written || record.verdict === verdict.rule.id) return { ok: true, record, start }
  const contradiction = { ...written.name, expected: verdict.rule, edits: [written.setTo(verdict)] }
  return { ok: true, record, start, contradiction }
}

function fail(reason: string, { start, end }: Place): UnreadRecord {
  return { ok: false, reason, start, end }
}

/** The id of the project of a heading, which says its ticker as well; else the name as it is. */
function projectNamed(title: string, index: ProjectIndex): string {
  const known = projectOf({ project: title }, index)
  if (known) return known.id
  const [, name = '', ticker = ''] = /^(.+) \(([^()]+)\)$/.exec(title) ?? []
  return index.knowledge.projects.find((one) => one.name === name && tickerOf(one) === ticker)?.id ?? title
}
