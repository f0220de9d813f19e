import type { ProjectView } from '../core/views'
import { Section } from './section'
import { Source } from './source'

/** What the article said and what is so today. Both stay: the reader sees what changed. */
export function ArticleAndToday({ article }: { readonly article: ProjectView['article'] | undefined }) {
  if (!article) return <Section title="The article and today" empty="No difference from the article is recorded." />
  return (
    <Section title="The article and today">
      <dl class="versus">
        <dt>The article says</dt>
        <dd>{article.says}</dd>
        <dt>Today</dt>
        <dd>
          {article.today}
          <p class="provenance">
            <span>{article.asOf || 'Undated'}</span> <Source source={article.source} />
          </p>
        </dd>
      </dl>
    </Section>
  )
}

export function Relations({ relations }: Pick<ProjectView, 'relations'>) {
  return (
    <Section title="Relations" empty={relations.length === 0 && 'No relations are recorded.'}>
      <ul class="plain">
        {relations.map((relation, index) => (
          <li key={index}>{relation}</li>
        ))}
      </ul>
    </Section>
  )
}

export function Events({ events }: Pick<ProjectView, 'events'>) {
  return (
    <Section title="Events" empty={events.length === 0 && 'No events are recorded.'}>
      <ul class="facts">
        {events.map((event, index) => (
          <li key={index}>
            <p>
              <strong class="figure">{event.date || 'Undated'}</strong> {event.text}
            </p>
            <p class="provenance">
              <Source source={event.source} />
            </p>
          </li>
        ))}
      </ul>
    </Section>
  )
}

export function Links({ links }: Pick<ProjectView, 'links'>) {
  return (
    <Section title="Links" empty={links.length === 0 && 'No links are recorded.'}>
      <ul class="links">
        {links.map((link, index) => (
          <li key={index}>
            <Source source={link} />
          </li>
        ))}
      </ul>
    </Section>
  )
}

export function OtherSenses({ otherSenses }: Pick<ProjectView, 'otherSenses'>) {
  return (
    <Section title="Its names also mean" empty={otherSenses.length === 0 && 'No other meaning is recorded.'}>
      <p>{`${otherSenses.join('; ')}.`}</p>
    </Section>
  )
}

export function Unverified({ unverified, origin }: Pick<ProjectView, 'unverified' | 'origin'>) {
  const backed = !origin
    ? 'Every field here rests on a stored source.'
    : origin.isOwn
      ? 'This is your own record; what it says was not checked.'
      : 'Every field that you did not change rests on a stored source.'
  return (
    <Section title="Not backed by a source" empty={unverified.length === 0 && backed}>
      <p>{`General knowledge only: ${unverified.join(', ')}.`}</p>
    </Section>
  )
}
