import assert from 'node:assert/strict'
import { sampleVault } from '../vscode/folders.mjs'
import { Evaluation } from './evaluation.mjs'
import { eventually, open } from './workbench.mjs'

/** What a researcher does of an evening, from beginning to end, with the sample notes. */
suite('an evening of evaluations', () => {
  /** @type {import('./workbench.mjs').Workbench} */
  let vscode
  const note = 'Compute market.md'
  /** Beside the panel, which may have the focus again. */
  const recordOpens = (name) =>
    eventually(async () => {
      const shown = await vscode.page.locator('.tab.active').allInnerTexts()
      assert.match(shown.join('\n'), new RegExp(`^${name}-\\d{4}-\\d\\d-\\d\\d`, 'm'))
    })

  suiteSetup(async () => {
    vscode = await open(sampleVault, { note, size: { width: 1400, height: 1000 } })
  })

  test('the window is closed in the middle of the first; it goes on, and is kept as a record', async () => {
    const render = await Evaluation.begin(vscode, 'Render Network', 'Render')
    await render.enter()
    await render.asksWhy(1)
    await vscode.page.keyboard.press('ControlOrMeta+A')
    await vscode.page.keyboard.type('Frames are rendered on it')
    await vscode.reload('Frames are rendered on it')
    await vscode.openNote(note)
    await render.isOfferedAgain('Frames are rendered on it')
    await render.enter()
    await render.answerFrom(2)
    await render.comesTo('worth deeper diligence (3 of 3 cleared)')
    await render.enter()
    await recordOpens('render')
  })

  test('the second goes into the note, the third is a name that nobody has placed', async () => {
    await vscode.openNote(note)
    const ionet = await Evaluation.begin(vscode, 'io.net')
    await ionet.answerFrom(1, [undefined, undefined, 'Unsure'])
    await eventually(async () => assert.match(await ionet.title(), /cleared\)$/))
    await ionet.choose('Insert into the note at the cursor')
    await eventually(async () => assert.match(await vscode.text(), /Evaluation: io\.net/))
    await vscode.page.keyboard.press('ControlOrMeta+S')
    const moon = await Evaluation.beginTyped(vscode, 'MoonGPT', 'Scale')
    await moon.answerFrom(1, ['cannot be placed', 'No', 'Unsure'])
    await moon.comesTo('a vibe (0 of 3 cleared)')
    await moon.enter()
    await recordOpens('moongpt')
  })

  test('an old one is checked again, from the scorecard, which then has all of them', async () => {
    await vscode.runCommand('Crypto AI Layers: Show Scorecard')
    const table = vscode.panel().getByRole('table', { name: 'Evaluated projects' })
    await table.getByRole('button', { name: 'Re-check NEAR Protocol' }).click()
    const near = new Evaluation(vscode, 'NEAR Protocol')
    await near.answerFrom(1, [undefined, undefined, 'Yes'])
    await near.comesTo('worth deeper diligence (3 of 3 cleared)')
    assert.ok((await vscode.choices()).includes('Usage: Unsure → Yes'))
    await near.enter()
    await recordOpens('near')
    await eventually(async () => {
      const rows = await table.locator('tbody tr:has(th)').allInnerTexts()
      const [render, ionet, moon, nosana, now] = ['Render', 'io.net', 'MoonGPT', 'Nosana', 'NEAR'].map((name) =>
        rows.find((row) => row.includes(name)),
      )
      assert.match(render ?? '', /worth deeper diligence/)
      assert.match(ionet ?? '', /worth watching/)
      assert.match(moon ?? '', /not on the map[^]*a vibe/)
      assert.match(nosana ?? '', /worth watching[^]*12 Aug 2026/)
      assert.match(now ?? '', /worth deeper diligence/)
    })
    await vscode.panel().getByText("evaluations/grass.md: 'date' must be a day").waitFor()
  })
})
