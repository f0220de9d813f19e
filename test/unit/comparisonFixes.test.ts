import assert from 'node:assert/strict'
import { explainComparison } from '../../src/core/comparisons/explain'
import { findComparisons, type Comparison } from '../../src/core/comparisons/findComparisons'
import {
  excuseBlock,
  excuseNote,
  putLayersBesideNames,
  splitListByLayer,
  splitTableByLayer,
} from '../../src/core/comparisons/fixes'
import { findMentions } from '../../src/core/recognition/findMentions'
import type { Edit } from '../../src/core/recognition/noteReading'
import { index, lexicon } from './notes'

function comparisonsIn(text: string): Comparison[] {
  return findComparisons(text, findMentions(text, lexicon), { lexicon, index })
}

function firstIn(text: string): Comparison {
  const [comparison] = comparisonsIn(text)
  return comparison ?? assert.fail('no comparison')
}

function applied(text: string, edits: readonly (Edit | undefined)[]): string {
  return edits
    .filter((edit) => edit !== undefined)
    .sort((a, b) => b.start - a.start)
    .reduce((changed, edit) => changed.slice(0, edit.start) + edit.text + changed.slice(edit.end), text)
}

suite('comparison fixes', () => {
  test('the layers stand beside the names, once each', () => {
    const text = 'Should I sell **TAO** and buy [[NEAR]]? TAO!'
    const fixed = applied(text, putLayersBesideNames(text, firstIn(text), index))
    assert.equal(fixed, 'Should I sell **TAO** (Intelligence) and buy [[NEAR]] (Execution)? TAO!')
    assert.deepEqual(putLayersBesideNames(fixed, firstIn(fixed), index), [])
  })
  test('a list is split by layer, and what belongs to an item stays with it', () => {
    const text =
      'Top AI coins\r\n\r\n1. NEAR Protocol\r\n2. Bittensor\r\n   still first\r\n3. Internet Computer\r\n\r\nAfter it.'
    assert.equal(
      applied(text, [splitListByLayer(text, firstIn(text), index)]),
      [
        'Top AI coins',
        '',
        '**Execution/UX**',
        '',
        '1. NEAR Protocol',
        '2. Internet Computer',
        '',
        '**Intelligence**',
        '',
        '1. Bittensor',
        '   still first',
        '',
        'After it.',
      ].join('\r\n'),
    )
  })
  test('a table is split by layer, each part under the header, ranks counted anew', () => {
    const text = [
      '| Rank | Coin |',
      '| ---: | --- |',
      '| 1 | NEAR Protocol |',
      '| 2 | **Bittensor** |',
      '| 3 | Internet Computer |',
      '',
      'After it.',
    ].join('\r\n')
    assert.equal(
      applied(text, [splitTableByLayer(text, firstIn(text), index)]),
      [
        '**Execution/UX**',
        '',
        '| Rank | Coin |',
        '| ---: | --- |',
        '| 1 | NEAR Protocol |',
        '| 2 | Internet Computer |',
        '',
        '**Intelligence**',
        '',
        '| Rank | Coin |',
        '| ---: | --- |',
        '| 1 | **Bittensor** |',
        '',
        'After it.',
      ].join('\r\n'),
    )
  })
  test('a table with a row of nobody, or of which projects are the columns, is not split', () => {
    const withTotal = '| Coin | Verdict |\n| --- | --- |\n| Bittensor | buy |\n| NEAR Protocol | sell |\n| Total | |\n'
    assert.equal(splitTableByLayer(withTotal, firstIn(withTotal), index), undefined)
    const turned = '| | TAO | NEAR |\n| --- | --- | --- |\n| Upside | 5 | 3 |\n| Total score | 9 | 8 |\n'
    assert.equal(splitTableByLayer(turned, firstIn(turned), index), undefined)
  })
  test('a sentence is no list', () =>
    assert.equal(splitListByLayer('Render or Bittensor?', firstIn('Render or Bittensor?'), index), undefined))
  test('the comment above a block takes its warning, and no other', () => {
    const text = '# Plan\r\n\r\nRender or Bittensor?\r\n\r\nNEAR or Bittensor?\r\n'
    const fixed = applied(text, [excuseBlock(text, firstIn(text))])
    assert.equal(
      fixed,
      '# Plan\r\n\r\n<!-- crypto-ai-layers: this comparison is meant -->\r\nRender or Bittensor?\r\n\r\nNEAR or Bittensor?\r\n',
    )
    assert.deepEqual(
      comparisonsIn(fixed).map(({ start, end }) => fixed.slice(start, end)),
      ['NEAR or Bittensor?'],
    )
  })
  test('a note without front matter says so in a comment, one with it in a line of it', () => {
    const plain = 'Render or Bittensor?\n'
    const fixed = applied(plain, [excuseNote(plain)])
    assert.equal(fixed, `<!-- crypto-ai-layers: comparisons in this note are meant -->\n\n${plain}`)
    assert.deepEqual(comparisonsIn(fixed), [])
    const headed = '---\ntitle: "x"  # kept\n---\nRender or Bittensor?\n'
    const fixedHeaded = applied(headed, [excuseNote(headed)])
    assert.equal(fixedHeaded, '---\ntitle: "x"  # kept\ncrypto-ai-layers-comparisons: off\n---\nRender or Bittensor?\n')
    assert.deepEqual(comparisonsIn(fixedHeaded), [])
  })
  test('what a problem says', () => {
    const [first, tao, near, ...rest] = explainComparison(firstIn('Sell TAO, buy NEAR.'), index).split('\n')
    assert.equal(
      first,
      'Different layers, so not the same bet: Intelligence and Execution/UX. All of them can win, and all can lose.',
    )
    assert.match(tao ?? '', /^• Bittensor \(Intelligence\): .+ Compare with .+\.$/)
    assert.match(near ?? '', /^• NEAR Protocol \(Execution\): .+ Compare with .+\.$/)
    assert.deepEqual(rest, [])
  })
})
