/**
 * `npm start`: a VS Code with the extension in it, in your browser, on the sample notes. Nothing is installed, and what
 * you change stays in the browser's page: the files on disk are not touched.
 *
 *   npm start -- --port 3001 --folder ~/notes
 */
import { spawn } from 'node:child_process'
import { existsSync, statSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { build } from './vscode/build.mjs'
import { sampleVault } from './vscode/folders.mjs'
import { serveVSCode } from './vscode/serve.mjs'

try {
  const { port, folder } = readOptions()
  build('extension', 'panel')
  const server = await serveVSCode({ folder, port })
  console.log(`\nVS Code with Crypto AI Layers runs at ${server.url}`)
  console.log(`It shows ${path.relative(process.cwd(), folder) || folder}. Ctrl+C stops it.`)
  openBrowser(server.url)
} catch (error) {
  console.error(error.message)
  if (error.code === 'EADDRINUSE') console.error('Stop what uses it, or choose another port: npm start -- --port 3001')
  process.exit(1)
}

function readOptions() {
  const { values } = parseArgs({
    options: { port: { type: 'string', default: '3000' }, folder: { type: 'string', default: sampleVault } },
  })
  const port = Number(values.port)
  if (!Number.isInteger(port) || port < 0 || port > 65535) throw new Error(`'${values.port}' is not a port number.`)
  const folder = path.resolve(values.folder)
  if (!existsSync(folder) || !statSync(folder).isDirectory()) throw new Error(`There is no folder '${values.folder}'.`)
  return { port, folder }
}

/** Opens the address in the person's browser. Without one (a server, CI), the printed address has to do. */
function openBrowser(url) {
  const hasScreen = process.platform !== 'linux' || process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']
  if (process.env['CI'] || !hasScreen) return
  const [command, ...parameters] = { darwin: ['open'], win32: ['cmd', '/c', 'start', ''] }[
    /** @type {string} */ (process.platform)
  ] ?? ['xdg-open']
  spawn(command, [...parameters, url], { stdio: 'ignore', detached: true })
    .on('error', () => {})
    .unref()
}
