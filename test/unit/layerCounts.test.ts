import assert from 'node:assert/strict'
import { countByLayer, countMentions, layersAtAGlance, layersInWords, projectList } from '../../src/core/layerCounts'
import { ownNotes } from '../../src/core/ownNotes'
import { findMentions } from '../../src/core/recognition/findMentions'
import { index, lexicon } from './notes'

const text = 'Nosana and Akash.\n\nBittensor, SN64 and Bittensor; Solana beside OpenAI.\n'
const mentions = findMentions(text, lexicon)
const counts = countByLayer(countMentions(mentions), index)

suite('layer counts', () => {
  test('floors from the ground up, most mentions first', () => {
    assert.deepEqual(
      counts.map(({ layer, projects }) => [
        layer?.name,
        ...projects.map(({ project, mentions: n }) => `${project.name} ${n}`),
      ]),
      [
        ['Compute', 'Akash Network 1', 'Nosana 1'],
        ['Intelligence', 'Bittensor 2', 'Chutes 1', 'OpenAI 1'],
        ['Agents & Data'],
        ['Execution/UX', 'Solana 1'],
      ],
    )
  })
  test('at a glance and in words; what stands beside the map does not count', () => {
    assert.equal(layersAtAGlance(counts), 'C2 I2 A0 X1')
    assert.equal(
      layersInWords(counts),
      '2 projects on Compute, 2 projects on Intelligence, none on Agents & Data and 1 project on Execution/UX',
    )
  })
  test('projects without a layer follow, and ids that nobody knows are left out', () => {
    const unplaced = index.knowledge.heads.find(({ layer }) => layer === 'none')
    assert.ok(unplaced)
    const some = countByLayer(
      [
        [unplaced.id, 1],
        ['no-such-project', 4],
      ],
      index,
    )
    assert.equal(layersAtAGlance(some), 'C0 I0 A0 X0 ?1')
    assert.match(layersInWords(some), /1 project without a layer$/)
  })
  test('the list says what the tree says, with lines', () => {
    assert.equal(
      projectList({ name: 'A *note*.md', text, mentions }, index),
      `# Projects in A \\*note\\*.md

2 projects on Compute, 2 projects on Intelligence, none on Agents & Data and 1 project on Execution/UX.

## Compute

- Akash Network \\(AKT\\), network: 1 mention, line 1
- Nosana \\(NOS\\), network: 1 mention, line 1

## Intelligence

- Bittensor \\(TAO\\), network: 2 mentions, line 3
- Chutes \\(SN64\\), subnet 64 of Bittensor: 1 mention, line 3
- OpenAI, centralized, no token: 1 mention, line 3

## Agents & Data

None.

## Execution/UX

- Solana \\(SOL\\), network: 1 mention, line 3
`,
    )
  })
})

suite('own notes', () => {
  test('a note that is named like a project, its ticker or an alias', () => {
    const bittensor = index.head('bittensor')
    assert.ok(bittensor)
    const keys = [
      'file:///v/bittensor.md',
      'file:///v/a/%24TAO.markdown',
      'file:///v/Bittensor%20subnets.md',
      'file:///v/50%.md',
    ]
    assert.deepEqual(ownNotes(keys, bittensor), ['file:///v/a/%24TAO.markdown', 'file:///v/bittensor.md'])
  })
  test('hyphens and underscores for spaces', () => {
    const akash = index.head('akash')
    assert.ok(akash)
    assert.deepEqual(ownNotes(['x/akash-network.md', 'x/Akash_Network.md', 'x/akashic.md'], akash), [
      'x/Akash_Network.md',
      'x/akash-network.md',
    ])
  })
})
