/** Holdings of several notes: which of them count, and what is to be said about adding them up. */
import type { ExposureFinding } from './exposureFindings'
import { sayList } from './figures'
import type { NotePositions } from './holdings/positions'

export interface HoldingNote extends NotePositions {
  /** Of the note's file. */
  readonly name: string
}

/** The rule, as it is shown. */
export const addingUpRule =
  'The holdings of all notes add up. Of notes with the same `account` in their front matter the latest counts, by `as_of`, `date` or the date in the file name.'

export interface CountedNotes {
  /** Whether each note counts, in their order. */
  readonly counts: readonly boolean[]
  readonly findings: readonly ExposureFinding[]
}

/** Of each account the latest note, and all notes without an account. Places name notes by their index. */
export function countedNotes(notes: readonly HoldingNote[]): CountedNotes {
  const counts = notes.map((note) => note.account === '' || !notes.some((other) => isLater(other, note)))
  const replaced = notes.flatMap((note, index) => (counts[index] ? [] : [{ note, index }]))
  const findings: ExposureFinding[] = []
  if (replaced.length > 0) {
    const names = sayList(replaced.map(({ note }) => note.name))
    const text = `${names} ${replaced.length === 1 ? 'is' : 'are'} not counted: a later note tells of the same account.`
    findings.push({ tone: 'reading', text, amounts: '', places: [] })
  }
  return { counts, findings: [...findings, ...undecided(notes, counts), ...inSeveralNotes(notes, counts)] }
}

function isLater(other: NotePositions, note: NotePositions): boolean {
  return other.account.toLowerCase() === note.account.toLowerCase() && other.date > note.date
}

/** Notes of one account that no date puts in order. */
function undecided(notes: readonly HoldingNote[], counts: readonly boolean[]): ExposureFinding[] {
  const byAccount = new Map<string, HoldingNote[]>()
  notes.forEach((note, index) => {
    const account = note.account.toLowerCase()
    if (account !== '' && counts[index]) byAccount.set(account, [...(byAccount.get(account) ?? []), note])
  })
  return [...byAccount.values()]
    .filter((same) => same.length > 1)
    .map((same) => ({
      tone: 'reading',
      text: `${sayList(same.map(({ name }) => name))} tell of the same account, and no date says which is the latest: all are counted.`,
      amounts: '',
      places: [],
    }))
}

/** What may be counted twice, when the notes tell of the same coins. */
function inSeveralNotes(notes: readonly HoldingNote[], counts: readonly boolean[]): ExposureFinding[] {
  const places = new Map<string, { name: string; places: ExposureFinding['places'] }>()
  notes.forEach((note, index) => {
    if (!counts[index]) return
    for (const { key, name, places: own } of note.positions) {
      const known = places.get(key)
      const here = own.map((place) => ({ ...place, note: index }))
      places.set(key, { name, places: [...(known?.places ?? []), ...here] })
    }
  })
  const several = [...places.values()].filter((all) => new Set(all.places.map(({ note }) => note)).size > 1)
  if (several.length === 0) return []
  return [
    {
      tone: 'reading',
      text: `${sayList(several.map(({ name }) => name).sort())} ${several.length === 1 ? 'stands' : 'stand'} in several notes: added up. If these tell of the same coins, give the notes the same \`account:\` and a date.`,
      amounts: '',
      places: several.flatMap((all) => all.places),
    },
  ]
}
