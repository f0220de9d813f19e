/** An evaluation that is not finished: what was answered so far, as it is kept between windows. */
import * as z from 'zod/mini'
import { questionIds, type Choice, type GivenAnswer } from '../evaluation'
import type { ProjectIndex } from '../knowledge/projectIndex'
import type { QuestionId } from '../knowledge/schema'
import { confidences, limits, ownEvidenceOf, type Confidence, type EvaluationRecord, type OwnEvidence } from './record'

export interface Draft {
  /** The id of a project on the map, or the name of one that is not on it. */
  readonly project: string
  readonly answers: Readonly<Partial<Record<QuestionId, GivenAnswer>>>
  readonly own: readonly OwnEvidence[]
  readonly confidence?: Confidence | undefined
  /** The step to go on from, from 0: an answer and a reason for each question, then the confidence, then the place. */
  readonly step: number
  /** `YYYY-MM-DD`. */
  readonly begun: string
  /** Somebody is answering right now. Found so when a window opens, it was closed in the middle. */
  readonly isOpen: boolean
}

/** The steps that come before the place where the evaluation goes. */
export const stepCount = 2 * questionIds.length + 1

/** Drafts above this many: the oldest is given up. */
export const mostDrafts = 12

export function newDraft(project: string, today: string): Draft {
  return { project, answers: {}, own: [], step: 0, begun: today, isOpen: true }
}

/** A draft that starts from the answers of an earlier evaluation. */
export function draftFrom(record: EvaluationRecord, project: string, today: string): Draft {
  const given = ({ answer, layer, note }: Choice & { note: string }): GivenAnswer => ({
    answer,
    ...(layer === undefined ? {} : { layer }),
    note,
  })
  const { layer, token, usage } = record.answers
  return {
    ...newDraft(project, today),
    answers: { layer: given(layer), token: given(token), usage: given(usage) },
    own: ownEvidenceOf(record),
    ...(record.confidence === undefined ? {} : { confidence: record.confidence }),
  }
}

const text = (max: number) => z.string().check(z.maxLength(max))
const answerSchema = z.strictObject({
  answer: z.enum(['yes', 'no', 'unsure']),
  layer: z.optional(z.string()),
  note: text(limits.note),
})
const draftSchema = z.strictObject({
  project: text(80).check(z.minLength(1)),
  answers: z.strictObject({
    layer: z.optional(answerSchema),
    token: z.optional(answerSchema),
    usage: z.optional(answerSchema),
  }),
  own: z
    .array(
      z.strictObject({
        question: z.enum(['layer', 'token', 'usage']),
        claim: text(limits.claim),
        number: text(limits.number),
        url: text(limits.url),
        asOf: text(10),
      }),
    )
    .check(z.maxLength(limits.ownEvidence)),
  confidence: z.optional(z.enum(confidences)),
  step: z.int().check(z.gte(0), z.lte(stepCount)),
  begun: z.string().check(z.regex(/^\d{4}-\d\d-\d\d$/)),
  isOpen: z.boolean(),
})

/** The drafts among what was stored, maybe by another version of the extension; whatever is none is left out. */
export function readDrafts(stored: unknown, index: ProjectIndex): Draft[] {
  if (!Array.isArray(stored)) return []
  const layers = index.knowledge.layers.map(({ id }) => id)
  return stored.slice(0, mostDrafts).flatMap((candidate: unknown): Draft[] => {
    const read = draftSchema.safeParse(candidate)
    if (!read.success) return []
    const { answers, ...draft } = read.data
    const given = Object.fromEntries(
      questionIds.flatMap((id) => {
        const answer = answers[id]
        if (!answer) return []
        const layer = layers.find((known) => known === answer.layer)
        const { answer: said, note } = answer
        return [[id, { answer: said, note, ...(layer === undefined ? {} : { layer }) }]]
      }),
    )
    return [{ ...draft, answers: given }]
  })
}
