import assert from 'node:assert/strict'
import { classAfter, classBefore } from '../../src/core/recognition/grammar'
import { expectMentions } from './notes'

suite('grammar: the place of a name in its clause', () => {
  const behind: [string, string][] = [
    [' pays people for their connection', 'verb'],
    [' opened its second epoch', 'verb'],
    [' also crossed sixteen million', 'verb'],
    [' has a booth', 'verb'],
    [' counts 18,000 agents', 'verb'],
    [' releases were late', 'plural'],
    [' fires cut power', 'noun'],
    [' temps chart of the day', 'noun'],
    [' validators vote', 'usual'],
    [' laughed', 'person'],
    [' the page once', 'object'],
    [' as a mascot', 'preposition'],
    [' and the rest', 'and'],
    ["'s price", 'possessive'],
    ['**, a network', 'comma'],
    [': 7 of 10', 'colon'],
    [' (ticker)', 'bracket'],
    ['” again', 'quote'],
    [' 2.1 today', 'number'],
    [' Farms', 'capital'],
    ['-powered', 'hyphen'],
    ['. Next', 'end'],
    [' | 12 |', 'end'],
    ['', 'end'],
  ]
  for (const [after, expected] of behind) {
    test(`behind it: ${JSON.stringify(after)}`, () => assert.equal(classAfter(after), expected))
  }

  const before: [string, string][] = [
    ['', 'start'],
    ['- [ ] ', 'start'],
    ['| ', 'start'],
    ['**Queue.** ', 'start'],
    ['We moved to ', 'to'],
    ['jobs from ', 'preposition'],
    ['I sold ', 'verb'],
    ['the ', 'article'],
    ['an ', 'indefinite'],
    ['my ', 'owner'],
    ['I ', 'pronoun'],
    ['Akash and ', 'and'],
    ['but not ', 'not'],
    ['Akash, **', 'comma'],
    ['Sold: ', 'colon'],
    ['(', 'bracket'],
    ['the word “', 'quote'],
    ['about 2,000 ', 'number'],
    ['Digital ', 'capital'],
    ['quick ', 'word'],
  ]
  for (const [text, expected] of before) {
    test(`before it: ${JSON.stringify(text)}`, () => assert.equal(classBefore(text), expected))
  }
})

suite('grammar: what it tells of a name', () => {
  test('a noun behind a word at a start, a verb behind a name', () =>
    expectMentions(
      '⟦$GRASS⟧ and ⟦$NEAR⟧ fell. ⟦Grass⟧ pays people for idle bandwidth. Grass fires in Portugal cut power to thousands.',
    ))
  test('made-up names in lower case are only lazily written', () =>
    expectMentions('gm. my stuff on ⟦akash⟧ is fine, ⟦akt⟧ at 0.40, near everything is down'))
})
