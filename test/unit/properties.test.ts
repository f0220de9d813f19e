import assert from 'node:assert/strict'
import fc from 'fast-check'
import { findMentions } from '../../src/core/recognition/findMentions'
import { lexicon, notePieces } from './notes'

const note = fc
  .array(fc.oneof(fc.constantFrom(...notePieces), fc.string({ maxLength: 6, unit: 'binary' })), { maxLength: 60 })
  .map((all) => all.join(''))

suite('properties of mentions', () => {
  test('in order, apart, exactly their text, never inside a surrogate pair', () => {
    fc.assert(
      fc.property(note, (text) => {
        let last = 0
        for (const { start, end, text: found, confidence } of findMentions(text, lexicon)) {
          assert.ok(last <= start && start < end)
          assert.equal(text.slice(start, end), found)
          assert.ok(confidence >= 0.5 && confidence <= 1)
          for (const edge of [start, end]) {
            const pair = text.slice(edge - 1, edge + 1)
            assert.ok(!/^[\ud800-\udbff][\udc00-\udfff]$/.test(pair), JSON.stringify(pair))
          }
          last = end
        }
      }),
      { numRuns: 800 },
    )
  })
  test('CRLF gives the names of LF', () => {
    fc.assert(
      fc.property(note, (text) => {
        const names = (variant: string) =>
          findMentions(variant, lexicon).map((mention) => mention.text.replaceAll('\r', ''))
        assert.deepEqual(names(text.replaceAll('\n', '\r\n')), names(text))
      }),
      { numRuns: 500 },
    )
  })
})
