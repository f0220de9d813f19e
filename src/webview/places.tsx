import type { PlaceView } from '../core/views'
import { LongList } from './longList'

export interface PlacesProps {
  readonly places: readonly PlaceView[]
  readonly notes: readonly string[]
  readonly reveal: (place: PlaceView) => void
}

/** Links to lines of notes. */
export function Places({ places, notes, reveal }: PlacesProps) {
  if (places.length === 0) return null
  return (
    <LongList class="places" items={places} limit={8} noun="places">
      {(place, index) => (
        <li key={index}>
          <button class="place-link" type="button" onClick={() => reveal(place)}>
            {notes.length > 1 && (
              <span class={place.note === places[index - 1]?.note ? 'sr-only' : undefined}>
                {`${notes[place.note] ?? ''}, `}
              </span>
            )}
            {`line ${place.line}`}
          </button>
        </li>
      )}
    </LongList>
  )
}
