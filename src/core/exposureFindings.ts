/** What an exposure means, in plain words. A rule looks at the facts and says what it finds, or nothing. */
import { evaluate, knownAnswers } from './evaluation'
import type { Exposure, Holding, PlaceInNote } from './exposure'
import { ageInDays, sayDate, sayList } from './figures'
import type { PositionDoubt } from './holdings/positions'
import type { ProjectIndex } from './knowledge/projectIndex'
import type { Project } from './knowledge/schema'
import type { History } from './records/history'

type FindingTone =
  /** About the bets. */
  | 'bet'
  /** About what is known of the projects. */
  | 'evidence'
  /** About what could not be counted, or is counted with a doubt. */
  | 'reading'

export interface ExposureFinding {
  readonly tone: FindingTone
  /** One or two sentences, without any amount. */
  readonly text: string
  /** The amounts that it is about; or empty. */
  readonly amounts: string
  /** What it is about, in order. */
  readonly places: readonly PlaceInNote[]
}

export interface ExposureFacts {
  readonly exposure: Exposure
  readonly index: ProjectIndex
  /** The user's own evaluations, by project. */
  readonly history: History
  /** Evidence that is older than this is stale. */
  readonly staleAfterDays: number
  /** `YYYY-MM-DD` */
  readonly today: string
}

/** On so many projects of one layer, or more, it is worth a word that they are bets on one thing. */
const severalBets = 3

type Rule = (facts: ExposureFacts) => readonly ExposureFinding[]

const rules: readonly Rule[] = [
  betsOnOneLayer,
  oneProjectOverHalf,
  sameBet,
  emptyLayers,
  verdictsOfVibe,
  staleEvidence,
  offTheMap,
  weightsByCount,
  percentsBesideTheWhole,
]

/** All findings: about the bets first, then about their evidence, then about the reading of the notes. */
export function findingsOf(
  facts: ExposureFacts,
  doubts: readonly { readonly note: number; readonly doubts: readonly PositionDoubt[] }[],
): ExposureFinding[] {
  const reading = doubts.flatMap(({ note, doubts: ofNote }) => doubtFindings(note, ofNote))
  return [...rules.flatMap((rule) => rule(facts)), ...reading]
}

/** Rows without an amount are one finding; a table can have thousands. */
function doubtFindings(note: number, doubts: readonly PositionDoubt[]): ExposureFinding[] {
  const inNote = (places: PositionDoubt['places']) => places.map(({ start, end }) => ({ start, end, note }))
  const empty = doubts.filter(({ kind }) => kind === 'no-amount')
  const single = empty.length < 2 ? doubts : doubts.filter(({ kind }) => kind !== 'no-amount')
  const findings = single.map(({ message, amounts, places }) => finding('reading', message, inNote(places), amounts))
  if (empty.length < 2) return findings
  const all = inNote(empty.flatMap(({ places }) => places))
  return [...findings, finding('reading', `${empty.length} rows have no amount and are not counted.`, all)]
}

function finding(tone: FindingTone, text: string, places: readonly PlaceInNote[] = [], amounts = ''): ExposureFinding {
  return { tone, text, amounts, places }
}

interface Bet extends Holding {
  readonly project: Project
}

function betsOf({ exposure, index }: ExposureFacts): Bet[] {
  return exposure.holdings.flatMap((holding) => {
    const project = holding.project && index.get(holding.project.id)
    return project && holding.weight > 0 ? [{ ...holding, project }] : []
  })
}

function placesOf(holdings: readonly Holding[]): PlaceInNote[] {
  return holdings.flatMap(({ places }) => places).sort((a, b) => a.note - b.note || a.start - b.start)
}

const counts = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']

function sayCount(count: number): string {
  return counts[count] ?? String(count)
}

function capitalize(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

export function sayWeight(weight: number): string {
  const percent = weight * 100
  if (percent > 0 && percent < 0.1) return '<0.1%'
  return `${percent >= 10 ? Math.round(percent) : Math.round(percent * 10) / 10}%`
}

function betsOnOneLayer(facts: ExposureFacts): ExposureFinding[] {
  const bets = betsOf(facts)
  return facts.index.knowledge.layers.flatMap(({ id, name }) => {
    const here = bets.filter(({ place }) => place === id)
    if (here.length < severalBets) return []
    const weight = facts.exposure.layers.find(({ place }) => place === id)?.weight ?? 0
    const names = sayList(here.map(({ project }) => project.name))
    return [
      finding(
        'bet',
        `${capitalize(sayCount(here.length))} bets on one layer: ${names} are all ${name}, ${sayWeight(weight)} of ${sayWhole(facts.exposure)}.`,
        placesOf(here),
      ),
    ]
  })
}

/** What the weights are shares of. */
function sayWhole({ basis }: Exposure): string {
  return { value: 'the value', percent: 'what is listed', positions: 'the positions' }[basis]
}

function oneProjectOverHalf(facts: ExposureFacts): ExposureFinding[] {
  if (facts.exposure.basis === 'positions') return []
  return facts.exposure.holdings
    .filter(({ weight, place }) => weight > 0.5 && place !== 'cash')
    .map((holding) =>
      finding(
        'bet',
        `${holding.name} alone is ${sayWeight(holding.weight)} of ${sayWhole(facts.exposure)}: more than everything else together.`,
        placesOf([holding]),
      ),
    )
}

function emptyLayers(facts: ExposureFacts): ExposureFinding[] {
  const bets = betsOf(facts)
  if (bets.length === 0) return []
  const empty = facts.index.knowledge.layers.filter(({ id }) => !bets.some(({ place }) => place === id))
  if (empty.length === 0) return []
  return [finding('bet', `No position on ${sayList(empty.map(({ name }) => name))}.`)]
}

/** Projects that are parts of one thing, or that sell the same: groups of two and more. */
function sameBet(facts: ExposureFacts): ExposureFinding[] {
  const bets = betsOf(facts)
  return [...allianceBets(bets, facts.index), ...networkBets(bets, facts.index), ...marketBets(bets)]
}

function allianceBets(bets: readonly Bet[], index: ProjectIndex): ExposureFinding[] {
  return groupsBy(bets, ({ project }) =>
    project.kind === 'alliance' ? project.id : index.allianceOf(project)?.id,
  ).map(([alliance, members]) => sameBetFinding(members, `they are parts of ${index.get(alliance)?.name ?? alliance}`))
}

function networkBets(bets: readonly Bet[], index: ProjectIndex): ExposureFinding[] {
  const networks = new Set(bets.map(({ project }) => index.parentOf(project)?.id).filter((id) => id !== undefined))
  return groupsBy(bets, ({ project }) => (networks.has(project.id) ? project.id : index.parentOf(project)?.id)).map(
    ([network, members]) => {
      const name = index.get(network)?.name ?? network
      const isParentHeld = members.some(({ project }) => project.id === network)
      return sameBetFinding(
        members,
        isParentHeld
          ? `a subnet pays and is paid through ${name}`
          : `both stand and fall with ${name}, whose subnets they are`,
      )
    },
  )
}

function marketBets(bets: readonly Bet[]): ExposureFinding[] {
  return groupsBy(bets, ({ project }) => project.market).map(([market, members]) =>
    sameBetFinding(members, `each is a market for ${market}`),
  )
}

function sameBetFinding(members: readonly Bet[], because: string): ExposureFinding {
  const names = sayList(members.map(({ project }) => project.name))
  const reason = members.length > 2 ? because.replace(/^both /, 'all ') : because
  return finding('bet', `${names} are the same bet: ${reason}.`, placesOf(members))
}

/** Groups of two and more by a key; what has none is in no group. */
function groupsBy(bets: readonly Bet[], keyOf: (bet: Bet) => string | undefined): [string, Bet[]][] {
  const groups = new Map<string, Bet[]>()
  for (const bet of bets) {
    const key = keyOf(bet)
    if (key !== undefined) groups.set(key, [...(groups.get(key) ?? []), bet])
  }
  return [...groups].filter(([, members]) => members.length > 1)
}

/** The user's own latest verdict on a project counts; where there is none, what the map knows does. */
function verdictsOfVibe(facts: ExposureFacts): ExposureFinding[] {
  const judged = betsOf(facts).map((bet) => ({ bet, own: facts.history.get(bet.project.id)?.[0]?.record }))
  const own = judged.filter((one) => one.own?.verdict === 'vibe')
  const known = judged.filter(
    (one) => !one.own && evaluate(knownAnswers(one.bet.project), facts.index).rule.id === 'vibe',
  )
  const say = (source: string, vibes: typeof judged): ExposureFinding[] => {
    if (vibes.length === 0) return []
    const names = sayList(
      vibes.map(({ bet, own: record }) => bet.project.name + (record ? ` (${sayDate(record.date)})` : '')),
    )
    const text = `${source}, ${names} ${vibes.length === 1 ? 'is' : 'are'} a vibe: at most one of three questions is cleared.`
    return [finding('evidence', text, placesOf(vibes.map(({ bet }) => bet)))]
  }
  return [...say('By your latest evaluation', own), ...say('On what the map knows', known)]
}

function staleEvidence(facts: ExposureFacts): ExposureFinding[] {
  const stale = betsOf(facts).flatMap((bet) => {
    const newest = newestOf(bet.project, facts.today)
    return newest !== undefined && ageInDays(newest, facts.today) > facts.staleAfterDays ? [{ bet, newest }] : []
  })
  if (stale.length === 0) return []
  const said = sayList(stale.map(({ bet, newest }) => `${bet.project.name} (${sayDate(newest)})`))
  const text = `Stale evidence, the newest number older than ${facts.staleAfterDays} days: ${said}.`
  return [finding('evidence', text, placesOf(stale.map(({ bet }) => bet)))]
}

function newestOf({ evidence }: Project, today: string): string | undefined {
  return evidence.map(({ asOf }) => asOf).sort((a, b) => ageInDays(a, today) - ageInDays(b, today))[0]
}

function offTheMap(facts: ExposureFacts): ExposureFinding[] {
  const off = facts.exposure.holdings.filter(({ kind, weight }) => kind === 'off-map' && weight > 0)
  if (off.length === 0) return []
  const names = off.length > 8 ? `${off.length} holdings` : sayList(off.map(({ name }) => name))
  return [
    finding(
      'reading',
      `${names} ${off.length === 1 ? 'is' : 'are'} not on the map, and so on no layer.`,
      placesOf(off),
    ),
  ]
}

function weightsByCount({ exposure }: ExposureFacts): ExposureFinding[] {
  const held = exposure.holdings.filter(({ weight }) => weight > 0)
  if (exposure.basis !== 'positions' || held.length === 0) return []
  const currencies = new Set(held.map(({ currency }) => currency).filter((code) => code !== ''))
  const unpriced = held.filter(({ value }) => value === undefined)
  if (unpriced.length === 0 && currencies.size > 1) {
    return [
      finding(
        'reading',
        `Values in ${sayList([...currencies])} have no common measure: each position counts the same. \`prices:\` in the front matter can give them one.`,
      ),
    ]
  }
  const names = unpriced.length > 8 ? `${unpriced.length} holdings` : sayList(unpriced.map(({ name }) => name))
  return [
    finding(
      'reading',
      `${names} ${unpriced.length === 1 ? 'has' : 'have'} no price: each position counts the same. \`prices:\` in the front matter gives them one, without any network.`,
      placesOf(unpriced),
    ),
  ]
}

function percentsBesideTheWhole({ exposure }: ExposureFacts): ExposureFinding[] {
  const { percent } = exposure
  if (percent === undefined || Math.abs(percent - 100) < 1) return []
  return [
    finding(
      'reading',
      `The percents do not come to 100: the weights are shares of what is listed.`,
      [],
      `They come to ${Math.round(percent * 10) / 10}%.`,
    ),
  ]
}
