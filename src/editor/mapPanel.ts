import * as vscode from 'vscode'
import { mapView, projectView, type FollowedNote } from '../core/layerMap'
import { parseFromPanel, type FromPanel, type ToPanel, type ViewId } from '../core/protocol'
import type { ExposureScope } from '../core/views'
import { vaultGaps, vaultProgress, vaultSize } from '../core/vaultStatus'
import type { CurrentKnowledge } from './currentKnowledge'
import type { Exposures, ShownExposure } from './exposures'
import { exportableExposure, exportableMap, exportAs } from './export'
import { revealMention } from './mentions'
import { noteName, rangeOf, type Notes } from './notes'
import { PagePictures } from './pagePictures'
import { chooseProject, projectAtCursor } from './pickProject'
import { readToday } from './settings'
import type { Vault } from './vault'
import type { VaultScorecard } from './vaultScorecard'

const viewType = 'cryptoAiLayers.layerMap'

/** The layer map beside the note: one panel, which follows the current note and comes back after a reload. */
export function registerMapPanel(
  extensionUri: vscode.Uri,
  notes: Notes,
  knowledge: CurrentKnowledge,
  exposures: Exposures,
  vault: Vault,
  scorecard: VaultScorecard,
): vscode.Disposable {
  let panel: MapPanel | undefined
  const attach = (webviewPanel: vscode.WebviewPanel) => {
    const attached = new MapPanel(webviewPanel, extensionUri, notes, knowledge, exposures, vault, scorecard)
    panel = attached
    webviewPanel.onDidDispose(() => {
      if (panel === attached) panel = undefined
    })
    return attached
  }
  const show = (preserveFocus: boolean) => {
    if (panel) panel.reveal(preserveFocus)
    else
      attach(
        vscode.window.createWebviewPanel(viewType, 'Layer Map', {
          viewColumn: vscode.ViewColumn.Beside,
          preserveFocus,
        }),
      )
  }
  return vscode.Disposable.from(
    { dispose: () => panel?.dispose() },
    // An id asks for a project's details, `null` for the floors with several projects, nothing for where the cursor is.
    vscode.commands.registerCommand('cryptoAiLayers.showLayerMap', (id?: unknown) => {
      const { index } = knowledge
      const wantsFloors = id === null
      const project = typeof id === 'string' ? index.get(id) : wantsFloors ? undefined : projectAtCursor(notes, index)
      show(!project)
      if (project) panel?.openProject(project.id, true)
      else if (wantsFloors) panel?.showView('map')
      else panel?.goToMap()
    }),
    vscode.commands.registerCommand('cryptoAiLayers.exportExposure', () => {
      show(true)
      return panel?.export('exposure', false)
    }),
    vscode.commands.registerCommand('cryptoAiLayers.exportLayerMap', () => {
      show(true)
      return panel?.export('map', false)
    }),
    vscode.commands.registerCommand('cryptoAiLayers.showExposure', () => {
      show(false)
      panel?.showView('exposure')
    }),
    vscode.commands.registerCommand('cryptoAiLayers.showScorecard', () => {
      show(false)
      panel?.showView('evaluations')
    }),
    vscode.commands.registerCommand('cryptoAiLayers.findProject', async () => {
      const project = await chooseProject(knowledge.index, 'Name, ticker, netuid or former name')
      if (project) await vscode.commands.executeCommand('cryptoAiLayers.showLayerMap', project.id)
    }),
    vscode.window.registerWebviewPanelSerializer(viewType, {
      deserializeWebviewPanel(webviewPanel) {
        if (panel) webviewPanel.dispose()
        else attach(webviewPanel)
        return Promise.resolve()
      },
    }),
  )
}

class MapPanel implements vscode.Disposable {
  readonly #subscriptions: vscode.Disposable[]
  /** The page asks first; what is posted before that would be lost. */
  #isReady = false
  #view: ViewId | undefined
  #scope: ExposureScope = 'note'
  /** What is shown: places of the page's messages are in its notes. */
  #exposure: ShownExposure | undefined
  readonly #pictures: PagePictures
  #project: string | undefined
  #focusNext = false

  constructor(
    readonly panel: vscode.WebviewPanel,
    extensionUri: vscode.Uri,
    readonly notes: Notes,
    readonly knowledge: CurrentKnowledge,
    readonly exposures: Exposures,
    readonly vault: Vault,
    readonly scorecard: VaultScorecard,
  ) {
    const { webview } = panel
    webview.options = {
      enableScripts: true,
      localResourceRoots: [vscode.Uri.joinPath(extensionUri, 'dist'), vscode.Uri.joinPath(extensionUri, 'media')],
    }
    this.#pictures = new PagePictures(panel, (order) => {
      if (this.#isReady) this.#post(order)
    })
    this.#subscriptions = [
      webview.onDidReceiveMessage((message: unknown) => {
        const parsed = parseFromPanel(message)
        if (parsed) void this.#receive(parsed)
      }),
      knowledge.onDidChangeOverlay(() => {
        // A long note is read anew first, which tells when it is done.
        if (!notes.current || notes.mentionsIfRead(notes.current)) this.#update()
      }),
      vscode.workspace.onDidChangeConfiguration((change) => {
        if (change.affectsConfiguration('cryptoAiLayers.evidence')) this.#update()
        if (change.affectsConfiguration('cryptoAiLayers.evaluations')) this.#update()
      }),
      scorecard.evaluations.onDidChange(() => this.#update()),
      notes.onDidChangeCurrent(() => this.#update()),
      notes.onDidDetect((document) => {
        if (document === notes.current) this.#update()
      }),
      vault.onDidChange(() => {
        this.#showVault()
        // What adds up all notes waits for all of them.
        if (vault.state.reading) return
        if (this.#scope === 'vault' || this.#view === 'evaluations') this.#showView()
      }),
      vault.onDidChangeState(() => this.#showVault()),
      panel.onDidDispose(() => {
        vscode.Disposable.from(...this.#subscriptions).dispose()
      }),
    ]
    webview.html = pageHtml(webview, extensionUri)
  }

  reveal(preserveFocus: boolean): void {
    this.panel.reveal(undefined, preserveFocus)
  }

  openProject(id: string, focus: boolean): void {
    this.#project = id
    this.#focusNext = focus
    if (focus) this.panel.reveal()
    this.#showProject()
  }

  showView(view: ViewId): void {
    this.#openView(view)
    this.#project = undefined
    if (!this.#isReady) return
    this.#post({ type: 'showView', view })
    this.#showView()
  }

  /** Whoever opens the scorecard sees the records as they are now. */
  #openView(view: ViewId): void {
    this.#view = view
    if (view === 'evaluations') void this.scorecard.evaluations.readNow()
  }

  /** Leaves a view that is no map for the map. */
  goToMap(): void {
    if (this.#view !== undefined && this.#view !== 'map') this.showView('map')
  }

  /** Lets the user take a view out of the panel. */
  async export(view: 'map' | 'exposure', amounts: boolean): Promise<void> {
    const exportable =
      view === 'map'
        ? exportableMap(mapView(this.knowledge.index, this.#note()))
        : exportableExposure(await this.#currentExposure(), amounts)
    await exportAs(exportable, this.#pictures)
  }

  dispose(): void {
    this.panel.dispose()
  }

  #currentExposure(): Promise<ShownExposure> {
    return this.#scope === 'note' ? this.exposures.ofCurrentNote() : this.exposures.ofVault()
  }

  async #receive(message: FromPanel): Promise<void> {
    switch (message.type) {
      case 'ready':
        this.#isReady = true
        if (this.#view === undefined) this.#project ??= message.project
        else if (this.#view !== message.view || message.project !== undefined) this.showView(this.#view)
        this.#view ??= message.view
        this.#update()
        this.#showVault()
        this.#pictures.resume()
        return
      case 'openView':
        this.#openView(message.view)
        this.#showView()
        return
      case 'openProject':
        this.openProject(message.project, false)
        return
      case 'closeProject':
        this.#project = undefined
        return
      case 'revealMention':
        return revealMention(this.notes, message.project, message.start)
      case 'export':
        return this.export(message.view, message.amounts)
      case 'pictureDrawn':
      case 'pictureCopied':
        this.#pictures.receive(message)
        return
      case 'chooseScope':
        this.#scope = message.scope
        this.#showView()
        return
      case 'revealPlace':
        return this.#revealPlace(message)
      case 'evaluate':
        await vscode.commands.executeCommand('cryptoAiLayers.evaluateProject', message.project)
        return
      case 'recheck':
        await vscode.commands.executeCommand('cryptoAiLayers.recheckEvaluation', message.key)
        return
      case 'openRecord':
        return this.scorecard.evaluations.openRecord(message.key, message.at)
      case 'openBroken':
        return this.scorecard.evaluations.openBroken(message.at)
      case 'exportScorecard':
        await vscode.commands.executeCommand('cryptoAiLayers.exportScorecard')
        return
      default:
        return message satisfies never
    }
  }

  #update(): void {
    if (!this.#isReady) return
    const { index, overlay } = this.knowledge
    this.#post({ type: 'showMap', map: mapView(index, this.#note(), overlay, this.scorecard.lastVerdicts()) })
    this.#showView()
    this.#showProject()
  }

  #showVault(): void {
    if (!this.#isReady) return
    const { figures } = this.vault
    const parts = [vaultSize(figures), vaultProgress(figures), vaultGaps(figures)].filter((part) => part !== '')
    this.#post({ type: 'showVault', status: `All notes: ${parts.join('. ')}` })
  }

  /** What the open view shows beyond the map, which is always there. */
  #showView(): void {
    if (!this.#isReady) return
    if (this.#view === 'exposure') void this.#showExposure()
    if (this.#view === 'evaluations') void this.#showEvaluations()
  }

  async #showEvaluations(): Promise<void> {
    const evaluations = await this.scorecard.view()
    if (this.#view === 'evaluations') this.#post({ type: 'showEvaluations', evaluations })
  }

  async #showExposure(): Promise<void> {
    const scope = this.#scope
    const shown = await this.#currentExposure()
    // Reading a vault takes time, in which somebody may have gone elsewhere.
    if (scope !== this.#scope || this.#view !== 'exposure') return
    this.#exposure = shown
    this.#post({ type: 'showExposure', exposure: shown.view })
  }

  async #revealPlace({ note, start, end }: { readonly note: number; readonly start: number; readonly end: number }) {
    const uri = this.#exposure?.notes[note]
    if (!uri) return
    const document = await vscode.workspace.openTextDocument(uri)
    const isCurrent = document === this.notes.current
    const viewColumn = isCurrent ? this.notes.currentEditor?.viewColumn : vscode.ViewColumn.One
    await vscode.window.showTextDocument(document, {
      selection: rangeOf(document, { start, end: Math.max(start, end) }),
      ...(viewColumn === undefined ? {} : { viewColumn }),
    })
  }

  #showProject(): void {
    const { index } = this.knowledge
    const project = this.#project === undefined ? undefined : index.get(this.#project)
    if (!this.#isReady || !project) return
    const focus = this.#focusNext
    this.#focusNext = false
    this.#post({
      type: 'showProject',
      project: projectView(index, project, this.#note(), readToday(), this.scorecard.of(project.id)),
      focus,
    })
  }

  #note(): FollowedNote | undefined {
    const document = this.notes.current
    if (!document) return undefined
    return {
      name: noteName(document),
      // Only the details of a project quote it.
      get text() {
        return document.getText()
      },
      mentions: this.notes.mentions(document),
    }
  }

  #post(message: ToPanel): void {
    void this.panel.webview.postMessage(message)
  }
}

/** The page may load its own script and style and nothing else; data comes by messages only. */
function pageHtml(webview: vscode.Webview, extensionUri: vscode.Uri): string {
  const nonce = crypto.randomUUID()
  const address = (...path: string[]) => webview.asWebviewUri(vscode.Uri.joinPath(extensionUri, ...path)).toString()
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="UTF-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src ${webview.cspSource}; script-src 'nonce-${nonce}'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="${address('media', 'panel.css')}">
<title>Layer Map</title>
</head>
<body>
<main id="root"></main>
<script nonce="${nonce}" src="${address('dist', 'panel.js')}"></script>
</body>
</html>`
}
