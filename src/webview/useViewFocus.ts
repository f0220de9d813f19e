import type { RefObject } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'
import type { Page } from './page'

/**
 * Moves the focus when the user goes to another view, and at no other time: to the heading of the details, or back to
 * the chip they were opened from. The caller notes that chip in `opener`.
 */
export function useViewFocus({ trail, turn }: Page, opener: RefObject<Element | null>): void {
  const origin = useRef<string>(undefined)

  useLayoutEffect(() => {
    const [first] = trail
    if (first !== undefined) origin.current = first
    if (turn === 0) return
    const target = first === undefined ? chipOf(origin.current, opener.current) : null
    const heading = document.getElementById(first === undefined ? 'map-heading' : 'details-heading')
    const element = target ?? heading
    element?.focus({ preventScroll: true })
    if (target) target.scrollIntoView({ block: 'nearest' })
  }, [turn])
}

/** A project can stand on several floors: the chip that was used comes first, then any that shows the project. */
function chipOf(project: string | undefined, used: Element | null): HTMLElement | null {
  if (project === undefined) return null
  if (used instanceof HTMLElement && used.isConnected && used.dataset['project'] === project) return used
  return document.querySelector<HTMLElement>(`.map [data-project="${project}"]`)
}
