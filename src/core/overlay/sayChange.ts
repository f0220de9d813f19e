import { sayList } from '../figures'
import type { Place, Project } from '../knowledge/schema'
import type { ProjectChange, Said } from './schema'

/** What a change says, and what is built in, in words. */
export function sayChange(
  change: ProjectChange,
  builtIn: Project | undefined,
  layerName: (place: Place) => string,
): string[] {
  const said: string[] = []
  const versus = (what: string, own: string | undefined, known: string | undefined) => {
    if (own === undefined || known === undefined || own === known) return
    said.push(`${what}: ${own}${own.endsWith('.') ? ' Built in' : '; built in'}: ${known}`)
  }
  versus('Name', change.name, builtIn?.name)
  versus('Layer', change.layer && layerName(change.layer), builtIn && layerName(builtIn.layer))
  versus('What it does', change.does, builtIn?.does)
  for (const [id, what] of [
    ['layer', 'On its layer'],
    ['token', 'Its token'],
    ['usage', 'Its use'],
  ] as const) {
    const answer = change.questions?.[id]
    const known = builtIn?.questions[id]
    versus(what, answer && standingWords[answer.standing], known && standingWords[known.standing])
  }
  const names = [...(change.tickers ?? []).map(symbolOf), ...(change.aliases ?? []).map(textOf)]
  if (names.length > 0) said.push(`Also called ${sayList(names)}`)
  if (change.withoutAliases?.length) said.push(`Not called ${sayList(change.withoutAliases)}`)
  const more = (
    [
      'layerReason',
      'secondLayer',
      'cues',
      'counterCues',
      'evidence',
      'counterparts',
      'substitutes',
      'entryPoints',
      'links',
    ] as const
  ).filter((field) => change[field] !== undefined)
  if (more.length > 0) said.push(`More of yours: ${sayList(more.map((field) => fieldWords[field]))}`)
  return said
}

const standingWords = { clears: 'clears', 'does-not-clear': 'does not clear', unknown: 'unknown' }

const fieldWords = {
  layerReason: 'the reason for its floor',
  secondLayer: 'a second floor',
  cues: 'words that speak for it',
  counterCues: 'words that speak against it',
  evidence: 'evidence',
  counterparts: 'counterparts',
  substitutes: 'substitutes',
  entryPoints: 'entry points',
  links: 'links',
}

function symbolOf(ticker: NonNullable<Said['tickers']>[number]): string {
  return typeof ticker === 'string' ? ticker : ticker.symbol
}

function textOf(alias: NonNullable<Said['aliases']>[number]): string {
  return typeof alias === 'string' ? alias : alias.text
}
