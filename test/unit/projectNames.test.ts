import assert from 'node:assert/strict'
import { isNamed, namesOf } from '../../src/core/projectNames'
import { index } from './notes'

/** The ids of the projects that a whole name finds. */
function found(typed: string): string[] {
  return index.knowledge.heads.filter((head) => isNamed(head, typed)).map(({ id }) => id)
}

suite('names of a project', () => {
  test('a whole name finds its project: name, ticker, alias, netuid, former name', () => {
    assert.deepEqual(['chutes', '$tao', 'RNDR', '64', 'sn64', 'Subnet 64', 'omron', 'Autonolas', ' hnt '].map(found), [
      ['bittensor-sn64'],
      ['bittensor'],
      ['render'],
      ['bittensor-sn64'],
      ['bittensor-sn64'],
      ['bittensor-sn64'],
      ['bittensor-sn2'],
      ['olas'],
      ['helium'],
    ])
  })
  test('half a name finds none', () => assert.deepEqual(found('chut'), []))
  test('a slot that changed hands is found by each of its names', () =>
    assert.deepEqual(found('Nodexo'), ['bittensor-sn106', 'bittensor-sn27']))
  test('names of today and names of yesterday are told apart', () => {
    const render = index.head('render')
    assert.ok(render)
    assert.deepEqual(namesOf(render), { others: ['RENDER', 'Render', 'RenderNetwork'], former: ['RNDR'] })
  })
})
