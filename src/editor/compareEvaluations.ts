import * as vscode from 'vscode'
import { sayDate } from '../core/figures'
import { comparisonMarkdown } from '../core/records/compare'
import type { KeptRecord } from '../core/records/history'
import { recordName } from '../core/records/record'
import type { CurrentKnowledge } from './currentKnowledge'
import { evaluationItem } from './evaluationItem'
import type { Evaluations } from './evaluations'
import { showUntitled } from './untitled'

/** Puts two evaluations side by side, as a note that nobody has to keep. */
export function registerCompareEvaluations(knowledge: CurrentKnowledge, evaluations: Evaluations): vscode.Disposable {
  return vscode.commands.registerCommand('cryptoAiLayers.compareEvaluations', async () => {
    await evaluations.readNow()
    const { index } = knowledge
    const all = [...evaluations.history.values()].flat()
    if (all.length < 2)
      return void vscode.window.showInformationMessage('There are no two evaluations in this workspace to compare.')
    const left = await pick(all, 'Compare the evaluation of…', knowledge)
    if (!left) return
    const name = recordName(left.record, index)
    // Earlier evaluations of the same project are what it is mostly compared with.
    const others = all
      .filter((kept) => kept !== left)
      .sort((a, b) => Number(recordName(b.record, index) === name) - Number(recordName(a.record, index) === name))
    const right = await pick(others, `Compare ${name}, ${sayDate(left.record.date)}, with…`, knowledge)
    if (!right) return
    const content = comparisonMarkdown(left.record, right.record, index)
    await showUntitled(content)
  })
}

async function pick(
  records: readonly KeptRecord[],
  placeHolder: string,
  { index }: CurrentKnowledge,
): Promise<KeptRecord | undefined> {
  const items = records.map((kept) => ({ ...evaluationItem(kept, index), kept }))
  return (await vscode.window.showQuickPick(items, { placeHolder, matchOnDescription: true }))?.kept
}
