import assert from 'node:assert/strict'
import { knowledgeHealth } from '../../src/core/knowledge/health'
import { ProjectIndex } from '../../src/core/knowledge/projectIndex'
import type { Evidence, Project } from '../../src/core/knowledge/schema'
import { index, today } from './notes'

const source = { title: 'A page', url: 'https://a.example', date: '2026-11-01' }
const figure = (id: string, asOf: string, more: Partial<Evidence> = {}): Evidence => ({
  id,
  metric: 'users',
  value: 10,
  unit: 'people',
  asOf,
  claimant: 'project',
  conflictsWith: [],
  source,
  ...more,
})

/** A project with these figures, known on the layer alone. */
function project(evidence: readonly Evidence[]): Project {
  const golem = index.get('golem')
  assert.ok(golem)
  const unknown = { standing: 'unknown', reason: 'Not found.', evidence: [] } as const
  return {
    ...golem,
    name: 'Go|lem',
    evidence: [...evidence],
    events: [],
    questions: {
      layer: { standing: 'clears', reason: 'It rents.', source, evidence: [] },
      token: { ...unknown, evidence: [], does: [] },
      usage: { ...unknown, evidence: [] },
    },
  }
}

function healthOf(projects: readonly Project[]): string[] {
  return knowledgeHealth(new ProjectIndex({ ...index.knowledge, heads: projects, projects }), today).split('\n')
}

suite('knowledge health', () => {
  test('counts by layer: claims, links, ages, what is stale, unknown and contradictory', () => {
    const lines = healthOf([
      project([
        figure('a', '2026-11-13'),
        figure('b', '2026-10-24', { value: 20, conflictsWith: ['a'], source: { title: 'A talk', date: '2026-10' } }),
        figure('c', '2025'),
      ]),
    ])
    assert.deepEqual(
      lines.filter((line) => line.startsWith('|')),
      [
        '| Layer         | Records | Claims | Linked |',
        '| ------------- | ------: | -----: | -----: |',
        '| Compute       |       1 |      4 |    75% |',
        '| Intelligence  |       0 |      0 |   none |',
        '| Agents & Data |       0 |      0 |   none |',
        '| Execution/UX  |       0 |      0 |   none |',
        '| No layer      |       0 |      0 |   none |',
        '| All           |       1 |      4 |    75% |',
        '| Layer         | Unknown | Conflicts |',
        '| ------------- | ------: | --------: |',
        '| Compute       |       2 |         1 |',
        '| Intelligence  |       0 |         0 |',
        '| Agents & Data |       0 |         0 |',
        '| Execution/UX  |       0 |         0 |',
        '| No layer      |       0 |         0 |',
        '| All           |       2 |         1 |',
        '| Layer         | Figures | Median age | Stale |',
        '| ------------- | ------: | ---------: | ----: |',
        '| Compute       |       3 |    30 days |     1 |',
        '| Intelligence  |       0 |       none |     0 |',
        '| Agents & Data |       0 |       none |     0 |',
        '| Execution/UX  |       0 |       none |     0 |',
        '| No layer      |       0 |       none |     0 |',
        '| All           |       3 |    30 days |     1 |',
      ],
    )
    assert.ok(lines.includes('## Sources disagree (1)'))
    assert.ok(lines.includes('- **Go\\|lem**: users: 10 people or 20 people'))
    assert.ok(lines.includes('## Stale figures (1)'))
    assert.ok(lines.includes('- **Go\\|lem**: users, 10 people (2025, 11 months old, stale)'))
  })
  test('of the map as it is', () => {
    const text = knowledgeHealth(index, today)
    assert.match(text, /^251 records on 2026-11-23; /m)
    assert.match(text, /^A figure is stale after 180 days\.$/m)
    assert.match(text, /\*\*Chutes\*\*: active users, at least: 400 thousand users or 696 thousand users/)
  })
})
