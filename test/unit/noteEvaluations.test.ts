import assert from 'node:assert/strict'
import { knownAnswers } from '../../src/core/evaluation'
import { historyOf, recheckReasons } from '../../src/core/records/history'
import { readRecords } from '../../src/core/records/readRecord'
import { newRecord, type EvaluationRecord } from '../../src/core/records/record'
import { mayHoldRecords, recordBody, writeRecord } from '../../src/core/records/recordMarkdown'
import { index, today as now } from './notes'

const today = now.day
const nosana = index.get('nosana')!

const made = newRecord(
  {
    subject: { project: nosana },
    answers: { ...knownAnswers(nosana), usage: { answer: 'yes', note: 'I used | it' } },
    confidence: 'medium',
    own: [{ question: 'usage', claim: 'I ran a job', number: '1 job', url: 'https://a.example/x', asOf: '2026-11' }],
  },
  index,
  today,
  '0.1.0',
)
const block = recordBody(made, index, 3)

/** What a note says of evaluations: each a record, or why it is none and where that is told. */
function read(text: string): (EvaluationRecord | string)[] {
  assert.ok(mayHoldRecords(text) || readRecords(text, index).length === 0)
  return readRecords(text, index).map((found) =>
    found.ok ? found.record : `${found.reason} @ ${text.slice(found.start, found.end)}`,
  )
}

/** An evaluation as somebody writes it by hand, with some lines changed. */
function byHand({
  heading = '## Evaluation: Akash, 2026-11-01',
  layer = 'Compute',
  token = 'yes',
  usage = 'No',
  verdict = '',
} = {}): string {
  return [
    heading,
    ...(verdict === '' ? [] : [verdict]),
    '',
    '| Question | Answer |',
    '|:--|---|',
    `| Layer | ${layer} |`,
    `| Token | ${token} |`,
    `| Usage | ${usage}`,
    '',
  ].join('\n')
}

suite('evaluations in notes', () => {
  test('what is inserted into a note is read back whole', () => {
    for (const eol of ['\n', '\r\n'])
      assert.deepEqual(read(`# Diary\n\nSome words.\n\n${block}\n## Later\n\nMore.\n`.replaceAll('\n', eol)), [made])
  })

  test('of every project of the map, without a doubt which it is', () => {
    for (const project of index.knowledge.projects) {
      const record = newRecord(
        { subject: { project }, answers: knownAnswers(project), confidence: 'low', own: [] },
        index,
        today,
        '0.1.0',
      )
      const [back] = read(recordBody(record, index, 3))
      assert.deepEqual(back, record)
      assert.deepEqual(recheckReasons(record, index, today, 90), [])
    }
  })

  test('several in a note, with what stands between them; the one further down is later', () => {
    const other = block.replace('| Yes | Unsure | I used', '| Unsure | Unsure | I used')
    const [first, second] = readRecords(`${block}\nWords.\n\n### Words\n\n${other}`, index)
    assert.ok(first?.ok && second?.ok)
    const history = historyOf(
      [first, second].map(({ record, start }) => ({ note: 'a.md', line: start, record })),
      index,
    )
    assert.deepEqual(
      history.get('nosana')?.map(({ record }) => record.answers.usage.answer),
      ['unsure', 'yes'],
    )
  })

  test('what a person changes counts', () => {
    const [edited] = read(
      block
        .replace(today, '2026-08-01')
        .replace('| Yes | Unsure | I used \\| it |', '| no | Unsure | Nobody answered |')
        .replace('evaluator: medium', 'evaluator: High'),
    )
    assert.ok(typeof edited === 'object')
    assert.equal(edited.date, '2026-08-01')
    assert.equal(edited.confidence, 'high')
    assert.deepEqual(edited.answers.usage, { answer: 'no', note: 'Nobody answered', known: { answer: 'unsure' } })
  })

  test('what a person writes by hand counts, with a name, a ticker or a stranger', () => {
    const [record] = read(`# Notes\n\n${byHand()}`)
    assert.ok(typeof record === 'object')
    assert.deepEqual(record, {
      project: 'akash',
      date: '2026-11-01',
      answers: {
        layer: { answer: 'yes', layer: 'compute', note: '' },
        token: { answer: 'yes', note: '' },
        usage: { answer: 'no', note: '' },
      },
      verdict: 'worth-watching',
      evidence: [],
      knowledge: '',
    })
    const project = (heading: string) => {
      const [one] = read(byHand({ heading }))
      return typeof one === 'object' ? one.project : one
    }
    assert.equal(project('# Evaluation: AKT, 2026-11-01'), 'akash')
    assert.equal(project('#### Evaluation: Akash Network (AKT), 2026-11-01 ####'), 'akash')
    assert.equal(project('### Evaluation: Foo, Bar & Co. (FBC), 2026-11-01'), 'Foo, Bar & Co. (FBC)')
  })

  test('one that cannot be read says why and where, and the others count', () => {
    const broken = (changes: Parameters<typeof byHand>[0]) => read(`${byHand(changes)}\n${block}`)
    assert.deepEqual(broken({ usage: 'maybe' }), ['the answer for Usage must be Yes, No, Unsure @ maybe', made])
    assert.deepEqual(broken({ layer: 'Cloud' }), [
      'the answer for Layer must be Yes: Compute, Yes: Intelligence, Yes: Agents & Data, Yes: Execution/UX, ' +
        'No: cannot be placed, Unsure @ Cloud',
      made,
    ])
    assert.deepEqual(broken({ heading: '### Evaluation: Akash, 2026-02-30' }), [
      'its heading must end with a comma and a day: Evaluation: Nosana, 2026-05-19 @ ### Evaluation: Akash, 2026-02-30',
      made,
    ])
    assert.deepEqual(broken({ heading: '### Evaluation: , 2026-02-03' }), [
      'its heading must name a project: Evaluation: Nosana, 2026-05-19 @ ### Evaluation: , 2026-02-03',
      made,
    ])
    assert.deepEqual(read('### Evaluation: Akash, 2026-02-03\n\nWords.'), [
      'it needs a table of Question and Answer with a row for Layer @ ### Evaluation: Akash, 2026-02-03',
    ])
    assert.deepEqual(broken({ verdict: '**Verdict: lovely**' }), [
      'the verdict must be worth deeper diligence, worth watching, a vibe @ lovely',
      made,
    ])
  })

  test('a verdict that contradicts the answers is told, and set right with nothing else', () => {
    const fix = (text: string) => {
      const [found] = readRecords(text, index)
      assert.ok(found?.ok && found.contradiction)
      const { edits, expected, start, end } = found.contradiction
      const [edit] = edits
      assert.ok(edit && edits.length === 1)
      return [
        text.slice(start, end),
        expected.id,
        text.slice(0, edit.start) + edit.text + text.slice(edit.end),
      ] as const
    }
    const wrong = block.replace('| Yes | Unsure | I used', '| No | Unsure | I used')
    const [name, expected, right] = fix(wrong)
    assert.deepEqual([name, expected], ['worth deeper diligence', 'worth-watching'])
    assert.match(right, /^\*\*Verdict: worth watching\*\* \(2 of 3 cleared\)\. It clears two of the three/m)
    assert.deepEqual(right.split('\n').length, wrong.split('\n').length)
    const own = byHand({ verdict: '**Verdict: a vibe** and my words' })
    assert.equal(fix(own)[2], byHand({ verdict: '**Verdict: worth watching** (2 of 3 cleared) and my words' }))
  })

  test('headings that are called so only, code and quotes are none', () => {
    assert.deepEqual(read('## Evaluation: how I do it\n\nThree questions.\n'), [])
    assert.deepEqual(read(`\`\`\`md\n${block}\`\`\`\n`), [])
    assert.deepEqual(read(`~~~~\n\`\`\`\n${block}~~~~\n`), [])
    assert.deepEqual(read(block.replace(/^/gm, '> ')), [])
    assert.deepEqual(read(block.replace(/^/gm, '    ')), [])
    assert.deepEqual(read(`A \`\`\`span\`\`\` of code.\n\n${block}`), [made])
    assert.deepEqual(read(`\`\`\`a \`b\` \`\`\`\n\n${block}`), [made])
  })

  test('a record that is a note of its own is one, and others may stand in it', () => {
    const whole = writeRecord(made, index)
    assert.deepEqual(read(whole), [made])
    const later = { ...made, date: '2026-12-24' }
    assert.deepEqual(read(`${whole}\n${recordBody(later, index, 3)}`), [made, later])
    // By hand, with a heading of its own.
    const { project, date } = made
    const hand = `---\ntype: crypto-ai-evaluation\nproject: ${project}\ndate: ${date}\nlayer: compute\ntoken: yes\nusage: yes\n---\n`
    assert.equal(read(`${hand}\n${block}`).length, 1)
  })
})
