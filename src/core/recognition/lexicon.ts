/** Every name that can mean a project, and every word that helps to tell: compiled once for a state of knowledge. */
import { isBesideTheMap } from '../knowledge/projectIndex'
import type { AliasMatch, Knowledge, ProjectHead } from '../knowledge/schema'
import { buildTermTable, TermList, type TermTable } from './termTable'
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
  readonly keys: AliasKeys
}

/** The keys under which is counted what tells a name's senses apart. */
interface AliasKeys {
  readonly speaksFor: string
  readonly against: string
  /** The key of names that are ordinary words where they stand. */
  readonly ordinary: string
}

/** A word that speaks for or against a sense. */
export interface Cue {
  readonly folded: string
  /** What it speaks for or against: words of one key count together. */
  readonly key: string
}

/** The key of words that speak for crypto in general. */
export const cryptoKey = 'for crypto'

/** The key of words of trading and earning, which other notes have too. */
export const moneyKey = 'for money'

/** Whether the words of a key speak for every project. */
export function isGeneral(key: string): boolean {
  return key === cryptoKey || key === moneyKey
}

/** The concern of every place: words of crypto, the company of any project. */
export const anything = ''

/** The concern that a word's key matters to: a project, a sense, or `anything`. */
export function concernOf(key: string): string {
  return isGeneral(key) ? anything : key.slice(key.indexOf(' ') + 1)
}

/** The key of names that are ordinary words where they stand. */
export function keyOrdinary(project: string): string {
  return `ordinary ${project}`
}

function keysOf(project: string, match: Alias['match']): AliasKeys {
  const sense = match === 'netuid' ? netuidSense : project
  return { speaksFor: `for ${project}`, against: `against ${sense}`, ordinary: keyOrdinary(project) }
}

/** What the words against an alias count for: its project, or what all netuid forms share. */
export function senseOf(alias: Alias): string {
  return alias.match === 'netuid' ? netuidSense : alias.project
}

/** Whether an s right behind a name may be that of a German genitive (`Bittensors`): the name is nothing else. */
export function takesGenitive({ match, folded }: Alias): boolean {
  return match === 'alone' && /^[a-z\d]{6,}$/.test(folded)
}

export interface Lexicon {
  readonly aliases: TermTable<Alias>
  /** Words that speak for every project. */
  readonly generalCues: TermTable<Cue>
  /** Other words that tell senses apart, by the concern that they matter to. */
  readonly cues: ReadonlyMap<string, TermList<Cue>>
  /** Subnets by netuid. */
  readonly subnets: ReadonlyMap<number, Alias>
  /** Projects of whose names some are something else elsewhere: words are listed that say so. */
  readonly otherwiseUsed: ReadonlySet<string>
  /** Projects whose sure mentions speak for a project: parents, subnets, members of one alliance. */
  readonly relatives: ReadonlyMap<string, ReadonlySet<string>>
}

/** Words that a netuid follows. */
export const netuidWords: readonly string[] = ['sn', 'subnet', 'netuid']

/** The sense key of forms such as `SN64` and `subnet 64`, whose other meaning is the same for all netuids. */
export const netuidSense = 'netuid'

/** The key of words and addresses of IP networks. */
export const ipNetworkKey = `against ${netuidSense}`

export function buildLexicon({ heads, recognition }: Pick<Knowledge, 'heads' | 'recognition'>): Lexicon {
  const notWords = new Set(recognition.notWords.map(fold))
  const names = new Set(heads.flatMap(namesOfSeveralMeanings))
  const cues = new Map([[netuidSense, new TermList(() => cuesOf(recognition.ipNetworkWords, ipNetworkKey))]])
  for (const { id, ambiguity } of heads) {
    const wordsOf = () => [
      // Names that mean several things are evidence where they surely mean a project, not wherever their letters stand.
      ...cuesOf(ambiguity.cues, `for ${id}`).filter(({ folded }) => !names.has(folded)),
      ...cuesOf(ambiguity.counterCues, `against ${id}`),
    ]
    cues.set(id, new TermList(wordsOf))
  }
  const aliases = heads.flatMap((project) => aliasesOf(project, notWords))
  const genitives = aliases.filter(takesGenitive).map(({ folded }) => `${folded}s`)
  return {
    aliases: buildTermTable(aliases, [...netuidWords, ...genitives]),
    generalCues: buildTermTable([
      ...cuesOf(recognition.cryptoWords, cryptoKey),
      ...cuesOf(recognition.moneyWords, moneyKey),
    ]),
    cues,
    subnets: new Map(
      heads.flatMap((project) =>
        project.netuid === undefined ? [] : [[project.netuid, netuidAlias(project, project.netuid)]],
      ),
    ),
    otherwiseUsed: new Set(heads.filter(({ ambiguity }) => ambiguity.counterCues.length > 0).map(({ id }) => id)),
    relatives: relativesOf(heads),
  }
}

function cuesOf(words: readonly string[], key: string): Cue[] {
  return words.map((word) => ({ folded: fold(word), key }))
}

function namesOfSeveralMeanings({ aliases, tickers }: ProjectHead): string[] {
  const names = [...aliases, ...tickers.map(({ symbol, match }) => ({ text: symbol, match }))]
  return names.filter(({ match }) => match !== 'alone' && match !== 'exact-case').map(({ text }) => fold(text))
}

function aliasesOf(project: ProjectHead, notWords: ReadonlySet<string>): Alias[] {
  const isCrypto = !isBesideTheMap(project)
  // A ticker that repeats a name of several meanings is that word too: OCEAN and Ocean.
  const words = new Set(
    project.aliases
      .filter(({ text, match }) => match === 'cues' && /^\p{Lu}\p{Ll}+$/u.test(text))
      .map(({ text }) => fold(text))
      .filter((word) => !notWords.has(word)),
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
    keys: keysOf(project.id, match),
  })
  const tickers = project.tickers.map(({ symbol, match }) => alias(symbol, match, true))
  const names = project.aliases
    .filter(({ text }) => !project.tickers.some(({ symbol }) => symbol === text))
    .map(({ text, match }) => alias(text, match, match === 'dollar'))
  const fused = project.netuid === undefined ? [] : [netuidAlias(project, project.netuid)]
  return [...tickers, ...names, ...fused]
}

function netuidAlias(project: ProjectHead, netuid: number): Alias {
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
    keys: keysOf(project.id, 'netuid'),
  }
}

function relativesOf(projects: readonly ProjectHead[]): Map<string, Set<string>> {
  const relatives = new Map(projects.map(({ id }) => [id, new Set<string>()]))
  for (const project of projects) {
    for (const relation of project.relations) {
      if (relation.type === 'formerly') continue
      const { project: other } = relation
      relatives.get(project.id)?.add(other)
      relatives.get(other)?.add(project.id)
    }
  }
  return relatives
}
