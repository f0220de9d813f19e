import assert from 'node:assert/strict'
import fc from 'fast-check'
import { lineAt, readYaml, readYamlBytes, yamlLimits, type YamlValue } from '../../src/core/yaml/readYaml'

/** `line "what is marked": message` of the one problem, or the value as JSON. */
function reading(text: string): string {
  const result = readYaml(text)
  if (result.ok) return JSON.stringify(result.value)
  const { start, end, message } = result.problem
  return `${lineAt(text, start)} ${JSON.stringify(text.slice(start, end))}: ${message}`
}

suite('reading YAML: what is read', () => {
  const reads = (text: string, json: string) => assert.equal(reading(text), json)
  test('fields, lists, quotes, comments', () =>
    reads('# Mine\na: 1\nb: [x, "y"]\nc:\n  - d: true\n    e:\n', '{"a":1,"b":["x","y"],"c":[{"d":true,"e":null}]}'))
  test('nothing', () => reads('', 'null'))
  test('one document with its marks', () => reads('---\na: 1\n...\n', '{"a":1}'))
  test('only YAML 1.2: no and on are words, a date is text, << is a name', () =>
    reads(
      'a: no\nb: on\nc: 2026-05-19\nd: 12:34:56\n<<: {e: 1}\n',
      '{"a":"no","b":"on","c":"2026-05-19","d":"12:34:56","<<":{"e":1}}',
    ))
  test('a number as a name is text', () => reads('64: x', '{"64":"x"}'))
  test('several lines, and line ends of Windows', () =>
    reads('a: |\r\n  one\r\n  two\r\nb: >-\r\n  one\r\n  two\r\n', '{"a":"one\\ntwo\\n","b":"one two"}'))
  test('other scripts and emoji', () => reads('a: 買 🧠 שלום\n', '{"a":"買 🧠 שלום"}'))
})

suite('reading YAML: what is refused, and where', () => {
  const refuses = (text: string, problem: string) => assert.equal(reading(text), problem)
  test('a colon too many', () =>
    refuses(
      'a: 1\nb: c: d\n',
      '2 "c": A colon stands where none can. Put quotes around text that has one, or indent the next line like this one.',
    ))
  test('a line that is no field', () =>
    refuses(
      'a: 1\noops\nb: 2\n',
      '2 "oops": This line has no name with a colon, or is not indented like those around it.',
    ))
  test('a tab', () => refuses('a:\n\tb: 1\n', '2 "\\t": A tab cannot indent here. Use spaces.'))
  test('a quote that nothing closes', () =>
    refuses('a: "x\nb: 1\n', '2 "1": This is not valid YAML: Missing closing "quote.'))
  test('a field twice', () => refuses('a: 1\nb: {c: 1, d: 2, c: 3}', `2 "c": 'c' is here twice. Keep one of them.`))
  test('a field without a name', () => refuses('a: {: 1}', '1 ":": A field needs a name before its colon.'))
})

suite('reading YAML: where things stand', () => {
  const text = 'projects:\n  - id: acme\n    aliases: [Acme, ACME]\n  - id: other\n'
  const result = readYaml(text)
  const at = (path: readonly PropertyKey[], wants: 'rangeOf' | 'keyRangeOf' = 'rangeOf') => {
    assert.ok(result.ok)
    const { start, end } = result[wants](path)
    return text.slice(start, end)
  }
  test('a value', () => assert.equal(at(['projects', 0, 'aliases', 1]), 'ACME'))
  test('a key', () => assert.equal(at(['projects', 0, 'aliases'], 'keyRangeOf'), 'aliases'))
  test('an entry of a list', () => assert.equal(at(['projects', 1], 'keyRangeOf'), 'id: other\n'))
  test('what is missing stands where it would be', () => assert.equal(at(['projects', 1, 'layer']), 'id: other\n'))
  test('the whole', () => assert.equal(at([]), text))
})

suite('reading YAML: bytes', () => {
  const bytes = (text: string) => new TextEncoder().encode(text)
  const codeOf = (data: Uint8Array) => {
    const result = readYamlBytes(data)
    return result.ok ? result.value : result.problem.code
  }
  test('with a byte order mark', () => assert.deepEqual(codeOf(bytes('\ufeffa: 1')), { a: 1 }))
  test('not UTF-8', () => assert.equal(codeOf(new Uint8Array([0x61, 0x3a, 0x20, 0xff])), 'not-text'))
  test('UTF-16', () => assert.equal(codeOf(new Uint8Array([0xff, 0xfe, 0x61, 0x00])), 'not-text'))
  test('64 KiB are read, a byte more is not', () => {
    const text = `a: ${'x'.repeat(yamlLimits.bytes - 3)}`
    assert.equal(typeof codeOf(bytes(text)), 'object')
    assert.equal(codeOf(bytes(`${text}x`)), 'too-long')
  })
  test('the limit counts bytes, not characters', () => {
    assert.equal(readYaml(`a: ${'買'.repeat(21_844)}`).ok, true)
    assert.equal(readYaml(`a: ${'買'.repeat(21_845)}`).ok, false)
  })
})

/** Pieces of YAML, whole and broken, to be put together in any order. */
const pieces = [
  ...[
    'a',
    'b: ',
    ': ',
    ':',
    '- ',
    '? ',
    '[',
    ']',
    '{',
    '}',
    ', ',
    '\n',
    '\n  ',
    '\n    ',
    ' ',
    '\t',
    '\r\n',
    '# c',
    ' #',
  ],
  ...['"', "'", '\\', '\\u202e', '\\x', '|', '>', '|2-\n', '>+\n', '---', '--- ', '...', '%YAML 1.1\n', '%TAG ! !\n'],
  ...[
    '&a ',
    '*a',
    '*a ',
    '! ',
    '!!set ',
    '!<x> ',
    '<<: ',
    '__proto__: ',
    'constructor: ',
    'null',
    '~',
    '.nan',
    '1e999',
    '0x1F',
  ],
  ...[
    '-.inf',
    '2026-05-19',
    'true',
    '@',
    '`',
    '買',
    '🧠',
    '\ud83e',
    '\udde0',
    '\u202e',
    '\0',
    '\ufeff',
    '\u2028',
    '\x85',
  ],
]

suite('reading YAML: random texts', () => {
  const numRuns = Number(process.env['YAML_RUNS'] ?? 20_000)
  test(`${numRuns} of them are read as plain data, or refused at a place in the text`, () => {
    const piece = fc.oneof(
      { weight: 8, arbitrary: fc.constantFrom(...pieces) },
      { weight: 1, arbitrary: fc.string({ maxLength: 8, unit: 'binary' }) },
      {
        weight: 1,
        arbitrary: fc.tuple(fc.constantFrom(...pieces), fc.nat(80)).map(([text, times]) => text.repeat(times)),
      },
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (parts) => {
        const text = parts.join('')
        const result = readYaml(text)
        if (result.ok) {
          checkPlain(result.value, 1)
          return
        }
        const { start, end, message } = result.problem
        assert.ok(0 <= start && start <= end && end <= text.length)
        assert.match(message, /^[A-Z'].*\.$/s)
      }),
      { numRuns },
    )
    assert.deepEqual(Object.keys(Object.prototype), [])
  })
})

function checkPlain(value: YamlValue, depth: number): void {
  assert.ok(depth <= yamlLimits.depth)
  if (typeof value === 'number') assert.ok(Number.isFinite(value))
  if (typeof value === 'string') assert.doesNotMatch(value, /[\u202e\0\ufffd]/)
  if (typeof value !== 'object' || value === null) return
  assert.ok(Array.isArray(value) || Object.getPrototypeOf(value) === Object.prototype)
  for (const [key, child] of Object.entries(value)) {
    assert.notEqual(key, '__proto__')
    checkPlain(child as YamlValue, depth + 1)
  }
}
