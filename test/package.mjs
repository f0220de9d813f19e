/** `npm run package`: makes `crypto-ai-layers-<version>.vsix`, which VS Code installs. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { createVSIX } from '@vscode/vsce'
import { build } from './vscode/build.mjs'
import { root } from './vscode/folders.mjs'

/** @returns {Promise<string>} the path of the package */
export async function packageExtension() {
  build('extension', 'panel', '--minify')
  const { name, version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'))
  const packagePath = path.join(root, `${name}-${version}.vsix`)
  // Everything is in the bundles, so `node_modules` stays out.
  await createVSIX({ cwd: root, packagePath, dependencies: false, skipLicense: true })
  return packagePath
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  try {
    await packageExtension()
  } catch (error) {
    console.error(error.message)
    process.exit(1)
  }
}
