import * as vscode from 'vscode'
import { findMentions } from '../core/recognition/findMentions'
import { findUnplacedTickers, placedSymbols, startUnplacedTickers, type UnplacedTicker } from '../core/unplacedTickers'
import type { CurrentKnowledge } from './currentKnowledge'
import { isNote, lengthOf, rangeOf, type Notes } from './notes'
import { readSettings, type Settings } from './settings'
import { inOrder, visibleTexts } from './visibleText'

/** Milliseconds after a note was read: what is being typed is no ticker yet. */
const restTime = 300

/** Milliseconds of reading before other extensions and keys have their turn. */
const sliceTime = 8

/** Of notes above this many UTF-16 code units only the visible part is read: each change would cost a whole parse. */
const lengthLimit = 1_000_000

/**
 * A dim `?` behind each ticker that is on no record, a hint at the first of each, and a quick fix that places it. In a
 * long note in its visible part.
 */
export function registerUnplaced(notes: Notes, knowledge: CurrentKnowledge): vscode.Disposable {
  const diagnostics = vscode.languages.createDiagnosticCollection('cryptoAiLayers.unplaced')
  const found = new Map<
    vscode.TextDocument,
    { readonly version: number; readonly tickers: readonly UnplacedTicker[] }
  >()
  let placed = placedSymbols(knowledge.index.knowledge)
  let style: Settings['badgeStyle'] = 'off'
  let type: vscode.TextEditorDecorationType | undefined

  const useStyle = (wanted: Settings['badgeStyle']) => {
    if (wanted === style) return
    style = wanted
    type?.dispose()
    type = wanted === 'off' ? undefined : decorationType(wanted)
  }
  const show = (document: vscode.TextDocument) => {
    useStyle(readSettings().badgeStyle)
    const tickers = style === 'off' ? [] : (found.get(document)?.tickers ?? [])
    diagnostics.set(document.uri, hintsOf(document, tickers))
    for (const editor of vscode.window.visibleTextEditors) {
      if (editor.document !== document || !type) continue
      editor.setDecorations(
        type,
        tickers.map((ticker) => rangeOf(document, ticker)),
      )
    }
  }
  const read = async (document: vscode.TextDocument) => {
    if (!isNote(document) || document.isClosed) return
    const mentions = notes.mentionsIfRead(document)
    // A long note tells when it is read.
    if (!mentions) return
    const { version } = document
    if (isLong(document)) {
      const inView = visibleTexts(document).flatMap(({ text, place }) =>
        findUnplacedTickers(text, findMentions(text, knowledge.lexicon), placed).map(place),
      )
      found.set(document, { version, tickers: inOrder(inView) })
      show(document)
      return
    }
    const reading = startUnplacedTickers(document.getText(), mentions, placed)
    let pause = performance.now() + sliceTime
    let tickers = reading.advance()
    for (; !tickers; tickers = reading.advance()) {
      if (performance.now() < pause) continue
      await new Promise((resolve) => setTimeout(resolve, 0))
      if (isStale(document, version)) return
      pause = performance.now() + sliceTime
    }
    found.set(document, { version, tickers })
    show(document)
  }
  const timers = new Map<vscode.TextDocument, ReturnType<typeof setTimeout>>()
  const readSoon = (document: vscode.TextDocument) => {
    clearTimeout(timers.get(document))
    timers.set(
      document,
      setTimeout(() => void read(document), restTime),
    )
  }
  const readVisible = () => {
    for (const { document } of vscode.window.visibleTextEditors) {
      if (found.get(document)?.version === document.version) show(document)
      else void read(document)
    }
  }
  readVisible()

  return vscode.Disposable.from(
    diagnostics,
    { dispose: () => type?.dispose() },
    { dispose: () => timers.forEach(clearTimeout) },
    notes.onDidDetect(readSoon),
    knowledge.onDidChange(() => {
      placed = placedSymbols(knowledge.index.knowledge)
      found.clear()
    }),
    vscode.window.onDidChangeVisibleTextEditors(readVisible),
    vscode.window.onDidChangeTextEditorVisibleRanges(({ textEditor: { document } }) => {
      if (isNote(document) && isLong(document)) readSoon(document)
    }),
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration('cryptoAiLayers.badges')) readVisible()
    }),
    vscode.workspace.onDidCloseTextDocument((document) => {
      clearTimeout(timers.get(document))
      timers.delete(document)
      found.delete(document)
      diagnostics.delete(document.uri)
    }),
    vscode.languages.registerCodeActionsProvider(
      { language: 'markdown' },
      {
        provideCodeActions(document, range) {
          const known = found.get(document)
          if (known?.version !== document.version) return []
          const symbols = known.tickers
            .filter((ticker) => rangeOf(document, ticker).intersection(range))
            .map(({ symbol }) => symbol)
          return [...new Set(symbols)].map((symbol) => {
            const title = `Place $${symbol} on the Map…`
            const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix)
            action.command = { title, command: 'cryptoAiLayers.placeOnMap', arguments: [symbol] }
            action.diagnostics = (diagnostics.get(document.uri) ?? []).filter(
              (diagnostic) => diagnostic.range.intersection(range) !== undefined,
            )
            return action
          })
        },
      },
      { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] },
    ),
  )
}

function isLong(document: vscode.TextDocument): boolean {
  return lengthOf(document) > lengthLimit
}

function isStale({ version, isClosed }: vscode.TextDocument, read: number): boolean {
  return isClosed || version !== read
}

/** One hint a ticker, at its first place. */
function hintsOf(document: vscode.TextDocument, tickers: readonly UnplacedTicker[]): vscode.Diagnostic[] {
  const first = new Map([...tickers].reverse().map((ticker) => [ticker.symbol, ticker]))
  return [...first.values()].map((ticker) => {
    const diagnostic = new vscode.Diagnostic(
      rangeOf(document, ticker),
      `$${ticker.symbol} is not on the map. Place it, or say that it cannot be placed.`,
      vscode.DiagnosticSeverity.Information,
    )
    diagnostic.source = 'Crypto AI Layers'
    return diagnostic
  })
}

function decorationType(style: Exclude<Settings['badgeStyle'], 'off'>): vscode.TextEditorDecorationType {
  const color = new vscode.ThemeColor('descriptionForeground')
  const rangeBehavior = vscode.DecorationRangeBehavior.ClosedClosed
  return style === 'underline'
    ? vscode.window.createTextEditorDecorationType({
        rangeBehavior,
        borderColor: color,
        borderStyle: 'dotted',
        borderWidth: '0 0 1px 0',
      })
    : vscode.window.createTextEditorDecorationType({
        rangeBehavior,
        after: { contentText: '?', color, margin: '0 0 0 0.3em', textDecoration: 'none; font-size: 0.8em;' },
      })
}
