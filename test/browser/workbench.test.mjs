import assert from 'node:assert/strict'
import { open } from './workbench.mjs'

suite('workbench', () => {
  /** @type {import('./workbench.mjs').Workbench} */
  let vscode

  suiteSetup(async () => {
    vscode = await open({ 'note.md': '# A note\n\nLong TAO, near the top.\n' }, { note: 'note.md' })
  })

  test('opens a note', async () => {
    assert.match(await vscode.text(), /Long TAO, near the top\./)
  })

  test('the command palette offers the commands', async () => {
    const commands = await vscode.commands('Crypto AI Layers: Show')
    assert.ok(commands.includes('Crypto AI Layers: Show Layer Map'), commands.join('\n'))
  })

  test('the log is clean', () => {
    assert.deepEqual(vscode.log(), [])
  })
})
