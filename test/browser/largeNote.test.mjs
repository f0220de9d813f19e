import assert from 'node:assert/strict'
import { eventually, open } from './workbench.mjs'

suite('a large note', () => {
  test('has badges in its visible part, and the language status says so', async () => {
    const text = `Bittensor\n\n${'A line about nothing.\n'.repeat(200_000)}\nAkash Network\n`
    const vscode = await open({ 'large.md': text }, { note: 'large.md' })
    await vscode.statusBar.locator('[id="status.languageStatus"]').waitFor({ timeout: 20_000 })
    await vscode.statusBar.locator('[id="status.languageStatus"]').hover()
    await eventually(async () => {
      const text = await vscode.page.locator('.workbench-hover, .hover-language-status').first().innerText()
      assert.match(text, /Badges in the visible part only: this note is large/)
    })
    await eventually(async () =>
      assert.deepEqual(
        (await vscode.badges()).map(({ text }) => text),
        ['Intelligence'],
      ),
    )
    await vscode.page.keyboard.press('Control+End')
    await eventually(async () =>
      assert.deepEqual(
        (await vscode.badges()).map(({ text }) => text),
        ['Compute'],
      ),
    )
    assert.deepEqual(vscode.log(), [])
  })
})
