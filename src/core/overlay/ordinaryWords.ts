import type { Knowledge } from '../knowledge/schema'

/** Tells names that are ordinary words: in a note they mostly mean themselves. */
export type IsOrdinary = (name: string) => boolean

export function ordinaryWords({ ordinaryWords: words }: Pick<Knowledge, 'ordinaryWords'>): IsOrdinary {
  let known: ReadonlySet<string> | undefined
  return (name) => {
    known ??= new Set(words.split(' '))
    return known.has(name.toLowerCase())
  }
}
