import assert from 'node:assert/strict'
import { eventually, open } from './workbench.mjs'

suite('a note that is too large', () => {
  test('has no badges, and the language status says why', async () => {
    const vscode = await open({ 'large.md': `Bittensor\n\n${'x '.repeat(1_100_000)}` }, { note: 'large.md' })
    await vscode.statusBar.locator('[id="status.languageStatus"]').waitFor({ timeout: 20_000 })
    await vscode.statusBar.locator('[id="status.languageStatus"]').hover()
    await eventually(async () => {
      const text = await vscode.page.locator('.workbench-hover, .hover-language-status').first().innerText()
      assert.match(text, /No badges: this note is too large/)
    })
    assert.deepEqual(await vscode.badges(), [])
    assert.deepEqual(vscode.log(), [])
  })
})
