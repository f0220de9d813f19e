import * as vscode from 'vscode'
import { assert } from 'chai'
import { closeAll, eventually, openFile, openNote, rest } from './notes'

/** Accepts the active choice of the open quick input, once it shows. */
async function accept(times = 1): Promise<void> {
  for (let time = 0; time < times; time++) {
    await rest(400)
    await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem')
  }
}

/** Goes to the choice below the active one. */
async function down(): Promise<void> {
  await rest(400)
  await vscode.commands.executeCommand('workbench.action.quickOpenSelectNext')
}

async function escape(): Promise<void> {
  await rest(400)
  await vscode.commands.executeCommand('workbench.action.closeQuickOpen')
}

const evaluateProject = (id?: string) => vscode.commands.executeCommand('cryptoAiLayers.evaluateProject', id)

/** An answer and a reason for each question, then the confidence. */
const allSteps = 7

const vault = () => {
  const [folder] = vscode.workspace.workspaceFolders ?? []
  if (!folder) assert.fail('the suite runs in a vault')
  return folder.uri
}
const textOf = async (path: string) =>
  new TextDecoder().decode(await vscode.workspace.fs.readFile(vscode.Uri.joinPath(vault(), path)))
const today = () => {
  const now = new Date()
  const two = (part: number) => String(part).padStart(2, '0')
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}

suite('evaluate', () => {
  // The first evaluation reads the records and the details of all projects.
  suiteSetup(async () => {
    await openNote('Aethir¦')
    const done = evaluateProject()
    await rest(3000)
    await escape()
    await done
  })
  teardown(closeAll)

  test('the known answers, accepted, go into the note; one undo removes them', async () => {
    const before = '# Note\n\nNosana runs jobs.¦\n\nEnd.'
    const { document } = await openNote(before)
    const done = evaluateProject('nosana')
    await accept(allSteps)
    await down()
    await accept()
    await done
    const lines = document.getText().split('\n')
    assert.deepEqual(lines.slice(0, 4), ['# Note', '', 'Nosana runs jobs.', ''])
    assert.match(lines[4] ?? '', /^### Evaluation: Nosana \(NOS\), \d{4}-\d\d-\d\d$/)
    assert.match(lines[6] ?? '', /^\*\*Verdict: worth watching\*\* \(2 of 3 cleared\)\./)
    assert.include(document.getText(), '| What layer does it sit at? | Yes: Compute | Yes: Compute |')
    assert.include(document.getText(), '| Is anyone using it? | Unsure | Unsure |')
    assert.isTrue(document.getText().endsWith('\n\nEnd.'))
    await vscode.commands.executeCommand('undo')
    assert.equal(document.getText(), before.replace('¦', ''))
  })

  test('a record in the vault; the second of a day leaves the first alone', async () => {
    await openNote('Akash¦')
    const first = `evaluations/akash-${today()}.md`
    const done = evaluateProject()
    await accept(allSteps + 1)
    await done
    const text = await textOf(first)
    assert.match(text, /^---\ntype: crypto-ai-evaluation\nproject: akash\ndate: \d{4}-\d\d-\d\d\nlayer: compute\n/)
    assert.equal(vscode.window.activeTextEditor?.document.uri.path, vscode.Uri.joinPath(vault(), first).path)
    const again = evaluateProject('akash')
    await accept(allSteps + 1)
    await again
    assert.equal(await textOf(first), text)
    assert.match(await textOf(`evaluations/akash-${today()}-2.md`), /^project: akash$/m)
  })

  test('a folder outside the workspace is refused, and the answers go elsewhere', async () => {
    const settings = vscode.workspace.getConfiguration('cryptoAiLayers')
    await settings.update('evaluations.folder', '../outside', vscode.ConfigurationTarget.Global)
    try {
      await openNote('Livepeer¦')
      const done = evaluateProject()
      await accept(allSteps + 1)
      await vscode.env.clipboard.writeText('')
      await down()
      await down()
      await accept()
      await done
      assert.match(await vscode.env.clipboard.readText(), /^---\ntype: crypto-ai-evaluation\nproject: livepeer\n/)
    } finally {
      await settings.update('evaluations.folder', undefined, vscode.ConfigurationTarget.Global)
    }
  })

  test('the project under the cursor is the one that is asked about', async () => {
    const { document } = await openNote('We compare Akash with Render¦ (RENDER).')
    const done = evaluateProject()
    await accept(allSteps)
    await down()
    await accept()
    await done
    assert.include(document.getText(), '### Evaluation: Render Network (RENDER)')
  })

  test('leaving in the middle changes nothing, and the answers so far are offered again', async () => {
    const { document } = await openNote('Golem¦')
    const left = evaluateProject('golem')
    await accept()
    await escape()
    await left
    assert.equal(document.getText(), 'Golem')
    const done = evaluateProject('golem')
    // Continue, at the reason of the first question.
    await accept(allSteps)
    await down()
    await accept()
    await done
    assert.include(document.getText(), '### Evaluation: Golem')
  })

  test('a re-check begins with the answers and reasons of the last evaluation', async () => {
    const record = [
      '---',
      'type: crypto-ai-evaluation',
      'project: flux',
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
    ].join('\n')
    await openFile('evaluations/flux-2026-01-05.md', new TextEncoder().encode(record))
    const done = vscode.commands.executeCommand('cryptoAiLayers.recheckEvaluation', 'flux')
    await accept(allSteps + 1)
    await done
    const text = await textOf(`evaluations/flux-${today()}.md`)
    assert.match(
      text,
      /\| What layer does it sit at\? \| No: cannot be placed \| Yes: Compute \| It claims all of them \|/,
    )
    assert.match(text, /\| Is anyone using it\? \| No \| \w+ \| I found nobody \|/)
    assert.equal(await textOf('evaluations/flux-2026-01-05.md'), record)
  })

  test('an id that is not on the map is nobody’s', async () => {
    const { document } = await openNote('Nosana¦')
    await vscode.commands.executeCommand('cryptoAiLayers.evaluateProject', '../nobody')
    assert.equal(document.getText(), 'Nosana')
  })

  test('all projects of a note in one table, in an untitled document', async () => {
    const { document } = await openNote('Nosana, Render (RENDER), Ocean Protocol and OpenAI.')
    await vscode.commands.executeCommand('cryptoAiLayers.evaluateNote')
    const table = await eventually('the table opens', () => {
      const active = vscode.window.activeTextEditor?.document
      return active !== document && active?.getText().startsWith('# Evaluations from known evidence') === true
        ? active
        : undefined
    })
    assert.isTrue(table.isUntitled)
    assert.equal(table.languageId, 'markdown')
    const rows = table
      .getText()
      .split('\n')
      .filter((line) => line.startsWith('| '))
      .slice(2)
    assert.deepEqual(
      rows.map((row) => row.split(' | ').slice(0, 6)),
      [
        ['| Render Network (RENDER)', 'Yes: Compute', 'Yes', 'Yes', '3', 'worth deeper diligence'],
        ['| Nosana (NOS)', 'Yes: Compute', 'Yes', 'Unsure', '2', 'worth watching'],
        ['| Ocean Protocol (OCEAN)', 'Yes: Agents & Data', 'No', 'Unsure', '1', 'a vibe'],
      ],
    )
  })
})
