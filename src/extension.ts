import builtInKnowledge from 'built-in-knowledge'
import * as vscode from 'vscode'
import { registerBadges } from './editor/badges'
import { CurrentKnowledge } from './editor/currentKnowledge'
import { registerEvaluate } from './editor/evaluate'
import { Exposures } from './editor/exposures'
import { registerExposureStatus } from './editor/exposureStatus'
import { registerHover } from './editor/hover'
import { registerKnowledgeHealth } from './editor/knowledgeHealth'
import { registerLargeNoteStatus } from './editor/largeNoteStatus'
import { registerMapPanel } from './editor/mapPanel'
import { registerMentions } from './editor/mentions'
import { NoteHoldings } from './editor/noteHoldings'
import { Notes } from './editor/notes'
import { Vault } from './editor/vault'
import { registerVaultProgress } from './editor/vaultProgress'
import { registerVaultSymbols } from './editor/vaultSymbols'

export function activate(context: vscode.ExtensionContext): void {
  const knowledge = new CurrentKnowledge(builtInKnowledge)
  const notes = new Notes(knowledge)
  const vault = new Vault(context, notes, knowledge)
  const holdings = new NoteHoldings(notes, knowledge)
  const exposures = new Exposures(notes, holdings, vault, knowledge)
  context.subscriptions.push(
    knowledge,
    notes,
    vault,
    registerBadges(notes, knowledge),
    registerHover(notes, knowledge),
    registerMentions(notes, knowledge),
    registerMapPanel(context.extensionUri, notes, knowledge, exposures, vault),
    registerEvaluate(notes, knowledge),
    registerKnowledgeHealth(knowledge),
    registerExposureStatus(notes, holdings, knowledge),
    registerLargeNoteStatus(notes),
    registerVaultProgress(vault),
    registerVaultSymbols(vault, knowledge),
  )
}
