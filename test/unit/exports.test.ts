import assert from 'node:assert/strict'
import { csv } from '../../src/core/csv'
import { exposureOf } from '../../src/core/exposure'
import { exposurePicture, mapPicture, wrap } from '../../src/core/exposurePicture'
import { findingsOf } from '../../src/core/exposureFindings'
import { exposureView } from '../../src/core/exposureView'
import { exposureCsv, exposureMarkdown, mapCsv, mapMarkdown } from '../../src/core/exports'
import { mapView } from '../../src/core/layerMap'
import { lineFinder } from '../../src/core/lines'
import { pictureSvg } from '../../src/core/picture'
import { findMentions } from '../../src/core/recognition/findMentions'
import { read } from './holdings'
import { index, lexicon } from './notes'

const day = '2026-11-24'

function shown(text: string) {
  const note = read(text)
  const exposure = exposureOf([note.positions], index)
  const findings = findingsOf({ exposure, index, history: new Map(), staleAfterDays: 100_000, today: day }, [
    { note: 0, doubts: note.doubts },
  ])
  const notes = [{ name: 'Holdings.md', lineOf: lineFinder(text) }]
  return { exposure, view: exposureView(exposure, findings, { scope: 'note', rule: '', notes }, index) }
}

const portfolio = shown('# Holdings\n\n- TAO: 2 @ $300\n- RENDER: 100 @ $2\n- =cmd|x: 5 @ $40\n- @SUM: 1 @ $0\n')
const amounts = /600|\$|USD|300|units/

suite('exports', () => {
  test('Markdown: weights only, and amounts on demand', () => {
    const { view } = portfolio
    const plain = exposureMarkdown(view, false, day)
    assert.match(plain, /^\| Bittensor \(TAO\) \| Intelligence \| 75% \|$/m)
    assert.match(plain, /^\| Compute \| 25% \| 1 holding \|$/m)
    assert.doesNotMatch(plain.replace('Weights are shares of the value in USD', ''), amounts)
    assert.match(
      exposureMarkdown(view, true, day),
      /^\| Bittensor \(TAO\) \| Intelligence \| 75% \| 2 units, 600 USD \|$/m,
    )
  })
  test('CSV: weights only, and amounts on demand', () => {
    const { exposure, view } = portfolio
    assert.equal(
      exposureCsv(exposure, view, false).split('\r\n').slice(0, 3).join('\n'),
      'holding,ticker,layer,weight\nBittensor,TAO,Intelligence,0.7500\nRender Network,RENDER,Compute,0.2500',
    )
    assert.match(exposureCsv(exposure, view, true), /^Bittensor,TAO,Intelligence,0\.7500,2,600,USD,\r$/m)
  })
  test('a cell of CSV runs nothing in a spreadsheet', () => {
    assert.equal(
      csv([
        ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', ' =1'],
        ['a,b', 'say "x"', 'two\nlines', '＝1', 'plain', ''],
      ]),
      "'=1+1,'+1,'-1,'@SUM(A1),'\t=1,' =1\r\n" + '"a,b","say ""x""",two lines,\'＝1,plain,\r\n',
    )
  })
  test('SVG: weights only, text as text, every layer with its letter and pattern', () => {
    const { view } = shown(
      '# Holdings\n\n- TAO: 1 @ $9\n- AKT: 1 @ $9\n- FET: 1 @ $9\n- NEAR: 1 @ $9\n- <B&D>: 3\n- [[<x>"&]]: 1 @ $9\n',
    )
    const svg = pictureSvg(exposurePicture(view, false, day))
    assert.doesNotMatch(svg, /<x>|9 USD|units/)
    assert.match(svg, /&#60;x&#62;&#34;&#38;/)
    for (const letter of ['C', 'I', 'A', 'X', '?'])
      assert.match(svg, new RegExp(`>${letter.replace('?', '\\?')}</text>`))
    assert.match(svg, /<path d="M/)
    assert.match(pictureSvg(exposurePicture(view, true, day)), /1 units, 9 USD/)
  })
  test('shapes stay on the sheet', () => {
    const pictures = [exposurePicture(portfolio.view, true, day), mapPicture(mapView(index, undefined), day)]
    for (const { width, height, shapes } of pictures) {
      for (const shape of shapes) {
        if (shape.type === 'rect') {
          assert.ok(shape.x >= 0 && shape.x + shape.width <= width + 0.1 && shape.y + shape.height <= height)
        } else if (shape.type === 'line') {
          assert.ok(Math.min(shape.x1, shape.x2) >= 0 && Math.max(shape.x1, shape.x2) <= width)
          assert.ok(Math.min(shape.y1, shape.y2) >= 0 && Math.max(shape.y1, shape.y2) <= height)
        } else assert.ok(shape.x >= 0 && shape.x <= width && shape.y <= height, shape.text)
      }
    }
  })
  test('the map: projects of the note on their floors', () => {
    const text = 'Long TAO and Chutes (SN64), and Nosana.'
    const map = mapView(index, { name: 'a|b.md', text, mentions: findMentions(text, lexicon) })
    const markdown = mapMarkdown(map, day)
    assert.match(markdown, /^Projects of a\\\|b\.md\.$/m)
    assert.match(markdown, /## I · Intelligence\n\n.*\n\nBittensor \(TAO\), Chutes \(SN64\)\n/)
    assert.match(markdown, /## X · Execution\/UX\n\n.*\n\nNo project in this note\.\n/)
    assert.match(mapCsv(map), /^Compute,Nosana,NOS,,1\r$/m)
    assert.match(mapCsv(map), /^Intelligence,Chutes,SN64,,\d\r$/m)
    assert.match(pictureSvg(mapPicture(map, day)), />Bittensor \(TAO\), Chutes \(SN64\)<\/text>/)
  })
  test('lines of pictures are not too long', () => {
    assert.deepEqual(wrap('one two three', 7), ['one two', 'three'])
    assert.deepEqual(wrap('abcdefgh', 3), ['abc', 'def', 'gh'])
  })
})
