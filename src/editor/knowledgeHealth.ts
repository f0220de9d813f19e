import * as vscode from 'vscode'
import { knowledgeHealth } from '../core/knowledge/health'
import type { CurrentKnowledge } from './currentKnowledge'
import { readToday } from './settings'
import { showUntitled } from './untitled'

/** Tells in an untitled document how well the map is backed. */
export function registerKnowledgeHealth(knowledge: CurrentKnowledge): vscode.Disposable {
  return vscode.commands.registerCommand('cryptoAiLayers.showKnowledgeHealth', async () => {
    const content = knowledgeHealth(knowledge.index, readToday())
    await showUntitled(content)
  })
}
