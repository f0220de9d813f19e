import assert from 'node:assert/strict'
import { countedNotes } from '../../src/core/vaultHoldings'
import { read } from './holdings'

const note = (name: string, text: string) => ({ name, ...read(text, name) })

suite('holdings of a vault', () => {
  test('of one account the latest note counts, whatever the order', () => {
    const october = note('2026-10-31 holdings.md', '---\naccount: Main\n---\n- TAO: 1\n')
    const november = note('November.md', '---\naccount: main\nas_of: 2026-11-20\nholdings:\n  TAO: 2\n---\n')
    const other = note('Ledger holdings.md', '---\naccount: ledger\n---\n- TAO: 4\n')
    assert.deepEqual(countedNotes([october, november, other]).counts, [false, true, true])
    assert.deepEqual(countedNotes([november, other, october]).counts, [true, true, false])
    assert.equal(
      countedNotes([october, november]).findings[0]?.text,
      '2026-10-31 holdings.md is not counted: a later note tells of the same account.',
    )
  })
  test('notes without an account add up, and what stands in several is said with its places', () => {
    const { counts, findings } = countedNotes([
      note('Holdings a.md', '- TAO: 1\n- NEAR: 2\n'),
      note('Holdings b.md', '- Bittensor: 3\n'),
    ])
    assert.deepEqual(counts, [true, true])
    assert.match(findings[0]?.text ?? '', /^Bittensor stands in several notes: added up\./)
    assert.deepEqual(
      findings[0]?.places.map(({ note: index, start }) => [index, start]),
      [
        [0, 2],
        [1, 2],
      ],
    )
  })
  test('two notes of one account that no date tells apart both count, and that is said', () => {
    const { counts, findings } = countedNotes([
      note('Holdings a.md', '---\naccount: x\n---\n- TAO: 1\n'),
      note('Holdings b.md', '---\naccount: x\n---\n- TAO: 1\n'),
    ])
    assert.deepEqual(counts, [true, true])
    assert.match(findings[0]?.text ?? '', /no date says which is the latest/)
  })
})
