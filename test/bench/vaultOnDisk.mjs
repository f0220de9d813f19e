/** The vault index of the extension over files on a disk, without a VS Code. */
import { readFile, stat } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { root } from '../vscode/folders.mjs'

const { lexicon, names, refreshNotes, ...core } = createRequire(import.meta.url)(
  path.join(root, 'dist/bench/vault.cjs'),
)
export const { VaultIndex, VaultStore } = core

/** Milliseconds of a turn, as in the extension. */
const sliceTime = 8

let turnEnds = 0
export const turns = {
  isOver: () => performance.now() > turnEnds,
  async next() {
    await setImmediate()
    turnEnds = performance.now() + sliceTime
  },
}

const files = {
  async stamp(file) {
    const { mtimeMs, size } = await stat(file)
    return { modified: mtimeMs, size }
  },
  async text(file) {
    return { text: await readFile(file, 'utf8') }
  },
}

/** Brings an index up to date with files. */
export async function refresh(index, paths) {
  await refreshNotes(index, paths, {
    files,
    lexicon,
    names,
    ordinaryWords: new Set(),
    turns,
    isCancelled: () => false,
    onNote: () => undefined,
  })
}
