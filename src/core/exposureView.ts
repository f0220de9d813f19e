/** An exposure in the words and numbers that a person sees. Pure data for `protocol.ts`. */
import type { Exposure, ExposurePlace, Holding, PlaceInNote } from './exposure'
import { sayWeight, type ExposureFinding } from './exposureFindings'
import { lineFinder } from './lines'
import { tickerOf, type ProjectIndex } from './knowledge/projectIndex'
import type { ExposureView, LayerWeightView, PlaceView } from './protocol'

/** A note whose holdings are shown. */
export interface ExposedNote {
  readonly name: string
  readonly text: string
}

export function exposureView(
  exposure: Exposure,
  findings: readonly ExposureFinding[],
  notes: readonly ExposedNote[],
  index: ProjectIndex,
): ExposureView {
  const lineOf = notes.map(({ text }) => lineFinder(text))
  const place = ({ note, start, end }: PlaceInNote): PlaceView => ({
    note,
    start,
    end,
    line: lineOf[note]?.(start) ?? 1,
  })
  const layers = exposure.layers
    .filter(({ place: id, holdings }) => holdings > 0 || index.knowledge.layers.some((layer) => layer.id === id))
    .map(({ place: id, weight, holdings }): LayerWeightView => ({
      ...namePlace(id, index),
      weight,
      weightText: sayWeight(weight),
      holdings: `${holdings} ${holdings === 1 ? 'holding' : 'holdings'}`,
    }))
  return {
    notes: notes.map(({ name }) => name),
    basis: sayBasis(exposure),
    total: exposure.value === undefined ? '' : sayMoney(exposure.value, exposure.currency),
    layers,
    holdings: exposure.holdings.map((holding) => ({
      name: holding.name,
      ticker: holding.project ? tickerOf(holding.project) : '',
      ...(holding.project ? { project: holding.project.id } : {}),
      layer: namePlace(holding.place, index),
      weightText: holding.weight === 0 ? '' : sayWeight(holding.weight),
      amounts: sayAmounts(holding),
      places: holding.places.map(place),
    })),
    findings: findings.map(({ tone, text, amounts, places }) => ({ tone, text, amounts, places: places.map(place) })),
  }
}

/** What a layer, or what is on none, is called. */
function namePlace(id: ExposurePlace, index: ProjectIndex): Pick<LayerWeightView, 'id' | 'name' | 'letter'> {
  if (id === 'none') return { id, name: 'On the map, on no layer', letter: '–' }
  if (id === 'off-map') return { id, name: 'Not on the map', letter: '?' }
  if (id === 'cash') return { id, name: 'Cash', letter: '$' }
  const { name, letter } = index.layer(id)
  return { id, name, letter }
}

/** How the weights come about, in one sentence. */
function sayBasis({ basis, currency }: Exposure): string {
  switch (basis) {
    case 'value':
      return `Weights are shares of the value${currency === '' ? '' : ` in ${currency}`}, at the prices that are written.`
    case 'percent':
      return 'Weights are the percents that are written.'
    case 'positions':
      return 'Each position counts the same: not all have a value.'
    default:
      return basis satisfies never
  }
}

const units = new Intl.NumberFormat('en-US', { maximumFractionDigits: 8 })
const money = new Intl.NumberFormat('en-US', { maximumFractionDigits: 2 })

function sayMoney(value: number, currency: string): string {
  return `${money.format(value)}${currency === '' ? '' : ` ${currency}`}`
}

/** `12.5 units, 4,850 USD`, `40%`; empty when nothing is said. */
function sayAmounts(holding: Pick<Holding, 'units' | 'value' | 'percent' | 'currency'>): string {
  return [
    ...(holding.units === undefined ? [] : [`${units.format(holding.units)} units`]),
    ...(holding.value === undefined ? [] : [sayMoney(holding.value, holding.currency)]),
    ...(holding.percent === undefined ? [] : [`${units.format(holding.percent)}% as written`]),
  ].join(', ')
}
