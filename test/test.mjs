/**
 * `npm test`: builds, then runs the unit suite, the host suite (inside a VS Code for the web) and the browser suite (on
 * that VS Code from outside), and ends with the line "N passed, N failed".
 *
 *   npm test -- --only browser --grep 'opens a note'
 */
import { readdirSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { runBrowserSuite } from './browser/run.mjs'
import { launchBrowser } from './vscode/browser.mjs'
import { build } from './vscode/build.mjs'
import { root } from './vscode/folders.mjs'
import { runMochaInChild } from './vscode/nodeMocha.mjs'
import { runSuites } from './vscode/outcome.mjs'
import { runHostSuiteInBrowser } from './vscode/webHost.mjs'

const { grep, only } = readOptions()
let browser

const suites = {
  unit: async () => {
    build('unit', 'mentions', 'readOverlay')
    return runMochaInChild({ files: [path.join(root, 'dist/test/unit.js')], grep })
  },
  host: async () => {
    build('extension', 'panel', 'host')
    browser ??= await launchBrowser()
    return runHostSuiteInBrowser(browser, { grep })
  },
  browser: async () => {
    if (only) build('extension', 'panel')
    browser ??= await launchBrowser()
    return runBrowserSuite(browser, { files: browserTests(), grep })
  },
}

const passed = await runSuites(only ? { [only]: suites[only] } : suites)
await browser?.close()
process.exit(passed ? 0 : 1)

function browserTests() {
  const folder = path.join(root, 'test/browser')
  return readdirSync(folder)
    .filter((name) => name.endsWith('.test.mjs'))
    .map((name) => path.join(folder, name))
}

function readOptions() {
  try {
    const { values } = parseArgs({ options: { only: { type: 'string' }, grep: { type: 'string' } } })
    if (values.only && !['unit', 'host', 'browser'].includes(values.only)) {
      throw new Error(`There is no suite '${values.only}': choose unit, host or browser.`)
    }
    return values
  } catch (error) {
    console.error(error.message)
    process.exit(2)
  }
}
