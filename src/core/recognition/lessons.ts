/** What passages teach each other: where projects are surely meant, where something else is, and what that counts for. */
import { anything } from './lexicon'
import type { Passage } from './passage'

/** Two rounds carry evidence from names to tickers to words. */
export const learningRounds = 2

/** A sure mention of a project that is on the crypto side of the map. */
export interface Sure {
  readonly start: number
  readonly group: number
  readonly project: string
  /** Written with capitals of its own, not in lower case and not because a sentence starts. */
  readonly isCapitalized: boolean
}

/** A name that surely means something else, in the letters in which it does. */
export interface Other {
  readonly start: number
  readonly key: string
}

/** What a passage teaches: its sure mentions and its sure other meanings, in order. */
export interface Lesson {
  readonly sure: readonly Sure[]
  readonly starts: readonly number[]
  /** How many there are in each list and column, of all projects and of each. */
  readonly byGroup: ReadonlyMap<number, ReadonlyMap<string, number>>
  readonly others: readonly Other[]
  /** What all of it counts for. */
  readonly counts: ReadonlyMap<string, number>
}

export const nothingCounted: ReadonlyMap<string, number> = new Map()

export const nothingLearned: Lesson = { sure: [], starts: [], byGroup: new Map(), others: [], counts: nothingCounted }

/** What is known of a passage before its places are decided. */
export interface Learned {
  section: Section
  /** What its words count for, once they are counted. */
  cues: ReadonlyMap<string, number> | undefined
  /** By learning round, in order. */
  readonly lessons: Lesson[]
}

/** A heading of the top level and what follows it up to the next, or what stands before the first. */
export class Section {
  /** Those with places. */
  readonly passages = new Set<Passage>()
}

/** The key under which all projects count together. */
export const anyProject = anything

export const capitals = 'capitals '

/** The key under which mentions of a project with capitals of their own count. */
export function capitalsOf(project: string): string {
  return capitals + project
}

export const otherMark = 'not '

/** The key under which other meanings of a project's name count, by the letters in which it is written. */
export function otherOf(project: string, written: string): string {
  return `${otherMark}${project} ${written}`
}

export const personMark = 'who '

/** The key under which persons of a project's name count, by the letters in which they are written. */
export function personOf(project: string, written: string): string {
  return `${personMark}${project} ${written}`
}

/** What sure mentions and sure other meanings count for. */
export function* keysOf(sure: readonly Sure[], others: readonly Other[]): Generator<string> {
  for (const { project, isCapitalized } of sure) {
    yield project
    yield anyProject
    if (isCapitalized) yield capitalsOf(project)
  }
  for (const { key } of others) yield key
}
