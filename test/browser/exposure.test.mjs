import assert from 'node:assert/strict'
import { openExposure, weights } from './exposurePanel.mjs'
import { eventually, open } from './workbench.mjs'

const notes = {
  'portfolio.md': '# Portfolio\n\n- RENDER: 10 @ $2\n- AKT: 20 @ $1\n- NOS: 40 @ $1\n- TAO: 1 @ $20\n',
  'more.md': '---\nholdings:\n  NEAR: $100\n---\n',
  'other.md': 'Bittensor is no position here.\n',
}

suite('exposure', () => {
  /** @type {import('./workbench.mjs').Workbench} */
  let vscode
  const tab = (name) => vscode.panel().getByRole('tab', { name })

  suiteSetup(async () => {
    vscode = await openExposure(notes, 'portfolio.md')
  })

  test('weights of the layers, and what they mean', async () => {
    await eventually(async () =>
      assert.deepEqual(await weights(vscode), [
        'C Compute80%3 holdings',
        'I Intelligence20%1 holding',
        'A Agents & Data0%none',
        'X Execution/UX0%none',
      ]),
    )
    await vscode.panel().getByText('Three bets on one layer').waitFor()
    await vscode.panel().getByText('No position on Agents & Data and Execution/UX.').waitFor()
  })

  test('a finding leads to its line', async () => {
    await vscode.panel().getByRole('button', { name: 'line 4' }).first().click()
    await eventually(async () => assert.match(await vscode.statusBar.innerText(), /Ln 4, Col \d+ \(\d+ selected\)/))
  })

  test('amounts show after a click', async () => {
    assert.equal(await vscode.panel().getByText('20 units').count(), 0)
    await vscode.panel().getByRole('button', { name: 'Show amounts' }).click()
    await vscode.panel().getByText('20 units, 20 USD').waitFor()
    await vscode.panel().getByText('Together 100 USD').waitFor()
    await vscode.panel().getByRole('button', { name: 'Hide amounts' }).click()
  })

  test('the status bar has the weights', async () => {
    await vscode.statusBar.getByText('C 80% I 20%').waitFor()
  })

  test('follows what is typed', async () => {
    await vscode.click('TAO')
    await vscode.page.keyboard.press('End')
    await vscode.type('\nNEAR: 1 @ $100')
    await eventually(async () => assert.equal((await weights(vscode))[3], 'X Execution/UX50%1 holding'))
  })

  /** Takes what the panel shows out of it. */
  const exportAs = async (format, target) => {
    await vscode.panel().getByRole('button', { name: 'Export…' }).filter({ visible: true }).click()
    await vscode.pick(format)
    await vscode.pick(target)
  }
  /** Accepts the name that is offered for a file, and waits for the file. */
  const isSaved = async (extension) => {
    await eventually(async () =>
      assert.match(await vscode.quickInput.locator('.quick-input-box input').inputValue(), /exposure-/),
    )
    await vscode.page.keyboard.press('Enter')
    await vscode.page
      .locator('.explorer-folders-view')
      .getByText(new RegExp(`^exposure-[-\\d]+\\.${extension}$`))
      .waitFor()
  }
  const copiedText = () => vscode.page.evaluate(() => navigator.clipboard.readText())
  /** The size of the picture on the clipboard. */
  const copiedPicture = () =>
    vscode.page.evaluate(async () => {
      const [item] = await navigator.clipboard.read()
      const { width, height } = await createImageBitmap(await item.getType('image/png'))
      return { width, height }
    })

  test('an export goes to a file', async () => {
    for (const format of ['CSV', 'PNG']) {
      await exportAs(format, 'Save to a file…')
      await isSaved(format.toLowerCase())
    }
  })

  test('an export goes to the clipboard, without amounts', async () => {
    await vscode.page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    await exportAs('Markdown', 'Copy to the clipboard')
    await eventually(async () => assert.match(await copiedText(), /^# Exposure, /))
    assert.match(
      await copiedText(),
      /\n\| Holding \| Layer \| Weight \|\n\| --- \| --- \| ---: \|\n\| NEAR Protocol \(NEAR\) \|/,
    )
    await exportAs('CSV', 'Copy to the clipboard')
    await eventually(async () =>
      assert.match(
        await copiedText(),
        /^holding,ticker,layer,weight\r?\nNEAR Protocol,NEAR,Execution\/UX,0\.5000\r?\n/,
      ),
    )
    await exportAs('SVG', 'Copy to the clipboard')
    await eventually(async () => assert.match(await copiedText(), /^<svg [^]*Exposure by layer[^]*50%[^]*<\/svg>/))
    await exportAs('PNG', 'Copy to the clipboard')
    // Twice as fine as it is large.
    await eventually(async () => assert.equal((await copiedPicture()).width, 1520))
    assert.ok((await copiedPicture()).height > 800)
  })

  test('a picture that may not go to the clipboard can go to a file', async () => {
    await (
      await vscode.panelFrame()
    ).evaluate(() => {
      navigator.clipboard.write = () => Promise.reject(new DOMException('Write permission denied.', 'NotAllowedError'))
    })
    await exportAs('PNG', 'Copy to the clipboard')
    const warning = vscode.page.locator('.notifications-toasts .notification-list-item').filter({
      hasText: 'The picture is not on the clipboard: this window may not put pictures there.',
    })
    await warning.getByRole('button', { name: 'Save to a File…' }).click()
    await eventually(async () =>
      assert.match(await vscode.quickInput.locator('.quick-input-box input').inputValue(), /exposure-[-\d]+\.png$/),
    )
    await vscode.page.keyboard.press('Escape')
    await vscode.quickInput.waitFor({ state: 'hidden' })
    await (await vscode.panelFrame()).evaluate(() => Reflect.deleteProperty(navigator.clipboard, 'write'))
  })

  test('the map goes to the clipboard from the palette, and the keyboard stays in the note', async () => {
    await vscode.click('AKT')
    await vscode.page.evaluate(() => navigator.clipboard.writeText(''))
    await vscode.runCommand('Crypto AI Layers: Export Layer Map…')
    await vscode.pick('PNG')
    await vscode.pick('Copy to the clipboard')
    await eventually(async () => assert.equal((await copiedPicture()).width, 1520))
    await eventually(async () => assert.match(await vscode.activeTab.innerText(), /portfolio\.md/))
  })

  test('tabs by keyboard, and back from a project to the view it was opened from', async () => {
    await tab('Exposure').focus()
    await vscode.page.keyboard.press('ArrowLeft')
    await vscode.panel().getByRole('heading', { level: 1, name: 'Four floors of crypto AI' }).waitFor()
    assert.equal(await tab('Map').getAttribute('aria-selected'), 'true')
    await vscode.page.keyboard.press('End')
    await vscode
      .panel()
      .getByRole('button', { name: /^Render Network/ })
      .click()
    await vscode
      .panel()
      .getByRole('heading', { level: 1, name: /Render/ })
      .waitFor()
    await vscode.page.keyboard.press('Escape')
    await eventually(async () =>
      assert.match(
        await (await vscode.panelFrame()).evaluate(() => document.activeElement?.textContent ?? ''),
        /^Render Network/,
      ),
    )
  })

  for (const theme of /** @type {const} */ (['light', 'hcDark', 'hcLight', 'dark'])) {
    test(`accessible in ${theme}`, async () => {
      await vscode.setTheme(theme)
      await tab('Exposure').click()
      await vscode.panel().getByRole('heading', { level: 2, name: 'Holdings' }).waitFor()
      assert.deepEqual(await vscode.axe(), [])
    })
  }

  test('the whole vault', async () => {
    await tab('Exposure').click()
    await vscode.panel().getByRole('button', { name: 'Whole vault' }).click()
    await vscode.panel().getByText('The holdings of all notes add up.').waitFor()
    // 100 of the one note, and 100 that were typed with 100 of the other.
    await eventually(async () => assert.equal((await weights(vscode))[3], 'X Execution/UX67%1 holding'))
    await vscode.panel().getByRole('button', { name: 'more.md, line 3' }).first().click()
    await vscode.activeTab.filter({ hasText: 'more.md' }).waitFor()
    await vscode.panel().getByRole('button', { name: 'This note' }).click()
    await eventually(async () => assert.equal((await weights(vscode))[3], 'X Execution/UX100%1 holding'))
  })

  test('a note without holdings shows how to write them', async () => {
    await vscode.runCommand('View: Focus First Editor Group')
    await vscode.openNote('other.md')
    await vscode.panel().getByText('This note says nothing of what you hold').waitFor()
  })

  test('a reload brings back the view', async () => {
    await vscode.reload('"view":"exposure"')
    await eventually(
      async () => vscode.panel().getByRole('tab', { name: 'Exposure', selected: true }).waitFor({ timeout: 2000 }),
      20_000,
    )
  })

  test('300 px wide, nothing is cut off', async () => {
    const narrow = await open(notes, { note: 'portfolio.md', size: { width: 660, height: 900 } })
    await narrow.runCommand('View: Toggle Primary Side Bar Visibility')
    await narrow.runCommand('Crypto AI Layers: Show Exposure')
    await narrow.panel().getByRole('heading', { level: 2, name: 'Holdings' }).waitFor()
    const [width, overflow] = await (
      await narrow.panelFrame()
    ).evaluate(() => [innerWidth, document.documentElement.scrollWidth - innerWidth])
    assert.ok(width < 340, String(width))
    assert.ok(overflow <= 0, String(overflow))
    assert.deepEqual(narrow.log(), [])
  })
})
