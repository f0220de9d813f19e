/** Records of an overlay as projects: what was left out is filled in, and how a plain name may match is decided. */
import type { AliasMatch, Project } from '../knowledge/schema'
import { fold } from '../recognition/words'
import type { IsOrdinary } from './ordinaryWords'
import type { OwnProject, Said } from './schema'

type Alias = Project['aliases'][number]
type Ticker = Project['tickers'][number]

/** A project of the user's own. */
export function ownProject(record: OwnProject, isOrdinary: IsOrdinary): Project {
  const { id, name, layer, kind = 'token', does, layerReason, questions = {} } = record
  const isPlaced = layer !== 'none'
  const aliases = aliasesOf(record, isOrdinary)
  const isNamed = aliases.some(({ text }) => fold(text) === fold(name))
  return {
    id,
    name,
    kind,
    layer,
    layerReason: layerReason ?? (isPlaced ? 'You placed it here.' : 'You found no floor that it fits.'),
    ...(record.secondLayer ? { secondLayer: record.secondLayer } : {}),
    does: does ?? 'What it does is not written down yet.',
    relations: [],
    tickers: tickersOf(record, isOrdinary),
    aliases: isNamed || name.length < 2 ? aliases : [{ text: name, match: matchOf(name, isOrdinary) }, ...aliases],
    ambiguity: { senses: [], cues: record.cues ?? [], counterCues: record.counterCues ?? [] },
    questions: {
      layer: {
        evidence: [],
        ...(questions.layer ?? {
          standing: isPlaced ? 'clears' : 'does-not-clear',
          reason: layerReason ?? (isPlaced ? 'You placed it.' : 'It cannot be placed.'),
        }),
      },
      token: {
        evidence: [],
        standing: 'unknown',
        reason: 'You have not said what its token does.',
        ...questions.token,
        does: questions.token?.does ?? [],
      },
      usage: {
        evidence: [],
        ...(questions.usage ?? { standing: 'unknown', reason: 'You have written down no number for its use.' }),
      },
    },
    evidence: record.evidence ?? [],
    counterparts: record.counterparts ?? [],
    substitutes: record.substitutes ?? [],
    entryPoints: record.entryPoints ?? [],
    events: [],
    links: record.links ?? {},
    unverified: [],
  }
}

export function aliasesOf({ aliases = [] }: Pick<Said, 'aliases'>, isOrdinary: IsOrdinary): Alias[] {
  return aliases.map((alias) =>
    typeof alias === 'string' ? { text: alias, match: matchOf(alias, isOrdinary) } : alias,
  )
}

export function tickersOf({ tickers = [] }: Pick<Said, 'tickers'>, isOrdinary: IsOrdinary): Ticker[] {
  return tickers.map((ticker) => {
    const { match, ...rest } = typeof ticker === 'string' ? { symbol: ticker, match: undefined } : ticker
    return { ...rest, match: match ?? tickerMatchOf(rest.symbol, isOrdinary) }
  })
}

/** How a name matches when its record does not say: the more it looks like a word, the more it needs beside it. */
function matchOf(name: string, isOrdinary: IsOrdinary): AliasMatch {
  if (isOrdinary(name)) return 'cues'
  if (/^[A-Z0-9]{2,4}$/.test(name)) return 'cues'
  return /^\p{Lu}\p{Ll}+$/u.test(name) ? 'exact-case' : 'alone'
}

function tickerMatchOf(symbol: string, isOrdinary: IsOrdinary): AliasMatch {
  return symbol.length < 4 || isOrdinary(symbol) ? 'dollar' : 'cues'
}
