import { useLayoutEffect, useReducer, useRef, useState } from 'preact/hooks'
import type { ToPanel, ViewId } from '../core/protocol'
import type { ExposureScope } from '../core/views'
import { Evaluations } from './evaluations'
import { Exposure } from './exposure'
import { LayerMap } from './layerMap'
import { NoteLine } from './noteLine'
import { Notices } from './notices'
import { copyPicture, toBase64 } from './paint'
import { nameOf, openProject, turnPage, type Page, type PageEvent } from './page'
import { ProjectDetails } from './projectDetails'
import { post, readState } from './vscodeApi'
import { tabId, Tabs } from './tabs'
import { useBackKeys } from './useBackKeys'
import { useScrollMemory } from './useScrollMemory'
import { useViewFocus } from './useViewFocus'
import { viewNames } from './words'

/** The page: a view for each tab, or one project's details in its place. */
export function App() {
  const [saved] = useState(readState)
  const [page, turn] = useReducer<Page, PageEvent>(turnPage, {
    view: saved.view,
    scope: saved.scope,
    trail: saved.trail,
    turn: 0,
  })
  const project = openProject(page)
  const previous = page.trail.at(-2)

  useLayoutEffect(() => {
    const listen = ({ data }: MessageEvent<ToPanel>) => {
      if (data.type === 'drawPicture') post({ type: 'pictureDrawn', png: toBase64(data.picture) ?? '' })
      if (data.type === 'copyPicture')
        void copyPicture(data.picture).then((isCopied) => post({ type: 'pictureCopied', isCopied }))
      const event = received(data)
      if (event) turn(event)
    }
    window.addEventListener('message', listen)
    if (page.scope !== 'note') post({ type: 'chooseScope', scope: page.scope })
    post({ type: 'ready', view: page.view, ...(project === undefined ? {} : { project }) })
    return () => window.removeEventListener('message', listen)
  }, [])

  useScrollMemory(page, saved)
  const opener = useRef<Element | null>(null)
  useViewFocus(page, opener)

  const open = (id: string) => {
    turn({ type: 'opened', project: id })
    post({ type: 'openProject', project: id })
  }
  const openFromView = (id: string) => {
    opener.current = document.activeElement
    open(id)
  }
  const leave = () => {
    turn({ type: 'leftDetails' })
    post({ type: 'closeProject' })
  }
  const chooseScope = (scope: ExposureScope) => {
    turn({ type: 'scopeChosen', scope })
    post({ type: 'chooseScope', scope })
  }
  const choose = (view: ViewId) => {
    if (project !== undefined) post({ type: 'closeProject' })
    turn({ type: 'viewChosen', view })
    post({ type: 'openView', view })
  }
  const stepBack = () => {
    if (previous === undefined) {
      leave()
      return
    }
    turn({ type: 'steppedBack' })
    post({ type: 'openProject', project: previous })
  }

  const shown = project === undefined ? page.view : 'details'
  useBackKeys(project === undefined ? undefined : { leave, stepBack })

  return (
    <>
      <NoteLine map={page.map} vault={page.vault} />
      <Tabs selected={page.view} panel="view" select={choose} />
      <div id="view" role="tabpanel" aria-labelledby={tabId(page.view)}>
        <Notices notices={page.map?.notices ?? []} />
        {/* Hidden, not removed: coming back finds the same chip and the same unfolded lists. */}
        <div data-view="map" hidden={shown !== 'map'}>
          <LayerMap
            map={page.map}
            exportIt={() => post({ type: 'export', view: 'map', amounts: false })}
            open={openFromView}
          />
        </div>
        <div data-view="exposure" hidden={shown !== 'exposure'}>
          <Exposure
            exposure={page.exposure}
            scope={page.scope}
            chooseScope={chooseScope}
            exportIt={(amounts) => post({ type: 'export', view: 'exposure', amounts })}
            open={openFromView}
            reveal={({ note, start, end }) => post({ type: 'revealPlace', note, start, end })}
          />
        </div>
        <div data-view="evaluations" hidden={shown !== 'evaluations'}>
          <Evaluations evaluations={page.evaluations} actions={{ ...recordActions, open: openFromView }} />
        </div>
        {project !== undefined && (
          <ProjectDetails
            name={nameOf(page, project)}
            project={page.project}
            view={viewNames[page.view]}
            previous={previous === undefined ? undefined : nameOf(page, previous)}
            followsNote={page.map?.note !== undefined}
            open={open}
            leave={leave}
            stepBack={stepBack}
            evaluate={() => recordActions.evaluate(project)}
            openRecord={(at) => recordActions.openRecord(project, at)}
            recheck={() => recordActions.recheck(project)}
            reveal={(start) => post({ type: 'revealMention', project, start })}
          />
        )}
      </div>
    </>
  )
}

const recordActions = {
  evaluate: (project: string) => post({ type: 'evaluate', project }),
  recheck: (key: string) => post({ type: 'recheck', key }),
  openRecord: (key: string, at: number) => post({ type: 'openRecord', key, at }),
  openBroken: (at: number) => post({ type: 'openBroken', at }),
  exportScorecard: () => post({ type: 'exportScorecard' }),
}

/** What a message means to the page; nothing for one that only a newer extension knows. */
function received(message: ToPanel): PageEvent | undefined {
  switch (message.type) {
    case 'drawPicture':
    case 'copyPicture':
      return undefined
    case 'showMap':
      return { type: 'mapArrived', map: message.map }
    case 'showProject':
      return { type: 'projectArrived', project: message.project, focus: message.focus }
    case 'showExposure':
      return { type: 'exposureArrived', exposure: message.exposure }
    case 'showVault':
      return { type: 'vaultArrived', status: message.status }
    case 'showEvaluations':
      return { type: 'evaluationsArrived', evaluations: message.evaluations }
    case 'showView':
      return { type: 'viewChosen', view: message.view }
    default:
      message satisfies never
      return undefined
  }
}
