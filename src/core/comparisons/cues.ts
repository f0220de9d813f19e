/** How often words that tell a comparison from its look-alikes stand in a text, by what they do in it. */
import lists from '../../../knowledge/words/comparisons.yaml'

/** What is said of each in `knowledge/words/comparisons.yaml`, where the words are. */
export const cueClasses = [
  'sell',
  'buy',
  'own',
  'swap',
  'beat',
  'rival',
  'degree',
  'merit',
  'stake',
  'opinion',
  'race',
  'choice',
  'joins',
  'stack',
  'reject',
  'dismiss',
  'question',
  'wrong',
  'reported',
  'comparing',
  'thing',
  'event',
] as const

export type CueClass = (typeof cueClasses)[number]

/** How often words of each class stand in a lower-case text. */
export function countCues(text: string): Record<CueClass, number> {
  const counts = {} as Record<CueClass, number>
  for (const name of cueClasses) counts[name] = text.match(patterns[name])?.length ?? 0
  return counts
}

/** The alternatives of a class, to be put into a larger pattern. */
export function cueSource(name: CueClass): string {
  const words = lists[name].split(' ').map((word) =>
    word
      .replace(/[.+?^${}()|[\]\\]/g, '\\$&')
      .replaceAll('~', "['\\s/-]+")
      .replaceAll('*', '\\p{L}*'),
  )
  return `(?<![\\p{L}\\d])(?:${words.join('|')})(?![\\p{L}\\d])`
}

const patterns = Object.fromEntries(cueClasses.map((name) => [name, new RegExp(cueSource(name), 'gu')])) as Record<
  CueClass,
  RegExp
>
