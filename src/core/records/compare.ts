/** Two evaluations side by side, of one project or of two. */
import { evaluate, questionIds, sayChoice } from '../evaluation'
import type { ProjectIndex } from '../knowledge/projectIndex'
import { escapeCell } from '../markdownText'
import { recordName, type EvaluationRecord } from './record'

/** A table of two columns as a note; rows that differ are marked. */
export function comparisonMarkdown(left: EvaluationRecord, right: EvaluationRecord, index: ProjectIndex): string {
  const both = [left, right] as const
  const row = (name: string, say: (record: EvaluationRecord) => string): string => {
    const [a, b] = [say(left), say(right)]
    return `| ${name}${a === b ? '' : ' ≠'} | ${escapeCell(a)} | ${escapeCell(b)} |`
  }
  const names = both.map((record) => `${recordName(record, index)}, ${record.date}`)
  const floors = both.map(({ answers }) => answers.layer.layer)
  const evidence = (id: string) => (record: EvaluationRecord) =>
    record.evidence
      .filter(({ question }) => question === id)
      .map(({ claim, number, asOf }) => [claim, number, asOf].filter((part) => part !== '').join(', '))
      .join('; ')
  return [
    `# ${names.map(escapeCell).join(' and ')}`,
    '',
    ...(floors[0] === floors[1] || floors.includes(undefined)
      ? []
      : ['They sit on different layers: neither is a substitute for the other.', '']),
    `|  | ${names.map(escapeCell).join(' | ')} |`,
    '| --- | --- | --- |',
    row('Verdict', ({ answers }) => evaluate(answers, index).rule.name),
    row('Cleared', ({ answers }) => `${evaluate(answers, index).cleared} of 3`),
    row('Confidence', ({ confidence }) => confidence ?? ''),
    ...questionIds.flatMap((id) => {
      const { question } = index.question(id)
      return [
        row(question, ({ answers }) => sayChoice(id, answers[id], index)),
        row('Why', ({ answers }) => answers[id].note),
        row('Evidence', evidence(id)),
      ]
    }),
    '',
  ].join('\n')
}
