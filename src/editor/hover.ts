import * as vscode from 'vscode'
import { cardCommands, projectCard } from '../core/card'
import type { CurrentKnowledge } from './currentKnowledge'
import { isNote, rangeOf, type Notes } from './notes'
import { readSettings, readToday } from './settings'
import type { VaultScorecard } from './vaultScorecard'

/** Cards are built when somebody hovers, never before. */
export function registerHover(notes: Notes, knowledge: CurrentKnowledge, scorecard: VaultScorecard): vscode.Disposable {
  return vscode.languages.registerHoverProvider(
    { language: 'markdown' },
    {
      async provideHover(document, position) {
        if (!isNote(document) || !readSettings(document).hoverEnabled) return undefined
        const { index } = knowledge
        const mention = notes.mentionAt(document, position)
        const project = mention && index.get(mention.project)
        if (!project) return undefined
        await Promise.race([scorecard.evaluations.whenRead(), rest(recordPatience)])
        const count = notes.mentions(document).filter((other) => other.project === project.id).length
        return new vscode.Hover(
          cardMarkdown(projectCard(project, index, count, readToday(), scorecard.lastVerdicts().get(project.id))),
          rangeOf(document, mention),
        )
      },
    },
  )
}

/** Milliseconds that a card waits for the user's own records: they are few, and read once. */
const recordPatience = 300

function rest(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}

/** Markdown that may run the card's own commands and nothing else, and shows no HTML. */
function cardMarkdown(card: string): vscode.MarkdownString {
  const markdown = new vscode.MarkdownString(card, true)
  markdown.isTrusted = { enabledCommands: Object.values(cardCommands) }
  markdown.supportHtml = false
  return markdown
}
