import assert from 'node:assert/strict'
import fc from 'fast-check'
import { findProse, sealedEnd, sealOf } from '../../src/core/recognition/prose'

/** Where a text that begins with code, a comment or math goes on with another block. */
function endOf(text: string): number | undefined {
  const seal = sealOf(text)
  if (!seal) return undefined
  const end = sealedEnd(text, seal, seal.from)
  return end === -1 ? text.length : end
}

suite('code, comments and math of any length', () => {
  test('end with the line that closes them and the blank ones behind it', () => {
    for (const marked of [
      '```ts\nTAO\n````\n \n¦Nosana',
      '~~~\n```\n~~\n~~~ no\n¦',
      '<!--> TAO\n¦Nosana',
      '<!--\nTAO\n\n--> TAO\n¦Nosana',
      '$$\r\nTAO\r\nx $$ \r\n¦Nosana',
    ]) {
      assert.equal(endOf(marked.replace('¦', '')), marked.indexOf('¦'), JSON.stringify(marked))
    }
  })

  test('are not begun by what only looks like them', () => {
    for (const text of ['``` `x`\n', '    ```\n', '```', '$$ 1 $$\n', '<!-', '``\n']) {
      assert.equal(endOf(text), undefined, JSON.stringify(text))
    }
  })

  test('end where the parser of Markdown says', () => {
    const opener = fc.constantFrom(
      '```',
      ' ````',
      '``` ts',
      '~~~',
      '   ~~~~ `',
      '<!--',
      '<!-->',
      '<!-- x -->',
      '$$',
      '$$x',
    )
    const line = fc.constantFrom(
      ...[
        '',
        ' ',
        '\t',
        'TAO',
        '```',
        '````',
        '  ```',
        '    ```',
        '``` x',
        '~~~',
        '~~~~ ',
        '-->',
        'x --> y',
        '$$',
        'x $$',
        '$$ x',
      ],
      ...['- a', '> ```', '# A', '<div>'],
    )
    const lines = fc.array(line, { maxLength: 8 })
    fc.assert(
      fc.property(opener, lines, fc.constantFrom('\n', '\r\n'), (first, others, eol) => {
        const text = [first, ...others, ''].join(eol)
        const tops = findProse(text, [], false).tops.map(({ start }) => start)
        // Blank lines at the end of a note belong to its last block.
        assert.equal(endOf(text), tops[1] ?? text.length)
      }),
      { numRuns: 2000 },
    )
  })
})
