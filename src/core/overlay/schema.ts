/**
 * The shape of an overlay file: the user's own map on top of the built-in one. As strict and bounded as the built-in
 * files, and kinder: what can be left out can be left out. The JSON schema for editors is generated from it.
 */
import * as z from 'zod'
import {
  alias,
  entryPoint,
  evidence,
  layerIds,
  line,
  place,
  projectId,
  projectSchema,
  standing,
  ticker,
  tokenRole,
} from '../knowledge/schema'

const name = line(64).describe('What it is called.')
const layer = place.describe(
  'The floor it sits on: compute, intelligence, agents-data or execution-ux; none when it cannot be placed.',
)
const names = z
  .array(z.union([line(64).min(2), alias]))
  .max(24)
  .describe('Other names. A plain name that is also an ordinary word needs { text: Name, match: cues }.')
const symbols = z
  .array(z.union([ticker.shape.symbol, ticker.partial({ match: true })]))
  .max(6)
  .describe('Tickers in capitals, without $.')
const answer = { standing, reason: line(320).describe('Why, in a sentence.') }
const id = projectId.describe('Lower-case words joined by hyphens.')

/** What a record can say, whether the project is the user's own or built in. */
const said = {
  layerReason: line(160).describe('Why this floor, in a sentence.').optional(),
  secondLayer: projectSchema.shape.secondLayer.describe('A second floor, with the reason.'),
  does: line(240).describe('What it does on its floor, in a sentence.').optional(),
  tickers: symbols.optional(),
  aliases: names.optional(),
  cues: z.array(line(40)).max(40).describe('Words around a name that speak for this project.').optional(),
  counterCues: z.array(line(40)).max(80).describe('Words around a name that speak against it.').optional(),
  questions: z
    .strictObject({
      layer: z.strictObject(answer).optional(),
      token: z.strictObject({ ...answer, does: z.array(tokenRole).max(7).optional() }).optional(),
      usage: z.strictObject(answer).optional(),
    })
    .describe('Where you stand on the three questions.')
    .optional(),
  evidence: z.array(evidence).max(12).describe('Numbers for or against use, each with date and source.').optional(),
  counterparts: z
    .array(projectId)
    .max(8)
    .describe('Ids of the centralized or open-weight systems in the same place.')
    .optional(),
  substitutes: z.array(projectId).max(8).describe('Ids of projects that do the same job.').optional(),
  entryPoints: z.array(entryPoint).max(8).describe('What a person can do with it without code.').optional(),
  links: projectSchema.shape.links.unwrap().describe('https addresses.').optional(),
}

const ownProject = z.strictObject({
  id,
  name,
  layer,
  kind: z
    .enum(['network', 'token', 'alliance', 'centralized', 'open-weights'])
    .describe('What sort of thing it is; token when left out.')
    .optional(),
  ...said,
})

const change = z.strictObject({
  id: projectId.describe('The id of a built-in project.'),
  name: name.optional(),
  layer: layer.optional(),
  ...said,
  withoutAliases: z
    .array(line(64))
    .max(24)
    .describe('Built-in names and tickers that are not to be marked.')
    .optional(),
})

const layerText = z.strictObject({
  id: z.enum(layerIds).describe('Which layer.'),
  name: line(40).optional(),
  shortName: line(14).describe('What a badge says.').optional(),
  letter: z
    .string()
    .regex(/^[A-Z]$/, 'must be one capital letter')
    .optional(),
  summary: line(160).optional(),
  wins: line(240).optional(),
  loses: line(240).optional(),
})

export const overlaySchema = z
  .strictObject({
    projects: z.array(ownProject).max(2000).describe('Projects of your own.').nullish(),
    changes: z.array(change).max(500).describe('What you see otherwise about built-in projects.').nullish(),
    hide: z.array(projectId).max(500).describe('Ids of built-in projects that you do not want to see.').nullish(),
    layers: z.array(layerText).max(4).describe('Your own words for the layers.').nullish(),
  })
  .describe('A map of your own on top of the built-in one of Crypto AI Layers.')

export type OverlayContents = z.infer<typeof overlaySchema>
export type OwnProject = z.infer<typeof ownProject>
export type ProjectChange = z.infer<typeof change>
export type Said = Pick<OwnProject, keyof typeof said>
