import assert from 'node:assert/strict'
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { eventually, ground, open } from './workbench.mjs'

const note = 'On Nosana and Acmeton, but no $ZORB.\n'
const map = '.crypto-ai-layers/map.yaml'
const acme = 'projects:\n  - id: acme\n    name: Acmeton\n    layer: compute\n'
const broken = acme.replace('compute', '[compute')

suite('your own map', () => {
  /** @type {import('./workbench.mjs').Workbench} */
  let vscode

  /** What has a badge, as the text up to it. */
  const marked = async (...expected) =>
    eventually(async () =>
      assert.deepEqual(
        (await vscode.badges()).map(({ text, after }) => `${after}|${text}`),
        expected,
      ),
    )
  const nosana = 'On Nosana|Compute'
  const own = 'On Nosana and Acmeton|Compute'
  const unplaced = 'On Nosana and Acmeton, but no $ZORB|?'

  const showMap = async () => {
    await vscode.runCommand('Crypto AI Layers: Show Layer Map')
    await vscode.panel().getByRole('heading', { level: 2 }).first().waitFor()
  }
  const hasNotice = (text) => vscode.panel().getByText(text, { exact: true }).waitFor()

  test('that is broken from the start takes nothing away, and is marked', async () => {
    vscode = await open({ 'note.md': note, [map]: broken }, { note: 'note.md' })
    await marked(nosana, unplaced)
    await showMap()
    const notice = `${map} has a problem, and counts once it is put right. See the Problems view.`
    await hasNotice(notice)
    for (const name of ['Exposure', 'Evaluations']) {
      await vscode.panel().getByRole('tab', { name, selected: false }).click()
      await vscode.panel().getByRole('tab', { name, selected: true }).waitFor()
      await hasNotice(notice)
    }
    await vscode.runCommand('View: Focus First Editor Group')
    await vscode.click('Nosana')
    await showMap()
    await vscode.panel().getByRole('heading', { level: 1, name: 'Nosana' }).waitFor()
    await hasNotice(notice)
    await vscode.runCommand('View: Focus First Editor Group')
    await vscode.openNote(map)
    await vscode.editor.locator('.squiggly-error').first().waitFor()
    assert.deepEqual(vscode.log(), [])
  })

  test('that was broken while the window was closed keeps its last good state', async () => {
    vscode = await open({ 'note.md': note, [map]: acme }, { note: 'note.md' })
    await marked(nosana, own, unplaced)
    writeFileSync(path.join(ground().folder(), map), broken)
    await vscode.reload('name: Acmeton')
    await vscode.openNote('note.md')
    await marked(nosana, own, unplaced)
    await showMap()
    await hasNotice(`${map} has a problem: what it said before still counts. See the Problems view.`)
    await vscode.panel().getByRole('button', { name: 'Acmeton' }).first().click()
    await vscode.panel().getByText('This is your own record; what it says was not checked.').waitFor()
  })

  test('a ticker is placed on it, step by step, and undo takes it back', async () => {
    const before = '# Mine.\nhide: [akash] # not of interest\n'
    vscode = await open({ 'note.md': note, [map]: before }, { note: 'note.md' })
    await marked(nosana, unplaced)
    await vscode.click('ZORB')
    await vscode.runCommand('Crypto AI Layers: Place on the Map…')
    const title = vscode.quickInput.locator('.quick-input-title')
    await title.filter({ hasText: '(1/3)' }).waitFor()
    await vscode.answer('Zorb Labs')
    await title.filter({ hasText: '(2/3)' }).waitFor()
    await vscode.pick('Cannot be placed')
    await title.filter({ hasText: '(3/3)' }).waitFor()
    await vscode.answer('ZORB, zorb.ai')
    await marked(nosana, 'On Nosana and Acmeton, but no $ZORB|no layer')
    await vscode.openNote(map)
    const added =
      'projects:\n  - id: zorb-labs\n    name: Zorb Labs\n    layer: none\n    tickers: [ZORB]\n    aliases: [zorb.ai]\n'
    await eventually(async () => assert.equal(await vscode.text(), before + added))
    await vscode.click('Mine')
    await vscode.page.keyboard.press('ControlOrMeta+Z')
    await eventually(async () => assert.equal(await vscode.text(), before))
    await vscode.page.keyboard.press('ControlOrMeta+S')
    await vscode.openNote('note.md')
    await marked(nosana, unplaced)
    assert.deepEqual(vscode.log(), [])
  })
})
