import type { MapView } from '../core/views'
import type { OpenProject } from './chip'
import { Floor } from './floor'
import { Unplaced } from './unplaced'

interface LayerMapProps {
  readonly map: MapView | undefined
  readonly exportIt: () => void
  readonly open: OpenProject
}

/** The building: four floors, the ground floor last. */
export function LayerMap({ map, exportIt, open }: LayerMapProps) {
  return (
    <>
      <h1 id="map-heading" tabIndex={-1}>
        Four floors of crypto AI
      </h1>
      <p class="lead">Read it down, not across: projects compete on their own floor only.</p>
      {map ? (
        <>
          <div class="building">
            {map.floors.map((floor) => (
              <Floor key={floor.id} floor={floor} followsNote={map.note !== undefined} open={open} />
            ))}
          </div>
          <p class="map-foot">
            <button class="secondary" type="button" onClick={exportIt}>
              Export…
            </button>
          </p>
          <Unplaced chips={map.unplaced} open={open} />
        </>
      ) : (
        <p class="waiting">The map is on its way…</p>
      )}
    </>
  )
}
