/**
 * Sentences, headings, lists and tables that offer projects of different layers as substitutes. Text and its mentions
 * in, comparisons out.
 */
import type { LayerId } from '../knowledge/schema'
import { takenBackIn, type TakenBack } from '../notMeant'
import type { Mention } from '../recognition/findMentions'
import { findProse, type Range } from '../recognition/prose'
import { readList, readTable } from './listFeatures'
import { crossLayers, distinct, namesOf, withOpenNames, type Known, type Name } from './names'
import { isExcused, isNoteExcused, piecesOf, type Piece } from './pieces'
import { readSentence } from './sentenceFeatures'
import { unitsOf, type Unit } from './units'
import { readWords } from './wordFeatures'
import { scoreOf, surelyAbove, type Feature } from './weights'

export interface Comparison extends Range {
  readonly kind: Unit['kind']
  /** The projects that are offered as substitutes, in order, each once. */
  readonly projects: readonly string[]
  /** Their layers, each once. */
  readonly layers: readonly LayerId[]
  /** Where the projects are named in it, each time. */
  readonly names: readonly Name[]
}

/** A unit of which two projects are on different layers, and what speaks for and against a comparison. */
export interface Candidate {
  readonly unit: Unit
  readonly found: ReadonlyMap<Feature, number>
  /** The names that are compared, if any are. */
  readonly names: readonly Name[]
}

/** What was found in a piece, by all that it depends on: to be handed in again after an edit. */
export type Findings = Map<string, readonly Comparison[]>

/** All comparisons of a note, in order, none within another. Never throws on any text. */
export function findComparisons(text: string, mentions: readonly Mention[], known: Known): Comparison[] {
  const reading = readComparisons(text, mentions, known, new Set(), new Map())
  for (;;) {
    const step = reading.next()
    if (step.done) return step.value.comparisons
  }
}

/**
 * Does what `findComparisons` does, one piece of the note at each step. Pieces that are as they were are not read again:
 * `before` are the findings of the last reading with the same knowledge and `ordinaryWords`, which are no names.
 */
export function* readComparisons(
  text: string,
  mentions: readonly Mention[],
  known: Known,
  ordinaryWords: ReadonlySet<string>,
  before: Findings,
): Generator<undefined, { comparisons: Comparison[]; findings: Findings }> {
  const comparisons: Comparison[] = []
  const findings: Findings = new Map()
  if (isNoteExcused(text)) return { comparisons, findings }
  const names = namesOf(mentions, known)
  const takenBack = takenBackIn(text, ordinaryWords)
  let first = 0
  for (const piece of piecesOf(text)) {
    while ((names[first]?.start ?? Infinity) < piece.start) first++
    const own: Name[] = []
    for (let name = names[first]; name && name.end <= piece.start + piece.text.length; name = names[++first]) {
      own.push({ ...name, start: name.start - piece.start, end: name.end - piece.start })
    }
    const takenBackHere = takenBack && {
      ...takenBack,
      includes: (start: number, written: string) => takenBack.includes(piece.start + start, written),
    }
    const key = `${takenBack?.forNote ?? ''} ${piece.isStart} ${piece.lead}\0${piece.text}\0${own.map(({ start, project }) => `${start} ${project}`).join(' ')}`
    const found = before.get(key) ?? comparisonsIn(piece, own, known, takenBackHere)
    findings.set(key, found)
    comparisons.push(...found.map((comparison) => moved(comparison, piece.start)))
    yield
  }
  return { comparisons, findings }
}

function moved(comparison: Comparison, by: number): Comparison {
  const shift = <R extends Range>(range: R): R => ({ ...range, start: range.start + by, end: range.end + by })
  return { ...shift(comparison), names: comparison.names.map(shift) }
}

function comparisonsIn(
  piece: Piece,
  names: readonly Name[],
  known: Known,
  takenBack: TakenBack | undefined,
): Comparison[] {
  if (isExcused(piece)) return []
  const found = candidatesIn(piece, names, known, takenBack).filter(
    (candidate) => scoreOf(candidate.found) > surelyAbove,
  )
  // Of a list that ranks and a line in it that compares, the list says it all.
  const whole = found.filter(({ unit }) => unit.kind === 'list' || unit.kind === 'table')
  const comparisons = found
    .filter(({ unit }) =>
      whole.every(({ unit: other }) => other === unit || unit.start < other.start || unit.end > other.end),
    )
    .map(({ unit: { kind, start, end, names: all }, names: compared }) => {
      const projects = compared.map(({ project }) => project)
      return {
        start,
        end,
        kind,
        projects,
        layers: [...new Set(compared.map(({ layer }) => layer))],
        names: all.filter(({ project }) => projects.includes(project)),
      }
    })
    .sort((a, b) => a.start - b.start)
  return joinedNeighbours(piece.text, comparisons)
}

/** Sentences that follow each other and compare the same projects make one comparison. */
function joinedNeighbours(text: string, comparisons: readonly Comparison[]): Comparison[] {
  const joined: Comparison[] = []
  for (const next of comparisons) {
    const last = joined.at(-1)
    if (last?.kind === 'sentence' && next.kind === 'sentence' && isSameTopic(text, last, next)) {
      joined[joined.length - 1] = { ...last, end: next.end, names: [...last.names, ...next.names] }
    } else {
      joined.push(next)
    }
  }
  return joined
}

function isSameTopic(text: string, a: Comparison, b: Comparison): boolean {
  return (
    /^[ \t]*\r?\n?[ \t]*$/.test(text.slice(a.end, b.start)) &&
    a.projects.length === b.projects.length &&
    a.projects.every((project) => b.projects.includes(project))
  )
}

/** What could be a comparison in a piece of a note, with its features: also what weights are learned from. */
export function candidatesIn(
  piece: Piece,
  names: readonly Name[],
  known: Known,
  takenBack: TakenBack | undefined,
): Candidate[] {
  const { text, lead, isStart } = piece
  const prose = findProse(text, [{ start: 0, end: text.length }], isStart)
  const { index } = known
  return unitsOf(text, lead, prose, withOpenNames(text, names, prose, known, takenBack)).flatMap(
    (unit): Candidate[] => {
      if (!crossLayers(unit.names, unit.names, index)) return []
      const words = readWords(text, unit)
      switch (unit.kind) {
        case 'sentence':
        case 'heading': {
          const { found, names } = readSentence(text, unit, index)
          return [{ unit, found: new Map<Feature, number>([...words, ...found]), names }]
        }
        case 'list':
          return [{ unit, found: new Map<Feature, number>([...words, ...readList(unit)]), names: distinct(unit.names) }]
        case 'table':
          return [
            { unit, found: new Map<Feature, number>([...words, ...readTable(unit)]), names: distinct(unit.names) },
          ]
        default:
          return unit satisfies never
      }
    },
  )
}
