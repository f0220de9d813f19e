import * as vscode from 'vscode'
import { evaluationTable } from '../core/evaluation'
import { isBesideTheMap } from '../core/knowledge/projectIndex'
import type { CurrentKnowledge } from './currentKnowledge'
import { isNote, noteName, type Notes } from './notes'
import { readToday } from './settings'
import { showUntitled } from './untitled'

/** Verdicts of all projects of a note from what is known, in one table. */
export function registerEvaluateNote(notes: Notes, knowledge: CurrentKnowledge): vscode.Disposable {
  return vscode.commands.registerCommand('cryptoAiLayers.evaluateNote', () => evaluateNote(notes, knowledge))
}

async function evaluateNote(notes: Notes, { index }: CurrentKnowledge): Promise<void> {
  const active = vscode.window.activeTextEditor?.document
  const document = active && isNote(active) ? active : notes.current
  if (!document) return void vscode.window.showInformationMessage('Open a Markdown note to evaluate its projects.')
  const ids = [...new Set(notes.mentions(document).map(({ project }) => project))]
  const projects = ids
    .map((id) => index.get(id))
    .filter((project) => project !== undefined)
    .filter((project) => !isBesideTheMap(project))
  if (projects.length === 0)
    return void vscode.window.showInformationMessage(`${noteName(document)} mentions no project of the map.`)
  const content = evaluationTable(projects, noteName(document), index, readToday())
  await showUntitled(content)
}
