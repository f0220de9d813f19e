import * as vscode from 'vscode'
import { dayOf } from '../core/figures'
import { scorecard, scorecardCsv, scorecardMarkdown, type Scorecard, type VaultFacts } from '../core/records/scorecard'
import type { EvaluationsView, ProjectView } from '../core/views'
import { evaluationsView, lastVerdicts, pastEvaluations, type LastVerdict } from '../core/records/evaluationsView'
import { recheckReasons } from '../core/records/history'
import type { CurrentKnowledge } from './currentKnowledge'
import type { Evaluations } from './evaluations'
import type { Exposures } from './exposures'
import { readSettings } from './settings'
import type { Vault } from './vault'
import { showUntitled } from './untitled'

/** All evaluations of the vault, and what the notes say of projects that nobody has evaluated. */
export class VaultScorecard {
  constructor(
    readonly knowledge: CurrentKnowledge,
    readonly evaluations: Evaluations,
    readonly vault: Vault,
    readonly exposures: Exposures,
  ) {}

  /** Once records and notes are read. */
  async read(): Promise<Scorecard> {
    await this.evaluations.whenRead()
    const facts = await this.#facts()
    const { recheckAfterDays } = readSettings()
    return scorecard(this.evaluations.history, facts, this.knowledge.index, dayOf(new Date()), recheckAfterDays)
  }

  /** The same in words. */
  async view(): Promise<EvaluationsView> {
    const score = await this.read()
    const broken = this.evaluations.broken.map(({ uri, reason }) => ({
      name: vscode.workspace.asRelativePath(uri),
      reason,
    }))
    return evaluationsView(score, broken, this.knowledge.index)
  }

  /** By project id, as far as records are read. */
  lastVerdicts(): ReadonlyMap<string, LastVerdict> {
    const { recheckAfterDays } = readSettings()
    return lastVerdicts(this.evaluations.history, this.knowledge.index, dayOf(new Date()), recheckAfterDays)
  }

  /** The evaluations of a project, the latest first, and why that is to be looked at again. */
  of(project: string): Pick<ProjectView, 'evaluations' | 'recheck'> {
    const { index } = this.knowledge
    const line = this.evaluations.history.get(project) ?? []
    const [latest] = line
    return {
      evaluations: pastEvaluations(line, index),
      recheck: latest ? recheckReasons(latest.record, index, dayOf(new Date()), readSettings().recheckAfterDays) : [],
    }
  }

  async #facts(): Promise<VaultFacts> {
    const { index } = this.vault
    const { exposure } = await this.exposures.ofVault()
    const held = exposure.holdings.flatMap(({ project, weight }) => (project && weight > 0 ? [project.id] : []))
    return {
      held: new Set(held),
      mentions: new Map([...index.projects()].map((project) => [project, index.countOf(project).mentions])),
    }
  }
}

/** The scorecard as a note or as a table for a spreadsheet, in an editor: nothing is written until the user saves it. */
export function registerExportScorecard(card: VaultScorecard): vscode.Disposable {
  return vscode.commands.registerCommand('cryptoAiLayers.exportScorecard', async () => {
    const { index } = card.knowledge
    await card.evaluations.readNow()
    const score = await card.read()
    if (score.rows.length === 0)
      return void vscode.window.showInformationMessage('There is no evaluation in this workspace yet.')
    const picked = await vscode.window.showQuickPick(
      [
        {
          label: '$(markdown) Markdown',
          detail: 'A table for each layer, and what is to be evaluated',
          language: 'markdown',
          write: () => scorecardMarkdown(score, index, dayOf(new Date())),
        },
        {
          label: '$(table) CSV',
          detail: 'One line a project; no cell is a formula',
          language: 'plaintext',
          write: () => scorecardCsv(score, index),
        },
      ],
      { placeHolder: 'Export the scorecard as…' },
    )
    if (!picked) return
    await showUntitled(picked.write(), picked.language)
  })
}
