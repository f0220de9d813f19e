import * as vscode from 'vscode'
import { AssetNames } from '../core/holdings/assetNames'
import { ProjectIndex } from '../core/knowledge/projectIndex'
import type { Knowledge } from '../core/knowledge/schema'
import { buildLexicon, type Lexicon } from '../core/recognition/lexicon'

/**
 * What is known right now. Ask it for `index`, `lexicon` and `assetNames` each time you need them: all are others after
 * `onDidChange`, and never change in themselves.
 */
export class CurrentKnowledge implements vscode.Disposable {
  readonly #didChange = new vscode.EventEmitter<void>()
  #index: ProjectIndex
  #lexicon: Lexicon
  #assetNames: AssetNames | undefined

  /** Another state of knowledge is in force. */
  readonly onDidChange = this.#didChange.event

  constructor(knowledge: Knowledge) {
    this.#index = new ProjectIndex(knowledge)
    this.#lexicon = buildLexicon(knowledge)
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

  replace(knowledge: Knowledge): void {
    this.#index = new ProjectIndex(knowledge)
    this.#lexicon = buildLexicon(knowledge)
    this.#assetNames = undefined
    this.#didChange.fire()
  }

  dispose(): void {
    this.#didChange.dispose()
  }
}
