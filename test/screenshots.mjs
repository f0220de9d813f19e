/**
 * `npm run screenshots`: takes the pictures of `media/` again, from a real VS Code with the extension in it. A scene
 * opens a note and does what a person does; its picture has its name. `npm run screenshots -- badges` takes one.
 */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { Evaluation } from './browser/evaluation.mjs'
import { closeWorkbench, eventually, open, useGround } from './browser/workbench.mjs'
import { webGround } from './browser/run.mjs'
import { launchBrowser } from './vscode/browser.mjs'
import { build } from './vscode/build.mjs'
import { root, sampleVault } from './vscode/folders.mjs'

/**
 * @typedef {object} Scene
 * @property {string} [note]
 * @property {Record<string, string>} [vault] notes by file name, instead of the sample vault
 * @property {import('./browser/workbench.mjs').Theme} [theme]
 * @property {{ width: number, height: number }} [size]
 * @property {(vscode: import('./browser/workbench.mjs').Workbench) => Promise<import('./browser/workbench.mjs').Box | void>} act
 *   may return the part of the window that the picture shows
 */

const showMap = async (vscode) => {
  await vscode.runCommand('Crypto AI Layers: Show Layer Map')
  await vscode.panel().getByRole('heading', { level: 2 }).first().waitFor()
  // The panel says which note it follows a moment after it opens.
  await vscode
    .panel()
    .getByText(/^Following/)
    .waitFor()
}

const ownMap = `projects:
  - id: acme
    name: Acme Compute
    layer: compute # or none: it cannot be placed
    aliases: [acme.io]
changes:
  - id: render
    questions:
      usage:
        standing: unknown
        reason: I could not check the number.
hide: [virtuals]
`

/** @type {Record<string, Scene>} */
const scenes = {
  overview: {
    note: 'Should I sell TAO and buy NEAR.md',
    act: async (vscode) => {
      await someBadges(vscode)
      await showMap(vscode)
    },
  },
  card: {
    note: 'Bittensor subnets.md',
    theme: 'light',
    act: async (vscode) => {
      await someBadges(vscode)
      const card = await vscode.hover('Apex')
      await card.getByText('Open in the map').waitFor()
      return { x: 340, y: 350, width: 860, height: 390 }
    },
  },
  details: {
    note: 'ASI Alliance.md',
    act: async (vscode) => {
      await someBadges(vscode)
      await vscode.click('Ocean Protocol')
      await vscode.runCommand('Crypto AI Layers: Show Layer Map')
      await vscode.panel().getByRole('heading', { level: 1, name: /Ocean/ }).waitFor()
    },
  },
  find: {
    note: 'Bittensor subnets.md',
    act: async (vscode) => {
      await someBadges(vscode)
      await vscode.runCommand('Crypto AI Layers: Find Project on the Map…')
      await vscode.quickInput.getByPlaceholder('Name, ticker, netuid or former name').fill('omron')
      await vscode.quickInput.getByText('DSperse').first().waitFor()
      await vscode.page.mouse.move(600, 600)
      return { x: 240, y: 0, width: 720, height: 200 }
    },
  },
  tree: {
    note: 'Bittensor subnets.md',
    act: async (vscode) => {
      await someBadges(vscode)
      await vscode.runCommand('View: Show Crypto AI Layers')
      await widenSideBar(vscode, 420)
      const row = (name) => vscode.page.getByRole('treeitem', { name }).last()
      await row(/^All notes: 17/).waitFor()
      // What is known of the note stands above, folded: the vault takes the room.
      await fold(vscode, row(/^This note/), true)
      await fold(vscode, row(/^Intelligence/), false)
      await fold(vscode, row(/^Bittensor \(TAO\).* notes$/), false)
      await row(/^Weekly 2026-11-16.md/).waitFor()
      await vscode.page.mouse.move(900, 600)
      return { x: 0, y: 0, width: 900, height: 583 }
    },
  },
  preview: {
    note: 'Bittensor subnets.md',
    theme: 'light',
    act: async (vscode) => {
      await vscode.runCommand('Markdown: Open Preview')
      const word = vscode.panel().locator('.crypto-ai-layers', { hasText: 'TAO' }).first()
      await eventually(async () => {
        const box = await word.boundingBox()
        if (!box) throw new Error('The preview shows no badges.')
        await vscode.page.mouse.move(box.x + 10, box.y + box.height / 2, { steps: 3 })
        const isShown = await word.evaluate((element) => getComputedStyle(element, '::before').visibility === 'visible')
        if (!isShown) throw new Error('There is no card on the word.')
      }, 40_000)
      return { x: 360, y: 236, width: 840, height: 364 }
    },
  },
  evaluate: {
    note: 'Compute market.md',
    theme: 'light',
    act: async (vscode) => {
      await someBadges(vscode)
      const nosana = await Evaluation.begin(vscode, 'Nosana')
      await nosana.answerOne(1)
      await nosana.answerOne(2)
      await nosana.asks(3)
      return { x: 270, y: 0, width: 660, height: 470 }
    },
  },
  scorecard: {
    note: 'README.md',
    act: async (vscode) => {
      await vscode.runCommand('Crypto AI Layers: Show Scorecard')
      await vscode.panel().getByRole('table', { name: 'Evaluated projects' }).waitFor()
      await vscode.panel().locator('.to-do li').first().waitFor()
    },
  },
  exposure: {
    note: 'Portfolio.md',
    theme: 'light',
    act: async (vscode) => {
      await someBadges(vscode)
      await vscode.runCommand('Crypto AI Layers: Show Exposure')
      await vscode.panel().getByRole('table', { name: 'Weight of each layer' }).waitFor()
    },
  },
  comparison: {
    note: 'Should I sell TAO and buy NEAR.md',
    act: async (vscode) => {
      await someBadges(vscode)
      await vscode.page.locator('.monaco-editor .squiggly-info').first().waitFor()
      const hint = await vscode.hover('Should I sell')
      await hint.getByText('Different layers, so not the same bet').waitFor()
    },
  },
  'own-map': {
    note: 'Ideas.md',
    vault: {
      'Ideas.md':
        '# Ideas\n\nAcme Compute rents machines next to Nosana. Is $GAML an agent, or nothing at all?\n\nThe short list: Acme Compute, Render Network, Bittensor.\n',
      '.crypto-ai-layers/map.yaml': ownMap,
    },
    act: async (vscode) => {
      await someBadges(vscode)
      await showMap(vscode)
      await vscode.click('Ideas')
      await vscode.openNote('.crypto-ai-layers/map.yaml')
      await vscode
        .panel()
        .getByText(/^Your own map is on top/)
        .waitFor()
      await vscode.runCommand('View: Split Editor Down')
      await vscode.openNote('Ideas.md')
      await someBadges(vscode)
    },
  },
  'high-contrast': {
    note: 'Compute market.md',
    theme: 'hcDark',
    act: async (vscode) => {
      await someBadges(vscode)
      await showMap(vscode)
    },
  },
}

/** Looks like a window of a person who writes notes: no development host in the title, no room for what is not shown. */
const settings = {
  'breadcrumbs.enabled': false,
  'editor.fontSize': 14,
  'editor.lineNumbers': 'off',
  'editor.wordWrap': 'on',
  'window.commandCenter': false,
  'window.title': '${activeEditorShort}',
  'workbench.layoutControl.enabled': false,
}

const wanted = process.argv.slice(2)
const unknown = wanted.find((name) => name !== 'icon' && !(name in scenes))
if (unknown) {
  console.error(`There is no scene '${unknown}': choose from ${[...Object.keys(scenes), 'icon'].join(', ')}.`)
  process.exit(2)
}
build('extension', 'panel')
const browser = await launchBrowser({ scale: 2 })
const ground = await webGround(browser)
useGround(ground)
for (const [name, { act, vault = sampleVault, ...options }] of Object.entries(scenes)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue
  const vscode = await open(vault, { size: { width: 1200, height: 750 }, ...options, settings })
  const clip = await act(vscode)
  const file = path.join(root, 'media', `${name}.png`)
  await vscode.screenshot(file, clip ?? undefined)
  console.log(`  ${path.relative(process.cwd(), file)}`)
}
if (wanted.length === 0 || wanted.includes('icon')) await drawIcon()
await closeWorkbench()
await browser.close()
await ground.close()
process.exit()

async function someBadges(vscode) {
  await eventually(async () => {
    if ((await vscode.badges()).length === 0) throw new Error('The note shows no badges.')
  })
}

/** Folds a row of a tree, or unfolds it. */
async function fold({ page }, row, isFolded) {
  const done = row.and(page.locator(`[aria-expanded="${!isFolded}"]`))
  if ((await done.count()) === 0) await row.click()
  await done.waitFor()
}

async function widenSideBar({ page }, width) {
  const box = await page.locator('.part.sidebar').boundingBox()
  await page.mouse.move(box.x + box.width, 400)
  await page.mouse.down()
  await page.mouse.move(box.x + width, 400, { steps: 3 })
  await page.mouse.up()
}

/** The marketplace takes no SVG. */
async function drawIcon() {
  const page = await browser.newPage()
  await page.setViewportSize({ width: 128, height: 128 })
  await page.setContent(
    `<style>body { margin: 0 } svg { display: block }</style>${readFileSync(path.join(root, 'media/icon.svg'), 'utf8')}`,
  )
  await page.screenshot({ path: path.join(root, 'media/icon.png'), omitBackground: true })
  await page.close()
}
