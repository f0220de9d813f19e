import { assert } from 'chai'
import * as vscode from 'vscode'
import { closeAll, eventually, openFile, openNote } from './notes'

const question = 'Should I sell TAO and buy NEAR?'

function problemsOf(document: vscode.TextDocument): vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(document.uri).filter(({ source }) => source === 'Crypto AI Layers')
}

async function problemOf(document: vscode.TextDocument): Promise<vscode.Diagnostic> {
  return eventually('a problem', () => problemsOf(document)[0])
}

async function fixesOf(document: vscode.TextDocument): Promise<vscode.CodeAction[]> {
  const { range } = await problemOf(document)
  return vscode.commands.executeCommand(
    'vscode.executeCodeActionProvider',
    document.uri,
    range,
    vscode.CodeActionKind.QuickFix.value,
  )
}

async function applyFix(document: vscode.TextDocument, title: string): Promise<void> {
  const fix = (await fixesOf(document)).find((candidate) => candidate.title === title)
  if (!fix) assert.fail(`no fix '${title}'`)
  if (fix.edit) assert.isTrue(await vscode.workspace.applyEdit(fix.edit))
  if (fix.command)
    await vscode.commands.executeCommand(fix.command.command, ...((fix.command.arguments ?? []) as unknown[]))
}

async function setSeverity(value: string | undefined): Promise<void> {
  await vscode.workspace
    .getConfiguration('cryptoAiLayers')
    .update('comparisons.severity', value, vscode.ConfigurationTarget.Global)
}

suite('comparisons', () => {
  teardown(closeAll)

  test('a problem on the words that make the comparison', async () => {
    const { document } = await openNote(`Hm. ${question} It rains.\n\nI hold TAO and NEAR.`)
    const problem = await problemOf(document)
    assert.equal(document.getText(problem.range), question)
    assert.equal(problem.severity, vscode.DiagnosticSeverity.Information)
    assert.include(problem.message, 'Intelligence and Execution/UX')
    assert.include(problem.message, 'Compare with')
    assert.lengthOf(problemsOf(document), 1)
  })

  test('it follows the note, and goes when its cause goes', async () => {
    const editor = await openNote(question)
    await problemOf(editor.document)
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), 'Text.\n\n'))
    await eventually('the problem two lines further down', () =>
      problemsOf(editor.document).some(({ range }) => range.start.line === 2),
    )
    await editor.edit((edit) => edit.replace(new vscode.Range(2, 0, 2, 99), 'I hold TAO and NEAR.'))
    await eventually('no problem', () => problemsOf(editor.document).length === 0)
  })

  test('quick fixes: layers beside the names', async () => {
    const { document } = await openNote(question)
    await applyFix(document, 'Put the layers beside the names')
    assert.equal(document.getText(), 'Should I sell TAO (Intelligence) and buy NEAR (Execution)?')
  })

  test('quick fixes: the list by layer', async () => {
    const { document } = await openNote('Top AI coins\n\n1. Bittensor\n2. NEAR Protocol\n')
    await applyFix(document, 'Split the list by layer')
    assert.equal(
      document.getText(),
      'Top AI coins\n\n**Intelligence**\n\n1. Bittensor\n\n**Execution/UX**\n\n1. NEAR Protocol\n',
    )
  })

  test("quick fixes: don't warn here, in this note", async () => {
    const { document } = await openNote(`${question}\n\nRender or Bittensor?`)
    await applyFix(document, "Don't warn here: this comparison is meant")
    await eventually('one problem left', () => problemsOf(document).length === 1)
    await applyFix(document, "Don't warn in this note")
    await eventually('no problem left', () => problemsOf(document).length === 0)
  })

  test("quick fixes: don't warn in this vault", async () => {
    const document = await openFile('comparison.md', new TextEncoder().encode(question))
    await applyFix(document, "Don't warn in this vault")
    try {
      await eventually('no problem', () => problemsOf(document).length === 0)
    } finally {
      await vscode.workspace
        .getConfiguration('cryptoAiLayers')
        .update('comparisons.severity', undefined, vscode.ConfigurationTarget.Workspace)
    }
    await problemOf(document)
  })

  test('the map is a quick fix away', async () => {
    const { document } = await openNote(question)
    await applyFix(document, 'Show Bittensor and NEAR Protocol on the layer map')
    await eventually('the map', () =>
      vscode.window.tabGroups.all.some(({ tabs }) => tabs.some(({ label }) => label === 'Layer Map')),
    )
  })

  test('severity, and off', async () => {
    const { document } = await openNote(question)
    await problemOf(document)
    try {
      await setSeverity('warning')
      await eventually('a warning', () => problemsOf(document)[0]?.severity === vscode.DiagnosticSeverity.Warning)
      await setSeverity('off')
      await eventually('no problem', () => problemsOf(document).length === 0)
    } finally {
      await setSeverity(undefined)
    }
    assert.equal((await problemOf(document)).severity, vscode.DiagnosticSeverity.Information)
  })

  test('a closed note has no problems, and other languages never have', async () => {
    const { document } = await openNote(question)
    await problemOf(document)
    await closeAll()
    await eventually('no problem', () => problemsOf(document).length === 0)
    const other = await vscode.workspace.openTextDocument({ language: 'plaintext', content: question })
    await vscode.window.showTextDocument(other)
    // A note that was opened later has its problem by now.
    await problemOf((await openNote(question)).document)
    assert.lengthOf(problemsOf(other), 0)
  })
})
