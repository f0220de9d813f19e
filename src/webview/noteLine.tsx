import type { MapView } from '../core/protocol'
import { Icon } from './icon'
import { count } from './words'

/** Which note the page follows. Stays mounted in both views, so that a change is announced in both. */
export function NoteLine({ map }: { readonly map: MapView | undefined }) {
  const note = map?.note
  return (
    <p class="note-line">
      <Icon name="note" />
      <span>
        {/* The mentions stand outside of the live region: their number changes with every other keystroke. */}
        <span role="status">{map ? followed(note) : ''}</span>
        {note && note.projects > 0 ? `, ${count(note.mentions, 'mention')}` : ''}
      </span>
    </p>
  )
}

function followed(note: MapView['note']): string {
  if (!note) return 'No Markdown note is open.'
  return note.projects === 0
    ? `Following ${note.name}. No projects in this note.`
    : `Following ${note.name}: ${count(note.projects, 'project')}`
}
