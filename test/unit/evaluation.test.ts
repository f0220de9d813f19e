import assert from 'node:assert/strict'
import {
  evaluate,
  evaluationTable,
  knownAnswers,
  knownBasis,
  type Answer,
  type Answers,
} from '../../src/core/evaluation'
import { index, today } from './notes'

const answers = (layer: Answer, token: Answer, usage: Answer): Answers => ({
  layer: { answer: layer, ...(layer === 'yes' ? { layer: 'compute' } : {}), note: '' },
  token: { answer: token, note: '' },
  usage: { answer: usage, note: 'seen | on chain' },
})

suite('evaluation', () => {
  test('three cleared, two, one, none', () => {
    const verdictOf = (...given: Parameters<typeof answers>) => {
      const { rule, cleared } = evaluate(answers(...given), index)
      return `${cleared}: ${rule.name}`
    }
    assert.equal(verdictOf('yes', 'yes', 'yes'), '3: worth deeper diligence')
    assert.equal(verdictOf('yes', 'yes', 'no'), '2: worth watching')
    assert.equal(verdictOf('no', 'yes', 'yes'), '2: worth watching')
    assert.equal(verdictOf('yes', 'no', 'no'), '1: a vibe')
    assert.equal(verdictOf('no', 'no', 'no'), '0: a vibe')
  })
  test('unsure does not clear', () => assert.equal(evaluate(answers('yes', 'unsure', 'unsure'), index).cleared, 1))
  test('what cannot be placed is flagged, whatever else clears', () => {
    assert.equal(evaluate(answers('no', 'yes', 'yes'), index).cannotBePlaced, true)
    assert.equal(evaluate(answers('unsure', 'yes', 'yes'), index).cannotBePlaced, false)
  })
  test('known answers follow the standings', () => {
    const ocean = index.get('ocean-protocol')
    assert.ok(ocean)
    assert.deepEqual([knownAnswers(ocean).layer.layer, knownAnswers(ocean).token.answer], ['agents-data', 'no'])
  })
  test('what is known comes with its source and age', () => {
    const akash = index.get('akash')
    assert.ok(akash)
    assert.equal(
      knownBasis(akash, 'usage', today).basis,
      '253 thousand USD per quarter, Q1 2026, 8 months old, stale; ownyourmind.ai review of Akash (quotes Messari)',
    )
    assert.equal(knownBasis(akash, 'usage', today).url, 'https://www.ownyourmind.ai/projects/akash/')
    assert.match(knownBasis(akash, 'token', today).basis, /^TokenPost .*, 15 May 2026$/)
    assert.match(knownBasis(akash, 'layer', today).basis, /^ownyourmind.*, May 2026$/)
  })
  test('one table for many, best first', () => {
    const projects = ['ocean-protocol', 'io-net'].map((id) => index.get(id)).filter((project) => project !== undefined)
    const rows = evaluationTable(projects, 'Note.md', index, today)
      .split('\n')
      .filter((line) => line.startsWith('| '))
    assert.deepEqual(
      rows.map((row) => row.split(' | ')[0]),
      ['| Project', '| ---', '| io.net (IO)', '| Ocean Protocol (OCEAN)'],
    )
  })
})
