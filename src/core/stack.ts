/** A stack for a use case: one pick a layer, what each still owes an answer to, and what the centralized stack would be. */
import { sayPlace } from './card'
import { evaluate, knownAnswers, subjectTitle, type Verdict } from './evaluation'
import { sayList } from './figures'
import type { ProjectIndex } from './knowledge/projectIndex'
import type { LayerId, Project } from './knowledge/schema'
import { escapeCell } from './markdownText'

export interface Stack {
  /** As typed: `Support agent for a small shop`. */
  readonly useCase: string
  /** A layer without a pick is left open. */
  readonly picks: Readonly<Partial<Record<LayerId, Project | undefined>>>
}

/** What each layer does in a stack, from where people meet it down to the machines. */
export const stackJobs: readonly { readonly layer: LayerId; readonly job: string }[] = [
  { layer: 'execution-ux', job: 'An app shows' },
  { layer: 'agents-data', job: 'Agents coordinate' },
  { layer: 'intelligence', job: 'Models think' },
  { layer: 'compute', job: 'Machines compute' },
]

/** What can be picked for a layer, with the most to show for first: networks, then subnets that work there. */
export function picksFor(layer: LayerId, index: ProjectIndex): readonly Project[] {
  const subnets = index.knowledge.projects.filter((project) => project.kind === 'subnet' && project.layer === layer)
  const cleared = (project: Project) => standingOf(project, index).cleared
  return [...index.onFloor(layer), ...subnets.sort((a, b) => cleared(b) - cleared(a))]
}

function standingOf(project: Project, index: ProjectIndex): Verdict {
  return evaluate(knownAnswers(project), index)
}

/** `Worth watching, 2 of 3 cleared` */
export function sayStanding(project: Project, index: ProjectIndex): string {
  const { rule, cleared } = standingOf(project, index)
  return `${rule.name}, ${cleared} of 3 cleared`
}

/** The stack as Markdown for a note, with a Mermaid diagram. Lines end with `\n`. `today` is `YYYY-MM-DD`. */
export function stackMarkdown(stack: Stack, index: ProjectIndex, today: string): string {
  const rows = stackJobs.map(({ layer, job }) => {
    const pick = stack.picks[layer]
    const cells = pick
      ? [subjectTitle({ project: pick }), sayStanding(pick, index)]
      : ['left open', 'no pick: this part is missing']
    const centralized = sayList(centralizedIn(layer, pick, index)) || 'unknown'
    return `| ${job} | ${index.layer(layer).name} | ${cells.join(' | ')} | ${escapeCell(centralized)} |`
  })
  const missing = stackJobs.flatMap(({ layer }) => missingIn(layer, stack.picks[layer], index))
  return [
    `### Stack: ${escapeCell(stack.useCase) || 'untitled'}, ${today}`,
    '',
    '| Job | Layer | Pick | Standing on known evidence | Centralized in its place |',
    '| --- | --- | --- | --- | --- |',
    ...rows,
    '',
    'What is missing:',
    '',
    ...(missing.length > 0 ? missing : ['- Nothing: each pick clears all three questions.']),
    '',
    ...mermaid(stack, index),
    '',
  ].join('\n')
}

/** The systems that hold the place of a pick today, else those beside its layer. */
function centralizedIn(layer: LayerId, pick: Project | undefined, index: ProjectIndex): string[] {
  const own = pick ? index.counterpartsOf(pick).filter(({ kind }) => kind === 'centralized') : []
  return (own.length > 0 ? own : index.besideFloor(layer, 'centralized')).map(({ name }) => name)
}

function missingIn(layer: LayerId, pick: Project | undefined, index: ProjectIndex): string[] {
  if (!pick) return [`- **${index.layer(layer).name}**: no pick.`]
  const answers = knownAnswers(pick)
  const elsewhere =
    pick.layer === layer ? [] : [`- **${escapeCell(pick.name)}**: sits on ${sayPlace(pick, index)}, not here.`]
  return [
    ...elsewhere,
    ...index.knowledge.questions
      .filter(({ id }) => answers[id].answer !== 'yes')
      .map(({ id, shortName }) => {
        const state = answers[id].answer === 'no' ? 'not cleared' : 'open'
        return `- **${escapeCell(pick.name)}**, ${shortName} ${state}: ${escapeCell(answers[id].note)}`
      }),
  ]
}

function mermaid({ picks }: Stack, index: ProjectIndex): string[] {
  const nodes = stackJobs.map(({ layer, job }, at) => {
    const { name, letter } = index.layer(layer)
    const pick = picks[layer]
    const label = [pick?.name ?? 'left open', `${letter} · ${name}`, job].map(mermaidText).join('<br>')
    return { id: `layer${at}`, label, isOpen: !pick }
  })
  const ids = ['people', ...nodes.map(({ id }) => id)]
  return [
    '```mermaid',
    'flowchart TD',
    '  people(["People"])',
    ...nodes.map(({ id, label }) => `  ${id}["${label}"]`),
    ...ids.slice(1).map((id, at) => `  ${ids[at] ?? ''} --> ${id}`),
    ...nodes.filter(({ isOpen }) => isOpen).map(({ id }) => `  style ${id} stroke-dasharray: 4 4`),
    '```',
  ]
}

/** Text that ends no label and starts no markup in Mermaid. */
function mermaidText(text: string): string {
  return text.replace(/[#"<>`&]/g, (character) => `#${character.charCodeAt(0)};`).replace(/\s+/g, ' ')
}
