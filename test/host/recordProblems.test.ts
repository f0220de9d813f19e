import { assert } from 'chai'
import * as vscode from 'vscode'
import { closeAll, eventually, openNote } from './notes'

const record = (fields: string) =>
  `---\ntype: crypto-ai-evaluation\nproject: akash # mine\ndate: 2026-11-01\nlayer: compute\n${fields}---\n\nMy words.\n`

const problemOf = ({ uri }: vscode.TextDocument) =>
  eventually('there is a problem', () => {
    return vscode.languages.getDiagnostics(uri).find(({ source }) => source === 'Crypto AI Layers')
  })

suite('problems of records', () => {
  teardown(closeAll)

  test('a verdict that contradicts its answers: the quick fix sets it right and nothing else', async () => {
    const { document } = await openNote(record('token: yes\nusage: no\nverdict:   vibe  # why not\nmood: ok\n'))
    const problem = await problemOf(document)
    assert.equal(problem.message, 'The answers come to "worth watching" (worth-watching).')
    assert.equal(problem.severity, vscode.DiagnosticSeverity.Warning)
    assert.equal(document.getText(problem.range), 'vibe')
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      problem.range,
      vscode.CodeActionKind.QuickFix.value,
    )
    const fix = actions.find(({ title }) => title === 'Set the verdict to "worth watching"')
    assert.isDefined(fix?.edit)
    await vscode.workspace.applyEdit(fix.edit)
    assert.equal(document.getText(), record('token: yes\nusage: no\nverdict:   worth-watching  # why not\nmood: ok\n'))
    await eventually(
      'the problem is gone',
      () => vscode.languages.getDiagnostics(document.uri).length === 0 || undefined,
    )
  })

  test('evaluations that stand in a note: each is told by itself, and one is set right without the other', async () => {
    const table = (usage: string) =>
      `| Question | Answer |\n| --- | --- |\n| Layer | Compute |\n| Token | Yes |\n| Usage | ${usage} |\n`
    const evaluation = (name: string, verdict: string, usage: string) =>
      `### Evaluation: ${name}, 2026-11-01\n\n**Verdict: ${verdict}**\n\n${table(usage)}\n`
    const note = `# Diary\n\n${evaluation('Akash', 'a vibe', 'No')}${evaluation('Nosana', 'a vibe', 'maybe')}Words.\n`
    const { document } = await openNote(note)
    const problems = await eventually('there are two problems', () => {
      const found = vscode.languages.getDiagnostics(document.uri)
      return found.length === 2 ? found : undefined
    })
    assert.deepEqual(
      problems.map(({ range, message }) => `${document.getText(range)}: ${message}`),
      [
        'a vibe: The answers come to "worth watching" (worth-watching).',
        'maybe: This evaluation cannot be read, and is left as it is: the answer for Usage must be Yes, No, Unsure.',
      ],
    )
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      problems[0]?.range,
      vscode.CodeActionKind.QuickFix.value,
    )
    // VS Code's chat offers fixes too; they are commands.
    const [fix, ...others] = actions.filter(({ edit }) => edit)
    assert.isEmpty(others)
    assert.isDefined(fix?.edit)
    await vscode.workspace.applyEdit(fix.edit)
    assert.equal(
      document.getText(),
      note.replace('**Verdict: a vibe**', '**Verdict: worth watching** (2 of 3 cleared)'),
    )
    await eventually('one problem is left', () => vscode.languages.getDiagnostics(document.uri).length === 1)
  })

  for (const [name, fields, reason, at] of [
    ['an answer that is none', 'token: maybe\nusage: no\n', "'token' must be yes, no, unsure", 'maybe'],
    ['a key that is there twice', 'token: yes\nusage: no\nusage: yes\n', "'usage' is there twice", 'usage: yes'],
    [
      'an anchor',
      'token: &a yes\nusage: *a\n',
      'its front matter cannot be read: Anchors (&) are not read. Write the value out where you need it',
      '&a yes',
    ],
  ] as const) {
    test(`${name}: the reason and its place, and the note stays as it is`, async () => {
      const text = record(fields)
      const { document } = await openNote(text)
      const problem = await problemOf(document)
      assert.equal(problem.message, `This evaluation cannot be read, and is left as it is: ${reason}.`)
      assert.equal(problem.severity, vscode.DiagnosticSeverity.Error)
      assert.equal(document.getText(problem.range), at)
      assert.equal(document.getText(), text)
    })
  }
})
