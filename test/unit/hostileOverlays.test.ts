import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'

/** What a file says to whom opens it: file, line, what is wrong and what to do. */
type Case = readonly [name: string, contents: string | Uint8Array, told: string]

const long = 'This has more than 64 KiB, the most that is read. Shorten it, or split it into several files.'
const deep = 'This is nested deeper than the 32 levels that are read. Indent it less.'
const parts = 'This has more parts than the 30000 that are read. Split it into several files.'
const anchor = 'Anchors (&) are not read. Write the value out where you need it.'
const alias = 'References (*) are not read. Write the value out; quote text that begins with *.'
const tag = 'Tags (!) are not read. Remove it; quote text that begins with !.'
const directive = 'Directives (%) are not read. Remove the line.'
const second = 'A second document begins here; only one is read. Remove the --- or ... before it.'
const encoding = 'This is not UTF-8 text. Save the file as UTF-8.'
const layers = 'Choose one of: compute, intelligence, agents-data, execution-ux, none.'
const unsafe = (code: string) =>
  `The character U+${code} is invisible, broken, or turns the direction of writing. Remove it.`

/** A record with more lines. */
const acme = (...lines: string[]) =>
  ['projects:', '  - id: acme', '    name: Acme', '    layer: none', ...lines.map((line) => `    ${line}`), ''].join(
    '\n',
  )
const bytes = (...codes: number[]) => new Uint8Array(codes)
const times = (number: number, entry: (at: number) => string) =>
  Array.from({ length: number }, (_, at) => entry(at)).join('')

const cases: readonly Case[] = [
  // Bombs of anchors and references.
  ['billion laughs', `a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\n`, `map.yaml:1: ${anchor}`],
  ['20,000 anchors', times(6000, (at) => `- &a${at} x\n`), `map.yaml:1: ${anchor}`],
  ['a reference without an anchor', 'projects: *all\n', `map.yaml:1: ${alias}`],
  ['an anchor in itself', 'a: &a\n  b: *a\n', `map.yaml:1: ${anchor}`],
  ['an anchor in a key', '&a a: 1\n', `map.yaml:1: ${anchor}`],
  ['a merge key with a reference', 'a: 1\nb:\n  <<: *a\n', `map.yaml:3: ${alias}`],
  ['a merge key', acme('<<: { does: x }'), `map.yaml:5: There is no field '<<' here. Remove it.`],
  // Depth.
  ['100 brackets', '['.repeat(100) + ']'.repeat(100), `map.yaml:1: ${deep}`],
  ['60,000 open brackets', '['.repeat(60_000), `map.yaml:1: ${deep}`],
  ['60,000 open braces', '{a:'.repeat(20_000), `map.yaml:1: ${deep}`],
  ['brackets and braces', '[{a: '.repeat(100), `map.yaml:1: ${deep}`],
  ['lists in lists on a line', '- '.repeat(30_000), `map.yaml:1: ${deep}`],
  ['keys in keys on a line', '? '.repeat(30_000), `map.yaml:1: ${deep}`],
  ['a staircase', times(100, (at) => `${' '.repeat(at)}a:\n`), `map.yaml:68: ${deep}`],
  ['33 levels', `${'['.repeat(33)}${']'.repeat(33)}`, `map.yaml:1: ${deep}`],
  [
    '32 levels, of the wrong sort',
    `${'['.repeat(32)}${']'.repeat(32)}`,
    'map.yaml:1: The file must be a record: lines with a name, a colon and a value.',
  ],
  // Size.
  ['64 KiB and a byte', `a: ${'x'.repeat(65_534)}`, `map.yaml:1: ${long}`],
  ['a megabyte', 'a: 1\n'.repeat(200_000), `map.yaml:1: ${long}`],
  ['64 KiB in fewer characters', `# ${'買'.repeat(21_846)}`, `map.yaml:1: ${long}`],
  [
    '64 KiB of one text',
    acme(`does: ${'x'.repeat(65_000)}`),
    `map.yaml:5: 'does' has more than 240 characters. Shorten it.`,
  ],
  ['64 KiB of line breaks', '\n'.repeat(65_536), `map.yaml:30001: ${parts}`],
  ['64 KiB of spaces', ' '.repeat(65_536), 'no problem'],
  ['64 KiB of comments', '# x\n'.repeat(16_000), `map.yaml:15001: ${parts}`],
  ['64 KiB of commas', `[${','.repeat(65_000)}]`, `map.yaml:1: ${parts}`],
  ['4,000 fields', times(4000, (at) => `k${at}: ${at % 10}\n`), `map.yaml:1: There is no field 'k0' here. Remove it.`],
  [
    '30,000 escapes that are none',
    `a: "${'\\q'.repeat(30_000)}"`,
    'map.yaml:1: In double quotes a backslash needs a second one. Write \\\\, or use single quotes.',
  ],
  [
    '2,001 projects',
    `projects: [${times(2001, () => 'x,')}]`,
    `map.yaml:1: 'projects' has more than 2000 entries. Remove some, or use a second file.`,
  ],
  [
    '501 ids that are hidden',
    `hide: [${times(501, () => 'near,')}]`,
    `map.yaml:1: 'hide' has more than 500 entries. Remove some, or use a second file.`,
  ],
  [
    '25 aliases',
    acme(`aliases: [${times(25, (at) => `Name${at},`)}]`),
    `map.yaml:5: 'aliases' has more than 24 entries. Remove some, or use a second file.`,
  ],
  // Keys.
  ['a field twice', 'hide: []\nhide: []\n', `map.yaml:2: 'hide' is here twice. Keep one of them.`],
  ['a field twice in a record', acme('does: one', 'does: two'), `map.yaml:6: 'does' is here twice. Keep one of them.`],
  [
    'a field twice in braces',
    'layers: [{ id: compute, id: compute }]\n',
    `map.yaml:1: 'id' is here twice. Keep one of them.`,
  ],
  ['__proto__', '__proto__: { isAdmin: true }\n', `map.yaml:1: '__proto__' cannot be the name of a field.`],
  ['__proto__ in a record', acme('__proto__: { does: x }'), `map.yaml:5: '__proto__' cannot be the name of a field.`],
  ['__proto__ in quotes', '"__proto__": 1\n', `map.yaml:1: '__proto__' cannot be the name of a field.`],
  ['__proto__ with an escape', '"\\x5f_proto__": 1\n', `map.yaml:1: '__proto__' cannot be the name of a field.`],
  ['constructor', 'constructor: { prototype: 1 }\n', `map.yaml:1: 'constructor' cannot be the name of a field.`],
  ['a list as a key', '? [a, b]\n: 1\n', 'map.yaml:1: The name of a field must be text.'],
  ['a field without a name', ': 1\n', 'map.yaml:1: A field needs a name before its colon.'],
  ['toString', 'toString: 1\n', `map.yaml:1: There is no field 'toString' here. Remove it.`],
  // YAML that reads as something else.
  ['%YAML 1.1', '%YAML 1.1\n---\nhide: [no]\n', `map.yaml:1: ${directive}`],
  ['%TAG', '%TAG ! tag:x,2000:\n---\nhide: []\n', `map.yaml:1: ${directive}`],
  ['a function', 'hide: !!js/function "() => 1"\n', `map.yaml:1: ${tag}`],
  ['binary', 'hide: !!binary aGk=\n', `map.yaml:1: ${tag}`],
  ['two documents', 'hide: []\n---\nhide: [near]\n', `map.yaml:2: ${second}`],
  ['a document behind an end', 'hide: []\n...\nhide: [near]\n', `map.yaml:3: ${second}`],
  ['infinity', 'hide: [.inf]\n', 'map.yaml:1: This is not a number that can be counted with.'],
  ['a number beyond all', 'hide: [1e999]\n', 'map.yaml:1: This is not a number that can be counted with.'],
  ['a tab', 'projects:\n\t- id: acme\n', 'map.yaml:2: A tab cannot indent here. Use spaces.'],
  // Bytes and characters.
  ['invalid UTF-8', bytes(0x68, 0x69, 0x64, 0x65, 0x3a, 0x20, 0xc3, 0x28), `map.yaml:1: ${encoding}`],
  ['UTF-16', bytes(0xff, 0xfe, 0x61, 0x00, 0x3a, 0x00), `map.yaml:1: ${encoding}`],
  ['a NUL', 'hide: []\n# \0\n', `map.yaml:2: ${unsafe('0000')}`],
  ['an escape of the terminal', 'hide: []\n# \u001b[2J\n', `map.yaml:2: ${unsafe('001B')}`],
  ['a name that is written backwards', acme('aliases: ["\u202eOAT"]'), `map.yaml:5: ${unsafe('202E')}`],
  ['the same by an escape', acme('aliases: ["\\u202eOAT"]'), `map.yaml:5: ${unsafe('202E')}`],
  ['a name with nothing in it', acme('aliases: ["T\u200bAO"]'), `map.yaml:5: ${unsafe('200B')}`],
  ['a mark of byte order inside', 'hide: []\n\ufeffhide: []\n', `map.yaml:2: ${unsafe('FEFF')}`],
  // Meaning.
  [
    'javascript:',
    acme('links: { site: "javascript:alert(1)" }'),
    `map.yaml:5: 'site' must be an address that begins with https://.`,
  ],
  [
    'command:',
    acme('links: { docs: "command:workbench.action.quit" }'),
    `map.yaml:5: 'docs' must be an address that begins with https://.`,
  ],
  [
    'file:',
    acme('links: { repo: file:///etc/passwd }'),
    `map.yaml:5: 'repo' must be an address that begins with https://.`,
  ],
  [
    'a user name in an address',
    acme('links: { site: "https://near.org@evil.example" }'),
    `map.yaml:5: 'site' must not carry a user name.`,
  ],
  ['a name of two lines', acme('does: "one\\ntwo"'), `map.yaml:5: 'does' must be one line.`],
  [
    'an id with a path',
    acme().replace('id: acme', 'id: ../acme'),
    `map.yaml:2: 'id' must be lower-case words joined by hyphens.`,
  ],
  [
    'a built-in project replaced',
    acme().replace('id: acme', 'id: bittensor'),
    `map.yaml:2: 'bittensor' is built in. To say something else of it, write it under 'changes'; to add another project, choose another id.`,
  ],
  ['an alias of one letter', acme('aliases: [a]'), `map.yaml:5: An entry of 'aliases' needs at least 2 characters.`],
  [
    'an alias that every note has',
    acme('aliases: [{ text: the, match: regex }]'),
    `map.yaml:5: 'match' cannot be 'regex'. Choose one of: alone, exact-case, cues, word, dollar.`,
  ],
  [
    'a layer that is none',
    acme().replace('layer: none', 'layer: __proto__'),
    `map.yaml:4: '__proto__' is no layer. ${layers}`,
  ],
]

suite('hostile maps: each is told in words, in a process that goes on', () => {
  let answers: Promise<string>[] = []
  suiteSetup(() => {
    // A few at a time: they are slow to start, not to read.
    const lanes: Promise<unknown>[] = [Promise.resolve(), Promise.resolve()]
    answers = cases.map(([, contents], at) => {
      const lane = at % lanes.length
      const answer = Promise.resolve(lanes[lane]).then(() => toldBy(contents))
      lanes[lane] = answer.catch(() => undefined)
      return answer
    })
  })
  cases.forEach(([name, , told], at) => test(name, async () => assert.equal(await answers[at], told)))
  test('there are 60 and more', () => assert.ok(cases.length >= 60))
})

function toldBy(contents: string | Uint8Array): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = execFile(process.execPath, ['dist/test/readOverlay.cjs'], (error, stdout, stderr) => {
      if (error) reject(new Error(`${error.message}\n${stderr}`))
      else resolve(stdout.trimEnd())
    })
    child.stdin?.end(contents)
  })
}
