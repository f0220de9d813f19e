import { viewIds, type ViewId } from '../core/protocol'
import { viewNames } from './words'

interface TabsProps {
  readonly selected: ViewId
  /** The id of the one panel that all tabs fill. */
  readonly panel: string
  readonly select: (view: ViewId) => void
}

/** One tab a view. Arrow keys, Home and End go to another one and show it at once: nothing is slow to show. */
export function Tabs({ selected, panel, select }: TabsProps) {
  const move = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return
    const view = destination(event.key, selected)
    if (view === undefined) return
    event.preventDefault()
    select(view)
    document.getElementById(tabId(view))?.focus()
  }
  return (
    <div class="tabs" role="tablist" aria-label="Views" onKeyDown={move}>
      {viewIds.map((view) => (
        <button
          key={view}
          id={tabId(view)}
          class="tab"
          type="button"
          role="tab"
          aria-selected={view === selected}
          aria-controls={panel}
          tabIndex={view === selected ? 0 : -1}
          onClick={() => select(view)}
        >
          {viewNames[view]}
        </button>
      ))}
    </div>
  )
}

export function tabId(view: ViewId): string {
  return `${view}-tab`
}

function destination(key: string, from: ViewId): ViewId | undefined {
  const at = viewIds.indexOf(from)
  switch (key) {
    case 'ArrowRight':
      return viewIds[(at + 1) % viewIds.length]
    case 'ArrowLeft':
      return viewIds.at(at - 1)
    case 'Home':
      return viewIds[0]
    case 'End':
      return viewIds.at(-1)
    default:
      return undefined
  }
}
