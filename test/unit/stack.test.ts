import assert from 'node:assert/strict'
import { picksFor, stackMarkdown, type Stack } from '../../src/core/stack'
import { index } from './notes'

const day = '2026-11-24'
const project = (id: string) => index.get(id)!
const stack: Stack = {
  useCase: 'Support agent | small "shop"',
  picks: {
    'execution-ux': project('near'),
    'agents-data': project('asi-alliance'),
    intelligence: project('bittensor-sn1'),
  },
}

suite('stack', () => {
  test('a row a layer with standing and what is centralized in its place; an open layer is named', () => {
    const lines = stackMarkdown(stack, index, day).split('\n')
    assert.equal(lines[0], '### Stack: Support agent \\| small "shop", 2026-11-24')
    const row = (job: string) => lines.find((line) => line.startsWith(`| ${job}`)) ?? ''
    assert.match(
      row('An app shows'),
      /^\| An app shows \| Execution\/UX \| NEAR Protocol \(NEAR\) \| .*, \d of 3 cleared \|/,
    )
    assert.match(row('Agents coordinate'), /\| Agents & Data \| Artificial Superintelligence Alliance \(FET\) \|/)
    assert.match(row('Models think'), /\| Intelligence \| Apex \(SN1\) \|/)
    assert.match(
      row('Machines compute'),
      /\| Compute \| left open \| no pick: this part is missing \| Amazon Web Services/,
    )
  })
  test('what is missing: open layers, and questions that are not cleared', () => {
    const markdown = stackMarkdown(stack, index, day)
    assert.match(markdown, /^- \*\*Compute\*\*: no pick\.$/m)
    assert.match(markdown, /^- \*\*Apex\*\*, .* open: /m)
  })
  test('a diagram whose labels hold no markup', () => {
    const hostile = { ...project('near'), name: 'N"]; click x "javascript:1" <b>`' }
    const markdown = stackMarkdown({ useCase: '```', picks: { 'execution-ux': hostile } }, index, day)
    const diagram = markdown.slice(markdown.indexOf('```mermaid'))
    assert.match(
      diagram,
      /layer0\["N#34;\]; click x #34;javascript:1#34; #60;b#62;#96;<br>X · Execution\/UX<br>An app shows"\]/,
    )
    assert.match(diagram, /people --> layer0\n {2}layer0 --> layer1\n/)
    assert.match(diagram, /style layer3 stroke-dasharray/)
    assert.equal(markdown.match(/^```/gm)?.length, 2)
  })
  test('picks stand on their layer, networks first', () => {
    const picks = picksFor('intelligence', index)
    assert.equal(picks[0]?.id, 'bittensor')
    assert.ok(picks.some(({ id }) => id === 'bittensor-sn64'))
    assert.ok(picks.every(({ layer }) => layer === 'intelligence'))
  })
})
