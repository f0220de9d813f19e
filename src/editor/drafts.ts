import * as vscode from 'vscode'
import { mostDrafts, readDrafts, type Draft } from '../core/records/draft'
import type { CurrentKnowledge } from './currentKnowledge'

const key = 'cryptoAiLayers.evaluationDrafts'

/** Evaluations that are not finished, one a project, the last one first. They outlive the window and the extension host. */
export class Drafts {
  readonly #memory: vscode.Memento

  constructor(
    { workspaceState, globalState }: Pick<vscode.ExtensionContext, 'workspaceState' | 'globalState'>,
    readonly knowledge: CurrentKnowledge,
  ) {
    // Without a folder, what a window remembers goes with it.
    this.#memory = vscode.workspace.workspaceFolders ? workspaceState : globalState
  }

  get all(): readonly Draft[] {
    return readDrafts(this.#memory.get(key), this.knowledge.index)
  }

  of(project: string): Draft | undefined {
    return this.all.find((draft) => draft.project === project)
  }

  async keep(draft: Draft): Promise<void> {
    const others = this.all.filter(({ project }) => project !== draft.project)
    await this.#memory.update(key, [draft, ...others].slice(0, mostDrafts))
  }

  async remove(project: string): Promise<void> {
    const others = this.all.filter((draft) => draft.project !== project)
    await this.#memory.update(key, others.length > 0 ? others : undefined)
  }
}
