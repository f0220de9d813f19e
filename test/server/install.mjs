/**
 * Installs what the server suite needs into `.cache/server/`, once: code-server, and the Node that it asks for. They
 * are no dev dependencies, because their install scripts would compile things that nobody needs here.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { cacheFolder } from '../vscode/folders.mjs'

const packages = { node: '24.21.0', 'code-server': '4.139.1' }

/** @returns {{ node: string, entry: string }} the executable, and the script that starts the server */
export function installServer() {
  if (process.platform === 'win32') throw new Error('code-server does not run on Windows.')
  const folder = path.join(cacheFolder(), 'server')
  const stamp = path.join(folder, 'packages.json')
  if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== JSON.stringify(packages)) {
    console.log('  installing code-server and Node 24 into .cache/server (a minute, once)')
    const fresh = mkdtempSync(path.join(cacheFolder(), 'installing-'))
    try {
      install(fresh)
      writeFileSync(path.join(fresh, 'packages.json'), JSON.stringify(packages))
      rmSync(folder, { recursive: true, force: true })
      renameSync(fresh, folder)
    } finally {
      rmSync(fresh, { recursive: true, force: true })
    }
  }
  return {
    node: path.join(nodeFolder(folder), 'bin/node'),
    entry: path.join(folder, 'code-server/node_modules/code-server/out/node/entry.js'),
  }
}

function install(folder) {
  // Two folders: the second install would remove what the script of the first one fetched.
  const [forNode, forServer] = ['node', 'code-server'].map((name) => path.join(folder, name))
  for (const place of [forNode, forServer]) {
    mkdirSync(place)
    writeFileSync(path.join(place, 'package.json'), '{ "private": true }')
  }
  npm(forNode, {}, 'install', `node@${packages.node}`)
  npm(forServer, {}, 'install', '--ignore-scripts', `code-server@${packages['code-server']}`)
  const node = nodeFolder(folder)
  // The rest must be built for that Node; its headers came with it.
  const env = { PATH: `${path.join(node, 'bin')}:${process.env['PATH']}`, npm_config_nodedir: node }
  const server = path.join(forServer, 'node_modules/code-server/lib/vscode')
  npm(server, env, 'install', '--omit=dev', '--ignore-scripts')
  npm(server, env, 'rebuild', '@vscode/spdlog', '@vscode/native-watchdog')
}

/** Where npm put the Node of this machine's kind. */
function nodeFolder(folder) {
  const name = `node-${process.platform}-${process.arch}`
  const places = ['node/node_modules/node/node_modules', 'node/node_modules']
  const found = places.map((place) => path.join(folder, place, name)).find((place) => existsSync(place))
  if (!found) throw new Error(`npm has no Node 24 for ${process.platform} on ${process.arch}.`)
  return found
}

function npm(cwd, env, ...parameters) {
  const { status, stderr } = spawnSync('npm', [...parameters, '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd,
    env: { ...process.env, ...env },
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(`'npm ${parameters.join(' ')}' failed:\n${stderr}`)
}
