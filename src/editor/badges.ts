import * as vscode from 'vscode'
import { chooseMentions, unplacedBadge } from '../core/badge'
import { isBesideTheMap } from '../core/knowledge/projectIndex'
import type { Layer, LayerId, Place } from '../core/knowledge/schema'
import type { CurrentKnowledge } from './currentKnowledge'
import { layerColors } from './layerIcon'
import { isNote, rangeOf, type Notes } from './notes'
import { readSettings, writeSetting, type Settings } from './settings'

/** Underlines differ in line style too, so that the layer is not told by colour alone. */
const lineStyles: Readonly<Record<LayerId, string>> = {
  compute: 'solid',
  intelligence: 'double',
  'agents-data': 'dotted',
  'execution-ux': 'dashed',
}

/**
 * A badge after each mention in all visible editors of a note. The text and colour live in the decoration types, so an
 * update sends bare ranges; VS Code shifts the old ones with every key until the new ones are there.
 */
export function registerBadges(notes: Notes, knowledge: CurrentKnowledge): vscode.Disposable {
  let style: Settings['badgeStyle'] = 'off'
  let labels = ''
  let types = new Map<string, vscode.TextEditorDecorationType>()

  const typeKey = (layer: Place, beside: boolean) => `${layer} ${beside ? 'beside' : 'on'}`
  const disposeTypes = () => {
    for (const type of types.values()) type.dispose()
    types = new Map()
  }
  const useStyle = (wanted: Settings['badgeStyle']) => {
    const { layers } = knowledge.index.knowledge
    const wantedLabels = layers.map(({ shortName, letter }) => `${shortName} ${letter}`).join('\n')
    if (wanted === style && wantedLabels === labels) return
    style = wanted
    labels = wantedLabels
    disposeTypes()
    if (wanted === 'off') return
    for (const layer of layers) {
      for (const beside of [false, true]) {
        types.set(typeKey(layer.id, beside), decorationType(mark(layer), beside, wanted))
      }
    }
    types.set(typeKey('none', false), decorationType(unplaced, true, wanted))
  }
  const render = (editor: vscode.TextEditor) => {
    const { document } = editor
    const settings = readSettings(document)
    const mentions = isNote(document) && !isComparing(editor) ? notes.mentionsIfRead(document) : []
    // Until a long note is read, VS Code shifts the old badges.
    if (!mentions) return
    const marked = chooseMentions(mentions, settings.badgeFrequency)
    const ranges = new Map([...types.keys()].map((key) => [key, [] as vscode.Range[]]))
    for (const mention of marked) {
      const project = knowledge.index.head(mention.project)
      if (project) ranges.get(typeKey(project.layer, isBesideTheMap(project)))?.push(rangeOf(document, mention))
    }
    for (const [key, type] of types) editor.setDecorations(type, ranges.get(key) ?? [])
  }
  const renderAll = () => {
    useStyle(readSettings().badgeStyle)
    vscode.window.visibleTextEditors.forEach(render)
  }
  renderAll()

  return vscode.Disposable.from(
    { dispose: disposeTypes },
    notes.onDidDetect((document) =>
      vscode.window.visibleTextEditors.filter((editor) => editor.document === document).forEach(render),
    ),
    knowledge.onDidChange(() => renderAll()),
    vscode.window.onDidChangeVisibleTextEditors(() => renderAll()),
    vscode.window.tabGroups.onDidChangeTabs(() => renderAll()),
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration('cryptoAiLayers.badges')) renderAll()
    }),
    vscode.commands.registerCommand('cryptoAiLayers.toggleBadges', toggleBadges),
  )
}

/** Off, or back to the style that was on before. */
let styleBeforeOff: Settings['badgeStyle'] = 'text'
async function toggleBadges(): Promise<void> {
  const { badgeStyle } = readSettings()
  if (badgeStyle !== 'off') styleBeforeOff = badgeStyle
  await writeSetting('badges.style', badgeStyle === 'off' ? styleBeforeOff : 'off')
}

/** Diff and merge editors show two texts side by side: badges would make equal lines look different. */
function isComparing(editor: vscode.TextEditor): boolean {
  const group = vscode.window.tabGroups.all.find(({ viewColumn }) => viewColumn === editor.viewColumn)
  const input = group?.activeTab?.input
  return (
    editor.viewColumn === undefined ||
    input instanceof vscode.TabInputTextDiff ||
    !(input instanceof vscode.TabInputText)
  )
}

/** What marks a layer, or that a project has none. */
interface Mark {
  readonly text: string
  readonly letter: string
  readonly color: string
  readonly lineStyle: string
}

const unplaced: Mark = {
  text: unplacedBadge.shortName,
  letter: unplacedBadge.letter,
  color: 'descriptionForeground',
  lineStyle: 'dotted',
}

function mark({ id, shortName, letter }: Layer): Mark {
  return { text: shortName, letter, color: layerColors[id], lineStyle: lineStyles[id] }
}

function decorationType(
  { text, letter, color: colorId, lineStyle }: Mark,
  dashed: boolean,
  style: 'text' | 'icon' | 'underline',
): vscode.TextEditorDecorationType {
  const color = new vscode.ThemeColor(colorId)
  const rangeBehavior = vscode.DecorationRangeBehavior.ClosedClosed
  if (style === 'underline') {
    return vscode.window.createTextEditorDecorationType({
      rangeBehavior,
      borderColor: color,
      borderStyle: lineStyle,
      borderWidth: `0 0 ${lineStyle === 'double' ? 3 : 2}px 0`,
    })
  }
  return vscode.window.createTextEditorDecorationType({
    rangeBehavior,
    after: {
      contentText: style === 'icon' ? letter : text,
      color,
      borderColor: color,
      border: `1px ${dashed ? 'dashed' : 'solid'}`,
      margin: '0 0 0 0.3em',
      // A decoration has no font size or corners of its own; what follows a text decoration goes into its CSS rule.
      textDecoration:
        'none; font-size: 0.75em; padding: 0 0.35em; border-radius: 0.4em; vertical-align: 0.08em; opacity: 0.95;',
    },
  })
}
