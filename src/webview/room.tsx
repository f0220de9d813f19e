import type { ChipView } from '../core/views'
import { ChipList, type OpenProject } from './chip'

interface RoomProps {
  readonly floor: string
  readonly title: string
  readonly text: string
  readonly chips: readonly ChipView[]
  readonly open: OpenProject
}

/** The part of a floor that no token pays for: the centralized stack, or the open weights. */
export function Room({ floor, title, text, chips, open }: RoomProps) {
  return (
    <div class="room">
      <h3>{title}</h3>
      <p>{text || 'Nothing is recorded here.'}</p>
      {chips.length > 0 && (
        <ChipList chips={chips} label={`${title}: ${floor}`} noun="systems" limit={12} open={open} />
      )}
    </div>
  )
}
