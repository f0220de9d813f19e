import * as vscode from 'vscode'
import { knowledgeHealth } from '../core/knowledge/health'
import type { CurrentKnowledge } from './currentKnowledge'
import { readToday } from './settings'

/** Tells in an untitled document how well the map is backed. */
export function registerKnowledgeHealth(knowledge: CurrentKnowledge): vscode.Disposable {
  return vscode.commands.registerCommand('cryptoAiLayers.showKnowledgeHealth', async () => {
    const content = knowledgeHealth(knowledge.index, readToday())
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ language: 'markdown', content }))
  })
}
