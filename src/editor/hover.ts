import * as vscode from 'vscode'
import { cardCommands, projectCard } from '../core/card'
import type { CurrentKnowledge } from './currentKnowledge'
import { isNote, rangeOf, type Notes } from './notes'
import { readSettings, readToday } from './settings'

/** Cards are built when somebody hovers, never before. */
export function registerHover(notes: Notes, knowledge: CurrentKnowledge): vscode.Disposable {
  return vscode.languages.registerHoverProvider(
    { language: 'markdown' },
    {
      provideHover(document, position) {
        if (!isNote(document) || !readSettings(document).hoverEnabled) return undefined
        const { index } = knowledge
        const mention = notes.mentionAt(document, position)
        const project = mention && index.get(mention.project)
        if (!project) return undefined
        const count = notes.mentions(document).filter((other) => other.project === project.id).length
        return new vscode.Hover(
          cardMarkdown(projectCard(project, index, count, readToday())),
          rangeOf(document, mention),
        )
      },
    },
  )
}

/** Markdown that may run the card's own commands and nothing else, and shows no HTML. */
function cardMarkdown(card: string): vscode.MarkdownString {
  const markdown = new vscode.MarkdownString(card, true)
  markdown.isTrusted = { enabledCommands: Object.values(cardCommands) }
  markdown.supportHtml = false
  return markdown
}
