import { useState } from 'preact/hooks'
import type { EvaluationsView, ScoreRowView } from '../core/views'
import type { OpenProject } from './chip'
import { Icon } from './icon'
import { LongList } from './longList'
import { Section } from './section'
import { count } from './words'

/** What a person can do here. A key names an evaluated project to the extension. */
interface EvaluationActions {
  readonly open: OpenProject
  readonly openRecord: (key: string, at: number) => void
  readonly openBroken: (at: number) => void
  readonly recheck: (key: string) => void
  readonly evaluate: (project: string) => void
  readonly exportScorecard: () => void
}

interface EvaluationsProps {
  readonly evaluations: EvaluationsView | undefined
  readonly actions: EvaluationActions
}

/** The scorecard of the vault, and what waits to be evaluated. */
export function Evaluations({ evaluations, actions }: EvaluationsProps) {
  return (
    <>
      <h1 id="evaluations-heading" tabIndex={-1}>
        What you have evaluated
      </h1>
      {evaluations ? (
        <Body evaluations={evaluations} actions={actions} />
      ) : (
        <p class="waiting">The evaluations are on their way…</p>
      )}
    </>
  )
}

interface BodyProps extends EvaluationsProps {
  readonly evaluations: EvaluationsView
}

function Body({ evaluations: { questions, rows, toDo, broken }, actions }: BodyProps) {
  return (
    <>
      {rows.length === 0 ? (
        <p class="lead">
          Nothing yet. Evaluate a project: three questions, and a record in your vault that you can come back to.
        </p>
      ) : (
        <Scorecard questions={questions} rows={rows} actions={actions} />
      )}
      <Section title="Not evaluated yet" empty={toDo.length === 0 && 'Nothing that you hold or mention often waits.'}>
        <LongList class="to-do" items={toDo} limit={10} noun="projects">
          {({ project, name, ticker, why }) => (
            <li key={project}>
              <span>
                <button class="name" type="button" data-project={project} onClick={() => actions.open(project)}>
                  {name}
                  {ticker && <span class="ticker"> {ticker}</span>}
                </button>
                <span class="muted">{` ${why}`}</span>
              </span>
              <button
                class="secondary"
                type="button"
                aria-label={`Evaluate ${name}`}
                onClick={() => actions.evaluate(project)}
              >
                Evaluate…
              </button>
            </li>
          )}
        </LongList>
      </Section>
      {broken.length > 0 && (
        <Section title="Cannot be read">
          <ul class="facts">
            {broken.map(({ name, reason }, at) => (
              <li key={at}>
                <button class="name" type="button" onClick={() => actions.openBroken(at)}>
                  {name}
                </button>
                {`: ${reason}. It is left as it is.`}
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  )
}

type Column = 'layer' | 'name' | 'cleared' | 'date'

/** How each column sorts, in the direction in which it is mostly wanted. */
const orders: Readonly<Record<Column, (a: ScoreRowView, b: ScoreRowView) => number>> = {
  // The rows come by layer, best first.
  layer: () => 0,
  name: (a, b) => a.name.localeCompare(b.name),
  cleared: (a, b) => b.cleared - a.cleared,
  date: (a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : 0),
}

const columnNames: Readonly<Record<Column, string>> = {
  name: 'Project',
  layer: 'Layer',
  cleared: 'Verdict',
  date: 'Date',
}

const look = 'to look at again'

function Scorecard({
  questions,
  rows,
  actions,
}: Pick<EvaluationsView, 'questions' | 'rows'> & Pick<BodyProps, 'actions'>) {
  const [order, setOrder] = useState<{ readonly by: Column; readonly isReversed: boolean }>({
    by: 'layer',
    isReversed: false,
  })
  const [filter, setFilter] = useState('')
  const verdicts = [...new Set(rows.map(({ verdict }) => verdict))]
  const shown = rows.filter(
    (row) => filter === '' || row.verdict === filter || (filter === look && row.recheck.length > 0),
  )
  const sorted = [...shown].sort(orders[order.by])
  if (order.isReversed) sorted.reverse()
  const sort = (by: Column) => setOrder({ by, isReversed: order.by === by && !order.isReversed })
  const head = (column: Column) => (
    <th scope="col" aria-sort={order.by === column ? (order.isReversed ? 'descending' : 'ascending') : undefined}>
      <button class="sort" type="button" onClick={() => sort(column)}>
        {columnNames[column]}
        <span class="sort-sign" aria-hidden="true">
          {order.by === column ? (order.isReversed ? ' ↑' : ' ↓') : ''}
        </span>
      </button>
    </th>
  )
  return (
    <>
      <p class="controls">
        <label>
          {'Show '}
          <select value={filter} onChange={({ currentTarget }) => setFilter(currentTarget.value)}>
            <option value="">all verdicts</option>
            {verdicts.map((verdict) => (
              <option key={verdict} value={verdict}>
                {verdict}
              </option>
            ))}
            <option value={look}>{look}</option>
          </select>
        </label>
        <button class="secondary" type="button" onClick={actions.exportScorecard}>
          Export…
        </button>
        <span class="muted" role="status">
          {count(sorted.length, 'project')}
        </span>
      </p>
      <table class="scorecard">
        <caption class="sr-only">Evaluated projects</caption>
        <thead>
          <tr>
            {head('layer')}
            {head('name')}
            <th scope="col">{questions.join(', ')}</th>
            {head('cleared')}
            {head('date')}
          </tr>
        </thead>
        <tbody>
          {sorted.map((row) => (
            <Row key={row.key} row={row} questions={questions} actions={actions} />
          ))}
        </tbody>
      </table>
    </>
  )
}

interface RowProps extends Pick<EvaluationsView, 'questions'>, Pick<BodyProps, 'actions'> {
  readonly row: ScoreRowView
}

/** So many reasons say enough; the details of the project have all. */
const shownReasons = 2

function Row({ row, questions, actions }: RowProps) {
  const { key, name, ticker, project, layer, answers, cleared, verdict, dateText, recheck, remarks } = row
  const reasons = recheck.slice(0, shownReasons)
  const more = recheck.length - reasons.length
  return (
    <>
      <tr data-layer={layer.id} class={recheck.length > 0 ? 'has-more' : undefined}>
        <td>
          <span class="letter" aria-hidden="true" title={layer.name}>
            {layer.letter}
          </span>
          <span class="sr-only">{layer.name}</span>
        </td>
        <th scope="row">
          {project === undefined ? (
            name
          ) : (
            <button class="name" type="button" data-project={project} onClick={() => actions.open(project)}>
              {name}
              {ticker && <span class="ticker"> {ticker}</span>}
            </button>
          )}
          {remarks.map((remark) => (
            <span key={remark} class="remark">
              {remark}
            </span>
          ))}
        </th>
        <td>
          <ul class="answer-marks">
            {answers.map(({ standing, text }, at) => (
              <li key={at} title={`${questions[at] ?? ''}: ${text}`}>
                <Icon name={standing} />
                <span class="sr-only">{`${questions[at] ?? ''}: ${text}`}</span>
              </li>
            ))}
          </ul>
        </td>
        <td>
          {verdict}
          <span class="remark">{`${cleared} of 3`}</span>
        </td>
        <td>
          <button
            class="name"
            type="button"
            aria-label={`Open the record of ${name}, ${dateText}`}
            onClick={() => actions.openRecord(key, 0)}
          >
            {dateText}
          </button>
        </td>
      </tr>
      {recheck.length > 0 && (
        <tr>
          <td />
          <td colSpan={4}>
            <span class="look-again">
              <Icon name="evidence" />
              <span>{`${reasons.join('; ')}${more > 0 ? `; and ${more} more` : ''}`}</span>
              <button
                class="secondary"
                type="button"
                aria-label={`Re-check ${name}`}
                onClick={() => actions.recheck(key)}
              >
                Re-check…
              </button>
            </span>
          </td>
        </tr>
      )}
    </>
  )
}
