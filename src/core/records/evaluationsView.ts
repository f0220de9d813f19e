/** Evaluations in the words that a person sees in the panel and on the card. Pure data for `protocol.ts`. */
import { evaluate, type Answer } from '../evaluation'
import { sayDate, sayShortDate } from '../figures'
import { tickerOf, type ProjectIndex } from '../knowledge/projectIndex'
import type { Standing } from '../knowledge/schema'
import type { EvaluationsView, PastEvaluationView, ScoreRowView } from '../views'
import { changesBetween, recheckReasons, sayChange, type History, type KeptRecord } from './history'
import type { Scorecard, ScoreRow } from './scorecard'

/** `broken` names the notes that cannot be read, and why. */
export function evaluationsView(
  { rows, toDo }: Scorecard,
  broken: EvaluationsView['broken'],
  index: ProjectIndex,
): EvaluationsView {
  return {
    questions: index.knowledge.questions.map(({ shortName }) => shortName),
    rows: rows.map((row) => rowView(row, index)),
    toDo: toDo.map(({ project, isHeld, mentions }) => ({
      project: project.id,
      name: project.name,
      ticker: tickerOf(project),
      why: [...(isHeld ? ['held'] : []), ...(mentions > 0 ? [`mentioned ${times(mentions)}`] : [])].join(', '),
    })),
    broken,
  }
}

const standings: Readonly<Record<Answer, Standing>> = { yes: 'clears', no: 'does-not-clear', unsure: 'unknown' }

function rowView(row: ScoreRow, index: ProjectIndex): ScoreRowView {
  const { key, name, ticker, answers, cleared, verdictName, date, recheck, remarks } = row
  const layer = row.layer === undefined ? undefined : index.layer(row.layer)
  return {
    key,
    name,
    ticker,
    ...(index.head(key) ? { project: key } : {}),
    layer: layer
      ? { id: layer.id, name: layer.name, letter: layer.letter }
      : { id: 'none', name: row.layerName, letter: '?' },
    answers: answers.map(({ answer, text }) => ({ standing: standings[answer], text })),
    cleared,
    verdict: verdictName,
    date,
    dateText: sayShortDate(date),
    recheck,
    remarks,
  }
}

/** The line of verdicts of a project, the latest first, each with what changed since the one before. */
export function pastEvaluations(line: readonly KeptRecord[], index: ProjectIndex): PastEvaluationView[] {
  return line.map(({ record }, at) => {
    const before = line[at + 1]?.record
    const verdict = evaluate(record.answers, index)
    return {
      date: sayDate(record.date),
      verdict: verdict.rule.name,
      cleared: `${verdict.cleared} of 3`,
      changes: before ? changesBetween(before, record, index).map(sayChange) : [],
    }
  })
}

/** The last verdict of a project in a few words, for places that are small. */
export interface LastVerdict {
  /** `worth watching, 1 November 2026`. */
  readonly text: string
  /** 0 to 3. */
  readonly cleared: number
  /** It is old, or what is known has changed since. */
  readonly isStale: boolean
}

/** By project id. `today` is `YYYY-MM-DD`. */
export function lastVerdicts(
  history: History,
  index: ProjectIndex,
  today: string,
  recheckAfterDays: number,
): ReadonlyMap<string, LastVerdict> {
  return new Map(
    [...history].flatMap(([key, [latest]]): [string, LastVerdict][] => {
      if (!latest) return []
      const { rule, cleared } = evaluate(latest.record.answers, index)
      return [
        [
          key,
          {
            text: `${rule.name}, ${sayDate(latest.record.date)}`,
            cleared,
            isStale: recheckReasons(latest.record, index, today, recheckAfterDays).length > 0,
          },
        ],
      ]
    }),
  )
}

function times(count: number): string {
  return count === 1 ? 'once' : `${count} times`
}
