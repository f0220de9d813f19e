import assert from 'node:assert/strict'
import { eventually, open } from './workbench.mjs'

suite('evaluate', () => {
  /** @type {import('./workbench.mjs').Workbench} */
  let vscode
  /** The first lines of the rows on top. */
  const labels = async (rows) => (await vscode.choices()).slice(0, rows).map((row) => row.split('\n')[0])
  const title = () => vscode.quickInput.locator('.quick-input-title').innerText()

  suiteSetup(async () => {
    vscode = await open({ 'note.md': 'Nosana runs jobs.\n' }, { note: 'note.md', size: { width: 1400, height: 900 } })
  })

  test('three questions by keyboard: a note, back, a verdict in the note, undone at once', async () => {
    await vscode.click('Nosana')
    await vscode.runCommand('Crypto AI Layers: Evaluate Project…')
    await eventually(async () => assert.equal(await title(), 'Nosana: What layer does it sit at? (1/4)'))
    assert.match((await vscode.choices())[0] ?? '', /Yes: Compute/)
    const asks = async (question, reason) => {
      await eventually(async () => {
        assert.equal(await title(), question)
        assert.equal(await vscode.quickInput.getByPlaceholder('Why? (optional)').count(), reason ? 1 : 0)
      })
    }
    const enter = () => vscode.page.keyboard.press('Enter')
    await enter()
    await asks('Nosana: What layer does it sit at? (1/4)', true)
    assert.match(await vscode.quickInput.locator('input').inputValue(), /GPU/)
    await enter()
    await asks('Nosana: Does the token do work? (2/4)', false)
    await enter()
    await asks('Nosana: Does the token do work? (2/4)', true)
    await enter()
    await asks('Nosana: Is anyone using it? (3/4)', false)
    await vscode.quickInput.getByRole('button', { name: 'Back' }).click()
    await asks('Nosana: Does the token do work? (2/4)', true)
    await enter()
    await asks('Nosana: Is anyone using it? (3/4)', false)
    await vscode.page.keyboard.press('ArrowUp')
    await vscode.page.keyboard.press('ArrowUp')
    await enter()
    await asks('Nosana: Is anyone using it? (3/4)', true)
    assert.equal(await vscode.quickInput.locator('input').inputValue(), '')
    await vscode.page.keyboard.type('I ran a job')
    await enter()
    await eventually(async () => assert.equal(await title(), 'Nosana: How sure are you? (4/4)'))
    await enter()
    await eventually(async () => assert.equal(await title(), 'Nosana: worth deeper diligence (3 of 3 cleared)'))
    assert.deepEqual(await labels(3), [
      'Keep as a record in the vault',
      'Insert into the note at the cursor',
      'Copy to the clipboard',
    ])
    await vscode.page.keyboard.press('ArrowDown')
    await vscode.page.keyboard.press('Enter')
    await eventually(async () => {
      const text = await vscode.text()
      assert.match(text, /### Evaluation: Nosana \(NOS\)/)
      assert.match(text, /\| Is anyone using it\? \| Yes \| Unsure \| I ran a job \|/)
    })
    await vscode.click('Nosana runs')
    await vscode.page.keyboard.press('ControlOrMeta+Z')
    await eventually(async () => assert.equal((await vscode.text()).trim(), 'Nosana runs jobs.'))
  })

  test('a name that is not on the map can be evaluated, and not placing it is a flag', async () => {
    await vscode.click('jobs')
    await vscode.runCommand('Crypto AI Layers: Evaluate Project…')
    await eventually(async () => assert.equal(await title(), 'Evaluate a Project'))
    await vscode.quickInput.locator('.quick-input-box input').fill('MoonGPT')
    const choose = (label) => vscode.quickInput.locator('.monaco-list-row').filter({ hasText: label }).click()
    await choose('MoonGPT')
    for (const [step, label] of [
      ['1/4', 'cannot be placed'],
      ['2/4', 'Unsure'],
      ['3/4', 'Unsure'],
    ]) {
      await eventually(async () => assert.ok((await title()).includes(step)))
      await choose(label)
      await vscode.quickInput.getByPlaceholder('Why? (optional)').waitFor()
      await vscode.page.keyboard.press('Enter')
    }
    await eventually(async () => assert.equal(await title(), 'MoonGPT: How sure are you? (4/4)'))
    await vscode.page.keyboard.press('Enter')
    await eventually(async () => assert.equal(await title(), 'MoonGPT: a vibe (0 of 3 cleared)'))
    await choose('Keep as a record')
    await eventually(async () => assert.match(await vscode.activeTab.innerText(), /moongpt-\d{4}-\d\d-\d\d\.md/))
    await eventually(async () => assert.match(await vscode.text(), /A flag: it cannot be placed cleanly on the map\./))
  })

  test('an answer against what is known asks for a reason; own evidence goes into the record', async () => {
    await vscode.openNote('note.md')
    await vscode.click('Nosana')
    await vscode.runCommand('Crypto AI Layers: Evaluate Project…')
    const choose = (label) => vscode.quickInput.locator('.monaco-list-row').filter({ hasText: label }).click()
    await choose('cannot be placed')
    await vscode.quickInput.getByPlaceholder('Why not "Yes: Compute", as known?').waitFor()
    await vscode.page.keyboard.press('Enter')
    await vscode.quickInput.getByText('Say why it is not as known').waitFor()
    await vscode.page.keyboard.type('It is everything at once')
    await vscode.page.keyboard.press('Enter')
    await eventually(async () => assert.equal(await title(), 'Nosana: Does the token do work? (2/4)'))
    await choose('Add evidence of your own')
    for (const [placeholder, text] of [
      ['What does it show?', 'I staked'],
      ['The number', '10 NOS'],
      ['https://', 'https://example.com/stake'],
      ['As of when?', '2026-11'],
    ]) {
      await vscode.quickInput.getByPlaceholder(placeholder).waitFor()
      await vscode.page.keyboard.type(text)
      await vscode.page.keyboard.press('Enter')
    }
    await eventually(async () => assert.ok((await labels(20)).some((label) => label.startsWith('I staked'))))
    for (let enter = 0; enter < 5; enter++) {
      await vscode.page.keyboard.press('Enter')
      await vscode.page.waitForTimeout(400)
    }
    await choose('Keep as a record')
    await eventually(async () => assert.match(await vscode.activeTab.innerText(), /nosana-\d{4}-\d\d-\d\d\.md/))
    // Where lines wrap is the window's business.
    const text = async () => (await vscode.text()).replaceAll('\n', '')
    await eventually(async () =>
      assert.match(await text(), /No: cannot be placed \| Yes: Compute \| It is everything at once \|/),
    )
    await vscode.page.keyboard.press('ControlOrMeta+End')
    await eventually(async () => assert.match(await text(), /\| Token \| I staked \| 10 NOS \| 2026-11 \| me \|/))
  })

  test('the log is clean', () => assert.deepEqual(vscode.log(), []))

  // Last, for VS Code itself complains when it is reloaded.
  test('a window that is closed in the middle: the answers are offered again, with what was being typed', async () => {
    await vscode.openNote('note.md')
    await vscode.click('Nosana')
    await vscode.runCommand('Crypto AI Layers: Evaluate Project…')
    await eventually(async () => assert.equal(await title(), 'Nosana: What layer does it sit at? (1/4)'))
    await vscode.page.keyboard.press('Enter')
    await vscode.quickInput.getByPlaceholder('Why? (optional)').waitFor()
    await vscode.page.keyboard.press('ControlOrMeta+A')
    await vscode.page.keyboard.type('half a thou')
    await vscode.reload()
    await vscode.openNote('note.md')
    const offer = vscode.page.locator('.notifications-toasts .notification-list-item')
    await offer.filter({ hasText: 'Your evaluation of Nosana was interrupted. Your answers are kept.' }).waitFor()
    await offer.getByRole('button', { name: 'Continue' }).click()
    await vscode.quickInput.getByPlaceholder('Why? (optional)').waitFor()
    assert.equal(await vscode.quickInput.locator('input').inputValue(), 'half a thou')
    await vscode.page.keyboard.press('Escape')
    await vscode.quickInput.waitFor({ state: 'hidden' })
    await vscode.click('Nosana')
    await vscode.runCommand('Crypto AI Layers: Evaluate Project…')
    await eventually(async () => assert.deepEqual(await labels(2), ['Continue', 'Start anew']))
    await vscode.page.keyboard.press('Escape')
  })
})
