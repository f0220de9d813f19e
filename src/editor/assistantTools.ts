import * as vscode from 'vscode'
import type * as z from 'zod/mini'
import {
  assistantInputs,
  exposureAnswer,
  layersAnswer,
  projectAnswer,
  projectsNamed,
  verdictAnswer,
} from '../core/assistantAnswers'
import { indexedMentions, type IndexedMention } from '../core/vaultIndex'
import type { CurrentKnowledge } from './currentKnowledge'
import type { Exposures } from './exposures'
import type { Notes } from './notes'
import { readToday } from './settings'
import type { Vault } from './vault'

/** Lets an assistant in VS Code's chat ask what the map and the notes say. Every tool reads, and none writes. */
export function registerAssistantTools(
  notes: Notes,
  vault: Vault,
  exposures: Exposures,
  knowledge: CurrentKnowledge,
): vscode.Disposable {
  // Some hosts have no language models.
  const { lm } = vscode as Partial<typeof vscode>
  if (typeof lm?.registerTool !== 'function') return new vscode.Disposable(() => {})
  return vscode.Disposable.from(
    lm.registerTool(
      'cryptoAiLayers_lookUpProject',
      tool(
        assistantInputs.lookUpProject,
        ({ project }) => `Looking up ${project} on the map of crypto AI`,
        ({ project }) =>
          projectsNamed(project, knowledge.index).map((found) => projectAnswer(found, knowledge.index, readToday())),
      ),
    ),
    lm.registerTool(
      'cryptoAiLayers_listLayers',
      tool(
        assistantInputs.listLayers,
        ({ note }) => `Listing the layers of ${note ?? 'the current note'}`,
        async ({ note }) => {
          const found = note === undefined ? currentNote(notes) : await noteNamed(note, notes, vault)
          return layersAnswer(found.name, found.mentions, knowledge.index)
        },
      ),
    ),
    lm.registerTool(
      'cryptoAiLayers_exposure',
      tool(
        assistantInputs.exposure,
        ({ scope }) => `Weighing the holdings of ${scope === 'vault' ? 'all notes' : 'the current note'} by layer`,
        async ({ scope }) => {
          if (scope !== 'vault') currentNote(notes)
          const { exposure, view } = await (scope === 'vault' ? exposures.ofVault() : exposures.ofCurrentNote())
          return exposureAnswer(exposure, view, knowledge.index, readToday())
        },
      ),
    ),
    lm.registerTool(
      'cryptoAiLayers_evaluate',
      tool(
        assistantInputs.evaluate,
        ({ project }) => `Evaluating ${project} from known evidence`,
        ({ project }) =>
          projectsNamed(project, knowledge.index).map((found) => verdictAnswer(found, knowledge.index, readToday())),
      ),
    ),
  )
}

/** A tool that checks what it is asked, and answers JSON. What it throws is told to the assistant. */
function tool<T>(
  schema: z.ZodMiniType<T>,
  say: (input: T) => string,
  answer: (input: T) => object | Promise<object>,
): vscode.LanguageModelTool<unknown> {
  return {
    prepareInvocation({ input }) {
      const asked = schema.safeParse(input)
      return asked.success ? { invocationMessage: say(asked.data) } : undefined
    },
    async invoke({ input }) {
      const asked = schema.safeParse(input)
      if (!asked.success) {
        const wrong = asked.error.issues.map(({ path }) => path.join('.') || 'the input').join(', ')
        throw new Error(`The input does not fit the tool's schema: look at ${wrong}.`)
      }
      const text = JSON.stringify(await answer(asked.data))
      return new vscode.LanguageModelToolResult([new vscode.LanguageModelTextPart(text)])
    },
  }
}

interface FoundNote {
  readonly name: string
  readonly mentions: readonly IndexedMention[]
}

function currentNote(notes: Notes): FoundNote {
  if (!notes.current)
    throw new Error('No Markdown note is open. Name a note of the workspace, or ask the user to open one.')
  return openNote(notes.current, notes)
}

function openNote(document: vscode.TextDocument, notes: Notes): FoundNote {
  return {
    name: vscode.workspace.asRelativePath(document.uri),
    mentions: indexedMentions({ text: document.getText(), mentions: notes.mentions(document) }),
  }
}

/** A note of the workspace by its path in it, or by its file name. No other file is looked at. */
async function noteNamed(wanted: string, notes: Notes, vault: Vault): Promise<FoundNote> {
  await vault.upToDate()
  const all = [...vault.index.notes().keys()].map((key) => ({
    key,
    path: vscode.workspace.asRelativePath(vscode.Uri.parse(key)),
  }))
  const exact = all.filter(({ key, path }) => path === wanted || key === wanted)
  const found = exact.length > 0 ? exact : all.filter(({ path }) => `/${path}`.endsWith(`/${wanted}`))
  const [first, ...others] = found
  if (!first) throw new Error(`There is no note '${wanted}' in the workspace. Name it by its path in the workspace.`)
  if (others.length > 0) {
    const paths = found.slice(0, 5).map(({ path }) => path)
    throw new Error(`${found.length} notes go by '${wanted}': name one by its path, such as ${paths.join(', ')}.`)
  }
  const document = vscode.workspace.textDocuments.find(({ uri, isClosed }) => !isClosed && uri.toString() === first.key)
  return document
    ? openNote(document, notes)
    : { name: first.path, mentions: vault.index.get(first.key)?.facts.mentions ?? [] }
}
