import builtInKnowledge from 'built-in-knowledge'
import * as vscode from 'vscode'
import { registerBadges } from './editor/badges'
import { CurrentKnowledge } from './editor/currentKnowledge'
import { registerEvaluate } from './editor/evaluate'
import { registerHover } from './editor/hover'
import { registerLargeNoteStatus } from './editor/largeNoteStatus'
import { registerMapPanel } from './editor/mapPanel'
import { registerMentions } from './editor/mentions'
import { Notes } from './editor/notes'

export function activate(context: vscode.ExtensionContext): void {
  const knowledge = new CurrentKnowledge(builtInKnowledge)
  const notes = new Notes(knowledge)
  context.subscriptions.push(
    knowledge,
    notes,
    registerBadges(notes, knowledge),
    registerHover(notes, knowledge),
    registerMentions(notes, knowledge),
    registerMapPanel(context.extensionUri, notes, knowledge),
    registerEvaluate(notes, knowledge),
    registerLargeNoteStatus(notes),
  )
}
