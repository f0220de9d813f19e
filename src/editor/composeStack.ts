import * as vscode from 'vscode'
import { dayOf } from '../core/figures'
import type { ProjectIndex } from '../core/knowledge/projectIndex'
import { tickerOf } from '../core/knowledge/projectIndex'
import type { Project } from '../core/knowledge/schema'
import { picksFor, sayStanding, stackJobs, stackMarkdown, type Stack } from '../core/stack'
import type { CurrentKnowledge } from './currentKnowledge'
import { insertBlock } from './insertBlock'
import { choose, write, type ChoiceItem, type StepResult } from './multiStep'
import { noteName, type Notes } from './notes'

/** Asks for a use case and a pick for each layer, and puts the stack into the note. */
export function registerComposeStack(notes: Notes, knowledge: CurrentKnowledge): vscode.Disposable {
  return vscode.commands.registerCommand('cryptoAiLayers.composeStack', async () => {
    const { index } = knowledge
    const stack = await askForStack(notes, index)
    if (!stack) return
    await deliver(stack, notes, index)
  })
}

/** Undefined when the user leaves. */
async function askForStack(notes: Notes, index: ProjectIndex): Promise<Stack | undefined> {
  let stack: Stack = { useCase: '', picks: {} }
  for (let at = 0; at <= stackJobs.length;) {
    const result = at === 0 ? await askUseCase(stack) : await askPick(stack, at, notes, index)
    if (result.type === 'cancel') return undefined
    if (result.type === 'next') stack = result.value
    at += result.type === 'next' ? 1 : -1
  }
  return stack
}

const totalSteps = stackJobs.length + 1

async function askUseCase(stack: Stack): Promise<StepResult<Stack>> {
  const result = await write(
    {
      title: 'Compose a Stack',
      step: 1,
      totalSteps,
      placeholder: 'For what? A support agent for a small shop…',
      hasBack: false,
    },
    stack.useCase,
    {},
  )
  return result.type === 'next' ? { type: 'next', value: { ...stack, useCase: result.value.slice(0, 120) } } : result
}

async function askPick(stack: Stack, at: number, notes: Notes, index: ProjectIndex): Promise<StepResult<Stack>> {
  const step = stackJobs[at - 1]
  if (!step) return { type: 'cancel' }
  const { layer, job } = step
  const projects = picksFor(layer, index)
  const open: ChoiceItem<Project | undefined> = {
    label: '$(circle-slash) Leave open',
    detail: 'The stack says that this part is missing.',
    value: undefined,
  }
  const items = [...projects.map((project) => pickItem(project, index)), open]
  const earlier = stack.picks[layer] ?? projects.find(({ id }) => mentionedIn(notes).has(id))
  const result = await choose<Project | undefined>(
    {
      title: `Compose a Stack: ${job} (${index.layer(layer).name})`,
      step: at + 1,
      totalSteps,
      placeholder: 'One pick for this layer, with its standing on known evidence',
      hasBack: true,
    },
    items,
    earlier ? projects.indexOf(earlier) : 0,
  )
  if (result.type !== 'next') return result
  return { type: 'next', value: { ...stack, picks: { ...stack.picks, [layer]: result.value } } }
}

/** Puts the stack into the current note, or to the clipboard. */
async function deliver(stack: Stack, notes: Notes, index: ProjectIndex): Promise<void> {
  const markdown = stackMarkdown(stack, index, dayOf(new Date()))
  const editor = notes.currentEditor
  const copy: vscode.QuickPickItem = { label: '$(copy) Copy to the clipboard', detail: 'As Markdown' }
  const insert: vscode.QuickPickItem | undefined = editor && {
    label: '$(insert) Insert into the note at the cursor',
    detail: noteName(editor.document),
  }
  const picks = stackJobs.filter(({ layer }) => stack.picks[layer]).length
  const target = await vscode.window.showQuickPick(insert ? [insert, copy] : [copy], {
    title: `Stack: a pick for ${picks} of ${stackJobs.length} layers`,
    placeHolder: 'A table, what is missing, and a Mermaid diagram',
    ignoreFocusOut: true,
  })
  if (!target) return
  if (editor && target === insert) {
    if (await insertBlock(editor, markdown)) return
    void vscode.window.showWarningMessage(
      `${noteName(editor.document)} cannot be edited: the stack is on the clipboard instead.`,
    )
  }
  await vscode.env.clipboard.writeText(markdown)
}

function pickItem(project: Project, index: ProjectIndex): ChoiceItem<Project> {
  const ticker = tickerOf(project)
  return {
    label: project.name,
    description: [ticker, sayStanding(project, index)].filter((part) => part !== '').join(' · '),
    detail: project.does,
    value: project,
  }
}

/** The first choice is what the note speaks of. */
function mentionedIn(notes: Notes): ReadonlySet<string> {
  return new Set(notes.current ? notes.mentions(notes.current).map(({ project }) => project) : [])
}
