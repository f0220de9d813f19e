/** An exposure in the words and numbers that a person sees. Pure data for `protocol.ts`. */
import type { Exposure, ExposurePlace, Holding, PlaceInNote } from './exposure'
import { sayWeight, type ExposureFinding } from './exposureFindings'
import { tickerOf, type ProjectIndex } from './knowledge/projectIndex'
import type { ExposureScope, ExposureView, LayerWeightView, PlaceView } from './views'

/** A note whose holdings are shown. */
export interface ExposedNote {
  readonly name: string
  /** The 1-based line of an offset. */
  readonly lineOf: (offset: number) => number
}

export interface ExposedNotes {
  readonly scope: ExposureScope
  /** How the holdings of several notes come together; empty for one note. */
  readonly rule: string
  readonly notes: readonly ExposedNote[]
}

export function exposureView(
  exposure: Exposure,
  findings: readonly ExposureFinding[],
  { scope, rule, notes }: ExposedNotes,
  index: ProjectIndex,
): ExposureView {
  const place = ({ note, start, end }: PlaceInNote): PlaceView => ({
    note,
    start,
    end,
    line: notes[note]?.lineOf(start) ?? 1,
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
    scope,
    rule,
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

/** The weights of the layers for a small place and in words; nothing when nothing is held. */
export function sayExposure(exposure: Exposure, index: ProjectIndex): { short: string; long: string } | undefined {
  const held = exposure.layers.filter(({ weight }) => weight > 0)
  if (held.length === 0) return undefined
  const short = held.map(({ place, weight }) => `${namePlace(place, index).letter} ${sayWeight(weight)}`).join(' ')
  const long = held.map(({ place, weight }) => `${namePlace(place, index).name} ${sayWeight(weight)}`).join(', ')
  return { short, long: `Exposure of this note: ${long}. ${sayBasis(exposure)}` }
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
