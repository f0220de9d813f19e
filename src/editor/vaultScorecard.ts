import * as vscode from 'vscode'
import { dayOf } from '../core/figures'
import { scorecard, scorecardCsv, scorecardMarkdown, type Scorecard, type VaultFacts } from '../core/records/scorecard'
import type { CurrentKnowledge } from './currentKnowledge'
import type { Evaluations } from './evaluations'
import type { NoteHoldings } from './noteHoldings'
import { isNote } from './notes'
import { readSettings } from './settings'
import type { Vault } from './vault'

/** All evaluations of the vault, and what the notes say of projects that nobody has evaluated. */
export class VaultScorecard {
  constructor(
    readonly knowledge: CurrentKnowledge,
    readonly evaluations: Evaluations,
    readonly vault: Vault,
    readonly holdings: NoteHoldings,
  ) {}

  /** As far as records and notes are read. */
  read(): Scorecard {
    const { recheckAfterDays } = readSettings()
    return scorecard(this.evaluations.history, this.#facts(), this.knowledge.index, dayOf(new Date()), recheckAfterDays)
  }

  #facts(): VaultFacts {
    const { index } = this.vault
    const held = vscode.workspace.textDocuments
      .filter(isNote)
      .flatMap((document) => this.holdings.of(document).positions)
      .flatMap(({ project, units = 1 }) => (project && units > 0 ? [project.id] : []))
    return {
      held: new Set(held),
      mentions: new Map([...index.projects()].map((project) => [project, index.countOf(project).mentions])),
    }
  }
}

/** The scorecard as a note or as a table for a spreadsheet, in an editor: nothing is written until the user saves it. */
export function registerExportScorecard(card: VaultScorecard): vscode.Disposable {
  return vscode.commands.registerCommand('cryptoAiLayers.exportScorecard', async () => {
    await card.evaluations.whenRead()
    const { index } = card.knowledge
    const score = card.read()
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
    const document = await vscode.workspace.openTextDocument({ language: picked.language, content: picked.write() })
    await vscode.window.showTextDocument(document)
  })
}
