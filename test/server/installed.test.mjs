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

  test('the log is clean', () => {
    assert.deepEqual(vscode.log(), [])
  })
})
