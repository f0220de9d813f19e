/** What the page shows, and how an event turns it. Pure: no DOM, no messages. */
import type { ViewId } from '../core/protocol'
import type { ChipView, EvaluationsView, ExposureScope, ExposureView, MapView, ProjectView } from '../core/views'

export interface Page {
  /** The view of the selected tab. Details of a project stand in its place, and lead back to it. */
  readonly view: ViewId
  readonly map?: MapView
  readonly exposure?: ExposureView
  readonly evaluations?: EvaluationsView
  /** How much is known of all notes, in words. */
  readonly vault?: string
  /** Whose exposure is wanted; that of the other is on show until it arrives. */
  readonly scope: ExposureScope
  /** Details of the open project, once the extension has sent them. */
  readonly project?: ProjectView
  /** Ids of the projects opened one from another, the open one last; empty when no details are open. */
  readonly trail: readonly string[]
  /**
   * Grows by one whenever the user goes to another view, and only then. Focus and scroll position follow this number,
   * so an update of the note, which comes while the user types elsewhere, can move neither.
   */
  readonly turn: number
}

export type PageEvent =
  | { readonly type: 'mapArrived'; readonly map: MapView }
  | { readonly type: 'exposureArrived'; readonly exposure: ExposureView }
  | { readonly type: 'evaluationsArrived'; readonly evaluations: EvaluationsView }
  | { readonly type: 'vaultArrived'; readonly status: string }
  | { readonly type: 'projectArrived'; readonly project: ProjectView; readonly focus: boolean }
  | { readonly type: 'opened'; readonly project: string }
  | { readonly type: 'steppedBack' }
  | { readonly type: 'leftDetails' }
  | { readonly type: 'scopeChosen'; readonly scope: ExposureScope }
  | { readonly type: 'viewChosen'; readonly view: ViewId }

export const longestTrail = 20

export function turnPage(page: Page, event: PageEvent): Page {
  switch (event.type) {
    case 'mapArrived':
      return { ...page, map: event.map }
    case 'exposureArrived':
      return { ...page, exposure: event.exposure }
    case 'evaluationsArrived':
      return { ...page, evaluations: event.evaluations }
    case 'vaultArrived':
      return { ...page, vault: event.status }
    case 'projectArrived':
      if (event.focus) return { ...goTo(page, pushed(page.trail, event.project.id)), project: event.project }
      // Without focus it only refreshes the open details: an answer that comes after the user went on is dropped.
      return event.project.id === openProject(page) ? { ...page, project: event.project } : page
    case 'opened':
      return goTo(page, pushed(page.trail, event.project))
    case 'steppedBack':
      return goTo(page, page.trail.slice(0, -1))
    case 'leftDetails':
      return goTo(page, [])
    case 'scopeChosen':
      return { ...page, scope: event.scope }
    case 'viewChosen':
      return goTo({ ...page, view: event.view }, [])
  }
}

/** The id of the project whose details are open, if any are. */
export function openProject(page: Page): string | undefined {
  return page.trail.at(-1)
}

/** What a project is called, before its details arrive. */
export function nameOf(page: Page, id: string): string {
  if (page.project?.id === id) return page.project.name
  const chips = (page.map?.floors ?? []).flatMap(({ projects, centralized, openAlternative }) => [
    ...projects,
    ...centralized.projects,
    ...(openAlternative?.projects ?? []),
  ])
  return findChip([...chips, ...(page.map?.unplaced ?? [])], id)?.name ?? id
}

function goTo(page: Page, trail: readonly string[]): Page {
  const { project, ...rest } = page
  const kept = project && project.id === trail.at(-1) ? { project } : {}
  return { ...rest, ...kept, trail, turn: page.turn + 1 }
}

function pushed(trail: readonly string[], id: string): readonly string[] {
  return trail.at(-1) === id ? trail : [...trail, id].slice(-longestTrail)
}

function findChip(chips: readonly ChipView[], id: string): ChipView | undefined {
  for (const chip of chips) {
    const found = chip.id === id ? chip : findChip(chip.subnets, id)
    if (found) return found
  }
  return undefined
}
