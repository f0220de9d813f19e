import assert from 'node:assert/strict'
import { eventually, open } from './workbench.mjs'

suite('stack composer', () => {
  test('a use case and four picks go into the note', async () => {
    const vscode = await open({ 'note.md': '# Shop\n\nNEAR and TAO.\n' }, { note: 'note.md' })
    await vscode.click('NEAR')
    await vscode.runCommand('Crypto AI Layers: Compose Stack…')
    await vscode.answer('A support agent')
    // What the note speaks of is chosen already.
    await vscode.quickInput.getByText('An app shows').waitFor()
    await vscode.page.keyboard.press('Enter')
    await vscode.quickInput.getByText('Agents coordinate').waitFor()
    await vscode.pick('Artificial Superintelligence Alliance')
    await vscode.quickInput.getByText('Models think').waitFor()
    await vscode.page.keyboard.press('Enter')
    await vscode.quickInput.getByText('Machines compute').waitFor()
    await vscode.pick('Leave open')
    await vscode.quickInput.getByText('Stack: a pick for 3 of 4 layers').waitFor()
    await vscode.pick('Insert into the note at the cursor')
    await eventually(async () => {
      const text = await vscode.text()
      assert.match(text, /### Stack: A support agent, \d{4}-\d\d-\d\d/)
      assert.match(text, /\| An app shows +\| Execution\/UX \| NEAR Protocol \(NEAR\)/)
      assert.match(text, /\| Models think +\| Intelligence \| Bittensor \(TAO\)/)
      assert.match(text, /\*\*Compute\*\*: no pick\./)
      assert.match(text, /```mermaid\nflowchart TD\n +people\(\["People"\]\)\n/)
    })
    assert.deepEqual(vscode.log(), [])
  })
})
