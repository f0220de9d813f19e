import assert from 'node:assert/strict'
import fc from 'fast-check'
import { exposureOf, type Exposure } from '../../src/core/exposure'
import { positionsOf } from '../../src/core/holdings/positions'
import { readHoldings, saysHoldings } from '../../src/core/holdings/readHoldings'
import { finish } from '../../src/core/steps'
import { read } from './holdings'
import { assetNames, index, notePieces } from './notes'

const name = fc.constantFrom(
  'TAO',
  'Bittensor',
  '$tao',
  'NEAR',
  '[[Akash]]',
  'RNDR',
  'Render',
  'SN64',
  'FET',
  'BTC',
  'cash',
)
const number = fc.oneof(
  fc.double({ min: 0, max: 1e6, noNaN: true }).map((value) => value.toFixed(3)),
  fc.constantFrom('0', '-2', '1,200', '1.234.567,89', '12k', '', '–', 'NaN', '=A1', '1e999'),
)
const row = fc.record({ name, amount: number, price: number })
const rows = fc.array(row, { maxLength: 30 })

function table(all: readonly { name: string; amount: string; price: string }[]): string {
  const body = all.map((one) => `| ${one.name} | ${one.amount} | ${one.price} |`)
  return ['# Holdings', '', '| Asset | Amount | Price |', '| --- | --- | --- |', ...body, ''].join('\n')
}

function totals({ basis, holdings, layers, value }: Exposure): unknown {
  return {
    basis,
    value,
    layers,
    holdings: holdings.map(({ key, units, value: own, weight }) => ({ key, units, own, weight })),
  }
}

const exposure = (...texts: string[]) =>
  exposureOf(
    texts.map((text) => read(text).positions),
    index,
  )

const sorted = (of: Exposure) => ({ ...of, holdings: [...of.holdings].sort((a, b) => (a.key < b.key ? -1 : 1)) })

suite('properties of holdings', () => {
  test('totals do not depend on the order of rows or of notes', () => {
    fc.assert(
      fc.property(rows, rows, fc.infiniteStream(fc.nat()), (one, other, random) => {
        const shuffled = one.map((item) => ({ item, at: Number(random.next().value) })).sort((a, b) => a.at - b.at)
        const before = totals(sorted(exposure(table(one), table(other))))
        const after = totals(sorted(exposure(table(other), table(shuffled.map(({ item }) => item)))))
        assert.deepEqual(after, before)
      }),
      { numRuns: 200 },
    )
  })
  test('weights sum to one when anything is held, and none is below zero', () => {
    fc.assert(
      fc.property(rows, (all) => {
        const { holdings, layers } = exposure(table(all))
        const sum = layers.reduce((total, { weight }) => total + weight, 0)
        assert.ok(holdings.every(({ weight }) => weight >= 0 && weight <= 1))
        assert.ok(Math.abs(sum - (holdings.some(({ weight }) => weight > 0) ? 1 : 0)) < 1e-9, String(sum))
      }),
      { numRuns: 200 },
    )
  })
  test('CRLF gives what LF gives', () => {
    fc.assert(
      fc.property(rows, (all) => {
        const lines = `---\nholdings:\n  TAO: 3\n---\n${table(all)}\n- NEAR: 2 @ $3\n- AKT 5\n`
        const crlf = lines.replaceAll('\n', '\r\n')
        assert.deepEqual(totals(exposure(crlf)), totals(exposure(lines)))
        const texts = (text: string) =>
          read(text).doubts.map(({ message, places }) => [
            message,
            places.map(({ start, end }) => text.slice(start, end)),
          ])
        assert.deepEqual(JSON.parse(JSON.stringify(texts(crlf)).replaceAll('\\r', '')), texts(lines))
      }),
      { numRuns: 200 },
    )
  })
  test('every row of a table is counted or named', () => {
    fc.assert(
      fc.property(rows, (all) => {
        const text = table(all)
        const { positions, doubts } = read(text)
        const places = [...positions, ...doubts].flatMap((found) => found.places)
        const lineOf = (offset: number) => text.slice(0, offset).split('\n').length
        const seen = new Set(places.map(({ start }) => lineOf(start)))
        // A column in which no number stands is no column of amounts, and its table no table of holdings.
        if (positions.length === 0) return
        all.forEach((_, at) => assert.ok(seen.has(at + 5), `${at}: ${text}`))
      }),
      { numRuns: 200 },
    )
  })
  test('whatever columns stand beside the amounts, the order of rows makes no difference, and no row goes unsaid', () => {
    const header = fc.constantFrom(
      ...[
        'Total',
        'Available',
        'Staked',
        'Value (EUR)',
        'BTC value',
        'Cost',
        'Price',
        'Avg. cost',
        'P/L',
        '% of total',
      ],
      ...['Type', 'Date', 'Where', 'Fees (USD)', 'Ticker', 'Kraken', 'Notes'],
    )
    const cell = fc.oneof(
      number,
      fc.constantFrom('$1,200', '7 τ', '12.5 TAO ($4,750)', '40%', 'Buy', 'Sell', 'Convert', '2026-10-02', 'Ledger'),
    )
    const wide = fc.uniqueArray(header, { maxLength: 4 }).chain((headers) =>
      fc.record({
        headers: fc.constant(headers),
        rows: fc.array(
          fc.tuple(name, number, fc.array(cell, { minLength: headers.length, maxLength: headers.length })),
          {
            minLength: 1,
            maxLength: 12,
          },
        ),
      }),
    )
    fc.assert(
      fc.property(wide, fc.infiniteStream(fc.nat()), ({ headers, rows: all }, random) => {
        const columns = ['Asset', 'Amount', ...headers]
        const write = (these: typeof all) =>
          [
            '# Holdings',
            '',
            `| ${columns.join(' | ')} |`,
            `|${' --- |'.repeat(columns.length)}`,
            ...these.map(([asset, amount, cells]) => `| ${[asset, amount, ...cells].join(' | ')} |`),
            '',
          ].join('\n')
        const text = write(all)
        const shuffled = all.map((item) => ({ item, at: Number(random.next().value) })).sort((a, b) => a.at - b.at)
        assert.deepEqual(
          totals(sorted(exposure(write(shuffled.map(({ item }) => item))))),
          totals(sorted(exposure(text))),
        )
        const { positions, doubts } = read(text)
        if (positions.length === 0) return
        const lines = new Set(
          [...positions, ...doubts].flatMap(({ places }) =>
            places.map(({ start }) => text.slice(0, start).split('\n').length),
          ),
        )
        all.forEach((_, at) => assert.ok(lines.has(at + 5), `${at}: ${text}`))
      }),
      { numRuns: 80 },
    )
  })
  test('never throws, places are in the note, and a look for any finds what reading all of it finds', () => {
    const pieces = fc.constantFrom(
      ...notePieces,
      'holdings:\n',
      '  TAO: ',
      '12.5',
      ' @ $4',
      '40%',
      '| Asset | Amount |\n| - | - |\n',
    )
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 40 }), (parts) => {
        const text = parts.join('')
        const statements = readHoldings(text, 'Portfolio.md', assetNames)
        const saysAny = statements.statements.length > 0 || statements.doubts.length > 0
        assert.equal(finish(saysHoldings(text, 'Portfolio.md', assetNames)), saysAny)
        const { positions, doubts } = positionsOf(statements)
        for (const { start, end } of [...positions, ...doubts].flatMap(({ places }) => places)) {
          assert.ok(start >= 0 && start <= end && end <= text.length)
        }
      }),
      { numRuns: 500 },
    )
  })
})
