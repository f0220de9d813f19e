/** Tests read like notes: the mentions of a text stand between ⟦ and ⟧. */
import assert from 'node:assert/strict'
import builtInKnowledge from 'built-in-knowledge'
import { AssetNames } from '../../src/core/holdings/assetNames'
import { ProjectIndex } from '../../src/core/knowledge/projectIndex'
import { findMentions, type Mention } from '../../src/core/recognition/findMentions'
import { buildLexicon } from '../../src/core/recognition/lexicon'

export const index = new ProjectIndex(builtInKnowledge)
export const lexicon = buildLexicon(builtInKnowledge)
export const assetNames = new AssetNames(builtInKnowledge)

/** Today, for everything that tells an age. */
export const today = { day: '2026-11-23', staleAfterDays: 180 }

/** The mentions of a marked text are exactly those between ⟦ and ⟧. */
export function expectMentions(...markedLines: string[]): void {
  const marked = markedLines.join('\n')
  const text = marked.replace(/[⟦⟧]/g, '')
  assert.equal(markMentions(text, findMentions(text, lexicon)), marked)
}

/** The project ids of a text's mentions, in order. */
export function projectsIn(text: string): string[] {
  return findMentions(text, lexicon).map(({ project }) => project)
}

function markMentions(text: string, mentions: readonly Mention[]): string {
  let marked = ''
  let from = 0
  for (const { start, end } of mentions) {
    marked += `${text.slice(from, start)}⟦${text.slice(start, end)}⟧`
    from = end
  }
  return marked + text.slice(from)
}

/** Pieces of notes, to be put together in any order: names, Markdown that hides them, and hostile characters. */
export const notePieces = [
  'Bittensor',
  'TAO',
  '$TAO',
  'near',
  'NEAR',
  'Render',
  'io.net',
  'SN64',
  'subnet 64',
  'Fetch.ai',
  'τ',
  ' ',
  ' ',
  '\n',
  '\n\n',
  '. ',
  '`',
  '```\n',
  '~~~\n',
  '> ',
  '- ',
  '# ',
  '| a | b |\n| - | - |\n| ',
  '](https://near.org "',
  '[',
  '<b>',
  '<!--',
  '-->',
  '---\n',
  '$',
  '$$\n',
  ':::\n',
  '<<<<<<< a\n',
  '>>>>>>> b\n',
  '🧠',
  '\ud83e',
  '\udde0',
  'é',
  '買',
  '\u0301',
  '\u202e',
  '\0',
  '\ufeff',
  '\t',
  '\\',
  '_',
  '**',
]
