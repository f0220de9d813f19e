import type { FloorView } from '../core/views'
import { ChipList, countLit, type OpenProject } from './chip'
import { moveBetweenChips } from './chipKeys'
import { Room } from './room'
import { count } from './words'

interface FloorProps {
  readonly floor: FloorView
  /** Whether a note is open: without one, no floor is silent. */
  readonly followsNote: boolean
  readonly open: OpenProject
}

/** One layer of the building: its projects, and the systems without a token that hold the same floor. */
export function Floor({ floor, followsNote, open }: FloorProps) {
  const heading = `floor-${floor.id}`
  const { centralized, openAlternative } = floor
  const lit = countLit(floor.projects)
  return (
    <section class="floor" data-layer={floor.id} aria-labelledby={heading} onKeyDown={moveBetweenChips}>
      <div class="rail" aria-hidden="true">
        {floor.letter}
      </div>
      <div class="floor-body">
        <div class="floor-main">
          <div class="floor-title">
            <h2 id={heading}>
              {floor.name}
              <span class="sr-only">{` (${floor.letter})`}</span>
            </h2>
            {followsNote && (
              <span class={lit > 0 ? 'here' : 'muted'}>
                {lit > 0 ? `${count(lit, 'project')} in this note` : 'No project in this note'}
              </span>
            )}
          </div>
          <p class="summary">{floor.summary}</p>
          {floor.projects.length === 0 ? (
            <p class="muted">No projects on this floor.</p>
          ) : (
            <ChipList
              chips={floor.projects}
              label={`Projects of ${floor.name}`}
              noun="projects"
              limit={12}
              open={open}
            />
          )}
          <dl class="odds">
            <div>
              <dt>Wins</dt>
              <dd>{floor.wins || 'Not known.'}</dd>
            </div>
            <div>
              <dt>Loses</dt>
              <dd>{floor.loses || 'Not known.'}</dd>
            </div>
          </dl>
        </div>
        <div class="rooms">
          <Room
            floor={floor.name}
            title="Centralized, and dominant today"
            text={centralized.text}
            chips={centralized.projects}
            open={open}
          />
          {openAlternative && (
            <Room
              floor={floor.name}
              title="Open, without a token"
              text={openAlternative.text}
              chips={openAlternative.projects}
              open={open}
            />
          )}
        </div>
      </div>
    </section>
  )
}
