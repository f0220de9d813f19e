import * as vscode from 'vscode'
import { ProjectIndex } from '../core/knowledge/projectIndex'
import type { Knowledge } from '../core/knowledge/schema'
import { buildLexicon, type Lexicon } from '../core/recognition/lexicon'

/**
 * What is known right now. Ask it for `index` and `lexicon` each time you need them: both are others after
 * `onDidChange`, and never change in themselves.
 */
export class CurrentKnowledge implements vscode.Disposable {
  readonly #didChange = new vscode.EventEmitter<void>()
  #index: ProjectIndex
  #lexicon: Lexicon

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

  replace(knowledge: Knowledge): void {
    this.#index = new ProjectIndex(knowledge)
    this.#lexicon = buildLexicon(knowledge)
    this.#didChange.fire()
  }

  dispose(): void {
    this.#didChange.dispose()
  }
}
