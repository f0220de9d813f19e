/**
 * A VS Code as a person sees it, for tests in the browser and for pictures. It reads like what the person does:
 *
 *   import { open } from './workbench.mjs'
 *
 *   suite('hover', () => {
 *     test('a card for a project', async () => {
 *       const vscode = await open({ 'note.md': 'Long TAO.' }, { note: 'note.md', theme: 'hcDark' })
 *       const card = await vscode.hover('TAO')
 *       assert.match(await card.innerText(), /Bittensor/)
 *       assert.deepEqual(vscode.log(), [])
 *     })
 *   })
 *
 * - `open` takes notes by file name, or the path of a folder to copy. It opens a fresh page and closes the one before:
 *   open once in `suiteSetup` where tests can share it (4 s each), and never close.
 * - Each page starts with VS Code's default settings plus those given to `open`; `set` changes them later.
 * - What a method does has happened when it resolves; what VS Code or the extension does on its own (badges, messages)
 *   takes its time: `await eventually(async () => assert.deepEqual(await vscode.badges(), [...]))`.
 * - `vscode.page` is Playwright's page, for everything else.
 * - A failed test leaves a picture in `.cache/failures/`.
 */
import { createRequire } from 'node:module'
import { mkdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { cacheFolder } from '../vscode/folders.mjs'

/**
 * @typedef {import('playwright-core').Page} Page
 * @typedef {'dark' | 'light' | 'hcDark' | 'hcLight'} Theme
 * @typedef {{ x: number, y: number, width: number, height: number }} Box
 *
 * Where VS Code runs: for the web alone, or with a server behind it.
 * @typedef {object} Ground
 * @property {import('playwright-core').BrowserContext} browser
 * @property {(page: Page, notes: string | Record<string, string> | undefined, settings: Record<string, unknown>, workspace?: string) => Promise<void>} openVault
 * @property {(page: Page, file: string) => Promise<void>} openFile
 * @property {() => string} folder where the vault is on disk; what VS Code for the web saves stays in its memory
 * @property {() => Promise<number>} [killExtensionHosts]
 * @property {() => string[]} [hostErrors] errors of an extension host that the page does not see
 * @property {() => Promise<void>} close
 */

/** @type {Record<Theme, { name: string, label: string, className: string }>} */
const themes = {
  dark: { name: 'Dark Modern', label: 'Dark Modern', className: 'vs-dark' },
  light: { name: 'Light Modern', label: 'Light Modern', className: 'vs' },
  hcDark: { name: 'Default High Contrast', label: 'Dark High Contrast', className: 'hc-black' },
  hcLight: { name: 'Default High Contrast Light', label: 'Light High Contrast', className: 'hc-light' },
}

/** Nothing moves, and nothing of VS Code's own asks for attention. */
const calm = {
  '[jsonc]': { 'editor.autoClosingBrackets': 'never', 'editor.autoSurround': 'never' }, // for `set`
  'chat.disableAIFeatures': true,
  'editor.cursorBlinking': 'solid',
  'editor.minimap.enabled': false,
  'extensions.ignoreRecommendations': true,
  'files.autoSave': 'off', // as on the desktop
  'security.workspace.trust.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'workbench.editor.useModal': 'off',
  'workbench.reduceMotion': 'on',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
}

/** What VS Code itself complains about here, none of it ours. */
const chatter = [
  /^Failed to load resource/,
  /ERR_NAME_NOT_RESOLVED/,
  /getaddrinfo ENOTFOUND/,
  /ProxyResolver#resolveProxy/,
  // VS Code asks for an account that a server without its built-in extensions does not offer.
  /Timed out waiting for authentication provider/,
  // Its own extensions, when a workspace is trusted.
  /Extension `vscode\.[\w-]+` is already registered/,
  // A window that is reloaded while it starts, as `isUp` does now and then, breaks off what it is at.
  /Unable to refresh tree view [\w.]+: Canceled$/,
  /\[vscode\.markdown-language-features\] provider FAILED/,
  /Error: Starting server failed$/,
]

/** @type {Ground | undefined} */
let place
/** @type {Workbench | undefined} */
let current

/** @param {Ground} ground */
export function useGround(ground) {
  place = ground
}

/** Where the suite runs. */
export function ground() {
  if (!place) throw new Error('There is no VS Code to open: run the suite with "npm test -- --only browser".')
  return place
}

/**
 * Opens a vault in a fresh VS Code, or none: a window without a folder.
 * @param {string | Record<string, string> | undefined} notes
 * @param {object} [options]
 * @param {string} [options.note] a note to open
 * @param {string} [options.workspace] a `.code-workspace` file of the vault, to open it instead of the folder
 * @param {Theme} [options.theme]
 * @param {{ width: number, height: number }} [options.size]
 * @param {Record<string, unknown>} [options.settings]
 */
export async function open(
  notes,
  { note, workspace, theme = 'dark', size = { width: 1280, height: 800 }, settings = {} } = {},
) {
  await closeWorkbench()
  const page = await ground().browser.newPage()
  current = new Workbench(page, ground())
  await page.setViewportSize(size)
  try {
    const all = { ...calm, 'workbench.colorTheme': themes[theme].name, ...settings }
    await ground().openVault(page, notes, all, workspace)
    if (notes === undefined) await page.locator('.part.editor').waitFor({ timeout: 60_000 })
    else await current.isUp()
    await current.hasTheme(theme)
    if (note) await current.openNote(note)
  } catch (error) {
    await saveFailure('open')
    throw error
  }
  return current
}

export async function closeWorkbench() {
  await current?.page.close()
  current = undefined
}

/** Keeps a picture of the open page, named after the test. */
export async function saveFailure(title) {
  const file = path.join(
    cacheFolder('failures'),
    `${title
      .replace(/[^\w-]+/g, ' ')
      .trim()
      .slice(0, 100)}.png`,
  )
  await current?.page.screenshot({ path: file }).then(
    () => console.error(`      picture: ${path.relative(process.cwd(), file)}`),
    () => {}, // a page that crashed
  )
}

/**
 * Repeats a check until it no longer throws; fails with its last error.
 * @template T
 * @param {() => T | Promise<T>} check
 * @returns {Promise<T>}
 */
export async function eventually(check, timeout = 30_000) {
  const end = Date.now() + timeout
  for (;;) {
    try {
      return await check()
    } catch (error) {
      if (Date.now() > end) throw error
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  }
}

export class Workbench {
  /** @type {string[]} */
  #errors = []

  /** @type {Ground} */
  #ground

  /** @param {Page} page @param {Ground} ground */
  constructor(page, ground) {
    this.page = page
    this.#ground = ground
    // A busy machine takes its time; only what never comes waits to the end.
    page.setDefaultTimeout(30_000)
    // The first page of a busy machine takes as long as its workbench.
    page.setDefaultNavigationTimeout(40_000)
    page.on('pageerror', (error) => this.#errors.push(String(error)))
    page.on('console', (message) => {
      if (message.type() === 'error') this.#errors.push(readable(message.text()))
    })
    // The text editor of the group that has the focus, or the first one when a webview has it.
    const inFocus = '.editor-group-container.active .monaco-editor[role="code"]'
    this.editor = page.locator(`${inFocus}, .part.editor:not(:has(${inFocus})) .monaco-editor[role="code"]`).first()
    this.activeTab = page.locator('.editor-group-container.active .tab.active')
    this.quickInput = page.locator('.quick-input-widget')
    this.hoverCard = page.locator('.monaco-editor-hover, .monaco-hover').filter({ visible: true }).first()
    this.dialog = page.locator('.monaco-dialog-box')
    this.statusBar = page.locator('.part.statusbar')
  }

  /** Errors so far, of the page and of the extension host; VS Code's own usual ones left out. */
  log() {
    return [...this.#errors, ...(this.#ground.hostErrors?.() ?? [])].filter(
      (line) => !chatter.some((known) => known.test(line)),
    )
  }

  /** The explorer shows the vault's files only when the extension host runs. */
  async isUp() {
    const files = this.page.locator('.explorer-folders-view .monaco-list-row').first()
    const noFolders = this.page.getByText('You have not yet added a folder to the workspace.')
    await files.or(noFolders).first().waitFor({ timeout: 60_000 })
    // On a server VS Code now and then takes a `.code-workspace` file that it has just opened for an empty one.
    if (await noFolders.isVisible()) await this.page.reload()
    await files.waitFor({ timeout: 60_000 })
  }

  /**
   * Reloads the window, once the browser's storage holds a text: VS Code for the web writes its state now and then, and
   * cannot while it closes.
   */
  async reload(text) {
    await this.isStored(text)
    await this.page.reload()
    await this.isUp()
  }

  /**
   * Waits until the browser's storage, in which VS Code keeps what extensions and panels remember, holds a text. What is
   * stored there is JSON within JSON: backslashes do not count.
   */
  async isStored(text) {
    await eventually(async () => {
      if (!(await this.page.evaluate(isStored, text))) throw new Error(`'${text}' was never stored.`)
    })
  }

  // --- notes

  /** Opens a note by its path in the vault. */
  async openNote(name) {
    await this.#ground.openFile(this.page, name)
    await this.activeTab.filter({ hasText: path.basename(name) }).waitFor()
    await this.editor.locator('.view-line').first().waitFor()
  }

  /** Opens a note that is nowhere yet. */
  async newNote(text) {
    await this.runCommand('File: New Untitled Text File')
    await this.editor.locator('.view-line').first().click()
    await this.page.keyboard.insertText(text)
    await this.runCommand('Change Language Mode')
    await this.pick('Markdown')
    await this.statusBar.getByText('Markdown').waitFor()
  }

  /** The note's lines as they are shown, badges left out. */
  async text() {
    const lines = await this.editor.locator('.view-line').evaluateAll((elements) =>
      elements
        .map((element) => ({ top: element.getBoundingClientRect().top, text: element.textContent ?? '' }))
        .sort((a, b) => a.top - b.top)
        .map(({ text }) => text),
    )
    return lines.map((line) => line.replaceAll('\u00a0', ' ')).join('\n')
  }

  /** Where a word is on the page: its `nth` occurrence among the lines in view, from 0. */
  async place(word, nth = 0) {
    return eventually(async () => {
      const box = await this.editor.evaluate(findText, { word, nth })
      if (!box) throw new Error(`The editor does not show '${word}'${nth > 0 ? ` ${nth + 1} times` : ''}.`)
      return box
    })
  }

  /** Puts the cursor into a word. */
  async click(word, nth = 0) {
    const { x, y, width, height } = await this.place(word, nth)
    await this.page.mouse.click(x + width / 2, y + height / 2)
  }

  /** Rests the mouse on a word until a hover shows; gives the hover's locator. */
  async hover(word, nth = 0) {
    // An extension that is just starting has no answer yet, and VS Code does not ask twice: come back.
    return eventually(async () => {
      const { x, y, width, height } = await this.place(word, nth)
      // Away first: a mouse that is there already does not move.
      await this.page.mouse.move(x, y + 200)
      await this.page.mouse.move(x + width / 2, y + height / 2, { steps: 3 })
      await this.hoverCard.waitFor({ timeout: 2000 })
      return this.hoverCard
    })
  }

  /** Types at the cursor. */
  async type(text) {
    await this.page.keyboard.type(text)
    // The editor shows it with the next frame.
    await this.page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))
  }

  /**
   * What the extension writes behind words, from top to bottom.
   * @returns {Promise<{ text: string, color: string, after: string }[]>} `after` is the line's text up to the badge
   */
  async badges() {
    return this.editor.evaluate(readBadges)
  }

  // --- commands

  /** Runs a command by the title that the command palette shows: 'Crypto AI Layers: Show Layer Map'. */
  async runCommand(title) {
    await eventually(async () => {
      await this.#fillPalette(title)
      await this.#row(title)
        .click({ timeout: 5000 })
        .catch(async (error) => {
          // While it is open, it does not hear of the commands of an extension that comes.
          await this.page.keyboard.press('Escape')
          throw error
        })
    })
  }

  /** What the command palette offers for some text. */
  async commands(text) {
    await this.#fillPalette(text)
    const choices = await this.choices()
    await this.page.keyboard.press('Escape')
    return choices
  }

  /** The rows of the open quick pick. */
  async choices() {
    await this.quickInput.locator('.monaco-list-row').first().waitFor()
    const labels = await this.quickInput.locator('.monaco-list-row .quick-input-list-label').allInnerTexts()
    return labels.map(plain)
  }

  /** Chooses a row of the open quick pick by its label. */
  async pick(label) {
    await this.quickInput.waitFor()
    await this.#fill(label)
    await this.#row(label).click()
  }

  /** Types into the open input box and accepts. */
  async answer(text) {
    await this.#fill(text)
    await this.page.keyboard.press('Enter')
  }

  /** The messages that VS Code shows at the bottom right. */
  async messages() {
    const texts = await this.page.locator('.notifications-toasts .notification-list-item-message').allInnerTexts()
    return texts.map(plain)
  }

  /** Changes the user's settings, as a person would in `settings.json`. */
  async set(settings) {
    await this.runCommand('Preferences: Open User Settings (JSON)')
    await this.activeTab.filter({ hasText: 'settings.json' }).waitFor()
    await this.editor.locator('.view-line').first().click()
    const written = JSON.parse((await this.text()).trim() || '{}')
    await this.page.keyboard.press('ControlOrMeta+A')
    await this.page.keyboard.insertText(JSON.stringify({ ...written, ...settings }))
    await this.activeTab.and(this.page.locator('.dirty')).waitFor()
    await this.page.keyboard.press('ControlOrMeta+S')
    await this.activeTab.and(this.page.locator('.dirty')).waitFor({ state: 'detached' })
    await this.runCommand('View: Close Editor')
  }

  /** Leaves the window for another one, and comes back. */
  async leaveAndComeBack() {
    // The browser of the tests says of every page that it has the focus.
    await this.page.evaluate(() => {
      document.hasFocus = () => false
      window.dispatchEvent(new Event('blur'))
    })
    await this.page.evaluate(() => {
      document.hasFocus = () => true
      window.dispatchEvent(new Event('focus'))
    })
  }

  /** @param {Theme} theme */
  async setTheme(theme) {
    await this.runCommand('Preferences: Color Theme')
    await this.pick(themes[theme].label)
    await this.hasTheme(theme)
  }

  /** @param {Theme} theme */
  async hasTheme(theme) {
    await this.page.locator(`.monaco-workbench.${themes[theme].className}`).waitFor()
  }

  // --- the panel

  /** The page of the webview that shows, as a frame locator: `vscode.panel().getByRole('heading')`. */
  panel() {
    return this.page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame')
  }

  /** The same as a frame, in which code can be evaluated. */
  async panelFrame() {
    const element = await this.page
      .frameLocator('iframe.webview.ready')
      .locator('iframe#active-frame')
      .elementHandle({ timeout: 10_000 })
    const frame = await element?.contentFrame()
    if (!frame) throw new Error('No webview is open.')
    return frame
  }

  /**
   * The accessibility rules that the panel breaks, as axe sees it: empty when all is well.
   * @returns {Promise<string[]>}
   */
  async axe() {
    const frame = await this.panelFrame()
    // Evaluated from outside: the page's content security policy would not let a script element in.
    await frame.evaluate(readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'))
    const { violations } = await frame.evaluate(() => {
      // A webview is transparent: axe would measure contrasts against white instead of the workbench behind it.
      document.documentElement.style.backgroundColor = 'var(--vscode-editor-background)'
      return globalThis.axe.run(document)
    })
    return violations.flatMap(({ id, help, nodes }) => nodes.map(({ html }) => `${id}: ${help}: ${html.slice(0, 200)}`))
  }

  /** @param {string} file @param {Box} [clip] */
  async screenshot(file, clip) {
    mkdirSync(path.dirname(file), { recursive: true })
    await this.page.screenshot({ path: file, ...(clip && { clip }) })
  }

  // --- the quick input that both Ctrl+P and F1 open

  async #fill(text, options) {
    await this.quickInput.locator('.quick-input-box input').fill(text, options)
  }

  /** A key that comes while another quick input closes is lost: it is pressed again. */
  async #fillPalette(text) {
    await eventually(async () => {
      await this.page.keyboard.press('F1')
      await this.#fill(`>${text}`, { timeout: 5000 })
    })
  }

  #row(label) {
    return this.quickInput
      .locator('.monaco-list-row')
      .filter({ has: this.page.locator('.label-name, .quick-input-list-label').filter({ hasText: exactly(label) }) })
      .first()
  }
}

/** Runs in the page: whether some value in the browser's databases holds a text. */
async function isStored(text) {
  const result = (request) =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result)
      request.onerror = () => reject(request.error)
    })
  for (const { name } of await indexedDB.databases()) {
    const database = await result(indexedDB.open(name))
    try {
      for (const store of database.objectStoreNames) {
        const values = await result(database.transaction(store).objectStore(store).getAll())
        if (values.some((value) => typeof value === 'string' && value.replaceAll('\\', '').includes(text))) return true
      }
    } finally {
      database.close()
    }
  }
  return false
}

/** A console message without its colours, and with the start of its stack only. */
function readable(text) {
  return text
    .replace(/%c|color:( #?\w+)?/g, '')
    .trim()
    .split('\n')
    .slice(0, 5)
    .join('\n')
}

function plain(text) {
  return text.replaceAll('\u00a0', ' ').trim()
}

/** Matches a whole label, whichever kind of space it holds. */
function exactly(text) {
  const escaped = text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll(' ', '\\s')
  return new RegExp(`^\\s*${escaped}\\s*$`)
}

/** Runs in the page: the box around a word in the lines of an editor. A word may be spread over several elements. */
function findText(editor, { word, nth }) {
  const lines = [...editor.querySelectorAll('.view-line')]
    .map((line) => ({ line, top: line.getBoundingClientRect().top }))
    .sort((a, b) => a.top - b.top)
  let count = 0
  for (const { line } of lines) {
    const text = (line.textContent ?? '').replaceAll('\u00a0', ' ')
    for (let start = text.indexOf(word); start >= 0; start = text.indexOf(word, start + 1)) {
      if (count++ < nth) continue
      const range = document.createRange()
      const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT)
      let offset = 0
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const length = node.textContent?.length ?? 0
        if (start >= offset && start < offset + length) range.setStart(node, start - offset)
        const end = start + word.length
        if (end > offset && end <= offset + length) range.setEnd(node, end - offset)
        offset += length
      }
      const { x, y, width, height } = range.getBoundingClientRect()
      return { x, y, width, height }
    }
  }
  return undefined
}

/** Runs in the page. VS Code writes text behind a word as the CSS content of a pseudo-element of a generated class. */
function readBadges(editor) {
  const found = []
  for (const element of editor.querySelectorAll('.view-line span[class*="ced-"]')) {
    const { content, color } = getComputedStyle(element, '::after')
    if (!content.startsWith('"')) continue
    const line = element.closest('.view-line')
    const range = document.createRange()
    range.selectNodeContents(line)
    range.setEndAfter(element)
    const { y, right } = element.getBoundingClientRect()
    found.push({ y, right, text: JSON.parse(content), color, after: range.toString().replaceAll('\u00a0', ' ') })
  }
  found.sort((a, b) => a.y - b.y || a.right - b.right)
  return found.map(({ text, color, after }) => ({ text: text.replaceAll('\u00a0', ' ').trim(), color, after }))
}
