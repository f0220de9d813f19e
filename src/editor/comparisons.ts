import * as vscode from 'vscode'
import { explainComparison } from '../core/comparisons/explain'
import { readComparisons, type Comparison, type Findings } from '../core/comparisons/findComparisons'
import {
  excuseBlock,
  excuseNote,
  putLayersBesideNames,
  splitListByLayer,
  splitTableByLayer,
} from '../core/comparisons/fixes'
import { sayList } from '../core/figures'
import type { Edit } from '../core/recognition/noteReading'
import { finish } from '../core/steps'
import type { CurrentKnowledge } from './currentKnowledge'
import { isNote, rangeOf, type Notes } from './notes'
import { readSettings, type Settings } from './settings'

/** Milliseconds without a key before problems follow: they must not come and go while a sentence is being typed. */
const quietTime = 600

/** Milliseconds of reading before other extensions and keys have their turn. */
const sliceTime = 8

const code = 'cross-layer-comparison'

const severities: Readonly<Record<Exclude<Settings['comparisonSeverity'], 'off'>, vscode.DiagnosticSeverity>> = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  information: vscode.DiagnosticSeverity.Information,
  hint: vscode.DiagnosticSeverity.Hint,
}

/** What is known of an open note. */
interface Read {
  /** Of the text that `comparisons` belong to. */
  readonly version: number
  readonly comparisons: readonly Comparison[]
  readonly findings: Findings
}

/** A problem on each sentence, heading, list and table that offers projects of different layers as substitutes. */
export function registerComparisons(notes: Notes, knowledge: CurrentKnowledge): vscode.Disposable {
  const problems = vscode.languages.createDiagnosticCollection('cryptoAiLayers')
  const reads = new Map<vscode.TextDocument, Read>()
  const timers = new Map<vscode.TextDocument, ReturnType<typeof setTimeout>>()

  const problemOf = (document: vscode.TextDocument, comparison: Comparison) => {
    const { comparisonSeverity } = readSettings(document)
    const severity = severities[comparisonSeverity === 'off' ? 'information' : comparisonSeverity]
    const message = explainComparison(comparison, knowledge.index)
    const problem = new vscode.Diagnostic(rangeOf(document, comparison), message, severity)
    problem.source = 'Crypto AI Layers'
    problem.code = code
    return problem
  }
  const show = (document: vscode.TextDocument) => {
    const { comparisonSeverity: severity } = readSettings(document)
    const read = reads.get(document)
    if (!read || read.version !== document.version) return
    if (severity === 'off') {
      problems.delete(document.uri)
      return
    }
    problems.set(
      document.uri,
      read.comparisons.map((comparison) => problemOf(document, comparison)),
    )
  }
  const forget = (document: vscode.TextDocument) => {
    clearTimeout(timers.get(document))
    timers.delete(document)
    reads.delete(document)
    problems.delete(document.uri)
  }
  const readSoon = (document: vscode.TextDocument, delay: number, reading?: ReturnType<typeof begin>) => {
    clearTimeout(timers.get(document))
    timers.set(
      document,
      setTimeout(() => read(document, reading), delay),
    )
  }
  const begin = (document: vscode.TextDocument) => {
    const mentions = notes.mentionsIfRead(document)
    // A long note tells when it is read.
    if (!mentions) return undefined
    const before = reads.get(document)?.findings ?? new Map<string, readonly Comparison[]>()
    return {
      version: document.version,
      steps: readComparisons(document.getText(), mentions, knowledge, notes.ordinaryWords, before),
    }
  }
  /** Reads for a while and goes on later. A note that has changed meanwhile is read anew once it is quiet. */
  const read = (document: vscode.TextDocument, earlier?: ReturnType<typeof begin>) => {
    timers.delete(document)
    if (document.isClosed || readSettings(document).comparisonSeverity === 'off') return
    const reading = earlier ?? begin(document)
    if (reading?.version !== document.version) return
    const pause = performance.now() + sliceTime
    for (;;) {
      const step = reading.steps.next()
      if (step.done) {
        reads.set(document, { version: reading.version, ...step.value })
        show(document)
        return
      }
      if (performance.now() > pause) {
        readSoon(document, 0, reading)
        return
      }
    }
  }
  /** Those of the note as it is: somebody who asks for fixes right after a key need not wait, but in a long note. */
  const comparisonsNow = (document: vscode.TextDocument): readonly Comparison[] => {
    if (!reads.has(document) || readSettings(document).comparisonSeverity === 'off') return []
    if (reads.get(document)?.version !== document.version) {
      // VS Code asks with every key.
      const reading = notes.isShort(document) ? begin(document) : undefined
      if (!reading) return []
      reads.set(document, { version: reading.version, ...finish(reading.steps) })
      show(document)
    }
    return reads.get(document)?.comparisons ?? []
  }
  const follow = (document: vscode.TextDocument, delay: number) => {
    // Of a note that is too large only a part is read.
    if (isNote(document) && !notes.isTooLarge(document)) readSoon(document, delay)
    else forget(document)
  }
  const followAll = () => {
    for (const { document } of vscode.window.visibleTextEditors) {
      if (reads.get(document)?.version !== document.version) follow(document, 0)
    }
  }
  followAll()

  return vscode.Disposable.from(
    problems,
    { dispose: () => [...timers.values()].forEach(clearTimeout) },
    notes.onDidDetect((document) => {
      if (vscode.window.visibleTextEditors.some((editor) => editor.document === document)) follow(document, quietTime)
    }),
    knowledge.onDidChange(() => reads.clear()),
    vscode.window.onDidChangeVisibleTextEditors(followAll),
    vscode.workspace.onDidCloseTextDocument(forget),
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (!change.affectsConfiguration('cryptoAiLayers.comparisons')) return
      for (const document of reads.keys()) show(document)
      followAll()
    }),
    vscode.languages.registerCodeActionsProvider(
      { language: 'markdown' },
      {
        provideCodeActions(document, range) {
          return comparisonsNow(document)
            .filter((comparison) => rangeOf(document, comparison).intersection(range))
            .flatMap((comparison) => fixesOf(document, problemOf(document, comparison), comparison, knowledge))
        },
      },
      { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] },
    ),
    vscode.commands.registerCommand('cryptoAiLayers.ignoreComparisonsInVault', ignoreInVault),
  )
}

function fixesOf(
  document: vscode.TextDocument,
  problem: vscode.Diagnostic,
  comparison: Comparison,
  { index }: CurrentKnowledge,
): vscode.CodeAction[] {
  const text = document.getText()
  const action = (title: string) => {
    const fix = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix)
    fix.diagnostics = [problem]
    return fix
  }
  const edit = (title: string, edits: readonly (Edit | undefined)[]): vscode.CodeAction[] => {
    const wanted = edits.filter((one) => one !== undefined)
    if (wanted.length === 0) return []
    const fix = action(title)
    fix.edit = new vscode.WorkspaceEdit()
    for (const one of wanted) fix.edit.replace(document.uri, rangeOf(document, one), one.text)
    return [fix]
  }
  const run = (title: string, command: string, ...args: unknown[]) => {
    const fix = action(title)
    fix.command = { title, command, arguments: args }
    return fix
  }
  const names = comparison.projects.map((id) => index.get(id)?.name ?? id)
  const shown = names.length <= 3 ? sayList(names) : `all ${names.length} projects`
  return [
    ...edit('Put the layers beside the names', putLayersBesideNames(text, comparison, index)),
    ...edit('Split the list by layer', [splitListByLayer(text, comparison, index)]),
    ...edit('Split the table by layer', [splitTableByLayer(text, comparison, index)]),
    run(`Show ${shown} on the layer map`, 'cryptoAiLayers.showLayerMap', null),
    ...edit("Don't warn here: this comparison is meant", [excuseBlock(text, comparison)]),
    ...edit("Don't warn in this note", [excuseNote(text)]),
    ...(vscode.workspace.workspaceFolders
      ? [run("Don't warn in this vault", 'cryptoAiLayers.ignoreComparisonsInVault')]
      : []),
  ]
}

/** Turns the problems off in the workspace's own settings. */
async function ignoreInVault(): Promise<void> {
  if (!vscode.workspace.workspaceFolders) {
    return void vscode.window.showInformationMessage('Open the folder of your vault to set this for it.')
  }
  await vscode.workspace
    .getConfiguration('cryptoAiLayers')
    .update('comparisons.severity', 'off', vscode.ConfigurationTarget.Workspace)
}
