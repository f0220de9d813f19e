import assert from 'node:assert/strict'
import { knownAnswers } from '../../src/core/evaluation'
import { historyOf, recheckReasons } from '../../src/core/records/history'
import { readFrontMatter } from '../../src/core/records/frontMatter'
import { readRecord } from '../../src/core/records/readRecord'
import { isAgainst, newRecord, ownEvidenceOf } from '../../src/core/records/record'
import { mayBeRecord, writeRecord } from '../../src/core/records/recordMarkdown'
import { index } from './notes'
import { applied, byHand, made, own, read, today } from './records'

suite('records', () => {
  test('as Markdown', () => {
    assert.equal(
      writeRecord(
        newRecord(
          {
            subject: { name: 'Foo|Net' },
            answers: {
              layer: { answer: 'no', note: '' },
              token: { answer: 'unsure', note: '' },
              usage: { answer: 'yes', note: 'seen | on chain' },
            },
            confidence: 'low',
            own: [own],
          },
          index,
          today,
          '0.1.0',
        ),
        index,
      ),
      [
        '---',
        'type: crypto-ai-evaluation',
        'project: "Foo|Net"',
        'date: 2026-11-23',
        'layer: no',
        'token: unsure',
        'usage: yes',
        'verdict: vibe',
        'confidence: low',
        'knowledge: "0.1.0"',
        '---',
        '',
        '# Evaluation: Foo\\|Net, 2026-11-23',
        '',
        '**Verdict: a vibe** (1 of 3 cleared). It clears one question or none, so there is a mood here and not yet a case.',
        '',
        '| Question | Answer | Known then | Why |',
        '| --- | --- | --- | --- |',
        '| What layer does it sit at? | No: cannot be placed |  |  |',
        '| Does the token do work? | Unsure |  |  |',
        '| Is anyone using it? | Yes |  | seen \\| on chain |',
        '',
        'A flag: it cannot be placed cleanly on the map.',
        '',
        'Open: Does the token do work?',
        '',
        'Confidence of the evaluator: low.',
        '',
        '## Evidence',
        '',
        '| For | Evidence | Number | As of | Claimed by | Source | Id |',
        '| --- | --- | --- | --- | --- | --- | --- |',
        '| Usage | I ran a job | 1 job | 2026-11 | me | [a.example](<https://a.example/x>) |  |',
        '',
      ].join('\n'),
    )
  })

  test('is read back with reasons, what was known and the evidence', () => {
    const record = read(writeRecord(made, index))
    assert.deepEqual(record, made)
    assert.equal(made.answers.usage.known?.answer, 'unsure')
    assert.deepEqual(ownEvidenceOf(made), [own])
    assert.ok(made.evidence.some(({ id }) => id !== undefined))
  })

  test('of every project of the map is read back, and nothing has changed since', () => {
    for (const project of index.knowledge.projects) {
      const record = newRecord(
        { subject: { project }, answers: knownAnswers(project), confidence: 'low', own: [] },
        index,
        today,
        '0.1.0',
      )
      const back = read(writeRecord(record, index))
      assert.deepEqual(back, record)
      assert.deepEqual(recheckReasons(record, index, today, 90), [])
      assert.deepEqual(typeof back === 'object' && recheckReasons(back, index, today, 90), [])
    }
  })

  test('counts when a person wrote it, by name or ticker', () => {
    const record = read(byHand({ project: 'Akash Network', verdict: 'worth-watching # for now' }))
    assert.ok(typeof record === 'object')
    assert.deepEqual(
      [record.project, record.answers.layer, record.verdict, record.knowledge],
      ['Akash Network', { answer: 'yes', layer: 'compute', note: '' }, 'worth-watching', ''],
    )
    assert.equal([...historyOf([{ note: 'a.md', line: 0, record }], index).keys()][0], 'akash')
    assert.ok(typeof read(byHand({ project: 'Nobody Knows' })) === 'object')
  })

  test('a table of one’s own needs only the columns that it fills', () => {
    const record = read(`${byHand()}\n| Why | Question |\n| --- | --- |\n| It sells leases | Layer |\n`)
    assert.ok(typeof record === 'object')
    assert.equal(record.answers.layer.note, 'It sells leases')
    assert.equal(record.answers.layer.known, undefined)
  })

  test('only a note that says so is one', () => {
    assert.ok(mayBeRecord(byHand()))
    assert.ok(mayBeRecord(`\ufeff${byHand({ type: '"crypto-ai-evaluation"' }).replaceAll('\n', '\r\n')}`))
    assert.ok(!mayBeRecord(byHand({ type: 'note' })))
    assert.ok(!mayBeRecord('# type: crypto-ai-evaluation\n'))
  })

  test('what cannot be read says why', () => {
    assert.equal(read(byHand({ token: 'maybe' })), "'token' must be yes, no, unsure")
    assert.equal(
      read(byHand({ layer: 'cloud' })),
      "'layer' must be compute, intelligence, agents-data, execution-ux, no, unsure",
    )
    assert.equal(read(byHand({ date: '2026-02-30' })), "'date' must be a day: 2026-05-19")
    assert.equal(read(byHand({ project: '[a, b]' })), "'project' must be the id or the name of a project")
    assert.equal(read(byHand({ verdict: 'great' })), "'verdict' must be deeper-diligence, worth-watching, vibe")
    assert.equal(read(byHand({ 'date: 2026-11-01\ndate': '2026-11-02' })), "'date' is there twice")
    assert.equal(read(byHand().replace('---\n\nMy', 'My')), 'the front matter has no closing --- line')
    assert.equal(
      read(byHand({ project: '[unclosed' })),
      'its front matter cannot be read: A bracket before this is not closed, or this line is not indented far enough',
    )
  })

  test('hostile YAML is refused before it costs anything', () => {
    const refused = (yaml: string) => {
      const found = readFrontMatter(`---\ntype: crypto-ai-evaluation\n${yaml}\n---\n`)
      return found.ok ? 'read' : found.reason
    }
    const because = (reason: string) => `its front matter cannot be read: ${reason}`
    const deep = because('This is nested deeper than the 32 levels that are read. Indent it less')
    assert.equal(refused('a: &x 1\nb: *x'), because('Anchors (&) are not read. Write the value out where you need it'))
    assert.equal(refused('a: !!binary aa'), because('Tags (!) are not read. Remove it; quote text that begins with !'))
    assert.equal(refused(`a: ${'['.repeat(3000)}`), deep)
    assert.equal(refused(Array.from({ length: 40 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n')), deep)
    assert.equal(refused(`a: ${'x'.repeat(20_000)}`), 'the front matter has no closing --- line')
    assert.equal(refused('a: \0'), 'the front matter holds characters that are no text')
    assert.equal(refused('__proto__: {polluted: 1}'), 'read')
    assert.equal(({} as { polluted?: unknown }).polluted, undefined)
    assert.equal(refused('a: "*x &y !z %w"\nb: |\n  *x\n  %y'), 'read')
  })

  test('a verdict that contradicts the answers is told, and set right without another byte', () => {
    const text = byHand({ verdict: 'vibe        # mine\nmood: [ok,  fine]' })
    const found = readRecord(text, index)
    assert.ok(found.ok && found.contradiction)
    assert.equal(text.slice(found.contradiction.start, found.contradiction.end), 'vibe')
    assert.equal(found.contradiction.expected.id, 'worth-watching')
    assert.equal(applied(text, found.contradiction.edits), text.replace('vibe', 'worth-watching'))
  })

  test('the verdict in the body follows; what somebody wrote behind it stays, and so does what is no verdict', () => {
    const fix = (line: string) => {
      const wrong = writeRecord({ ...made, verdict: 'vibe' }, index).replace(/^\*\*Verdict.*$/m, line)
      const found = readRecord(wrong, index)
      assert.ok(found.ok && found.contradiction)
      return applied(wrong, found.contradiction.edits)
    }
    const right = writeRecord(made, index)
    assert.equal(
      fix(
        '**Verdict: a vibe** (0 of 3 cleared). It clears one question or none, so there is a mood here and not yet a case.',
      ),
      right,
    )
    assert.ok(
      fix('**Verdict: a vibe**, I think').includes('**Verdict: worth deeper diligence** (3 of 3 cleared), I think'),
    )
    assert.ok(fix('**Verdict: love**').includes('**Verdict: love**'))
  })

  test('an answer against what is known needs the opposite of it', () => {
    assert.ok(isAgainst({ answer: 'no' }, { answer: 'yes' }))
    assert.ok(isAgainst({ answer: 'yes', layer: 'compute' }, { answer: 'yes', layer: 'intelligence' }))
    assert.ok(!isAgainst({ answer: 'unsure' }, { answer: 'yes' }))
    assert.ok(!isAgainst({ answer: 'yes' }, { answer: 'unsure' }))
    assert.ok(!isAgainst({ answer: 'yes' }, undefined))
  })
})
