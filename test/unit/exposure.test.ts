import assert from 'node:assert/strict'
import { historyOf } from '../../src/core/records/history'
import type { EvaluationRecord } from '../../src/core/records/record'
import { sayWeight } from '../../src/core/exposureFindings'
import { exposure, findings } from './holdings'
import { index } from './notes'

const noAnswers: EvaluationRecord['answers'] = {
  layer: { answer: 'no', note: '' },
  token: { answer: 'no', note: '' },
  usage: { answer: 'no', note: '' },
}

/** `compute 43% 3`, for each layer with weight. */
function layers(...texts: string[]): string[] {
  return exposure(...texts)
    .layers.filter(({ weight }) => weight > 0)
    .map(({ place, weight, holdings }) => `${place} ${sayWeight(weight)} ${holdings}`)
}

const note = (...lines: string[]) => `# Holdings\n\n${lines.map((line) => `- ${line}`).join('\n')}\n`

suite('exposure', () => {
  test('by value, when everything has one', () => {
    const text = note('TAO: 2 @ $400', 'RENDER: $100', 'AKT: 100 @ $1')
    assert.equal(exposure(text).basis, 'value')
    assert.deepEqual(layers(text), ['compute 20% 2', 'intelligence 80% 1'])
  })
  test('by percent, when everything has one', () => {
    const text = note('TAO: 60%', 'NEAR: 30%')
    assert.equal(exposure(text).basis, 'percent')
    assert.deepEqual(layers(text), ['intelligence 67% 1', 'execution-ux 33% 1'])
  })
  test('by position, when something has neither', () => {
    assert.deepEqual(layers(note('TAO: 2 @ $400', 'RENDER: 1', 'AKT: 1', 'BTC: 1')), [
      'compute 50% 2',
      'intelligence 25% 1',
      'off-map 25% 1',
    ])
  })
  test('by position, when values have no common currency', () =>
    assert.equal(exposure(note('TAO: $400', 'NEAR: 400 €')).basis, 'positions'))
  test('a subnet counts on its own floor', () => assert.deepEqual(layers(note('SN4: 2')), ['compute 100% 1']))
  test('nothing, zero and less weigh nothing; cash does when there are values', () => {
    assert.deepEqual(layers(note('TAO: 0', 'NEAR: -2 @ $3')), [])
    assert.deepEqual(layers(note('TAO: $300', 'cash: $100')), ['intelligence 75% 1', 'cash 25% 1'])
    assert.deepEqual(layers(note('TAO: 2', 'cash: 100')), ['intelligence 100% 1'])
  })
  test('several notes add up', () => {
    assert.deepEqual(layers(note('TAO: $100'), note('TAO: $200', 'NEAR: $100')), [
      'intelligence 75% 1',
      'execution-ux 25% 1',
    ])
    assert.equal(exposure(note('TAO: 100%'), note('NEAR: 100%')).basis, 'positions')
  })
})

suite('findings', () => {
  const found = (pattern: RegExp, ...lines: string[]) => findings(note(...lines)).filter((text) => pattern.test(text))
  test('three bets on one layer', () => {
    assert.deepEqual(found(/bets/, 'RENDER: 1', 'AKT: 1', 'NOS: 1', 'TAO: 1'), [
      'Three bets on one layer: Akash Network, Nosana and Render Network are all Compute, 75% of the positions.',
    ])
    assert.deepEqual(found(/bets/, 'RENDER: 1', 'AKT: 1', 'TAO: 1'), [])
  })
  test('no position on a layer', () => {
    assert.deepEqual(found(/^No position/, 'RENDER: 1', 'TAO: 1'), ['No position on Agents & Data and Execution/UX.'])
    assert.deepEqual(found(/^No position/, 'RENDER: 1', 'TAO: 1', 'FET: 1', 'NEAR: 1'), [])
    assert.deepEqual(findings('Nothing here.'), [])
  })
  test('one project over half', () => {
    assert.deepEqual(found(/alone/, 'TAO: $600', 'NEAR: $400'), [
      'Bittensor alone is 60% of the value: more than everything else together.',
    ])
    assert.deepEqual(found(/alone/, 'TAO: 1', 'NEAR: $400'), [])
    assert.deepEqual(found(/alone/, 'cash: $600', 'NEAR: $400'), [])
  })
  test('the same bet: alliances, a subnet and its network, two subnets, two markets for one thing', () => {
    assert.deepEqual(found(/same bet/, 'FET: 1', 'CUDOS: 1'), [
      'Artificial Superintelligence Alliance and CUDOS are the same bet: they are parts of Artificial Superintelligence Alliance.',
    ])
    assert.deepEqual(found(/same bet/, 'TAO: 1', 'SN64: 1'), [
      'Bittensor and Chutes are the same bet: a subnet pays and is paid through Bittensor.',
    ])
    assert.deepEqual(found(/same bet/, 'SN1: 1', 'SN64: 1'), [
      'Apex and Chutes are the same bet: both stand and fall with Bittensor, whose subnets they are.',
    ])
    assert.deepEqual(found(/same bet/, 'RENDER: 1', 'AKT: 1', 'FIL: 1'), [
      'Akash Network and Render Network are the same bet: each is a market for rented GPUs.',
    ])
    assert.deepEqual(found(/same bet/, 'OCEAN: 1', 'FET: 1'), [])
  })
  test('not on the map', () =>
    assert.deepEqual(found(/not on the map/, 'BTC: 1', 'ETH: 2', 'TAO: 1'), [
      'BTC and ETH are not on the map, and so on no layer.',
    ]))
  test('a vibe, on what is known', () =>
    assert.deepEqual(found(/vibe/, 'OCEAN: 1', 'TAO: 1'), [
      'On what the map knows, Ocean Protocol is a vibe: at most one of three questions is cleared.',
    ]))
  test('a vibe, or none, by the latest evaluation of one’s own, which says when', () => {
    const judged = (project: string, date: string, verdict: EvaluationRecord['verdict']) => ({
      note: `${project}-${date}.md`,
      line: 0,
      record: { project, date, answers: noAnswers, verdict, evidence: [], knowledge: '' },
    })
    const history = historyOf(
      [
        judged('ocean-protocol', '2026-10-02', 'worth-watching'),
        judged('bittensor', '2026-10-03', 'vibe'),
        judged('near', '2026-09-01', 'vibe'),
        judged('near', '2026-10-04', 'deeper-diligence'),
      ],
      index,
    )
    assert.deepEqual(
      findings(note('OCEAN: 1', 'TAO: 1', 'NEAR: 1'), 100_000, history).filter((text) => /vibe/.test(text)),
      ['By your latest evaluation, Bittensor (3 October 2026) is a vibe: at most one of three questions is cleared.'],
    )
  })
  test('stale evidence', () => {
    assert.deepEqual(
      findings(note('LPT: 1', 'TAO: 1'), 365).filter((text) => /Stale/.test(text)),
      ['Stale evidence, the newest number older than 365 days: Livepeer (Q3 2024).'],
    )
  })
  test('what has no price, and percents that are no whole', () => {
    assert.equal(found(/no price/, 'TAO: 1', 'NEAR: $2').length, 1)
    assert.equal(found(/no price/, 'TAO: $1', 'NEAR: $2').length, 0)
    assert.equal(found(/come to 100/, 'TAO: 40%', 'NEAR: 30%').length, 1)
    assert.equal(found(/come to 100/, 'TAO: 40%', 'NEAR: 60%').length, 0)
  })
  test('thousands of empty rows are one finding', () => {
    const rows = Array.from({ length: 3000 }, () => '| TAO | |').join('\n')
    assert.deepEqual(
      findings(`# Holdings\n\n| Asset | Amount |\n|-|-|\n| NEAR | 1 |\n${rows}\n`).filter((text) => /rows/.test(text)),
      ['3000 rows have no amount and are not counted.'],
    )
  })
})
