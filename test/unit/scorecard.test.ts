import assert from 'node:assert/strict'
import { historyOf, type KeptRecord } from '../../src/core/records/history'
import type { EvaluationRecord } from '../../src/core/records/record'
import { scorecard, scorecardCsv, scorecardMarkdown } from '../../src/core/records/scorecard'
import { index, today as now } from './notes'

const today = now.day

const kept = (project: string, changes: Partial<EvaluationRecord> = {}, note = `${project}.md`): KeptRecord => ({
  note,
  line: 0,
  record: {
    project,
    date: '2026-11-01',
    answers: {
      layer: { answer: 'yes', layer: 'compute', note: '' },
      token: { answer: 'yes', note: '' },
      usage: { answer: 'no', note: '' },
    },
    verdict: 'worth-watching',
    evidence: [],
    knowledge: '',
    ...changes,
  },
})
const nowhere = {
  layer: { answer: 'no', note: '' },
  token: { answer: 'no', note: '' },
  usage: { answer: 'unsure', note: '' },
} as const

const history = historyOf(
  [
    kept('nosana', { date: '2026-06-01' }),
    kept('nosana', { date: '2026-07-01' }, 'nosana-2.md'),
    kept('akash', { verdict: 'vibe' }),
    kept('=cmd|calc', { answers: nowhere, verdict: 'vibe' }, 'odd.md'),
    kept('near', {
      answers: {
        layer: { answer: 'yes', layer: 'execution-ux', note: '' },
        token: { answer: 'yes', note: '' },
        usage: { answer: 'yes', note: '' },
      },
      verdict: 'deeper-diligence',
    }),
  ],
  index,
)
const card = scorecard(
  history,
  {
    held: new Set(['render', 'akash']),
    mentions: new Map([
      ['render', 2],
      ['livepeer', 3],
      ['golem', 2],
      ['openai', 9],
      ['nosana', 9],
    ]),
  },
  index,
  today,
  90,
)

suite('scorecard', () => {
  test('by layer from the ground up, best first; old and odd ones are marked', () => {
    assert.deepEqual(
      card.rows.map(({ name, layerName, cleared, verdictName, recheck, remarks, times }) =>
        [name, layerName, cleared, verdictName, recheck.join(), remarks.join(), times].join(' | '),
      ),
      [
        'Akash Network | Compute | 2 | worth watching |  | the note says vibe | 1',
        'Nosana | Compute | 2 | worth watching | 145 days old |  | 2',
        'NEAR Protocol | Execution/UX | 3 | worth deeper diligence |  |  | 1',
        '=cmd|calc | Not placed | 0 | a vibe |  | not on the map | 1',
      ],
    )
  })
  test('what waits: held first, then mentioned often; systems without a token never', () => {
    assert.deepEqual(
      card.toDo.map(({ project, isHeld, mentions }) => [project.id, isHeld, mentions]),
      [
        ['render', true, 2],
        ['livepeer', false, 3],
      ],
    )
  })
  test('as Markdown', () => {
    const lines = scorecardMarkdown(card, index, today).split('\n')
    assert.deepEqual(lines.slice(0, 9), [
      '# Scorecard',
      '',
      '4 evaluated projects, 2026-11-23. An open question counts as not cleared. Not advice.',
      '',
      '## Compute',
      '',
      '| Project | Layer | Token | Usage | Cleared | Verdict | Evaluated | Look again |',
      '| --- | --- | --- | --- | --- | --- | --- | --- |',
      '| Akash Network (AKT) | Yes: Compute | Yes | No | 2 of 3 | worth watching | 2026-11-01 | the note says vibe |',
    ])
    assert.ok(lines.some((line) => line.startsWith('| =cmd\\|calc |')))
    assert.deepEqual(lines.slice(-5), [
      '## Not evaluated yet',
      '',
      '- [ ] Render Network: held, mentioned 2 times',
      '- [ ] Livepeer: mentioned 3 times',
      '',
    ])
  })
  test('as CSV no cell is a formula', () => {
    const lines = scorecardCsv(card, index).split('\r\n')
    assert.equal(
      lines[0],
      'Project,Ticker,On layer,Layer,Token,Usage,Cleared,Verdict,Evaluated,Times,Look again,Remarks',
    )
    assert.equal(lines[2], 'Nosana,NOS,Compute,Yes: Compute,Yes,No,2,worth watching,2026-07-01,2,145 days old,')
    assert.ok(lines[4]?.startsWith(`"'=cmd|calc",,Not placed,`))
    for (const start of ['=', '+', '-', '@', '\t=', ' +']) {
      const odd = scorecard(
        historyOf([kept(`${start}1+1`)], index),
        { held: new Set(), mentions: new Map() },
        index,
        today,
        90,
      )
      assert.ok(scorecardCsv(odd, index).includes(`\r\n"'${start}1+1",`), start)
    }
    const quoted = scorecard(
      historyOf([kept('a "b", c')], index),
      { held: new Set(), mentions: new Map() },
      index,
      today,
      90,
    )
    assert.ok(scorecardCsv(quoted, index).includes('\r\n"a ""b"", c",'))
  })
})
