/**
 * The shape of an overlay file: the user's own map on top of the built-in one. As strict and bounded as the built-in
 * files, and kinder: what can be left out can be left out. The JSON schema for editors is generated from it.
 */
import * as z from 'zod/mini'
import {
  alias,
  entryPoint,
  evidence,
  layerIds,
  line,
  links,
  list,
  place,
  projectId,
  secondLayer,
  standing,
  text,
  ticker,
  tokenRole,
} from '../knowledge/shapes'

/** A field with what it is for, as completions and the JSON schema say it. */
const field = <T extends z.ZodMiniType>(schema: T, description: string): T => schema.check(z.describe(description))

/** The same, of a field that can be left out. */
const may = <T extends z.ZodMiniType>(schema: T, description: string) => z.optional(field(schema, description))

const name = field(line(64), 'What it is called.')
const layer = field(
  place,
  'The floor it sits on: compute, intelligence, agents-data or execution-ux; none when it cannot be placed.',
)
const answer = { standing, reason: field(line(320), 'Why, in a sentence.') }
const id = field(projectId, 'Lower-case words joined by hyphens.')

/** What a record can say, whether the project is the user's own or built in. */
const said = {
  layerReason: may(line(160), 'Why this floor, in a sentence.'),
  secondLayer: may(secondLayer, 'A second floor, with the reason.'),
  does: may(line(240), 'What it does on its floor, in a sentence.'),
  tickers: may(
    list(z.union([ticker.shape.symbol, z.partial(ticker, { match: true })]), 6),
    'Tickers in capitals, without $.',
  ),
  aliases: may(
    list(z.union([line(64, 2), alias]), 24),
    'Other names. A plain name that is also an ordinary word needs { text: Name, match: cues }.',
  ),
  cues: may(list(line(40), 40), 'Words around a name that speak for this project.'),
  counterCues: may(list(line(40), 80), 'Words around a name that speak against it.'),
  questions: may(
    z.strictObject({
      layer: z.optional(z.strictObject(answer)),
      token: z.optional(z.strictObject({ ...answer, does: z.optional(list(tokenRole, 7)) })),
      usage: z.optional(z.strictObject(answer)),
    }),
    'Where you stand on the three questions.',
  ),
  evidence: may(list(evidence, 12), 'Numbers for or against use, each with date and source.'),
  counterparts: may(list(projectId, 8), 'Ids of the centralized or open-weight systems in the same place.'),
  substitutes: may(list(projectId, 8), 'Ids of projects that do the same job.'),
  entryPoints: may(list(entryPoint, 8), 'What a person can do with it without code.'),
  links: may(links, 'https addresses.'),
}

const ownProject = z.strictObject({
  id,
  name,
  layer,
  kind: may(
    z.enum(['network', 'token', 'alliance', 'centralized', 'open-weights']),
    'What sort of thing it is; token when left out.',
  ),
  ...said,
})

const change = z.strictObject({
  id: field(projectId, 'The id of a built-in project.'),
  name: z.optional(name),
  layer: z.optional(layer),
  ...said,
  withoutAliases: may(list(line(64), 24), 'Built-in names and tickers that are not to be marked.'),
})

const layerText = z.strictObject({
  id: field(z.enum(layerIds), 'Which layer.'),
  name: z.optional(line(40)),
  shortName: may(line(14), 'What a badge says.'),
  letter: z.optional(text(/^[A-Z]$/, 'must be one capital letter')),
  summary: z.optional(line(160)),
  wins: z.optional(line(240)),
  loses: z.optional(line(240)),
})

export const overlaySchema = field(
  z.strictObject({
    projects: z.nullish(field(list(ownProject, 2000), 'Projects of your own.')),
    changes: z.nullish(field(list(change, 500), 'What you see otherwise about built-in projects.')),
    hide: z.nullish(field(list(projectId, 500), 'Ids of built-in projects that you do not want to see.')),
    layers: z.nullish(field(list(layerText, 4), 'Your own words for the layers.')),
  }),
  'A map of your own on top of the built-in one of Crypto AI Layers.',
)

export type OverlayContents = z.infer<typeof overlaySchema>
export type OwnProject = z.infer<typeof ownProject>
export type ProjectChange = z.infer<typeof change>
export type Said = Pick<OwnProject, keyof typeof said>
