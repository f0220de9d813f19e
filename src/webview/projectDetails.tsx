import type { ProjectView } from '../core/views'
import { Answers } from './answers'
import { ArticleAndToday, Events, Links, OtherSenses, Relations, Unverified } from './background'
import type { OpenProject } from './chip'
import { Comparison } from './comparison'
import { EntryPoints } from './entryPoints'
import { Evidence } from './evidence'
import { Icon } from './icon'
import { Mentions } from './mentions'
import { Origin } from './origin'
import { PastEvaluations } from './pastEvaluations'

export interface ProjectDetailsProps {
  /** Known from the map before the details arrive. */
  readonly name: string
  readonly project: ProjectView | undefined
  /** What the view is called that these details lead back to. */
  readonly view: string
  /** The project that these details were opened from, if it was not a view. */
  readonly previous: string | undefined
  readonly followsNote: boolean
  readonly open: OpenProject
  readonly stepBack: () => void
  readonly leave: () => void
  readonly evaluate: () => void
  readonly reveal: (start: number) => void
  /** `at` counts from the latest evaluation. */
  readonly openRecord: (at: number) => void
  readonly recheck: () => void
}

/** Everything that is known of one project. */
export function ProjectDetails({ name, project, view, previous, leave, stepBack, ...rest }: ProjectDetailsProps) {
  return (
    <div class="details" data-layer={project?.layer.id}>
      <nav class="back" aria-label="Back">
        <button class="quiet" type="button" onClick={leave}>
          <Icon name="back" />
          {`Back to the ${view.toLowerCase()}`}
        </button>
        {previous !== undefined && (
          <button class="quiet" type="button" onClick={stepBack}>
            {`Back to ${previous}`}
          </button>
        )}
      </nav>
      {/* One heading element for all projects and states: it may hold the focus while the rest is replaced. */}
      <h1 id="details-heading" tabIndex={-1}>
        {name}
        {project?.ticker && <span class="ticker">{project.ticker}</span>}
      </h1>
      {project ? (
        <Body key={project.id} project={project} {...rest} />
      ) : (
        <p class="waiting">Details are on their way…</p>
      )}
    </div>
  )
}

interface BodyProps extends Pick<
  ProjectDetailsProps,
  'followsNote' | 'open' | 'evaluate' | 'reveal' | 'openRecord' | 'recheck'
> {
  readonly project: ProjectView
}

function Body({ project, followsNote, open, evaluate, reveal, openRecord, recheck }: BodyProps) {
  return (
    <>
      <p class="place">
        <span class="letter" aria-hidden="true">
          {project.layer.letter}
        </span>
        <span>
          <strong>{project.layer.name}</strong>
          <span class="sr-only">{` (${project.layer.letter})`}</span>
          {`, ${project.kind || 'kind unknown'}`}
        </span>
      </p>
      {project.origin && <Origin {...project.origin} />}
      <p class="does">{project.does || 'What it does is not recorded.'}</p>
      {project.layerReason && <p class="muted">{`Why this floor: ${project.layerReason}`}</p>}
      <button class="primary" type="button" onClick={evaluate}>
        Evaluate…
      </button>
      <Mentions mentions={project.mentions} followsNote={followsNote} reveal={reveal} />
      <div class="columns">
        <div>
          <Answers answers={project.answers} />
          <PastEvaluations
            evaluations={project.evaluations}
            recheck={project.recheck}
            openRecord={openRecord}
            recheckNow={recheck}
          />
          <Comparison project={project} open={open} />
          <ArticleAndToday article={project.article} />
        </div>
        <div>
          <Evidence evidence={project.evidence} />
          <Relations relations={project.relations} />
          <Events events={project.events} />
          <EntryPoints entryPoints={project.entryPoints} />
          <Links links={project.links} />
          <OtherSenses otherSenses={project.otherSenses} />
          <Unverified {...project} />
        </div>
      </div>
    </>
  )
}
