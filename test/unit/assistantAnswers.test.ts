import assert from 'node:assert/strict'
import {
  assistantInputs,
  exposureAnswer,
  layersAnswer,
  projectAnswer,
  projectsNamed,
  verdictAnswer,
} from '../../src/core/assistantAnswers'
import { exposureOf } from '../../src/core/exposure'
import { exposureView } from '../../src/core/exposureView'
import { positionsOf } from '../../src/core/holdings/positions'
import { readHoldings } from '../../src/core/holdings/readHoldings'
import { assetNames, index, today } from './notes'

interface Answer {
  readonly [field: string]: unknown
  readonly questions: Readonly<Record<string, Readonly<Record<string, unknown>>>>
}

const parse = (answer: object) => JSON.parse(JSON.stringify(answer)) as Answer
const projectOf = (name: string) => {
  const [project] = projectsNamed(name, index)
  assert.ok(project)
  return project
}

suite('answers to an assistant', () => {
  test('a project is found by name, ticker, netuid, former name and id', () => {
    for (const [name, id] of [
      ['akash network', 'akash'],
      ['$AKT', 'akash'],
      ['SN64', 'bittensor-sn64'],
      ['Omron', 'bittensor-sn2'],
      ['bittensor', 'bittensor'],
    ] as const)
      assert.equal(projectOf(name).id, id)
    assert.throws(
      () => projectsNamed('akas', index),
      /^Error: 'akas' is not on the map of crypto AI\. Names like it: Akash/,
    )
    assert.throws(
      () => projectsNamed('Nowhere', index),
      /^Error: 'Nowhere' is not on the map of crypto AI\. What is not/,
    )
  })
  test('of a project: place, answers and figures, each with source and date', () => {
    const answer = parse(projectAnswer(projectOf('Akash'), index, today))
    assert.equal(answer['layer'], 'Compute')
    assert.equal(answer['ticker'], 'AKT')
    assert.deepEqual(answer['notComparableWith'], ['Intelligence', 'Agents & Data', 'Execution/UX'])
    assert.equal(answer.questions['usage']?.['standing'], 'clears')
    const [figure] = answer['figures'] as Record<string, unknown>[]
    assert.deepEqual(Object.keys(figure ?? {}), ['metric', 'value', 'unit', 'asOf', 'isStale', 'claimedBy', 'source'])
    assert.equal(answer['knowledgeAsOf'], index.knowledge.asOf)
  })
  test('every project fits into few tokens, and every figure says its date and source', () => {
    for (const project of index.knowledge.projects) {
      const text = JSON.stringify(projectAnswer(project, index, today))
      assert.ok(text.length < 14_000, `${project.id}: ${text.length}`)
      assert.equal(text.match(/"metric"/g)?.length ?? 0, text.match(/"asOf":"\d{4}[^"]*","isStale"/g)?.length ?? 0)
    }
  })
  test('a verdict is that of the evaluation, with what it rests on', () => {
    const answer = parse(verdictAnswer(projectOf('Bittensor'), index, today))
    assert.equal(answer['verdict'], 'worth deeper diligence')
    assert.equal(answer['cleared'], '3 of 3')
    assert.equal(answer['evaluatedOn'], '2026-11-23')
    assert.equal(answer['flag'], undefined)
    const unplaced = parse(verdictAnswer(projectOf('Helium'), index, today))
    assert.equal(unplaced['flag'], 'It cannot be placed cleanly on the map.')
  })
  test('the layers of a note, with lines that count from 1', () => {
    const mention = (project: string, line: number) => ({ project, line, character: 0, length: 5 })
    const mentions = [mention('nosana', 0), mention('bittensor', 2), mention('nosana', 2)]
    const answer = parse(layersAnswer('Trades.md', mentions, index))
    assert.deepEqual(
      (answer['layers'] as { layer: string; projects: { name: string; mentions: number; lines: number[] }[] }[]).map(
        ({ layer, projects }) => [layer, ...projects.map(({ name, mentions: count, lines }) => [name, count, lines])],
      ),
      [
        ['Compute', ['Nosana', 2, [1, 3]]],
        ['Intelligence', ['Bittensor', 1, [3]]],
        ['Agents & Data'],
        ['Execution/UX'],
      ],
    )
  })
  test('exposure tells weights, and no amount', () => {
    const { positions } = positionsOf(
      readHoldings('| Token | Value |\n| - | - |\n| TAO | $4321 |\n| NOS | $4321 |', 'P.md', assetNames),
    )
    const exposure = exposureOf([positions], index)
    const notes = [{ name: 'P.md', lineOf: () => 1 }]
    const view = exposureView(exposure, [], { scope: 'note', rule: '', notes }, index)
    const answer = exposureAnswer(exposure, view, index, today)
    assert.deepEqual(parse(answer)['holdings'], [
      { name: 'Bittensor', layer: 'Intelligence', weight: '50%' },
      { name: 'Nosana', layer: 'Compute', weight: '50%' },
    ])
    assert.ok(!/4,?321|8,?642/.test(JSON.stringify(answer)))
  })
  test('input that fits no schema is refused', () => {
    for (const input of [undefined, {}, { project: 5 }, { project: ' ' }, { project: 'x'.repeat(101) }])
      assert.ok(!assistantInputs.lookUpProject.safeParse(input).success)
    assert.ok(!assistantInputs.exposure.safeParse({ scope: 'world' }).success)
    assert.deepEqual(assistantInputs.listLayers.parse({ note: ' a.md ', more: 1 }), { note: 'a.md' })
  })
})
