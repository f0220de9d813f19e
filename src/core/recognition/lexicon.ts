/** Every name that can mean a project, and every word that helps to tell: compiled once for a state of knowledge. */
import { isBesideTheMap } from '../knowledge/projectIndex'
import type { AliasMatch, Knowledge, Project } from '../knowledge/schema'
import { buildTermTable, type TermTable } from './termTable'
import { fold } from './words'

/** A way to write a project. */
export interface Alias {
  readonly text: string
  readonly folded: string
  readonly project: string
  /** How it may match; `netuid` for the forms that every subnet has (SN64, subnet 64). */
  readonly match: AliasMatch | 'netuid'
  /** A ticker takes a `$` before it. */
  readonly isTicker: boolean
  /** Written in capitals, as tickers and abbreviations are. */
  readonly isCapitals: boolean
  /** In lower case it is an ordinary word (near, render), not just the same letters (tao, icp). */
  readonly isWord: boolean
  /** False for the centralized and open-weight systems, whose names say nothing about crypto. */
  readonly isCrypto: boolean
}

/** A word that speaks for or against a sense: of one project, or of crypto notes in general. */
interface Cue {
  readonly folded: string
  /** A sense key; absent: speaks for crypto in general. */
  readonly project?: string
  readonly speaks: 'for' | 'against'
}

export interface Lexicon {
  readonly aliases: TermTable<Alias>
  readonly cues: TermTable<Cue>
  /** Subnets by netuid. */
  readonly subnets: ReadonlyMap<number, Alias>
  /** Projects whose sure mentions speak for a project: parents, subnets, members of one alliance. */
  readonly relatives: ReadonlyMap<string, ReadonlySet<string>>
}

/** Words that a netuid follows. */
export const netuidWords: readonly string[] = ['sn', 'subnet', 'netuid']

/** The sense key of forms such as `SN64` and `subnet 64`, whose other meaning is the same for all netuids. */
const netuidSense = 'netuid'

/** The key under which the cues of an alias are counted: its project, or what all netuid forms share. */
export function senseKey(alias: Alias): string {
  return alias.match === 'netuid' ? netuidSense : alias.project
}

export function buildLexicon({ projects, recognition }: Knowledge): Lexicon {
  const cues: Cue[] = recognition.cryptoWords.map((word) => ({ folded: fold(word), speaks: 'for' }))
  const add = (words: readonly string[], project: string, speaks: Cue['speaks']) => {
    for (const word of words) cues.push({ folded: fold(word), project, speaks })
  }
  add(recognition.ipNetworkWords, netuidSense, 'against')
  for (const { id, ambiguity } of projects) {
    add(ambiguity.cues, id, 'for')
    add(ambiguity.counterCues, id, 'against')
  }
  return {
    aliases: buildTermTable(projects.flatMap(aliasesOf), netuidWords),
    cues: buildTermTable(cues),
    subnets: new Map(
      projects.flatMap((project) =>
        project.netuid === undefined ? [] : [[project.netuid, netuidAlias(project, project.netuid)]],
      ),
    ),
    relatives: relativesOf(projects),
  }
}

function aliasesOf(project: Project): Alias[] {
  const isCrypto = !isBesideTheMap(project)
  // A ticker that repeats a name of several meanings is that word too: OCEAN and Ocean.
  const words = new Set(
    project.aliases
      .filter(({ text, match }) => match === 'cues' && /^\p{Lu}\p{Ll}+$/u.test(text))
      .map(({ text }) => fold(text)),
  )
  const alias = (text: string, match: Alias['match'], isTicker: boolean): Alias => ({
    text,
    folded: fold(text),
    project: project.id,
    match,
    isTicker,
    isCapitals: !/\p{Ll}/u.test(text) && /\p{Lu}{2}/u.test(text),
    isWord: match === 'word' || words.has(fold(text)),
    isCrypto,
  })
  const tickers = project.tickers.map(({ symbol, match }) => alias(symbol, match, true))
  const names = project.aliases
    .filter(({ text }) => !project.tickers.some(({ symbol }) => symbol === text))
    .map(({ text, match }) => alias(text, match, match === 'dollar'))
  const fused = project.netuid === undefined ? [] : [netuidAlias(project, project.netuid)]
  return [...tickers, ...names, ...fused]
}

function netuidAlias(project: Project, netuid: number): Alias {
  const text = `SN${netuid}`
  return {
    text,
    folded: fold(text),
    project: project.id,
    match: 'netuid',
    isTicker: false,
    isCapitals: true,
    isWord: false,
    isCrypto: true,
  }
}

function relativesOf(projects: readonly Project[]): Map<string, Set<string>> {
  const relatives = new Map(projects.map(({ id }) => [id, new Set<string>()]))
  for (const project of projects) {
    for (const { project: other } of project.relations) {
      if (other === undefined) continue
      relatives.get(project.id)?.add(other)
      relatives.get(other)?.add(project.id)
    }
  }
  return relatives
}
