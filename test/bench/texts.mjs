/** The texts that are measured on: files of a folder of real notes or documentation, or the labelled notes over again. */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { root } from '../vscode/folders.mjs'

/** Paths of all Markdown files under a folder, sorted. */
export function markdownFiles(folder) {
  return readdirSync(folder, { recursive: true })
    .filter((name) => name.endsWith('.md'))
    .map((name) => path.join(folder, name))
    .sort()
}

export function labelledNotes() {
  return markdownFiles(path.join(root, 'test/corpus')).map((file) => readFileSync(file, 'utf8'))
}

/** About `length` UTF-16 code units of text: every n-th file of the folders, or the labelled notes again and again. */
export function sampleTexts(folders, length) {
  const files = folders.flatMap(markdownFiles)
  if (files.length === 0) {
    const notes = labelledNotes()
    const own = notes.reduce((sum, note) => sum + note.length, 0)
    return Array.from({ length: Math.ceil(length / own) }, () => notes).flat()
  }
  const texts = []
  let sum = 0
  for (let first = 0; first < 10 && sum < length; first++) {
    for (let index = first; index < files.length && sum < length; index += 10) {
      texts.push(readFileSync(files[index], 'utf8'))
      sum += texts.at(-1).length
    }
  }
  return texts
}

/**
 * One note of `length` code units: real paragraphs, with a labelled note of crypto in every tenth place. Of texts that
 * end in an open fence or comment, as `isClosed` tells, there are none: all behind them would be code.
 */
export function longNote(texts, length, isClosed) {
  const crypto = labelledNotes()
  let note = ''
  for (let index = 0; note.length < length; index++) {
    const text = (index % 10 === 0 ? crypto[(index / 10) % crypto.length] : texts[index % texts.length]).slice(
      0,
      20_000,
    )
    if (isClosed(text)) note += `${text}\n\n`
  }
  return note.slice(0, note.lastIndexOf('\n', length) + 1)
}
