import assert from 'node:assert/strict'
import { Evaluation } from './evaluation.mjs'
import { eventually, open } from './workbench.mjs'

const notes = {
  'note.md':
    '# Plan\n\nNosana runs jobs.\n\nAkash sells leases, Golem Network too.\n\nWe compare it with Render (RENDER).\n',
  // The answers go against what is known, and have reasons of their own.
  'evaluations/flux-2026-01-05.md': [
    '---',
    'type: crypto-ai-evaluation',
    'project: flux # mine',
    'date: 2026-01-05',
    'layer: no',
    'token: unsure',
    'usage: no',
    '---',
    '',
    '| Question | Answer | Known then | Why |',
    '| --- | --- | --- | --- |',
    '| What layer does it sit at? | No |  | It claims all of them |',
    '| Does the token do work? | Unsure |  |  |',
    '| Is anyone using it? | No |  | I found nobody |',
    '',
  ].join('\n'),
}

const plain = (text) => text.replace(/\s+/g, ' ').trim()
const day = String.raw`\d{4}-\d\d-\d\d`

suite('evaluate', () => {
  /** @type {import('./workbench.mjs').Workbench} */
  let vscode
  /** The first lines of the rows on top. */
  const labels = async (rows) => (await vscode.choices()).slice(0, rows).map((row) => row.split('\n')[0])
  const typed = () => vscode.quickInput.locator('.quick-input-box input').inputValue()
  const type = (text) => vscode.page.keyboard.type(text)
  /** A record opens; its text in one line, for where lines wrap is the window's business. */
  const recordOpens = async (name) => {
    await eventually(async () => assert.match(await vscode.activeTab.innerText(), name))
    await vscode.page.keyboard.press('ControlOrMeta+Home')
  }
  const showsText = (pattern) =>
    eventually(async () => assert.match((await vscode.text()).replaceAll('\n', ' '), pattern))

  suiteSetup(async () => {
    vscode = await open(notes, { note: 'note.md', size: { width: 1400, height: 900 } })
  })

  test('three questions by keyboard: a reason, back, a verdict in the note, undone at once', async () => {
    const nosana = await Evaluation.begin(vscode, 'Nosana')
    assert.match((await vscode.choices())[0] ?? '', /Yes: Compute/)
    await nosana.enter()
    await nosana.asksWhy(1)
    assert.match(await typed(), /GPU/)
    await nosana.enter()
    await nosana.answerOne(2)
    await nosana.asks(3)
    await nosana.back()
    await nosana.asksWhy(2)
    await nosana.back()
    await nosana.asks(2)
    await nosana.back()
    await nosana.asksWhy(1)
    await nosana.enter()
    await nosana.answerOne(2)
    await nosana.asks(3)
    await vscode.page.keyboard.press('ArrowUp')
    await vscode.page.keyboard.press('ArrowUp')
    await nosana.enter()
    await nosana.asksWhy(3)
    assert.equal(await typed(), '')
    await type('I ran a job')
    await nosana.enter()
    await nosana.isSure()
    await nosana.comesTo('worth deeper diligence (3 of 3 cleared)')
    assert.deepEqual(await labels(3), [
      'Keep as a record in the vault',
      'Insert into the note at the cursor',
      'Copy to the clipboard',
    ])
    await nosana.back()
    await nosana.isSure()
    await nosana.comesTo('worth deeper diligence (3 of 3 cleared)')
    await vscode.page.keyboard.press('ArrowDown')
    await nosana.enter()
    await showsText(/### Evaluation: Nosana \(NOS\)/)
    await showsText(/\| Is anyone using it\? \| Yes \| Unsure \| I ran a job \|/)
    await vscode.click('Nosana runs')
    await vscode.page.keyboard.press('ControlOrMeta+Z')
    await eventually(async () => assert.equal((await vscode.text()).trim(), notes['note.md'].trim()))
  })

  test('the project under the cursor is the one that is asked about', async () => {
    const render = await Evaluation.begin(vscode, 'Render Network', '(RENDER)')
    await render.leave()
    assert.equal((await vscode.text()).trim(), notes['note.md'].trim())
  })

  test('a question that was left without an answer is no draft; it comes with what is known, who says so, how old it is and where it stands, and with one’s own notes', async () => {
    const render = await Evaluation.begin(vscode, 'Render Network', 'Render ')
    await render.answerOne(1)
    await render.answerOne(2)
    await render.asks(3)
    const frames = render.row('65,000,000 frames')
    assert.match(
      plain(await frames.innerText()),
      /^65,000,000 frames ?12 January 2026, \d+ (?:months|years) old.* · says a third party frames rendered in total, at least · BlockEden: Render and 65 million frames/,
    )
    await frames.hover()
    await frames.getByRole('button', { name: 'Open the source: https://blockeden.xyz/' }).waitFor()
    const mention = vscode.quickInput.locator('.monaco-list-row').filter({ hasText: 'We compare it with Render' })
    assert.match(plain(await mention.innerText()), /^note\.md, line 7 ?We compare it with Render \(RENDER\)\./)
    await render.leave()
  })

  test('another note is looked at in the middle, the questions stay; what was left is offered again', async () => {
    await vscode.openNote('note.md')
    await vscode.click('Golem')
    await vscode.runCommand('Crypto AI Layers: Evaluate Project…')
    const golem = new Evaluation(vscode, 'Golem Network')
    await golem.answerOne(1)
    await golem.asks(2)
    // By the mouse, in the side bar: the questions wait beside the other note.
    const explorer = vscode.page.locator('.explorer-folders-view')
    await explorer.getByText('evaluations', { exact: true }).click()
    await explorer.getByText('flux-2026-01-05.md').click()
    await vscode.activeTab.filter({ hasText: 'flux-2026-01-05.md' }).waitFor()
    await golem.asks(2)
    await golem.choose('The product runs without it')
    await golem.asksWhy(2, 'Why not')
    await vscode.quickInput.locator('.quick-input-box input').fill('I read the other note')
    await golem.leave()
    // By another command, which takes the place of the questions.
    await vscode.openNote('note.md')
    await vscode.click('Golem')
    await vscode.runCommand('Crypto AI Layers: Evaluate Project…')
    await golem.shows('Evaluate Golem Network')
    assert.deepEqual(await labels(2), ['Continue', 'Start anew'])
    await golem.enter()
    await golem.asksWhy(2, 'Why not')
    assert.equal(await typed(), 'I read the other note')
    await golem.enter()
    await golem.answerFrom(3)
    await eventually(async () => assert.match(await golem.title(), /cleared\)$/))
    await golem.choose('Insert into the note at the cursor')
    await showsText(/\| Does the token do work\? \| No \| Yes \| I read the other note \|/)
    await vscode.page.keyboard.press('ControlOrMeta+Z')
    await eventually(async () => assert.equal((await vscode.text()).trim(), notes['note.md'].trim()))
  })

  test('a record in the vault; the second of a day leaves the first alone', async () => {
    await vscode.openNote('note.md')
    const akash = await Evaluation.begin(vscode, 'Akash Network', 'Akash')
    await akash.answerFrom(1)
    await akash.comesTo('worth deeper diligence (3 of 3 cleared)')
    await akash.enter()
    await recordOpens(new RegExp(`akash-${day}\\.md`))
    await showsText(new RegExp(`^--- type: crypto-ai-evaluation project: akash date: ${day} layer: compute `))
    await vscode.openNote('note.md')
    const again = await Evaluation.begin(vscode, 'Akash Network', 'Akash')
    await again.answerFrom(1, [undefined, 'Unsure'])
    await again.comesTo('worth watching (2 of 3 cleared)')
    await again.enter()
    await recordOpens(new RegExp(`akash-${day}-2\\.md`))
    await showsText(/ token: unsure usage: yes verdict: worth-watching /)
    const second = (await vscode.activeTab.innerText()).trim()
    await vscode.openNote(`evaluations/${second.replace('-2.md', '.md')}`)
    await showsText(/ token: yes usage: yes verdict: deeper-diligence /)
  })

  test('a name that is not on the map can be evaluated, and not placing it is a flag', async () => {
    await vscode.openNote('note.md')
    const moon = await Evaluation.beginTyped(vscode, 'MoonGPT', 'jobs')
    await moon.answerFrom(1, ['cannot be placed', 'Unsure', 'Unsure'])
    await moon.comesTo('a vibe (0 of 3 cleared)')
    assert.deepEqual((await labels(6)).slice(3), [
      'It cannot be placed cleanly on the map',
      'Does the token do work?',
      'Is anyone using it?',
    ])
    await moon.enter()
    await recordOpens(new RegExp(`moongpt-${day}\\.md`))
    await showsText(
      /A flag: it cannot be placed cleanly on the map\. +Open: Does the token do work\? Is anyone using it\?/,
    )
  })

  test('an answer against what is known asks for a reason; own evidence goes into the record', async () => {
    await vscode.openNote('note.md')
    const nosana = await Evaluation.begin(vscode, 'Nosana')
    await nosana.choose('cannot be placed')
    await nosana.asksWhy(1, 'Why not "Yes: Compute", as known?')
    await nosana.enter()
    await vscode.quickInput.getByText('Say why it is not as known').waitFor()
    await type('It is everything at once')
    await nosana.enter()
    await nosana.asks(2)
    await nosana.choose('Add evidence of your own')
    for (const [placeholder, text] of [
      ['What does it show?', 'I staked'],
      ['The number', '10 NOS'],
      ['https://', 'https://example.com/stake'],
      ['As of when?', '2026-11'],
    ]) {
      await vscode.quickInput.getByPlaceholder(placeholder).waitFor()
      await type(text)
      await nosana.enter()
    }
    await eventually(async () => assert.ok((await labels(20)).some((label) => label.startsWith('I staked'))))
    await nosana.answerFrom(2)
    await nosana.comesTo('a vibe (1 of 3 cleared)')
    await nosana.enter()
    await recordOpens(new RegExp(`nosana-${day}\\.md`))
    await showsText(/No: cannot be placed \| Yes: Compute \| It is everything at once \|/)
    await vscode.page.keyboard.press('ControlOrMeta+End')
    await showsText(/\| Token \| I staked \| 10 NOS \| 2026-11 \| me \|/)
  })

  test('a re-check begins with the answers and reasons of the last evaluation, and tells what changed', async () => {
    await vscode.openNote('note.md')
    await vscode.runCommand('Crypto AI Layers: Re-check Evaluation…')
    await vscode.quickInput.getByPlaceholder('Re-check the evaluation of…').waitFor()
    const due = await vscode.quickInput.locator('.monaco-list-row').first().innerText()
    assert.match(due, /^Flux\s*5 January 2026\s*a vibe · \d+ days old/)
    await vscode.pick('Flux')
    const flux = new Evaluation(vscode, 'Flux')
    await flux.asks(1)
    await vscode.quickInput.getByPlaceholder('5 January 2026: No: cannot be placed').waitFor()
    await flux.enter()
    await flux.asksWhy(1, 'Why not "Yes: Compute", as known?')
    assert.equal(await typed(), 'It claims all of them')
    await flux.enter()
    await flux.answerOne(2, 'Yes')
    await flux.asks(3)
    await flux.enter()
    await eventually(async () => assert.equal(await typed(), 'I found nobody'))
    await flux.enter()
    await flux.isSure()
    await flux.comesTo('a vibe (1 of 3 cleared)')
    const told = await vscode.choices()
    assert.ok(told.includes('Token: Unsure → Yes'), told.join('\n'))
    await flux.enter()
    await recordOpens(new RegExp(`flux-${day}\\.md`))
    await showsText(/\| No: cannot be placed \| Yes: Compute \| It claims all of them \|/)
    await vscode.openNote('evaluations/flux-2026-01-05.md')
    await showsText(/project: flux # mine date: 2026-01-05 /)
  })

  test('the log is clean', () => assert.deepEqual(vscode.log(), []))

  // From here on VS Code complains: it logs the errors that it shows, and that it is reloaded.
  test('a folder outside the workspace is refused, and the answers go elsewhere', async () => {
    await vscode.page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    await vscode.set({ 'cryptoAiLayers.evaluations.folder': '../outside' })
    await vscode.openNote('note.md')
    const golem = await Evaluation.begin(vscode, 'Golem Network', 'Golem')
    await golem.answerFrom(1)
    await eventually(async () => assert.match(await golem.title(), /cleared\)$/))
    await golem.choose('Keep as a record in the vault')
    await eventually(async () =>
      assert.deepEqual(await vscode.messages(), [
        'cryptoAiLayers.evaluations.folder cannot be used: it must stay inside the workspace. Your answers are kept.',
      ]),
    )
    await golem.choose('Copy to the clipboard')
    await vscode.quickInput.waitFor({ state: 'hidden' })
    await eventually(async () =>
      assert.match(
        await vscode.page.evaluate(() => navigator.clipboard.readText()),
        /^---\ntype: crypto-ai-evaluation\nproject: golem\n/,
      ),
    )
    await vscode.set({ 'cryptoAiLayers.evaluations.folder': 'evaluations' })
  })

  test('a window that is closed in the middle: the answers are offered again, with what was being typed', async function () {
    this.timeout(180_000)
    await vscode.openNote('note.md')
    const nosana = await Evaluation.begin(vscode, 'Nosana')
    await nosana.enter()
    await nosana.asksWhy(1)
    await vscode.page.keyboard.press('ControlOrMeta+A')
    await type('half a thou')
    await vscode.reload('half a thou')
    await vscode.openNote('note.md')
    await nosana.isOfferedAgain('half a thou')
    await nosana.leave()
    await vscode.click('Nosana')
    await vscode.runCommand('Crypto AI Layers: Evaluate Project…')
    await eventually(async () => assert.deepEqual(await labels(2), ['Continue', 'Start anew']))
    await nosana.leave()
  })
})

suite('evaluate without a workspace', () => {
  test('there is no vault to keep a record in; the note and the clipboard are offered, and a draft is kept', async () => {
    const vscode = await open(undefined)
    await vscode.newNote('Nosana runs jobs.')
    const nosana = await Evaluation.begin(vscode, 'Nosana')
    await nosana.enter()
    await nosana.asksWhy(1)
    await nosana.leave()
    await vscode.click('Nosana')
    await vscode.runCommand('Crypto AI Layers: Evaluate Project…')
    await vscode.quickInput.getByPlaceholder('There is an evaluation that is not finished').waitFor()
    await nosana.enter()
    await nosana.asksWhy(1)
    await nosana.enter()
    await nosana.answerFrom(2)
    await nosana.comesTo('worth watching (2 of 3 cleared)')
    const [first, second] = (await vscode.choices()).map((row) => row.split('\n')[0])
    assert.deepEqual([first, second], ['Insert into the note at the cursor', 'Copy to the clipboard'])
    await nosana.enter()
    await eventually(async () => assert.match(await vscode.text(), /### Evaluation: Nosana \(NOS\)/))
  })
})
