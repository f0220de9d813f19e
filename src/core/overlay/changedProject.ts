/** A built-in project as the user sees it otherwise: changes on top of its record, first things first. */
import type { Project, ProjectHead } from '../knowledge/schema'
import { fold } from '../recognition/words'
import type { IsOrdinary } from './ordinaryWords'
import { aliasesOf, tickersOf } from './ownProject'
import type { ProjectChange } from './schema'

export function changedHead(head: ProjectHead, changes: readonly ProjectChange[], isOrdinary: IsOrdinary): ProjectHead {
  return changes.reduce((result, change) => ({ ...result, ...headAfter(result, change, isOrdinary) }), head)
}

function headAfter(
  head: ProjectHead,
  change: ProjectChange,
  isOrdinary: IsOrdinary,
): Pick<ProjectHead, 'name' | 'layer' | 'tickers' | 'aliases' | 'ambiguity'> {
  const unwanted = new Set(change.withoutAliases?.map(fold))
  const { senses, cues, counterCues } = head.ambiguity
  const isWanted = (text: string) => !unwanted.has(fold(text))
  return {
    name: change.name ?? head.name,
    layer: change.layer ?? head.layer,
    tickers: [...head.tickers.filter(({ symbol }) => isWanted(symbol)), ...tickersOf(change, isOrdinary)],
    aliases: [...head.aliases.filter(({ text }) => isWanted(text)), ...aliasesOf(change, isOrdinary)],
    ambiguity: {
      senses,
      cues: [...cues, ...(change.cues ?? [])],
      counterCues: [...counterCues, ...(change.counterCues ?? [])],
    },
  }
}

export function changedProject(project: Project, changes: readonly ProjectChange[], isOrdinary: IsOrdinary): Project {
  return changes.reduce((result, change): Project => {
    const { layer, token, usage } = change.questions ?? {}
    return {
      ...result,
      ...headAfter(result, change, isOrdinary),
      layerReason: change.layerReason ?? (change.layer === undefined ? result.layerReason : 'You placed it here.'),
      ...(change.secondLayer ? { secondLayer: change.secondLayer } : {}),
      does: change.does ?? result.does,
      questions: {
        layer: layer ? { evidence: [], ...layer } : layerAnswer(result, change),
        token: token
          ? { evidence: [], ...token, does: token.does ?? result.questions.token.does }
          : result.questions.token,
        usage: usage ? { evidence: result.questions.usage.evidence, ...usage } : result.questions.usage,
      },
      evidence: [
        ...result.evidence.filter(({ id }) => !change.evidence?.some((own) => own.id === id)),
        ...(change.evidence ?? []),
      ],
      counterparts: union(result.counterparts, change.counterparts),
      substitutes: union(result.substitutes, change.substitutes),
      entryPoints: [...result.entryPoints, ...(change.entryPoints ?? [])],
      links: { ...result.links, ...defined(change.links ?? {}) },
    }
  }, project)
}

/** Who moves a project to another floor, or off all floors, has answered the first question. */
function layerAnswer({ questions, layer }: Project, change: ProjectChange): Project['questions']['layer'] {
  if (change.layer === undefined || change.layer === layer) return questions.layer
  return change.layer === 'none'
    ? { evidence: [], standing: 'does-not-clear', reason: change.layerReason ?? 'You found no floor that it fits.' }
    : { evidence: [], standing: 'clears', reason: change.layerReason ?? 'You placed it.' }
}

function union(known: readonly string[], more: readonly string[] = []): string[] {
  return [...new Set([...known, ...more])]
}

/** The fields of a record that are there. */
export function defined<T extends object>(record: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>
  }
}
