/** Where things are: the repository, its ignored cache, and a folder for one run that is gone when the run ends. */
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..')
export const sampleVault = path.join(root, 'test/vault')

/** A folder in `.cache/`, which survives runs. */
export function cacheFolder(...names) {
  const folder = path.join(root, '.cache', ...names)
  mkdirSync(folder, { recursive: true })
  return folder
}

/** A fresh folder that is removed when this process ends. Several runs at once never share one. */
export function temporaryFolder(name, parent = cacheFolder('run')) {
  const folder = mkdtempSync(path.join(parent, `${name}-`))
  process.once('exit', () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }))
  return folder
}

/**
 * Puts notes into a folder.
 * @param {string} folder
 * @param {string | Record<string, string>} notes a folder to copy, or text by file name
 */
export function writeVault(folder, notes) {
  mkdirSync(folder, { recursive: true })
  if (typeof notes === 'string') return cpSync(notes, folder, { recursive: true })
  for (const [name, text] of Object.entries(notes)) {
    const file = path.join(folder, name)
    mkdirSync(path.dirname(file), { recursive: true })
    writeFileSync(file, text)
  }
}

// A stopped run (Ctrl+C, a CI time limit) must pass through `exit` as well, or nothing is cleaned up.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => process.exit(130))
