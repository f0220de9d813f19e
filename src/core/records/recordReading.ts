/** What reading a record comes to. Offsets are UTF-16 code units of the note. */
import type { VerdictRule } from '../knowledge/schema'
import type { EvaluationRecord } from './record'

export interface Place {
  readonly start: number
  readonly end: number
}

/** A piece of a note to be replaced. */
export interface TextEdit extends Place {
  readonly text: string
}

/** A record says another verdict than its answers come to. The place is that of the verdict. */
export interface Contradiction extends Place {
  readonly expected: VerdictRule
  /** What sets it right. */
  readonly edits: readonly TextEdit[]
}

/** Why a record cannot be read, and where. */
export interface UnreadRecord extends Place {
  readonly ok: false
  readonly reason: string
}

export type ReadRecord =
  | {
      readonly ok: true
      readonly record: EvaluationRecord
      /** Where it begins. */
      readonly start: number
      readonly contradiction?: Contradiction
    }
  | UnreadRecord
