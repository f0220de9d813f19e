/**
 * Turns the YAML files of `knowledge/` into one validated `Knowledge`. Runs at build time only, so that start-up
 * parses no YAML; a bad file fails the build with its path, line and field.
 */
import { LineCounter, parseDocument, type Document } from 'yaml'
import { en } from 'zod/locales'
import type * as z from 'zod/mini'
import { isBesideTheMap } from './projectIndex'
import {
  evaluationFileSchema,
  layersFileSchema,
  ordinaryFileSchema,
  outsideFileSchema,
  projectSchema,
  recognitionFileSchema,
  subnetsFileSchema,
  type Knowledge,
  type Project,
} from './schema'
import { subnetProject } from './subnets'

/** What zod says of a value that does not fit: its small build, which the extension ships, says nothing. */
const inWords = en().localeError

export interface KnowledgeFile {
  /** Path relative to `knowledge/`, with forward slashes: `layers.yaml`, `projects/near.yaml`. */
  readonly path: string
  readonly text: string
}

export interface KnowledgeProblem {
  readonly path: string
  /** 1-based. */
  readonly line: number
  /** Dotted path of the field, empty for the whole file. */
  readonly field: string
  readonly message: string
}

export type CompiledKnowledge =
  | { readonly ok: true; readonly knowledge: Knowledge }
  | { readonly ok: false; readonly problems: readonly KnowledgeProblem[] }

/** Validates each file and what the files say of each other. Never throws on bad content. */
export function compileKnowledge(files: readonly KnowledgeFile[]): CompiledKnowledge {
  const problems: KnowledgeProblem[] = []
  const read = <T>(path: string, schema: z.ZodMiniType<T>): Parsed<T> | undefined => {
    const file = files.find((candidate) => candidate.path === path)
    if (file) return parseFile(file, schema, problems)
    problems.push({ path, line: 1, field: '', message: 'file is missing' })
    return undefined
  }
  const layers = read('layers.yaml', layersFileSchema)
  const evaluation = read('evaluation.yaml', evaluationFileSchema)
  const recognition = read('recognition.yaml', recognitionFileSchema)
  const outside = read('outside.yaml', outsideFileSchema)
  const ordinary = read('ordinary.yaml', ordinaryFileSchema)
  const projects = files
    .filter((file) => /^projects\/[^/]+\.yaml$/.test(file.path))
    .map((file) => parseFile(file, projectSchema, problems))
    .filter((parsed) => parsed !== undefined)
    .concat(subnetRows(read('subnets.yaml', subnetsFileSchema)))
    .sort((a, b) => (a.value.id < b.value.id ? -1 : 1))
  for (const project of projects) checkProject(project, projects, problems)
  if (problems.length > 0 || !layers || !evaluation || !recognition || !outside || !ordinary)
    return { ok: false, problems }
  return {
    ok: true,
    knowledge: {
      ...layers.value,
      ...evaluation.value,
      recognition: recognition.value,
      outside: outside.value,
      ...ordinary.value,
      heads: projects.map(({ value }) => value),
      projects: projects.map(({ value }) => value),
    },
  }
}

/** One line a problem: `knowledge/projects/near.yaml:12 layer: Invalid option…`. */
export function formatProblem({ path, line, field, message }: KnowledgeProblem): string {
  return `knowledge/${path}:${line} ${field === '' ? '' : `${field}: `}${message}`
}

/** The rows of the subnet table as projects, each with the lines of its row. */
function subnetRows(table: Parsed<z.infer<typeof subnetsFileSchema>> | undefined): Parsed<Project>[] {
  if (!table) return []
  const { path, value, lineOf } = table
  return value.subnets.map((subnet, index) => ({
    path,
    value: subnetProject(subnet, value),
    lineOf: (field) => lineOf(['subnets', index, ...field]),
  }))
}

interface Parsed<T> {
  readonly path: string
  readonly value: T
  /** Line of a field, or of its nearest ancestor that the file has. */
  readonly lineOf: (field: readonly PropertyKey[]) => number
}

function parseFile<T>(
  { path, text }: KnowledgeFile,
  schema: z.ZodMiniType<T>,
  problems: KnowledgeProblem[],
): Parsed<T> | undefined {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false })
  for (const error of [...document.errors, ...document.warnings]) {
    problems.push({ path, line: lines.linePos(error.pos[0]).line, field: '', message: error.message })
  }
  if (document.errors.length > 0) return undefined
  const lineOf = (field: readonly PropertyKey[]) => lineOfField(document, lines, field)
  // These are our own files: the rows of a table share answers by alias, more often than the default allows.
  const result = schema.safeParse(document.toJS({ maxAliasCount: -1 }), { error: inWords })
  if (result.success) return { path, value: result.data, lineOf }
  for (const issue of result.error.issues) {
    problems.push({ path, line: lineOf(issue.path), field: issue.path.join('.'), message: issue.message })
  }
  return undefined
}

function lineOfField(document: Document, lines: LineCounter, field: readonly PropertyKey[]): number {
  for (let length = field.length; length > 0; length--) {
    const node = document.getIn(field.slice(0, length), true) as { range?: [number, number, number] } | undefined
    if (node?.range) return lines.linePos(node.range[0]).line
  }
  return 1
}

/** What a schema cannot say: names of files, references between projects, and standings that evidence must carry. */
function checkProject(
  { path, value: project, lineOf }: Parsed<Project>,
  all: readonly Parsed<Project>[],
  problems: KnowledgeProblem[],
): void {
  const report = (field: readonly PropertyKey[], message: string) =>
    problems.push({ path, line: lineOf(field), field: field.join('.'), message })
  const find = (id: string) => all.find(({ value }) => value.id === id)?.value

  if (path.startsWith('projects/') && path !== `projects/${project.id}.yaml`) {
    report(['id'], `must be the file's name, ${path.slice(9, -5)}`)
  }
  if (all.some(({ value }) => value !== project && value.id === project.id)) {
    report(['netuid'], `'${project.id}' is there twice`)
  }
  if ((project.kind === 'subnet') !== (project.netuid !== undefined)) {
    report(['netuid'], 'a subnet has a netuid, and nothing else has')
  }
  project.relations.forEach((relation, index) => {
    if (relation.type !== 'formerly' && !find(relation.project)) {
      report(['relations', index, 'project'], `no project '${relation.project}'`)
    }
  })
  for (const field of ['counterparts', 'substitutes'] as const) {
    project[field].forEach((id, index) => {
      if (!find(id)) report([field, index], `no project '${id}'`)
    })
  }
  project.substitutes.forEach((id, index) => {
    const other = find(id)
    if (other && other.layer !== project.layer) {
      report(['substitutes', index], `'${id}' is on another floor, and no substitute for it`)
    }
  })
  project.entryPoints.forEach(({ needs, risk }, index) => {
    if (needs.includes('money-at-risk') !== (risk !== undefined)) {
      report(['entryPoints', index, 'risk'], 'is there for money at risk, and for nothing else')
    }
  })
  checkEvidence(project, report)
  checkStandings(project, report)
}

type Report = (field: readonly PropertyKey[], message: string) => void

function checkEvidence({ evidence }: Project, report: Report): void {
  evidence.forEach(({ id, conflictsWith }, index) => {
    if (evidence.findIndex((other) => other.id === id) < index) {
      report(['evidence', index, 'id'], `'${id}' is there twice`)
    }
    conflictsWith.forEach((other, at) => {
      if (other === id || !evidence.some((candidate) => candidate.id === other)) {
        report(['evidence', index, 'conflictsWith', at], `no other evidence '${other}' in this file`)
      }
    })
  })
}

function checkStandings(project: Project, report: Report): void {
  const { layer, questions, evidence } = project
  for (const id of ['layer', 'token', 'usage'] as const) {
    const { standing, source } = questions[id]
    // What stands beside the map has no token, and that needs no source.
    if (id === 'token' && isBesideTheMap(project)) continue
    if (standing !== 'unknown' && questions[id].evidence.length === 0 && !source) {
      report(['questions', id, 'standing'], `'${standing}' rests on no evidence`)
    }
  }
  for (const id of ['layer', 'token', 'usage'] as const) {
    questions[id].evidence.forEach((name, index) => {
      if (!evidence.some((candidate) => candidate.id === name)) {
        report(['questions', id, 'evidence', index], `no evidence '${name}' in this file`)
      }
    })
  }
  if (layer === 'none' && questions.layer.standing === 'clears') {
    report(['questions', 'layer', 'standing'], "'clears' needs a layer")
  }
  const { standing, does } = questions.token
  if (standing === 'clears' && does.every((role) => role === 'nothing' || role === 'governance')) {
    report(['questions', 'token', 'does'], "'clears' needs work that the token does; to vote is none")
  }
  if (does.includes('nothing') && does.length > 1) report(['questions', 'token', 'does'], "'nothing' stands alone")
}
