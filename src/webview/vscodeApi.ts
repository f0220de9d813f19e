/** The page's two ways out: messages to the extension, and the state that VS Code keeps while the page is hidden. */
import { viewIds, type FromPanel, type ViewId } from '../core/protocol'
import { exposureScopes, type ExposureScope } from '../core/views'
import { longestTrail } from './page'

/** What a reload brings back. VS Code destroys the page whenever its tab is hidden. */
export interface SavedState {
  readonly view: ViewId
  readonly scope: ExposureScope
  /** The projects opened one from another, the open one last; empty when no details are open. */
  readonly trail: readonly string[]
  readonly scroll: ScrollPositions
}

type ScrollPositions = Readonly<Record<ViewId | 'details', number>>

const vscode = acquireVsCodeApi()

export function post(message: FromPanel): void {
  vscode.postMessage(message)
}

export function saveState(state: SavedState): void {
  vscode.setState(state)
}

/** The saved state; whatever is missing or malformed (an older version wrote it) reads as a fresh page. */
export function readState(): SavedState {
  const saved: unknown = vscode.getState()
  const fields = asFields(saved)
  const scroll = asFields(fields['scroll'])
  return {
    view: viewIds.find((view) => view === fields['view']) ?? 'map',
    scope: exposureScopes.find((scope) => scope === fields['scope']) ?? 'note',
    trail: Array.isArray(fields['trail']) ? fields['trail'].filter(isProjectId).slice(-longestTrail) : [],
    scroll: Object.fromEntries(
      [...viewIds, 'details'].map((place) => [place, asOffset(scroll[place])]),
    ) as ScrollPositions,
  }
}

function asFields(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {}
}

function isProjectId(value: unknown): value is string {
  return typeof value === 'string' && /^[a-z0-9-]{1,80}$/.test(value)
}

function asOffset(value: unknown): number {
  return typeof value === 'number' && Number.isFinite(value) && value > 0 ? value : 0
}
