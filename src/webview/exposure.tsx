import { useState } from 'preact/hooks'
import type { ExposureScope, ExposureView } from '../core/views'
import type { OpenProject } from './chip'
import { Findings } from './findings'
import { Holdings } from './holdings'
import { Bar, LayerTable } from './layerWeights'
import type { PlacesProps } from './places'
import { Section } from './section'
import { WithCode } from './withCode'

interface ExposureProps extends Pick<PlacesProps, 'reveal'> {
  readonly exposure: ExposureView | undefined
  readonly scope: ExposureScope
  readonly chooseScope: (scope: ExposureScope) => void
  readonly exportIt: (amounts: boolean) => void
  readonly open: OpenProject
}

/** What the note, or the whole vault, says its writer holds, by layer, and what that means. */
export function Exposure({ exposure, scope, chooseScope, exportIt, open, reveal }: ExposureProps) {
  const [amountsShown, showAmounts] = useState(false)
  return (
    <>
      <h1 id="exposure-heading" tabIndex={-1}>
        What you are betting on
      </h1>
      <p class="scopes">
        {(['note', 'vault'] as const).map((choice) => (
          <button
            key={choice}
            class="secondary"
            type="button"
            aria-pressed={choice === scope}
            onClick={() => chooseScope(choice)}
          >
            {{ note: 'This note', vault: 'Whole vault' }[choice]}
          </button>
        ))}
      </p>
      {exposure?.scope === scope ? (
        <Body
          exposure={exposure}
          open={open}
          reveal={reveal}
          amountsShown={amountsShown}
          exportIt={exportIt}
          toggleAmounts={() => showAmounts(!amountsShown)}
        />
      ) : (
        <p class="waiting">{scope === 'vault' ? 'Reading the notes of the vault…' : 'The exposure is on its way…'}</p>
      )}
    </>
  )
}

interface BodyProps extends Pick<ExposureProps, 'exportIt' | 'open' | 'reveal'> {
  readonly exposure: ExposureView
  readonly amountsShown: boolean
  readonly toggleAmounts: () => void
}

function Body({ exposure, exportIt, open, reveal, amountsShown, toggleAmounts }: BodyProps) {
  const { scope, rule, notes, basis, total, layers, holdings, findings } = exposure
  if (notes.length === 0 && scope === 'note') return <p class="lead">Open a Markdown note to see what it holds.</p>
  return (
    <>
      {holdings.length === 0 ? (
        <HowToWrite scope={scope} />
      ) : (
        <>
          <p class="lead">
            {`${basis} Nothing is looked up. `}
            {rule && <WithCode text={rule} />}
          </p>
          <Bar layers={layers} />
          <LayerTable layers={layers} />
        </>
      )}
      <Findings findings={findings} notes={notes} amountsShown={amountsShown} reveal={reveal} />
      {holdings.length > 0 && (
        <Section title="Holdings">
          <p class="amounts">
            <button class="secondary" type="button" aria-pressed={amountsShown} onClick={toggleAmounts}>
              {amountsShown ? 'Hide amounts' : 'Show amounts'}
            </button>
            <button class="secondary" type="button" onClick={() => exportIt(amountsShown)}>
              {amountsShown ? 'Export with amounts…' : 'Export…'}
            </button>
            {amountsShown && total && <span>{`Together ${total}`}</span>}
          </p>
          <Holdings holdings={holdings} notes={notes} amountsShown={amountsShown} open={open} reveal={reveal} />
        </Section>
      )}
    </>
  )
}

function HowToWrite({ scope }: Pick<ExposureView, 'scope'>) {
  return (
    <>
      <p class="lead">
        {scope === 'note' ? 'This note says' : 'The notes of this vault say'} nothing of what you hold. It is read from
        front matter, tables and lists:
      </p>
      <pre class="example">{`---
holdings:
  TAO: 12.5
  NEAR: 40%
prices:
  TAO: 400
---

## Holdings

| Asset  | Amount | Value |
| ------ | -----: | ----: |
| RENDER |    340 | $1.2k |

- AKT: 900 @ $1.35`}</pre>
    </>
  )
}
