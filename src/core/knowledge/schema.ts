/**
 * The shape of the knowledge files, as zod schemas. They run when the extension is built: it ships the types alone.
 */
import * as z from 'zod/mini'
import {
  alias,
  aliasMatch,
  date,
  entryPoint,
  evidence,
  evidenceId,
  layerIds,
  line,
  links,
  list,
  listOrNone,
  place,
  projectId,
  secondLayer,
  source,
  standing,
  text,
  ticker,
  tokenRole,
} from './shapes'

/** A day and nothing coarser. */
const day = text(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, 'must be a day: 2026-05-19')

/**
 * The answer to one of the three questions, written by hand: what it comes to, why, and what that rests on. Evidence is
 * named by id. Whatever is not `unknown` needs a source or evidence; the compiler checks it.
 */
const answer = {
  standing,
  reason: line(320),
  source: z.optional(source),
  evidence: listOrNone(evidenceId, 6),
}

/** The three questions, answered from the evidence of the file. */
const questions = z.strictObject({
  layer: z.strictObject(answer),
  token: z.strictObject({ ...answer, does: list(tokenRole, 7) }),
  usage: z.strictObject(answer),
})

const relation = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('subnet-of'), project: projectId }),
  /** `until`: when it left. */
  z.strictObject({
    type: z.literal('member-of'),
    project: projectId,
    from: z.optional(date),
    until: z.optional(date),
    source: z.optional(source),
  }),
  /** An earlier name; `until`: when it was renamed to the next. */
  z.strictObject({ type: z.literal('formerly'), name: line(64), until: z.optional(date), source: z.optional(source) }),
])

/** The number of a subnet. */
const netuid = z.int().check(z.minimum(0), z.maximum(1024))

export const projectSchema = z.strictObject({
  id: projectId,
  name: line(64),
  kind: z.enum(['network', 'token', 'subnet', 'alliance', 'centralized', 'open-weights']),
  /** The floor it sits on; for a centralized or open-weight system, the floor it stands beside. */
  layer: place,
  layerReason: line(160),
  secondLayer: z.optional(secondLayer),
  /** What it does on its floor, in one sentence. */
  does: line(240),
  /** What it is a market for, in a few words that other projects share: two of one market are the same bet. */
  market: z.optional(line(40)),
  netuid: z.optional(netuid),
  relations: listOrNone(relation, 16),
  tickers: listOrNone(ticker, 6),
  aliases: listOrNone(alias, 24),
  /** What else the names mean, and the words that tell the senses apart. */
  ambiguity: z._default(
    z.strictObject({
      senses: listOrNone(line(120), 8),
      cues: listOrNone(line(40), 40),
      counterCues: listOrNone(line(40), 240),
    }),
    { senses: [], cues: [], counterCues: [] },
  ),
  questions,
  evidence: listOrNone(evidence, 12),
  /** Projects of the centralized or open-weight world in the same place. */
  counterparts: listOrNone(projectId, 8),
  /** Projects of the same floor that do the same job for the same people, the closest first. */
  substitutes: listOrNone(projectId, 8),
  entryPoints: listOrNone(entryPoint, 8),
  /** Where the article and today differ: both are kept. */
  article: z.optional(z.strictObject({ says: line(240), today: line(320), asOf: date, source })),
  events: listOrNone(z.strictObject({ date, text: line(200), source }), 12),
  links: z._default(links, {}),
  /** Set when a field rests on general knowledge and no stored source. */
  unverified: listOrNone(line(60), 12),
})

/**
 * A slot of Bittensor as one row of `subnets.yaml`. Slots change hands, so the row is the slot and its names are dated.
 * A placeholder is a slot that no project uses: its row says how the chain names it.
 */
const subnetSchema = z.strictObject({
  netuid,
  name: line(64),
  layer: place,
  does: z.optional(line(240)),
  placeholder: z.optional(line(120)),
  formerNames: listOrNone(z.strictObject({ name: line(64), until: z.optional(date) }), 12),
  team: z.optional(line(80)),
  ...z.pick(projectSchema, { questions: true, aliases: true, evidence: true }).shape,
  ...z.pick(projectSchema, { counterparts: true, substitutes: true, links: true, unverified: true }).shape,
  senses: listOrNone(line(120), 8),
  cues: listOrNone(line(40), 40),
  counterCues: listOrNone(line(40), 240),
})

export const subnetsFileSchema = z.strictObject({
  asOf: date,
  source,
  /** Written out once, for rows that refer to them by YAML alias. */
  answers: z.record(z.string(), z.unknown()),
  /** What a person can do with every slot that has a project. */
  entryPoints: list(entryPoint, 8),
  subnets: list(subnetSchema, 1025),
})

const layerSchema = z.strictObject({
  id: z.enum(layerIds),
  name: line(40),
  /** What a badge says. */
  shortName: line(14),
  /** One capital for the smallest places. */
  letter: text(/^[A-Z]$/, 'must be one capital letter'),
  summary: line(160),
  wins: line(240),
  loses: line(240),
  /** Why the centralized stack leads here, with its numbers. */
  centralized: z.strictObject({ text: line(320), source: z.optional(source) }),
  /** The token-less open alternative, where there is one. */
  openAlternative: z.optional(z.strictObject({ text: line(320), source: z.optional(source) })),
})

export const layersFileSchema = z.strictObject({ asOf: day, layers: z.array(layerSchema).check(z.length(4)) })

const questionSchema = z.strictObject({
  id: z.enum(['layer', 'token', 'usage']),
  question: line(80),
  shortName: line(20),
  clears: line(240),
  doesNotClear: line(240),
})

const verdictSchema = z.strictObject({
  id: z.enum(['deeper-diligence', 'worth-watching', 'vibe']),
  name: line(40),
  minimumCleared: z.int().check(z.minimum(0), z.maximum(3)),
  meaning: line(200),
})

export const evaluationFileSchema = z.strictObject({
  questions: z.array(questionSchema).check(z.length(3)),
  verdicts: z.array(verdictSchema).check(z.length(3)),
})

export const recognitionFileSchema = z.strictObject({
  /** Speak for crypto in general. */
  cryptoWords: list(line(40), 200),
  /** Words of trading and earning: they speak for crypto too, less strongly. */
  moneyWords: list(line(40), 200),
  /** Speak against `subnet 64` being one of Bittensor's. */
  ipNetworkWords: list(line(40), 80),
  /** Names with one capital that are no ordinary words in lower case: who writes them so only saves a key. */
  notWords: list(line(40), 300),
})

export const outsideFileSchema = z.strictObject({
  /** Symbols of money and of major tokens that are no projects of crypto AI. */
  tokens: list(line(12), 400),
  /** Names behind a dollar that are variables. */
  variables: list(line(20), 200),
})

export const ordinaryFileSchema = z.strictObject({
  /** Between spaces, in lower case. */
  ordinaryWords: text(/^[a-z]+(?: [a-z]+)*$/, 'must be words in lower case'),
})

/** Where the user's own words about a project or a layer stand. Offsets are UTF-16 code units of the file's text. */
export interface OriginPlace {
  readonly uri: string
  /** As the user knows the file: `.crypto-ai-layers/map.yaml`. */
  readonly file: string
  readonly start: number
  readonly end: number
}

/** What of a project or a layer is not built in but the user's. */
export interface Origin {
  /** The user's own project, or a built-in project or layer that the user's map says other things of. */
  readonly kind: 'own' | 'changed'
  readonly places: readonly OriginPlace[]
  /** What is changed, in words, with what is built in: `Layer: Compute; built in: Intelligence`. */
  readonly changes: readonly string[]
}

export type Subnet = z.infer<typeof subnetSchema>
export type SubnetsFile = z.infer<typeof subnetsFileSchema>
export type LayerId = (typeof layerIds)[number]
export type Place = z.infer<typeof place>
export type Project = z.infer<typeof projectSchema>
export type Layer = z.infer<typeof layerSchema>
export type Question = z.infer<typeof questionSchema>
export type QuestionId = Question['id']
export type VerdictRule = z.infer<typeof verdictSchema>
export type Standing = z.infer<typeof standing>
export type AliasMatch = z.infer<typeof aliasMatch>
export type Evidence = z.infer<typeof evidence>
export type Source = z.infer<typeof source>

/** What start-up reads of a project: its names and its place. */
export type ProjectHead = Pick<
  Project,
  'id' | 'name' | 'kind' | 'layer' | 'netuid' | 'relations' | 'tickers' | 'aliases' | 'ambiguity'
>

/** Everything the extension knows, validated. */
export interface Knowledge {
  /** The day on which the facts were collected, `YYYY-MM-DD`. */
  readonly asOf: string
  readonly layers: readonly Layer[]
  readonly questions: readonly Question[]
  readonly verdicts: readonly VerdictRule[]
  /** Words that tell senses apart for every project. */
  readonly recognition: z.infer<typeof recognitionFileSchema>
  /** What stands behind a dollar sign and is no project of crypto AI. */
  readonly outside: z.infer<typeof outsideFileSchema>
  /** English words that make poor names, between spaces. */
  readonly ordinaryWords: string
  /** Sorted by id. Recognition and badges read these and no more. */
  readonly heads: readonly ProjectHead[]
  /** The same projects in the same order, with all that is known of them: built-in ones are parsed when first read. */
  readonly projects: readonly Project[]
  /** By id of project or layer, what is the user's; all else is built in. */
  readonly origins?: ReadonlyMap<string, Origin>
  /** Names of built-in projects that the user's map hides. */
  readonly hidden?: readonly string[]
}
