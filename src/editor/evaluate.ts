import * as vscode from 'vscode'
import { evaluate, evaluationTable, subjectName, type Answers, type Subject } from '../core/evaluation'
import { entryPointName, sayEntryPoint } from '../core/entryPoints'
import { dayOf, sayDate } from '../core/figures'
import { isBesideTheMap } from '../core/knowledge/projectIndex'
import { draftFrom, newDraft, stepCount, type Draft } from '../core/records/draft'
import { changesBetween, projectKey, sayChange } from '../core/records/history'
import { newRecord, openQuestions, plainName, type EvaluationRecord } from '../core/records/record'
import { recordFileName, recordFolder } from '../core/records/recordFile'
import { frontMatterEnd } from '../core/recognition/prose'
import { recordBody, writeRecord } from '../core/records/recordMarkdown'
import type { CurrentKnowledge } from './currentKnowledge'
import { Drafts } from './drafts'
import type { Evaluations } from './evaluations'
import { askSteps, type Asking } from './evaluationSteps'
import { choose, openLink, separator, type ChoiceItem } from './multiStep'
import { isNote, noteName, rangeOf, type Notes } from './notes'
import { projectAtCursor, projectItems } from './pickProject'
import { createRecord } from './recordFiles'
import { readSettings, readToday } from './settings'

/** The evaluation of one project: three questions, and a record of the answers that lasts. */
export function registerEvaluate(
  context: vscode.ExtensionContext,
  notes: Notes,
  knowledge: CurrentKnowledge,
  evaluations: Evaluations,
): vscode.Disposable {
  const drafts = new Drafts(context, knowledge)
  const flow = new EvaluationFlow(drafts, notes, knowledge, evaluations, versionOf(context.extension))
  void flow.offerInterrupted()
  return vscode.Disposable.from(
    vscode.commands.registerCommand('cryptoAiLayers.evaluateProject', (id?: unknown) => flow.evaluate(id)),
    vscode.commands.registerCommand('cryptoAiLayers.recheckEvaluation', (id?: unknown) => flow.recheck(id)),
    vscode.commands.registerCommand('cryptoAiLayers.evaluateNote', () => evaluateNote(notes, knowledge)),
  )
}

function versionOf({ packageJSON }: vscode.Extension<unknown>): string {
  const { version } = packageJSON as { version: string }
  return version
}

/** A separator has no subject. */
interface SubjectItem extends vscode.QuickPickItem {
  readonly subject?: Subject
}

/** Where a finished evaluation goes. */
type Place = 'file' | 'note' | 'clipboard'

class EvaluationFlow {
  constructor(
    readonly drafts: Drafts,
    readonly notes: Notes,
    readonly knowledge: CurrentKnowledge,
    readonly evaluations: Evaluations,
    readonly version: string,
  ) {}

  /** Evaluates the project that the caller names or the cursor is on, else one that the user picks or types. */
  async evaluate(id: unknown): Promise<void> {
    const chosen = await this.#chooseSubject(id)
    if (!chosen) return
    const key = 'project' in chosen ? chosen.project.id : plainName(chosen.name)
    if (key === '') return
    await this.#begin(newDraft(key, dayOf(new Date())), 'project' in chosen ? chosen : { name: key })
  }

  /** Evaluates a project again, from the answers of its last evaluation. */
  async recheck(id: unknown): Promise<void> {
    // As the files are now: a record may have been written a moment ago.
    await this.evaluations.readAgain()
    const { index } = this.knowledge
    const { history } = this.evaluations
    const key = typeof id === 'string' ? id : await this.#pickEvaluated()
    const latest = key === undefined ? undefined : history.get(key)?.[0]
    if (key === undefined) return
    if (!latest) return void vscode.window.showInformationMessage('There is no evaluation of this project to re-check.')
    const project = index.get(key)
    const subject = project ? { project } : { name: latest.record.project }
    await this.#begin(draftFrom(latest.record, project?.id ?? latest.record.project, dayOf(new Date())), subject)
  }

  /** Offers the evaluation in whose middle the window was closed. */
  async offerInterrupted(): Promise<void> {
    const interrupted = this.drafts.all.find(({ isOpen }) => isOpen)
    if (!interrupted) return
    await this.drafts.keep({ ...interrupted, isOpen: false })
    const name = subjectName(this.#subjectOf(interrupted))
    const go = await vscode.window.showInformationMessage(
      `Your evaluation of ${name} was interrupted. Your answers are kept.`,
      'Continue',
    )
    const draft = this.drafts.of(interrupted.project)
    if (go && draft) await this.#run({ ...draft, isOpen: true }, this.#subjectOf(draft))
  }

  #subjectOf({ project: id }: Draft): Subject {
    const project = this.knowledge.index.get(id)
    return project ? { project } : { name: id }
  }

  async #pickEvaluated(): Promise<string | undefined> {
    const { index } = this.knowledge
    const items = [...this.evaluations.history].flatMap(([key, [latest]]) => {
      const project = index.get(key)
      return latest ? [{ label: project?.name ?? latest.record.project, description: latest.record.date, key }] : []
    })
    if (items.length === 0) {
      void vscode.window.showInformationMessage('There is no evaluation in this workspace yet.')
      return undefined
    }
    return (await vscode.window.showQuickPick(items, { placeHolder: 'Re-check the evaluation of…' }))?.key
  }

  /** Runs a draft, unless there is one of the same project that the user goes on with instead. */
  async #begin(draft: Draft, subject: Subject): Promise<void> {
    const unfinished = this.drafts.of(draft.project)
    const wanted = unfinished ? await choosePlaceToStart(unfinished, draft, subjectName(subject)) : draft
    if (wanted) await this.#run({ ...wanted, isOpen: true }, subject)
  }

  /** Asks, and delivers. Leaving at any point keeps the draft; only what was delivered is no draft any more. */
  async #run(draft: Draft, subject: Subject): Promise<void> {
    await this.evaluations.whenRead()
    const { index } = this.knowledge
    const earlier = this.evaluations.history.get(projectKey(draft, index))?.[0]?.record
    const today = readToday()
    const asking: Asking = {
      subject,
      index,
      today,
      ...(earlier ? { earlier } : {}),
      mentions: this.#mentionsOf(subject),
      keep: (kept) => this.drafts.keep(kept),
    }
    let current = draft
    for (;;) {
      const answered = await askSteps(current, asking)
      if (!answered) break
      current = answered
      const { layer, token, usage } = answered.answers
      if (!layer || !token || !usage) {
        current = { ...answered, step: 0 }
        continue
      }
      const answers = { layer, token, usage }
      const { confidence = 'medium', own } = answered
      const record = newRecord({ subject, answers, confidence, own }, index, today.day, this.version)
      const place = await this.#choosePlace(record, subject, answers, earlier)
      if (place.type === 'cancel') break
      if (place.type === 'back') {
        current = { ...answered, step: stepCount - 1 }
        continue
      }
      if (await this.#deliver(place.value, record)) {
        await this.drafts.remove(draft.project)
        return
      }
    }
    const unfinished = this.drafts.of(draft.project)
    if (unfinished) await this.drafts.keep({ ...unfinished, isOpen: false })
  }

  /** The project that the caller names or the cursor is on, else one that the user picks or types. */
  async #chooseSubject(id: unknown): Promise<Subject | undefined> {
    const { index } = this.knowledge
    const project = typeof id === 'string' ? index.get(id) : projectAtCursor(this.notes, index)
    if (project) return { project }
    if (typeof id === 'string') return undefined
    const unfinished = this.drafts.all.map((draft) => {
      const subject = this.#subjectOf(draft)
      return { label: `$(edit) ${subjectName(subject)}`, description: 'not finished', subject }
    })
    const known = (typed: string): SubjectItem[] => [
      ...unfinished,
      ...projectItems(index, typed).map(({ project: candidate, ...item }) =>
        candidate ? { ...item, subject: { project: candidate } } : item,
      ),
    ]
    const pick = vscode.window.createQuickPick<SubjectItem>()
    pick.title = 'Evaluate a Project'
    pick.placeholder = 'Name, ticker, netuid or former name; a name that is not on the map can be evaluated too'
    pick.matchOnDescription = true
    pick.matchOnDetail = true
    pick.items = known('')
    return new Promise((resolve) => {
      pick.onDidChangeValue((value) => {
        const name = value.trim().slice(0, 64)
        const typed = { label: `$(add) ${name}`, description: 'not on the map', alwaysShow: true, subject: { name } }
        pick.items = name === '' ? known('') : [...known(name), typed]
      })
      pick.onDidAccept(() => {
        resolve(pick.activeItems[0]?.subject)
        pick.dispose()
      })
      pick.onDidHide(() => {
        resolve(undefined)
        pick.dispose()
      })
      pick.show()
    })
  }

  /** Shows the verdict and asks where the evaluation goes. */
  async #choosePlace(
    record: EvaluationRecord,
    subject: Subject,
    answers: Answers,
    earlier: EvaluationRecord | undefined,
  ) {
    const { index } = this.knowledge
    const verdict = evaluate(answers, index)
    const editor = this.notes.currentEditor
    const folder = this.#folder()
    const places: ChoiceItem<Place>[] = [
      ...(folder
        ? [
            {
              label: '$(save) Keep as a record in the vault',
              detail: folder.ok
                ? [...folder.segments, recordFileName(record.project, record.date, 1)].join('/')
                : `cryptoAiLayers.evaluations.folder: ${folder.reason}`,
              value: 'file' as const,
            },
          ]
        : []),
      ...(editor
        ? [
            {
              label: '$(insert) Insert into the note at the cursor',
              detail: noteName(editor.document),
              value: 'note' as const,
            },
          ]
        : []),
      { label: '$(copy) Copy to the clipboard', detail: 'As Markdown', value: 'clipboard' },
    ]
    const changes = earlier ? changesBetween(earlier, record, index).map(sayChange) : []
    const open = openQuestions(answers).map((id) => index.question(id).question)
    const told: ChoiceItem<Place>[] = [
      ...(earlier
        ? [
            separator(`Changed since ${sayDate(earlier.date)}`),
            ...(changes.length > 0 ? changes : ['Nothing']).map((label) => ({ label: `$(history) ${label}` })),
          ]
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
      [...places, ...told],
      0,
    )
  }

  /** Puts a record where the user wants it; false when it did not get there, and why was told. */
  async #deliver(place: Place, record: EvaluationRecord): Promise<boolean> {
    const { index } = this.knowledge
    switch (place) {
      case 'file':
        return this.#keepAsFile(record)
      case 'note': {
        const editor = this.notes.currentEditor
        if (editor && (await insertBlock(editor, recordBody(record, index, 3)))) return true
        const name = editor ? noteName(editor.document) : 'The note'
        void vscode.window.showErrorMessage(`${name} cannot be edited. Your answers are kept: choose another place.`)
        return false
      }
      case 'clipboard':
        await vscode.env.clipboard.writeText(writeRecord(record, index))
        return true
      default:
        return place satisfies never
    }
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
    await vscode.window.showTextDocument(created.uri, { preview: false })
    return true
  }

  /** The folder of the workspace that the current note is in, else the first one. */
  #root(): vscode.Uri | undefined {
    const { current } = this.notes
    const ofNote = current && vscode.workspace.getWorkspaceFolder(current.uri)
    return (ofNote ?? vscode.workspace.workspaceFolders?.[0])?.uri
  }

  #folder(): ReturnType<typeof recordFolder> | undefined {
    const root = this.#root()
    return root && recordFolder(readSettings(root).evaluationsFolder)
  }

  /** Where the current note mentions a project. */
  #mentionsOf(subject: Subject): Asking['mentions'] {
    const document = this.notes.current
    if (!document || !('project' in subject)) return []
    return this.notes
      .mentions(document)
      .filter(({ project }) => project === subject.project.id)
      .slice(0, mostMentions)
      .map((mention) => {
        const { line } = document.positionAt(mention.start)
        return {
          label: document.lineAt(line).text.trim().slice(0, 120),
          description: `${noteName(document)}, line ${line + 1}`,
          show: () =>
            vscode.window.showTextDocument(document, { selection: rangeOf(document, mention), preserveFocus: true }),
        }
      })
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

/** Lines of notes that a question shows. */
const mostMentions = 5

/** The draft to go on with, or the new one; undefined when the user leaves. */
async function choosePlaceToStart(unfinished: Draft, draft: Draft, name: string): Promise<Draft | undefined> {
  const answered = Object.keys(unfinished.answers).length
  const goOn = {
    label: '$(debug-continue) Continue',
    detail: `Begun ${sayDate(unfinished.begun)}, ${answered} of 3 answered`,
  }
  const anew = { label: '$(refresh) Start anew', detail: 'The answers so far are given up' }
  const picked = await vscode.window.showQuickPick([goOn, anew], {
    title: `Evaluate ${name}`,
    placeHolder: 'There is an evaluation that is not finished',
    ignoreFocusOut: true,
  })
  if (!picked) return undefined
  return picked === goOn ? unfinished : draft
}

/** Inserts Markdown as a block of its own after the cursor's line, behind front matter; one undo removes it. */
export async function insertBlock(editor: vscode.TextEditor, markdown: string): Promise<boolean> {
  const { document, selection } = editor
  const lastOfFrontMatter = document.positionAt(frontMatterEnd(document.getText()) - 1).line
  const line = document.lineAt(Math.max(selection.active.line, lastOfFrontMatter))
  const isLast = line.lineNumber === document.lineCount - 1
  const next = isLast ? undefined : document.lineAt(line.lineNumber + 1)
  const before = line.isEmptyOrWhitespace ? '' : '\n\n'
  const after = next === undefined || next.isEmptyOrWhitespace ? '' : '\n'
  const block = before + markdown.trimEnd() + (isLast ? '\n' : after)
  try {
    return await editor.edit((builder) => builder.insert(line.range.end, block))
  } catch {
    // The editor was closed meanwhile.
    return false
  }
}

async function evaluateNote(notes: Notes, { index }: CurrentKnowledge): Promise<void> {
  const active = vscode.window.activeTextEditor?.document
  const document = active && isNote(active) ? active : notes.current
  if (!document) return void vscode.window.showInformationMessage('Open a Markdown note to evaluate its projects.')
  const ids = [...new Set(notes.mentions(document).map(({ project }) => project))]
  const projects = ids
    .map((id) => index.get(id))
    .filter((project) => project !== undefined)
    .filter((project) => !isBesideTheMap(project))
  if (projects.length === 0)
    return void vscode.window.showInformationMessage(`${noteName(document)} mentions no project of the map.`)
  const content = evaluationTable(projects, noteName(document), index, readToday())
  await vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ language: 'markdown', content }))
}
