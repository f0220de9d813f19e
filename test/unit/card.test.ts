import assert from 'node:assert/strict'
import { projectCard } from '../../src/core/card'
import type { Project } from '../../src/core/knowledge/schema'
import { index, today } from './notes'

function cardOf(id: string): string[] {
  const project = index.get(id)
  assert.ok(project)
  return projectCard(project, index, 3, today).split(/ {2}\n|\n\n/)
}

suite('card', () => {
  test('short for everything on the map, with a Markdown link that closes', () => {
    for (const { id } of index.knowledge.projects) {
      const lines = cardOf(id)
      assert.ok(lines.length <= 9, `${id}: ${lines.length} lines`)
      assert.ok(
        lines.every((line) => !line.includes('\n') && line.length < 700),
        id,
      )
    }
  })
  test('what a researcher asks, in order', () => {
    const lines = cardOf('akash')
    assert.equal(lines[0], '**Akash Network** (AKT) · $(layers) **Compute** · network')
    assert.equal(lines[2], '$(pass) **Token:** does work (payment, burn, staking and governance)')
    assert.ok(
      lines[3]?.startsWith(
        '$(pass) **Usage:** lease revenue: 253 thousand USD per quarter (Q1 2026, 8 months old, stale; [',
      ),
    )
    assert.equal(
      lines[4],
      '$(arrow-both) **Compare with** io.net, Aethir, Nosana, Render Network and 26 more; **not** with Intelligence, Agents and Execution',
    )
    assert.equal(lines[5], '$(server) **Centralized in its place:** Amazon Web Services and Hyperscalers')
    assert.equal(
      lines.at(-1),
      '[Open in the map](command:cryptoAiLayers.showLayerMap?%5B%22akash%22%5D) · [Evaluate](command:cryptoAiLayers.evaluateProject?%5B%22akash%22%5D) · [Mentions (3)](command:cryptoAiLayers.showMentions?%5B%22akash%22%5D) · [Docs](https://akash.network/docs)',
    )
  })
  test('a system without a token is beside the map', () => {
    const lines = cardOf('aws')
    assert.equal(lines[0], '**Amazon Web Services** · $(layers) beside **Compute** · centralized, no token')
    assert.ok(!lines.some((line) => line.includes('Centralized in its place')))
  })
  test('hostile text stays text', () => {
    const near = index.get('near')
    assert.ok(near)
    const hostile: Project = {
      ...near,
      name: '[x](command:evil) $(zap)',
      does: '<img src=x onerror=1> ![a](https://e.vil)',
    }
    const card = projectCard(hostile, index, 0, today)
    assert.ok(card.startsWith('**\\[x\\]\\(command\\:evil\\) \\$\\(zap\\)**'))
    assert.ok(card.includes('\\<img src\\=x onerror\\=1\\> \\!\\[a\\]\\(https\\://e.vil\\)'))
  })
})
