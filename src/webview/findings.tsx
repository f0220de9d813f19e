import type { FindingView } from '../core/views'
import { Icon } from './icon'
import { LongList } from './longList'
import { Places, type PlacesProps } from './places'
import { Section } from './section'
import { WithCode } from './withCode'

interface FindingsProps extends Omit<PlacesProps, 'places'> {
  readonly findings: readonly FindingView[]
  readonly amountsShown: boolean
}

const tones: Readonly<Record<FindingView['tone'], string>> = {
  bet: 'About your bets',
  evidence: 'About what is known of them',
  reading: 'About reading your notes',
}

/** What the exposure means, what is known too little of, and what could not be read. */
export function Findings({ findings, notes, amountsShown, reveal }: FindingsProps) {
  if (findings.length === 0) return null
  return (
    <Section title="Findings">
      {(['bet', 'evidence', 'reading'] as const).map((tone) => {
        const here = findings.filter((finding) => finding.tone === tone)
        return (
          here.length > 0 && (
            <div key={tone} class="findings">
              <h3>{tones[tone]}</h3>
              <LongList class="facts" items={here} limit={12} noun="findings">
                {({ text, amounts, places }, index) => (
                  <li key={index} class="finding">
                    <Icon name={tone === 'bet' ? 'warning' : tone} />
                    <div>
                      <p>
                        <WithCode text={text} />
                        {amountsShown && amounts && ` ${amounts}`}
                      </p>
                      <Places places={places} notes={notes} reveal={reveal} />
                    </div>
                  </li>
                )}
              </LongList>
            </div>
          )
        )
      })}
    </Section>
  )
}
