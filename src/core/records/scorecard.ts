/** All evaluated projects of a vault as a table, and what is still to be evaluated. */
import { evaluate, questionIds, sayChoice, type Answer } from '../evaluation'
import { ageInDays } from '../figures'
import { isBesideTheMap, tickerOf, type ProjectIndex } from '../knowledge/projectIndex'
import type { LayerId, Project } from '../knowledge/schema'
import { escapeCell } from '../markdownText'
import { recheckReasons, type History } from './history'
import { projectOf, recordName, type VerdictId } from './record'

export interface ScoreRow {
  /** As `projectKey` gives it. */
  readonly key: string
  readonly name: string
  readonly ticker: string
  /** Absent for a project that is not on the map. */
  readonly layer?: LayerId
  readonly layerName: string
  /** In the order of the questions. */
  readonly answers: readonly { readonly answer: Answer; readonly text: string }[]
  readonly cleared: number
  /** What the answers come to. */
  readonly verdict: VerdictId
  readonly verdictName: string
  /** Days since the evaluation. */
  readonly age: number
  readonly date: string
  /** Why it is to be looked at again; empty when it is not. */
  readonly recheck: readonly string[]
  /** What is odd about it, in words: not on the map, a verdict that contradicts the answers. */
  readonly remarks: readonly string[]
  /** The note of the latest record. */
  readonly note: string
  /** How often it was evaluated. */
  readonly times: number
}

/** A project that waits to be evaluated. */
interface ToDo {
  readonly project: Project
  readonly isHeld: boolean
  /** In all notes. */
  readonly mentions: number
}

export interface Scorecard {
  readonly rows: readonly ScoreRow[]
  readonly toDo: readonly ToDo[]
}

/** What the notes say of projects, by id. */
export interface VaultFacts {
  readonly held: ReadonlySet<string>
  readonly mentions: ReadonlyMap<string, number>
}

/** Mentions from which a project that nobody evaluated is worth a line. */
const oftenMentioned = 3

/** Rows by layer, from the ground up, best first. `today` is `YYYY-MM-DD`. */
export function scorecard(
  history: History,
  facts: VaultFacts,
  index: ProjectIndex,
  today: string,
  recheckAfterDays: number,
): Scorecard {
  const rows = [...history].flatMap(([key, [latest, ...earlier]]): ScoreRow[] => {
    if (!latest) return []
    const { record, note } = latest
    const project = projectOf(record, index)
    const verdict = evaluate(record.answers, index)
    const layer = record.answers.layer.layer ?? (project && index.layerOf(project)?.id)
    return [
      {
        key,
        name: recordName(record, index),
        ticker: project ? tickerOf(project) : '',
        ...(layer === undefined ? {} : { layer }),
        layerName: layer === undefined ? 'Not placed' : index.layer(layer).name,
        answers: questionIds.map((id) => ({
          answer: record.answers[id].answer,
          text: sayChoice(id, record.answers[id], index),
        })),
        cleared: verdict.cleared,
        verdict: verdict.rule.id,
        verdictName: verdict.rule.name,
        age: ageInDays(record.date, today),
        date: record.date,
        recheck: recheckReasons(record, index, today, recheckAfterDays),
        remarks: [
          ...(project ? [] : ['not on the map']),
          ...(record.verdict === verdict.rule.id ? [] : [`the note says ${record.verdict}`]),
        ],
        note,
        times: 1 + earlier.length,
      },
    ]
  })
  return { rows: rows.sort(inOrder(index)), toDo: toDo(history, facts, index) }
}

function inOrder(index: ProjectIndex): (a: ScoreRow, b: ScoreRow) => number {
  const layers = index.knowledge.layers.map(({ id }) => id)
  const floor = ({ layer }: ScoreRow) => (layer === undefined ? layers.length : layers.indexOf(layer))
  return (a, b) => floor(a) - floor(b) || b.cleared - a.cleared || (a.name < b.name ? -1 : 1)
}

/** Held first, then what is mentioned often. Systems without a token are no bets and wait for nothing. */
function toDo(history: History, { held, mentions }: VaultFacts, index: ProjectIndex): ToDo[] {
  return index.knowledge.projects
    .filter((project) => !history.has(project.id) && !isBesideTheMap(project))
    .map((project) => ({ project, isHeld: held.has(project.id), mentions: mentions.get(project.id) ?? 0 }))
    .filter(({ isHeld, mentions: count }) => isHeld || count >= oftenMentioned)
    .sort(
      (a, b) =>
        Number(b.isHeld) - Number(a.isHeld) || b.mentions - a.mentions || (a.project.name < b.project.name ? -1 : 1),
    )
}

/** The scorecard as a note: a table for each layer, then what is to be done. */
export function scorecardMarkdown({ rows, toDo }: Scorecard, index: ProjectIndex, today: string): string {
  const layerNames = [...new Set(rows.map(({ layerName }) => layerName))]
  const heads = index.knowledge.questions.map(({ shortName }) => shortName)
  const tables = layerNames.flatMap((layerName) => [
    `## ${layerName}`,
    '',
    `| Project | ${heads.join(' | ')} | Cleared | Verdict | Evaluated | Look again |`,
    `| ${Array.from({ length: heads.length + 5 }, () => '---').join(' | ')} |`,
    ...rows
      .filter((row) => row.layerName === layerName)
      .map((row) => {
        const cells = [
          nameWithTicker(row),
          ...row.answers.map(({ text }) => text),
          `${row.cleared} of 3`,
          row.verdictName,
          row.date,
          [...row.recheck, ...row.remarks].join('; '),
        ]
        return `| ${cells.map(escapeCell).join(' | ')} |`
      }),
    '',
  ])
  const waiting = toDo.map(
    ({ project, isHeld, mentions }) =>
      `- [ ] ${escapeCell(project.name)}: ${[...(isHeld ? ['held'] : []), ...(mentions > 0 ? [`mentioned ${mentions} times`] : [])].join(', ')}`,
  )
  return [
    '# Scorecard',
    '',
    `${rows.length} evaluated ${rows.length === 1 ? 'project' : 'projects'}, ${today}. An open question counts as not cleared. Not advice.`,
    '',
    ...tables,
    ...(waiting.length > 0 ? ['## Not evaluated yet', '', ...waiting, ''] : []),
  ].join('\n')
}

/** The rows as CSV for a spreadsheet: lines end with CRLF, and no cell is a formula. */
export function scorecardCsv({ rows }: Scorecard, index: ProjectIndex): string {
  const heads = index.knowledge.questions.map(({ shortName }) => shortName)
  const lines = [
    ['Project', 'Ticker', 'On layer', ...heads, 'Cleared', 'Verdict', 'Evaluated', 'Times', 'Look again', 'Remarks'],
    ...rows.map((row) => [
      row.name,
      row.ticker,
      row.layerName,
      ...row.answers.map(({ text }) => text),
      String(row.cleared),
      row.verdictName,
      row.date,
      String(row.times),
      row.recheck.join('; '),
      row.remarks.join('; '),
    ]),
  ]
  return lines.map((cells) => `${cells.map(csvCell).join(',')}\r\n`).join('')
}

/** A cell that a spreadsheet shows as it is: one that would be run as a formula gets an apostrophe in front. */
function csvCell(text: string): string {
  const harmless = /^\s*[=+\-@]/.test(text) ? `'${text}` : text
  return /[",\r\n']/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}

function nameWithTicker({ name, ticker }: ScoreRow): string {
  return ticker === '' ? name : `${name} (${ticker})`
}
