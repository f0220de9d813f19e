/**
 * `npm run test:desktop`: the host suite in a desktop VS Code. It downloads the current VS Code once; a VS Code that is
 * there already is used by its path: `VSCODE_EXECUTABLE=/usr/share/code/code npm run test:desktop`. `--grep` as in
 * `npm test`. Linux without a screen needs `xvfb-run -a` in front.
 */
import { existsSync, readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Writable } from 'node:stream'
import { parseArgs } from 'node:util'
import { runTests } from '@vscode/test-electron'
import { build } from './vscode/build.mjs'
import { cacheFolder, root, temporaryFolder } from './vscode/folders.mjs'
import { runSuites } from './vscode/outcome.mjs'
import { hostVault, readOutcome } from './vscode/webHost.mjs'

const versions = 'https://update.code.visualstudio.com/api/releases/stable'

const { values } = parseArgs({ options: { grep: { type: 'string' } } })
const passed = await runSuites({
  desktop: async () => {
    const vscodeExecutablePath = process.env['VSCODE_EXECUTABLE']
    if (vscodeExecutablePath && !existsSync(vscodeExecutablePath)) {
      throw new Error(`VSCODE_EXECUTABLE names ${vscodeExecutablePath}, which does not exist.`)
    }
    const cachePath = cacheFolder('desktop')
    const downloaded = readdirSync(cachePath).length > 0
    if (!vscodeExecutablePath && !downloaded) await checkDownload()
    build('extension', 'panel', 'host')
    const report = readReport()
    const code = await runTests({
      ...(vscodeExecutablePath && { vscodeExecutablePath }),
      cachePath,
      extensionDevelopmentPath: root,
      extensionTestsPath: path.join(root, 'dist/test/host.js'),
      stdout: report.stream,
      launchArgs: [
        hostVault(values.grep),
        '--disable-extensions',
        // Not in the repository: VS Code makes a socket there, and the path of a socket must be short.
        `--user-data-dir=${temporaryFolder('vscode', tmpdir())}`,
      ],
    }).catch((error) => error.message)
    const outcome = report.outcome()
    if (!outcome) throw new Error(`VS Code ended without a result (${code}).`)
    return outcome
  },
})
process.exit(passed ? 0 : 1)

/** Answers soon whether a VS Code can be downloaded: without a network, the download itself would try for minutes. */
async function checkDownload() {
  const answer = await fetch(versions, { signal: AbortSignal.timeout(5000) }).catch(() => undefined)
  if (!answer?.ok) {
    throw new Error('VS Code cannot be downloaded here: give the path of an installed one in VSCODE_EXECUTABLE.')
  }
}

/** Passes on what VS Code prints, and keeps the outcome. */
function readReport() {
  let rest = ''
  let outcome
  const stream = new Writable({
    write(chunk, _encoding, done) {
      const lines = (rest + chunk).split(/\r?\n/)
      rest = lines.pop() ?? ''
      for (const line of lines) {
        outcome = readOutcome(line) ?? outcome
        if (/^ {2}\S|^ {6}/.test(line)) console.log(line)
      }
      done()
    },
  })
  return { stream, outcome: () => outcome }
}
