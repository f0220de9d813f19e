import assert from 'node:assert/strict'
import fc from 'fast-check'
import { findMentions } from '../../src/core/recognition/findMentions'
import { NoteReading } from '../../src/core/recognition/noteReading'
import { lexicon, notePieces } from './notes'

/** What a person does to a note, at a place given as a share of its length. */
type Step =
  | { readonly kind: 'insert'; readonly at: number; readonly text: string }
  | { readonly kind: 'delete'; readonly at: number; readonly length: number }
  | { readonly kind: 'line'; readonly at: number; readonly text: string }
  | { readonly kind: 'several'; readonly text: string }
  | { readonly kind: 'line ends' }

const text = fc.array(fc.constantFrom(...notePieces), { maxLength: 12 }).map((all) => all.join(''))
/** Words of both senses, far from the names that they tell of. */
const section = fc.constantFrom(
  '\n\n# Frames\n\nThe shader of each component, in Blender.\n\n',
  '\n\n# Rent\n\nThe GPU network pays node operators in its token.\n\n',
  '\n\n# Work\n\nWe render on Render, and Render was quick.\n\n',
  '\n\n# Coast\n\nNear is what we like, near the sea. Near it is.\n\n',
)
const at = fc.double({ min: 0, max: 1, noNaN: true })
const paragraph = 'Stake TAO on SN64, then render the rest near the coast. Render and Akash rent GPUs for tokens.\n\n'
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('insert'), at, text }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('insert'), at, text: section }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('delete'), at, length: fc.integer({ min: 1, max: 80 }) }) },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('line'),
      at,
      text: fc.constantFrom('```', '~~~', '<!--', '-->', '---', '# Staking', '| - | - |', '===', '    ', '$$', '> '),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('several'), text: fc.constantFrom('x', ' NEAR ', '\n', '`') }),
  },
  { weight: 1, arbitrary: fc.constant({ kind: 'line ends' } as const) },
)

function editsOf(note: string, change: Step): { start: number; end: number; text: string }[] {
  const place = (share: number) => Math.floor(share * note.length)
  switch (change.kind) {
    case 'insert':
      return [{ start: place(change.at), end: place(change.at), text: change.text }]
    case 'delete':
      return [{ start: place(change.at), end: Math.min(note.length, place(change.at) + change.length), text: '' }]
    case 'line': {
      const start = note.lastIndexOf('\n', place(change.at)) + 1
      return [{ start, end: start, text: `${change.text}\n` }]
    }
    case 'several':
      return [...note.matchAll(/\. /g)].map(({ index }) => ({ start: index, end: index, text: change.text }))
    case 'line ends':
      return [{ start: 0, end: note.length, text: toggledLineEnds(note) }]
  }
}

function toggledLineEnds(note: string): string {
  return note.includes('\r\n') ? note.replaceAll('\r\n', '\n') : note.replaceAll('\n', '\r\n')
}

function applied(note: string, edits: readonly { start: number; end: number; text: string }[]): string {
  return [...edits]
    .reverse()
    .reduce((result, { start, end, text: inserted }) => result.slice(0, start) + inserted + result.slice(end), note)
}

suite('reading a note while it changes', () => {
  const numRuns = Number(process.env['EDIT_SCRIPTS'] ?? 250)
  test(`gives what reading it anew gives, after ${numRuns} scripts of 20 edits`, () => {
    fc.assert(
      fc.property(
        text,
        fc.array(step, { minLength: 20, maxLength: 20 }),
        fc.array(fc.nat(30), { minLength: 20, maxLength: 20 }),
        fc.oneof({ weight: 60, arbitrary: fc.constant(-1) }, { weight: 1, arbitrary: fc.nat(19) }),
        (start, steps, pauses, pasteAt) => {
          let note = start + paragraph
          const reading = new NoteReading(lexicon, note)
          steps.forEach((change, index) => {
            const paste = index === pasteAt ? [{ start: 0, end: 0, text: paragraph.repeat(1000) }] : undefined
            const edits = paste ?? editsOf(note, change)
            note = applied(note, edits)
            reading.edit(edits)
            // Keys come in the middle of the work too.
            let steps = pauses[index] ?? 0
            reading.work(() => --steps < 0)
          })
          assert.deepEqual(reading.mentions(), findMentions(note, lexicon))
        },
      ),
      { numRuns },
    )
  })

  test('code that loses its last line goes on to the end of the next, also where a line of the two is one now', () => {
    const note = '```\nTAO\n```\n\n```\nNosana\n```\n\nArweave.'
    const reading = new NoteReading(lexicon, note)
    assert.deepEqual(
      reading.mentions().map(({ text: found }) => found),
      ['Arweave'],
    )
    reading.edit([{ start: 7, end: 13, text: '' }])
    assert.deepEqual(reading.mentions(), findMentions('```\nTAO```\nNosana\n```\n\nArweave.', lexicon))
    assert.equal(reading.mentions().length, 1)
    reading.edit([{ start: 7, end: 7, text: '\n```\n\nNosana\n\n' }])
    assert.deepEqual(
      reading.mentions().map(({ text: found }) => found),
      ['Nosana', 'Arweave'],
    )
  })

  test('goes on where it has paused: a crowded note is done after a bounded number of steps', () => {
    const reading = new NoteReading(lexicon, 'Stake TAO on SN64 or Akash.\n\n'.repeat(300))
    let steps = 0
    while (!reading.work(() => true)) if (++steps > 5000) assert.fail('it starts over')
    assert.equal(reading.mentions().length, 900)
  })

  test('goes on behind a block that is longer than what is read in one go', () => {
    const block = 'A line of one long paragraph.\n'.repeat(2000)
    const reading = new NoteReading(lexicon, `${block}\nNosana.\n`)
    assert.equal(reading.mentions().length, 1)
    reading.edit([{ start: block.length + 1, end: block.length + 1, text: 'x' }])
    let steps = 0
    while (!reading.work(() => true)) if (++steps > 1000) assert.fail('it reads the block over and over')
    assert.deepEqual(reading.mentions(), [])
  })
})
