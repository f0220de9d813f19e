/** What only a real disk and real processes can do to an evaluation. */
import assert from 'node:assert/strict'
import { mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs'
import path from 'node:path'
import { Evaluation } from '../browser/evaluation.mjs'
import { eventually, ground, open, Workbench } from '../browser/workbench.mjs'
import { temporaryFolder, writeVault } from '../vscode/folders.mjs'

const note = { 'note.md': 'Nosana runs jobs, Akash sells leases.\n' }

suite('records on a server', () => {
  test('a folder of records that is a symbolic link gets none; the same answers go elsewhere', async () => {
    const place = temporaryFolder('linked')
    const outside = path.join(place, 'outside')
    mkdirSync(outside)
    writeVault(path.join(place, 'vault'), note)
    symlinkSync(outside, path.join(place, 'vault/evaluations'), 'dir')
    const vscode = await open(path.join(place, 'vault'), { note: 'note.md' })
    const nosana = await Evaluation.begin(vscode, 'Nosana')
    await nosana.answerFrom(1)
    await nosana.comesTo('worth watching (2 of 3 cleared)')
    await nosana.choose('Keep as a record in the vault')
    await eventually(async () =>
      assert.deepEqual(await vscode.messages(), [
        'evaluations is a symbolic link: records stay inside the workspace. Your answers are kept.',
      ]),
    )
    assert.deepEqual(readdirSync(outside), [])
    await nosana.choose('Insert into the note at the cursor')
    await eventually(async () => assert.match(await vscode.text(), /### Evaluation: Nosana/))
    assert.deepEqual(readdirSync(outside), [])
  })

  test('two windows that keep a record of the same project at the same time: both are there, whole', async () => {
    const first = await open(note, { note: 'note.md' })
    const page = await ground().browser.newPage()
    try {
      await page.goto(first.page.url())
      const second = new Workbench(page, ground())
      await second.isUp()
      await second.openNote('note.md')
      const evaluations = [await Evaluation.begin(first, 'Nosana'), await Evaluation.begin(second, 'Nosana')]
      await evaluations[0].answerFrom(1, [undefined, 'Unsure'])
      await evaluations[1].answerFrom(1)
      await evaluations[0].comesTo('a vibe (1 of 3 cleared)')
      await evaluations[1].comesTo('worth watching (2 of 3 cleared)')
      await Promise.all(evaluations.map((evaluation) => evaluation.choose('Keep as a record in the vault')))
      const folder = path.join(ground().folder(), 'evaluations')
      await eventually(() => {
        const verdicts = readdirSync(folder).map(
          (name) => /^verdict: (.*)$/m.exec(readFileSync(path.join(folder, name), 'utf8'))?.[1],
        )
        assert.deepEqual(verdicts.sort(), ['vibe', 'worth-watching'])
      })
    } finally {
      await page.close()
    }
  })

  test('an extension host that is killed in the middle: the answers are offered again, with what was being typed', async () => {
    const vscode = await open(note, { note: 'note.md' })
    const akash = await Evaluation.begin(vscode, 'Akash Network', 'Akash')
    await akash.enter()
    await akash.asksWhy(1)
    await vscode.page.keyboard.press('ControlOrMeta+A')
    await vscode.page.keyboard.type('half a thou')
    await vscode.isStored('half a thou')
    assert.ok((await ground().killExtensionHosts()) > 0)
    await akash.isOfferedAgain('half a thou')
  })
})
