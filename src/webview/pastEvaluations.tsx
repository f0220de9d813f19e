import type { PastEvaluationView } from '../core/views'
import { Icon } from './icon'
import { Section } from './section'

interface PastEvaluationsProps {
  /** The latest first. */
  readonly evaluations: readonly PastEvaluationView[]
  /** Why the latest is to be looked at again. */
  readonly recheck: readonly string[]
  readonly openRecord: (at: number) => void
  readonly recheckNow: () => void
}

/** The line of verdicts over time, and what changed from one to the next. */
export function PastEvaluations({ evaluations, recheck, openRecord, recheckNow }: PastEvaluationsProps) {
  return (
    <Section title="Your evaluations" empty={evaluations.length === 0 && 'You have not evaluated it yet.'}>
      {recheck.length > 0 && (
        <p class="look-again">
          <Icon name="evidence" />
          <span>{recheck.join('; ')}</span>
          <button class="secondary" type="button" onClick={recheckNow}>
            Re-check…
          </button>
        </p>
      )}
      <ol class="history">
        {evaluations.map(({ date, verdict, cleared, changes }, at) => (
          <li key={at}>
            <button class="name" type="button" onClick={() => openRecord(at)}>
              {date}
            </button>
            {`: ${verdict} (${cleared})`}
            {changes.length > 0 && (
              <ul class="changes">
                {changes.map((change) => (
                  <li key={change}>{change}</li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ol>
    </Section>
  )
}
