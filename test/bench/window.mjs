/**
 * What a person who types in a large vault feels: the packaged extension in a VS Code with a Node extension host, while
 * it reads all notes, at rest, and while a branch switch changes half of them.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { closeWorkbench, open, useGround } from '../browser/workbench.mjs'
import { packageExtension } from '../package.mjs'
import { packageFolder, serverGround, startCodeServer } from '../server/codeServer.mjs'
import { launchBrowser } from '../vscode/browser.mjs'
import { root, temporaryFolder, writeVault } from '../vscode/folders.mjs'

/** So often a key is pressed at rest. While notes are read, keys are pressed until they are. */
const keysAtRest = 60

/** Milliseconds between two of them. */
const betweenKeys = 400

/** Milliseconds in which VS Code and its other extensions start: that is not what is measured. */
const openingTime = 8_000

/** Milliseconds after which reading that has not come to its end never will. */
const patience = 1_800_000

const note = 'Typed in.md'

/**
 * @typedef {object} Phase
 * @property {number[]} waits milliseconds that the probe was kept waiting for its turns
 * @property {number[]} blocks of that what the extension host worked: other processes have the processor too
 * @property {number[]} keys milliseconds from a key to its badge
 * @property {number} seconds
 *
 * @param {string} vault a folder of notes
 * @param {number} switched so many files come, go or change with the branch
 * @returns {Promise<Record<'indexing' | 'atRest' | 'switching', Phase>>}
 */
export async function measureWindow(vault, switched) {
  const report = path.join(temporaryFolder('probe'), 'blocks.txt')
  writeFileSync(report, '')
  writeVault(vault, {
    [note]: '# Typed in\n\nLong TA',
    '.vscode/settings.json': JSON.stringify({ 'blockProbe.report': report }),
  })
  const probe = await packageFolder(path.join(root, 'test/bench/probe'))
  const server = await startCodeServer([await packageExtension(), probe])
  const browser = await launchBrowser()
  const ground = serverGround(browser, server)
  useGround(ground)
  try {
    const vscode = await open(vault, { note })
    await vscode.runCommand('View: Show Crypto AI Layers')
    await vscode.click('TA')
    await vscode.page.keyboard.press('End')
    const isKnown = (notes) => async () =>
      (await vscode.page.getByText(`${notes.toLocaleString('en')} notes, `).count()) > 0 &&
      (await vscode.statusBar.getByText('Reading notes').count()) === 0
    const phase = async (isOver) => {
      const from = Date.now()
      const keys = []
      while (!(await isOver(keys.length))) {
        if (Date.now() > from + patience) throw new Error('The notes are never read.')
        keys.push(await timeToBadge(vscode))
        await vscode.page.waitForTimeout(betweenKeys)
      }
      const until = Date.now()
      // The probe writes now and then.
      await vscode.page.waitForTimeout(2_000)
      return { ...readReport(report, from, until), keys, seconds: (until - from) / 1000 }
    }
    const files = notesIn(ground.folder())
    await vscode.statusBar.getByText('Reading notes').waitFor()
    await vscode.page.waitForTimeout(openingTime)
    const indexing = await phase(isKnown(files.length))
    const atRest = await phase((count) => count === keysAtRest)
    const [switching] = await Promise.all([
      phase(isKnown(files.length - gone(switched) + come(switched))),
      switchBranch(files.filter((file) => path.basename(file) !== note).slice(0, switched)),
    ])
    return { indexing, atRest, switching }
  } finally {
    await closeWorkbench()
    await browser.close()
    await server.close()
  }
}

function notesIn(folder) {
  return readdirSync(folder, { recursive: true })
    .filter((name) => name.endsWith('.md'))
    .map((name) => path.join(folder, name))
}

/** Milliseconds from a key, which makes a ticker whole or takes its end away, until its badge comes or goes. */
async function timeToBadge(vscode) {
  const isThere = (await vscode.badges()).length > 0
  await vscode.editor.evaluate(followBadges, isThere)
  await vscode.page.keyboard.press(isThere ? 'Backspace' : 'O')
  return vscode.page.evaluate(() => globalThis.timeToBadge)
}

/** Runs in the page: from the next key on, looks with each frame whether there is a badge. */
function followBadges(editor, wasThere) {
  globalThis.timeToBadge = new Promise((resolve) => {
    const isThere = () =>
      [...editor.querySelectorAll('.view-line span[class*="ced-"]')].some((element) =>
        getComputedStyle(element, '::after').content.startsWith('"'),
      )
    const start = ({ timeStamp }) => {
      const look = () => (isThere() === wasThere ? requestAnimationFrame(look) : resolve(performance.now() - timeStamp))
      look()
    }
    window.addEventListener('keydown', start, { capture: true, once: true })
  })
}

function readReport(report, from, until) {
  const looks = readFileSync(report, 'utf8')
    .split('\n')
    .map((line) => line.split(' ').map(Number))
    .filter(([at]) => at >= from && at <= until)
  return {
    waits: looks.map(([, waited]) => waited),
    blocks: looks.map(([, waited, worked]) => Math.min(waited, worked)),
  }
}

/** Of the files that a branch switch touches, some go, and others come. */
const gone = (switched) => Math.floor(switched / 10)
const come = (switched) => Math.floor(switched / 5)

/** As `git checkout` does it: one file after the other, as fast as the disk allows. */
async function switchBranch(files) {
  for (const [at, file] of files.entries()) {
    if (at < gone(files.length)) await rm(file)
    else await writeFile(file, `${readFileSync(file, 'utf8')}\nAnother branch: Nosana ${at}.\n`)
    if (at < come(files.length))
      await writeFile(`${file}.other.md`, `# Only on this branch\n\nAkash and Nosana ${at}.\n`)
  }
}
