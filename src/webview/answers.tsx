import type { AnswerView } from '../core/views'
import { Icon } from './icon'
import { Section } from './section'
import { Source } from './source'

/** The three questions, in order, with today's answers. */
export function Answers({ answers }: { readonly answers: readonly AnswerView[] }) {
  return (
    <Section title="Three questions" empty={answers.length === 0 && 'The three questions are not answered yet.'}>
      <ol class="answers">
        {answers.map((answer) => (
          <li key={answer.id}>
            <div class="answer">
              <h3>{answer.question}</h3>
              <p class="standing">
                <Icon name={answer.standing} />
                {answer.standingText || 'unknown'}
              </p>
            </div>
            <p>{answer.reason || 'No reason is recorded.'}</p>
            {answer.basis && (
              <p class="provenance">
                <Source source={answer.basis} />
              </p>
            )}
          </li>
        ))}
      </ol>
    </Section>
  )
}
