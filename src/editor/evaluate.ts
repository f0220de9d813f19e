import * as vscode from 'vscode'
import {
  evaluate,
  evaluationMarkdown,
  evaluationTable,
  knownAnswers,
  knownBasis,
  subjectName,
  type Answers,
  type GivenAnswer,
  type Subject,
} from '../core/evaluation'
import { isBesideTheMap, type ProjectIndex } from '../core/knowledge/projectIndex'
import type { QuestionId } from '../core/knowledge/schema'
import type { CurrentKnowledge } from './currentKnowledge'
import { choose, write, type ChoiceItem, type Step, type StepResult } from './multiStep'
import { isNote, noteName, type Notes } from './notes'
import { projectAtCursor, projectItems } from './pickProject'
import { readToday } from './settings'

const questionIds: readonly QuestionId[] = ['layer', 'token', 'usage']

export function registerEvaluate(notes: Notes, knowledge: CurrentKnowledge): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.commands.registerCommand('cryptoAiLayers.evaluateProject', async (id?: unknown) => {
      const { index } = knowledge
      const subject = await chooseSubject(id, notes, index)
      const answers = subject && (await askQuestions(subject, index))
      if (subject && answers) await deliver(subject, answers, notes, index)
    }),
    vscode.commands.registerCommand('cryptoAiLayers.evaluateNote', () => evaluateNote(notes, knowledge.index)),
  )
}

/** A separator has no subject. */
interface SubjectItem extends vscode.QuickPickItem {
  readonly subject?: Subject
}

/** The project that the caller names or the cursor is on, else one that the user picks or types. */
async function chooseSubject(id: unknown, notes: Notes, index: ProjectIndex): Promise<Subject | undefined> {
  const project = typeof id === 'string' ? index.get(id) : projectAtCursor(notes, index)
  if (project) return { project }
  if (typeof id === 'string') return undefined
  const known: SubjectItem[] = projectItems(index).map(({ project: candidate, ...item }) =>
    candidate ? { ...item, subject: { project: candidate } } : item,
  )
  const pick = vscode.window.createQuickPick<SubjectItem>()
  pick.title = 'Evaluate a Project'
  pick.placeholder = 'Name, ticker, netuid or former name; a name that is not on the map can be evaluated too'
  pick.matchOnDescription = true
  pick.matchOnDetail = true
  pick.items = known
  return new Promise((resolve) => {
    pick.onDidChangeValue((value) => {
      const name = value.trim().slice(0, 64)
      const typed = { label: `$(add) ${name}`, description: 'not on the map', alwaysShow: true, subject: { name } }
      pick.items = name === '' ? known : [...known, typed]
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

/** Asks the three questions: for each an answer, then why. Undefined when the user leaves. */
async function askQuestions(subject: Subject, index: ProjectIndex): Promise<Answers | undefined> {
  const given: Partial<Record<QuestionId, GivenAnswer>> = {}
  // Even steps ask for an answer, odd ones for its reason.
  for (let at = 0; at < 2 * questionIds.length;) {
    const id = questionIds[Math.floor(at / 2)]
    if (id === undefined) break
    const result =
      at % 2 === 0 ? await askAnswer(subject, id, given[id], index) : await askReason(subject, id, given[id], index)
    if (result.type === 'cancel') return undefined
    if (result.type === 'next') given[id] = result.value
    at += result.type === 'next' ? 1 : -1
  }
  const { layer, token, usage } = given
  return layer && token && usage ? { layer, token, usage } : undefined
}

type Choice = Pick<GivenAnswer, 'answer' | 'layer'>

function stepOf(subject: Subject, id: QuestionId, index: ProjectIndex): Pick<Step, 'title' | 'step' | 'totalSteps'> {
  return {
    title: `${subjectName(subject)}: ${index.question(id).question}`,
    step: questionIds.indexOf(id) + 1,
    totalSteps: questionIds.length,
  }
}

async function askAnswer(
  subject: Subject,
  id: QuestionId,
  earlier: GivenAnswer | undefined,
  index: ProjectIndex,
): Promise<StepResult<GivenAnswer>> {
  const known = 'project' in subject ? knownAnswers(subject.project)[id] : undefined
  const items = id === 'layer' ? layerItems(subject, index) : answerItems(subject, id, index)
  const start = earlier ?? known
  const active = items.findIndex(({ value }) => isSameChoice(value, start))
  const result = await choose<Choice>(
    {
      ...stepOf(subject, id, index),
      placeholder: known ? 'What is known is chosen; change it with the arrow keys' : 'Choose with the arrow keys',
      hasBack: id !== 'layer',
    },
    items,
    Math.max(0, active),
  )
  if (result.type !== 'next') return result
  // The reason of an answer that was changed is no reason any more.
  const note = isSameChoice(result.value, earlier) ? earlier.note : isSameChoice(result.value, known) ? known.note : ''
  return { type: 'next', value: { ...result.value, note } }
}

async function askReason(
  subject: Subject,
  id: QuestionId,
  given: GivenAnswer | undefined,
  index: ProjectIndex,
): Promise<StepResult<GivenAnswer>> {
  const answer = given ?? { answer: 'unsure', note: '' }
  const result = await write(
    { ...stepOf(subject, id, index), placeholder: 'Why? (optional)', hasBack: true },
    answer.note,
  )
  return result.type === 'next' ? { type: 'next', value: { ...answer, note: result.value } } : result
}

function isSameChoice<T extends Choice>(choice: Choice, other: T | undefined): other is T {
  return (
    other !== undefined &&
    choice.answer === other.answer &&
    choice.layer === (choice.answer === 'yes' ? other.layer : undefined)
  )
}

/** Where it sits: the known floor first, then the others, then that it fits nowhere. */
function layerItems(subject: Subject, index: ProjectIndex): ChoiceItem<Choice>[] {
  const known = 'project' in subject ? knownAnswers(subject.project).layer : undefined
  const floors = [...index.knowledge.layers].sort(
    (a, b) => Number(b.id === known?.layer) - Number(a.id === known?.layer),
  )
  return [
    ...floors.map(({ id, name, summary }) =>
      choiceItem(subject, 'layer', { answer: 'yes', layer: id }, `$(pass) Yes: ${name}`, summary),
    ),
    choiceItem(
      subject,
      'layer',
      { answer: 'no' },
      '$(circle-slash) No: it cannot be placed',
      index.question('layer').doesNotClear,
    ),
    choiceItem(subject, 'layer', { answer: 'unsure' }, '$(question) Unsure', openQuestion),
  ]
}

/** Yes, no or unsure. */
function answerItems(subject: Subject, id: 'token' | 'usage', index: ProjectIndex): ChoiceItem<Choice>[] {
  const { clears, doesNotClear } = index.question(id)
  return [
    choiceItem(subject, id, { answer: 'yes' }, '$(pass) Yes', clears),
    choiceItem(subject, id, { answer: 'no' }, '$(circle-slash) No', doesNotClear),
    choiceItem(subject, id, { answer: 'unsure' }, '$(question) Unsure', openQuestion),
  ]
}

const openQuestion = 'An open question; counts as not cleared.'

/** An answer with what it means, or, under the one that is known, with what is known and where from. */
function choiceItem(
  subject: Subject,
  id: QuestionId,
  value: Choice,
  label: string,
  meaning: string,
): ChoiceItem<Choice> {
  if (!('project' in subject) || !isSameChoice(value, knownAnswers(subject.project)[id]))
    return { label, detail: meaning, value }
  const { reason, basis, url } = knownBasis(subject.project, id, readToday())
  const description = basis === '' ? 'known' : `known: ${basis}`
  return { label, description, detail: reason, value, ...(url === undefined ? {} : { url }) }
}

/** Shows the verdict and puts the evaluation where the user wants it. */
async function deliver(subject: Subject, answers: Answers, notes: Notes, index: ProjectIndex): Promise<void> {
  const verdict = evaluate(answers, index)
  const today = readToday()
  const markdown = evaluationMarkdown(subject, answers, index, today)
  const editor = notes.currentEditor
  const copy: vscode.QuickPickItem = { label: '$(copy) Copy to the clipboard', detail: 'As Markdown' }
  const insert: vscode.QuickPickItem | undefined = editor && {
    label: '$(insert) Insert into the note at the cursor',
    detail: noteName(editor.document),
  }
  const picked = await vscode.window.showQuickPick(insert ? [insert, copy] : [copy], {
    title: `${subjectName(subject)}: ${verdict.rule.name} (${verdict.cleared} of 3 cleared)`,
    placeHolder: verdict.reasons.join('. '),
    ignoreFocusOut: true,
  })
  if (!picked) return
  if (editor && picked === insert) {
    if (await insertBlock(editor, markdown)) return
    void vscode.window.showWarningMessage(
      `${noteName(editor.document)} cannot be edited: the evaluation is on the clipboard instead.`,
    )
  }
  await vscode.env.clipboard.writeText(markdown)
}

/** Inserts Markdown as a block of its own after the cursor's line; one undo removes it. */
async function insertBlock(editor: vscode.TextEditor, markdown: string): Promise<boolean> {
  const { document, selection } = editor
  const line = document.lineAt(selection.active.line)
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

async function evaluateNote(notes: Notes, index: ProjectIndex): Promise<void> {
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
