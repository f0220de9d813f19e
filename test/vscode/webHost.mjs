/** Runs the host suite inside the extension host of VS Code for the web. */
import path from 'node:path'
import { root, sampleVault, temporaryFolder, writeVault } from './folders.mjs'
import { serveVSCode } from './serve.mjs'

/**
 * @param {import('playwright-core').BrowserContext} browser
 * @param {{ grep?: string | undefined, timeout?: number }} options
 * @returns {Promise<import('./outcome.mjs').Outcome>}
 */
export async function runHostSuiteInBrowser(browser, { grep, timeout = 900_000 }) {
  const server = await serveVSCode({
    folder: hostVault(grep),
    extensionTestsPath: path.join(root, 'dist/test/host.js'),
  })
  const page = await browser.newPage()
  let timer
  try {
    return await new Promise((resolve, reject) => {
      timer = setTimeout(() => reject(new Error(`it took longer than ${timeout / 1000} s`)), timeout)
      start(page, server.url, resolve, reject).catch(reject)
    })
  } finally {
    clearTimeout(timer)
    await page.close()
    await server.close()
  }
}

/** The workspace of a host suite: a copy of the sample vault, and which tests are wanted. */
export function hostVault(grep) {
  const folder = temporaryFolder('host-vault')
  writeVault(folder, sampleVault)
  if (grep) writeVault(folder, { '.vscode/settings.json': JSON.stringify({ 'hostSuite.grep': grep }) })
  return folder
}

/** Reads what the host suite prints: its last line is the outcome, as `test/host/run.ts` writes it. */
export function readOutcome(line) {
  const match = /^host suite: (\{.*\})$/.exec(line)
  return match?.[1] && /** @type {import('./outcome.mjs').Outcome} */ (JSON.parse(match[1]))
}

/** What VS Code itself says between the lines of the suite. */
const chatter =
  /builtin (location )?extensions|responsive\.$|Loading development extension|AgentHost|AccountPolicyGate|fs provider|package\.nls|workspace folder/

/** VS Code reports through two functions that it expects the page to have. */
async function start(page, url, resolve, reject) {
  let outcome
  await page.exposeFunction('codeAutomationLog', (type, args) => {
    const line = args.join(' ')
    outcome = readOutcome(line) ?? outcome
    if (readOutcome(line) || chatter.test(line)) return
    // Of what is not the suite's, the first line says enough.
    console[type]?.(line.startsWith('  ') ? line : line.split('\n')[0])
  })
  await page.exposeFunction('codeAutomationExit', (code) => {
    if (outcome) resolve(outcome)
    else reject(new Error(`it ended with code ${code} and no result`))
  })
  await page.goto(url, { timeout: 120_000 })
}
