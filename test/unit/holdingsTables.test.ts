import assert from 'node:assert/strict'
import { doubts, holdings } from './holdings'

/** A note with one table, as it comes out of an exchange, a spreadsheet or Notion. */
const note = (...rows: string[]) => {
  const [head = '', ...rest] = rows
  const delimiter = `|${' --- |'.repeat(head.split('|').length)}`
  return ['# Holdings', '', `| ${head} |`, delimiter, ...rest.map((row) => `| ${row} |`), ''].join('\n')
}

suite('tables of holdings as people have them', () => {
  test('balances of an exchange: total, available, in order, worth in bitcoin', () => {
    const spot = note(
      'Coin | Total | Available | In Order | BTC Value',
      'TAO | 12.50000000 | 10.00000000 | 2.50000000 | 0.05212500',
      'NEAR | 410.00000000 | 410.00000000 | 0.00000000 | 0.01230000',
    )
    assert.deepEqual(holdings(spot), ['bittensor 12.5 = 0.052125 BTC', 'near 410 = 0.0123 BTC'])
    assert.deepEqual(doubts(spot), [])
  })

  test('a history of purchases and sales adds up; what is neither is said', () => {
    const history = note(
      'Timestamp | Transaction Type | Asset | Quantity Transacted | Price at Transaction | Subtotal | Total (incl. fees) | Fees',
      '2025-03-18T09:12:00Z | Buy | TAO | 12.5 | $400.00 | $5,000.00 | $5,025.00 | $25.00',
      '2026-04-10T22:41:00Z | Sell | TAO | 2 | $251.00 | $502.00 | $499.50 | $2.50',
      '2026-05-02T07:00:00Z | Staking Income | NEAR | 1.4 | $2.60 | $3.64 | $3.64 | $0.00',
      '2026-10-02T10:03:00Z | Buy | NEAR | 410 | $2.60 | $1,066.00 | $1,070.00 | $4.00',
      '2026-10-09T12:00:00Z | Convert | OCEAN | 5,078 | $0.30 | $1,523.40 | $1,523.40 | $0.00',
    )
    assert.deepEqual(holdings(history), ['bittensor 10.5 = 4200 USD', 'near 411.4 = 1069.64 USD'])
    assert.deepEqual(doubts(history), [
      'not-read: 2026-10-09T12:00:00Z | Convert | OCEAN | 5,078 | $0.30 | $1,523.40 | $1,523.40 | $0.00',
    ])
  })

  test('pairs, sides and amounts with their coin', () =>
    assert.deepEqual(
      holdings(
        note(
          'Date(UTC) | Pair | Side | Price | Executed | Amount | Fee',
          '2026-10-02 10:03:11 | NEARUSDT | BUY | 2.60 | 410NEAR | 1066USDT | 0.41NEAR',
          '2026-10-03 08:00:02 | TAO/USDT | BUY | 400 | 2.5TAO | 1000USDT | 0.0025TAO',
          '2026-10-20 17:21:40 | NEARUSDT | SELL | 3 | 10NEAR | 30USDT | 0.03USDT',
        ),
      ),
      ['bittensor 2.5 = 1000 USD', 'near 400 = 1040 USD'],
    ))

  test('a ledger with signs adds up; fees and running balances do not', () =>
    assert.deepEqual(
      holdings(
        note(
          'txid | time | type | asset | amount | fee | balance',
          'L4K2 | 2026-01-03 | trade | TAO | +12.5 | 0.01 | 12.5',
          'LQ7S | 2026-04-10 | trade | TAO | -2.0 | 0.01 | 10.5',
          'LZZ9 | 2026-04-12 | staking | NEAR | +1.4 | 0 | 1.4',
        ),
      ),
      ['bittensor 10.5', 'near 1.4'],
    ))

  test('lots: each day’s purchase counts, at what was paid', () =>
    assert.deepEqual(
      holdings(
        note(
          'Bought | Coin | Qty | Buy price | Cost',
          '2025-03-18 | TAO | 8 | $400 | $3,200',
          '2025-06-01 | TAO | 4 | $300 | $1,200',
          '2025-07-09 | AKT | 500 | $1.35 | $675',
        ),
      ),
      ['akash 500 = 675 USD', 'bittensor 12 = 4400 USD'],
    ))

  test('what it cost is not what it is worth, where a price says that', () => {
    assert.deepEqual(holdings(note('Asset | Qty | Invested | Price | P/L', 'TAO | 10 | $5,000 | $380 | -$1,200')), [
      'bittensor 10 = 3800 USD',
    ])
    assert.deepEqual(holdings(note('Asset | Qty | Invested | P/L', 'TAO | 10 | $5,000 | -$1,200')), [
      'bittensor 10 = 5000 USD',
    ])
    assert.deepEqual(holdings(note('Asset | Qty | Buy price | Current value', 'TAO | 10 | $500 | $3,800')), [
      'bittensor 10 = 3800 USD',
    ])
  })

  test('columns of money that are gains, rewards or deposits are no value', () =>
    assert.deepEqual(
      holdings(
        note(
          'Asset | Unrealized (USD) | Rewards (USD) | Deposited (USD) | Balance (USD)',
          'TAO | -1,200.00 | 88.10 | 5,000.00 | 3,800.00',
          'NEAR | 12.00 | 3.64 | 1,066.00 | 1,078.00',
        ),
      ),
      ['bittensor = 3800 USD', 'near = 1078 USD'],
    ))

  test('units and money of the same name', () =>
    assert.deepEqual(
      holdings(
        note(
          'Token | Amount ($) | Amount (tokens) | Alloc %',
          'TAO | 3,800.00 | 10 | 78.1',
          'NEAR | 1,066.00 | 410 | 21.9',
        ),
      ),
      ['bittensor 10 = 3800 USD 78.1%', 'near 410 = 1066 USD 21.9%'],
    ))

  test('a cell with both', () =>
    assert.deepEqual(
      holdings(
        note(
          'Coin | Price | 24h % | Holdings | PNL',
          'TAO | $380.00 | +1.2% | 12.5 TAO ($4,750.00) | -$250.00',
          'NEAR | $2.60 | -0.4% | $1,066.00 (410 NEAR) | $0.00',
          'RENDER | $2.15 | 3.0% | $731.00<br>340 RENDER | +$12.00',
        ),
      ),
      ['bittensor 12.5 = 4750 USD', 'near 410 = 1066 USD', 'render 340 = 731 USD'],
    ))

  test('a broker’s table in German', () =>
    assert.deepEqual(
      holdings(
        note(
          'Anlage | Stück | Kaufkurs (€) | Kurs (€) | Gewinn (€) | Wert (€) | Anteil',
          'Bittensor | 12,5 | 410,00 | 352,10 | -723,75 | 4.401,25 | 80,5 %',
          'NEAR Protocol | 410 | 2,40 | 2,60 | 82,00 | 1.066,00 | 19,5 %',
        ),
      ),
      ['bittensor 12.5 = 4401.25 EUR 80.5%', 'near 410 = 1066 EUR 19.5%'],
    ))

  test('a French table', () =>
    assert.deepEqual(
      holdings(note('Actif | Quantité | Cours (€) | Valeur (€) | Part', 'TAO | 12,5 | 352,10 | 4 401,25 | 100 %')),
      ['bittensor 12.5 = 4401.25 EUR 100%'],
    ))

  test('a Notion table, in which either column may know the project', () =>
    assert.deepEqual(
      holdings(
        note(
          'Name | Ticker | Category | Qty | Avg. cost | Current Price | Current Value | ROI | Notes',
          'Bittensor | TAO | AI | 12.5 | $400.00 | $380.00 | $4,750.00 | -5.0% | 3 subnets',
          'Render token | RENDER | DePIN | 340 | $1.90 | $2.15 | $731.00 | 13.2% | ',
          'My old Fetch bag | FET | AI | 2,200 | $0.80 | $0.55 | $1,210.00 | -31.3% | 2 wallets',
        ),
      ),
      ['asi-alliance 2200 = 1210 USD', 'bittensor 12.5 = 4750 USD', 'render 340 = 731 USD'],
    ))

  test('stakes in subnets, counted in TAO', () =>
    assert.deepEqual(
      holdings(
        note(
          'Subnet | Validator | Staked (τ) | APY | Rewards 30d',
          'SN64 Chutes | Rizzo | 7 τ | 31% | 0.11',
          'SN4 | tao.bot | 3 τ | 28% | 0.04',
        ),
      ),
      ['bittensor-sn4 = 3 TAO', 'bittensor-sn64 = 7 TAO'],
    ))

  test('weights beside goals and drift', () =>
    assert.deepEqual(
      holdings(
        note(
          'Layer | Project | Target % | Actual % | Drift',
          'I | TAO | 40% | 52% | +12%',
          'X | NEAR | 60% | 48% | -12%',
        ),
      ),
      ['bittensor 52%', 'near 48%'],
    ))

  test('what of a coin is staked or locked is no share of the portfolio', () =>
    assert.deepEqual(
      holdings(note('Coin | Qty | % staked | % of total', 'TAO | 12.5 | 90% | 70%', 'AKT | 900 | 0% | 30%')),
      ['akash 900 30%', 'bittensor 12.5 70%'],
    ))

  test('market value is worth something, not research', () =>
    assert.deepEqual(
      holdings('| Symbol | Quantity | Market Value |\n|---|---|---|\n| TAO | 12.5 | $4,750 |\n', 'Broker.md'),
      ['bittensor 12.5 = 4750 USD'],
    ))

  test('wallets side by side: the total counts; without one, the table is said to be unread', () => {
    assert.deepEqual(holdings(note('Asset | Cold | Kraken | Total', 'TAO | 10 | 2.5 | 12.5', 'NEAR | 0 | 410 | 410')), [
      'bittensor 12.5',
      'near 410',
    ])
    const apart = note('Asset | Cold | Kraken', 'TAO | 10 | 2.5', 'NEAR | 0 | 410')
    assert.deepEqual(holdings(apart), [])
    assert.deepEqual(doubts(apart), [`not-read: ${apart.slice(apart.indexOf('|')).trimEnd()}`])
  })

  test('parts of a whole that no column tells are added up', () => {
    const parts = note('Asset | Liquid | Staked | APY', 'TAO | 2.5 | 10 | 17%', 'NEAR | 410 | – | 9%')
    assert.deepEqual(holdings(parts), ['bittensor 12.5', 'near 410'])
    assert.deepEqual(doubts(note('Asset | Liquid | Staked', 'TAO | 2.5 | some', 'NEAR | 410 | 0')), ['not-read: some'])
  })

  test('sold lots are no holdings', () => {
    const sales = note(
      'Asset | Qty | Date sold | Cost basis | Proceeds | Gain',
      'TAO | 2 | 2026-04-10 | $800 | $502 | -$298',
    )
    assert.deepEqual(holdings(sales), [])
    assert.deepEqual(doubts(sales), [`not-read: ${sales.slice(sales.indexOf('|')).trimEnd()}`])
  })
})
