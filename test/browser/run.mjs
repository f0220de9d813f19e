/** Runs browser tests against a VS Code that is already there, or against one that is served here. */
import path from 'node:path'
import { temporaryFolder, writeVault } from '../vscode/folders.mjs'
import { runMocha } from '../vscode/nodeMocha.mjs'
import { serveVSCode } from '../vscode/serve.mjs'
import { closeWorkbench, saveFailure, useGround } from './workbench.mjs'

/**
 * @param {import('playwright-core').BrowserContext} browser
 * @param {{ files: string[], grep?: string | undefined }} options
 */
export async function runBrowserSuite(browser, options) {
  const ground = await webGround(browser)
  try {
    return await runOn(ground, options)
  } finally {
    await ground.close()
  }
}

/**
 * @param {import('./workbench.mjs').Ground} ground
 * @param {{ files: string[], grep?: string | undefined }} options
 */
export async function runOn(ground, { files, grep }) {
  useGround(ground)
  try {
    return await runMocha({
      files,
      grep,
      timeout: 180_000,
      rootHooks: {
        async afterEach() {
          const { currentTest } = /** @type {Mocha.Context} */ (/** @type {unknown} */ (this))
          if (currentTest?.state === 'failed') await saveFailure(currentTest.fullTitle())
        },
      },
    })
  } finally {
    await closeWorkbench()
  }
}

/** VS Code for the web: one server, whose workspaces are folders in one folder. */
export async function webGround(browser) {
  const vaults = temporaryFolder('vaults')
  const server = await serveVSCode({ folder: vaults })
  let count = 0
  return {
    browser,
    folder: () => path.join(vaults, `${count}/notes`),
    async openVault(page, notes, settings, workspace) {
      const name = `${++count}/notes`
      if (notes !== undefined) writeVault(path.join(vaults, name), notes)
      // Settings that an earlier page wrote are not for this one.
      const devTools = await browser.newCDPSession(page)
      await devTools.send('Storage.clearDataForOrigin', { origin: server.url, storageTypes: 'indexeddb,local_storage' })
      await page.addInitScript(addDefaults, settings)
      const opened = workspace ? ['workspace', `${name}/${workspace}`] : ['folder', name]
      const query = notes === undefined ? 'ew=true' : `${opened[0]}=${encodeURIComponent(server.folderUri(opened[1]))}`
      await page.goto(`${server.url}/?${query}`, { timeout: 120_000 })
    },
    // Not through Ctrl+P: the file system of `@vscode/test-web` finds no files there.
    async openFile(page, file) {
      await page.evaluate(openInPage, server.folderUri(`${count}/notes/${file}`))
    },
    close: server.close,
  }
}

/** Runs in the page: the workbench's module is loaded already, and lends its commands. */
async function openInPage(uri) {
  const workbench = '/static/build/out/vs/workbench/workbench.web.main.internal.js'
  const { commands, URI } = await import(workbench)
  await commands.executeCommand('vscode.open', URI.parse(uri))
}

/** Runs in the page: adds settings to the configuration that the server wrote into an attribute of the page. */
function addDefaults(configurationDefaults) {
  if (window !== window.top) return
  const read = Element.prototype.getAttribute
  Element.prototype.getAttribute = function (name) {
    const value = read.call(this, name)
    if (name !== 'data-settings' || this.id !== 'vscode-workbench-web-configuration' || !value) return value
    return JSON.stringify({ ...JSON.parse(value), configurationDefaults })
  }
}
