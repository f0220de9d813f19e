import { useLayoutEffect, useRef } from 'preact/hooks'
import { openProject, type Page } from './page'
import { saveState, type SavedState } from './vscodeApi'

/** Keeps the scroll positions of the views and of the details, across views and across reloads. */
export function useScrollMemory(page: Page, saved: SavedState): void {
  const place = openProject(page) === undefined ? page.view : 'details'
  const arrived =
    { map: page.map, exposure: page.exposure, evaluations: page.evaluations, details: page.project }[place] !==
    undefined
  const positions = useRef({ ...saved.scroll }).current

  useLayoutEffect(() => {
    if (page.turn > 0) positions.details = 0
  }, [page.turn])

  useLayoutEffect(() => {
    if (arrived) window.scrollTo(0, positions[place])
  }, [page.turn, arrived])

  // A layout effect: hiding a view makes the browser scroll, and that event must already count for the new view.
  useLayoutEffect(() => {
    const save = () => saveState({ view: page.view, scope: page.scope, trail: page.trail, scroll: positions })
    let timer = 0
    const listen = () => {
      positions[place] = window.scrollY
      window.clearTimeout(timer)
      timer = window.setTimeout(save, 150)
    }
    save()
    window.addEventListener('scroll', listen, { passive: true })
    return () => {
      window.clearTimeout(timer)
      window.removeEventListener('scroll', listen)
    }
  }, [page.view, page.scope, page.trail])
}
