import assert from 'node:assert/strict'
import { linkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { eventually, ground, open } from '../browser/workbench.mjs'
import { temporaryFolder } from '../vscode/folders.mjs'

const note = 'On Nosana and Acmeton.\n'
const map = '.crypto-ai-layers/map.yaml'
const acme = 'projects:\n  - id: acme\n    name: Acmeton\n    layer: compute\n'

suite('your own map on a disk', () => {
  /** @type {import('../browser/workbench.mjs').Workbench} */
  let vscode

  /** What has a badge, as the text up to it. */
  const marked = async () => (await vscode.badges()).map(({ after }) => after)

  test('is read again when the window is back in front, whatever the watcher has seen', async () => {
    const before = acme.replace('Acmeton', 'Acme Compute')
    vscode = await open({ 'note.md': 'Acme Compute, Acmeton.\n', [map]: before }, { note: 'note.md' })
    await eventually(async () => assert.deepEqual(await marked(), ['Acme Compute']))
    // A watcher sees what happens in a folder, and not to the same file under another name.
    const elsewhere = path.join(temporaryFolder('elsewhere'), 'map.yaml')
    linkSync(path.join(ground().folder(), map), elsewhere)
    writeFileSync(elsewhere, acme)
    await eventually(async () => {
      await vscode.leaveAndComeBack()
      assert.deepEqual(await marked(), ['Acme Compute, Acmeton'])
    })
    assert.deepEqual(vscode.log(), [])
  })

  // A vault in a browser's memory is always trusted.
  test('is not read in Restricted Mode, and the panel says so', async () => {
    vscode = await open(
      { 'note.md': note, [map]: acme },
      {
        note: 'note.md',
        settings: { 'security.workspace.trust.enabled': true, 'security.workspace.trust.startupPrompt': 'never' },
      },
    )
    await vscode.statusBar.getByText('Restricted Mode').waitFor()
    await eventually(async () => assert.deepEqual(await marked(), ['On Nosana']))
    await vscode.runCommand('Crypto AI Layers: Show Layer Map')
    const notice = `Restricted Mode: only built-in knowledge. ${map} of this workspace is not read until you trust it.`
    await vscode.panel().getByText(notice, { exact: true }).waitFor()
    await vscode.runCommand('Workspaces: Manage Workspace Trust')
    await vscode.page.locator('.workspace-trust-editor').getByRole('button', { name: 'Trust', exact: true }).click()
    await vscode.runCommand('View: Close Editor')
    await vscode.openNote('note.md')
    await eventually(async () => assert.deepEqual(await marked(), ['On Nosana', 'On Nosana and Acmeton']))
    assert.deepEqual(vscode.log(), [])
  })
})
