import assert from 'node:assert/strict'
import { eventually, open } from './workbench.mjs'

suite('evaluate', () => {
  /** @type {import('./workbench.mjs').Workbench} */
  let vscode
  const title = () => vscode.quickInput.locator('.quick-input-title').innerText()

  suiteSetup(async () => {
    vscode = await open({ 'note.md': 'Nosana runs jobs.\n' }, { note: 'note.md', size: { width: 1400, height: 900 } })
  })

  test('three questions by keyboard: a note, back, a verdict in the note, undone at once', async () => {
    await vscode.click('Nosana')
    await vscode.runCommand('Crypto AI Layers: Evaluate Project…')
    await eventually(async () => assert.equal(await title(), 'Nosana: What layer does it sit at? (1/3)'))
    assert.match((await vscode.choices())[0] ?? '', /Yes: Compute/)
    const asks = async (question, reason) => {
      await eventually(async () => {
        assert.equal(await title(), question)
        assert.equal(await vscode.quickInput.getByPlaceholder('Why? (optional)').count(), reason ? 1 : 0)
      })
    }
    const enter = () => vscode.page.keyboard.press('Enter')
    await enter()
    await asks('Nosana: What layer does it sit at? (1/3)', true)
    assert.match(await vscode.quickInput.locator('input').inputValue(), /GPU/)
    await enter()
    await asks('Nosana: Does the token do work? (2/3)', false)
    await enter()
    await asks('Nosana: Does the token do work? (2/3)', true)
    await enter()
    await asks('Nosana: Is anyone using it? (3/3)', false)
    await vscode.quickInput.getByRole('button', { name: 'Back' }).click()
    await asks('Nosana: Does the token do work? (2/3)', true)
    await enter()
    await asks('Nosana: Is anyone using it? (3/3)', false)
    await vscode.page.keyboard.press('ArrowUp')
    await vscode.page.keyboard.press('ArrowUp')
    await enter()
    await asks('Nosana: Is anyone using it? (3/3)', true)
    assert.equal(await vscode.quickInput.locator('input').inputValue(), '')
    await vscode.page.keyboard.type('I ran a job')
    await enter()
    await eventually(async () => assert.equal(await title(), 'Nosana: worth deeper diligence (3 of 3 cleared)'))
    await vscode.page.keyboard.press('Enter')
    await eventually(async () => {
      const text = await vscode.text()
      assert.match(text, /### Evaluation: Nosana \(NOS\)/)
      assert.match(text, /\| Is anyone using it\? \| Yes \| I ran a job \|/)
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
      ['1/3', 'cannot be placed'],
      ['2/3', 'Unsure'],
      ['3/3', 'Unsure'],
    ]) {
      await eventually(async () => assert.ok((await title()).includes(step)))
      await choose(label)
      await vscode.quickInput.getByPlaceholder('Why? (optional)').waitFor()
      await vscode.page.keyboard.press('Enter')
    }
    await eventually(async () => assert.equal(await title(), 'MoonGPT: a vibe (0 of 3 cleared)'))
    await vscode.page.keyboard.press('Enter')
    await eventually(async () => assert.match(await vscode.text(), /A flag: it cannot be placed cleanly on the map\./))
  })

  test('the log is clean', () => assert.deepEqual(vscode.log(), []))
})
