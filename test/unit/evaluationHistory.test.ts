import assert from 'node:assert/strict'
import {
  changesBetween,
  changesSince,
  historyOf,
  recheckReasons,
  type KeptRecord,
} from '../../src/core/records/history'
import { comparisonMarkdown } from '../../src/core/records/compare'
import type { EvaluationRecord } from '../../src/core/records/record'
import { draftFrom, newDraft, readDrafts } from '../../src/core/records/draft'
import { lastVerdicts, pastEvaluations } from '../../src/core/records/evaluationsView'
import { index } from './notes'
import { made, own, today } from './records'

suite('history of records', () => {
  const kept = (note: string, changes: Partial<EvaluationRecord>): KeptRecord => ({
    note,
    line: 0,
    record: { ...made, ...changes },
  })

  test('the latest is first; of one day, the one with the highest number', () => {
    const history = historyOf(
      [
        kept('nosana-2026-11-01.md', { date: '2026-11-01' }),
        kept('nosana-2026-11-01-10.md', { date: '2026-11-01' }),
        kept('nosana-2026-11-01-2.md', { date: '2026-11-01' }),
        kept('later.md', { date: '2026-11-02', project: 'NOS' }),
        kept('other.md', { project: 'akash' }),
      ],
      index,
    )
    assert.deepEqual([...history.keys()], ['nosana', 'akash'])
    assert.deepEqual(
      history.get('nosana')?.map(({ note }) => note),
      ['later.md', 'nosana-2026-11-01-10.md', 'nosana-2026-11-01-2.md', 'nosana-2026-11-01.md'],
    )
  })

  test('answers, verdict, confidence and evidence that changed', () => {
    const before: EvaluationRecord = {
      ...made,
      verdict: 'worth-watching',
      answers: { ...made.answers, usage: { answer: 'unsure', note: '' } },
      evidence: [
        { question: 'usage', id: 'arr', claim: 'Revenue', number: '1 USD', asOf: '2025', claimant: 'me', source: '' },
      ],
    }
    const after: EvaluationRecord = {
      ...made,
      confidence: 'high',
      evidence: [
        { question: 'usage', id: 'arr', claim: 'Revenue', number: '2 USD', asOf: '2026', claimant: 'me', source: '' },
        { question: 'usage', claim: 'I ran a job', number: '', asOf: '', claimant: 'me', source: '' },
      ],
    }
    assert.deepEqual(changesBetween(before, after, index), [
      { what: 'Verdict', before: 'worth watching', after: 'worth deeper diligence' },
      { what: 'Confidence', before: 'medium', after: 'high' },
      { what: 'Usage', before: 'Unsure', after: 'Yes' },
      { what: 'Revenue', before: '1 USD, 2025', after: '2 USD, 2026' },
      { what: 'I ran a job', before: '', after: 'I ran a job' },
    ])
    assert.deepEqual(changesBetween(made, made, index), [])
  })

  test('is to be looked at again when it is old, or when what is known has changed', () => {
    assert.deepEqual(recheckReasons(made, index, today, 90), [])
    assert.deepEqual(recheckReasons(made, index, '2027-02-21', 90), [])
    assert.deepEqual(recheckReasons(made, index, '2027-02-22', 90), ['91 days old'])
    const other: EvaluationRecord = {
      ...made,
      answers: { ...made.answers, token: { ...made.answers.token, known: { answer: 'no' } } },
      evidence: made.evidence.map((row) => (row.id === undefined ? row : { ...row, number: '1 job' })),
    }
    const reasons = recheckReasons(other, index, today, 90)
    assert.equal(reasons[0], 'Token, as it is known: No → Yes')
    assert.ok(reasons.length > 1 && reasons.slice(1).every((reason) => reason.includes(': 1 job, ')))
    assert.deepEqual(changesSince({ ...other, knowledge: '' }, index), [])
    assert.deepEqual(changesSince({ ...other, project: 'Nobody Knows' }, index), [])
  })
})

suite('evaluations side by side', () => {
  test('what differs is marked; different layers are told apart', () => {
    const bittensor: EvaluationRecord = {
      project: 'bittensor',
      date: '2026-11-01',
      answers: {
        layer: { answer: 'yes', layer: 'intelligence', note: '' },
        token: { answer: 'yes', note: 'stakes | pays' },
        usage: { answer: 'unsure', note: '' },
      },
      verdict: 'worth-watching',
      evidence: [],
      knowledge: '',
    }
    const text = comparisonMarkdown(made, bittensor, index)
    assert.equal(
      text.slice(0, text.indexOf('\n## ')),
      `# Nosana, 2026-11-23 and Bittensor, 2026-11-01

They sit on different layers: neither is a substitute for the other.

|            | Nosana                 | Bittensor         |
| ---------- | ---------------------- | ----------------- |
| Verdict ≠  | worth deeper diligence | worth watching    |
| Cleared ≠  | 3 of 3                 | 2 of 3            |
| Layer ≠    | Yes: Compute           | Yes: Intelligence |
| Token      | Yes                    | Yes               |
| Usage ≠    | Yes                    | Unsure            |
| How sure ≠ | medium                 | not told          |
`,
    )
    assert.match(text, /^\*\*Bittensor\*\*: Yes\. stakes \\\| pays$/m)
    assert.ok(text.endsWith('\n- I ran a job, 1 job, 2026-11\n\n**Bittensor**: Unsure, without a reason.\n'))
  })

  test('two of one project go by their dates', () => {
    const text = comparisonMarkdown(made, { ...made, date: '2026-05-01' }, index)
    assert.match(text, /^# Nosana, 2026-11-23 and 2026-05-01\n/)
    assert.match(text, /^\| {10}\| 2026-11-23 {13}\| 2026-05-01 {13}\|$/m)
    assert.ok(!text.includes('≠'))
  })
})

suite('drafts', () => {
  const draft = {
    ...newDraft('nosana', today),
    answers: { layer: { answer: 'yes', layer: 'compute', note: 'a' } },
    step: 2,
  }

  test('are read as they were kept', () => {
    assert.deepEqual(readDrafts([draft], index), [draft])
    assert.deepEqual(draftFrom(made, 'nosana', today).answers.usage, { answer: 'yes', note: 'I used | it' })
    assert.deepEqual(draftFrom(made, 'nosana', today).own, [own])
  })
  test('what another version kept, or what is damaged, is left out', () => {
    for (const odd of [
      undefined,
      null,
      'x',
      {},
      [null],
      [{ ...draft, step: 99 }],
      [{ ...draft, more: 1 }],
      [{ ...draft, project: '' }],
    ])
      assert.deepEqual(readDrafts(odd, index), [])
    assert.deepEqual(
      readDrafts([{ ...draft, answers: { layer: { answer: 'yes', layer: 'cloud', note: '' } } }], index)[0]?.answers,
      {
        layer: { answer: 'yes', note: '' },
      },
    )
  })
})

suite('evaluations in words', () => {
  test('the line of verdicts with what changed, and the last one for small places', () => {
    const history = historyOf(
      [
        {
          note: 'a.md',
          line: 0,
          record: { ...made, date: '2026-06-01', answers: { ...made.answers, usage: { answer: 'no', note: '' } } },
        },
        { note: 'b.md', line: 0, record: made },
      ],
      index,
    )
    const line = pastEvaluations(history.get('nosana') ?? [], index)
    assert.deepEqual(
      line.map(({ date, verdict, cleared, changes }) => [date, verdict, cleared, changes.join()]),
      [
        ['23 November 2026', 'worth deeper diligence', '3 of 3', 'Usage: No → Yes'],
        ['1 June 2026', 'worth watching', '2 of 3', ''],
      ],
    )
    assert.deepEqual(lastVerdicts(history, index, '2027-06-01', 90).get('nosana'), {
      text: 'worth deeper diligence, 23 November 2026',
      cleared: 3,
      isStale: true,
    })
  })
})
