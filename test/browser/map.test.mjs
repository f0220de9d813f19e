import assert from 'node:assert/strict'
import { eventually, open } from './workbench.mjs'

const notes = {
  'compute.md': '# Compute\n\nNosana and Akash rent GPUs.\n\nMore on Nosana.\n',
  'tao.md': 'Staking TAO in Bittensor.\n',
  '<img src=x onerror=alert(1)>.md':
    'Bittensor <img src=x onerror="alert(1)"> [x](command:workbench.action.closeWindow)\n',
}

suite('layer map', () => {
  /** @type {import('./workbench.mjs').Workbench} */
  let vscode
  const lit = () =>
    vscode
      .panel()
      .getByRole('button', { name: /mentions? in this note/ })
      .evaluateAll((chips) => chips.map((chip) => chip.getAttribute('aria-label') ?? chip.textContent))

  const chip = (name) => vscode.panel().getByRole('button', { name }).first()

  const find = async (typed) => {
    await vscode.runCommand('Crypto AI Layers: Find Project on the Map…')
    await vscode.quickInput.getByPlaceholder('Name, ticker, netuid or former name').fill(typed)
  }

  suiteSetup(async () => {
    vscode = await open(notes, { note: 'compute.md', size: { width: 1400, height: 900 } })
    await vscode.runCommand('Crypto AI Layers: Show Layer Map')
  })

  test('four floors from the top down, and what fits none', async () => {
    await vscode.panel().getByRole('heading', { level: 2 }).first().waitFor()
    const floors = await vscode.panel().getByRole('heading', { level: 2 }).allInnerTexts()
    assert.deepEqual(
      floors.map((floor) => floor.trim().split('\n')[0]),
      ['Execution/UX', 'Agents & Data', 'Intelligence', 'Compute', 'Cannot be placed'],
    )
  })

  test('the projects of the note are lit, and the map follows the note', async () => {
    await eventually(async () =>
      assert.deepEqual(await lit(), [
        'Akash Network, AKT, 1 mention in this note',
        'Nosana, NOS, 2 mentions in this note',
      ]),
    )
    await vscode.runCommand('View: Focus First Editor Group')
    await vscode.openNote('tao.md')
    await eventually(async () => assert.deepEqual(await lit(), ['Bittensor, TAO, 2 mentions in this note']))
    await vscode.click('Staking')
    await vscode.page.keyboard.press('Home')
    await vscode.type('Nosana. ')
    await eventually(async () => assert.equal((await lit()).length, 2))
    await vscode.runCommand('Undo').catch(() => vscode.page.keyboard.press('ControlOrMeta+Z'))
  })

  test('details, a mention in the note, and back', async () => {
    await vscode.runCommand('View: Focus First Editor Group')
    await vscode.openNote('compute.md')
    const panel = vscode.panel()
    await panel.getByRole('button', { name: /^Nosana, NOS/ }).click()
    await panel.getByRole('heading', { level: 1, name: /Nosana/ }).waitFor()
    await panel.getByRole('button', { name: /More on/ }).click()
    await eventually(async () => assert.match(await vscode.statusBar.innerText(), /Ln 5, Col \d+ \(6 selected\)/))
    await panel.getByRole('button', { name: 'Back to the map' }).click()
    await panel.getByRole('heading', { level: 2, name: /Compute/ }).waitFor()
  })

  for (const [typed, label] of [
    ['64', 'Chutes'],
    ['omron', 'DSperse'],
    ['RNDR', 'Render Network'],
    ['Autonolas', 'Olas'],
    ['hnt', 'Helium'],
  ]) {
    test(`'${typed}' finds ${label}`, async () => {
      await find(typed)
      await eventually(async () => assert.ok((await vscode.choices())[0]?.startsWith(label)))
      await vscode.page.keyboard.press('Escape')
    })
  }

  test('a project that is found opens on the map', async () => {
    await find('Zeus')
    await eventually(async () => assert.match((await vscode.choices())[0] ?? '', /^Zeus/))
    await vscode.page.keyboard.press('Enter')
    await vscode.panel().getByRole('heading', { level: 1, name: /Zeus/ }).waitFor()
    await vscode.panel().getByRole('button', { name: 'Back to the map' }).click()
  })

  test('by keyboard alone', async () => {
    const panel = vscode.panel()
    await panel.getByRole('button', { name: /^NEAR Protocol/ }).focus()
    await vscode.page.keyboard.press('Enter')
    await panel.getByRole('heading', { level: 1, name: /NEAR Protocol/ }).waitFor()
    await vscode.page.keyboard.press('Escape')
    await eventually(async () => {
      const focused = await (
        await vscode.panelFrame()
      ).evaluate(() => document.activeElement?.getAttribute('aria-label'))
      assert.equal(focused, 'NEAR Protocol, NEAR')
    })
  })

  for (const theme of /** @type {const} */ (['light', 'hcDark', 'hcLight', 'dark'])) {
    test(`accessible in ${theme}, map and details`, async () => {
      await vscode.setTheme(theme)
      await vscode.panel().getByRole('heading', { level: 2 }).first().waitFor()
      assert.deepEqual(await vscode.axe(), [])
      await chip(/^Bittensor/).click()
      await vscode
        .panel()
        .getByRole('heading', { level: 1, name: /Bittensor/ })
        .waitFor()
      assert.deepEqual(await vscode.axe(), [])
      await vscode.panel().getByRole('button', { name: 'Back to the map' }).click()
    })
  }

  test('nothing from a note or a file name is run or linked', async () => {
    let dialogs = 0
    vscode.page.on('dialog', (dialog) => {
      dialogs++
      void dialog.dismiss()
    })
    await vscode.runCommand('View: Focus First Editor Group')
    await vscode.openNote('<img src=x onerror=alert(1)>.md')
    await vscode.panel().getByText('<img src=x onerror=alert(1)>.md').first().waitFor()
    await chip(/^Bittensor/).click()
    await vscode
      .panel()
      .getByRole('button', { name: /onerror/ })
      .first()
      .waitFor()
    const frame = await vscode.panelFrame()
    assert.deepEqual(
      await frame.evaluate(() => [
        document.querySelectorAll('img').length,
        document.querySelectorAll('a:not([href^="https:"])').length,
      ]),
      [0, 0],
    )
    assert.equal(dialogs, 0)
  })

  test('a reload brings back the panel with the project that was open', async () => {
    await vscode.runCommand('View: Focus First Editor Group')
    await vscode.openNote('compute.md')
    await vscode.reload('bittensor"],"scroll"')
    await eventually(async () => {
      await vscode
        .panel()
        .getByRole('heading', { level: 1, name: /Bittensor/ })
        .waitFor({ timeout: 2000 })
    }, 20_000)
  })

  suite('300 px wide', () => {
    /** @type {import('./workbench.mjs').Workbench} */
    let narrow
    const isFitting = async () => {
      const frame = await narrow.panelFrame()
      const [width, overflow] = await frame.evaluate(() => [
        innerWidth,
        document.documentElement.scrollWidth - innerWidth,
      ])
      assert.ok(width < 340, String(width))
      assert.ok(overflow <= 0, String(overflow))
    }

    suiteSetup(async () => {
      narrow = await open(notes, { note: 'compute.md', size: { width: 660, height: 900 } })
      await narrow.runCommand('View: Toggle Primary Side Bar Visibility')
      await narrow.runCommand('Crypto AI Layers: Show Layer Map')
      await narrow.panel().getByRole('heading', { level: 2 }).first().waitFor()
    })

    test('nothing is cut off', isFitting)

    test('all 251 projects unfold by keyboard, and are reached by it', async () => {
      const folded = narrow.panel().getByRole('button', { name: /^Show all/ })
      await eventually(async () => {
        while ((await folded.count()) > 0) {
          await folded.first().focus()
          await narrow.page.keyboard.press('Enter')
        }
        assert.equal(await narrow.panel().locator('.chip').count(), 251)
      })
      await isFitting()
      const frame = await narrow.panelFrame()
      const focused = () =>
        frame.evaluate(() => {
          const { left, right, top, bottom } = document.activeElement.getBoundingClientRect()
          const isInView = left >= 0 && right <= innerWidth && top >= 0 && bottom <= innerHeight
          return [document.activeElement.getAttribute('data-project'), isInView]
        })
      await narrow.panel().locator('[data-project=bittensor]').focus()
      await narrow.page.keyboard.press('End')
      await eventually(async () => assert.deepEqual(await focused(), ['qwen', true]))
      await narrow.page.keyboard.press('Home')
      await eventually(async () => assert.deepEqual(await focused(), ['bittensor', true]))
    })

    test('the picker offers all of them, up and down by keyboard', async () => {
      await narrow.runCommand('Crypto AI Layers: Find Project on the Map…')
      await narrow.quickInput.getByPlaceholder('Name, ticker, netuid or former name').waitFor()
      // The last row is one key up from the first.
      await narrow.page.keyboard.press('ArrowUp')
      const row = narrow.quickInput.locator('.monaco-list-row.focused')
      const name = 'ByteLeap'
      await row.filter({ hasText: name }).waitFor()
      const box = await narrow.quickInput.boundingBox()
      assert.ok(box && box.x >= 0 && box.x + box.width <= 660, JSON.stringify(box))
      await narrow.page.keyboard.press('Enter')
      await narrow.panel().getByRole('heading', { level: 1, name }).waitFor()
      await isFitting()
      assert.deepEqual(narrow.log(), [])
    })
  })
})
