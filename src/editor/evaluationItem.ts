import type * as vscode from 'vscode'
import { sayDate } from '../core/figures'
import type { ProjectIndex } from '../core/knowledge/projectIndex'
import type { KeptRecord } from '../core/records/history'
import { recordName } from '../core/records/record'

/** An evaluation as a row to choose from. `remarks` stand behind its verdict. */
export function evaluationItem(
  { record }: KeptRecord,
  index: ProjectIndex,
  remarks: readonly string[] = [],
): vscode.QuickPickItem {
  const verdict = index.knowledge.verdicts.find(({ id }) => id === record.verdict)?.name ?? record.verdict
  return {
    label: recordName(record, index),
    description: sayDate(record.date),
    detail: [verdict, ...remarks].join(' · '),
  }
}
