/** Records of evaluations, for the tests of what is made of them. */
import { knownAnswers } from '../../src/core/evaluation'
import { readRecord } from '../../src/core/records/readRecord'
import { newRecord, type EvaluationRecord } from '../../src/core/records/record'
import { index, today as now } from './notes'

export const today = now.day

const nosana = index.get('nosana')!
export const own = {
  question: 'usage',
  claim: 'I ran a job',
  number: '1 job',
  url: 'https://a.example/x',
  asOf: '2026-11',
} as const

/** The record of Nosana as the extension makes it, with the evaluator's own evidence. */
export const made = newRecord(
  {
    subject: { project: nosana },
    answers: { ...knownAnswers(nosana), usage: { answer: 'yes', note: 'I used | it' } },
    confidence: 'medium',
    own: [own],
  },
  index,
  today,
  '0.1.0',
)

/** The record in a text, or why there is none. */
export function read(text: string): EvaluationRecord | string {
  const found = readRecord(text, index)
  return found.ok ? found.record : found.reason
}

/** A record as somebody writes it by hand, with some lines changed. */
export function byHand(lines: Record<string, string> = {}): string {
  const fields = {
    type: 'crypto-ai-evaluation',
    project: 'akash',
    date: '2026-11-01',
    layer: 'compute',
    token: 'yes',
    usage: 'no',
    ...lines,
  }
  return `---\n${Object.entries(fields)
    .map(([key, value]) => `${key}: ${value}\n`)
    .join('')}---\n\nMy words.\n`
}

/** A text after edits that do not touch each other. */
export function applied(text: string, edits: readonly { start: number; end: number; text: string }[]): string {
  return [...edits]
    .sort((a, b) => b.start - a.start)
    .reduce((rest, edit) => rest.slice(0, edit.start) + edit.text + rest.slice(edit.end), text)
}
