/** What a vault on a real disk may hold: the index comes to its end, says what it left out and why, and nothing throws. */
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { linkSync, mkdirSync, renameSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { eventually, ground, open } from '../browser/workbench.mjs'
import { temporaryFolder, writeVault } from '../vscode/folders.mjs'

/** In one folder. */
const notes = (count) => Object.fromEntries(Array.from({ length: count }, (_, at) => [`${at}.md`, 'Bittensor\n']))

/** Waits until the view in the side bar says so much of the vault, and no longer that notes are read. */
async function says(vscode, size, message) {
  await eventually(async () => {
    const view = vscode.page.locator('.pane', { has: vscode.page.getByRole('tree', { name: /Projects/ }) })
    assert.equal(await view.locator('.pane-header .description').innerText(), size)
    assert.equal((await view.locator('.message').allInnerTexts()).join('').trim(), message)
  }, 120_000)
}

const workspace = (...folders) => JSON.stringify({ folders: folders.map((name) => ({ path: name })) })
const file = 'vault.code-workspace'

suite('a bad vault on a server', () => {
  test('loops, deep and full folders, odd names, what is no file, what is locked or too large', async () => {
    const vscode = await open({ 'Good.md': 'Bittensor and Nosana.\n' }, { note: 'Good.md' })
    await vscode.runCommand('View: Show Crypto AI Layers')
    await says(vscode, '1 note, 2 mentions', '')
    const folder = ground().folder()
    const deep = path.join(folder, ...Array.from({ length: 200 }, () => 'd'))
    mkdirSync(deep, { recursive: true })
    writeFileSync(path.join(deep, 'Deep.md'), 'Bittensor\n')
    writeVault(path.join(folder, 'full'), notes(2_000))
    writeVault(folder, {
      'Odd #1?%25 & 100% 🧠.md': 'Bittensor\n',
      'Caf\u00e9.md': 'Bittensor\n',
      'Cafe\u0301.md': 'Bittensor\n',
      'Folder.md/Inside.md': 'Bittensor\n',
      'Large.md': 'Bittensor and nothing else.\n'.repeat(2_200_000),
      'One line.md': 'Bittensor and nothing else. '.repeat(220_000),
    })
    mkdirSync(path.join(folder, 'loop'))
    symlinkSync('..', path.join(folder, 'loop/up'), 'dir')
    symlinkSync('itself', path.join(folder, 'loop/itself'))
    symlinkSync('Nowhere.md', path.join(folder, 'Link to nothing.md'))
    // Whoever reads it waits for ever.
    execFileSync('mkfifo', [path.join(folder, 'Pipe.md')])
    // A file that can be written and not read, by nobody.
    symlinkSync('/sys/bus/platform/uevent', path.join(folder, 'Locked.md'))

    await vscode.runCommand('Crypto AI Layers: Read All Notes Again')
    await says(
      vscode,
      '2,006 notes, 2,007 mentions',
      '3 could not be read: has more than 4 million characters (2) and there is no permission to read it (1). See Show Log.',
    )
    assert.deepEqual(vscode.log(), [])
  })

  test('a folder of 10,000 notes that joins and leaves the workspace while they are read', async () => {
    const vscode = await open(
      { [file]: workspace('notes'), 'notes/Good.md': 'Bittensor and Nosana.\n' },
      { workspace: file },
    )
    await vscode.runCommand('View: Show Crypto AI Layers')
    await says(vscode, '1 note, 2 mentions', '')
    writeVault(path.join(ground().folder(), 'full'), notes(10_000))
    writeVault(ground().folder(), { [file]: workspace('notes', 'full') })
    await vscode.statusBar.getByText('Reading notes').waitFor()
    writeVault(ground().folder(), { [file]: workspace('notes') })
    await says(vscode, '1 note, 2 mentions', '')
    writeVault(ground().folder(), { [file]: workspace('notes', 'full') })
    await says(vscode, '10,001 notes, 10,002 mentions', '')
    assert.deepEqual(vscode.log(), [])
  })

  test('reading that was stopped stays so when folders come, and what is known is followed', async () => {
    const vscode = await open(
      { [file]: workspace('notes'), 'notes/Good.md': 'Bittensor and Nosana.\n' },
      { workspace: file },
    )
    await vscode.runCommand('View: Show Crypto AI Layers')
    await says(vscode, '1 note, 2 mentions', '')
    const stopped = 'Reading was stopped: not all notes are here.'
    await vscode.runCommand('Crypto AI Layers: Stop Reading Notes')
    await says(vscode, '1 note, 2 mentions', stopped)
    writeVault(ground().folder(), { [file]: workspace('notes', 'full'), 'full/Other.md': 'Bittensor\n' })
    await vscode.runCommand('View: Show Explorer')
    await vscode.page.getByRole('treeitem', { name: 'full' }).waitFor()
    writeVault(ground().folder(), { 'notes/Good.md': 'Bittensor, Nosana and Akash Network.\n' })
    await vscode.runCommand('View: Show Crypto AI Layers')
    await says(vscode, '1 note, 3 mentions', stopped)
    await vscode.runCommand('Crypto AI Layers: Read All Notes Again')
    await says(vscode, '2 notes, 4 mentions', '')
  })

  test('a folder that a terminal moves out of the vault, or back into it, takes its notes along', async () => {
    const vscode = await open({ 'Good.md': 'Bittensor.\n', 'Old/Note.md': 'Nosana.\n' }, { note: 'Good.md' })
    await vscode.runCommand('View: Show Crypto AI Layers')
    await says(vscode, '2 notes, 2 mentions', '')
    const inVault = path.join(ground().folder(), 'Old')
    const elsewhere = path.join(temporaryFolder('elsewhere'), 'Old')
    renameSync(inVault, elsewhere)
    await says(vscode, '1 note, 1 mention', '')
    renameSync(elsewhere, inVault)
    await says(vscode, '2 notes, 2 mentions', '')
  })

  test('after a burst of changes, those that the watcher has not seen are found too', async () => {
    const vscode = await open({ 'Good.md': 'Bittensor.\n', 'Other.md': 'Nosana.\n' }, { note: 'Good.md' })
    await vscode.runCommand('View: Show Crypto AI Layers')
    await says(vscode, '2 notes, 2 mentions', '')
    // A watcher sees what happens in a folder, and not to the same file under another name.
    const elsewhere = path.join(temporaryFolder('elsewhere'), 'Other.md')
    linkSync(path.join(ground().folder(), 'Other.md'), elsewhere)
    writeFileSync(elsewhere, 'Nosana, Nosana, Nosana and Nosana.\n')
    writeVault(ground().folder(), notes(1_000))
    await says(vscode, '1,002 notes, 1,005 mentions', '')
    assert.deepEqual(vscode.log(), [])
  })
})
