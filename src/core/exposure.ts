/** What a set of positions is a bet on: the weight of each, and of each layer. */
import type { NotePlace, Position } from './holdings/positions'
import type { ProjectIndex } from './knowledge/projectIndex'
import type { Place } from './knowledge/schema'

/** How the weights come about. */
type WeightBasis =
  /** Shares of the value. */
  | 'value'
  /** The percents that are written, taken together as the whole. */
  | 'percent'
  /** Each position counts the same, because some have no value and no percent. */
  | 'positions'

/** Where a position stands in the exposure: where its project does on the map, or off it. */
export type ExposurePlace = Place | 'off-map' | 'cash'

export interface PlaceInNote extends NotePlace {
  /** Index of the note among those that are added up. */
  readonly note: number
}

export interface Holding extends Omit<Position, 'places'> {
  readonly place: ExposurePlace
  readonly places: readonly PlaceInNote[]
  /** 0 to 1. Nothing is held where it is 0. */
  readonly weight: number
}

interface LayerExposure {
  readonly place: ExposurePlace
  /** 0 to 1. */
  readonly weight: number
  /** Number of holdings with weight. */
  readonly holdings: number
}

export interface Exposure {
  readonly basis: WeightBasis
  /** Of the values, empty when none is written. */
  readonly currency: string
  /** Heaviest first; those without weight last. */
  readonly holdings: readonly Holding[]
  /** The four layers from the ground up, then what is on none. Weights sum to 1 when anything is held. */
  readonly layers: readonly LayerExposure[]
  /** Of all values, when they can be added up. */
  readonly value?: number
  /** Of all percents as written. */
  readonly percent?: number
}

/** The exposure of several notes' positions, those of one project added up. Their order makes no difference. */
export function exposureOf(notes: readonly (readonly Position[])[], index: ProjectIndex): Exposure {
  const merged = merge(notes)
  const held = merged.filter(isHeld)
  const basis = basisOf(held)
  const currency = held.find(({ currency: code }) => code !== '')?.currency ?? ''
  const size = (position: Merged) =>
    !isHeld(position) ? 0 : basis === 'positions' ? Number(position.kind !== 'cash') : (position[basis] ?? 0)
  const total = sum(merged.map(size))
  const holdings = merged
    .map((position) => ({
      ...position,
      place: placeOf(position),
      weight: total === 0 ? 0 : size(position) / total,
    }))
    .sort((a, b) => b.weight - a.weight || (a.name < b.name ? -1 : 1))
  const places: ExposurePlace[] = [...index.knowledge.layers.map(({ id }) => id), 'none', 'off-map', 'cash']
  const percents = held.map(({ percent }) => percent ?? 0)
  return {
    basis,
    currency,
    holdings,
    layers: places.map((place) => {
      const here = holdings.filter((holding) => holding.place === place && holding.weight > 0)
      return { place, weight: sum(here.map(({ weight }) => weight)), holdings: here.length }
    }),
    ...(basis === 'value' ? { value: total } : {}),
    ...(basis === 'percent' ? { percent: sum(percents) } : {}),
  }
}

type Merged = Omit<Position, 'places'> & { readonly places: readonly PlaceInNote[] }

function merge(notes: readonly (readonly Position[])[]): Merged[] {
  const byKey = new Map<string, Merged[]>()
  // Percents are shares of what their own note lists: those of two notes have no common whole.
  const isOne = notes.filter((positions) => positions.some(isHeld)).length < 2
  notes.forEach((positions, note) => {
    for (const position of positions) {
      const { percent, ...rest } = position
      const here: Merged = {
        ...rest,
        ...(isOne && percent !== undefined ? { percent } : {}),
        places: position.places.map((place) => ({ ...place, note })),
      }
      byKey.set(position.key, [...(byKey.get(position.key) ?? []), here])
    }
  })
  return [...byKey.values()].map(mergeOne)
}

function mergeOne(all: readonly Merged[]): Merged {
  const [first] = all
  if (!first || all.length === 1) return first as Merged
  const { key, name, kind, project } = first
  const currencies = new Set(all.map(({ currency }) => currency).filter((code) => code !== ''))
  const added = (measure: 'units' | 'value') => {
    const numbers = all.map((position) => position[measure]).filter((number) => number !== undefined)
    return numbers.length === all.length ? { [measure]: sum(numbers) } : {}
  }
  return {
    key,
    name,
    kind,
    ...(project ? { project } : {}),
    currency: [...currencies][0] ?? '',
    ...added('units'),
    ...(currencies.size < 2 ? added('value') : {}),
    places: all.flatMap(({ places }) => places),
  }
}

/** Nothing that is zero, or less, is a bet. What has no number at all is a position. */
function isHeld({ units, value, percent }: Pick<Position, 'units' | 'value' | 'percent'>): boolean {
  const size = units ?? value ?? percent
  return size === undefined || size > 0
}

function basisOf(held: readonly Merged[]): WeightBasis {
  if (held.length === 0) return 'positions'
  const currencies = new Set(held.map(({ currency }) => currency).filter((code) => code !== ''))
  if (
    held.every(({ value }) => value !== undefined) &&
    currencies.size < 2 &&
    sum(held.map(({ value }) => value ?? 0)) > 0
  )
    return 'value'
  return held.every(({ percent }) => percent !== undefined) ? 'percent' : 'positions'
}

function placeOf({ kind, project }: Merged): ExposurePlace {
  return project ? project.layer : kind === 'cash' ? 'cash' : 'off-map'
}

/** Sorted first: the same to the last digit in any order. */
function sum(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b).reduce((total, number) => total + number, 0)
}
