import * as vscode from 'vscode'
import { previewBadges } from '../core/badge'
import { addPreviewBadges, type PreviewBadge, type PreviewParser } from '../core/previewBadges'
import type { CurrentKnowledge } from './currentKnowledge'
import { isNote, type Notes } from './notes'
import { readSettings, readToday } from './settings'

/** What VS Code's Markdown preview expects of an extension that `package.json` says has a plugin for it. */
export interface MarkdownPlugin {
  extendMarkdownIt<T>(parser: T): T
}

/** Settings that the preview shows. */
const shownSettings = ['badges', 'hover', 'evidence', 'recognition'].map((area) => `cryptoAiLayers.${area}`)

/**
 * Badges in the Markdown preview. The preview tells only what text it renders: it is looked for among the open notes,
 * whose mentions are known. Texts of no open note, such as those that VS Code parses for their links, cost nothing.
 */
export class Preview implements vscode.Disposable {
  /** Open notes as the preview reads them. */
  readonly #texts = new WeakMap<vscode.TextDocument, { readonly version: number; readonly text: string }>()
  /** Notes that were rendered before they were read. */
  readonly #waiting = new WeakSet<vscode.TextDocument>()
  readonly #subscriptions: vscode.Disposable
  #isUsed = false

  constructor(
    readonly notes: Notes,
    readonly knowledge: CurrentKnowledge,
  ) {
    this.#subscriptions = vscode.Disposable.from(
      knowledge.onDidChange(() => this.#refresh()),
      notes.onDidDetect((document) => {
        if (this.#waiting.delete(document)) this.#refresh()
      }),
      vscode.workspace.onDidChangeConfiguration((change) => {
        if (shownSettings.some((area) => change.affectsConfiguration(area))) this.#refresh()
      }),
    )
  }

  readonly plugin: MarkdownPlugin = {
    extendMarkdownIt: (parser) => {
      this.#isUsed = true
      addPreviewBadges(parser as PreviewParser, (source) => this.#badgesIn(source))
      return parser
    },
  }

  dispose(): void {
    this.#subscriptions.dispose()
  }

  #badgesIn(source: string): readonly PreviewBadge[] {
    const document = this.#noteOf(source)
    if (!document) return []
    const mentions = this.notes.mentionsIfRead(document)
    if (!mentions) {
      this.#waiting.add(document)
      return []
    }
    const { badgeStyle, badgeFrequency, hoverEnabled } = readSettings(document)
    const badges = previewBadges(mentions, {
      style: badgeStyle,
      frequency: badgeFrequency,
      hasCards: hoverEnabled,
      index: this.knowledge.index,
      today: readToday(),
    })
    if (document.eol === vscode.EndOfLine.LF) return badges
    // The preview reads lines that end with one character.
    return badges.map((badge) => ({ ...badge, start: badge.start - document.positionAt(badge.start).line }))
  }

  #noteOf(source: string): vscode.TextDocument | undefined {
    const wanted = comparable(source)
    return vscode.workspace.textDocuments.find(
      (document) =>
        isNote(document) && !document.isClosed && !this.notes.isTooLarge(document) && this.#textOf(document) === wanted,
    )
  }

  #textOf(document: vscode.TextDocument): string {
    const known = this.#texts.get(document)
    if (known?.version === document.version) return known.text
    const text = comparable(document.getText())
    this.#texts.set(document, { version: document.version, text })
    return text
  }

  /** The preview keeps what it has parsed until the note changes. */
  #refresh(): void {
    if (this.#isUsed) void vscode.commands.executeCommand('markdown.preview.refresh')
  }
}

/** Without what the preview makes of line ends and of characters that HTML cannot have. */
function comparable(text: string): string {
  return text.replaceAll('\r\n', '\n').replace(/[\0\u2028\u2029\ufffd]/g, '')
}
