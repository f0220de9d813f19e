import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { sampleVault } from '../vscode/folders.mjs'
import { Evaluation } from './evaluation.mjs'
import { eventually, open } from './workbench.mjs'

const record = (project, date, [layer, token, usage]) =>
  `---\ntype: crypto-ai-evaluation\nproject: ${project}\ndate: ${date}\nlayer: ${layer}\ntoken: ${token}\nusage: ${usage}\n---\n`
const today = new Date().toISOString().slice(0, 10)

const notes = {
  'note.md': 'Akash, Nosana and NEAR.\n',
  'often.md': '# Video\n\nLivepeer, and Livepeer, and Livepeer again.\n',
  'diary.md': [
    '# Diary',
    '',
    'Looked at Golem. Livepeer can wait.',
    '',
    '### Evaluation: Golem Network (GLM), 2026-03-04',
    '',
    '| Question | Answer | Why |',
    '| --- | --- | --- |',
    '| What layer does it sit at? | Yes: Compute | |',
    '| Does the token do work? | Yes | |',
    '| Is anyone using it? | Unsure | I found no numbers |',
    '',
    '### Evaluation: Grass, 2026-03-05',
    '',
    '| Question | Answer |',
    '| --- | --- |',
    '| Is anyone using it? | hard to say |',
    '',
  ].join('\n'),
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
      assert.deepEqual(await rows(), [
        'Akash Network AKT',
        'Golem Network GLM',
        'NEAR Protocol NEAR',
        'MoonGPTnot on the map',
      ]),
    )
    await table()
      .getByText(/^\d+ days old$/)
      .first()
      .waitFor()
    await vscode
      .panel()
      .getByText('diary.md: it needs a table of Question and Answer with a row for Layer. It is left as it is.')
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
        waiting.some((text) => /Livepeer.*mentioned 4 times/s.test(text)),
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
    await eventually(async () => assert.equal((await rows())[3], 'Akash Network AKT'))
    assert.equal(
      await vscode.panel().getByRole('columnheader', { name: 'Verdict' }).getAttribute('aria-sort'),
      'descending',
    )
    await vscode.panel().getByLabel('Show').selectOption('to look at again')
    await eventually(async () => assert.deepEqual(await rows(), ['NEAR Protocol NEAR', 'Golem Network GLM']))
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

  test('an evaluation that stands in a note opens at its heading', async () => {
    await vscode.panel().getByRole('tab', { name: 'Evaluations' }).click()
    await vscode.panel().getByRole('button', { name: 'Open the record of Golem Network, 4 Mar 2026' }).click()
    await vscode.activeTab.filter({ hasText: 'diary.md' }).waitFor()
    await vscode.statusBar.getByText('Ln 5, Col 1').waitFor()
  })

  test('while it is evaluated, the lines of all notes that mention a project are shown, the current note’s first', async () => {
    await vscode.panel().getByRole('button', { name: 'Evaluate Livepeer' }).click()
    const livepeer = new Evaluation(vscode, 'Livepeer')
    await livepeer.asks(1)
    const all = await vscode.quickInput.locator('.monaco-list-row').allInnerTexts()
    const lines = all.map((row) => row.replace(/\s+/g, ' ').trim()).filter((row) => /, line \d/.test(row))
    assert.match(lines[0] ?? '', /^diary\.md, line 3 ?Looked at Golem\. Livepeer can wait\. ?In your notes$/)
    assert.match(lines[1] ?? '', /^often\.md, line 3, and 2 more ?Livepeer, and Livepeer, and Livepeer again\.$/)
    await livepeer.answerFrom(1, ['Yes: Compute'])
    await eventually(async () => assert.match(await livepeer.title(), /cleared\)$/))
    await livepeer.choose('Insert into the note at the cursor')
    // It counts at once, though nothing was saved.
    await vscode.activeTab.filter({ hasText: 'diary.md' }).waitFor()
    await eventually(async () => assert.ok((await rows()).includes('Livepeer LPT')))
  })

  test('two evaluations side by side', async () => {
    await vscode.runCommand('Crypto AI Layers: Compare Evaluations…')
    await vscode.quickInput.getByPlaceholder('Compare the evaluation of…').waitFor()
    await vscode.quickInput.locator('.monaco-list-row').filter({ hasText: 'Akash Network' }).first().click()
    await vscode.quickInput.getByPlaceholder(/^Compare Akash Network, \d.* 20\d\d, with…$/).waitFor()
    await vscode.quickInput.locator('.monaco-list-row').filter({ hasText: '5 January 2026' }).click()
    await eventually(async () => {
      const text = await vscode.text()
      assert.match(text, new RegExp(`# Akash Network, ${today} and 2026-01-05`))
      assert.match(text, /\| Verdict ≠ +\| worth deeper diligence \| worth watching +\|/)
      assert.match(text, /\| Usage ≠ +\| Yes +\| No +\|/)
    })
  })

  test('the scorecard goes out as Markdown and as CSV', async () => {
    await vscode.runCommand('Crypto AI Layers: Export Scorecard…')
    await vscode.pick('Markdown')
    await eventually(async () =>
      assert.match(await vscode.text(), /## Compute\n\n\| Project \| Layer \| Token \| Usage \|/),
    )
    await vscode.runCommand('Crypto AI Layers: Export Scorecard…')
    await vscode.pick('CSV')
    await eventually(async () =>
      assert.match(await vscode.text(), /^Project,Ticker,On layer,Layer,Token,Usage,Cleared/),
    )
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

suite('evaluations whose evidence changes', () => {
  // On one line: the editor indents others as it likes.
  const map = (change) => `changes: [{ id: akash, ${change} }]\n`
  const evidence = '{ id: lease-revenue-2026-q1, metric: lease revenue, value: 90000, unit: USD per quarter'
  const source = 'asOf: 2026-Q3, claimant: third-party, source: { title: A report, date: 2026-10-30 } }'

  test('is to be looked at again as soon as one’s own map says otherwise, and a re-check tells what', async () => {
    const record = 'evaluations/akash-2026-11-18.md'
    const vscode = await open(
      {
        [record]: readFileSync(path.join(sampleVault, record), 'utf8'),
        '.crypto-ai-layers/map.yaml': map('does: Rents machines'),
      },
      { note: '.crypto-ai-layers/map.yaml', size: { width: 1500, height: 1000 } },
    )
    await vscode.runCommand('Crypto AI Layers: Show Scorecard')
    const table = vscode.panel().getByRole('table', { name: 'Evaluated projects' })
    await table.getByText('Akash Network').waitFor()
    // The map came while the index of the vault was being read.
    await vscode
      .panel()
      .getByText(/^All notes: 1 note, /)
      .waitFor()
    assert.equal(await table.getByText('lease revenue').count(), 0)

    await vscode.editor.locator('.view-line').first().click()
    await vscode.page.keyboard.press('ControlOrMeta+A')
    await vscode.page.keyboard.insertText(map(`evidence: [${evidence}, ${source}]`))
    await vscode.page.keyboard.press('ControlOrMeta+S')
    const change = 'lease revenue: 253,000 USD per quarter, 2026-Q1 → 90,000 USD per quarter, 2026-Q3'
    await table.getByText(change).waitFor()

    await table.getByRole('button', { name: 'Re-check Akash Network' }).click()
    const akash = new Evaluation(vscode, 'Akash Network')
    await akash.asks(1)
    assert.ok((await vscode.choices()).includes(change))
    await akash.leave()
  })
})
