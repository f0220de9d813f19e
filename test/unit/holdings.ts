/** Tests read like notes: a note in, its holdings as one line each. */
import { exposureOf, type Exposure } from '../../src/core/exposure'
import { findingsOf } from '../../src/core/exposureFindings'
import { positionsOf, type NotePositions } from '../../src/core/holdings/positions'
import { readHoldings } from '../../src/core/holdings/readHoldings'
import type { History } from '../../src/core/records/history'
import { assetNames, index, today } from './notes'

export function read(text: string, noteName = 'Holdings.md'): NotePositions {
  return positionsOf(readHoldings(text, noteName, assetNames))
}

/** `bittensor 12.5`, `near 40%`, `render 1200 = 2580 USD`, `(BTC) 0.5`: sorted. */
export function holdings(text: string, noteName?: string): string[] {
  return read(text, noteName)
    .positions.map(({ project, name, units, value, percent, currency }) => {
      const what = project?.id ?? `(${name})`
      const worth = value === undefined ? '' : ` = ${value} ${currency}`.trimEnd()
      return `${what}${units === undefined ? '' : ` ${units}`}${worth}${percent === undefined ? '' : ` ${percent}%`}`
    })
    .sort()
}

/** Each doubt as its kind and the text it is about. */
export function doubts(text: string, noteName?: string): string[] {
  return read(text, noteName).doubts.map(
    ({ kind, places }) => `${kind}: ${places.map(({ start, end }) => text.slice(start, end)).join(' / ')}`,
  )
}

export function exposure(...texts: string[]): Exposure {
  return exposureOf(
    texts.map((text) => read(text).positions),
    index,
  )
}

/** What is found in one note. */
export function findings(text: string, staleAfterDays = 100_000, history: History = new Map()): string[] {
  const note = read(text)
  const facts = { exposure: exposureOf([note.positions], index), index, history, staleAfterDays, today: today.day }
  return findingsOf(facts, [{ note: 0, doubts: note.doubts }]).map((finding) => finding.text)
}
