import assert from 'node:assert/strict'
import { eventually, open } from './workbench.mjs'

const question = 'Should I sell TAO and buy NEAR?'
const note = ['# Plan', '', `Hm. ${question} It rains.`, '', 'Bittensor miners rent GPUs on Akash.'].join('\n')

suite('comparisons', () => {
  /** @type {import('./workbench.mjs').Workbench} */
  let vscode
  const marks = () => vscode.page.locator('.monaco-editor .squiggly-info')

  suiteSetup(async () => {
    vscode = await open({ 'note.md': note }, { note: 'note.md' })
  })

  test('the words of a comparison are underlined, and nothing else is', async () => {
    await eventually(async () => assert.equal(await marks().count(), 1), 20_000)
  })

  test('the mouse says why', async () => {
    const card = await vscode.hover('Should')
    await card.getByText('Different layers, so not the same bet').waitFor()
  })

  test('while typing the mark stays where it is', async () => {
    await vscode.click('Plan')
    await vscode.page.keyboard.press('End')
    for (const key of ' for the week') {
      await vscode.page.keyboard.type(key, { delay: 30 })
      assert.equal(await marks().count(), 1)
    }
  })

  test('a quick fix by keyboard', async () => {
    await vscode.click('sell')
    await vscode.page.keyboard.press('Control+.')
    await vscode.page.getByText('Put the layers beside the names').waitFor()
    await vscode.page.keyboard.press('Enter')
    await eventually(async () =>
      assert.match(await vscode.text(), /sell TAO \(Intelligence\) and buy NEAR \(Execution\)\?/),
    )
  })

  test('undo takes the quick fix back', async () => {
    await vscode.page.keyboard.press('Control+z')
    await eventually(async () => assert.match(await vscode.text(), /sell TAO and buy NEAR\?/))
  })

  test('off', async () => {
    await vscode.set({ 'cryptoAiLayers.comparisons.severity': 'off' })
    await eventually(async () => assert.equal(await marks().count(), 0))
  })

  test('the log is clean', () => assert.deepEqual(vscode.log(), []))
})
