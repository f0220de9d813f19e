import type { ChipView } from '../core/views'
import { ChipList, type OpenProject } from './chip'
import { moveBetweenChips } from './chipKeys'

/** Beside the building: what sits on no floor. */
export function Unplaced({ chips, open }: { readonly chips: readonly ChipView[]; readonly open: OpenProject }) {
  if (chips.length === 0) return null
  return (
    <section class="unplaced" aria-labelledby="unplaced-heading" onKeyDown={moveBetweenChips}>
      <h2 id="unplaced-heading">Cannot be placed</h2>
      <p class="muted">They fit no floor, which is a flag of its own.</p>
      <ChipList chips={chips} label="Projects that cannot be placed" noun="projects" limit={12} open={open} />
    </section>
  )
}
