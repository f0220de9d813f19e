import assert from 'node:assert/strict'
import { eventually, open } from './workbench.mjs'

const note = [
  '# Bittensor and Nosana',
  '',
  'Long TAO, near the top; `TAO` in code, and a formula: $\\sqrt{2}$.',
  '',
  '| Held | Why |',
  '| ---- | --- |',
  '| Nosana | OpenAI is closed |',
  '',
].join('\n')

const all = ['Bittensor Intelligence', 'Nosana Compute', 'TAO Intelligence', 'Nosana Compute', 'OpenAI Intelligence']

/** Opens the preview beside the note, and gives its page. */
async function openPreview(vscode) {
  await vscode.runCommand('Markdown: Open Preview to the Side')
  const preview = vscode.panel()
  // The preview loads its page more than once: what waits in the first one waits in vain.
  await eventually(async () => assert.equal(await preview.locator('h1').count(), 1), 20_000)
  return preview
}

/** What the preview writes behind words. */
async function badgesIn(preview) {
  return preview
    .locator('.crypto-ai-layers')
    .evaluateAll((marked) =>
      marked.map((element) => `${element.textContent} ${JSON.parse(getComputedStyle(element, '::after').content)}`),
    )
}

/** Whether the card of a word shows, and what it says. */
async function cardOf(word) {
  return word.evaluate((element) => {
    const { content, visibility } = getComputedStyle(element, '::before')
    return visibility === 'visible' ? content : ''
  })
}

suite('the Markdown preview', () => {
  /** @type {import('./workbench.mjs').Workbench} */
  let vscode
  let preview

  suiteSetup(async () => {
    vscode = await open({ 'note.md': note }, { note: 'note.md' })
    preview = await openPreview(vscode)
  })

  test('shows the badges of the note, beside what other extensions make of it', async () => {
    await eventually(async () => assert.deepEqual(await badgesIn(preview), all))
    await preview.locator('.katex').first().waitFor()
    assert.equal(await preview.locator('h1').getAttribute('id'), 'bittensor-and-nosana')
    assert.equal(await preview.locator('h1').innerText(), 'Bittensor and Nosana')
  })

  test('a card on hover, inside of the window', async () => {
    const word = preview.locator('.crypto-ai-layers', { hasText: 'OpenAI' })
    assert.equal(await cardOf(word), '')
    const { x, y, width, height } = (await word.boundingBox()) ?? assert.fail('it is nowhere')
    await vscode.page.mouse.move(x + width / 4, y + height / 2, { steps: 3 })
    await eventually(async () =>
      assert.match(await cardOf(word), /^"OpenAI · beside Intelligence · centralized, no token/),
    )
  })

  test('follows the note', async () => {
    await vscode.runCommand('View: Focus First Editor Group')
    await vscode.click('Long')
    await vscode.page.keyboard.press('End')
    await vscode.type(' <!-- not a project: TAO -->')
    await eventually(async () => assert.ok(!(await badgesIn(preview)).includes('TAO Intelligence')))
  })

  test('follows the settings', async () => {
    await vscode.set({
      'cryptoAiLayers.badges.style': 'icon',
      'cryptoAiLayers.badges.frequency': 'firstPerNote',
      'cryptoAiLayers.recognition.ordinaryWords': ['nosana'],
    })
    await eventually(async () => assert.deepEqual(await badgesIn(preview), ['Bittensor I', 'OpenAI I']))
    // VS Code's page says so when it is loaded anew before it was up.
    assert.deepEqual(
      vscode.log().filter((line) => !/null \(reading 'classList'\)/.test(line)),
      [],
    )
  })
})

suite('the Markdown preview in a workspace of several folders', () => {
  /** @type {import('./workbench.mjs').Workbench} */
  let vscode
  let preview

  suiteSetup(async () => {
    vscode = await open(
      {
        'trades/note.md': '# Nosana and Acme Compute\r\n\r\nNosana.\r\n',
        'trades/.crypto-ai-layers/map.yaml': 'projects:\n  - { id: acme, name: Acme Compute, layer: compute }\n',
        'ideas/other.md': '# Other\n',
        'all.code-workspace': JSON.stringify({ folders: [{ path: 'trades' }, { path: 'ideas' }] }),
      },
      { workspace: 'all.code-workspace', note: 'trades/note.md' },
    )
    preview = await openPreview(vscode)
  })

  test('knows the map of one of them', async () => {
    await eventually(async () =>
      assert.deepEqual(await badgesIn(preview), ['Nosana Compute', 'Acme Compute Compute', 'Nosana Compute']),
    )
  })
})
