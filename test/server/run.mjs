/**
 * `npm run test:server`: packages the extension, installs it into a VS Code server with a Node extension host, as on a
 * remote machine or in a container, and runs two suites there: the host suite inside of it, and `*.test.mjs` of this
 * folder from a browser. `--grep` as in `npm test`.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { runOn } from '../browser/run.mjs'
import { packageExtension } from '../package.mjs'
import { launchBrowser } from '../vscode/browser.mjs'
import { build } from '../vscode/build.mjs'
import { root, temporaryFolder, writeVault } from '../vscode/folders.mjs'
import { runSuites } from '../vscode/outcome.mjs'
import { hostVault, readOutcome } from '../vscode/webHost.mjs'
import { packageFolder, serverGround, startCodeServer } from './codeServer.mjs'

const here = path.join(root, 'test/server')
const { grep } = parseArgs({ options: { grep: { type: 'string' } } }).values
let browser
let server

const passed = await runSuites({
  'host suite on a server': async () => {
    build('host')
    const suite = await packageFolder(path.join(here, 'runner'), { 'host.js': path.join(root, 'dist/test/host.js') })
    server = await startCodeServer([await packageExtension(), suite])
    browser = await launchBrowser()
    return runHostSuite()
  },
  'browser suite on a server': () => {
    if (!server || !browser) throw new Error('there is no server')
    const names = readdirSync(here).filter((name) => name.endsWith('.test.mjs'))
    return runOn(serverGround(browser, server), { files: names.map((name) => path.join(here, name)), grep })
  },
})
await browser?.close()
await server?.close()
process.exit(passed ? 0 : 1)

/** Opens a window, in which the suite runs and writes its report, and follows the report. */
async function runHostSuite() {
  const vault = hostVault(grep)
  const report = path.join(temporaryFolder('report'), 'report.txt')
  writeFileSync(report, '')
  writeVault(vault, { '.vscode/settings.json': JSON.stringify({ 'hostSuite.grep': grep, 'hostSuite.report': report }) })
  server.writeSettings({ 'security.workspace.trust.enabled': false })
  const page = await browser.newPage()
  await page.goto(server.address(vault))
  try {
    let printed = 0
    for (const end = Date.now() + 900_000; Date.now() < end;) {
      const lines = readFileSync(report, 'utf8').split('\n').slice(0, -1)
      for (const line of lines.slice(printed)) {
        const outcome = readOutcome(line)
        if (outcome) return outcome
        console.log(line)
        if (line.startsWith('host suite failed')) throw new Error('it ended early.')
      }
      printed = lines.length
      // Under `extensionTestsPath`, VS Code closes unsaved notes without asking. Here it asks.
      const refuse = page.getByRole('button', { name: "Don't Save" })
      if (await refuse.isVisible()) await refuse.click()
      await new Promise((resolve) => setTimeout(resolve, 200))
    }
    throw new Error('it took longer than 15 minutes.')
  } finally {
    await page.close()
  }
}
