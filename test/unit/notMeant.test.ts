import assert from 'node:assert/strict'
import { meantMentions, notInThisNote, notOnThisLine } from '../../src/core/notMeant'
import { findMentions } from '../../src/core/recognition/findMentions'
import type { Edit } from '../../src/core/recognition/noteReading'
import { lexicon } from './notes'

function meant(text: string, ...ordinaryWords: string[]): string[] {
  return meantMentions(text, findMentions(text, lexicon), new Set(ordinaryWords)).map(({ text: written }) => written)
}

/** The text after the first mention of `written` was said to be none. */
function say(text: string, written: string, how: typeof notOnThisLine): string {
  const mention = findMentions(text, lexicon).find((candidate) => candidate.text === written)
  assert.ok(mention)
  const edit: Edit = how(text, mention)
  return text.slice(0, edit.start) + edit.text + text.slice(edit.end)
}

suite('not this one', () => {
  test('a comment speaks for its line', () => {
    assert.deepEqual(meant('Nosana and Akash. <!-- not a project: Nosana -->\n\nNosana.'), ['Akash', 'Nosana'])
  })
  test('a comment for the note speaks for all of it, in any letter case and with a dollar', () => {
    const text = '$NOS and Nosana.\n\nnosana, Akash.\n\n<!-- not a project in this note: NOS, Nosana -->\n'
    assert.deepEqual(meant(text), ['Akash'])
  })
  test('ordinary words of the vault', () => {
    assert.deepEqual(meant('Nosana and Akash', 'nosana'), ['Akash'])
  })
  test('what looks like a comment but is none changes nothing', () => {
    for (const text of ['not a project: Nosana', '<!-- not a project: Nosana', '<!-- not a project Nosana -->'])
      assert.deepEqual(meant(`Nosana and Akash.\n\n${text}`).slice(0, 2), ['Nosana', 'Akash'], text)
  })
  test('it is said behind the line, before a hard break', () => {
    const text = 'Long Nosana,  \nand Akash.'
    assert.equal(say(text, 'Nosana', notOnThisLine), 'Long Nosana, <!-- not a project: Nosana -->  \nand Akash.')
    assert.deepEqual(meant(say(text, 'Nosana', notOnThisLine)), ['Akash'])
  })
  test('a second word joins the first', () => {
    const once = say('Nosana and Akash.', 'Nosana', notOnThisLine)
    const twice = 'Nosana and Akash. <!-- not a project: Nosana, Akash -->'
    assert.equal(say(once, 'Akash', notOnThisLine), twice)
    assert.deepEqual(meant(twice), [])
  })
  test('it is said at the end of the note, with its line ends', () => {
    const text = 'Nosana.\r\nAkash.'
    const said = 'Nosana.\r\nAkash.\r\n\r\n<!-- not a project in this note: Nosana -->\r\n'
    assert.equal(say(text, 'Nosana', notInThisNote), said)
    assert.equal(say(said, 'Akash', notInThisNote), said.replace('Nosana -->', 'Nosana, Akash -->'))
  })
  test('front matter stays front matter', () => {
    const text = '---\ntitle: Nosana and Akash\n---\n\nText.\n'
    assert.equal(say(text, 'Nosana', notOnThisLine), `${text}\n<!-- not a project in this note: Nosana -->\n`)
  })
})
