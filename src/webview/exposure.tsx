import { useState } from 'preact/hooks'
import type {
  ExposureScope,
  ExposureView,
  FindingView,
  HoldingView,
  LayerWeightView,
  PlaceView,
} from '../core/protocol'
import type { OpenProject } from './chip'
import { Icon } from './icon'
import { LongList } from './longList'
import { Section } from './section'
import { count } from './words'

type RevealPlace = (place: PlaceView) => void

interface ExposureProps {
  readonly exposure: ExposureView | undefined
  readonly scope: ExposureScope
  readonly chooseScope: (scope: ExposureScope) => void
  readonly exportIt: (amounts: boolean) => void
  readonly open: OpenProject
  readonly reveal: RevealPlace
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

/** Shares of one bar. Each has its pattern and its letter, so that it reads without colour. */
function Bar({ layers }: { readonly layers: readonly LayerWeightView[] }) {
  const shown = layers.filter(({ weight }) => weight > 0)
  const said = shown.map(({ name, weightText }) => `${name} ${weightText}`).join(', ')
  return (
    <svg class="bar" role="img" aria-label={said} width="100%" height="44">
      {shown.map(({ id, letter, weight }, index) => {
        const before = shown.slice(0, index).reduce((sum, layer) => sum + layer.weight, 0)
        return (
          <svg key={id} data-layer={id} x={`${before * 100}%`} width={`${weight * 100}%`} height="44">
            <rect class="share" width="100%" height="100%" />
            <Pattern id={id} />
            {weight >= 0.04 && (
              <>
                <rect class="plate" x="50%" y="11" width="22" height="22" rx="3" transform="translate(-11 0)" />
                <text x="50%" y="27" text-anchor="middle">
                  {letter}
                </text>
              </>
            )}
          </svg>
        )
      })}
    </svg>
  )
}

/** What a layer's share is filled with. */
function Pattern({ id }: Pick<LayerWeightView, 'id'>) {
  const lines: Readonly<Record<LayerWeightView['id'], string | undefined>> = {
    compute: 'M0 10 10 0',
    intelligence: 'M4 5h2',
    'agents-data': 'M0 5h10M5 0v10',
    'execution-ux': 'M5 0v10',
    none: 'M0 0 10 10',
    'off-map': undefined,
    cash: 'M0 5h10',
  }
  const line = lines[id]
  if (line === undefined) return null
  return (
    <>
      <pattern id={`pattern-${id}`} width="10" height="10" patternUnits="userSpaceOnUse">
        <path class="texture" d={line} />
      </pattern>
      <rect width="100%" height="100%" fill={`url(#pattern-${id})`} />
    </>
  )
}

function LayerTable({ layers }: { readonly layers: readonly LayerWeightView[] }) {
  return (
    <table class="layer-table">
      <caption class="sr-only">Weight of each layer</caption>
      <thead>
        <tr>
          <th scope="col">Layer</th>
          <th scope="col" class="number">
            Weight
          </th>
          <th scope="col" class="number">
            Holdings
          </th>
        </tr>
      </thead>
      <tbody>
        {layers.map(({ id, name, letter, weightText, holdings, weight }) => (
          <tr key={id} data-layer={id} class={weight > 0 ? undefined : 'muted'}>
            <th scope="row">
              <span class="letter" aria-hidden="true">
                {letter}
              </span>{' '}
              {name}
            </th>
            <td class="number">{weightText}</td>
            <td class="number">{weight > 0 ? holdings : 'none'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

interface FindingsProps {
  readonly findings: readonly FindingView[]
  readonly notes: readonly string[]
  readonly amountsShown: boolean
  readonly reveal: RevealPlace
}

const tones: Readonly<Record<FindingView['tone'], string>> = {
  bet: 'About your bets',
  evidence: 'About what is known of them',
  reading: 'About reading your notes',
}

function Findings({ findings, notes, amountsShown, reveal }: FindingsProps) {
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
                    <Icon name={tone} />
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

/** Text in which what one types stands between backticks. */
function WithCode({ text }: { readonly text: string }) {
  return <>{text.split('`').map((part, index) => (index % 2 === 1 ? <code key={index}>{part}</code> : part))}</>
}

interface PlacesProps {
  readonly places: readonly PlaceView[]
  readonly notes: readonly string[]
  readonly reveal: RevealPlace
}

/** Links to lines of notes. */
function Places({ places, notes, reveal }: PlacesProps) {
  if (places.length === 0) return null
  return (
    <LongList class="places" items={places} limit={8} noun="places">
      {(place, index) => (
        <li key={index}>
          <button class="place-link" type="button" onClick={() => reveal(place)}>
            {notes.length > 1 && (
              <span class={place.note === places[index - 1]?.note ? 'sr-only' : undefined}>
                {`${notes[place.note] ?? ''}, `}
              </span>
            )}
            {`line ${place.line}`}
          </button>
        </li>
      )}
    </LongList>
  )
}

interface HoldingsProps extends Omit<FindingsProps, 'findings'> {
  readonly holdings: readonly HoldingView[]
  readonly open: OpenProject
}

/** So many rows are drawn at once. */
const rowLimit = 100

function Holdings({ holdings, notes, amountsShown, open, reveal }: HoldingsProps) {
  const [limit, setLimit] = useState(rowLimit)
  return (
    <>
      <table class="holdings">
        <thead>
          <tr>
            <th scope="col">Holding</th>
            <th scope="col">Layer</th>
            <th scope="col" class="number">
              Weight
            </th>
            <th scope="col">Where</th>
          </tr>
        </thead>
        <tbody>
          {holdings.slice(0, limit).map((holding) => (
            <tr key={holding.project ?? holding.name} data-layer={holding.layer.id}>
              <th scope="row">
                <HoldingName holding={holding} open={open} />
                {amountsShown && holding.amounts && <span class="amount">{holding.amounts}</span>}
              </th>
              <td>
                <span class="letter" aria-hidden="true">
                  {holding.layer.letter}
                </span>
                <span class="layer-name">{` ${holding.layer.name}`}</span>
              </td>
              <td class="number">{holding.weightText || 'none'}</td>
              <td>
                <Places places={holding.places} notes={notes} reveal={reveal} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {holdings.length > limit && (
        <button class="more" type="button" onClick={() => setLimit(limit + 10 * rowLimit)}>
          {`Show more of ${count(holdings.length, 'holding')}`}
        </button>
      )}
    </>
  )
}

function HoldingName({ holding: { name, ticker, project }, open }: { holding: HoldingView; open: OpenProject }) {
  if (project === undefined) return <>{name}</>
  return (
    <button class="name" type="button" data-project={project} onClick={() => open(project)}>
      {name}
      {ticker && <span class="ticker"> {ticker}</span>}
    </button>
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
