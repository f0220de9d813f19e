import assert from 'node:assert/strict'
import { eventually, open } from '../browser/workbench.mjs'

suite('installed on a server', () => {
  /** @type {import('../browser/workbench.mjs').Workbench} */
  let vscode

  suiteSetup(async () => {
    vscode = await open({ 'note.md': '# A note\n\nLong TAO, near the top.\n' }, { note: 'note.md' })
  })

  test('opens a note, with a badge', async () => {
    assert.match(await vscode.text(), /Long TAO, near the top\./)
    await eventually(async () => assert.equal((await vscode.badges()).length, 1))
  })

  test('shows a card', async () => {
    const card = await vscode.hover('TAO')
    assert.match(await card.innerText(), /Bittensor/)
  })

  test('shows the layer map', async () => {
    await vscode.runCommand('Crypto AI Layers: Show Layer Map')
    await vscode.panel().getByRole('heading', { name: 'Compute' }).first().waitFor()
  })

  test('puts an evaluation into the note', async () => {
    await vscode.runCommand('View: Focus First Editor Group')
    await vscode.click('TAO')
    await vscode.runCommand('Crypto AI Layers: Evaluate Project…')
    const title = vscode.quickInput.locator('.quick-input-title')
    for (const step of ['(1/4)', '(2/4)', '(3/4)']) {
      await title.filter({ hasText: step }).waitFor()
      await vscode.page.keyboard.press('Enter')
      await vscode.quickInput.getByPlaceholder('Why? (optional)').waitFor()
      await vscode.page.keyboard.press('Enter')
    }
    await title.filter({ hasText: '(4/4)' }).waitFor()
    await vscode.page.keyboard.press('Enter')
    await title.filter({ hasText: 'worth deeper diligence (3 of 3 cleared)' }).waitFor()
    await vscode.pick('Insert into the note at the cursor')
    await eventually(async () => assert.match(await vscode.text(), /### Evaluation: Bittensor \(TAO\)/))
  })

  test('the log is clean', () => {
    assert.deepEqual(vscode.log(), [])
  })
})
