/**
 * What the panel shows, as plain data: the map, a project, the exposure, the scorecard, and pictures of them. Text is shown
 * as text, never as markup.
 */
import type { LayerId, Place, QuestionId, Standing } from './knowledge/schema'

/** A project as it stands on a floor. */
export interface ChipView {
  readonly id: string
  readonly name: string
  /** `TAO`, `SN64`, or empty. */
  readonly ticker: string
  /** What sort of thing a counterpart is, in words ("centralized", "open weights"); empty for crypto projects. */
  readonly kindNote: string
  /** `yours` or `changed by you`; empty for what is built in. */
  readonly whose: string
  /** Mentions in the current note; 0 when the note is silent about it. */
  readonly mentions: number
  /** Your last verdict and its date, in words; empty when you have not evaluated it. */
  readonly verdict: string
  /** Subnets shown inside their network. */
  readonly subnets: readonly ChipView[]
}

export interface FloorView {
  readonly id: LayerId
  readonly name: string
  readonly letter: string
  readonly summary: string
  readonly wins: string
  readonly loses: string
  readonly projects: readonly ChipView[]
  readonly centralized: { readonly text: string; readonly projects: readonly ChipView[] }
  /** The token-less alternative, on the floor that has one. */
  readonly openAlternative?: { readonly text: string; readonly projects: readonly ChipView[] }
}

export interface MapView {
  /** The note that the map follows: its file name, and how many mentions and projects it holds. */
  readonly note?: { readonly name: string; readonly mentions: number; readonly projects: number }
  /** From the top floor (execution) down to the ground floor (compute). */
  readonly floors: readonly FloorView[]
  /** Projects that sit on no floor. */
  readonly unplaced: readonly ChipView[]
  readonly notices: readonly NoticeView[]
}

/** What of the map is the user's, or what is wrong with that, in a sentence. */
export interface NoticeView {
  readonly text: string
  readonly isProblem: boolean
}

export interface SourceView {
  readonly title: string
  /** https only; absent when the source has no address. */
  readonly url?: string
}

/** One of the three questions with today's answer. */
export interface AnswerView {
  readonly id: QuestionId
  readonly question: string
  readonly standing: Standing
  /** `clears`, `does not clear`, `unknown`, as shown. */
  readonly standingText: string
  readonly reason: string
  /** What the answer rests on, with its age; nothing when nothing was found. */
  readonly basis?: SourceView
}

export interface EvidenceView {
  /** "20 million USD per year". */
  readonly figure: string
  readonly metric: string
  /** "October 2025, 13 months old, stale". */
  readonly age: string
  readonly isStale: boolean
  /** "says a third party". */
  readonly claimant: string
  readonly note?: string
  readonly source: SourceView
}

export interface MentionView {
  /** UTF-16 offset of the mention in the note's text. */
  readonly start: number
  /** 1-based. */
  readonly line: number
  /** The line around the mention, split so that the mention can be set apart. */
  readonly before: string
  readonly text: string
  readonly after: string
}

export interface ProjectLinkView {
  readonly id: string
  readonly name: string
}

export interface ProjectView {
  readonly id: string
  readonly name: string
  readonly ticker: string
  /** The floor, or that there is none. */
  readonly layer: { readonly id: Place; readonly name: string; readonly letter: string }
  /** "network", "Bittensor subnet 64", "centralized, no token"... */
  readonly kind: string
  /** Whose words these are, when they are not all built in, and what is built in where they differ. */
  readonly origin?: { readonly isOwn: boolean; readonly text: string; readonly changes: readonly string[] }
  readonly does: string
  readonly layerReason: string
  readonly answers: readonly AnswerView[]
  readonly evidence: readonly EvidenceView[]
  /** Same floor: what it can be compared with. */
  readonly comparable: readonly ProjectLinkView[]
  /** Why nothing on the other floors is a substitute. */
  readonly notComparable: string
  readonly counterparts: readonly ProjectLinkView[]
  /** Memberships, former names and parents, in words. */
  readonly relations: readonly string[]
  /** Where the article that inspired the map and today differ. */
  readonly article?: {
    readonly says: string
    readonly today: string
    readonly asOf: string
    readonly source: SourceView
  }
  readonly events: readonly { readonly date: string; readonly text: string; readonly source: SourceView }[]
  readonly links: readonly SourceView[]
  /** What else its names mean. */
  readonly otherSenses: readonly string[]
  /** What no stored source backs, in words. */
  readonly unverified: readonly string[]
  /** In the current note, in order. */
  readonly mentions: readonly MentionView[]
  readonly entryPoints: readonly EntryPointView[]
  /** Your evaluations, the latest first. */
  readonly evaluations: readonly PastEvaluationView[]
  /** Why the latest of them is to be looked at again; empty when it is not. */
  readonly recheck: readonly string[]
}

/** What a person can do without code. */
export interface EntryPointView {
  readonly does: string
  /** What it needs, costs and risks, and when it was seen so. */
  readonly terms: string
  /** "Try it", with its address. */
  readonly link: SourceView
}

export interface PastEvaluationView {
  /** "1 November 2026". */
  readonly date: string
  readonly verdict: string
  /** "2 of 3". */
  readonly cleared: string
  /** What changed since the evaluation before it. */
  readonly changes: readonly string[]
}

/** An evaluated project as a row of the scorecard. */
export interface ScoreRowView {
  /** Names the evaluations of the project to the extension. */
  readonly key: string
  readonly name: string
  readonly ticker: string
  /** Its id; absent for one that is not on the map. */
  readonly project?: string
  readonly layer: { readonly id: Place; readonly name: string; readonly letter: string }
  /** In the order of the questions. */
  readonly answers: readonly { readonly standing: Standing; readonly text: string }[]
  /** 0 to 3. */
  readonly cleared: number
  readonly verdict: string
  /** `YYYY-MM-DD`. */
  readonly date: string
  /** "18 Nov 2026". */
  readonly dateText: string
  /** Why it is to be looked at again; empty when it is not. */
  readonly recheck: readonly string[]
  /** What is odd about it, in words. */
  readonly remarks: readonly string[]
}

export interface EvaluationsView {
  /** Short names of the questions. */
  readonly questions: readonly string[]
  /** By layer from the ground up, best first. */
  readonly rows: readonly ScoreRowView[]
  /** Held or often mentioned, and not evaluated. */
  readonly toDo: readonly {
    readonly project: string
    readonly name: string
    readonly ticker: string
    readonly why: string
  }[]
  /** Notes that call themselves records and cannot be read. */
  readonly broken: readonly { readonly name: string; readonly reason: string }[]
}

/** A layer of the exposure, or what is on none. */
type ExposurePlaceId = LayerId | 'none' | 'off-map' | 'cash'

export interface LayerWeightView {
  readonly id: ExposurePlaceId
  readonly name: string
  /** One character that stands for it where colour cannot: the layer's letter, or a sign. */
  readonly letter: string
  /** 0 to 1. */
  readonly weight: number
  /** `43%` */
  readonly weightText: string
  /** `3 holdings` */
  readonly holdings: string
}

/** A place in a note that can be gone to. */
export interface PlaceView {
  /** Index in `ExposureView.notes`. */
  readonly note: number
  /** UTF-16 offset. */
  readonly start: number
  readonly end: number
  /** 1-based. */
  readonly line: number
}

export interface HoldingView {
  readonly name: string
  readonly ticker: string
  /** Absent for what is not on the map. */
  readonly project?: string
  readonly layer: Pick<LayerWeightView, 'id' | 'name' | 'letter'>
  /** `43%`, or empty when nothing is held. */
  readonly weightText: string
  /** `12.5 units, 4,850 USD`; or empty. */
  readonly amounts: string
  readonly places: readonly PlaceView[]
}

export interface FindingView {
  readonly tone: 'bet' | 'evidence' | 'reading'
  readonly text: string
  /** The amounts that it is about; or empty. */
  readonly amounts: string
  readonly places: readonly PlaceView[]
}

/** Whose holdings are added up. */
export const exposureScopes = ['note', 'vault'] as const

export type ExposureScope = (typeof exposureScopes)[number]

export interface ExposureView {
  readonly scope: ExposureScope
  /** How the holdings of several notes come together; empty for one note. */
  readonly rule: string
  /** Names of the notes that are added up. */
  readonly notes: readonly string[]
  /** How the weights come about, in one sentence. */
  readonly basis: string
  /** With their currency; empty when the values cannot be added up. */
  readonly total: string
  /** From the ground floor up, then what is on no layer; those without weight too, except the last two. */
  readonly layers: readonly LayerWeightView[]
  /** Heaviest first. */
  readonly holdings: readonly HoldingView[]
  readonly findings: readonly FindingView[]
}

/** A shape of a picture; an empty fill or stroke is none. */
export type ShapeView =
  | {
      readonly type: 'rect'
      readonly x: number
      readonly y: number
      readonly width: number
      readonly height: number
      readonly fill: string
      readonly stroke: string
      readonly radius: number
    }
  | {
      readonly type: 'line'
      readonly x1: number
      readonly y1: number
      readonly x2: number
      readonly y2: number
      readonly stroke: string
    }
  | {
      readonly type: 'text'
      readonly x: number
      /** Of the base line. */
      readonly y: number
      readonly text: string
      readonly size: number
      readonly isBold: boolean
      readonly fill: string
      readonly anchor: 'start' | 'middle' | 'end'
    }

/** A picture that is taken out of the panel. */
export interface PictureView {
  readonly title: string
  readonly width: number
  readonly height: number
  readonly font: string
  /** The first lies at the bottom. */
  readonly shapes: readonly ShapeView[]
}
