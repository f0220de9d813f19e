import * as vscode from 'vscode'
import { mayHoldRecords } from '../core/records/recordMarkdown'
import type { Contradiction, ReadRecord } from '../core/records/recordReading'
import type { CurrentKnowledge } from './currentKnowledge'
import { isNote, rangeOf } from './notes'

/** Milliseconds without a key before a record is looked at again. */
const quietTime = 300

/** Problems in open records: what cannot be read, and a verdict that contradicts its answers, which can be set right. */
export function registerRecordProblems(knowledge: CurrentKnowledge): vscode.Disposable {
  const problems = vscode.languages.createDiagnosticCollection('crypto-ai-evaluation')
  const timers = new Map<vscode.TextDocument, ReturnType<typeof setTimeout>>()
  const checkSoon = (document: vscode.TextDocument, delay = quietTime) => {
    if (!isNote(document)) return
    clearTimeout(timers.get(document))
    timers.set(
      document,
      setTimeout(() => {
        timers.delete(document)
        void check(document, knowledge, problems)
      }, delay),
    )
  }
  const checkAll = () => vscode.workspace.textDocuments.forEach((document) => checkSoon(document, 0))
  checkAll()
  return vscode.Disposable.from(
    problems,
    { dispose: () => timers.forEach((timer) => clearTimeout(timer)) },
    knowledge.onDidChange(checkAll),
    vscode.workspace.onDidOpenTextDocument((document) => checkSoon(document, 0)),
    vscode.workspace.onDidChangeTextDocument(({ document }) => checkSoon(document)),
    vscode.workspace.onDidCloseTextDocument((document) => {
      clearTimeout(timers.get(document))
      timers.delete(document)
      problems.delete(document.uri)
    }),
    vscode.languages.registerCodeActionsProvider(
      { language: 'markdown' },
      { provideCodeActions: (document, _, { diagnostics }) => fixes(document, diagnostics, knowledge) },
      { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] },
    ),
  )
}

const contradictionCode = 'verdict-contradicts-answers'

async function check(
  document: vscode.TextDocument,
  knowledge: CurrentKnowledge,
  problems: vscode.DiagnosticCollection,
): Promise<void> {
  const { version } = document
  const found = await problemsIn(document, knowledge)
  if (!document.isClosed && document.version === version) problems.set(document.uri, found)
}

async function problemsIn(document: vscode.TextDocument, knowledge: CurrentKnowledge): Promise<vscode.Diagnostic[]> {
  return (await recordsIn(document, knowledge)).flatMap((read) => {
    if (!read.ok) {
      const message = `This evaluation cannot be read, and is left as it is: ${read.reason}.`
      return [problem(rangeOf(document, read), message, vscode.DiagnosticSeverity.Error, 'unreadable-record')]
    }
    const { contradiction } = read
    if (!contradiction) return []
    const message = `The answers come to "${contradiction.expected.name}" (${contradiction.expected.id}).`
    return [problem(rangeOf(document, contradiction), message, vscode.DiagnosticSeverity.Warning, contradictionCode)]
  })
}

function problem(range: vscode.Range, message: string, severity: vscode.DiagnosticSeverity, code: string) {
  const diagnostic = new vscode.Diagnostic(range, message, severity)
  diagnostic.source = 'Crypto AI Layers'
  diagnostic.code = code
  return diagnostic
}

async function fixes(
  document: vscode.TextDocument,
  diagnostics: readonly vscode.Diagnostic[],
  knowledge: CurrentKnowledge,
): Promise<vscode.CodeAction[]> {
  const ours = diagnostics.filter(({ code }) => code === contradictionCode)
  if (ours.length === 0) return []
  return (await recordsIn(document, knowledge)).flatMap((read) => {
    const contradiction = read.ok ? read.contradiction : undefined
    const diagnostic = ours.find(({ range }) => contradiction && range.isEqual(rangeOf(document, contradiction)))
    return diagnostic && contradiction ? [fixOf(document, diagnostic, contradiction)] : []
  })
}

function fixOf(
  document: vscode.TextDocument,
  diagnostic: vscode.Diagnostic,
  { expected, edits }: Contradiction,
): vscode.CodeAction {
  const action = new vscode.CodeAction(`Set the verdict to "${expected.name}"`, vscode.CodeActionKind.QuickFix)
  action.diagnostics = [diagnostic]
  action.isPreferred = true
  action.edit = new vscode.WorkspaceEdit()
  for (const edit of edits) action.edit.replace(document.uri, rangeOf(document, edit), edit.text)
  return action
}

async function recordsIn(document: vscode.TextDocument, knowledge: CurrentKnowledge): Promise<ReadRecord[]> {
  const text = document.getText()
  if (!isNote(document) || !mayHoldRecords(text)) return []
  const { readRecords } = await import('../core/records/readRecord')
  return readRecords(text, knowledge.index)
}
