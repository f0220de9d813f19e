import { useState } from 'preact/hooks'
import type { HoldingView } from '../core/views'
import type { OpenProject } from './chip'
import { Places, type PlacesProps } from './places'
import { count } from './words'

interface HoldingsProps extends Omit<PlacesProps, 'places'> {
  readonly holdings: readonly HoldingView[]
  readonly amountsShown: boolean
  readonly open: OpenProject
}

/** So many rows are drawn at once. */
const rowLimit = 100

/** A row for each holding, the heaviest first. */
export function Holdings({ holdings, notes, amountsShown, open, reveal }: HoldingsProps) {
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
