/** A record as Markdown: front matter by which it is read back, and a body for people. Lines end with `\n`. */
import { evaluate, questionIds, sayChoice, sayVerdict } from '../evaluation'
import { tickerOf, type ProjectIndex } from '../knowledge/projectIndex'
import { escapeCell } from '../markdownText'
import { openQuestions, projectOf, recordName, type EvaluationRecord, type RecordedEvidence } from './record'

/** The value of `type` by which a note says that it is a record. */
const recordType = 'crypto-ai-evaluation'

const recordMark = new RegExp(`^type:[ \\t]*["']?${recordType}["']?[ \\t]*(?:#.*)?\\r?$`, 'm')

/** Whether a note calls itself a record, so that it is worth reading. */
export function mayBeRecord(text: string): boolean {
  return /^\ufeff?---[ \t]*\r?\n/.test(text) && recordMark.test(text.slice(0, 16_384))
}

/** The heading of an evaluation that stands in a note: its level, and what it says behind "Evaluation:". */
export const evaluationHeading = /^ {0,3}(#{1,6})[ \t]+Evaluation:[ \t]*([^\r\n]*?)(?:[ \t]+#+)?[ \t]*\r?$/

const anyEvaluationHeading = new RegExp(evaluationHeading.source, 'm')

/** Whether a note is a record or may hold one, so that it is worth reading. */
export function mayHoldRecords(text: string): boolean {
  return mayBeRecord(text) || (text.includes('Evaluation:') && anyEvaluationHeading.test(text))
}

const answersHead = ['Question', 'Answer', 'Known then', 'Why'] as const
const evidenceHead = ['For', 'Evidence', 'Number', 'As of', 'Claimed by', 'Source', 'Id'] as const

/** The whole file of a record. */
export function writeRecord(record: EvaluationRecord, index: ProjectIndex): string {
  return `${frontMatter(record)}\n${recordBody(record, index, 1)}`
}

/**
 * What a person reads: verdict, answers and evidence under a heading of the given level. Under one of level 3, in a note of
 * the user's, it is read back by itself.
 */
export function recordBody(record: EvaluationRecord, index: ProjectIndex, level: 1 | 3): string {
  const { answers, evidence, confidence, knowledge } = record
  const verdict = evaluate(answers, index)
  const project = projectOf(record, index)
  const ticker = project ? tickerOf(project) : ''
  const open = openQuestions(answers).map((id) => index.question(id).question)
  const basis = [
    ...(confidence === undefined ? [] : [`Confidence of the evaluator: ${confidence}.`]),
    // Of a whole note the front matter tells it.
    ...(level === 1 || knowledge === '' ? [] : [`Knowledge of the map: ${escapeCell(knowledge)}.`]),
  ]
  const lines = [
    `${'#'.repeat(level)} Evaluation: ${escapeCell(recordName(record, index))}${ticker === '' ? '' : ` (${ticker})`}, ${record.date}`,
    '',
    sayVerdict(verdict),
    '',
    ...table(
      answersHead,
      questionIds.map((id) => {
        const { note, known, ...choice } = answers[id]
        return [
          index.question(id).question,
          sayChoice(id, choice, index),
          known ? sayChoice(id, known, index) : '',
          escapeCell(note),
        ]
      }),
    ),
    ...(verdict.cannotBePlaced ? ['', 'A flag: it cannot be placed cleanly on the map.'] : []),
    ...(open.length > 0 ? ['', `Open: ${open.join(' ')}`] : []),
    ...(basis.length > 0 ? ['', basis.join(' ')] : []),
    ...(evidence.length > 0
      ? [
          '',
          `${'#'.repeat(level + 1)} Evidence`,
          '',
          ...table(
            evidenceHead,
            evidence.map((row) => evidenceCells(row, index)),
          ),
        ]
      : []),
    '',
  ]
  return lines.join('\n')
}

function frontMatter({ project, date, answers, verdict, confidence, evidence, knowledge }: EvaluationRecord): string {
  const { layer, token, usage } = answers
  const ids = evidence.flatMap(({ id }) => (id === undefined ? [] : [id]))
  const lines = [
    '---',
    `type: ${recordType}`,
    `project: ${scalar(project)}`,
    `date: ${date}`,
    `layer: ${layer.answer === 'yes' && layer.layer !== undefined ? layer.layer : layer.answer}`,
    `token: ${token.answer}`,
    `usage: ${usage.answer}`,
    `verdict: ${verdict}`,
    ...(confidence === undefined ? [] : [`confidence: ${confidence}`]),
    ...(ids.length > 0 ? [`evidence: [${ids.join(', ')}]`] : []),
    ...(knowledge === '' ? [] : [`knowledge: ${scalar(knowledge)}`]),
    '---',
    '',
  ]
  return lines.join('\n')
}

/** A YAML scalar: as it is when nothing can be read into it, else in quotes. JSON's strings are YAML's. */
function scalar(text: string): string {
  const isPlain = /^[a-z][a-z0-9-]*$/.test(text) && !/^(?:true|false|null|yes|no|on|off|y|n)$/.test(text)
  return isPlain ? text : JSON.stringify(text)
}

function evidenceCells(row: RecordedEvidence, index: ProjectIndex): string[] {
  const { question, id = '', claim, number, asOf, claimant, source, url } = row
  return [
    index.question(question).shortName,
    escapeCell(claim),
    escapeCell(number),
    asOf,
    escapeCell(claimant),
    url === undefined ? escapeCell(source) : `[${escapeCell(source)}](<${url}>)`,
    id,
  ]
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)]
}
