/** The page's two ways out: messages to the extension, and the state that VS Code keeps while the page is hidden. */
import type { FromPanel } from '../core/protocol'
import { longestTrail } from './page'

/** What a reload brings back. VS Code destroys the page whenever its tab is hidden. */
export interface SavedState {
  /** The projects opened one from another, the open one last; empty on the map. */
  readonly trail: readonly string[]
  readonly mapScroll: number
  readonly detailsScroll: number
}

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
  const fields: Record<string, unknown> = typeof saved === 'object' && saved !== null ? { ...saved } : {}
  return {
    trail: Array.isArray(fields['trail']) ? fields['trail'].filter(isProjectId).slice(-longestTrail) : [],
    mapScroll: asOffset(fields['mapScroll']),
    detailsScroll: asOffset(fields['detailsScroll']),
  }
}

function isProjectId(value: unknown): value is string {
  return typeof value === 'string' && /^[a-z0-9-]{1,80}$/.test(value)
}

function asOffset(value: unknown): number {
  return typeof value === 'number' && Number.isFinite(value) && value > 0 ? value : 0
}
