/**
 * The shape of the knowledge files, as zod schemas. Strict, flat and bounded: an unknown field, a link that is
 * not https or a string without an end is an error, never a surprise at run time.
 *
 * Everything outside `core/knowledge` imports only the types; built-in knowledge is validated at build time.
 */
import * as z from 'zod'

/** The four floors, from the ground up. */
export const layerIds = ['compute', 'intelligence', 'agents-data', 'execution-ux'] as const

/** Where a project sits: on a floor, or nowhere when it cannot be placed. */
export const place = z.enum([...layerIds, 'none'])

export const line = (max: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(max)
    .regex(/^[^\r\n]*$/, 'must be one line')
const evidenceId = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be lower-case words joined by hyphens')
export const projectId = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be lower-case words joined by hyphens')

/** A day, month, quarter, half or year: `2026-05-19`, `2026-05`, `2026-Q1`, `2026-H1`, `2026`. */
const date = z
  .string()
  .regex(
    /^\d{4}(-(Q[1-4]|H[12]|(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?))?$/,
    'must be a date: 2026-05-19, 2026-05, 2026-Q1, 2026-H1 or 2026',
  )

/** A day and nothing coarser. */
const day = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, 'must be a day: 2026-05-19')

const httpsUrl = z
  .url({ protocol: /^https$/ })
  .max(400)
  .refine((url) => !/^https:\/\/[^/]*@/.test(url), 'must not carry a user name')

/** Where a fact stands. `date` is the date of the source, `undated` when it shows none. */
const source = z.strictObject({
  title: line(160),
  url: httpsUrl.optional(),
  date: z.union([date, z.literal('undated')]),
})

/** What one of the three questions comes to from the evidence at hand. */
export const standing = z.enum(['clears', 'does-not-clear', 'unknown'])

/**
 * The answer to one of the three questions, written by hand: what it comes to, why, and what that rests on. Evidence is
 * named by id. Whatever is not `unknown` needs a source or evidence; the compiler checks it.
 */
const answer = {
  standing,
  reason: line(320),
  source: source.optional(),
  evidence: z.array(evidenceId).max(6).default([]),
}

/** What a token is there for; `nothing` when a source says so. */
export const tokenRole = z.enum([
  'gas',
  'payment',
  'staking',
  'emissions',
  'burn',
  'collateral',
  'governance',
  'nothing',
])

/**
 * How a name may match.
 * - `alone`: distinctive, in any letter case.
 * - `exact-case`: distinctive as written; other letter cases are not this project.
 * - `cues`: the name has other meanings; a mention needs evidence around it.
 * - `word`: the same, and in lower case it is an ordinary word (NEAR; a name like Render is seen to be one anyway).
 * - `dollar`: only with a `$` before it, or right beside another name of the project: `Aethir (ATH)`.
 */
const aliasMatch = z.enum(['alone', 'exact-case', 'cues', 'word', 'dollar'])

/** The three questions, answered from the evidence of the file. */
const questions = z.strictObject({
  layer: z.strictObject(answer),
  token: z.strictObject({ ...answer, does: z.array(tokenRole).max(7) }),
  usage: z.strictObject(answer),
})

export const ticker = z.strictObject({
  symbol: z.string().regex(/^[A-Z0-9]{2,10}$/, 'must be 2 to 10 capitals or digits, without $'),
  match: aliasMatch,
  from: date.optional(),
  until: date.optional(),
})

export const alias = z.strictObject({ text: line(64).min(2).or(z.literal('τ')), match: aliasMatch })

/**
 * A number that speaks for or against use, with its date, source and who claims it. Records keep its id, so an id never
 * changes and never gets another meaning.
 */
export const evidence = z.strictObject({
  id: evidenceId,
  metric: line(120),
  value: z.number(),
  unit: line(80),
  asOf: date,
  claimant: z.enum(['project', 'third-party', 'chain']),
  note: line(240).optional(),
  /** Evidence of the same project that says something else. */
  conflictsWith: z.array(evidenceId).max(4).default([]),
  source,
})

const relation = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('subnet-of'), project: projectId }),
  /** `until`: when it left. */
  z.strictObject({
    type: z.literal('member-of'),
    project: projectId,
    from: date.optional(),
    until: date.optional(),
    source: source.optional(),
  }),
  /** An earlier name; `until`: when it was renamed to the next. */
  z.strictObject({ type: z.literal('formerly'), name: line(64), until: date.optional(), source: source.optional() }),
])

/** What a person can do with a project without writing code. */
export const entryPoint = z.strictObject({
  kind: z.enum(['query', 'stake', 'app', 'docs']),
  /** What one does there, and what that brings about. */
  does: line(200),
  url: httpsUrl,
  /** What it takes; nothing when empty. */
  needs: z.array(z.enum(['account', 'wallet', 'api-key', 'payment', 'money-at-risk'])).max(5),
  /** "From 3 USD a month." */
  cost: line(120).optional(),
  /** What can go wrong with money at risk, in one sentence. */
  risk: line(200).optional(),
  /** When it was last seen so. */
  asOf: date,
})

const links = z.strictObject({ site: httpsUrl.optional(), docs: httpsUrl.optional(), repo: httpsUrl.optional() })

export const projectSchema = z.strictObject({
  id: projectId,
  name: line(64),
  kind: z.enum(['network', 'token', 'subnet', 'alliance', 'centralized', 'open-weights']),
  /** The floor it sits on; for a centralized or open-weight system, the floor it stands beside. */
  layer: place,
  layerReason: line(160),
  secondLayer: z.strictObject({ layer: z.enum(layerIds), reason: line(160) }).optional(),
  /** What it does on its floor, in one sentence. */
  does: line(240),
  /** What it is a market for, in a few words that other projects share: two of one market are the same bet. */
  market: line(40).optional(),
  netuid: z.int().min(0).max(1024).optional(),
  relations: z.array(relation).max(16).default([]),
  tickers: z.array(ticker).max(6).default([]),
  aliases: z.array(alias).max(24).default([]),
  /** What else the names mean, and the words that tell the senses apart. */
  ambiguity: z
    .strictObject({
      senses: z.array(line(120)).max(8).default([]),
      cues: z.array(line(40)).max(40).default([]),
      counterCues: z.array(line(40)).max(80).default([]),
    })
    .default({ senses: [], cues: [], counterCues: [] }),
  questions,
  evidence: z.array(evidence).max(12).default([]),
  /** Projects of the centralized or open-weight world in the same place. */
  counterparts: z.array(projectId).max(8).default([]),
  /** Projects of the same floor that do the same job for the same people, the closest first. */
  substitutes: z.array(projectId).max(8).default([]),
  entryPoints: z.array(entryPoint).max(8).default([]),
  /** Where the article and today differ: both are kept. */
  article: z.strictObject({ says: line(240), today: line(320), asOf: date, source }).optional(),
  events: z
    .array(z.strictObject({ date, text: line(200), source }))
    .max(12)
    .default([]),
  links: links.default({}),
  /** Set when a field rests on general knowledge and no stored source. */
  unverified: z.array(line(60)).max(12).default([]),
})

/**
 * A slot of Bittensor as one row of `subnets.yaml`. Slots change hands, so the row is the slot and its names are dated.
 * A placeholder is a slot that no project uses: its row says how the chain names it.
 */
const subnetSchema = z.strictObject({
  netuid: z.int().min(0).max(1024),
  name: line(64),
  layer: place,
  does: line(240).optional(),
  placeholder: line(120).optional(),
  formerNames: z
    .array(z.strictObject({ name: line(64), until: date.optional() }))
    .max(12)
    .default([]),
  team: line(80).optional(),
  ...projectSchema.pick({ questions: true, aliases: true, evidence: true }).shape,
  ...projectSchema.pick({ counterparts: true, substitutes: true, links: true, unverified: true }).shape,
  senses: z.array(line(120)).max(8).default([]),
  cues: z.array(line(40)).max(40).default([]),
  counterCues: z.array(line(40)).max(80).default([]),
})

export const subnetsFileSchema = z.strictObject({
  asOf: date,
  source,
  /** Written out once, for rows that refer to them by YAML alias. */
  answers: z.record(z.string(), z.unknown()),
  /** What a person can do with every slot that has a project. */
  entryPoints: z.array(entryPoint).max(8),
  subnets: z.array(subnetSchema).max(1025),
})

const layerSchema = z.strictObject({
  id: z.enum(layerIds),
  name: line(40),
  /** What a badge says. */
  shortName: line(14),
  /** One capital for the smallest places. */
  letter: z.string().regex(/^[A-Z]$/),
  summary: line(160),
  wins: line(240),
  loses: line(240),
  /** Why the centralized stack leads here, with its numbers. */
  centralized: z.strictObject({ text: line(320), source: source.optional() }),
  /** The token-less open alternative, where there is one. */
  openAlternative: z.strictObject({ text: line(320), source: source.optional() }).optional(),
})

export const layersFileSchema = z.strictObject({ asOf: day, layers: z.array(layerSchema).length(4) })

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
  minimumCleared: z.int().min(0).max(3),
  meaning: line(200),
})

export const evaluationFileSchema = z.strictObject({
  questions: z.array(questionSchema).length(3),
  verdicts: z.array(verdictSchema).length(3),
})

export const recognitionFileSchema = z.strictObject({
  /** Speak for crypto in general. */
  cryptoWords: z.array(line(40)).max(200),
  /** Words of trading and earning: they speak for crypto too, less strongly. */
  moneyWords: z.array(line(40)).max(200),
  /** Speak against `subnet 64` being one of Bittensor's. */
  ipNetworkWords: z.array(line(40)).max(80),
})

export const outsideFileSchema = z.strictObject({
  /** Symbols of money and of major tokens that are no projects of crypto AI. */
  tokens: z.array(line(12)).max(400),
  /** Names behind a dollar that are variables. */
  variables: z.array(line(20)).max(200),
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
  /** Sorted by id. Recognition and badges read these and no more. */
  readonly heads: readonly ProjectHead[]
  /** The same projects in the same order, with all that is known of them: built-in ones are parsed when first read. */
  readonly projects: readonly Project[]
  /** By id of project or layer, what is the user's; all else is built in. */
  readonly origins?: ReadonlyMap<string, Origin>
  /** Names of built-in projects that the user's map hides. */
  readonly hidden?: readonly string[]
}
