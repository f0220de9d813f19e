import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { doubts, holdings, read } from './holdings'

const list = (...lines: string[]) => holdings(`# Holdings\n\n${lines.map((line) => `- ${line}`).join('\n')}\n`)
const frontMatter = (...lines: string[]) => holdings(`---\n${lines.join('\n')}\n---\n\nText.\n`, 'note.md')
const table = (...rows: string[]) => {
  const [head = '', ...rest] = rows
  const columns = head.split('|').length
  return holdings(
    `# Holdings\n\n| ${head} |\n|${' --- |'.repeat(columns)}\n${rest.map((row) => `| ${row} |`).join('\n')}\n`,
  )
}

suite('holdings in lists', () => {
  test('a name, a colon and units, with a price', () =>
    assert.deepEqual(list('TAO: 12.5 @ $400'), ['bittensor 12.5 = 5000 USD']))
  test('a share', () => assert.deepEqual(list('40% NEAR', 'TAO: 60 %'), ['bittensor 60%', 'near 40%']))
  test('a name and a number', () =>
    assert.deepEqual(list('RENDER 1,200', 'SOL 12.25'), ['render 1200', 'solana 12.25']))
  test('money', () =>
    assert.deepEqual(list('$1.2k TAO', 'NEAR: 900 EUR', '€ 3m in RENDER'), [
      'bittensor = 1200 USD',
      'near = 900 EUR',
      'render = 3000000 EUR',
    ]))
  test('dashes, equals signs, dots and bold', () =>
    assert.deepEqual(list('INJ – 40, staked', 'TAO = 3', '**NEAR**: 5', '**RENDER: 7**', 'LPT....... 12'), [
      'bittensor 3',
      'injective 40',
      'livepeer 12',
      'near 5',
      'render 7',
    ]))
  test('units first', () =>
    assert.deepEqual(list('600 GRT delegated', '12.5 TAO @ 400 USD', '3 x RENDER'), [
      'bittensor 12.5 = 5000 USD',
      'the-graph 600',
    ]))
  test('the unit said again', () =>
    assert.deepEqual(list('Bittensor: 12.5 τ @ $400', 'RENDER: 340 tokens'), [
      'bittensor 12.5 = 5000 USD',
      'render 340',
    ]))
  test('wiki links, links, former tickers, names with tickers, subnets', () =>
    assert.deepEqual(
      list(
        '[[Bittensor|TAO]]: 1',
        '[[NEAR]]: 2',
        '[Akash](https://akash.network): 3',
        'RNDR: 4',
        'Nosana (NOS): 5',
        'SN64: 6',
      ),
      ['akash 3', 'bittensor 1', 'bittensor-sn64 6', 'near 2', 'nosana 5', 'render 4'],
    ))
  test('trades add up: prices, signs, verbs', () => {
    assert.deepEqual(list('TAO: 10 @ $400', 'TAO: -2 @ $251', 'sold TAO: 1 @ $300', 'bought TAO: 3 @ $270'), [
      `bittensor 10 = ${((10 * 400 + 3 * 270) / 13) * 10} USD`,
    ])
    assert.deepEqual(list('AKT: +400 @ $0.5', 'AKT: 500 @ $1'), ['akash 900 = 700 USD'])
  })
  test('prose, changes of price and counts of something else are none', () =>
    assert.deepEqual(
      list(
        'NEAR: 70% of each fee burned',
        'TAO: 3,600 a day',
        'NEAR: +12%',
        'Render makes something',
        'No layer above 45%',
      ),
      [],
    ))
  test('names that are not on the map', () =>
    assert.deepEqual(list('BTC: 0.5', '$PEPE 1.5m', 'rent: 400'), ['(BTC) 0.5', '(PEPE) 1500000']))
  test('cash', () => assert.deepEqual(list('cash: $500', 'USDC: 250'), ['(Cash)']))
  test('nested lists and lists in order', () =>
    assert.deepEqual(holdings('# Holdings\n\n1. TAO: 1\n   - NEAR: 2\n2. AKT: 3\n'), [
      'akash 3',
      'bittensor 1',
      'near 2',
    ]))
  test('a line that runs on under an item', () =>
    assert.deepEqual(holdings('# Holdings\n\n- TAO: 1 @ $2\nNEAR: 2 @ $3\nand more of it\n'), [
      'bittensor 1 = 2 USD',
      'near 2 = 6 USD',
    ]))
  test('lines that stand like a list', () =>
    assert.deepEqual(holdings('# Balance sheet\n\nTAO......... 8.40\nNEAR........ 1,150\n', 'a.md'), [
      'bittensor 8.4',
      'near 1150',
    ]))
})

suite('holdings in front matter', () => {
  test('a map', () =>
    assert.deepEqual(frontMatter('holdings:', '  TAO: 12.5', '  RENDER: 1_200', '  NEAR: 40%', '  $AKT: 5'), [
      'akash 5',
      'bittensor 12.5',
      'near 40%',
      'render 1200',
    ]))
  test('a list, indented or not', () => {
    const expected = ['bittensor 12.5', 'near 40%', 'render 340 = 731 USD']
    assert.deepEqual(frontMatter('holdings:', '  - TAO: 12.5', '  - 40% NEAR', '  - RENDER 340 @ $2.15'), expected)
    assert.deepEqual(frontMatter('holdings:', '- TAO: 12.5', '- 40% NEAR', '- RENDER 340 @ $2.15', 'tags: x'), expected)
  })
  test('on one line', () => assert.deepEqual(frontMatter('holdings: { TAO: 1, NEAR: 2 }'), ['bittensor 1', 'near 2']))
  test('records', () =>
    assert.deepEqual(
      frontMatter(
        'holdings:',
        '  - { project: TAO, amount: 2, price: 400 }',
        '  - asset: NEAR',
        '    weight: 40',
        '  - coin: AKT',
        '    value: 1.2k',
      ),
      ['akash = 1200', 'bittensor 2 = 800', 'near 40%'],
    ))
  test('prices and a currency', () =>
    assert.deepEqual(
      frontMatter(
        'currency: EUR',
        'holdings:',
        '  TAO: 2',
        '  RNDR: 10',
        'prices:',
        '  Bittensor: 400',
        '  RENDER: $2.5',
      ),
      ['bittensor 2 = 800 EUR', 'render 10 = 25 USD'],
    ))
  test('a price by hand counts before one in the text', () =>
    assert.deepEqual(holdings('---\nprices:\n  TAO: 300\n---\n# Holdings\n\n- TAO: 2 @ $400\n'), ['bittensor 2 = 600']))
  test('counts before the text, and says when that differs', () => {
    const note = '---\nholdings:\n  TAO: 2\n  AKT: 3\n---\n# Holdings\n\n- TAO: 4\n- AKT: 3\n- NEAR: 5\n'
    assert.deepEqual(holdings(note), ['akash 3', 'bittensor 2', 'near 5'])
    assert.deepEqual(doubts(note), ['disagrees: TAO: 2 / TAO: 4'])
  })
  test('`portfolio: false` has nothing read', () =>
    assert.deepEqual(holdings('---\nportfolio: false\n---\n# Holdings\n\n- TAO: 2 @ $400\n'), []))
})

suite('holdings in tables', () => {
  test('assets beside amounts, whatever else there is', () =>
    assert.deepEqual(
      table('Asset | Amount | Layer | Where', 'TAO | 12.5 | x | wallet', '**Render** | 340 | y | Ledger'),
      ['bittensor 12.5', 'render 340'],
    ))
  test('values, weights, prices', () => {
    assert.deepEqual(table('Token | Value (USD)', 'TAO | 5,000', 'NEAR | $1.2k'), [
      'bittensor = 5000 USD',
      'near = 1200 USD',
    ])
    assert.deepEqual(table('Project | Weight', 'TAO | 40', 'NEAR | 60 %'), ['bittensor 40%', 'near 60%'])
    assert.deepEqual(table('Coin | Qty | Price', 'TAO | 2 | $400'), ['bittensor 2 = 800 USD'])
    assert.deepEqual(table('Coin | Amount (EUR)', 'TAO | 400'), ['bittensor = 400 EUR'])
  })
  test('any order of columns, and a column of names without a header', () => {
    assert.deepEqual(table('Units | Ticker', '2 | TAO'), ['bittensor 2'])
    assert.deepEqual(table(' | Amount', 'TAO | 2', 'NEAR | 3'), ['bittensor 2', 'near 3'])
  })
  test('German headers and numbers', () =>
    assert.deepEqual(table('Projekt | Menge | Wert (€)', 'TAO | 12,5 | 5.000', 'NEAR | 1.234.567,89 | 2.500,50'), [
      'bittensor 12.5 = 5000 EUR',
      'near 1234567.89 = 2500.5 EUR',
    ]))
  test('a wiki link with its pipe', () =>
    assert.deepEqual(table('Asset | Amount', '[[Bittensor|TAO]] | 2'), ['bittensor 2']))
  test('a total is no holding', () =>
    assert.deepEqual(table('Asset | Amount', 'TAO | 2', 'Total | 2'), ['bittensor 2']))
  test('rows without outer pipes', () =>
    assert.deepEqual(holdings('# Holdings\n\nAsset | Amount\n--- | ---\nTAO | 2\n'), ['bittensor 2']))
  test('what is planned is not held', () => assert.deepEqual(table('Asset | Target', 'TAO | 40%'), []))
  test('a table of research is none', () =>
    assert.deepEqual(
      holdings(
        '| project | unit I trust | value | as of |\n|---|---|---|---|\n| Render | frames | 65 | 2026 |\n| Akash | revenue | $253k | 2026 |\n',
        'Compute.md',
      ),
      [],
    ))
})

suite('holdings in sentences', () => {
  const prose = (text: string) => holdings(`# My portfolio\n\n${text}\n`)
  test('units, several in a row', () => {
    assert.deepEqual(prose('Since May I hold 2,200 FET and 40 TAO, both staked.'), [
      'asi-alliance 2200',
      'bittensor 40',
    ])
    assert.deepEqual(prose('We still own 12.5 TAO, 340 RENDER and 410 NEAR.'), [
      'bittensor 12.5',
      'near 410',
      'render 340',
    ])
  })
  test('a share', () => assert.deepEqual(prose('About 40% of my bag is NEAR.'), ['near 40%']))
  test('count for what nothing else states', () =>
    assert.deepEqual(prose('I hold 14 TAO and 5 NEAR.\n\n- TAO: 12.5'), ['bittensor 12.5', 'near 5']))
  test('no wish, no memory, no quotation, no other note', () => {
    assert.deepEqual(prose('If I hold 40 TAO by May, good. I would own 5 NEAR. “I hold 3 TAO”, she said.'), [])
    assert.deepEqual(prose('> I hold 40 TAO.'), [])
    assert.deepEqual(holdings('# Diary\n\nI hold 40 TAO.\n', 'Diary.md'), [])
  })
  test('what is not understood is said', () => {
    assert.deepEqual(prose('I own 3 TAO validators.'), [])
    assert.deepEqual(doubts('# My portfolio\n\nI own 3 TAO validators.\n'), ['not-read: I own 3 TAO'])
  })
})

suite('numbers in holdings', () => {
  const amount = (text: string, ...others: string[]) =>
    list(`TAO: ${text}`, ...others).find((line) => line.startsWith('bitt'))
  test('separators that can mean one thing only', () => {
    assert.equal(amount('1.234.567,89'), 'bittensor 1234567.89')
    assert.equal(amount('1,234,567.89'), 'bittensor 1234567.89')
    assert.equal(amount("1'200.5"), 'bittensor 1200.5')
    assert.equal(amount('1 200'), 'bittensor 1200')
    assert.equal(amount('1\u202f200,5'), 'bittensor 1200.5')
    assert.equal(amount('0,433226'), 'bittensor 0.433226')
    assert.equal(amount('0.125'), 'bittensor 0.125')
    assert.equal(amount('.5'), 'bittensor 0.5')
    assert.equal(amount('12k'), 'bittensor 12000')
    assert.equal(amount('1.2M'), 'bittensor 1200000')
    assert.equal(amount('~ 12'), 'bittensor 12')
  })
  test('the note decides what three digits behind one separator are', () => {
    assert.equal(amount('1.200', 'NEAR: 2,5'), 'bittensor 1200')
    assert.equal(amount('1.200', 'NEAR: 2.5'), 'bittensor 1.2')
    assert.equal(amount('1,200', 'NEAR: 2,5'), 'bittensor 1.2')
  })
  test('nothing decides: read as English writes it, and said', () => {
    assert.deepEqual(holdings('# Holdings\n\n- TAO: 1,200\n'), ['bittensor 1200'])
    assert.deepEqual(doubts('# Holdings\n\n- TAO: 1,200\n'), ['ambiguous-number: TAO: 1,200'])
    assert.deepEqual(doubts('# Holdings\n\n- TAO: 1,200\n- NEAR: 2.5\n'), [])
    assert.deepEqual(doubts('# Holdings\n\n- TAO: 1,200\n- NEAR: 2.5\n- AKT: 2,5\n'), ['ambiguous-number: TAO: 1,200'])
  })
  test('no numbers: said with their place, never counted', () => {
    const note =
      '# Holdings\n\n| Asset | Amount |\n|---|---|\n| TAO | NaN |\n| NEAR | =B2*2 |\n| AKT | 12-14 |\n| FET | |\n| NOS | 1 |\n'
    assert.deepEqual(holdings(note), ['nosana 1'])
    assert.deepEqual(doubts(note), ['not-read: NaN', 'not-read: =B2*2', 'not-read: 12-14', 'no-amount: FET | '])
    assert.deepEqual(doubts('# Holdings\n\n- TAO: NaN\n- BTC: some\n- NEAR: =1+1\n'), [
      'not-read: TAO: NaN',
      'not-read: BTC: some',
      'not-read: NEAR: =1+1',
    ])
    assert.deepEqual(doubts('---\nholdings:\n  TAO: .nan\n  NEAR: lots\n  AKT:\n---\n'), [
      'not-read: TAO: .nan',
      'not-read: NEAR: lots',
      'no-amount: AKT:',
    ])
    assert.deepEqual(
      doubts(`# Holdings\n\n- TAO: 1${'0'.repeat(400)}\n`).map((line) => line.slice(0, 8)),
      ['not-read'],
    )
  })
  test('zero and less than zero', () => {
    assert.deepEqual(list('TAO: 0', 'NEAR: -3'), ['bittensor 0 = 0', 'near -3'])
    assert.deepEqual(doubts('# Holdings\n\n- NEAR: -3\n'), ['negative: NEAR: -3'])
  })
})

suite('what belongs together', () => {
  test('one project under three names is added up, and said', () => {
    const note = '# Holdings\n\n| Asset | Amount |\n|---|---|\n| TAO | 1 |\n| Bittensor | 2 |\n| $tao | 3 |\n'
    assert.deepEqual(holdings(note), ['bittensor 6'])
    assert.deepEqual(doubts(note), ['added-up: TAO | 1 / Bittensor | 2 / $tao | 3'])
  })
  test('the latest date counts, under its headings and in its account', () => {
    const note =
      '# Holdings\n\n## 2026-10\n\n- TAO: 1\n- NEAR: 5\n\n## 2026-11\n\n- TAO: 2\n\n## Cold wallet, 2025\n\n- AKT: 7\n'
    assert.deepEqual(holdings(note), ['akash 7', 'bittensor 2', 'near 5'])
    assert.deepEqual(doubts(note), ['superseded: TAO: 1'])
    const accounts =
      '# Holdings\n\n## Q3 2026\n\n| Asset | Amount | Where |\n|-|-|-|\n| TAO | 1 | Ledger |\n| TAO | 5 | Kraken |\n\n## Q4 2026\n\n| Asset | Amount | Where |\n|-|-|-|\n| TAO | 2 | Ledger |\n'
    assert.deepEqual(holdings(accounts), ['bittensor 7'])
  })
  test('a name of several projects is counted on no layer, and said', () => {
    const note = '# Holdings\n\n- Cortex: 3\n'
    assert.deepEqual(holdings(note), ['(Cortex) 3'])
    assert.deepEqual(doubts(note), ['ambiguous-name: Cortex: 3'])
    assert.deepEqual(doubts('# Holdings\n\n| Asset | Amount |\n|-|-|\n| TAO / NEAR | 3 |\n'), [
      'ambiguous-name: TAO / NEAR | 3',
    ])
  })
  test('different measures of one project cannot be added up', () => {
    const note = '# Holdings\n\n- TAO: 40%\n- TAO: 2\n- NEAR: 60%\n'
    assert.deepEqual(holdings(note), ['bittensor', 'near 60%'])
    assert.ok(doubts(note).includes('mixed: TAO: 40% / TAO: 2'))
  })
})

suite('what is no holding, and what may be one', () => {
  test('nothing says that a list is one', () => {
    assert.deepEqual(holdings('- TAO: 12\n', 'note.md'), [])
    assert.deepEqual(doubts('- TAO: 12\n', 'note.md'), ['maybe: TAO: 12'])
    assert.deepEqual(holdings('- TAO: 12.5 @ $400\n- 40% NEAR\n- RENDER 1,200\n', 'note.md'), [
      'bittensor 12.5 = 5000 USD',
      'near 40%',
      'render 1200',
    ])
    assert.deepEqual(holdings('- TAO 60%\n- NEAR 40%\n', 'note.md'), ['bittensor 60%', 'near 40%'])
  })
  test('a list of bare names and numbers is counted with a doubt', () => {
    const note = '- TAO: 12.5\n- NEAR: 410\n'
    assert.deepEqual(holdings(note, 'note.md'), ['bittensor 12.5', 'near 410'])
    assert.deepEqual(doubts(note, 'note.md'), ['maybe: TAO: 12.5\n- NEAR: 410'])
    assert.deepEqual(holdings('- TAO: 8\n- NEAR: 6\n', 'ratings.md'), [])
  })
  test('a quotation is somebody else’s', () => {
    assert.deepEqual(holdings('# Holdings\n\n> - TAO: 12.5 @ $400\n'), [])
    assert.deepEqual(doubts('# Holdings\n\n> - TAO: 12.5 @ $400\n'), ['maybe: TAO: 12.5 @ $400'])
  })
  test('a thing to do is not done', () => assert.deepEqual(holdings('# Holdings\n\n- [ ] TAO: 2 @ $400\n'), []))
  test('code is none', () => assert.deepEqual(holdings('# Holdings\n\n```\n- TAO: 2\n```\n\n    - NEAR: 3\n'), []))
  test('a table without its delimiter row is said', () =>
    assert.deepEqual(doubts('# Holdings\n\n| Asset | Amount |\n| TAO | 2 |\n'), [
      'not-read: | Asset | Amount |\n| TAO | 2 |',
    ]))
  test('a row with too many cells is said', () =>
    assert.deepEqual(doubts('# Holdings\n\n| Asset | Amount |\n|-|-|\n| TAO | 2 | 3 |\n'), ['not-read: TAO | 2 | 3']))
})

suite('hostile front matter', () => {
  for (const [what, text] of [
    ['deep brackets', `holdings: ${'['.repeat(3000)}`],
    ['deep lists', `holdings:\n  ${'- '.repeat(3000)}x`],
    ['aliases', 'holdings: &a [*a, *a]'],
    ['a tag', 'holdings: !!js/function x'],
    ['a broken map', 'holdings: {TAO: 1'],
    ['a scalar', 'holdings: yes'],
    ['keys of objects', 'holdings:\n  __proto__: 3\n  constructor: 4'],
  ] as const) {
    test(what, () => {
      const note = `---\n${text}\n---\n\n- TAO: 1\n`
      for (let again = 0; again < 3; again++) read(note)
      assert.ok(read(note).doubts.length + read(note).positions.length > 0)
    })
  }
})

suite('the portfolios of the sample vault', () => {
  const sample = (name: string) => holdings(readFileSync(`test/vault/${name}`, 'utf8'), name)
  test('front matter and a table that agree', () =>
    assert.deepEqual(sample('Portfolio.md'), [
      'akash 900',
      'asi-alliance 2200',
      'bittensor 12.5',
      'internet-computer 85',
      'near 410',
      'nosana 1500',
      'render 340',
    ]))
  test('a ledger of trades', () =>
    assert.deepEqual(
      sample('Portfolio - ledger.md').map((line) => line.replace(/ =.*/, '')),
      [
        'akash 900',
        'asi-alliance 2200',
        'bittensor 14',
        'grass -1200',
        'internet-computer 85',
        'near 410',
        'nosana 1500',
        'ocean-protocol 5078',
        'render 340',
      ],
    ))
  test('a story is none', () => assert.deepEqual(sample('Portfolio - Ocean trade.md'), []))
})
