import assert from 'node:assert/strict'
import { mapView, projectView, type FollowedNote } from '../../src/core/layerMap'
import { parseFromPanel } from '../../src/core/protocol'
import { findMentions } from '../../src/core/recognition/findMentions'
import { index, lexicon, today } from './notes'

const text = '# Note\n\n🧠 Chutes (SN64) runs on Bittensor.\nNosana does not; OpenAI neither. Bittensor again.\n'
const note: FollowedNote = { name: 'Note.md', text, mentions: findMentions(text, lexicon) }

suite('layer map', () => {
  test('four floors from the top down', () => {
    assert.deepEqual(
      mapView(index, undefined).floors.map(({ letter, name }) => `${letter} ${name}`),
      ['X Execution/UX', 'A Agents & Data', 'I Intelligence', 'C Compute'],
    )
  })
  test('what the note mentions is lit, subnets inside Bittensor', () => {
    const map = mapView(index, note)
    assert.deepEqual(map.note, { name: 'Note.md', mentions: 6, projects: 4 })
    const lit = map.floors.flatMap((floor) => [
      ...floor.projects,
      ...floor.projects.flatMap(({ subnets }) => subnets),
      ...floor.centralized.projects,
    ])
    assert.deepEqual(
      lit.filter(({ mentions }) => mentions > 0).map(({ id, mentions }) => `${id} ${mentions}`),
      ['bittensor 2', 'bittensor-sn64 2', 'openai 1', 'nosana 1'],
    )
  })
  test('what fits no floor stands beside the building', () => {
    assert.deepEqual(
      mapView(index, undefined).unplaced.map(({ id }) => id),
      ['helium'],
    )
    const helium = index.get('helium')
    assert.ok(helium)
    const { layer, notComparable, unverified } = projectView(index, helium, undefined, today)
    assert.deepEqual(layer, { id: 'none', name: 'Cannot be placed', letter: '–' })
    assert.match(notComparable, /^It sits on no floor/)
    assert.deepEqual(unverified, ['other spellings of its name', 'the words that tell it from namesakes'])
  })
  test('an answer says what it rests on', () => {
    const akash = index.get('akash')
    assert.ok(akash)
    const [layer, , usage] = projectView(index, akash, undefined, today).answers
    assert.equal(layer?.basis?.title, 'ownyourmind.ai review of Akash (quotes Messari Q1 2026), May 2026')
    assert.match(usage?.basis?.title ?? '', /^253 thousand USD per quarter, Q1 2026, 8 months old, stale; /)
    assert.equal(usage?.basis?.url, 'https://www.ownyourmind.ai/projects/akash/')
  })
  test('a figure says that it is stale', () => {
    const akash = index.get('akash')
    assert.ok(akash)
    const [lease] = projectView(index, akash, undefined, today).evidence
    assert.deepEqual([lease?.age, lease?.isStale], ['Q1 2026, 8 months old, stale', true])
  })
  test('open weights stand beside Intelligence only', () => {
    assert.deepEqual(
      mapView(index, undefined).floors.map(({ openAlternative }) => openAlternative?.projects.map(({ id }) => id)),
      [undefined, undefined, ['deepseek', 'hugging-face', 'llama', 'mistral', 'qwen'], undefined],
    )
  })
  test('details tell each mention with its line and its surroundings', () => {
    const project = index.get('bittensor')
    assert.ok(project)
    assert.deepEqual(projectView(index, project, note, today).mentions, [
      { start: 33, line: 3, before: '🧠 Chutes (SN64) runs on ', text: 'Bittensor', after: '.' },
      { start: 77, line: 4, before: 'Nosana does not; OpenAI neither. ', text: 'Bittensor', after: ' again.' },
    ])
  })
  test('relations in words, past ones as past', () => {
    const relations = (id: string) => {
      const project = index.get(id)
      assert.ok(project)
      return projectView(index, project, undefined, today).relations
    }
    assert.deepEqual(relations('ocean-protocol'), [
      'Was a member of Artificial Superintelligence Alliance until 9 October 2025',
    ])
    assert.ok(relations('bittensor-sn3').includes('Formerly Templar until April 2026'))
    assert.deepEqual(relations('bittensor'), ['Has 129 subnets'])
    assert.ok(relations('render').includes('Ticker RNDR until November 2023'))
  })
})

suite('protocol', () => {
  test('messages of the panel', () => {
    assert.deepEqual(parseFromPanel({ type: 'openProject', project: 'near' }), { type: 'openProject', project: 'near' })
    assert.deepEqual(parseFromPanel({ type: 'revealMention', project: 'near', start: 3 }), {
      type: 'revealMention',
      project: 'near',
      start: 3,
    })
  })
  test('anything else is nothing', () => {
    const bad: unknown[] = [
      undefined,
      null,
      'ready',
      {},
      { type: 'run', command: 'x' },
      { type: 'openProject', project: '../x' },
      { type: 'openProject' },
      { type: 'openProject', project: 'near', extra: 1 },
      { type: 'revealMention', project: 'near', start: -1 },
      { type: 'revealMention', project: 'near', start: 1.5 },
      { type: 'ready', project: 'a'.repeat(81) },
      JSON.parse('{"type":"ready","__proto__":{"x":1}}'),
    ]
    assert.deepEqual(
      bad.map(parseFromPanel),
      bad.map(() => undefined),
    )
  })
})
