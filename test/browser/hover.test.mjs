import assert from 'node:assert/strict'
import { eventually, open } from './workbench.mjs'

suite('hover cards', () => {
  /** @type {import('./workbench.mjs').Workbench} */
  let vscode

  suiteSetup(async () => {
    vscode = await open(
      { 'note.md': '# Note\n\nStaking TAO in Chutes (SN64), near the top.\n\nNosana too.\n' },
      { note: 'note.md', size: { width: 1400, height: 800 } },
    )
  })

  test('a card says what the project is, with ages and sources', async () => {
    const card = await vscode.hover('TAO')
    const text = await card.innerText()
    assert.match(text, /Bittensor \(TAO\)\s+·\s+Intelligence · network/)
    assert.match(text, /months old/)
    assert.ok(text.trim().split(/\n+/).length <= 12, text)
  })

  test('no card on an ordinary word', async () => {
    await vscode.page.keyboard.press('Escape')
    const { x, y } = await vscode.place('near')
    await vscode.page.mouse.move(x + 5, y + 5)
    await vscode.page.waitForTimeout(1200)
    assert.equal(await vscode.hoverCard.isVisible(), false)
  })

  test('“Open in the map” on TAO lands on Bittensor', async () => {
    const card = await vscode.hover('TAO')
    await card.getByRole('button', { name: 'Open in the map' }).or(card.getByText('Open in the map')).first().click()
    await vscode
      .panel()
      .getByRole('heading', { level: 1, name: /Bittensor/ })
      .waitFor()
  })

  test('“Mentions” opens VS Code’s peek', async () => {
    await vscode.runCommand('View: Focus First Editor Group')
    await vscode.openNote('note.md')
    const card = await vscode.hover('Nosana')
    await card.getByText('Mentions (1)').click()
    await vscode.page.locator('.peekview-widget').waitFor()
    await vscode.page.keyboard.press('Escape')
    await eventually(async () => assert.equal(await vscode.page.locator('.peekview-widget').count(), 0))
  })

  test('the log is clean', () => assert.deepEqual(vscode.log(), []))
})
