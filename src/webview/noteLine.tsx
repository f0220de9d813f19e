import type { MapView } from '../core/views'
import { Icon } from './icon'
import { count } from './words'

interface NoteLineProps {
  readonly map: MapView | undefined
  /** How much is known of all notes, in words. */
  readonly vault: string | undefined
}

/** Which note the page follows. Stays mounted in all views, so that a change is announced in each. */
export function NoteLine({ map, vault }: NoteLineProps) {
  const note = map?.note
  return (
    <p class="note-line">
      <Icon name="note" />
      <span>
        {/* The numbers stand outside of the live region: they change with every other keystroke. */}
        <span role="status">{map ? followed(note) : ''}</span>
        {note && note.projects > 0 ? `, ${count(note.mentions, 'mention')}` : ''}
        {vault !== undefined && <span class="vault-line">{vault}</span>}
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
