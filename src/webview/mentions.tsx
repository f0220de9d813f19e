import type { MentionView } from '../core/views'
import { LongList } from './longList'
import { Section } from './section'

interface MentionsProps {
  readonly mentions: readonly MentionView[]
  readonly followsNote: boolean
  readonly reveal: (start: number) => void
}

/** Where the note speaks of the project; a click puts the note's cursor there. */
export function Mentions({ mentions, followsNote, reveal }: MentionsProps) {
  const empty = followsNote ? 'Not mentioned in this note.' : 'No Markdown note is open.'
  return (
    <Section title="In this note" empty={mentions.length === 0 && empty}>
      <LongList class="mentions" items={mentions} limit={4} noun="mentions">
        {({ start, line, before, text, after }, index) => (
          // The key is the place in the list, so that focus stays put while typing above shifts every offset.
          <li key={index}>
            <button class="mention" type="button" onClick={() => reveal(start)}>
              <span class="line">
                <span class="sr-only">Line </span>
                {line}
              </span>
              <span class="excerpt">
                {before}
                <mark>{text}</mark>
                {after}
              </span>
            </button>
          </li>
        )}
      </LongList>
    </Section>
  )
}
