import assert from 'node:assert/strict'
import { completionsOf, isProseAt, readWritten } from '../../src/core/completions'
import { index } from './notes'

const { heads } = index.knowledge

/** What is offered at the cursor of a line that ends with it. */
function offered(line: string, mentions: Readonly<Record<string, number>> = {}): string[] {
  const written = readWritten(line)
  return written ? completionsOf(written, heads, (id) => mentions[id] ?? 0).map(({ text }) => text) : []
}

/** Whether the place of `¦` in a note is prose. */
function isProse(marked: string): boolean {
  return isProseAt(marked.replace('¦', ''), marked.indexOf('¦'))
}

suite('completions', () => {
  test('behind a dollar tickers, found by name too', () => {
    assert.deepEqual(offered('Long $TA'), ['$TAO'])
    assert.deepEqual(offered('($bitte'), ['$TAO'])
    assert.ok(offered('$').includes('$NOS'))
    assert.ok(!offered('$').some((text) => text === '$' || /^\$SN\d/.test(text)))
  })
  test('not for amounts, currencies, math and what is escaped', () => {
    for (const line of ['$4', '$450', 'US$', 'US$T', '$$', '$$T', '\\$T', 'A$T', '#$T', '$T-', '$5.T', '$nothing'])
      assert.deepEqual(offered(line), [], line)
  })
  test('in wiki links names, found by ticker, netuid and other spellings; not behind a heading or a label', () => {
    assert.deepEqual(offered('See [[Bitten'), ['Bittensor', 'Bittensor root network'])
    assert.deepEqual(offered('[[sn64'), ['Chutes'])
    assert.deepEqual(offered('[[AKT'), ['Akash Network'])
    assert.deepEqual(offered('[[Akash Ne'), ['Akash Network'])
    for (const line of ['[Bitten', '[[a]] Bitten', '[[Bitten|', '[[Bitten#', '![[Bitten'])
      assert.notEqual(readWritten(line)?.kind, 'link', line)
  })
  test('plain words from two letters on, and not what is part of something else', () => {
    assert.deepEqual(readWritten('Long nosa'), { kind: 'word', text: 'nosa' })
    assert.deepEqual(offered('Long nosa'), ['Nosana'])
    for (const line of ['n', 'https://nosa', '#nosa', 'a/nosa', 'my-nosa'])
      assert.equal(readWritten(line), undefined, line)
  })
  test('what the vault mentions most comes first, else by name', () => {
    const all = offered('[[a')
    assert.deepEqual(all, [...all].sort())
    assert.deepEqual(offered('[[a', { akash: 2, aethir: 9 }).slice(0, 2), ['Aethir', 'Akash Network'])
  })
  test('prose, and what is none', () => {
    for (const note of ['$T¦', '# $T¦', '- a\n- $T¦', '| $T¦ |\n| - |', '`a` $T¦ `b`', '```\na\n```\n\n$T¦'])
      assert.ok(isProse(note), note)
    for (const note of [
      '`$T¦`',
      'a `$T¦',
      '```sh\n$T¦\n```',
      '```sh\necho $T¦',
      '~~~\n$T¦\n~~~',
      'a\n\n    $T¦\n',
      '<b title="$T¦">',
      '<!-- $T¦ -->',
      '$$\nx $T¦\n$$',
      '[a](https://x.y/$T¦)',
    ])
      assert.ok(!isProse(note), note)
  })
  test('the same in a note that is too long to be parsed with each key', () => {
    const long = 'A paragraph.\n\n'.repeat(20_000)
    assert.ok(isProse(`${long}Long $T¦\n\n${long}`))
    assert.ok(!isProse(`${long}\`\`\`\n\n$T¦\n\`\`\`\n\n${long}`))
    assert.ok(!isProse(`${long}a \`$T¦\`\n\n${long}`))
  })
})
