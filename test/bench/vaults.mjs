/** Vaults to measure on: made of the paragraphs of the labelled notes, the same on every machine. */
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { root } from '../vscode/folders.mjs'
import { readLabelled } from './labels.mjs'

/** Of so many notes one is about crypto projects; the others mention one now and then. */
const cryptoEvery = 4

/** So many notes lie in one folder, and so many folders in each of those above. */
const [notesInFolder, foldersInFolder] = [50, 12]

/**
 * Writes notes of about `bytes` in all into a folder; the first thousand are the same, however many there are.
 * @returns {string[]} the paths of the notes
 */
export function makeVault(folder, { notes, bytes, seed = 1 }) {
  const { crypto, ordinary } = paragraphs()
  return Array.from({ length: notes }, (_, number) => {
    const random = randomFrom(seed * 1_000_003 + number)
    const file = path.join(folder, ...foldersOf(number), `Note ${number}.md`)
    if (number % notesInFolder === 0) mkdirSync(path.dirname(file), { recursive: true })
    // Most notes are short, a few are long.
    const length = ((bytes / notes) * -Math.log(1 - 0.98 * random())) / 0.92
    writeFileSync(file, makeNote(number, length, number % cryptoEvery === 0 ? crypto : ordinary, random))
    return file
  })
}

function makeNote(number, length, from, random) {
  let text = `# Note ${number}\n`
  while (text.length < length) text += `\n${from[Math.floor(random() * from.length)]}\n`
  return text
}

function foldersOf(number) {
  const folder = Math.floor(number / notesInFolder)
  return [`Area ${Math.floor(folder / foldersInFolder)}`, `Topic ${folder}`]
}

/** Blocks of notes that are labelled with mentions, and of those that have none. */
function paragraphs() {
  const crypto = []
  const ordinary = []
  for (const { text, right } of readLabelled(path.join(root, 'test/corpus'))) {
    const blocks = text.split(/\n{2,}/).filter((block) => block.length > 80 && !block.startsWith('---'))
    ;(right.length > 0 ? crypto : ordinary).push(...blocks)
  }
  return { crypto: [...crypto, ...ordinary], ordinary }
}

/** Numbers from 0 to 1 that look random and are the same each time. */
function randomFrom(seed) {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
