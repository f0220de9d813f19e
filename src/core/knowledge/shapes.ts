/**
 * What a knowledge file and a map of the user's own are both made of, as zod schemas. Strict, flat and bounded: an unknown
 * field, a link that is not https or a string without an end is an error, never a surprise at run time.
 */
import * as z from 'zod/mini'

/** The four floors, from the ground up. */
export const layerIds = ['compute', 'intelligence', 'agents-data', 'execution-ux'] as const

/** Where a project sits: on a floor, or nowhere when it cannot be placed. */
export const place = z.enum([...layerIds, 'none'])

export const line = (max: number, min = 1) =>
  z.string().check(z.trim(), z.minLength(min), z.maxLength(max), z.regex(/^[^\r\n]*$/, 'must be one line'))

/** A list that has an end. */
export const list = <T extends z.core.SomeType>(entry: T, max: number) => z.array(entry).check(z.maxLength(max))

/** The same, empty when it is left out. */
export const listOrNone = <T extends z.core.SomeType>(entry: T, max: number) => z._default(list(entry, max), [])

export const text = (pattern: RegExp, problem: string) => z.string().check(z.regex(pattern, problem))
export const evidenceId = text(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be lower-case words joined by hyphens')
export const projectId = text(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be lower-case words joined by hyphens')

/** A day, month, quarter, half or year: `2026-05-19`, `2026-05`, `2026-Q1`, `2026-H1`, `2026`. */
export const date = text(
  /^\d{4}(-(Q[1-4]|H[12]|(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?))?$/,
  'must be a date: 2026-05-19, 2026-05, 2026-Q1, 2026-H1 or 2026',
)

const httpsUrl = z.url({ protocol: /^https$/ }).check(
  z.maxLength(400),
  z.refine((url) => !/^https:\/\/[^/]*@/.test(url), 'must not carry a user name'),
)

/** Where a fact stands. `date` is the date of the source, `undated` when it shows none. */
export const source = z.strictObject({
  title: line(160),
  url: z.optional(httpsUrl),
  date: z.union([date, z.literal('undated')]),
})

/** What one of the three questions comes to from the evidence at hand. */
export const standing = z.enum(['clears', 'does-not-clear', 'unknown'])

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
export const aliasMatch = z.enum(['alone', 'exact-case', 'cues', 'word', 'dollar'])

export const ticker = z.strictObject({
  symbol: text(/^[A-Z0-9]{2,10}$/, 'must be 2 to 10 capitals or digits, without $'),
  match: aliasMatch,
  from: z.optional(date),
  until: z.optional(date),
})

export const alias = z.strictObject({ text: z.union([line(64, 2), z.literal('τ')]), match: aliasMatch })

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
  note: z.optional(line(240)),
  /** Evidence of the same project that says something else. */
  conflictsWith: listOrNone(evidenceId, 4),
  source,
})

/** What a person can do with a project without writing code. */
export const entryPoint = z.strictObject({
  kind: z.enum(['query', 'stake', 'app', 'docs']),
  /** What one does there, and what that brings about. */
  does: line(200),
  url: httpsUrl,
  /** What it takes; nothing when empty. */
  needs: list(z.enum(['account', 'wallet', 'api-key', 'payment', 'money-at-risk']), 5),
  /** "From 3 USD a month." */
  cost: z.optional(line(120)),
  /** What can go wrong with money at risk, in one sentence. */
  risk: z.optional(line(200)),
  /** When it was last seen so. */
  asOf: date,
})

/** A second floor that can be defended. */
export const secondLayer = z.strictObject({ layer: z.enum(layerIds), reason: line(160) })

export const links = z.strictObject({
  site: z.optional(httpsUrl),
  docs: z.optional(httpsUrl),
  repo: z.optional(httpsUrl),
})
