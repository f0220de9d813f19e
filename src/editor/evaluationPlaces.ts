import * as vscode from 'vscode'
import { entryPointName, sayEntryPoint } from '../core/entryPoints'
import { evaluate, subjectName, type Subject } from '../core/evaluation'
import { sayDate } from '../core/figures'
import { changesBetween, sayChange } from '../core/records/history'
import { openQuestions, type EvaluationRecord } from '../core/records/record'
import { recordFileName, recordFolder } from '../core/records/recordFile'
import { recordBody, writeRecord } from '../core/records/recordMarkdown'
import type { CurrentKnowledge } from './currentKnowledge'
import type { Evaluations } from './evaluations'
import { insertBlock } from './insertBlock'
import { choose, openLink, separator, type ChoiceItem, type StepResult } from './multiStep'
import { noteName } from './notes'
import { createRecord } from './recordFiles'
import { readSettings } from './settings'
import { noteColumn, showNote } from './showNote'

/** Where a finished evaluation goes. */
type Place = 'file' | 'note' | 'clipboard'

/** Brings a finished evaluation to where it lasts. */
export class EvaluationPlaces {
  /** `note` is the one that the evaluation began in: it may go back there, whatever was looked at meanwhile. */
  constructor(
    readonly note: vscode.TextDocument | undefined,
    readonly knowledge: CurrentKnowledge,
    readonly evaluations: Evaluations,
  ) {}

  /** Shows the verdict, what changed and what can be done now, and asks where the evaluation goes. */
  choose(
    record: EvaluationRecord,
    subject: Subject,
    earlier: EvaluationRecord | undefined,
  ): Promise<StepResult<Place>> {
    const { index } = this.knowledge
    const { answers } = record
    const verdict = evaluate(answers, index)
    const changes = earlier ? changesBetween(earlier, record, index).map(sayChange) : []
    const open = openQuestions(answers).map((id) => index.question(id).question)
    const told: ChoiceItem<Place>[] = [
      ...(earlier
        ? [
            separator(`Changed since ${sayDate(earlier.date)}`),
            ...(changes.length > 0 ? changes : ['Nothing']).map((label) => ({ label: `$(history) ${label}` })),
          ]
        : []),
      ...(verdict.cannotBePlaced
        ? [separator('A flag'), { label: '$(warning) It cannot be placed cleanly on the map' }]
        : []),
      ...(open.length > 0 ? [separator('Open'), ...open.map((label) => ({ label: `$(question) ${label}` }))] : []),
      ...entryPointItems(subject),
    ]
    return choose<Place>(
      {
        title: `${subjectName(subject)}: ${verdict.rule.name} (${verdict.cleared} of 3 cleared)`,
        placeholder: verdict.reasons.join('. '),
        hasBack: true,
      },
      [...this.#items(record), ...told],
      0,
    )
  }

  /** Puts a record where the user wants it; false when it did not get there, and why was told. */
  async deliver(place: Place, record: EvaluationRecord): Promise<boolean> {
    const { index } = this.knowledge
    switch (place) {
      case 'file':
        return this.#keepAsFile(record)
      case 'note':
        return this.#insert(recordBody(record, index, 3))
      case 'clipboard':
        await vscode.env.clipboard.writeText(writeRecord(record, index))
        return true
      default:
        return place satisfies never
    }
  }

  #items({ project, date }: EvaluationRecord): ChoiceItem<Place>[] {
    const folder = this.#folder()
    return [
      ...(folder
        ? [
            {
              label: '$(save) Keep as a record in the vault',
              detail: folder.ok
                ? [...folder.segments, recordFileName(project, date, 1)].join('/')
                : `cryptoAiLayers.evaluations.folder: ${folder.reason}`,
              value: 'file' as const,
            },
          ]
        : []),
      ...(this.note && !this.note.isClosed
        ? [
            {
              label: '$(insert) Insert into the note at the cursor',
              detail: noteName(this.note),
              value: 'note' as const,
            },
          ]
        : []),
      { label: '$(copy) Copy to the clipboard', detail: 'As Markdown', value: 'clipboard' },
    ]
  }

  async #insert(markdown: string): Promise<boolean> {
    const { note } = this
    const editor = note && (await editorOf(note))
    if (editor && (await insertBlock(editor, markdown))) {
      await this.evaluations.readAgain()
      return true
    }
    const name = note ? noteName(note) : 'The note'
    void vscode.window.showErrorMessage(`${name} cannot be edited. Your answers are kept: choose another place.`)
    return false
  }

  async #keepAsFile(record: EvaluationRecord): Promise<boolean> {
    const root = this.#root()
    const folder = this.#folder()
    if (!root || !folder) return false
    if (!folder.ok) {
      void vscode.window.showErrorMessage(
        `cryptoAiLayers.evaluations.folder cannot be used: ${folder.reason}. Your answers are kept.`,
      )
      return false
    }
    const text = writeRecord(record, this.knowledge.index)
    const created = await createRecord(root, folder.segments, record.project, record.date, text)
    if (!created.ok) {
      void vscode.window.showErrorMessage(`${created.message}. Your answers are kept.`)
      return false
    }
    await this.evaluations.readAgain()
    await showNote(created.uri, {})
    return true
  }

  /** The folder of the workspace that the note is in, else the first one. */
  #root(): vscode.Uri | undefined {
    const ofNote = this.note && vscode.workspace.getWorkspaceFolder(this.note.uri)
    return (ofNote ?? vscode.workspace.workspaceFolders?.[0])?.uri
  }

  #folder(): ReturnType<typeof recordFolder> | undefined {
    const root = this.#root()
    return root && recordFolder(readSettings(root).evaluationsFolder)
  }
}

/** An editor of a note, the active one first; brought back when it was covered meanwhile. */
async function editorOf(note: vscode.TextDocument): Promise<vscode.TextEditor | undefined> {
  const active = vscode.window.activeTextEditor
  if (active?.document === note) return active
  const visible = vscode.window.visibleTextEditors.find(({ document }) => document === note)
  if (visible) return visible
  try {
    return await vscode.window.showTextDocument(note, { preview: false, viewColumn: noteColumn() })
  } catch {
    // It was closed or deleted.
    return undefined
  }
}

/** What the user can do this week without code; Enter opens the page, and nothing else happens. */
function entryPointItems(subject: Subject): ChoiceItem<never>[] {
  const points = 'project' in subject ? subject.project.entryPoints : []
  if (points.length === 0) return []
  return [
    separator('This week, without code'),
    ...points.map((point) => ({
      label: `$(link-external) ${entryPointName(point)}: ${point.does}`,
      detail: sayEntryPoint(point),
      run: () => openLink(point.url),
    })),
  ]
}
