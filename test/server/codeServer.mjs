/** A VS Code server with a Node extension host, into which packaged extensions are installed as a user would. */
import { execFile, spawn } from 'node:child_process'
import { copyFileSync, mkdirSync, openSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { createVSIX } from '@vscode/vsce'
import { temporaryFolder, writeVault } from '../vscode/folders.mjs'
import { freePort } from '../vscode/serve.mjs'
import { installServer } from './install.mjs'

/**
 * @param {string[]} extensions paths of `.vsix` files
 */
export async function startCodeServer(extensions) {
  const { node, entry } = installServer()
  // Not in the repository: the server makes sockets there, and the path of a socket must be short.
  const home = temporaryFolder('server', tmpdir())
  const settings = path.join(home, 'data/User/settings.json')
  mkdirSync(path.dirname(settings), { recursive: true })
  const folders = ['--user-data-dir', path.join(home, 'data'), '--extensions-dir', path.join(home, 'extensions')]
  // The server writes a configuration file into the home folder.
  const options = { env: { ...process.env, HOME: home, XDG_CONFIG_HOME: home, XDG_DATA_HOME: home } }
  for (const file of extensions) {
    await promisify(execFile)(node, [entry, ...folders, '--install-extension', file], options)
  }

  const port = await freePort()
  const log = openSync(path.join(home, 'server.log'), 'w')
  const quiet = ['--auth', 'none', '--disable-telemetry', '--disable-update-check']
  const child = spawn(node, [entry, '--bind-addr', `127.0.0.1:${port}`, ...folders, ...quiet], {
    ...options,
    stdio: ['ignore', log, log],
    detached: true, // a process group of its own, so that what it starts can be stopped with it
  })
  const gone = new Promise((resolve) => child.once('exit', resolve))
  const stop = () => {
    try {
      process.kill(-(/** @type {number} */ (child.pid)))
    } catch {
      // it ended already
    }
  }
  process.once('exit', stop)
  const url = `http://localhost:${port}`
  for (let attempt = 0; !(await isUp(url)); attempt++) {
    if (attempt > 300 || child.exitCode !== null) throw new Error('code-server did not start.')
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  return {
    /** The address that opens a folder, or a `.code-workspace` file. */
    address: (place) =>
      `${url}/?${place.endsWith('.code-workspace') ? 'workspace' : 'folder'}=${encodeURIComponent(place)}`,
    /** Replaces the user's settings. */
    writeSettings: (values) => writeFileSync(settings, JSON.stringify(values)),
    /** What the extension host logged as errors so far. */
    hostErrors() {
      const logs = path.join(home, 'data/logs')
      const names = readdirSync(logs, { recursive: true, encoding: 'utf8' })
      const lines = names
        .filter((name) => path.basename(name) === 'remoteexthost.log')
        .flatMap((name) => readFileSync(path.join(logs, name), 'utf8').split('\n'))
      return lines.filter((line) => line.includes('[error]'))
    },
    /** Kills the processes in which extensions run, as a crash or a system out of memory would; tells how many. */
    async killExtensionHosts() {
      const { stdout } = await promisify(execFile)('ps', ['-A', '-o', 'pid=,ppid=,args='])
      const processes = stdout.split('\n').flatMap((line) => {
        const [, pid, parent, command = ''] = /^ *(\d+) +(\d+) (.*)$/.exec(line) ?? []
        return pid ? [{ pid: Number(pid), parent: Number(parent), command }] : []
      })
      const ours = new Set([child.pid])
      // A child has a higher number than its parent, but where the numbers begin anew.
      for (let before = 0; before < ours.size;) {
        before = ours.size
        for (const { pid, parent } of processes) if (ours.has(parent)) ours.add(pid)
      }
      const hosts = processes.filter(({ pid, command }) => ours.has(pid) && command.includes('--type=extensionHost'))
      for (const { pid } of hosts) process.kill(pid, 'SIGKILL')
      return hosts.length
    },
    close: async () => {
      stop()
      await gone
    },
  }
}

/**
 * Packages an extension that is no product: one that runs a suite or measures.
 * @param {string} source a folder
 * @param {Record<string, string>} [files] what is added to it: paths by name
 * @returns {Promise<string>} the path of the package
 */
export async function packageFolder(source, files = {}) {
  const cwd = temporaryFolder('extension')
  writeVault(cwd, source)
  for (const [name, file] of Object.entries(files)) copyFileSync(file, path.join(cwd, name))
  const packagePath = path.join(cwd, 'extension.vsix')
  await createVSIX({ cwd, packagePath, dependencies: false, allowMissingRepository: true, skipLicense: true })
  return packagePath
}

async function isUp(url) {
  const answer = await fetch(`${url}/healthz`).catch(() => undefined)
  return answer?.ok ?? false
}

/**
 * The server as a place for browser tests.
 * @param {import('playwright-core').BrowserContext} browser
 * @param {Awaited<ReturnType<typeof startCodeServer>>} server
 * @returns {import('../browser/workbench.mjs').Ground}
 */
export function serverGround(browser, server) {
  let earlier = 0
  let folder = ''
  return {
    browser,
    folder: () => folder,
    killExtensionHosts: server.killExtensionHosts,
    async openVault(page, notes, settings, workspace = '') {
      earlier = server.hostErrors().length
      folder = temporaryFolder('vault')
      writeVault(folder, notes)
      server.writeSettings(settings)
      await page.goto(server.address(path.join(folder, workspace)))
    },
    async openFile(page, file) {
      await page.keyboard.press('ControlOrMeta+P')
      const quickOpen = page.locator('.quick-input-widget')
      await quickOpen.locator('input').first().fill(file)
      await quickOpen
        .locator('.monaco-list-row')
        .filter({ hasText: path.basename(file) })
        .first()
        .click()
    },
    hostErrors: () => server.hostErrors().slice(earlier),
    close: server.close,
  }
}
