import assert from 'node:assert/strict'
import { eventually, open } from './workbench.mjs'

const widget = '.suggest-widget.visible'

suite('completion', () => {
  /** @type {import('./workbench.mjs').Workbench} */
  let vscode

  suiteSetup(async () => {
    vscode = await open({ 'note.md': 'Start\n\nNosana and Bittensor.' }, { note: 'note.md' })
    await eventually(async () => assert.equal((await vscode.badges()).length, 2))
    await vscode.click('Start')
    await vscode.page.keyboard.press('End')
  })

  test('a ticker behind a dollar is completed from the name', async () => {
    await vscode.type(' $bitt')
    const rows = vscode.page.locator(`${widget} .monaco-list-row`)
    await rows.first().waitFor()
    await eventually(async () => assert.match(await rows.first().innerText(), /^\$TAO\s+Intelligence · Bittensor/))
    await vscode.page.keyboard.press('Enter')
    await eventually(async () => assert.match(await vscode.text(), /^Start \$TAO\n/))
  })

  test('who writes plain words is never interrupted', async () => {
    const watching = vscode.page.evaluate(watchForWidget, widget)
    await vscode.type(', and Bitten by Nosa near Render,')
    await vscode.page.keyboard.press('Enter')
    await vscode.type('- [ ] Akash')
    await vscode.page.keyboard.press('Enter')
    await vscode.page.evaluate(() => dispatchEvent(new Event('enough')))
    assert.deepEqual(await watching, [])
    await eventually(async () =>
      assert.match(await vscode.text(), /^Start \$TAO, and Bitten by Nosa near Render,\n- \[ \] Akash\n/),
    )
  })

  test('amounts and formulas stay as they are typed', async () => {
    for (const typed of ['$450', 'US$5', '$$', '$1']) {
      await vscode.type(typed)
      await eventually(async () => assert.equal(await vscode.page.locator(widget).count(), 0))
      await vscode.page.keyboard.press('Enter')
    }
    await eventually(async () => assert.match(await vscode.text(), /\$450\n.*US\$5\n.*\$\$\n.*\$1\n/))
    assert.deepEqual(vscode.log(), [])
  })
})

/** Runs in the page: what lists of suggestions show from now until the event `enough`. */
function watchForWidget(selector) {
  return new Promise((resolve) => {
    const seen = new Set()
    const observer = new MutationObserver(() => {
      const element = document.querySelector(selector)
      if (element?.textContent) seen.add(element.textContent)
    })
    observer.observe(document.body, { subtree: true, childList: true, attributes: true })
    addEventListener('enough', () => {
      observer.disconnect()
      resolve([...seen])
    })
  })
}
