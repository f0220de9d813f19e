/** Reads labelled notes: what is meant where in them is known. */
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'

/**
 * The notes of a folder: those of `labels.jsonl`, and each line of `sentences.txt` as a note of its own, with its
 * mentions marked as ⟦TAO:bittensor⟧. `right` are the mentions that have to be found, `optional` may be.
 */
export function readLabelled(folder) {
  const labels = readFileSync(path.join(folder, 'labels.jsonl'), 'utf8').trim().split('\n')
  const notes = labels.map((line) => {
    const { file, mentions, optional = [] } = JSON.parse(line)
    return {
      file,
      text: readFileSync(path.join(folder, file), 'utf8'),
      right: mentions.filter((mention) => !mention.optional),
      optional: [...optional, ...mentions.filter((mention) => mention.optional)],
    }
  })
  const sentences = path.join(folder, 'sentences.txt')
  if (!existsSync(sentences)) return notes
  return [...notes, ...readFileSync(sentences, 'utf8').trim().split('\n').map(readMarked)]
}

function readMarked(marked, index) {
  const right = []
  let text = ''
  let from = 0
  for (const mark of marked.matchAll(/⟦(.+?):([^:⟧]+)⟧/g)) {
    text += marked.slice(from, mark.index)
    right.push({ start: text.length, end: text.length + mark[1].length, text: mark[1], project: mark[2] })
    text += mark[1]
    from = mark.index + mark[0].length
  }
  return { file: `sentences.txt:${index + 1}`, text: text + marked.slice(from), right, optional: [] }
}
