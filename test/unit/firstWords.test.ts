import assert from 'node:assert/strict'
import * as fc from 'fast-check'
import { beginningsOf, compileFirstWords, scanPlain, scanWords } from '../../src/core/recognition/firstWords'

const { filter } = compileFirstWords([beginningsOf(['tao', 'near', 'io', 'sn64', 'the graph', 'fetch.ai'])])

function withKernel(text: string, from = 0, to = text.length): string[] {
  const found: string[] = []
  scanWords(text, { filter, others: new Set(), otherCharacters: undefined }, from, to, (start, end) => {
    found.push(`${start} ${text.slice(start, end)}`)
    return end
  })
  return found
}

function plain(text: string, from = 0, to = text.length): string[] {
  const found: string[] = []
  scanPlain(text, filter, from, to, (start, end) => found.push(`${start} ${text.slice(start, end)}`))
  return found
}

/** Long enough for the kernel. */
const padding = '. '.repeat(300)

suite('first words', () => {
  test('are found with their offsets in UTF-16 code units', () => {
    assert.deepEqual(withKernel(`${padding}🧠 TAO, τ Near é io SN64.`), ['603 TAO', '610 Near', '617 io', '620 SN64'])
    assert.deepEqual(plain(`${padding}🧠 TAO, τ Near é io SN64.`), ['603 TAO', '610 Near', '617 io', '620 SN64'])
  })

  test('of a part of a text, none from outside', () => {
    const text = `TAO ${padding} near ${padding} TAO`
    assert.deepEqual(withKernel(text, 4, text.length - 3), ['605 near'])
  })

  test('of a longer term only where its next word may follow', () => {
    const text = 'the graph, The Gap, the\tgraph, the-graph, the\n> graph, the  graph, the ocean, the "graph", fetch it'
    const found = ['0 the', '11 The', '20 the', '31 the', '42 the', '55 the', '91 fetch']
    assert.deepEqual(plain(text), found)
    assert.deepEqual(withKernel(`${text}${padding}`), found)
  })

  test('the kernel and its JavaScript twin find the same', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        'tao',
        'NEAR',
        'io',
        'sn64',
        'taos',
        'the',
        'graph',
        'fetch',
        '-',
        '>',
        '\u00a0',
        ' ',
        '\n',
        '🧠',
        'é',
        '漢',
        '\ud83e',
        '\udde0',
        'x'.repeat(70),
      ),
      fc.string({ unit: 'binary' }),
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), fc.nat(130), (pieces, shift) => {
        const text = `${padding}${'a '.repeat(shift)}${pieces.join('')}`
        assert.deepEqual(withKernel(text), plain(text))
      }),
      { numRuns: 500 },
    )
  })

  test('a text of many calls of the kernel', () => {
    const text = 'Stake TAO near the river, é. '.repeat(10_000)
    assert.deepEqual(withKernel(text), plain(text))
    assert.equal(withKernel(text).length, 20_000)
  })
})
