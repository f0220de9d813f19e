import builtInKnowledge from 'built-in-knowledge'
import * as vscode from 'vscode'
import { registerAssistantTools } from './editor/assistantTools'
import { registerBadges } from './editor/badges'
import { registerCompareEvaluations } from './editor/compareEvaluations'
import { registerComparisons } from './editor/comparisons'
import { registerComposeStack } from './editor/composeStack'
import { registerCompletion } from './editor/completion'
import { CurrentKnowledge } from './editor/currentKnowledge'
import { registerDefinition } from './editor/definition'
import { registerEvaluate } from './editor/evaluate'
import { registerEvaluateNote } from './editor/evaluateNote'
import { Exposures } from './editor/exposures'
import { registerExposureStatus } from './editor/exposureStatus'
import { Evaluations } from './editor/evaluations'
import { registerHover } from './editor/hover'
import { registerKnowledgeHealth } from './editor/knowledgeHealth'
import { registerLargeNoteStatus } from './editor/largeNoteStatus'
import { registerListProjects } from './editor/listProjects'
import { registerMapPanel } from './editor/mapPanel'
import { registerMentions } from './editor/mentions'
import { NoteHoldings } from './editor/noteHoldings'
import { registerNavigation } from './editor/navigation'
import { Notes } from './editor/notes'
import { registerRecordProblems } from './editor/recordProblems'
import { registerOverlayEditing } from './editor/overlayEditing'
import { OverlayFiles } from './editor/overlayFiles'
import { registerPlaceOnMap } from './editor/placeOnMap'
import { registerNotThisOne } from './editor/notThisOne'
import { registerNoteStatus } from './editor/noteStatus'
import { Preview, type MarkdownPlugin } from './editor/preview'
import { registerOpenSampleVault } from './editor/sampleVault'
import { registerProjectTree } from './editor/projectTree'
import { registerUnplaced } from './editor/unplaced'
import { Vault } from './editor/vault'
import { registerExportScorecard, VaultScorecard } from './editor/vaultScorecard'
import { registerVaultProgress } from './editor/vaultProgress'
import { registerVaultSymbols } from './editor/vaultSymbols'

/** Gives VS Code's Markdown preview its plugin. */
export function activate(context: vscode.ExtensionContext): MarkdownPlugin {
  const knowledge = new CurrentKnowledge(builtInKnowledge)
  const notes = new Notes(knowledge)
  const overlay = new OverlayFiles(context, knowledge)
  const vault = new Vault(context, notes, knowledge)
  const holdings = new NoteHoldings(notes, knowledge)
  const evaluations = new Evaluations(knowledge, vault)
  const exposures = new Exposures(notes, holdings, vault, evaluations, knowledge)
  const preview = new Preview(notes, knowledge)
  const scorecard = new VaultScorecard(knowledge, evaluations, vault, exposures)
  context.subscriptions.push(
    knowledge,
    notes,
    overlay,
    vault,
    evaluations,
    preview,
    registerBadges(notes, knowledge),
    registerHover(notes, knowledge, scorecard),
    registerMentions(notes, knowledge),
    registerMapPanel(context.extensionUri, notes, knowledge, exposures, vault, scorecard),
    registerEvaluate(context, notes, knowledge, evaluations, vault),
    registerEvaluateNote(notes, knowledge),
    registerCompareEvaluations(knowledge, evaluations),
    registerExportScorecard(scorecard),
    registerRecordProblems(knowledge),
    registerKnowledgeHealth(knowledge),
    registerComposeStack(notes, knowledge),
    registerExposureStatus(notes, holdings, knowledge),
    registerDefinition(notes, knowledge),
    registerOverlayEditing(context, overlay, knowledge),
    registerPlaceOnMap(context, notes, knowledge),
    registerComparisons(notes, knowledge),
    registerUnplaced(notes, knowledge),
    registerLargeNoteStatus(notes),
    registerVaultProgress(vault),
    registerVaultSymbols(vault, knowledge),
    registerNoteStatus(notes, knowledge),
    registerProjectTree(notes, vault, knowledge),
    registerListProjects(notes, knowledge),
    registerNavigation(notes, vault, knowledge),
    registerNotThisOne(notes, knowledge),
    registerCompletion(notes, vault, knowledge),
    registerAssistantTools(notes, vault, exposures, knowledge),
    registerOpenSampleVault(context),
  )
  return preview.plugin
}
