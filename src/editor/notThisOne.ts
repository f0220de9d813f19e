import * as vscode from 'vscode'
import { notInThisNote, notOnThisLine, ordinaryWord } from '../core/notMeant'
import type { Mention } from '../core/recognition/findMentions'
import type { Edit } from '../core/recognition/noteReading'
import type { CurrentKnowledge } from './currentKnowledge'
import { isNote, rangeOf, type Notes } from './notes'
import { readSettings } from './settings'

/** Where a word is said to be no project. */
type Reach = 'line' | 'note' | 'vault'

const reaches: Readonly<Record<Reach, string>> = {
  line: 'On this line',
  note: 'In this note',
  vault: 'In this vault',
}

const kept: Readonly<Record<Reach, string>> = {
  line: 'Kept as a comment behind the line',
  note: 'Kept as a comment at the end of the note',
  vault: 'Kept in the setting cryptoAiLayers.recognition.ordinaryWords',
}

/** What a person does about a wrong badge: asks why, and says that it is none. */
export function registerNotThisOne(notes: Notes, knowledge: CurrentKnowledge): vscode.Disposable {
  const nameOf = ({ project }: Mention) => knowledge.index.head(project)?.name ?? project
  return vscode.Disposable.from(
    vscode.languages.registerCodeActionsProvider(
      { language: 'markdown' },
      {
        provideCodeActions(document, range) {
          const mention = isNote(document) ? notes.mentionAt(document, range.start) : undefined
          if (!mention) return []
          const offset = mention.start
          const action = (title: string, command: string, ...rest: Reach[]) => {
            const quickFix = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix)
            quickFix.command = { title, command, arguments: [{ uri: document.uri.toString(), offset }, ...rest] }
            return quickFix
          }
          return [
            ...(['line', 'note', 'vault'] as const).map((reach) =>
              action(`Not ${nameOf(mention)}: ${reaches[reach].toLowerCase()}`, 'cryptoAiLayers.notThisOne', reach),
            ),
            action('Why is this marked?', 'cryptoAiLayers.whyMarked'),
          ]
        },
      },
      { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] },
    ),
    vscode.commands.registerCommand('cryptoAiLayers.notThisOne', async (place?: unknown, reach?: unknown) => {
      const found = mentionAtPlace(place, notes)
      if (!found) {
        sayNoMention()
        return
      }
      const wanted = isReach(reach) ? reach : await pickReach(`“${found.mention.text}” is not ${nameOf(found.mention)}`)
      if (wanted) await sayNot(found, wanted)
    }),
    vscode.commands.registerCommand('cryptoAiLayers.whyMarked', async (place?: unknown) => {
      const found = mentionAtPlace(place, notes)
      if (!found) {
        sayNoMention()
        return
      }
      const { mention } = found
      const sure = Math.round(mention.confidence * 100)
      const reach = await pickReach(`“${mention.text}” is ${nameOf(mention)}: ${sure} % sure`, mention.reasons)
      if (reach) await sayNot(found, reach)
    }),
  )
}

interface FoundMention {
  readonly document: vscode.TextDocument
  readonly mention: Mention
}

/** The mention that a quick fix names, else the one under the cursor. */
function mentionAtPlace(place: unknown, notes: Notes): FoundMention | undefined {
  const editor = vscode.window.activeTextEditor
  if (isPlace(place)) {
    const document = vscode.workspace.textDocuments.find(({ uri }) => uri.toString() === place.uri)
    const mention = document && notes.mentionAt(document, document.positionAt(place.offset))
    return mention && { document, mention }
  }
  const mention = editor && notes.mentionAt(editor.document, editor.selection.active)
  return mention && { document: editor.document, mention }
}

function isPlace(value: unknown): value is { readonly uri: string; readonly offset: number } {
  return (
    typeof value === 'object' &&
    value !== null &&
    'uri' in value &&
    typeof value.uri === 'string' &&
    'offset' in value &&
    typeof value.offset === 'number'
  )
}

function isReach(value: unknown): value is Reach {
  return typeof value === 'string' && value in reaches
}

/** Shows the reasons, strongest first, and asks how far a "no" reaches; undefined when it is none. */
async function pickReach(title: string, reasons?: readonly string[]): Promise<Reach | undefined> {
  type Item = vscode.QuickPickItem & { readonly reach?: Reach }
  const separator = (label: string): Item => ({ label, kind: vscode.QuickPickItemKind.Separator })
  const choices = (['line', 'note', 'vault'] as const).map((reach): Item => ({
    label: reaches[reach],
    description: kept[reach],
    reach,
  }))
  const because = reasons?.map((reason): Item => ({ label: `$(info) ${reason}` }))
  const items = because
    ? [separator('Marked because of'), ...because, separator('It is not this one'), ...choices]
    : choices
  return (await vscode.window.showQuickPick(items, { title }))?.reach
}

async function sayNot({ document, mention }: FoundMention, reach: Reach): Promise<void> {
  if (reach === 'vault') {
    const words = new Set([...readSettings().ordinaryWords, ordinaryWord(mention.text)])
    const target = vscode.workspace.workspaceFolders
      ? vscode.ConfigurationTarget.Workspace
      : vscode.ConfigurationTarget.Global
    await vscode.workspace.getConfiguration('cryptoAiLayers').update('recognition.ordinaryWords', [...words], target)
    return
  }
  const text = document.getText()
  const change: Edit = reach === 'line' ? notOnThisLine(text, mention) : notInThisNote(text, mention)
  const edit = new vscode.WorkspaceEdit()
  edit.replace(document.uri, rangeOf(document, change), change.text)
  if (await vscode.workspace.applyEdit(edit)) return
  void vscode.window.showWarningMessage('This note cannot be edited: say it for the vault instead.')
}

function sayNoMention(): void {
  void vscode.window.showInformationMessage('Put the cursor on a mention of a project first.')
}
