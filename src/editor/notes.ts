import * as vscode from 'vscode'
import { mentionAt, findMentions, type Mention } from '../core/recognition/findMentions'
import type { Lexicon } from '../core/recognition/lexicon'

/** Milliseconds without a key before a note is read again: longer for a longer note, so that nobody feels it. */
function quietTime(document: vscode.TextDocument): number {
  return 150 + lengthOf(document) / 10_000
}

/** Notes above this many UTF-16 code units are not read: reading them would hold up every extension of the window. */
export const noteLimit = 2_000_000

export function isNote(document: vscode.TextDocument): boolean {
  return document.languageId === 'markdown'
}

/**
 * The mentions of open notes: one detection for each version of a document, shared by everything that shows them.
 * Also knows which note is the current one, which a panel or the command palette does not change.
 */
export class Notes implements vscode.Disposable {
  readonly #detections = new WeakMap<vscode.TextDocument, { version: number; mentions: readonly Mention[] }>()
  readonly #timers = new Map<vscode.TextDocument, ReturnType<typeof setTimeout>>()
  readonly #didDetect = new vscode.EventEmitter<vscode.TextDocument>()
  readonly #didChangeCurrent = new vscode.EventEmitter<vscode.TextDocument | undefined>()
  readonly #subscriptions: vscode.Disposable
  #current: vscode.TextDocument | undefined

  /** A note has changed and rested: its mentions may be others now. */
  readonly onDidDetect = this.#didDetect.event
  readonly onDidChangeCurrent = this.#didChangeCurrent.event

  constructor(readonly lexicon: Lexicon) {
    this.#follow(vscode.window.activeTextEditor)
    this.#subscriptions = vscode.Disposable.from(
      this.#didDetect,
      this.#didChangeCurrent,
      vscode.window.onDidChangeActiveTextEditor((editor) => this.#follow(editor)),
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length > 0 && isNote(document)) this.#detectSoon(document)
      }),
      vscode.workspace.onDidOpenTextDocument((document) => {
        // Changing a document's language closes and opens it.
        if (isNote(document)) this.#detectSoon(document)
        if (document === vscode.window.activeTextEditor?.document) this.#follow(vscode.window.activeTextEditor)
      }),
      vscode.workspace.onDidCloseTextDocument((document) => {
        clearTimeout(this.#timers.get(document))
        this.#timers.delete(document)
        if (document === this.#current) this.#setCurrent(undefined)
      }),
    )
  }

  /** The note that was active last and is still open. */
  get current(): vscode.TextDocument | undefined {
    return this.#current
  }

  /** An editor of the current note, the active one first. */
  get currentEditor(): vscode.TextEditor | undefined {
    const active = vscode.window.activeTextEditor
    if (active && active.document === this.#current) return active
    return vscode.window.visibleTextEditors.find(({ document }) => document === this.#current)
  }

  isTooLarge(document: vscode.TextDocument): boolean {
    return lengthOf(document) > noteLimit
  }

  /** The mentions of a note as it is now; none in other documents and in notes that are too large. */
  mentions(document: vscode.TextDocument): readonly Mention[] {
    const known = this.#detections.get(document)
    if (known?.version === document.version) return known.mentions
    const mentions =
      isNote(document) && !this.isTooLarge(document) ? findMentions(document.getText(), this.lexicon) : []
    this.#detections.set(document, { version: document.version, mentions })
    return mentions
  }

  mentionAt(document: vscode.TextDocument, position: vscode.Position): Mention | undefined {
    return mentionAt(this.mentions(document), document.offsetAt(position))
  }

  dispose(): void {
    for (const timer of this.#timers.values()) clearTimeout(timer)
    this.#timers.clear()
    this.#subscriptions.dispose()
  }

  #follow(editor: vscode.TextEditor | undefined): void {
    if (editor && isNote(editor.document)) this.#setCurrent(editor.document)
    else if (editor && editor.document === this.#current) this.#setCurrent(undefined)
  }

  #setCurrent(document: vscode.TextDocument | undefined): void {
    if (document === this.#current) return
    this.#current = document
    this.#didChangeCurrent.fire(document)
  }

  #detectSoon(document: vscode.TextDocument): void {
    clearTimeout(this.#timers.get(document))
    const timer = setTimeout(() => {
      this.#timers.delete(document)
      this.#didDetect.fire(document)
    }, quietTime(document))
    this.#timers.set(document, timer)
  }
}

/** In UTF-16 code units, without joining the lines. */
function lengthOf(document: vscode.TextDocument): number {
  return document.offsetAt(document.lineAt(document.lineCount - 1).range.end)
}

/** The range of offsets [start, end) in a document. */
export function rangeOf(document: vscode.TextDocument, { start, end }: { start: number; end: number }): vscode.Range {
  return new vscode.Range(document.positionAt(start), document.positionAt(end))
}
