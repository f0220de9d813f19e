import * as vscode from 'vscode'
import { dayOf } from '../core/figures'
import { mapView, projectView, type FollowedNote } from '../core/layerMap'
import { parseFromPanel, type FromPanel, type ToPanel } from '../core/protocol'
import type { CurrentKnowledge } from './currentKnowledge'
import { revealMention } from './mentions'
import { projectAtCursor } from './pickProject'
import type { Notes } from './notes'

const viewType = 'cryptoAiLayers.layerMap'

/** The layer map beside the note: one panel, which follows the current note and comes back after a reload. */
export function registerMapPanel(
  extensionUri: vscode.Uri,
  notes: Notes,
  knowledge: CurrentKnowledge,
): vscode.Disposable {
  let panel: MapPanel | undefined
  const attach = (webviewPanel: vscode.WebviewPanel) => {
    const attached = new MapPanel(webviewPanel, extensionUri, notes, knowledge)
    panel = attached
    webviewPanel.onDidDispose(() => {
      if (panel === attached) panel = undefined
    })
    return attached
  }
  return vscode.Disposable.from(
    { dispose: () => panel?.dispose() },
    vscode.commands.registerCommand('cryptoAiLayers.showLayerMap', (id?: unknown) => {
      const { index } = knowledge
      const project = typeof id === 'string' ? index.get(id) : projectAtCursor(notes, index)
      if (panel) panel.reveal()
      else
        attach(
          vscode.window.createWebviewPanel(viewType, 'Layer Map', {
            viewColumn: vscode.ViewColumn.Beside,
            preserveFocus: !project,
          }),
        )
      if (project) panel?.openProject(project.id, true)
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
  #project: string | undefined
  #focusNext = false

  constructor(
    readonly panel: vscode.WebviewPanel,
    extensionUri: vscode.Uri,
    readonly notes: Notes,
    readonly knowledge: CurrentKnowledge,
  ) {
    const { webview } = panel
    webview.options = {
      enableScripts: true,
      localResourceRoots: [vscode.Uri.joinPath(extensionUri, 'dist'), vscode.Uri.joinPath(extensionUri, 'media')],
    }
    this.#subscriptions = [
      webview.onDidReceiveMessage((message: unknown) => {
        const parsed = parseFromPanel(message)
        if (parsed) void this.#receive(parsed)
      }),
      // With a note, the map follows when the note has been read anew.
      knowledge.onDidChange(() => {
        if (!notes.current) this.#update()
      }),
      notes.onDidChangeCurrent(() => this.#update()),
      notes.onDidDetect((document) => {
        if (document === notes.current) this.#update()
      }),
      panel.onDidDispose(() => {
        vscode.Disposable.from(...this.#subscriptions).dispose()
      }),
    ]
    webview.html = pageHtml(webview, extensionUri)
  }

  reveal(): void {
    this.panel.reveal(undefined, true)
  }

  openProject(id: string, focus: boolean): void {
    this.#project = id
    this.#focusNext = focus
    if (focus) this.panel.reveal()
    this.#showProject()
  }

  dispose(): void {
    this.panel.dispose()
  }

  async #receive(message: FromPanel): Promise<void> {
    switch (message.type) {
      case 'ready':
        this.#isReady = true
        this.#project ??= message.project
        this.#update()
        return
      case 'openProject':
        this.openProject(message.project, false)
        return
      case 'closeProject':
        this.#project = undefined
        return
      case 'revealMention':
        return revealMention(this.notes, message.project, message.start)
      case 'evaluate':
        await vscode.commands.executeCommand('cryptoAiLayers.evaluateProject', message.project)
        return
      default:
        return message satisfies never
    }
  }

  #update(): void {
    if (!this.#isReady) return
    this.#post({ type: 'showMap', map: mapView(this.knowledge.index, this.#note()) })
    this.#showProject()
  }

  #showProject(): void {
    const { index } = this.knowledge
    const project = this.#project === undefined ? undefined : index.get(this.#project)
    if (!this.#isReady || !project) return
    const focus = this.#focusNext
    this.#focusNext = false
    this.#post({
      type: 'showProject',
      project: projectView(index, project, this.#note(), dayOf(new Date())),
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

/** The last segment of a note's path. */
export function noteName(document: vscode.TextDocument): string {
  return document.uri.path.split('/').at(-1) ?? document.uri.path
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
