import * as vscode from 'vscode'
import type { OverlayState } from '../core/overlay/notices'
import type { OverlayProblem } from '../core/overlay/problem'
import type { Overlay, OverlayReading, OverlaySource } from '../core/overlay/readOverlay'
import type { CurrentKnowledge } from './currentKnowledge'

/** The folder of a vault that holds its maps. */
export const overlayFolder = '.crypto-ai-layers'

/** The file that a map is written into when there is none yet. */
const mapName = 'map.yaml'

/** So many files of a folder are read, in the order of their names. */
const fileLimit = 50

/** Milliseconds from a change to a reading: a checkout changes many files at once. */
const quietTime = 100

/** Files above this many bytes are not loaded; the reader refuses them with fewer. */
const byteLimit = 1_000_000

const lastGoodKey = 'overlay.lastGood'

/** A file of the user's map. */
interface OverlayFile extends OverlaySource {
  readonly address: vscode.Uri
}

/** What was found in a text. */
interface Checked {
  readonly text: string
  readonly problems: readonly OverlayProblem[]
}

/** The file that holds the user's map for all vaults. */
export function userMap(context: vscode.ExtensionContext): vscode.Uri {
  return vscode.Uri.joinPath(context.globalStorageUri, mapName)
}

/** The file that a vault's map is written into. */
export function vaultMap(folder: vscode.WorkspaceFolder): vscode.Uri {
  return vscode.Uri.joinPath(folder.uri, overlayFolder, mapName)
}

/** The files of the user's map, whichever extension shows them. */
export function isOverlay(context: vscode.ExtensionContext, { uri }: vscode.TextDocument): boolean {
  if (uri.toString() === userMap(context).toString()) return true
  return (vscode.workspace.workspaceFolders ?? []).some(
    (folder) => isInside(uri, vscode.Uri.joinPath(folder.uri, overlayFolder)) && uri.path.endsWith('.yaml'),
  )
}

function isInside(uri: vscode.Uri, folder: vscode.Uri): boolean {
  return vscode.Uri.joinPath(uri, '..').toString() === folder.toString()
}

/**
 * Keeps what is known in step with the files of the user's map: those in each folder of the workspace, then the one
 * for all vaults. A file that cannot be read keeps its last good state, also after a restart, and gets Problems.
 */
export class OverlayFiles implements vscode.Disposable {
  readonly #lastGood = new Map<string, Overlay>()
  readonly #checked = new Map<string, Checked>()
  readonly #diagnostics = vscode.languages.createDiagnosticCollection('cryptoAiLayers.overlay')
  readonly #didCheck = new vscode.EventEmitter<void>()
  readonly #subscriptions: vscode.Disposable
  #watchers: vscode.Disposable[] = []
  #timer: ReturnType<typeof setTimeout> | undefined
  #generation = 0
  /** Of the overlays in force. */
  #texts = ''

  /** All files have been read, and their problems are known. */
  readonly onDidCheck = this.#didCheck.event

  constructor(
    readonly context: vscode.ExtensionContext,
    readonly knowledge: CurrentKnowledge,
  ) {
    const changed = (document: vscode.TextDocument) => {
      if (isOverlay(context, document)) this.#readSoon()
    }
    this.#subscriptions = vscode.Disposable.from(
      this.#diagnostics,
      this.#didCheck,
      vscode.workspace.onDidChangeTextDocument(({ document }) => changed(document)),
      vscode.workspace.onDidSaveTextDocument(changed),
      vscode.workspace.onDidCloseTextDocument(changed),
      vscode.workspace.onDidGrantWorkspaceTrust(() => this.#readSoon()),
      // Watchers lose what happens while they start anew, and on some disks they see nothing.
      vscode.window.onDidChangeWindowState(({ focused }) => {
        if (focused) this.#readSoon()
      }),
      vscode.workspace.onDidChangeWorkspaceFolders(() => {
        this.#watch()
        this.#readSoon()
      }),
    )
    this.#watch()
    void this.#read()
  }

  /** The problems of a document of the map, if they are those of its present text. */
  problemsOf(document: vscode.TextDocument): readonly OverlayProblem[] {
    const checked = this.#checked.get(document.uri.toString())
    return checked?.text === document.getText() ? checked.problems : []
  }

  dispose(): void {
    clearTimeout(this.#timer)
    this.#generation++
    vscode.Disposable.from(...this.#watchers).dispose()
    this.#subscriptions.dispose()
  }

  #watch(): void {
    vscode.Disposable.from(...this.#watchers).dispose()
    const patterns = (vscode.workspace.workspaceFolders ?? []).map(
      (folder) => new vscode.RelativePattern(folder, `${overlayFolder}/*.yaml`),
    )
    this.#watchers = [...patterns, new vscode.RelativePattern(this.context.globalStorageUri, mapName)].map(
      (pattern) => {
        const watcher = vscode.workspace.createFileSystemWatcher(pattern)
        watcher.onDidChange(() => this.#readSoon())
        watcher.onDidCreate(() => this.#readSoon())
        watcher.onDidDelete(() => this.#readSoon())
        return watcher
      },
    )
  }

  #readSoon(): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.#read(), quietTime)
  }

  async #read(): Promise<void> {
    const generation = ++this.#generation
    const isStale = () => generation !== this.#generation
    const found = await this.#find()
    if (isStale()) return
    const files = vscode.workspace.isTrusted ? [...found.vault, found.user] : [found.user]
    const untrusted = vscode.workspace.isTrusted ? [] : found.vault.map(({ file }) => file)
    const saved: { readonly file: OverlayFile; readonly bytes: Loaded }[] = []
    for (const file of files) {
      saved.push({ file, bytes: await load(file.address) })
      if (isStale()) return
    }
    const present = saved.filter(({ file, bytes }) => bytes || this.#lastGood.has(file.uri))
    if (present.length === 0 && this.#lastGood.size === 0) {
      this.#show(new Map(), new Map())
      if (untrusted.length > 0) this.knowledge.replace(this.knowledge.builtIn, { broken: [], untrusted })
      return
    }
    // The reader of YAML and all that checks it are loaded by the first file only.
    const { mergeOverlays, readOverlay, readOverlayBytes } = await import('../core/overlay/overlay')
    if (isStale()) return

    const remembered = this.context.workspaceState.get<Readonly<Record<string, unknown>>>(lastGoodKey, {})
    const broken: OverlayState['broken'][number][] = []
    const inForce: Overlay[] = []
    const checked = new Map<string, Checked>()
    const shown: Overlay[] = []
    for (const { file, bytes } of saved) {
      if (!bytes) {
        this.#lastGood.delete(file.uri)
        continue
      }
      const known = this.#lastGood.get(file.uri)
      const reading = bytes === 'unreadable' ? unreadable : readOverlayBytes(file, bytes)
      if (reading.ok) this.#lastGood.set(file.uri, known?.text === reading.overlay.text ? known : reading.overlay)
      else {
        const text = remembered[file.uri]
        const earlier = !known && typeof text === 'string' ? readOverlay(file, text) : undefined
        if (earlier?.ok) this.#lastGood.set(file.uri, earlier.overlay)
        broken.push({ file: file.file, hasLastGood: this.#lastGood.has(file.uri) })
      }
      const good = this.#lastGood.get(file.uri)
      if (good) inForce.push(good)
      // Problems follow the keys, the map follows what is saved.
      const document = vscode.workspace.textDocuments.find(({ uri }) => uri.toString() === file.uri)
      const text = document ? document.getText() : reading.ok ? reading.overlay.text : textOf(bytes)
      const current = document?.isDirty ? readOverlay(file, text) : reading
      if (current.ok) shown.push(current.overlay)
      else {
        checked.set(file.uri, { text, problems: current.problems })
        if (good) shown.push(good)
      }
    }
    for (const uri of this.#lastGood.keys()) {
      if (!saved.some(({ file }) => file.uri === uri)) this.#lastGood.delete(uri)
    }

    const { problems } = mergeOverlays(this.knowledge.builtIn, shown)
    for (const { uri, text } of shown) {
      if (!checked.has(uri)) checked.set(uri, { text, problems: problems.get(uri) ?? [] })
    }
    this.#show(checked, new Map(saved.map(({ file }) => [file.uri, file.address])))
    await this.#use(inForce, { broken, untrusted }, mergeOverlays)
  }

  async #use(
    overlays: readonly Overlay[],
    state: OverlayState,
    mergeOverlays: typeof import('../core/overlay/overlay').mergeOverlays,
  ): Promise<void> {
    const texts = JSON.stringify([overlays.map(({ uri, text }) => [uri, text])])
    const isSame = texts === this.#texts
    this.#texts = texts
    const { knowledge } = this
    if (!isSame) {
      knowledge.replace(
        overlays.length === 0 ? knowledge.builtIn : mergeOverlays(knowledge.builtIn, overlays).knowledge,
        state,
      )
      const lastGood = Object.fromEntries(overlays.map(({ uri, text }) => [uri, text]))
      await this.context.workspaceState.update(lastGoodKey, lastGood)
    } else if (JSON.stringify(state) !== JSON.stringify(knowledge.overlay)) {
      knowledge.replace(knowledge.index.knowledge, state)
    }
  }

  async #find(): Promise<{ readonly vault: readonly OverlayFile[]; readonly user: OverlayFile }> {
    const folders = vscode.workspace.workspaceFolders ?? []
    const vault = await Promise.all(
      folders.map(async (folder) => {
        const parent = vscode.Uri.joinPath(folder.uri, overlayFolder)
        const names = (await list(parent)).filter((name) => name.endsWith('.yaml')).sort()
        return names.slice(0, fileLimit).map((name): OverlayFile => {
          const address = vscode.Uri.joinPath(parent, name)
          const path = `${overlayFolder}/${name}`
          const file = folders.length > 1 ? `${folder.name}/${path}` : path
          return { address, uri: address.toString(), file }
        })
      }),
    )
    const address = userMap(this.context)
    return { vault: vault.flat(), user: { address, uri: address.toString(), file: `your ${mapName} for all vaults` } }
  }

  #show(checked: ReadonlyMap<string, Checked>, addresses: ReadonlyMap<string, vscode.Uri>): void {
    this.#checked.clear()
    this.#diagnostics.clear()
    for (const [uri, found] of checked) {
      this.#checked.set(uri, found)
      const address = addresses.get(uri)
      if (address)
        this.#diagnostics.set(
          address,
          found.problems.map((problem) => diagnosticOf(problem, found.text)),
        )
    }
    this.#didCheck.fire()
  }
}

async function list(folder: vscode.Uri): Promise<string[]> {
  try {
    const entries = await vscode.workspace.fs.readDirectory(folder)
    return entries.filter(([, type]) => (type & vscode.FileType.File) !== 0).map(([name]) => name)
  } catch {
    // Most vaults have none.
    return []
  }
}

/** Undefined where there is no file. */
type Loaded = Uint8Array | 'unreadable' | undefined

const unreadable: OverlayReading = {
  ok: false,
  problems: [
    { start: 0, end: 0, severity: 'error', message: 'This file could not be read. Save it again.', fixes: [] },
  ],
}

/** The bytes of a file; of one that is far too large, as many as it takes to say so. */
async function load(address: vscode.Uri): Promise<Loaded> {
  try {
    const { size } = await vscode.workspace.fs.stat(address)
    return size > byteLimit ? new Uint8Array(byteLimit) : await vscode.workspace.fs.readFile(address)
  } catch (error) {
    return error instanceof vscode.FileSystemError && error.code === 'FileNotFound' ? undefined : 'unreadable'
  }
}

function textOf(bytes: Loaded): string {
  return bytes instanceof Uint8Array ? new TextDecoder().decode(bytes) : ''
}

const severities = { error: vscode.DiagnosticSeverity.Error, warning: vscode.DiagnosticSeverity.Warning }

function diagnosticOf({ start, end, message, severity }: OverlayProblem, text: string): vscode.Diagnostic {
  const range = new vscode.Range(positionIn(text, start), positionIn(text, end))
  const diagnostic = new vscode.Diagnostic(range, message, severities[severity])
  diagnostic.source = 'Crypto AI Layers'
  return diagnostic
}

/** Where an offset of a text is, as the document that shows it counts. */
function positionIn(text: string, offset: number): vscode.Position {
  const before = text.slice(0, offset).split(/\r\n|\r|\n/)
  return new vscode.Position(before.length - 1, before.at(-1)?.length ?? 0)
}
