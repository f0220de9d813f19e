import assert from 'node:assert/strict'
import { eventually, open } from './workbench.mjs'

const record = (project, date, [layer, token, usage]) =>
  `---\ntype: crypto-ai-evaluation\nproject: ${project}\ndate: ${date}\nlayer: ${layer}\ntoken: ${token}\nusage: ${usage}\n---\n`
const today = new Date().toISOString().slice(0, 10)

const notes = {
  'note.md': 'Akash, Nosana and NEAR.\n',
  'often.md': 'Livepeer, and Livepeer, and Livepeer again.\n',
  'portfolio.md': '# Portfolio\n\n- RENDER: 10 @ $2\n',
  'evaluations/akash-2026-01-05.md': record('akash', '2026-01-05', ['compute', 'yes', 'no']),
  [`evaluations/akash-${today}.md`]: record('akash', today, ['compute', 'yes', 'yes']),
  'evaluations/near-2026-02-03.md': record('near', '2026-02-03', ['execution-ux', 'no', 'unsure']),
  [`evaluations/moon-${today}.md`]: record('MoonGPT', today, ['no', 'no', 'unsure']),
  'evaluations/broken.md': record('grass', 'in May', ['compute', 'yes', 'no']),
}

suite('evaluations', () => {
  /** @type {import('./workbench.mjs').Workbench} */
  let vscode
  const table = () => vscode.panel().getByRole('table', { name: 'Evaluated projects' })
  /** The projects from top to bottom. */
  const rows = () =>
    table()
      .getByRole('rowheader')
      .evaluateAll((all) => all.map((cell) => cell.textContent?.replace(/\s+/g, ' ').trim()))

  suiteSetup(async () => {
    vscode = await open(notes, { note: 'portfolio.md', size: { width: 1500, height: 1000 } })
    await vscode.openNote('note.md')
    await vscode.runCommand('Crypto AI Layers: Show Scorecard')
  })

  test('all evaluated projects by layer; old ones and odd ones are marked, broken ones told', async () => {
    await eventually(async () =>
      assert.deepEqual(await rows(), ['Akash Network AKT', 'NEAR Protocol NEAR', 'MoonGPTnot on the map']),
    )
    await table()
      .getByText(/^\d+ days old$/)
      .waitFor()
    await vscode
      .panel()
      .getByText("evaluations/broken.md: 'date' must be a day: 2026-05-19. It is left as it is.")
      .waitFor()
  })

  test('what is held or mentioned often and not evaluated waits', async () => {
    await eventually(async () => {
      const waiting = await vscode.panel().locator('.to-do li').allInnerTexts()
      assert.ok(
        waiting.some((text) => /Livepeer.*mentioned 3 times/s.test(text)),
        waiting.join('\n'),
      )
      assert.ok(
        waiting.some((text) => /Render.*held/s.test(text)),
        waiting.join('\n'),
      )
    })
  })

  test('sorts and filters by keyboard', async () => {
    const verdict = vscode.panel().getByRole('button', { name: 'Verdict' })
    await verdict.focus()
    await vscode.page.keyboard.press('Enter')
    await vscode.page.keyboard.press('Enter')
    await eventually(async () => assert.equal((await rows())[2], 'Akash Network AKT'))
    assert.equal(
      await vscode.panel().getByRole('columnheader', { name: 'Verdict' }).getAttribute('aria-sort'),
      'descending',
    )
    await vscode.panel().getByLabel('Show').selectOption('to look at again')
    await eventually(async () => assert.deepEqual(await rows(), ['NEAR Protocol NEAR']))
    await vscode.panel().getByLabel('Show').selectOption('')
  })

  test('a project’s details tell its verdicts, and what changed', async () => {
    await table().getByRole('button', { name: 'Akash Network AKT' }).click()
    const history = vscode.panel().locator('.history > li')
    await eventually(async () => assert.equal(await history.count(), 2))
    assert.match(await history.first().innerText(), /worth deeper diligence \(3 of 3\)/)
    assert.match(await history.first().innerText(), /Usage: No → Yes/)
    await vscode.panel().getByRole('button', { name: 'Back to the evaluations' }).click()
  })

  test('the map and the card show the last verdict', async () => {
    await vscode.panel().getByRole('tab', { name: 'Map' }).click()
    await vscode
      .panel()
      .getByRole('button', { name: /^Akash Network, AKT.*your verdict: worth deeper diligence/ })
      .waitFor()
    const card = await vscode.hover('Akash')
    assert.match(await card.innerText(), /Your verdict: worth deeper diligence/)
    await vscode.page.keyboard.press('Escape')
    await vscode.panel().getByRole('tab', { name: 'Evaluations' }).click()
  })

  test('a re-check starts from the scorecard, a record opens from it', async () => {
    await vscode.panel().getByRole('button', { name: 'Re-check NEAR Protocol' }).click()
    await eventually(async () =>
      assert.equal(
        await vscode.quickInput.locator('.quick-input-title').innerText(),
        'NEAR Protocol: What layer does it sit at? (1/4)',
      ),
    )
    await vscode.quickInput.getByPlaceholder('3 February 2026: Yes: Execution/UX').waitFor()
    await vscode.page.keyboard.press('Escape')
    await vscode
      .panel()
      .getByRole('button', { name: /^Open the record of NEAR Protocol/ })
      .click()
    await vscode.activeTab.filter({ hasText: 'near-2026-02-03.md' }).waitFor()
  })

  // Before axe, whose look at the style sheet the page's policy refuses.
  test('the log is clean', () => assert.deepEqual(vscode.log(), []))

  for (const theme of ['light', 'dark', 'hcDark', 'hcLight']) {
    test(`accessible in ${theme}`, async () => {
      await vscode.setTheme(theme)
      await vscode.panel().getByRole('tab', { name: 'Evaluations' }).click()
      await table().waitFor()
      assert.deepEqual(await vscode.axe(), [])
    })
  }
})
