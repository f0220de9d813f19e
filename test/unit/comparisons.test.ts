import assert from 'node:assert/strict'
import { findComparisons, readComparisons, type Findings } from '../../src/core/comparisons/findComparisons'
import { meantMentions } from '../../src/core/notMeant'
import { findMentions } from '../../src/core/recognition/findMentions'
import fc from 'fast-check'
import { index, lexicon, notePieces } from './notes'

const known = { lexicon, index }

function mentionsIn(text: string) {
  return meantMentions(text, findMentions(text, lexicon), new Set())
}

function comparisonsIn(text: string) {
  return findComparisons(text, mentionsIn(text), known)
}

/** The comparisons of a marked text are exactly those between ⟦ and ⟧. */
function expectComparisons(...markedLines: string[]): void {
  const marked = markedLines.join('\n')
  const text = marked.replace(/[⟦⟧]/g, '')
  let found = ''
  let from = 0
  for (const { start, end } of comparisonsIn(text)) {
    found += `${text.slice(from, start)}⟦${text.slice(start, end)}⟧`
    from = end
  }
  assert.equal(found + text.slice(from), marked)
}

suite('comparisons: of different layers', () => {
  test('a trade', () => expectComparisons('Hm. ⟦Should I sell TAO and buy NEAR?⟧ The weather is fine.'))
  test('a choice', () => expectComparisons('⟦Render or Bittensor?⟧'))
  test('a list on one line', () => expectComparisons('⟦top AI coins: 1. TAO 2. NEAR 3. FET⟧'))
  test('a verdict', () => expectComparisons('⟦NEAR is a better bet than Bittensor at these prices.⟧'))
  test('a heading', () => expectComparisons('## ⟦TAO vs NEAR⟧', '', 'Text.'))
  test('two short sentences', () => expectComparisons('⟦Forget Bittensor. Buy NEAR.⟧ Then rest.'))
  test('a ranked list', () =>
    expectComparisons('Top AI coins', '', '⟦1. Bittensor', '2. NEAR Protocol', '3. Render Network⟧', ''))
  test('a table with ranks', () =>
    expectComparisons(
      '⟦| Rank | Coin |',
      '| --- | --- |',
      '| 1 | Bittensor |',
      '| 2 | NEAR Protocol |',
      '| 3 | Render Network |⟧',
      '',
      'After it.',
    ))
  test('tickers that only the comparison makes names', () => expectComparisons('⟦Exit VIRTUAL, enter RENDER.⟧'))
  test('in German and Spanish', () =>
    expectComparisons(
      '⟦Soll ich TAO verkaufen und dafür NEAR kaufen?⟧',
      '',
      '⟦¿Bittensor o Render: cuál es mejor inversión?⟧',
    ))
  test('in lower case', () => {
    expectComparisons('⟦akash or bittensor?⟧')
    expectComparisons('⟦imo render mogs bittensor long term⟧')
    expectComparisons('the miners of bittensor live near the lab')
  })
  test('sentences on the same two, as one', () =>
    expectComparisons("Hm. ⟦Render or Bittensor? I'm selling Render and buy Bittensor.⟧ So it is."))
  test('projects and layers are those compared, each once', () => {
    const [comparison] = comparisonsIn('Sell TAO and buy NEAR, for TAO is tired.')
    assert.deepEqual(comparison?.projects, ['bittensor', 'near'])
    assert.deepEqual(comparison.layers, ['intelligence', 'execution-ux'])
  })
})

suite('comparisons: none', () => {
  test('of one layer', () => {
    expectComparisons('Akash or Nosana?', '', 'Sell NEAR, buy ICP.', '', 'Bittensor vs OpenAI')
    expectComparisons('Best GPU networks', '', '1. Akash', '2. Render Network', '3. Nosana')
  })
  test('of one layer, beside a project of another', () =>
    expectComparisons('Nosana beats Render on price for the jobs of our Bittensor subnet.'))
  test('a project in the place of a centralized one', () => expectComparisons('Akash is cheaper than AWS.'))
  test('an integration', () => expectComparisons('Bittensor miners rent GPUs on Akash.'))
  test('a headline of ordinary words', () => expectComparisons('- World Leaders Render Verdict On Trade Deal'))
  test('headlines in a pile', () =>
    expectComparisons(
      'Mistral Raises at 12 Billion, ASML Leads Round',
      'ASI BY 2030? PHILOSOPHERS WARN OF MACHINES BEYOND US',
      'ASI ALLIANCE SUED BY FORMER MEMBER',
      'Llama Escapes Farm in Derbyshire',
      'Meta Puts Successor to Llama 4 on Hold',
    ))
  test('what two people say', () =>
    expectComparisons(
      '**jo** 22:14 anyone still holding fet',
      '**dre** 22:14 sold into tao in march. best i did all year',
    ))
  test('persons who attend', () =>
    expectComparisons(
      '# Offsite, Thursday, who said what',
      '',
      'Present: Mira Lindqvist, Kaito Mori, Ralph (ops), Astrid, Akash from Pune by video, Claude Berthier (legal), Eliza, Orion Hale, Hermes Papadakis. I swear I did not pick the guest list.',
    ))
  test('an enumeration, a portfolio', () => {
    expectComparisons('I hold TAO, NEAR and RENDER.')
    expectComparisons('- TAO: 12.5', '- NEAR: 400', '- RENDER: 80')
    expectComparisons('| Token | Amount |', '| --- | --- |', '| TAO | 12.5 |', '| NEAR | 400 |')
  })
  test('a merger', () => expectComparisons('Fetch.ai, SingularityNET and Ocean merged; Bittensor watched.'))
  test('a rejection', () => {
    expectComparisons('TAO and NEAR are not substitutes.')
    expectComparisons('"NEAR will replace Bittensor" is a category error.')
    expectComparisons('It is pointless to ask whether TAO or NEAR is the better buy.')
  })
  test('a rejection that other words make', () => {
    expectComparisons('I would not sell TAO to buy NEAR: they are paid for different things.')
    expectComparisons('There is no winner between Bittensor and Akash, one lives off the other.')
    expectComparisons('TAO and NEAR: apples and oranges.')
    expectComparisons("He calls Akash a competitor of Bittensor, which it isn't.")
    expectComparisons('Which is better, Akash or Bittensor? Neither, they solve different problems.')
  })
  test('who pays and feeds whom', () => {
    expectComparisons('Swapped some NEAR for USDC to pay the Akash invoice.')
    expectComparisons('Grass sells data that Bittensor subnets train on.')
    expectComparisons('A Bittensor subnet rents from Akash and pays with NEAR.')
  })
  test('two sentences that speak of one project each', () =>
    expectComparisons('Bittensor released its roadmap. Akash was down for an hour.'))
  test('a parent and its subnet', () => expectComparisons('Should I sell TAO and buy SN64?'))
  test('prices, news, a watch list', () => {
    expectComparisons('| Token | Price | 24h |', '|---|---|---|', '| TAO | 412 | +1% |', '| NEAR | 5.2 | -2% |')
    expectComparisons('News', '', '- Bittensor passed the halving', '- Render opened a node round')
    expectComparisons('Watch list', '', '- TAO', '- NEAR', '- Render')
  })
  test('names that somebody has said are none', () => {
    expectComparisons('Render or Bittensor? <!-- not a project: Render -->')
    expectComparisons('RENDER or TAO?', '', '<!-- not a project in this note: RENDER -->')
  })
  test('in code and comments', () =>
    expectComparisons(
      '```',
      'Sell TAO, buy NEAR.',
      '',
      'Render or Bittensor?',
      '```',
      '',
      '<!-- Render',
      '',
      'or Bittensor? -->',
    ))
  test('ordinary words', () => expectComparisons('Should we render the list or fetch it, near the top?'))
  test('where a comment says that it is meant', () => {
    const excuse = '<!-- crypto-ai-layers: this comparison is meant -->'
    expectComparisons(excuse, 'Render or Bittensor?', '', '⟦Bittensor or NEAR?⟧')
    expectComparisons('Text.', '', excuse, '', 'Render or Bittensor?')
  })
  test('in a note that says so', () => {
    expectComparisons('Render or Bittensor?', '', '<!-- crypto-ai-layers: comparisons in this note are meant -->')
    expectComparisons('---', 'title: x', 'crypto-ai-layers-comparisons: off', '---', 'Render or Bittensor?')
  })
})

suite('comparisons: any text', () => {
  const texts = fc
    .array(fc.constantFrom(...notePieces, ' or ', ' vs ', ' than ', 'sell ', 'buy ', '1. ', '? ', '\r\n'), {
      maxLength: 60,
    })
    .map((pieces) => pieces.join(''))

  test('never throws, spans lie in the text, in order, apart', () =>
    fc.assert(
      fc.property(texts, (text) => {
        let from = 0
        for (const { start, end, names, projects } of comparisonsIn(text)) {
          assert.ok(from <= start && start < end && end <= text.length)
          assert.ok(projects.length > 1 && names.every((name) => start <= name.start && name.end <= end))
          from = end
        }
      }),
    ))
  test('a second reading finds the same and reads only what changed', () => {
    const before = 'Render or Bittensor?\n\nText.\n\nSell TAO, buy NEAR.\n'
    const first = drained(before, new Map())
    const after = before.replace('Text.', 'Other text.')
    const second = drained(after, first.findings)
    assert.deepEqual(second.comparisons, comparisonsIn(after))
    assert.equal([...second.findings.keys()].filter((key) => !first.findings.has(key)).length, 1)
  })
  test('names taken back since the last reading are none', () => {
    const before = 'Exit VIRTUAL, enter RENDER.\n'
    const first = drained(before, new Map())
    assert.equal(first.comparisons.length, 1)
    const after = `${before}\n<!-- not a project in this note: RENDER -->\n`
    assert.deepEqual(drained(after, first.findings).comparisons, [])
  })
  test('LF and CRLF give the same comparisons', () => {
    const lf = '# Plan\n\nSell TAO,\nbuy NEAR.\n\nTop AI coins\n\n1. Bittensor\n2. NEAR Protocol\n'
    const spans = (text: string) =>
      comparisonsIn(text).map(({ start, end }) => text.slice(start, end).replaceAll('\r\n', '\n'))
    assert.deepEqual(spans(lf.replaceAll('\n', '\r\n')), spans(lf))
    assert.equal(spans(lf).length, 2)
  })
  test('a table of 5,000 rows', () => {
    const row = (at: number) => `| ${at} | ${['Bittensor', 'NEAR Protocol', 'Akash Network'][at % 3] ?? ''} |`
    const text = ['| Rank | Coin |', '| - | - |', ...Array.from({ length: 5000 }, (_, at) => row(at))].join('\n')
    assert.ok(comparisonsIn(text).length >= 1)
  })
})

function drained(text: string, before: Findings) {
  const reading = readComparisons(text, mentionsIn(text), known, new Set(), before)
  for (;;) {
    const step = reading.next()
    if (step.done) return step.value
  }
}
