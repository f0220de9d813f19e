import { useLayoutEffect, useRef } from 'preact/hooks'
import { openProject, type Page } from './page'
import { saveState, type SavedState } from './vscodeApi'

/** Keeps the map's and the details' scroll positions, across views and across reloads. */
export function useScrollMemory(page: Page, saved: SavedState): void {
  const onMap = openProject(page) === undefined
  const arrived = (onMap ? page.map : page.project) !== undefined
  const positions = useRef({ map: saved.mapScroll, details: saved.detailsScroll }).current

  useLayoutEffect(() => {
    if (page.turn > 0) positions.details = 0
  }, [page.turn])

  useLayoutEffect(() => {
    if (arrived) window.scrollTo(0, onMap ? positions.map : positions.details)
  }, [page.turn, arrived])

  // A layout effect: hiding the map makes the browser scroll, and that event must already count for the new view.
  useLayoutEffect(() => {
    const save = () => saveState({ trail: page.trail, mapScroll: positions.map, detailsScroll: positions.details })
    let timer = 0
    const listen = () => {
      positions[onMap ? 'map' : 'details'] = window.scrollY
      window.clearTimeout(timer)
      timer = window.setTimeout(save, 150)
    }
    save()
    window.addEventListener('scroll', listen, { passive: true })
    return () => {
      window.clearTimeout(timer)
      window.removeEventListener('scroll', listen)
    }
  }, [page.trail])
}
