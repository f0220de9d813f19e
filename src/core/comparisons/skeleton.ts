/** A sentence with a mark in the place of each name, so that patterns can speak of what stands between names. */
import type { Name } from './names'

const firstMark = 0xe000
const lastMark = 0xf8ff

/** Stands for one name, or for several that “and” or a comma joins. Private characters of a note count as none. */
export const mark = '[\ue000-\uf8ff]'

/** Anything but a mark, on one line. */
export const unmarked = '[^\ue000-\uf8ff\\n]'

export interface Skeleton {
  /** In lower case, without emphasis, brackets and line breaks. */
  readonly text: string
  readonly namesOf: (mark: string) => readonly Name[]
}

const anyMark = new RegExp(mark, 'g')
const joinedMarks = new RegExp(
  `${mark}(?:(?: ?, ?(?:and |und |y |et )?| ?[&+] ?| and | und | y | et | as well as )${mark})+`,
  'g',
)

const clauseBehind = /^ (?:is|was|has|will|does|can|looks|beats|wins|ist|es|est)(?!\p{L})/u

/** The skeleton of [start, end), in which `names` lie. */
export function skeletonOf(text: string, start: number, end: number, names: readonly Name[]): Skeleton {
  const groups: Name[][] = []
  let marked = ''
  let from = start
  let last: Name | undefined
  const plain = (upTo: number) => text.slice(from, upTo).replace(anyMark, ' ')
  for (const name of names.slice(0, lastMark - firstMark)) {
    const isTickerOfLast =
      last?.project === name.project && /^[\s*_\])]{0,4}[([]\$?$/.test(text.slice(from, name.start))
    if (isTickerOfLast) {
      from = name.end + (/^[)\]]/.test(text.slice(name.end, name.end + 1)) ? 1 : 0)
      continue
    }
    marked += plain(name.start) + String.fromCharCode(firstMark + groups.length)
    groups.push([name])
    from = name.end
    last = name
  }
  const groupOf = (one: string) => groups[one.charCodeAt(0) - firstMark] ?? []
  const skeleton = (marked + plain(end))
    .toLowerCase()
    .replace(/[*_`~]|\[\[|\]\]|\]\([^)\s]*\)/g, '')
    .replace(/[’‘]/g, "'")
    .replace(/\s+/g, ' ')
    .replace(/^[\s>#+-]+(?:\[[ x]\] )?/, '')
    .replace(joinedMarks, (run, at: number, all: string) => {
      const [first = '', ...rest] = run.match(anyMark) ?? []
      // `Forget A, B is the one`: a clause begins.
      if (rest.length === 1 && /^.,/.test(run) && clauseBehind.test(all.slice(at + run.length))) return run
      groupOf(first).push(...rest.flatMap(groupOf))
      return first
    })
  return { text: skeleton, namesOf: groupOf }
}

/** How many marks a skeleton has that differ. */
export function markCount({ text }: Skeleton): number {
  return new Set(text.match(anyMark)).size
}
