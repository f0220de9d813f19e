/** Mocha in Node: the unit suite (in a process of its own) and the browser suite. */
import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import Mocha from 'mocha'

const here = fileURLToPath(import.meta.url)

/** @typedef {{ files: string[], grep?: string | undefined, timeout?: number, rootHooks?: Mocha.RootHookObject }} Options */

/**
 * @param {Options} options
 * @returns {Promise<import('./outcome.mjs').Outcome>}
 */
export async function runMocha({ files, grep, timeout = 300_000, rootHooks }) {
  const mocha = new Mocha({ ui: 'tdd', timeout, ...(grep && { grep }), ...(rootHooks && { rootHooks }) })
  for (const file of files) mocha.addFile(file)
  await mocha.loadFilesAsync()
  return new Promise((resolve) => {
    const runner = mocha.run((failed) => {
      const { passes, pending } = /** @type {Mocha.Stats} */ (runner.stats)
      resolve({ passed: passes, failed, skipped: pending })
    })
  })
}

/**
 * The same in another process, so that a test that aborts Node does not take the other suites with it.
 * @param {Options} options
 * @returns {Promise<import('./outcome.mjs').Outcome>}
 */
export function runMochaInChild(options) {
  return new Promise((resolve, reject) => {
    const child = fork(here, ['--child'], { execArgv: ['--enable-source-maps'] })
    child.once('message', resolve)
    child.once('exit', (code, signal) => reject(new Error(`Node ended early (${signal ?? `code ${code}`})`)))
    child.send(options)
  })
}

if (process.argv[1] === here && process.argv[2] === '--child') {
  process.once('message', async (/** @type {Options} */ options) => {
    // What a test left running must not keep the process.
    process.send?.(await runMocha(options), () => process.exit())
  })
}
