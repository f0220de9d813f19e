import type { EntryPointView } from '../core/views'
import { Section } from './section'
import { Source } from './source'

/** What a person can do this week without code. A link, and nothing that acts for them. */
export function EntryPoints({ entryPoints }: { readonly entryPoints: readonly EntryPointView[] }) {
  if (entryPoints.length === 0) return null
  return (
    <Section title="This week, without code">
      <ul class="facts">
        {entryPoints.map(({ does, terms, link }) => (
          <li key={link.url}>
            <Source source={link} />
            {`: ${does} ${terms}`}
          </li>
        ))}
      </ul>
    </Section>
  )
}
