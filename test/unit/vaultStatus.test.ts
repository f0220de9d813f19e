import assert from 'node:assert/strict'
import { vaultGaps, vaultProgress, vaultSize, type VaultFigures } from '../../src/core/vaultStatus'

const quiet: VaultFigures = { notes: 10_000, mentions: 1, isStopped: false, skipped: [] }

suite('vault status', () => {
  test('says how much is known, and since when', () => {
    assert.equal(vaultSize(quiet), '10,000 notes, 1 mention')
    assert.equal(vaultProgress(quiet), 'Not all notes are read yet')
    assert.equal(vaultProgress({ ...quiet, updated: '17:42' }), 'Up to date at 17:42')
    assert.equal(
      vaultProgress({ ...quiet, updated: '17:42', reading: { done: 1200, total: 10_000 } }),
      'Reading notes: 1,200 of 10,000',
    )
    assert.equal(vaultGaps(quiet), '')
  })

  test('says what is missing, with the most frequent reasons', () => {
    assert.equal(vaultGaps({ ...quiet, isStopped: true }), 'Reading was stopped: not all notes are here.')
    assert.equal(vaultGaps({ ...quiet, skipped: ['no access'] }), '1 could not be read: no access. See Show Log.')
    const skipped = ['a', 'b', 'b', 'c', 'c', 'c', 'd', 'd']
    assert.equal(vaultGaps({ ...quiet, skipped }), '8 could not be read: c (3), b (2) and d (2). See Show Log.')
  })
})
