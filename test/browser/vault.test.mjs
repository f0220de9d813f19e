import assert from 'node:assert/strict'
import { eventually, open } from './workbench.mjs'

const notes = {
  'Trades.md': '# Trades\n\nLong Bittensor and Nosana.\n\nBittensor again.\n',
  'Ideas.md': 'Akash Network, and Bittensor.\n',
  'Bittensor.md': '# My note\n',
}

/** The rows of the view in the side bar, with what screen readers say of them. */
async function openTree(vscode) {
  await vscode.runCommand('View: Show Crypto AI Layers')
  const rows = vscode.page.getByRole('tree', { name: /Projects/ }).getByRole('treeitem')
  await rows.first().waitFor()
  return rows
}

const names = (rows) => rows.evaluateAll((all) => all.map((row) => row.getAttribute('aria-label')))

suite('the vault', () => {
  test('the tree leads by keyboard from layers to a line of a note that was not open', async () => {
    const vscode = await open(notes, { note: 'Trades.md' })
    const rows = await openTree(vscode)
    await eventually(async () =>
      assert.deepEqual(await names(rows), [
        'This note: Trades.md',
        'Compute: 1 project, 1 mention',
        'Nosana (NOS), network: 1 mention',
        'Intelligence: 1 project, 2 mentions',
        'Bittensor (TAO), network: 2 mentions',
        'Agents & Data: none',
        'Execution/UX: none',
        'All notes: 3 notes',
        'Compute: 2 projects, 2 mentions',
        'Intelligence: 1 project, 3 mentions',
        'Agents & Data: none',
        'Execution/UX: none',
      ]),
    )
    await rows.nth(8).click()
    await rows.filter({ hasText: 'Akash Network' }).click()
    await rows.filter({ hasText: 'Ideas.md' }).click()
    await eventually(async () => assert.ok((await names(rows)).includes('line 1: Akash Network, and Bittensor.')))
    await vscode.page.keyboard.press('ArrowDown')
    await vscode.page.keyboard.press('Enter')
    await eventually(async () => assert.match(await vscode.text(), /^Akash Network, and/))
    assert.deepEqual(vscode.log(), [])
  })

  test('the filter keeps what it finds', async () => {
    const vscode = await open(notes, { note: 'Trades.md' })
    const rows = await openTree(vscode)
    await eventually(async () => assert.ok((await names(rows)).length > 8))
    await vscode.runCommand('Crypto AI Layers: Filter Projects…')
    await vscode.answer('akt')
    await eventually(async () =>
      assert.ok((await names(rows)).includes('Akash Network (AKT), network: 1 mention in 1 note')),
    )
    assert.ok(!(await names(rows)).some((name) => name?.startsWith('Bittensor') || name?.startsWith('Intelligence')))
    await vscode.runCommand('Crypto AI Layers: Clear Filter')
    await eventually(async () => assert.ok((await names(rows)).includes('Bittensor (TAO), network: 2 mentions')))
  })

  test('the status bar says the layers of the note, and opens the map', async () => {
    const vscode = await open(notes, { note: 'Trades.md' })
    const item = vscode.statusBar.getByText('C1 I1 A0 X0')
    await item.waitFor()
    const label = '1 project on Compute, 1 project on Intelligence, none on Agents & Data and none on Execution/UX'
    await vscode.statusBar.getByRole('button', { name: `Layers of this note: ${label}. Show the layer map` }).waitFor()
    await item.click()
    await vscode.panel().getByText('Following Trades.md').waitFor()
  })

  test('a folder can leave the workspace while its notes are read', async () => {
    const many = Array.from({ length: 2_000 }, (_, at) => [`many/${at}.md`, 'Bittensor and Nosana.\n'])
    const workspace = { folders: [{ path: 'few' }, { path: 'many' }] }
    const vscode = await open(
      {
        'few/Trades.md': notes['Trades.md'],
        ...Object.fromEntries(many),
        'all.code-workspace': JSON.stringify(workspace),
      },
      { workspace: 'all.code-workspace', note: 'few/Trades.md' },
    )
    const rows = await openTree(vscode)
    await vscode.statusBar.getByText('Reading notes').waitFor()
    await vscode.runCommand('Workspaces: Remove Folder from Workspace...')
    await vscode.pick('many')
    await eventually(async () => assert.ok((await names(rows)).includes('All notes: 1 note')))
    await vscode.statusBar.getByText('Reading notes').waitFor({ state: 'hidden' })
    await eventually(async () =>
      assert.deepEqual((await names(rows)).slice(-5), [
        'All notes: 1 note',
        'Compute: 1 project, 1 mention',
        'Intelligence: 1 project, 2 mentions',
        'Agents & Data: none',
        'Execution/UX: none',
      ]),
    )
    assert.deepEqual(vscode.log(), [])
  })

  test('in the Markdown Editor, tree, status bar and commands follow the note', async () => {
    const vscode = await open(notes, { note: 'Bittensor.md' })
    await openMarkdownEditor(vscode, 'Trades.md', 'Bittensor again.')
    await vscode.statusBar.getByText('C1 I1 A0 X0').waitFor()
    const rows = await openTree(vscode)
    await eventually(async () => assert.equal((await names(rows))[0], 'This note: Trades.md'))
    await vscode.page.locator('.part.editor .title').getByRole('button', { name: 'Show Layer Map' }).click()
    const map = vscode.page.frameLocator('iframe.webview.ready').last().frameLocator('iframe#active-frame')
    await map.getByText('Following Trades.md').waitFor()
    await vscode.runCommand('Crypto AI Layers: List Projects in This Note')
    await eventually(async () => assert.match(await vscode.text(), /^# Projects in Trades.md/))
    await vscode.page.getByRole('tab', { name: /^Trades.md/ }).click()
    await vscode.runCommand('Crypto AI Layers: Evaluate All Projects in This Note')
    await eventually(async () => assert.match(await vscode.text(), /^# Evaluations from known evidence: Trades.md/))
  })
})

/** Opens a note in the editor that VS Code has for Markdown beside its text editor, and waits until it shows a text. */
async function openMarkdownEditor(vscode, name, text) {
  await vscode.openNote(name)
  await vscode.runCommand('View: Reopen Editor With...')
  await vscode.pick('Markdown Editor')
  await vscode.panel().getByText(text).first().waitFor({ timeout: 20_000 })
}
