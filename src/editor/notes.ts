import * as vscode from 'vscode'
import { findMentions, mentionAt, type Mention } from '../core/recognition/findMentions'
import { maySayNotMeant, meantMentions, ordinaryWord } from '../core/notMeant'
import { NoteReading } from '../core/recognition/noteReading'
import type { CurrentKnowledge } from './currentKnowledge'
import { readSettings } from './settings'
import { inOrder, visibleKey, visibleTexts } from './visibleText'

/** Milliseconds without a key before badges follow: a word that is being typed is not read letter by letter. */
const quietTime = 100

/** Milliseconds of reading before other extensions and keys have their turn. */
const sliceTime = 8

/** Notes up to this many UTF-16 code units are read at once when somebody asks, longer ones in slices. */
const shortNote = 60_000

/** Of notes above this many UTF-16 code units only the visible part is read. */
export const noteLimit = 4_000_000

export function isNote(document: vscode.TextDocument): boolean {
  return document.languageId === 'markdown'
}

/** A note that is followed through its edits. */
interface Followed {
  readonly reading: NoteReading
  readonly eol: vscode.EndOfLine
  /** No comment in it says that a name is not meant. */
  allIsMeant: boolean
  /** The version that `mentions` belong to. */
  version: number
  mentions: readonly Mention[]
}

/**
 * The mentions of open notes: one reading for each document, shared by everything that shows them, which goes along
 * with its edits. Also knows which note is the current one, which a panel or the command palette does not change.
 */
export class Notes implements vscode.Disposable {
  readonly #followed = new Map<vscode.TextDocument, Followed>()
  #visible = new WeakMap<vscode.TextDocument, { key: string; mentions: readonly Mention[] }>()
  readonly #timers = new Map<vscode.TextDocument, ReturnType<typeof setTimeout>>()
  readonly #didDetect = new vscode.EventEmitter<vscode.TextDocument>()
  readonly #didChangeCurrent = new vscode.EventEmitter<vscode.TextDocument | undefined>()
  readonly #subscriptions: vscode.Disposable
  #ordinaryWords = readOrdinaryWords()
  #current: vscode.TextDocument | undefined

  /** A note has been read: its mentions may be others now. */
  readonly onDidDetect = this.#didDetect.event
  readonly onDidChangeCurrent = this.#didChangeCurrent.event

  constructor(readonly knowledge: CurrentKnowledge) {
    this.#follow(vscode.window.activeTextEditor)
    this.#followTab()
    this.#subscriptions = vscode.Disposable.from(
      this.#didDetect,
      this.#didChangeCurrent,
      knowledge.onDidChange(() => this.#readAllAnew()),
      vscode.workspace.onDidChangeConfiguration((change) => {
        if (!change.affectsConfiguration('cryptoAiLayers.recognition')) return
        this.#ordinaryWords = readOrdinaryWords()
        this.#readAllAnew()
      }),
      vscode.window.onDidChangeActiveTextEditor((editor) => this.#follow(editor)),
      vscode.window.tabGroups.onDidChangeTabs(() => this.#followTab()),
      vscode.window.tabGroups.onDidChangeTabGroups(() => this.#followTab()),
      vscode.window.onDidChangeTextEditorVisibleRanges(({ textEditor: { document } }) => {
        if (isNote(document) && this.isTooLarge(document)) this.#readSoon(document, quietTime)
      }),
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (!isNote(document)) return
        const followed = this.#followed.get(document)
        if (followed) {
          followed.reading.edit(
            contentChanges.map(({ rangeOffset, rangeLength, text }) => ({
              start: rangeOffset,
              end: rangeOffset + rangeLength,
              text,
            })),
          )
          followed.allIsMeant &&= !maySayNotMeant(changedLines(document, contentChanges))
        }
        this.#readSoon(document, quietTime)
      }),
      vscode.workspace.onDidOpenTextDocument((document) => {
        // Changing a document's language closes and opens it.
        if (isNote(document)) this.#readSoon(document, quietTime)
        if (document === vscode.window.activeTextEditor?.document) this.#follow(vscode.window.activeTextEditor)
        this.#followTab()
      }),
      vscode.workspace.onDidCloseTextDocument((document) => {
        clearTimeout(this.#timers.get(document))
        this.#timers.delete(document)
        this.#followed.delete(document)
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

  /**
   * The mentions of a note as it is now, none in other documents. Finishes reading it, which in a long note that has
   * just been opened takes a moment. Of a note that is too large, those in its visible part.
   */
  mentions(document: vscode.TextDocument): readonly Mention[] {
    if (!isNote(document) || document.isClosed) return []
    if (this.isTooLarge(document)) return this.#visibleMentions(document)
    const followed = this.#followedOf(document)
    if (followed.version !== document.version) {
      followed.mentions = this.#meant(document, followed)
      followed.version = document.version
    }
    return followed.mentions
  }

  /** The same for those who can wait: undefined while reading would take long; `onDidDetect` tells when it is done. */
  mentionsIfRead(document: vscode.TextDocument): readonly Mention[] | undefined {
    if (this.#followed.get(document)?.version === document.version) return this.mentions(document)
    if (!isNote(document) || this.isShort(document) || this.isTooLarge(document)) {
      return this.mentions(document)
    }
    this.#readSoon(document, 0)
    return undefined
  }

  /** Whether all of a note can be read in no time. */
  isShort(document: vscode.TextDocument): boolean {
    return lengthOf(document) <= shortNote
  }

  /** Words that are no project in this workspace. */
  get ordinaryWords(): ReadonlySet<string> {
    return this.#ordinaryWords
  }

  mentionAt(document: vscode.TextDocument, position: vscode.Position): Mention | undefined {
    return mentionAt(this.mentions(document), document.offsetAt(position))
  }

  dispose(): void {
    for (const timer of this.#timers.values()) clearTimeout(timer)
    this.#timers.clear()
    this.#followed.clear()
    this.#subscriptions.dispose()
  }

  #follow(editor: vscode.TextEditor | undefined): void {
    if (editor && isNote(editor.document)) this.#setCurrent(editor.document)
    else if (editor && editor.document === this.#current) this.#setCurrent(undefined)
  }

  /** A note in an editor that is no text editor, such as VS Code's Markdown Editor, is told by its tab alone. */
  #followTab(): void {
    const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input
    if (!(input instanceof vscode.TabInputCustom)) return
    const shown = input.uri.toString()
    const document = vscode.workspace.textDocuments.find(({ uri }) => uri.toString() === shown)
    if (document && isNote(document)) this.#setCurrent(document)
  }

  #setCurrent(document: vscode.TextDocument | undefined): void {
    if (document === this.#current) return
    this.#current = document
    this.#didChangeCurrent.fire(document)
  }

  /** The reading that has gone along with all edits. A change of line ends is none of them. */
  #followedOf(document: vscode.TextDocument): Followed {
    const known = this.#followed.get(document)
    if (known && known.eol === document.eol && known.reading.length === lengthOf(document)) return known
    const text = document.getText()
    const reading = new NoteReading(this.knowledge.lexicon, text)
    const followed = { reading, eol: document.eol, allIsMeant: !maySayNotMeant(text), version: -1, mentions: [] }
    this.#followed.set(document, followed)
    return followed
  }

  #meant(document: vscode.TextDocument, followed: Followed): readonly Mention[] {
    // The text of a long note is not joined with every key.
    const text = followed.allIsMeant ? '' : document.getText()
    followed.allIsMeant ||= !maySayNotMeant(text)
    return meantMentions(text, followed.reading.mentions(), this.#ordinaryWords)
  }

  /** Names mean other projects now. */
  #readAllAnew(): void {
    this.#followed.clear()
    this.#visible = new WeakMap()
    for (const document of vscode.workspace.textDocuments) if (isNote(document)) this.#readSoon(document, 0)
  }

  #readSoon(document: vscode.TextDocument, delay: number): void {
    clearTimeout(this.#timers.get(document))
    this.#timers.set(
      document,
      setTimeout(() => this.#read(document), delay),
    )
  }

  /** Reads for a while and goes on later, or tells that it is done. */
  #read(document: vscode.TextDocument): void {
    this.#timers.delete(document)
    if (document.isClosed) return
    if (!this.isTooLarge(document)) {
      const pause = performance.now() + sliceTime
      if (!this.#followedOf(document).reading.work(() => performance.now() > pause)) {
        this.#readSoon(document, 0)
        return
      }
    }
    this.#didDetect.fire(document)
  }

  #visibleMentions(document: vscode.TextDocument): readonly Mention[] {
    const key = visibleKey(document)
    const known = this.#visible.get(document)
    if (known?.key === key) return known.mentions
    const found = visibleTexts(document).flatMap(({ text, place }) =>
      meantMentions(text, findMentions(text, this.knowledge.lexicon), this.#ordinaryWords).map(place),
    )
    const mentions = inOrder(found)
    this.#visible.set(document, { key, mentions })
    return mentions
  }
}

function readOrdinaryWords(): ReadonlySet<string> {
  return new Set(readSettings().ordinaryWords.map(ordinaryWord))
}

/** In UTF-16 code units, without joining the lines. */
export function lengthOf(document: vscode.TextDocument): number {
  return document.offsetAt(document.lineAt(document.lineCount - 1).range.end)
}

/** The lines that a change has left where it was, whole; the whole text after several changes. */
function changedLines(
  document: vscode.TextDocument,
  changes: readonly vscode.TextDocumentContentChangeEvent[],
): string {
  const [change] = changes
  if (!change || changes.length > 1) return document.getText()
  const { start } = change.range
  const end = document.positionAt(change.rangeOffset + change.text.length)
  return document.getText(new vscode.Range(start.line, 0, end.line + 1, 0))
}

/** The last segment of a note's path. */
export function noteName(document: vscode.TextDocument): string {
  return document.uri.path.split('/').at(-1) ?? document.uri.path
}

/** The range of offsets [start, end) in a document. */
export function rangeOf(document: vscode.TextDocument, { start, end }: { start: number; end: number }): vscode.Range {
  return new vscode.Range(document.positionAt(start), document.positionAt(end))
}
