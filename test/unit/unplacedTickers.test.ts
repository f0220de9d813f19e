import assert from 'node:assert/strict'
import builtInKnowledge from 'built-in-knowledge'
import fc from 'fast-check'
import { findMentions } from '../../src/core/recognition/findMentions'
import { findUnplacedTickers, placedSymbols } from '../../src/core/unplacedTickers'
import { lexicon, notePieces } from './notes'

const placed = placedSymbols(builtInKnowledge)

function unplacedIn(text: string): string[] {
  return findUnplacedTickers(text, findMentions(text, lexicon), placed).map(({ start, end }) => text.slice(start, end))
}

suite('tickers without a place', () => {
  const finds = (text: string, ...tickers: string[]) => assert.deepEqual(unplacedIn(text), tickers)
  test('on no record', () => finds('Bought $ACME and $FOO1, sold $ACME.', '$ACME', '$FOO1', '$ACME'))
  test('in lists, tables, headings, bold and quotes', () =>
    finds(
      '# $ACME\n\n- **$FOO1**: 3\n\n> $ZORB\n\n| a | b |\n| - | - |\n| $QUUX | 1 |\n',
      '$ACME',
      '$FOO1',
      '$ZORB',
      '$QUUX',
    ))
  test('not what is on the map', () => finds('$TAO, $NEAR, $RNDR, $FET and $RENDER'))
  test('not money and majors', () => finds('$USD, $BTC, $ETH, $USDC, $SOL and $NVDA'))
  test('not prices', () => finds('$5, $5M, $1,000, $3B, US$ 12, A$AP, costs 5$'))
  test('not code, math, front matter keys and addresses', () => {
    finds('`$ACME`\n\n```\n$ACME\n```\n\n    $ACME\n\n```sh\necho $ACME\n```\n')
    finds('$ACME$, $AB + CD$, $$ACME$$, $XY_1 = ACME$')
    finds('https://acme.org/$ACME and [a](https://acme.org/$ACME) and /opt/$ACME/bin')
    finds('<b title="$ACME">x</b> <!-- $ACME -->')
  })
  test('not variables', () => finds('$PATH, $HOME, $MY_VAR, ${ACME}, \\$ACME, $acme, $Acme, $A'))
  test('two tickers of a pair are no math', () =>
    finds('$ACME/$FOO1 and ($ACME, $FOO1)', '$ACME', '$FOO1', '$ACME', '$FOO1'))
  test('in random notes: in order, apart, and never in a mention', () => {
    const piece = fc.constantFrom(...notePieces, '$ACME', '$FOO1 ', 'ACME')
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const text = pieces.join('')
        const mentions = findMentions(text, lexicon)
        let last = 0
        for (const { start, end, symbol } of findUnplacedTickers(text, mentions, placed)) {
          assert.ok(last <= start)
          assert.equal(text.slice(start, end), `$${symbol}`)
          assert.ok(mentions.every((mention) => mention.end <= start || mention.start >= end))
          last = end
        }
      }),
      { numRuns: 500 },
    )
  })
})
