/** Two evaluations side by side, of one project or of two. */
import { evaluate, questionIds, sayChoice } from '../evaluation'
import type { ProjectIndex } from '../knowledge/projectIndex'
import type { QuestionId } from '../knowledge/schema'
import { alignedTable, escapeCell } from '../markdownText'
import { recordName, type EvaluationRecord, type RecordedEvidence } from './record'

/** A note: what the two come to as a table, in which rows that differ are marked, then for each question why. */
export function comparisonMarkdown(left: EvaluationRecord, right: EvaluationRecord, index: ProjectIndex): string {
  const both = [left, right] as const
  const names = both.map((record) => escapeCell(recordName(record, index)))
  const isOneProject = names[0] === names[1]
  const titles = isOneProject ? both.map(({ date }) => date) : names
  const row = (name: string, say: (record: EvaluationRecord) => string): string[] => {
    const said = both.map(say)
    return [`${name}${said[0] === said[1] ? '' : ' ≠'}`, ...said]
  }
  const floors = both.map(({ answers }) => answers.layer.layer)
  return [
    isOneProject
      ? `# ${names[0] ?? ''}, ${left.date} and ${right.date}`
      : `# ${both.map(({ date }, at) => `${names[at] ?? ''}, ${date}`).join(' and ')}`,
    '',
    ...(floors[0] === floors[1] || floors.includes(undefined)
      ? []
      : ['They sit on different layers: neither is a substitute for the other.', '']),
    ...alignedTable(
      [
        ['', ...titles],
        row('Verdict', ({ answers }) => evaluate(answers, index).rule.name),
        row('Cleared', ({ answers }) => `${evaluate(answers, index).cleared} of 3`),
        ...questionIds.map((id) =>
          row(index.question(id).shortName, ({ answers }) => sayChoice(id, answers[id], index)),
        ),
        row('How sure', ({ confidence }) => confidence ?? 'not told'),
      ],
      'left',
    ),
    '',
    ...questionIds.flatMap((id) => [
      `## ${index.question(id).question}`,
      '',
      ...both.flatMap((record, at) => [
        `**${titles[at] ?? ''}**: ${whyMarkdown(id, record, index)}`,
        '',
        ...evidenceLines(id, record),
      ]),
    ]),
  ].join('\n')
}

function whyMarkdown(id: QuestionId, { answers }: EvaluationRecord, index: ProjectIndex): string {
  const { note } = answers[id]
  const choice = sayChoice(id, answers[id], index)
  return note === '' ? `${choice}, without a reason.` : `${choice}. ${escapeCell(note)}`
}

/** A list, with an empty line behind it. */
function evidenceLines(id: QuestionId, { evidence }: EvaluationRecord): string[] {
  const lines = evidence.filter(({ question }) => question === id).map((one) => `- ${escapeCell(sayEvidence(one))}`)
  return lines.length === 0 ? [] : [...lines, '']
}

function sayEvidence({ claim, number, asOf }: RecordedEvidence): string {
  return [claim.replace(/\.$/, ''), number, asOf].filter((part) => part !== '').join(', ')
}
