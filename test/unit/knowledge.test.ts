import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { compileKnowledge, formatProblem, type KnowledgeFile } from '../../src/core/knowledge/compile'
import { joinKnowledge, splitKnowledge } from '../../src/core/knowledge/startUp'
import { index } from './notes'

/** Without the line that names substitutes: few of them are among these files. */
const file = (path: string): KnowledgeFile => ({
  path,
  text: readFileSync(`knowledge/${path}`, 'utf8').replace(/^substitutes: .*\n/m, ''),
})
const files = [
  file('layers.yaml'),
  file('evaluation.yaml'),
  file('recognition.yaml'),
  file('outside.yaml'),
  file('ordinary.yaml'),
  {
    path: 'subnets.yaml',
    text: 'asOf: 2026-09-30\nsource: { title: none, date: undated }\nanswers: {}\nentryPoints: []\nsubnets: []\n',
  },
  file('projects/aws.yaml'),
  file('projects/hyperscalers.yaml'),
  file('projects/io-net.yaml'),
]

/** The problems of the files above after one change to io-net.yaml. */
function problemsAfter(search: string | RegExp, replacement: string): string[] {
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
      'knowledge/projects/io-net.yaml:4 layer: Invalid option: expected one of "compute"|"intelligence"|"agents-data"|"execution-ux"|"none"',
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
  test('work that is none', () => {
    const [problem] = problemsAfter(/does: \[.*\]/, 'does: [governance]')
    assert.match(problem ?? '', /questions\.token\.does: 'clears' needs work that the token does; to vote is none$/)
  })
  test('evidence that is there twice', () => {
    const [problem] = problemsAfter('id: revenue-2025-10', 'id: contract-2026-06')
    assert.match(problem ?? '', /evidence\.1\.id: 'contract-2026-06' is there twice$/)
  })
  test('a substitute on another floor', () => {
    const [problem] = problemsAfter('counterparts: [', 'substitutes: [near]\ncounterparts: [')
    assert.match(problem ?? '', /substitutes\.0: no project 'near'$/)
  })
  test('a place that no source supports', () => {
    const [problem] = problemsAfter(/(layer:\n {4}standing: clears\n {4}reason: .*\n) {4}source:\n( {6}.*\n)+/, '$1')
    assert.match(problem ?? '', /questions\.layer\.standing: 'clears' rests on no evidence$/)
  })
  test('no layer, and yet a clear answer', () => {
    const [problem] = problemsAfter('layer: compute', 'layer: none')
    assert.match(problem ?? '', /questions\.layer\.standing: 'clears' needs a layer$/)
  })
  test('money at risk without a word on the risk', () => {
    const [problem] = problemsAfter(
      'counterparts: [',
      "entryPoints: [{ kind: stake, does: Stake., url: 'https://io.net', needs: [money-at-risk], asOf: 2026-01 }]\ncounterparts: [",
    )
    assert.match(problem ?? '', /entryPoints\.0\.risk: is there for money at risk, and for nothing else$/)
  })
  test('a missing file', () => {
    const compiled = compileKnowledge(files.slice(1))
    assert.deepEqual(compiled.ok ? [] : compiled.problems.map(formatProblem), [
      'knowledge/layers.yaml:1 file is missing',
    ])
  })
})

suite('knowledge: two parts', () => {
  const compiled = compileKnowledge(files)
  assert.ok(compiled.ok)
  const { knowledge } = compiled
  const parts = splitKnowledge(knowledge)
  test('put together they are the whole', () => {
    const joined = joinKnowledge(parts)
    assert.deepEqual(
      joined.heads.map(({ id }) => id),
      ['aws', 'hyperscalers', 'io-net'],
    )
    assert.deepEqual({ ...joined }, { ...knowledge, heads: joined.heads })
  })
  test('names and places are there without the details', () => {
    const ioNet = joinKnowledge({ ...parts, details: 'never parsed' }).heads[2]
    assert.ok(ioNet)
    assert.equal(ioNet.tickers[0]?.symbol, 'IO')
    assert.ok(!('does' in ioNet))
  })
  test('and both are ASCII', () => assert.doesNotMatch(parts.startUp + parts.details, /[^\0-\x7f]/))
})

suite('knowledge: the map', () => {
  const names = (ids: readonly { id: string }[]) => ids.map(({ id }) => id)
  test('every system that the article names is on it', () => {
    const article =
      'render akash io-net nosana aws hyperscalers bittensor bittensor-sn1 bittensor-sn3 bittensor-sn64 openai anthropic asi-alliance fetch-ai singularitynet ocean-protocol near internet-computer solana hugging-face llama deepseek qwen mistral'
    assert.deepEqual(
      article.split(' ').filter((id) => !index.get(id)),
      [],
    )
  })
  test('and the field around it', () => {
    const count = (kind: string) => index.knowledge.projects.filter((project) => project.kind === kind).length
    assert.equal(count('subnet'), 129)
    assert.equal(count('open-weights'), 5)
    assert.equal(count('centralized'), 6)
    assert.equal(index.knowledge.projects.length, 251)
  })
  test('floors hold projects, those with the most to show for first; subnets and counterparts stand elsewhere', () => {
    assert.deepEqual(names(index.onFloor('compute')).slice(0, 3), ['akash', 'io-net', 'aethir'])
    assert.equal(names(index.onFloor('intelligence'))[0], 'bittensor')
    assert.ok(names(index.onFloor('agents-data')).includes('ocean-protocol'))
    assert.deepEqual(names(index.onFloor('execution-ux')).slice(0, 3), ['near', 'venice', 'internet-computer'])
    assert.deepEqual(names(index.besideFloor('compute', 'centralized')), [
      'aws',
      'azure',
      'google-cloud',
      'hyperscalers',
    ])
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
    const netuids = index.subnetsOf(bittensor).map(({ netuid }) => netuid)
    assert.deepEqual(
      netuids,
      Array.from({ length: 129 }, (_, netuid) => netuid),
    )
  })
  test('what fits no floor sits on none, and compares with nothing', () => {
    assert.deepEqual(names(index.unplaced()), ['helium'])
    assert.deepEqual(names(index.comparableWith(index.get('helium')!)), [])
    assert.equal(index.layerOf({ layer: 'none' }), undefined)
  })
  test('a slot without a project says so, and sits nowhere', () => {
    const slot = index.get('bittensor-sn73')
    assert.ok(slot)
    assert.equal(slot.layer, 'none')
    assert.match(slot.does, /^A slot without a project: .*Parked/)
    assert.equal(slot.questions.layer.standing, 'does-not-clear')
  })
  test('comparable is what stands on the same floor and is another bet', () => {
    const comparable = (id: string) => names(index.comparableWith(index.get(id)!))
    assert.deepEqual(comparable('render').slice(0, 4), ['akash', 'io-net', 'aethir', 'nosana'])
    assert.ok(!comparable('fetch-ai').some((id) => ['asi-alliance', 'singularitynet', 'near'].includes(id)))
    assert.ok(comparable('fetch-ai').includes('ocean-protocol'))
    assert.deepEqual(comparable('bittensor-sn64').slice(0, 2), ['bittensor-sn3', 'bittensor-sn1'])
    assert.ok(comparable('bittensor-sn4').includes('akash'))
    assert.deepEqual(comparable('openai'), ['anthropic'])
  })
  test('today, where the article has aged', () => {
    assert.match(index.get('ocean-protocol')?.article?.today ?? '', /left/)
    assert.match(index.get('bittensor-sn1')?.article?.today ?? '', /compet/i)
    assert.match(index.get('bittensor-sn3')?.article?.today ?? '', /left/)
  })
})
