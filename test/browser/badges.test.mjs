import assert from 'node:assert/strict'
import { eventually, open } from './workbench.mjs'

const note = [
  '# Bittensor and Nosana',
  '',
  'Long TAO on Bittensor, near the top; `TAO` in code. OpenAI is closed.',
  '',
  '## Later',
  '',
  'Bittensor again, and Nosana.',
  '',
  '```',
  'Bittensor',
  '```',
].join('\n')

/** @param {import('./workbench.mjs').Workbench} vscode @param {string[]} expected word and badge, `Nosana C` */
async function expectBadges(vscode, expected) {
  await eventually(async () => {
    const badges = await vscode.badges()
    assert.deepEqual(
      badges.map(({ text, after }) => `${/[\w$]+$/.exec(after)?.[0]} ${text}`),
      expected,
    )
  })
}

const all = [
  'Bittensor Intelligence',
  'Nosana Compute',
  'TAO Intelligence',
  'Bittensor Intelligence',
  'OpenAI Intelligence',
  'Bittensor Intelligence',
  'Nosana Compute',
]

suite('badges', () => {
  /** @type {import('./workbench.mjs').Workbench} */
  let vscode

  suiteSetup(async () => {
    vscode = await open({ 'note.md': note, 'other.txt': 'Bittensor' }, { note: 'note.md' })
  })

  test('each mention carries its layer, in the layer’s colour', async () => {
    await expectBadges(vscode, all)
    const colors = (await vscode.badges()).map(({ color }) => color)
    assert.deepEqual([...new Set(colors)].sort(), ['rgb(183, 156, 242)', 'rgb(224, 164, 88)'])
  })

  test('while typing the old badges stay and move, and new ones come', async () => {
    await vscode.click('Later')
    await vscode.page.keyboard.press('End')
    const watching = vscode.editor.evaluate(watchFewestBadges, 1500)
    for (const key of ' than TAO, with Nosana ') await vscode.page.keyboard.type(key, { delay: 40 })
    assert.equal(await watching, all.length)
    await expectBadges(vscode, [...all.slice(0, 5), 'TAO Intelligence', 'Nosana Compute', ...all.slice(5)])
    for (let key = 0; key < 23; key++) await vscode.page.keyboard.press('Backspace')
    await expectBadges(vscode, all)
  })

  test('both halves of a split editor', async () => {
    await vscode.runCommand('View: Split Editor Right')
    await eventually(async () => {
      const badges = await vscode.page.locator('.monaco-editor[role="code"] .view-line span[class*="ced-"]').count()
      assert.ok(badges >= 2 * all.length, String(badges))
    })
    await vscode.runCommand('View: Close Editor')
  })

  test('a letter, a line under the word, nothing', async () => {
    await vscode.set({ 'cryptoAiLayers.badges.style': 'icon' })
    await expectBadges(vscode, [
      'Bittensor I',
      'Nosana C',
      'TAO I',
      'Bittensor I',
      'OpenAI I',
      'Bittensor I',
      'Nosana C',
    ])
    await vscode.set({ 'cryptoAiLayers.badges.style': 'underline' })
    await expectBadges(vscode, [])
    await eventually(async () => assert.deepEqual(await vscode.editor.evaluate(readLineStyles), ['double', 'solid']))
    await vscode.set({ 'cryptoAiLayers.badges.style': 'off' })
    await eventually(async () => assert.deepEqual(await vscode.editor.evaluate(readLineStyles), []))
    await vscode.set({ 'cryptoAiLayers.badges.style': 'text' })
    await expectBadges(vscode, all)
  })

  test('the first of a section, the first of the note', async () => {
    await vscode.set({ 'cryptoAiLayers.badges.frequency': 'firstPerSection' })
    await expectBadges(vscode, [
      'Bittensor Intelligence',
      'Nosana Compute',
      'OpenAI Intelligence',
      'Bittensor Intelligence',
      'Nosana Compute',
    ])
    await vscode.set({ 'cryptoAiLayers.badges.frequency': 'firstPerNote' })
    await expectBadges(vscode, ['Bittensor Intelligence', 'Nosana Compute', 'OpenAI Intelligence'])
    await vscode.set({ 'cryptoAiLayers.badges.frequency': 'all' })
    await expectBadges(vscode, all)
  })

  test('the toggle', async () => {
    await vscode.runCommand('Crypto AI Layers: Toggle Badges')
    await expectBadges(vscode, [])
    await vscode.runCommand('Crypto AI Layers: Toggle Badges')
    await expectBadges(vscode, all)
  })

  test('none in other languages', async () => {
    await vscode.openNote('other.txt')
    await expectBadges(vscode, [])
  })

  test('none in a diff', async () => {
    await vscode.page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    await vscode.openNote('note.md')
    await vscode.runCommand('File: Compare Active File with Clipboard')
    await vscode.page.locator('.monaco-diff-editor').waitFor()
    await eventually(async () => {
      assert.equal(await vscode.page.locator('.monaco-diff-editor .view-line span[class*="ced-"]').count(), 0)
    })
  })

  test('the log is clean', () => assert.deepEqual(vscode.log(), []))
})

/** Runs in the page: the fewest badges that any frame showed. */
function watchFewestBadges(editor, milliseconds) {
  const end = performance.now() + milliseconds
  let fewest = Infinity
  return new Promise((resolve) => {
    const look = () => {
      const badges = [...editor.querySelectorAll('.view-line span[class*="ced-"]')].filter((element) =>
        getComputedStyle(element, '::after').content.startsWith('"'),
      )
      fewest = Math.min(fewest, badges.length)
      if (performance.now() > end) resolve(fewest)
      else requestAnimationFrame(look)
    }
    look()
  })
}

/** Runs in the page: the line styles under words, each once. */
function readLineStyles(editor) {
  const styles = [...editor.querySelectorAll('.view-overlays div[class*="ced-"]')].map((element) => {
    const { borderBottomStyle, borderBottomWidth } = getComputedStyle(element)
    return parseFloat(borderBottomWidth) > 1 ? borderBottomStyle : ''
  })
  return [...new Set(styles)].filter((style) => style !== '').sort()
}
