/** What a vault on a real disk may hold: the index comes to its end, says what it left out and why, and nothing throws. */
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { eventually, ground, open } from '../browser/workbench.mjs'
import { writeVault } from '../vscode/folders.mjs'

const manyNotes = Object.fromEntries(Array.from({ length: 2_000 }, (_, at) => [`${at}.md`, 'Bittensor\n']))

/** Waits until the view in the side bar says so much of the vault, and no longer that notes are read. */
async function says(vscode, size, message) {
  await eventually(async () => {
    const view = vscode.page.locator('.pane', { has: vscode.page.getByRole('tree', { name: /Projects/ }) })
    assert.equal(await view.locator('.pane-header .description').innerText(), size)
    assert.equal((await view.locator('.message').allInnerTexts()).join('').trim(), message)
  }, 120_000)
}

suite('a bad vault on a server', () => {
  test('loops, deep and full folders, odd names, what is no file, and what is too large', async () => {
    const vscode = await open({ 'Good.md': 'Bittensor and Nosana.\n' }, { note: 'Good.md' })
    await vscode.runCommand('View: Show Crypto AI Layers')
    await says(vscode, '1 note, 2 mentions', '')
    const folder = ground().folder()
    const deep = path.join(folder, ...Array.from({ length: 200 }, () => 'd'))
    mkdirSync(deep, { recursive: true })
    writeFileSync(path.join(deep, 'Deep.md'), 'Bittensor\n')
    writeVault(path.join(folder, 'full'), manyNotes)
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

    await vscode.runCommand('Crypto AI Layers: Read All Notes Again')
    await says(
      vscode,
      '2,006 notes, 2,007 mentions',
      '2 could not be read: has more than 4 million characters. See Show Log.',
    )
    assert.deepEqual(vscode.log(), [])
  })
})
