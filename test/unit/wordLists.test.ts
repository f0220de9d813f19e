import assert from 'node:assert/strict'
import comparisons from '../../knowledge/words/comparisons.yaml'
import grammar from '../../knowledge/words/grammar.yaml'
import { cueClasses } from '../../src/core/comparisons/cues'

suite('lists of words', () => {
  test('are those by which comparisons are told', () => {
    assert.deepEqual(Object.keys(comparisons), cueClasses)
  })

  for (const [name, words] of [...Object.entries(comparisons), ...Object.entries(grammar)]) {
    test(`have each word of ${name} once, with a blank between two`, () => {
      assert.match(words, /^\S+(?: \S+)*$/)
      const all = words.split(' ')
      assert.deepEqual([...new Set(all)], all)
    })
  }
})
