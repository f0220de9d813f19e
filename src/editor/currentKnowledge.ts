import * as vscode from 'vscode'
import { AssetNames } from '../core/holdings/assetNames'
import { ProjectIndex } from '../core/knowledge/projectIndex'
import type { Knowledge } from '../core/knowledge/schema'
import { noOverlay, type OverlayState } from '../core/overlay/notices'
import { buildLexicon, type Lexicon } from '../core/recognition/lexicon'

/**
 * What is known right now: built-in knowledge with the user's own map on top. Ask it for `index`, `lexicon` and
 * `assetNames` each time you need them: all are others after `onDidChange`, and never change in themselves.
 */
export class CurrentKnowledge implements vscode.Disposable {
  readonly #didChange = new vscode.EventEmitter<void>()
  readonly #didChangeOverlay = new vscode.EventEmitter<void>()
  #index: ProjectIndex
  #lexicon: Lexicon
  #assetNames: AssetNames | undefined
  #overlay = noOverlay

  /** Another state of knowledge is in force. */
  readonly onDidChange = this.#didChange.event
  /** The files of the user's map are worth something else, with or without another state of knowledge. */
  readonly onDidChangeOverlay = this.#didChangeOverlay.event

  constructor(readonly builtIn: Knowledge) {
    this.#index = new ProjectIndex(builtIn)
    this.#lexicon = buildLexicon(builtIn)
  }

  get index(): ProjectIndex {
    return this.#index
  }

  get lexicon(): Lexicon {
    return this.#lexicon
  }

  /** Made when somebody first reads holdings. */
  get assetNames(): AssetNames {
    this.#assetNames ??= new AssetNames(this.#index.knowledge)
    return this.#assetNames
  }

  /** What the files of the user's map are worth. */
  get overlay(): OverlayState {
    return this.#overlay
  }

  replace(knowledge: Knowledge, overlay: OverlayState): void {
    this.#overlay = overlay
    if (knowledge !== this.#index.knowledge) {
      this.#index = new ProjectIndex(knowledge)
      this.#lexicon = buildLexicon(knowledge)
      this.#assetNames = undefined
      this.#didChange.fire()
    }
    this.#didChangeOverlay.fire()
  }

  dispose(): void {
    this.#didChange.dispose()
    this.#didChangeOverlay.dispose()
  }
}
