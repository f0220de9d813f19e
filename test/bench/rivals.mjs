/**
 * What users and engineers would take instead, installed into `.cache/bench/`, once: too much for dev dependencies that
 * only a benchmark needs. `rg` is taken from the machine, where it is there.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { cacheFolder } from '../vscode/folders.mjs'

const packages = { cspell: '9.8.0', '@monyone/aho-corasick': '1.1.11' }

/** The folder in whose `node_modules` the packages are. */
export function installRivals() {
  const folder = cacheFolder('bench')
  const wanted = Object.entries(packages).map(([name, version]) => `${name}@${version}`)
  const stamp = path.join(folder, wanted.join(' ').replaceAll('/', '-'))
  if (existsSync(stamp)) return folder
  console.log(`installing ${wanted.join(' and ')} into .cache/bench (once)`)
  mkdirSync(folder, { recursive: true })
  writeFileSync(path.join(folder, 'package.json'), '{ "private": true }')
  const { status } = spawnSync('npm', ['install', '--no-audit', '--no-fund', '--ignore-scripts', ...wanted], {
    cwd: folder,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  })
  if (status !== 0) throw new Error(`npm could not install ${wanted.join(' ')}`)
  writeFileSync(stamp, '')
  return folder
}

export function hasRipgrep() {
  return spawnSync('rg', ['--version']).status === 0
}
