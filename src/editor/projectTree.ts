import * as vscode from 'vscode'
import { sayKind } from '../core/card'
import { countByLayer, countMentions, projectLabel, type LayerCount, type MentionedProject } from '../core/layerCounts'
import { isBesideTheMap } from '../core/knowledge/projectIndex'
import { indexedMentions, type IndexedMention } from '../core/vaultIndex'
import { counted, said, vaultGaps, vaultProgress, vaultSize } from '../core/vaultStatus'
import type { CurrentKnowledge } from './currentKnowledge'
import { layerIcon, projectIcon } from './layerIcon'
import { noteName, type Notes } from './notes'
import type { Vault } from './vault'
import { indexedRange } from './vaultSymbols'

const viewId = 'cryptoAiLayers.projects'

/** Characters before a mention in the label of its line: in a side bar of usual width it is still to be seen. */
const labelLead = 14

/** So many notes or lines are listed at once; the others are behind a node that says how many there are. */
const listedAtOnce = 100

/** The current note and the whole vault, each as layers, projects, notes and lines. */
type Node =
  | { readonly type: 'scope'; readonly scope: Scope }
  | { readonly type: 'layer'; readonly scope: Scope; readonly count: LayerCount }
  | { readonly type: 'project'; readonly scope: Scope; readonly counted: MentionedProject }
  | { readonly type: 'note'; readonly uri: vscode.Uri; readonly project: string; readonly mentions: number }
  | { readonly type: 'line'; readonly uri: vscode.Uri; readonly mention: IndexedMention; readonly text: string }
  | { readonly type: 'more'; readonly of: ProjectNode | NoteNode; readonly from: number; readonly count: number }

type ProjectNode = Extract<Node, { type: 'project' }>
type NoteNode = Extract<Node, { type: 'note' }>

type Scope = 'note' | 'vault'

/** A view in the side bar that says what badges say, for the keyboard and for screen readers too. */
export function registerProjectTree(notes: Notes, vault: Vault, knowledge: CurrentKnowledge): vscode.Disposable {
  const tree = new ProjectTree(notes, vault, knowledge)
  const view = vscode.window.createTreeView<Node>(viewId, { treeDataProvider: tree, showCollapseAll: true })
  const describe = () => {
    const { figures } = vault
    view.description = vaultSize(figures)
    const parts = [
      figures.reading ? `${vaultProgress(figures)}.` : '',
      vaultGaps(figures),
      tree.filter === '' ? '' : `Only projects with “${tree.filter}”.`,
    ].filter((part) => part !== '')
    view.message = parts.join(' ')
  }
  const setFilter = (filter: string) => {
    tree.setFilter(filter)
    void vscode.commands.executeCommand('setContext', 'cryptoAiLayers.isFiltered', filter !== '')
    describe()
  }
  describe()
  return vscode.Disposable.from(
    view,
    tree,
    vault.onDidChangeState(describe),
    vault.onDidChange(describe),
    vscode.commands.registerCommand('cryptoAiLayers.filterProjects', async () => {
      const filter = await vscode.window.showInputBox({
        title: 'Filter Projects',
        prompt: 'Name, ticker or layer; empty shows all.',
        value: tree.filter,
      })
      if (filter !== undefined) setFilter(filter.trim())
    }),
    vscode.commands.registerCommand('cryptoAiLayers.clearFilter', () => setFilter('')),
  )
}

class ProjectTree implements vscode.TreeDataProvider<Node>, vscode.Disposable {
  readonly #didChange = new vscode.EventEmitter<Node | undefined>()
  readonly #subscriptions: vscode.Disposable
  #filter = ''

  readonly onDidChangeTreeData = this.#didChange.event

  constructor(
    readonly notes: Notes,
    readonly vault: Vault,
    readonly knowledge: CurrentKnowledge,
  ) {
    const change = () => this.#didChange.fire(undefined)
    this.#subscriptions = vscode.Disposable.from(
      this.#didChange,
      vault.onDidChange(change),
      notes.onDidChangeCurrent(change),
      notes.onDidDetect((document) => {
        if (document === notes.current) change()
      }),
    )
  }

  get filter(): string {
    return this.#filter
  }

  setFilter(filter: string): void {
    this.#filter = filter
    this.#didChange.fire(undefined)
  }

  dispose(): void {
    this.#subscriptions.dispose()
  }

  async getChildren(node?: Node): Promise<Node[]> {
    if (!node) return this.notes.current ? [scopeNode('note'), scopeNode('vault')] : [scopeNode('vault')]
    switch (node.type) {
      case 'scope':
        return this.#counts(node.scope).map((count) => ({ type: 'layer', scope: node.scope, count }))
      case 'layer':
        return node.count.projects.map((counted) => ({ type: 'project', scope: node.scope, counted }))
      case 'project':
      case 'note':
        return this.#listed(node, 0)
      case 'more':
        return this.#listed(node.of, node.from)
      case 'line':
        return []
      default:
        return node satisfies never
    }
  }

  getTreeItem(node: Node): vscode.TreeItem {
    switch (node.type) {
      case 'scope':
        return this.#scopeItem(node.scope)
      case 'layer':
        return this.#layerItem(node)
      case 'project':
        return this.#projectItem(node)
      case 'note':
        return noteItem(node)
      case 'line':
        return lineItem(node)
      case 'more':
        return moreItem(node)
      default:
        return node satisfies never
    }
  }

  #counts(scope: Scope): LayerCount[] {
    const { index } = this.vault
    const { current } = this.notes
    const counts =
      scope === 'vault'
        ? [...index.projects()].map((id) => [id, index.countOf(id).mentions] as const)
        : countMentions((current && this.notes.mentionsIfRead(current)) ?? [])
    const wanted = this.#filter.toLowerCase()
    const isWanted = ({ layer }: LayerCount, { project }: MentionedProject) =>
      [projectLabel(project), layer?.name ?? '', ...project.aliases.map(({ text }) => text)].some((text) =>
        text.toLowerCase().includes(wanted),
      )
    const all = countByLayer(counts, this.knowledge.index)
    if (wanted === '') return all
    return all
      .map((count) => ({ ...count, projects: count.projects.filter((project) => isWanted(count, project)) }))
      .filter(({ projects }) => projects.length > 0)
  }

  /** Notes of a project, lines of a note: as many as are listed at once, and a node for the others. */
  async #listed(of: ProjectNode | NoteNode, from: number): Promise<Node[]> {
    const isNotes = of.type === 'project' && of.scope === 'vault'
    const { nodes, total } = isNotes ? this.#notesOf(of, from) : await this.#linesOf(of, from)
    const next = from + nodes.length
    return next < total ? [...nodes, { type: 'more', of, from: next, count: total - next }] : nodes
  }

  #notesOf({ counted: { project } }: ProjectNode, from: number): { nodes: Node[]; total: number } {
    const notes = [...this.vault.index.notesOf(project.id)].sort(
      ([a, most], [b, more]) => more - most || (a < b ? -1 : 1),
    )
    const nodes = notes
      .slice(from, from + listedAtOnce)
      .map(([key, mentions]): Node => ({ type: 'note', uri: vscode.Uri.parse(key), project: project.id, mentions }))
    return { nodes, total: notes.length }
  }

  async #linesOf(of: ProjectNode | NoteNode, from: number): Promise<{ nodes: Node[]; total: number }> {
    const { current } = this.notes
    const uri = of.type === 'note' ? of.uri : current?.uri
    if (!uri) return { nodes: [], total: 0 }
    const id = of.type === 'note' ? of.project : of.counted.project.id
    const inNote =
      of.type === 'project' && current
        ? indexedMentions({ text: current.getText(), mentions: this.notes.mentions(current) })
        : (this.vault.index.get(uri.toString())?.facts.mentions ?? [])
    const lines = await this.vault.read(uri).then(
      (text) => text.split(/\r\n?|\n/),
      // It is gone; the index hears of it soon.
      () => [],
    )
    const mentions = inNote.filter(({ project }) => project === id)
    const nodes = mentions
      .slice(from, from + listedAtOnce)
      .map((mention): Node => ({ type: 'line', uri, mention, text: lines[mention.line] ?? '' }))
    return { nodes, total: mentions.length }
  }

  #scopeItem(scope: Scope): vscode.TreeItem {
    const { current } = this.notes
    const isNote = scope === 'note' && current !== undefined
    const item = new vscode.TreeItem(isNote ? 'This Note' : 'All Notes', vscode.TreeItemCollapsibleState.Expanded)
    item.id = scope
    item.iconPath = new vscode.ThemeIcon(isNote ? 'file' : 'library')
    const { figures } = this.vault
    const size = counted(figures.notes, 'note')
    item.description = isNote ? noteName(current) : size
    item.accessibilityInformation = { label: isNote ? `This note: ${noteName(current)}` : `All notes: ${size}` }
    item.tooltip = isNote ? current.uri.path : `${vaultSize(figures)}. ${vaultProgress(figures)}`
    return item
  }

  #layerItem({ scope, count: { layer, projects } }: Extract<Node, { type: 'layer' }>): vscode.TreeItem {
    const name = layer?.name ?? 'Without a layer'
    const isEmpty = projects.length === 0
    const { None, Collapsed, Expanded } = vscode.TreeItemCollapsibleState
    const item = new vscode.TreeItem(
      name,
      isEmpty ? None : scope === 'note' || this.#filter !== '' ? Expanded : Collapsed,
    )
    const mentions = projects.reduce((sum, project) => sum + project.mentions, 0)
    const words = isEmpty ? 'none' : `${counted(projects.length, 'project')}, ${counted(mentions, 'mention')}`
    item.id = `${scope} ${layer?.id ?? 'none'} ${this.#filter}`
    item.description = isEmpty ? 'none' : `${projects.length} · ${said(mentions)}`
    item.tooltip = layer ? `${layer.summary}\n${words}` : `They can be placed on no floor.\n${words}`
    item.iconPath = layerIcon(layer)
    item.accessibilityInformation = { label: `${name}: ${words}` }
    return item
  }

  #projectItem({ scope, counted: { project, mentions } }: ProjectNode): vscode.TreeItem {
    const item = new vscode.TreeItem(projectLabel(project), vscode.TreeItemCollapsibleState.Collapsed)
    const { notes } = this.vault.index.countOf(project.id)
    const kind = sayKind(project, this.knowledge.index)
    const where = scope === 'vault' ? ` in ${counted(notes, 'note')}` : ''
    item.id = `${scope} ${project.id}`
    item.description = isBesideTheMap(project) ? `${said(mentions)} · ${kind}` : said(mentions)
    item.tooltip = `${kind}: ${counted(mentions, 'mention')}${where}`
    item.contextValue = 'project'
    item.iconPath = projectIcon(project)
    item.accessibilityInformation = { label: `${projectLabel(project)}, ${item.tooltip}` }
    return item
  }
}

function scopeNode(scope: Scope): Node {
  return { type: 'scope', scope }
}

function noteItem({ uri, project, mentions }: NoteNode): vscode.TreeItem {
  const item = new vscode.TreeItem(uri, vscode.TreeItemCollapsibleState.Collapsed)
  const path = vscode.workspace.asRelativePath(uri)
  item.id = `${project} ${uri.toString()}`
  item.iconPath = vscode.ThemeIcon.File
  item.description = path.includes('/') ? `${mentions} · ${path.slice(0, path.lastIndexOf('/'))}` : `${mentions}`
  item.accessibilityInformation = { label: `${path}, ${counted(mentions, 'mention')}` }
  return item
}

function lineItem({ uri, mention, text }: Extract<Node, { type: 'line' }>): vscode.TreeItem {
  const { line, character, length } = mention
  const indent = text.length - text.trimStart().length
  const from = Math.max(indent, character - labelLead)
  const lead = from > indent ? '…' : ''
  const start = lead.length + character - from
  const item = new vscode.TreeItem({
    label: lead + text.slice(from, from + 200),
    highlights: [[start, start + length]],
  })
  item.description = `line ${line + 1}`
  item.tooltip = text.slice(0, 1000)
  item.command = {
    title: 'Open',
    command: 'vscode.open',
    arguments: [uri, { selection: indexedRange(mention) } satisfies vscode.TextDocumentShowOptions],
  }
  item.accessibilityInformation = { label: `line ${line + 1}: ${text.slice(0, 200)}` }
  return item
}

function moreItem({ of, from, count }: Extract<Node, { type: 'more' }>): vscode.TreeItem {
  const isNotes = of.type === 'project' && of.scope === 'vault'
  const label = counted(count, isNotes ? 'more note' : 'more line')
  const item = new vscode.TreeItem(label, vscode.TreeItemCollapsibleState.Collapsed)
  const owner = of.type === 'note' ? `${of.project} ${of.uri.toString()}` : `${of.scope} ${of.counted.project.id}`
  item.id = `more ${from} ${owner}`
  item.accessibilityInformation = { label }
  return item
}
