import assert from 'node:assert/strict'
import fc from 'fast-check'
import { evaluate, type Answer } from '../../src/core/evaluation'
import { readRecord, readRecords } from '../../src/core/records/readRecord'
import { plainLine, plainName, projectOf, readLink, type EvaluationRecord } from '../../src/core/records/record'
import { mayBeRecord, mayHoldRecords, recordBody, writeRecord } from '../../src/core/records/recordMarkdown'
import { index } from './notes'
import { applied, read } from './records'

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
