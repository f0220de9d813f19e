import builtInKnowledge from 'built-in-knowledge'
import * as vscode from 'vscode'
import { ProjectIndex } from './core/knowledge/projectIndex'
import { buildLexicon } from './core/recognition/lexicon'
import { registerBadges } from './editor/badges'
import { registerEvaluate } from './editor/evaluate'
import { registerHover } from './editor/hover'
import { registerLargeNoteStatus } from './editor/largeNoteStatus'
import { registerMapPanel } from './editor/mapPanel'
import { registerMentions } from './editor/mentions'
import { Notes } from './editor/notes'

export function activate(context: vscode.ExtensionContext): void {
  const index = new ProjectIndex(builtInKnowledge)
  const notes = new Notes(buildLexicon(builtInKnowledge))
  context.subscriptions.push(
    notes,
    registerBadges(notes, index),
    registerHover(notes, index),
    registerMentions(notes, index),
    registerMapPanel(context.extensionUri, notes, index),
    registerEvaluate(notes, index),
    registerLargeNoteStatus(notes),
  )
}
