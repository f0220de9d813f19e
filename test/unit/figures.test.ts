import assert from 'node:assert/strict'
import { ageInDays, dayOf, isStale, sayAge, sayDate, sayFigure, sayList } from '../../src/core/figures'

const today = { day: '2026-11-23', staleAfterDays: 180 }

suite('figures', () => {
  test('numbers', () => {
    assert.equal(sayFigure({ value: 43_000_000, unit: 'USD per quarter' }), '43 million USD per quarter')
    assert.equal(sayFigure({ value: 1_120_000_000, unit: 'USD' }), '1.1 billion USD')
    assert.equal(sayFigure({ value: 37_334, unit: 'addresses' }), '37,334 addresses')
    assert.equal(sayFigure({ value: 28, unit: 'percent' }), '28%')
    assert.equal(sayFigure({ value: -45, unit: 'percent quarter on quarter' }), '-45% quarter on quarter')
  })
  test('dates', () => {
    assert.deepEqual(['2026-05-19', '2026-05', '2026-Q1', '2026-H1', '2026', 'undated'].map(sayDate), [
      '19 May 2026',
      'May 2026',
      'Q1 2026',
      'H1 2026',
      '2026',
      'undated',
    ])
  })
  test('ages count from the end of what a date names', () => {
    assert.deepEqual(
      ['2026-11-01', '2026-05', '2026-Q1', '2026-H1', '2025', '2027-01'].map((date) => ageInDays(date, today.day)),
      [22, 176, 237, 146, 327, 0],
    )
    assert.equal(sayAge('2026-10', today), 'October 2026, 1 month old')
    assert.equal(sayAge('2026-11-02', today), '2 November 2026, this month')
  })
  test('stale is what is older than the user takes for current', () => {
    assert.equal(sayAge('2026-05-27', today), '27 May 2026, 6 months old')
    assert.equal(sayAge('2026-05-26', today), '26 May 2026, 6 months old, stale')
    assert.ok(!isStale('2025', { ...today, staleAfterDays: 365 }))
  })
  test('lists', () =>
    assert.deepEqual([[], ['a'], ['a', 'b'], ['a', 'b', 'c']].map(sayList), ['', 'a', 'a and b', 'a, b and c']))
  test('a day is the local one', () => assert.equal(dayOf(new Date(2026, 0, 5, 23, 59)), '2026-01-05'))
})
