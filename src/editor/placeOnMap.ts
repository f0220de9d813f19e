import * as vscode from 'vscode'
import type { Place } from '../core/knowledge/schema'
import type { NewProject } from '../core/overlay/append'
import type { CurrentKnowledge } from './currentKnowledge'
import { exists } from './exists'
import { choose, write, type ChoiceItem } from './multiStep'
import type { Notes } from './notes'
import { userMap, vaultMap } from './overlayFiles'

/** Commands that write the user's map: one asks for a new project, the other opens the file. */
export function registerPlaceOnMap(
  context: vscode.ExtensionContext,
  notes: Notes,
  knowledge: CurrentKnowledge,
): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.commands.registerCommand('cryptoAiLayers.placeOnMap', async (symbol?: unknown) => {
      const project = await askProject(typeof symbol === 'string' ? symbol.slice(0, 64) : wordAtCursor(), knowledge)
      if (project) await append(project, mapFor(context, notes.current))
    }),
    vscode.commands.registerCommand('cryptoAiLayers.editMap', async () => {
      const file = await pickMap(context)
      if (!file) return
      await createMap(file)
      await vscode.window.showTextDocument(file)
    }),
  )
}

/** The ticker under the cursor without its `$`, or what is selected, if it is one line. */
function wordAtCursor(): string {
  const editor = vscode.window.activeTextEditor
  if (!editor) return ''
  const { document, selection } = editor
  const word = document.getWordRangeAtPosition(selection.active, /\$?[A-Za-z][\w.]*/)
  const text = selection.isEmpty ? (word ? document.getText(word) : '') : document.getText(selection)
  return /[\r\n]/.test(text) ? '' : text.replace(/^\$/, '').trim().slice(0, 64)
}

type Draft = Omit<NewProject, 'id'>

/** Asks for name, layer and other names. Undefined when the user leaves. */
async function askProject(word: string, knowledge: CurrentKnowledge): Promise<NewProject | undefined> {
  const isTicker = /^[A-Z0-9]{2,10}$/.test(word)
  const draft: { -readonly [K in keyof Draft]: Draft[K] } = {
    name: word,
    layer: 'none',
    aliases: [],
    tickers: isTicker ? [word] : [],
  }
  let hasLayer = false
  for (let at = 0; at < 3;) {
    const step = { title: 'Place on the Map', step: at + 1, totalSteps: 3, hasBack: at > 0 }
    if (at === 0) {
      const placeholder = 'What is it called?'
      const result = await write({ ...step, placeholder }, draft.name, {
        prompt: 'Any other names come last.',
        problem: (name) => (isName(name) ? undefined : nameProblem),
      })
      if (result.type === 'cancel') return undefined
      if (result.type === 'next') draft.name = result.value
      at += result.type === 'next' ? 1 : 0
    } else if (at === 1) {
      const items = layerItems(knowledge)
      const active = hasLayer ? items.findIndex(({ value }) => value === draft.layer) : 0
      const result = await choose({ ...step, placeholder: 'Which floor does it sit on?' }, items, active)
      if (result.type === 'cancel') return undefined
      if (result.type === 'next') {
        draft.layer = result.value
        hasLayer = true
      }
      at += result.type === 'next' ? 1 : -1
    } else {
      const placeholder = 'Other names and tickers (optional)'
      const known = [...draft.tickers, ...draft.aliases].filter((name) => name !== draft.name).join(', ')
      const result = await write({ ...step, placeholder }, known, {
        prompt: 'With commas between them.',
        problem: (text) => (namesIn(text).every(isName) ? undefined : nameProblem),
      })
      if (result.type === 'cancel') return undefined
      if (result.type === 'next') {
        const names = namesIn(result.value)
        // A name that is the ticker is one all the same.
        const tickers = [...(isTicker && word === draft.name ? [word] : []), ...names.filter(isSymbol)]
        draft.tickers = [...new Set(tickers)].slice(0, 6)
        draft.aliases = names.filter((name) => !isSymbol(name) && name !== draft.name).slice(0, 24)
      }
      at += result.type === 'next' ? 1 : -1
    }
  }
  const { newId } = await import('../core/overlay/overlay')
  return { ...draft, id: newId(draft.name, (id) => knowledge.index.head(id) !== undefined) }
}

const nameProblem = 'A name has 2 to 64 characters.'

function isName(text: string): boolean {
  return text.length >= 2 && text.length <= 64
}

function namesIn(text: string): string[] {
  return [...new Set(text.split(',').map((name) => name.trim().replace(/^\$/, '')))].filter((name) => name !== '')
}

function isSymbol(name: string): boolean {
  return /^[A-Z0-9]{2,10}$/.test(name)
}

function layerItems({ index }: CurrentKnowledge): ChoiceItem<Place>[] {
  return [
    ...index.knowledge.layers.map(({ id, name, summary }) => ({ label: name, detail: summary, value: id })),
    {
      label: '$(circle-slash) Cannot be placed',
      detail: 'It fits no floor. That is a flag of its own, and its badge says so.',
      value: 'none' as const,
    },
  ]
}

/** The map of the note's vault; that for all vaults where there is none that may be read. */
function mapFor(context: vscode.ExtensionContext, note: vscode.TextDocument | undefined): vscode.Uri {
  const folders = vscode.workspace.workspaceFolders ?? []
  const folder = (note && vscode.workspace.getWorkspaceFolder(note.uri)) ?? folders[0]
  return folder && vscode.workspace.isTrusted ? vaultMap(folder) : userMap(context)
}

async function pickMap(context: vscode.ExtensionContext): Promise<vscode.Uri | undefined> {
  const folders = vscode.workspace.isTrusted ? (vscode.workspace.workspaceFolders ?? []) : []
  const items = [
    ...folders.map((folder) => ({
      label: `$(folder) ${folder.name}`,
      detail: 'Counts in this vault, and can be shared with it.',
      uri: vaultMap(folder),
    })),
    { label: '$(account) All vaults', detail: 'Counts wherever you open notes.', uri: userMap(context) },
  ]
  const picked = await vscode.window.showQuickPick(items, { title: 'Edit Your Map', placeHolder: 'Whose map?' })
  return picked?.uri
}

/** Creates the file of a map with a first comment, if there is none. */
async function createMap(file: vscode.Uri): Promise<void> {
  if (await exists(file)) return
  const { overlayHeader } = await import('../core/overlay/overlay')
  const edit = new vscode.WorkspaceEdit()
  edit.createFile(file, { ignoreIfExists: true, contents: new TextEncoder().encode(overlayHeader) })
  if (!(await vscode.workspace.applyEdit(edit))) {
    // Where the editor may not create files, the file system may.
    await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(overlayHeader))
  }
}

/** Appends a record to a map and saves it, so that notes show it at once; undo in the file takes it back. */
async function append(project: NewProject, file: vscode.Uri): Promise<void> {
  const { appendProject } = await import('../core/overlay/overlay')
  const open = 'Open the File'
  try {
    await createMap(file)
    const document = await vscode.workspace.openTextDocument(file)
    const edit = appendProject(document.getText(), project)
    if (!edit) {
      const message = `${project.name} was not written: ${nameOf(file)} has a problem. Put it right first.`
      if ((await vscode.window.showWarningMessage(message, open)) === open) await vscode.window.showTextDocument(file)
      return
    }
    const range = new vscode.Range(document.positionAt(edit.start), document.positionAt(edit.end))
    const change = new vscode.WorkspaceEdit()
    change.replace(file, range, edit.text)
    const written = (await vscode.workspace.applyEdit(change)) && (await document.save())
    if (!written) throw new Error('The editor refused the change')
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    void vscode.window.showErrorMessage(`${nameOf(file)} could not be written: ${reason}.`)
    return
  }
  const chosen = await vscode.window.showInformationMessage(`${project.name} is on your map, in ${nameOf(file)}.`, open)
  if (chosen === open) await vscode.window.showTextDocument(file)
}

function nameOf(file: vscode.Uri): string {
  return file.path.split('/').slice(-2).join('/')
}
