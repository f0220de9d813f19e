import type { ProjectLinkView, ProjectView } from '../core/views'
import type { OpenProject } from './chip'
import { Section } from './section'

/** What the project can be weighed against, and what it cannot. */
export function Comparison({ project, open }: { readonly project: ProjectView; readonly open: OpenProject }) {
  return (
    <Section title="Compare with">
      <h3>{project.layer.id === 'none' ? 'On the same floor' : `On the same floor, ${project.layer.name}`}</h3>
      <ProjectLinks projects={project.comparable} empty="Nothing to compare it with on this floor." open={open} />
      <h3>Not a substitute</h3>
      <p>{project.notComparable || 'Projects on the other floors do a different job.'}</p>
      <h3>Counterparts</h3>
      <ProjectLinks projects={project.counterparts} empty="No counterpart is recorded." open={open} />
    </Section>
  )
}

interface ProjectLinksProps {
  readonly projects: readonly ProjectLinkView[]
  readonly empty: string
  readonly open: OpenProject
}

function ProjectLinks({ projects, empty, open }: ProjectLinksProps) {
  if (projects.length === 0) return <p class="muted">{empty}</p>
  return (
    <ul class="chips">
      {projects.map(({ id, name }) => (
        <li key={id}>
          <button class="chip" type="button" onClick={() => open(id)}>
            {name}
          </button>
        </li>
      ))}
    </ul>
  )
}
