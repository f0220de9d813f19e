import type { EvidenceView } from '../core/views'
import { Section } from './section'
import { Source } from './source'

/** Numbers about use, each with its age, who says so, and where. */
export function Evidence({ evidence }: { readonly evidence: readonly EvidenceView[] }) {
  return (
    <Section title="Evidence of use" empty={evidence.length === 0 && 'No evidence of use is recorded.'}>
      <ul class="facts">
        {evidence.map((fact, index) => (
          <li key={index}>
            <p>
              <strong class="figure">{fact.figure}</strong> {fact.metric}
            </p>
            {fact.note && <p class="muted">{fact.note}</p>}
            <p class="provenance">
              <span class={fact.isStale ? 'stale' : undefined}>{fact.age || 'Age unknown'}</span>{' '}
              <span>{fact.claimant || 'Claimant unknown'}</span> <Source source={fact.source} />
            </p>
          </li>
        ))}
      </ul>
    </Section>
  )
}
