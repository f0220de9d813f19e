import { useLayoutEffect, useReducer, useRef, useState } from 'preact/hooks'
import type { ToPanel } from '../core/protocol'
import { LayerMap } from './layerMap'
import { NoteLine } from './noteLine'
import { nameOf, openProject, turnPage, type Page, type PageEvent } from './page'
import { ProjectDetails } from './projectDetails'
import { post, readState } from './vscodeApi'
import { useBackKeys } from './useBackKeys'
import { useScrollMemory } from './useScrollMemory'
import { useViewFocus } from './useViewFocus'

/** The page: the map, or one project's details in its place. */
export function App() {
  const [saved] = useState(readState)
  const [page, turn] = useReducer<Page, PageEvent>(turnPage, { trail: saved.trail, turn: 0 })
  const project = openProject(page)
  const previous = page.trail.at(-2)

  useLayoutEffect(() => {
    const listen = ({ data }: MessageEvent<ToPanel>) => {
      const event = received(data)
      if (event) turn(event)
    }
    window.addEventListener('message', listen)
    post(project === undefined ? { type: 'ready' } : { type: 'ready', project })
    return () => window.removeEventListener('message', listen)
  }, [])

  useScrollMemory(page, saved)
  const opener = useRef<Element | null>(null)
  useViewFocus(page, opener)

  const open = (id: string) => {
    turn({ type: 'opened', project: id })
    post({ type: 'openProject', project: id })
  }
  const openFromMap = (id: string) => {
    opener.current = document.activeElement
    open(id)
  }
  const leave = () => {
    turn({ type: 'leftForMap' })
    post({ type: 'closeProject' })
  }
  const stepBack = () => {
    if (previous === undefined) {
      leave()
      return
    }
    turn({ type: 'steppedBack' })
    post({ type: 'openProject', project: previous })
  }

  useBackKeys(project === undefined ? undefined : { leave, stepBack })

  return (
    <>
      <NoteLine map={page.map} />
      {/* Hidden, not removed: coming back finds the same chip and the same unfolded lists. */}
      <div class="map" hidden={project !== undefined}>
        <LayerMap map={page.map} open={openFromMap} />
      </div>
      {project !== undefined && (
        <ProjectDetails
          name={nameOf(page, project)}
          project={page.project}
          previous={previous === undefined ? undefined : nameOf(page, previous)}
          followsNote={page.map?.note !== undefined}
          open={open}
          leave={leave}
          stepBack={stepBack}
          evaluate={() => post({ type: 'evaluate', project })}
          reveal={(start) => post({ type: 'revealMention', project, start })}
        />
      )}
    </>
  )
}

/** What a message means to the page; nothing for one that only a newer extension knows. */
function received(message: ToPanel): PageEvent | undefined {
  switch (message.type) {
    case 'showMap':
      return { type: 'mapArrived', map: message.map }
    case 'showProject':
      return { type: 'projectArrived', project: message.project, focus: message.focus }
    default:
      message satisfies never
      return undefined
  }
}
