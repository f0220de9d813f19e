import assert from 'node:assert/strict'
import fc from 'fast-check'
import { evaluate, knownAnswers, type Answer } from '../../src/core/evaluation'
import {
  changesBetween,
  changesSince,
  historyOf,
  recheckReasons,
  type KeptRecord,
} from '../../src/core/records/history'
import { comparisonMarkdown } from '../../src/core/records/compare'
import { readFrontMatter } from '../../src/core/records/frontMatter'
import { readRecord, readRecords } from '../../src/core/records/readRecord'
import {
  isAgainst,
  newRecord,
  ownEvidenceOf,
  plainLine,
  plainName,
  projectOf,
  readLink,
  type EvaluationRecord,
} from '../../src/core/records/record'
import { draftFrom, newDraft, readDrafts } from '../../src/core/records/draft'
import { lastVerdicts, pastEvaluations } from '../../src/core/records/evaluationsView'
import { recordFileName, recordFolder } from '../../src/core/records/recordFile'
import { mayBeRecord, mayHoldRecords, recordBody, writeRecord } from '../../src/core/records/recordMarkdown'
import { index, today as now } from './notes'

const today = now.day

const nosana = index.get('nosana')!
const own = {
  question: 'usage',
  claim: 'I ran a job',
  number: '1 job',
  url: 'https://a.example/x',
  asOf: '2026-11',
} as const

/** The record of Nosana as the extension makes it, with the evaluator's own evidence. */
const made = newRecord(
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

/** Texts that mean something to YAML, to Markdown or to an encoder. */
const nasty = [
  '---',
  '...',
  '<<',
  '*a',
  '&a',
  '!!x',
  '%YAML',
  '# x',
  'a: b',
  '- a',
  '? a',
  '"',
  "'",
  '\\',
  '\\|',
  '|',
  '||',
  '`',
  '[x](y)',
  '[x](<https://y.example>)',
  'https://y.example',
  '<br>',
  '&amp;',
  'a\r\nb',
  'a\u2028b',
  'a\u0085b',
  '\ufeff',
  '\ud800',
  '\udc00x',
  '🧠',
  'é',
  'e\u0301',
  '\u202e',
  'null',
  'true',
  '2026-11-24',
  '1e999',
  '.nan',
  '__proto__',
  '{}',
]

/** The record in a text, or why there is none. */
function read(text: string): EvaluationRecord | string {
  const found = readRecord(text, index)
  return found.ok ? found.record : found.reason
}

/** A record as somebody writes it by hand, with some lines changed. */
function byHand(lines: Record<string, string> = {}): string {
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

/** Random records a property is tried on; `PROPERTY_RUNS=20000` before a release. */
const runs = Number(process.env['PROPERTY_RUNS'] ?? 1000)

suite('properties of records', () => {
  const line = (max: number) =>
    fc
      .oneof(fc.constantFrom(...nasty), fc.string({ maxLength: 24, unit: 'binary' }), fc.string({ maxLength: 12 }))
      .map((text) => plainLine(text, max))
  const date = fc.integer({ min: 0, max: 20_000 }).map((day) => new Date(day * 86_400_000).toISOString().slice(0, 10))
  const layers = index.knowledge.layers.map(({ id }) => id)
  const choice = (id: string) =>
    fc
      .tuple(fc.constantFrom<Answer>('yes', 'no', 'unsure'), fc.constantFrom(...layers))
      .map(([answer, layer]) => (id === 'layer' && answer === 'yes' ? { answer, layer } : { answer }))
  const answer = (id: string) =>
    fc
      .tuple(choice(id), line(200), fc.option(choice(id), { nil: undefined }))
      .map(([given, note, known]) => ({ ...given, note, ...(known ? { known } : {}) }))
  const evidence = fc
    .record({
      question: fc.constantFrom('layer' as const, 'token' as const, 'usage' as const),
      id: fc.option(fc.stringMatching(/^[a-z0-9]{1,8}(-[a-z0-9]{1,8})?$/), { nil: undefined }),
      claim: line(80),
      number: line(40),
      asOf: fc.constantFrom('', '2026', '2026-Q1', '2026-05', '2026-05-19'),
      claimant: fc.oneof(fc.constantFrom('me', 'the project', 'the chain'), line(40)),
      source: line(60),
      path: fc.option(fc.webUrl({ validSchemes: ['https'], withQueryParameters: true }), { nil: undefined }),
    })
    .map(({ id, path, source, ...row }) => {
      const url = path === undefined ? undefined : readLink(path)
      return {
        ...row,
        ...(id === undefined ? {} : { id }),
        source: url !== undefined && source === '' ? 'named' : source,
        ...(url === undefined ? {} : { url }),
      }
    })
    .filter(({ url, source }) => url !== undefined || readLink(source) === undefined)
  const record: fc.Arbitrary<EvaluationRecord> = fc
    .record({
      project: fc
        .oneof(
          fc.constantFrom('nosana', 'yes', 'true', '0x1f', '1e3', '~', ...nasty),
          fc.string({ maxLength: 20, unit: 'binary' }),
        )
        .map((text) => plainName(text) || 'x'),
      date,
      answers: fc.record({ layer: answer('layer'), token: answer('token'), usage: answer('usage') }),
      verdict: fc.constantFrom('deeper-diligence' as const, 'worth-watching' as const, 'vibe' as const),
      confidence: fc.option(fc.constantFrom('low' as const, 'medium' as const, 'high' as const), { nil: undefined }),
      evidence: fc.uniqueArray(evidence, { maxLength: 4, selector: (row) => row }),
      knowledge: fc.constantFrom('', '0.1.0', '1', '2026-11-24'),
    })
    .map(({ confidence, answers, ...rest }) => ({
      ...rest,
      answers: { ...answers },
      ...(confidence === undefined ? {} : { confidence }),
    }))

  test('read(write(record)) is the record, through bytes, with LF, CRLF and a byte order mark', () => {
    fc.assert(
      fc.property(record, fc.constantFrom('\n', '\r\n'), fc.constantFrom('', '\ufeff'), (kept, eol, mark) => {
        const text = mark + writeRecord(kept, index).replaceAll('\n', eol)
        const back = new TextDecoder('utf-8', { ignoreBOM: true }).decode(new TextEncoder().encode(text))
        assert.ok(mayBeRecord(back))
        assert.deepEqual(read(back), kept)
      }),
      { numRuns: runs },
    )
  })

  test('the same of a record that stands in a note, between what a person writes', () => {
    const words = fc.constantFrom(
      '',
      '# Diary\n\nWords.\n\n',
      '---\ntitle: x\n---\n\n',
      '| a | b |\n| --- | --- |\n| c | d |\n\n',
    )
    fc.assert(
      fc.property(record, words, fc.constantFrom('\n', '\r\n'), (kept, before, eol) => {
        const text = `${before}${recordBody(kept, index, 3)}\n## Later\n\nWords.\n`.replaceAll('\n', eol)
        const back = new TextDecoder().decode(new TextEncoder().encode(text))
        assert.ok(mayHoldRecords(back))
        const [found, ...others] = readRecords(back, index)
        assert.ok(found?.ok && others.length === 0)
        // The verdict of the body is that of the answers, and a name that is on the map comes back as its id.
        const verdict = evaluate(kept.answers, index).rule.id
        assert.deepEqual(found.record, { ...kept, verdict, project: projectOf(kept, index)?.id ?? kept.project })
      }),
      { numRuns: runs },
    )
  })

  test('setting the verdict right changes no other byte, whatever keys and comments a person has there', () => {
    const extra = fc.constantFrom(
      '# mine',
      'mood: [ok,   fine]  # why not',
      "quote: 'it''s'",
      'text: |\n  verdict: vibe\n  more',
      'Nested:\n    verdict: vibe   ',
      'emoji: 🧠',
      '"verdict ": x',
      '',
    )
    fc.assert(
      fc.property(record, fc.array(extra, { maxLength: 3 }), fc.constantFrom('\n', '\r\n'), (kept, extras, eol) => {
        const unique = [...new Set(extras)].map((one) => `${one}\n`).join('')
        const text = writeRecord(kept, index)
          .replace(/^verdict:.*$/m, (field) => `${unique}${field}   # a remark\n${unique === '' ? '' : '# end'}`)
          .replaceAll('\n', eol)
        const found = readRecord(text, index)
        assert.ok(found.ok)
        if (!found.contradiction) return
        const { edits, expected } = found.contradiction
        const after = applied(text, edits)
        const [field] = edits
        assert.ok(field)
        assert.equal(field.text, expected.id)
        // Outside of the edits every byte is where it was.
        const without = (from: string, ranges: readonly { start: number; length: number }[]) =>
          ranges.reduceRight((rest, { start, length }) => rest.slice(0, start) + rest.slice(start + length), from)
        let shift = 0
        const written = edits.map(({ start, end, text: put }) => {
          const range = { start: start + shift, length: put.length }
          shift += put.length - (end - start)
          return range
        })
        assert.equal(
          without(after, written),
          without(
            text,
            edits.map(({ start, end }) => ({ start, length: end - start })),
          ),
        )
        assert.deepEqual(read(after), { ...kept, verdict: expected.id })
      }),
      { numRuns: runs },
    )
  })
})

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

suite('files of records', () => {
  test('named after project and day, the second of a day with a number', () => {
    assert.equal(recordFileName('nosana', '2026-11-24', 1), 'nosana-2026-11-24.md')
    assert.equal(recordFileName('nosana', '2026-11-24', 3), 'nosana-2026-11-24-3.md')
    assert.equal(recordFileName('../../Çafé <b>', '2026-11-24', 1), 'c-afe-b-2026-11-24.md')
    assert.equal(recordFileName('買', '2026-11-24', 1), 'project-2026-11-24.md')
    assert.equal(recordFileName('CON', '2026-11-24', 1), 'project-con-2026-11-24.md')
  })
  test('only in a folder inside the workspace', () => {
    assert.deepEqual(recordFolder(' ./notes//evaluations/ '), { ok: true, segments: ['notes', 'evaluations'] })
    assert.deepEqual(recordFolder('.'), { ok: true, segments: [] })
    const reason = (setting: string) => {
      const folder = recordFolder(setting)
      return folder.ok ? folder.segments.join('/') : folder.reason
    }
    for (const outside of ['../x', 'a/../../x', 'a/..'])
      assert.equal(reason(outside), 'it must stay inside the workspace')
    for (const absolute of ['/etc', '\\\\server\\x', 'C:\\x', 'c:/x', 'file:///x', '~/x'])
      assert.equal(reason(absolute), 'it must be relative to the workspace')
    assert.match(reason('a\\..\\x'), /may not contain/)
    assert.match(reason('a\0b'), /may not contain/)
    for (const odd of ['con', 'a/NUL.txt', 'a./b', 'a /b']) assert.match(reason(odd), /Windows/)
    assert.match(reason(''), /empty/)
    assert.match(reason('a'.repeat(201)), /longer/)
  })
})

/** A text after edits that do not touch each other. */
function applied(text: string, edits: readonly { start: number; end: number; text: string }[]): string {
  return [...edits]
    .sort((a, b) => b.start - a.start)
    .reduce((rest, edit) => rest.slice(0, edit.start) + edit.text + rest.slice(edit.end), text)
}
