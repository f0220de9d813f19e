import assert from 'node:assert/strict'
import fc from 'fast-check'
import builtInKnowledge from 'built-in-knowledge'
import { appendProject, newId, overlayHeader, type NewProject } from '../../src/core/overlay/append'
import { completionsAt } from '../../src/core/overlay/completions'
import { readOverlay } from '../../src/core/overlay/readOverlay'

const acme: NewProject = { id: 'acme', name: 'Acme Compute', layer: 'compute', tickers: ['ACME'], aliases: ['acme.io'] }

/** The text with a project appended. */
function appended(text: string, project = acme): string | undefined {
  const edit = appendProject(text, project)
  return edit && text.slice(0, edit.start) + edit.text + text.slice(edit.end)
}

const entry = '  - id: acme\n    name: Acme Compute\n    layer: compute\n    tickers: [ACME]\n    aliases: [acme.io]\n'

suite('placing a project: the file', () => {
  const gives = (text: string, expected: string) => assert.equal(appended(text), expected)
  test('a new one', () => gives(overlayHeader, `${overlayHeader}projects:\n${entry}`))
  test('one that ends without a line break', () => gives('hide: [near]', `hide: [near]\nprojects:\n${entry}`))
  test('an empty list', () => {
    gives('projects:\nhide: [near]\n', `projects:\n${entry}hide: [near]\n`)
    gives('projects: []\nhide: [near]\n', `projects:\n${entry.trimEnd()}\nhide: [near]\n`)
  })
  test('behind the last entry, before comments and other fields', () => {
    const first = 'projects:\n  # mine\n  - id: one # a comment\n    name: One\n    layer: none # another\n'
    gives(`${first}\n# below\nhide: [near]\n`, `${first}${entry}\n# below\nhide: [near]\n`)
  })
  test('with the indentation of the entries before it', () => {
    const first = 'projects:\n- id: one\n  name: One\n  layer: none\n'
    gives(first, `${first}${entry.replaceAll(/^ {2}/gm, '')}`)
  })
  test('in brackets', () =>
    gives(
      'projects: [{ id: one, name: One, layer: none }]\n',
      'projects: [{ id: one, name: One, layer: none }, { id: acme, name: Acme Compute, layer: compute, tickers: [ACME], aliases: [acme.io] }]\n',
    ))
  test('line ends of Windows', () =>
    gives('hide: [near]\r\n', `hide: [near]\r\nprojects:\r\n${entry.replaceAll('\n', '\r\n')}`))
  test('a file that cannot be read is not written', () => {
    assert.equal(appended('projects: ['), undefined)
    assert.equal(appended('- a\n'), undefined)
    assert.equal(appended('projects: acme\n'), undefined)
  })
  test('every name is read back as it was written', () => {
    const name = fc.oneof(
      fc.constantFrom(
        'no',
        'null',
        '12',
        '1e3',
        '- a',
        'a: b',
        "it's",
        '"x"',
        '#1',
        '@me',
        'a, b',
        '[x]',
        '{x}',
        '$A',
        '*a',
        '&a',
        '!a',
        '%a',
        '---',
        '~',
        'C:\\x',
        'é買🧠',
      ),
      fc.string({ minLength: 2, maxLength: 20 }),
    )
    const files = [
      overlayHeader,
      'projects:\n',
      'projects: [{ id: one, name: One, layer: none }]\n',
      'projects:\n- id: one\n  name: One\n  layer: none\n',
    ]
    fc.assert(
      fc.property(name, name, fc.constantFrom(...files), (first, second, file) => {
        const [one, two] = [first.trim(), second.trim()]
        fc.pre(one.length > 1 && two.length > 1)
        const text = appended(file, { ...acme, name: one, aliases: [two] })
        assert.ok(text)
        const reading = readOverlay({ uri: 'file:///map.yaml', file: 'map.yaml' }, text)
        assert.ok(reading.ok)
        const last = reading.overlay.contents.projects?.at(-1)
        assert.deepEqual([last?.name, last?.aliases], [one, [two]])
      }),
      { numRuns: 500 },
    )
  })
  test('ids', () => {
    assert.equal(
      newId('Acme Compute, Inc.', () => false),
      'acme-compute-inc',
    )
    assert.equal(
      newId('Ünïcode', () => false),
      'u-ni-code',
    )
    assert.equal(
      newId('買', () => false),
      'project',
    )
    assert.equal(
      newId('Acme', (id) => id === 'acme' || id === 'acme-2'),
      'acme-3',
    )
  })
})

suite('completions in an overlay file', () => {
  /** The labels at the cursor `|`, the first few of them. */
  const at = (marked: string) => {
    const offset = marked.indexOf('|')
    const { replaces, items } = completionsAt(marked.replace('|', ''), offset, builtInKnowledge.heads)
    return { labels: items.map(({ label }) => label), written: marked.slice(replaces.start, replaces.end), items }
  }
  const record = 'projects:\n  - id: acme\n    name: Acme\n'
  test('layers', () => {
    const { labels, written } = at(`${record}    layer: com|`)
    assert.deepEqual(labels, ['compute', 'intelligence', 'agents-data', 'execution-ux', 'none'])
    assert.equal(written, 'com')
  })
  test('the fields of a record, with what they are for', () => {
    const { labels, items } = at(`${record}    la|`)
    assert.deepEqual(labels.slice(0, 5), ['id', 'name', 'layer', 'kind', 'layerReason'])
    assert.deepEqual(items[4], {
      label: 'layerReason',
      kind: 'field',
      detail: 'Why this floor, in a sentence.',
      insert: 'layerReason: ',
    })
  })
  test('of the file', () => assert.deepEqual(at('|').labels, ['projects', 'changes', 'hide', 'layers']))
  test('of the first line of an entry', () =>
    assert.deepEqual(at('changes:\n  - |').labels.slice(0, 2), ['id', 'name']))
  test('deeper', () => {
    assert.deepEqual(at(`${record}    questions:\n      |`).labels, ['layer', 'token', 'usage'])
    assert.deepEqual(at(`${record}    questions:\n      usage:\n        standing: |`).labels, [
      'clears',
      'does-not-clear',
      'unknown',
    ])
    assert.deepEqual(at(`${record}    aliases:\n      - { text: Acme, match: |`).labels, [
      'alone',
      'exact-case',
      'cues',
      'word',
      'dollar',
    ])
  })
  test('ids of projects', () => {
    assert.ok(at('hide: [ne|').labels.includes('near'))
    assert.ok(at('hide:\n  - ne|').labels.includes('near'))
    assert.ok(at('changes:\n  - id: re|').labels.includes('render'))
    assert.ok(at(`${record}    counterparts: [aws, |`).labels.includes('openai'))
  })
  test('nothing in a comment, nor where text is free', () => {
    assert.deepEqual(at('# la|').labels, [])
    assert.deepEqual(at(`${record}    does: x|`).labels, [])
  })
})
