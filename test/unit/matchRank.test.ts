import assert from 'node:assert/strict'
import { matchRank } from '../../src/core/matchRank'

test('what is typed matches from the start, at a word, within, or letter by letter', () => {
  const text = 'bittensor (tao)'
  assert.equal(matchRank('bit', text), 0)
  assert.equal(matchRank('tao', text), 1)
  assert.equal(matchRank('sor', text), 2)
  assert.equal(matchRank('btao', text), 3)
  assert.equal(matchRank('oat', text), undefined)
  assert.equal(matchRank('', text), 0)
})
