/**
 * What the extension and the layer map panel say to each other. Both sides import only this file and `views.ts`, and both
 * switch over the message's `type` exhaustively. Everything is plain JSON.
 */
import * as z from 'zod/mini'
import {
  exposureScopes,
  type EvaluationsView,
  type ExposureView,
  type MapView,
  type PictureView,
  type ProjectView,
} from './views'

/** What the panel can show, in the order of its tabs. */
export const viewIds = ['map', 'exposure', 'evaluations'] as const

export type ViewId = (typeof viewIds)[number]

/** From the extension to the panel. */
export type ToPanel =
  /** The map, after every change of the note or of the knowledge. */
  | { readonly type: 'showMap'; readonly map: MapView }
  /** A project's details: an answer to `openProject`, or because a hover asked for it. */
  | { readonly type: 'showProject'; readonly project: ProjectView; readonly focus: boolean }
  /** What the note holds, while its view is open; of no notes when none is open. */
  | { readonly type: 'showExposure'; readonly exposure: ExposureView }
  /** The scorecard, while its view is open. */
  | { readonly type: 'showEvaluations'; readonly evaluations: EvaluationsView }
  /** How much is known of all notes, in words. */
  | { readonly type: 'showVault'; readonly status: string }
  /** Paint a picture, which only a page can, and send it back. */
  | { readonly type: 'drawPicture'; readonly picture: PictureView }
  /** Paint a picture and put it on the clipboard, which only a page with the focus may. */
  | { readonly type: 'copyPicture'; readonly picture: PictureView }
  /** Go to a view: somebody asked for it outside of the panel. */
  | { readonly type: 'showView'; readonly view: ViewId }

const offset = z.int().check(z.gte(0))
const view = z.enum(viewIds)
/** An id, or a name that is not on the map. */
const recordKey = z.string().check(z.minLength(1), z.maxLength(80))
const id = z.string().check(z.maxLength(80), z.regex(/^[a-z0-9-]+$/))

/** From the panel to the extension. The host trusts nothing here: names are ids it already knows. */
const fromPanelSchema = z.discriminatedUnion('type', [
  /** The page runs; `view` and `project` are what it showed before a reload. */
  z.strictObject({ type: z.literal('ready'), view, project: z.optional(id) }),
  /** The page went to a view: the host sends what it shows, and keeps it true. */
  z.strictObject({ type: z.literal('openView'), view }),
  z.strictObject({ type: z.literal('openProject'), project: id }),
  /** Back from the details: the host stops sending them. */
  z.strictObject({ type: z.literal('closeProject') }),
  /** Put the cursor of the note on the mention that starts at this UTF-16 offset. */
  z.strictObject({ type: z.literal('revealMention'), project: id, start: offset }),
  z.strictObject({ type: z.literal('evaluate'), project: id }),
  z.strictObject({ type: z.literal('recheck'), key: recordKey }),
  /** Open a record of a project; `at` counts from its latest one. */
  z.strictObject({ type: z.literal('openRecord'), key: recordKey, at: offset }),
  /** Open a note of `EvaluationsView.broken`. */
  z.strictObject({ type: z.literal('openBroken'), at: offset }),
  z.strictObject({ type: z.literal('exportScorecard') }),
  /** Take a view out of the panel, the exposure with its amounts or without. */
  z.strictObject({ type: z.literal('export'), view: z.enum(['map', 'exposure']), amounts: z.boolean() }),
  /** The picture that was asked for, as a PNG in base64; empty when it could not be painted. */
  z.strictObject({
    type: z.literal('pictureDrawn'),
    png: z.string().check(z.maxLength(16_000_000), z.regex(/^[A-Za-z0-9+/]*={0,2}$/)),
  }),
  /** Whether the picture is on the clipboard. */
  z.strictObject({ type: z.literal('pictureCopied'), isCopied: z.boolean() }),
  /** Show the exposure of the note, or of the whole vault. */
  z.strictObject({ type: z.literal('chooseScope'), scope: z.enum(exposureScopes) }),
  /** Select a place of the exposure in its note. */
  z.strictObject({ type: z.literal('revealPlace'), note: offset, start: offset, end: offset }),
])

export type FromPanel = z.infer<typeof fromPanelSchema>

/** A message from the panel, or nothing when it is not one of ours. */
export function parseFromPanel(message: unknown): FromPanel | undefined {
  const result = fromPanelSchema.safeParse(message)
  return result.success ? result.data : undefined
}
