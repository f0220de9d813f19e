/** Runs targets of `esbuild.config.mjs`. */
import { spawnSync } from 'node:child_process'
import { root } from './folders.mjs'

/** @param {string[]} targets */
export function build(...targets) {
  const { status } = spawnSync(process.execPath, ['esbuild.config.mjs', ...targets], { cwd: root, stdio: 'inherit' })
  if (status !== 0) throw new Error(`building ${targets.join(', ')} failed`)
}
