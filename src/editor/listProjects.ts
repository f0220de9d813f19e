import * as vscode from 'vscode'
import { projectList } from '../core/layerCounts'
import type { CurrentKnowledge } from './currentKnowledge'
import { noteName, type Notes } from './notes'
import { showUntitled } from './untitled'

/** Says in an untitled note what badges, status bar and tree say of the current one. */
export function registerListProjects(notes: Notes, knowledge: CurrentKnowledge): vscode.Disposable {
  return vscode.commands.registerCommand('cryptoAiLayers.listProjects', async () => {
    const document = notes.current
    if (!document) {
      void vscode.window.showInformationMessage('Open a Markdown note to list its projects.')
      return
    }
    const note = { name: noteName(document), text: document.getText(), mentions: notes.mentions(document) }
    const content = projectList(note, knowledge.index)
    await showUntitled(content)
  })
}
