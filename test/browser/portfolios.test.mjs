import assert from 'node:assert/strict'
import { sampleVault } from '../vscode/folders.mjs'
import { openExposure, weights } from './exposurePanel.mjs'
import { eventually } from './workbench.mjs'

/** The three portfolios of the sample notes, as somebody looks through them one evening. */
suite('the portfolios of the sample vault', () => {
  /** @type {import('./workbench.mjs').Workbench} */
  let vscode
  const finding = (text) => vscode.panel().locator('.finding').filter({ hasText: text })
  /** Opens a note beside the panel, which follows it. */
  const openNote = async (name) => {
    await vscode.runCommand('View: Focus First Editor Group')
    await vscode.openNote(name)
    await vscode.panel().getByText(`Following ${name}`).waitFor()
  }

  suiteSetup(async () => {
    vscode = await openExposure(sampleVault, 'Portfolio.md')
  })

  test('front matter and a table: three bets on one layer, and their lines', async () => {
    await eventually(async () =>
      assert.deepEqual(await weights(vscode), [
        'C Compute43%3 holdings',
        'I Intelligence14%1 holding',
        'A Agents & Data14%1 holding',
        'X Execution/UX29%2 holdings',
      ]),
    )
    const bets = finding('Three bets on one layer: Akash Network, Nosana and Render Network are all Compute')
    assert.deepEqual(await bets.getByRole('button').allInnerTexts(), ['line 7', 'line 8', 'line 9'])
    await bets.getByRole('button', { name: 'line 8' }).click()
    await vscode.statusBar.getByText(/^Ln 8, Col \d+ \(\d+ selected\)$/).waitFor()
  })

  test('a ledger: trades add up, and amounts show when asked for', async () => {
    await openNote('Portfolio - ledger.md')
    await eventually(async () => assert.equal((await weights(vscode))[2], 'A Agents & Data25%2 holdings'))
    await finding('Grass comes to less than nothing: more is sold than is listed.').waitFor()
    const akash = vscode.panel().locator('.holdings tr').filter({ hasText: 'Akash Network' })
    assert.equal(await akash.getByText('900 units, 963 USD').count(), 0)
    await vscode.panel().getByRole('button', { name: 'Show amounts' }).click()
    await akash.getByText('900 units, 963 USD').waitFor()
    await finding('Grass comes to less than nothing').getByText('-1,200').waitFor()
    await akash.getByRole('button', { name: 'line 10' }).click()
    await vscode.statusBar.getByText(/^Ln 10, /).waitFor()
    await vscode.panel().getByRole('button', { name: 'Hide amounts' }).click()
  })

  test('a story holds nothing that is counted, and says how to write it', async () => {
    await openNote('Portfolio - Ocean trade.md')
    await vscode.panel().getByText('This note says nothing of what you hold.').waitFor()
  })

  test('the whole vault adds them up by a rule that it tells', async () => {
    await vscode.panel().getByRole('button', { name: 'Whole vault' }).click()
    await vscode.panel().getByText('The holdings of all notes add up.').waitFor()
    await eventually(async () => assert.equal((await weights(vscode))[0], 'C Compute38%3 holdings'))
    const tao = vscode.panel().locator('.holdings tr').filter({ hasText: 'Bittensor' })
    await tao.getByRole('button', { name: /^Portfolio\.md, line 6/ }).click()
    await vscode.activeTab.filter({ hasText: 'Portfolio.md' }).waitFor()
    await vscode.statusBar.getByText(/^Ln 6, /).waitFor()
  })

  test('a stack is composed of what is held, into the note', async () => {
    await vscode.runCommand('Crypto AI Layers: Compose Stack…')
    await vscode.answer('A research desk')
    for (const job of ['An app shows', 'Agents coordinate', 'Models think', 'Machines compute']) {
      await vscode.quickInput.getByText(job).waitFor()
      await vscode.quickInput.locator('.monaco-list-row').first().waitFor()
      await vscode.page.keyboard.press('Enter')
    }
    await vscode.quickInput.getByText('Stack: a pick for 4 of 4 layers').waitFor()
    await vscode.pick('Insert into the note at the cursor')
    await eventually(async () => {
      const text = (await vscode.text()).replace(/\s+/g, ' ')
      assert.match(text, /### Stack: A research desk, \d{4}-\d\d-\d\d/)
      assert.match(text, /\| An app shows \| Execution\/UX \| NEAR Protocol \(NEAR\)/)
      assert.match(text, /\| Models think \| Intelligence \| Bittensor \(TAO\)/)
    })
  })

  test('the log is clean', () => assert.deepEqual(vscode.log(), []))
})
