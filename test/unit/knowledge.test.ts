import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { compileKnowledge, formatProblem, type KnowledgeFile } from '../../src/core/knowledge/compile'
import { index } from './notes'

const file = (path: string): KnowledgeFile => ({ path, text: readFileSync(`knowledge/${path}`, 'utf8') })
const files = [
  file('layers.yaml'),
  file('evaluation.yaml'),
  file('projects/aws.yaml'),
  file('projects/hyperscalers.yaml'),
  file('projects/io-net.yaml'),
]

/** The problems of the files above after one change to io-net.yaml. */
function problemsAfter(search: string, replacement: string): string[] {
  const changed = files.map(({ path, text }) => ({
    path,
    text: path.endsWith('io-net.yaml') ? text.replace(search, replacement) : text,
  }))
  const compiled = compileKnowledge(changed)
  return compiled.ok ? [] : compiled.problems.map(formatProblem)
}

suite('knowledge: validation', () => {
  test('the files as they are have no problems', () => assert.deepEqual(problemsAfter('', ''), []))
  test('a layer that does not exist', () =>
    assert.deepEqual(problemsAfter('layer: compute', 'layer: computer'), [
      'knowledge/projects/io-net.yaml:4 layer: Invalid option: expected one of "compute"|"intelligence"|"agents-data"|"execution-ux"',
    ]))
  test('an unknown field', () => {
    const [problem] = problemsAfter('kind: network', 'kind: network\ncolour: red')
    assert.equal(problem, 'knowledge/projects/io-net.yaml:1 Unrecognized key: "colour"')
  })
  test('broken YAML', () => {
    const [problem] = problemsAfter('kind: network', 'kind: [network')
    assert.match(problem ?? '', /^knowledge\/projects\/io-net\.yaml:\d+ /)
  })
  test('a link that is not https', () => {
    const [problem] = problemsAfter('site: https://io.net', 'site: javascript:alert(1)')
    assert.match(problem ?? '', /^knowledge\/projects\/io-net\.yaml:\d+ links\.site: /)
  })
  test('a counterpart that does not exist', () => {
    const [problem] = problemsAfter('counterparts: [aws', 'counterparts: [awz')
    assert.match(problem ?? '', /counterparts\.0: no project 'awz'$/)
  })
  test('a standing that no evidence supports', () => {
    const [problem] = problemsAfter('evidence: [contract-2026-06, revenue-2025-10]', 'evidence: []')
    assert.match(
      problem ?? '',
      /^knowledge\/projects\/io-net\.yaml:\d+ questions\.usage\.standing: 'clears' rests on no evidence$/,
    )
  })
  test('a missing file', () => {
    const compiled = compileKnowledge(files.slice(1))
    assert.deepEqual(compiled.ok ? [] : compiled.problems.map(formatProblem), [
      'knowledge/layers.yaml:1 file is missing',
    ])
  })
})

suite('knowledge: the map', () => {
  const names = (ids: readonly { id: string }[]) => ids.map(({ id }) => id)
  test('every system that the article names is on it', () =>
    assert.deepEqual(names(index.knowledge.projects), [
      'akash',
      'anthropic',
      'asi-alliance',
      'aws',
      'bittensor',
      'bittensor-sn1',
      'bittensor-sn3',
      'bittensor-sn64',
      'deepseek',
      'fetch-ai',
      'hugging-face',
      'hyperscalers',
      'internet-computer',
      'io-net',
      'llama',
      'mistral',
      'near',
      'nosana',
      'ocean-protocol',
      'openai',
      'qwen',
      'render',
      'singularitynet',
      'solana',
    ]))
  test('floors hold projects; subnets and counterparts stand elsewhere', () => {
    assert.deepEqual(names(index.onFloor('compute')), ['akash', 'io-net', 'nosana', 'render'])
    assert.deepEqual(names(index.onFloor('intelligence')), ['bittensor'])
    assert.deepEqual(names(index.onFloor('agents-data')), [
      'asi-alliance',
      'fetch-ai',
      'ocean-protocol',
      'singularitynet',
    ])
    assert.deepEqual(names(index.onFloor('execution-ux')), ['internet-computer', 'near', 'solana'])
    assert.deepEqual(names(index.besideFloor('intelligence', 'open-weights')), [
      'deepseek',
      'hugging-face',
      'llama',
      'mistral',
      'qwen',
    ])
  })
  test('subnets stand inside Bittensor, by netuid', () => {
    const bittensor = index.get('bittensor')
    assert.ok(bittensor)
    assert.deepEqual(names(index.subnetsOf(bittensor)), ['bittensor-sn1', 'bittensor-sn3', 'bittensor-sn64'])
  })
  test('comparable is what stands on the same floor and is another bet', () => {
    const comparable = (id: string) => names(index.comparableWith(index.get(id)!))
    assert.deepEqual(comparable('render'), ['akash', 'io-net', 'nosana'])
    assert.deepEqual(comparable('bittensor'), [])
    assert.deepEqual(comparable('fetch-ai'), ['ocean-protocol'])
    assert.deepEqual(comparable('bittensor-sn64'), ['bittensor-sn1', 'bittensor-sn3'])
    assert.deepEqual(comparable('openai'), ['anthropic'])
  })
  test('today, where the article has aged', () => {
    assert.match(index.get('ocean-protocol')?.article?.today ?? '', /left/)
    assert.match(index.get('bittensor-sn1')?.article?.today ?? '', /compet/i)
    assert.match(index.get('bittensor-sn3')?.article?.today ?? '', /left/)
  })
})
