import type { RefObject } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'
import type { ViewId } from '../core/protocol'
import type { Page } from './page'

/**
 * Moves the focus when the user goes to another view, and at no other time: to the heading of the details, or back to
 * the button they were opened from, or to the heading of the view. The caller notes that button in `opener`. A tab
 * keeps the focus: its keys go on to the next tab.
 */
export function useViewFocus({ view, trail, turn }: Page, opener: RefObject<Element | null>): void {
  const origin = useRef<string>(undefined)

  useLayoutEffect(() => {
    const [first] = trail
    const left = origin.current
    origin.current = first
    if (turn === 0) return
    if (first === undefined && document.activeElement?.matches('[role="tab"][aria-selected="true"]')) return
    const target = first === undefined ? openerOf(view, left, opener.current) : null
    const heading = document.getElementById(`${first === undefined ? view : 'details'}-heading`)
    const element = target ?? heading
    element?.focus({ preventScroll: true })
    if (target) target.scrollIntoView({ block: 'nearest' })
  }, [turn])
}

/** A project can stand on several floors: the button that was used comes first, then any that shows the project. */
function openerOf(view: ViewId, project: string | undefined, used: Element | null): HTMLElement | null {
  if (project === undefined) return null
  if (used instanceof HTMLElement && used.isConnected && used.dataset['project'] === project) return used
  return document.querySelector<HTMLElement>(`[data-view="${view}"] [data-project="${project}"]`)
}
