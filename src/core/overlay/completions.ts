/** What can be written at a cursor in an overlay file. Works by indentation, so that it helps in a broken file too. */
import type { ProjectHead } from '../knowledge/schema'
import type { Range } from '../recognition/prose'
import { choicesAt, fieldsAt } from './fields'

export interface Completion {
  readonly label: string
  readonly kind: 'field' | 'choice' | 'project'
  /** What it is, in a sentence or a name; may be empty. */
  readonly detail: string
  /** What is written in the place of `replaces`. */
  readonly insert: string
}

export interface Completions {
  /** What is being written already. */
  readonly replaces: Range
  readonly items: readonly Completion[]
}

/** Fields whose values are ids of projects. */
const idFields = new Set(['hide', 'counterparts', 'substitutes'])

/** `offset` is where the cursor stands, in UTF-16 code units of `text`. */
export function completionsAt(text: string, offset: number, heads: readonly ProjectHead[]): Completions {
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1
  const line = text.slice(lineStart, offset)
  const written = /[\w-]*$/.exec(line)?.[0] ?? ''
  const replaces = { start: offset - written.length, end: offset }
  const none = { replaces, items: [] }
  if (/#/.test(line)) return none
  const { indent, key, value } = partsOf(line)
  const parents = parentsOf(text.slice(0, lineStart), indent)
  const path = key === undefined ? parents : [...parents, key]
  if (isIdPlace(path, key)) return { replaces, items: heads.map(projectItem) }
  // Inside of braces the last name before the cursor is the field.
  const inner = /[{,]\s*([\w-]+):\s*[\w-]*$/.exec(value)?.[1]
  if (key === undefined && inner === undefined) {
    return { replaces, items: fieldsAt(path).map(({ name, description }) => fieldItem(name, description, path)) }
  }
  const choices = choicesAt(inner === undefined ? path : [...path, inner])
  return { replaces, items: choices.map((label) => ({ label, kind: 'choice', detail: '', insert: label })) }
}

function isIdPlace(path: readonly string[], key: string | undefined): boolean {
  if (path.some((step) => idFields.has(step))) return true
  return key === 'id' && path[0] === 'changes'
}

/** `  - id: acme` is the field `id` in column 4 with the value `acme`. */
function partsOf(line: string): { indent: number; key: string | undefined; value: string } {
  const [, lead = '', key, value = ''] = /^(\s*(?:-\s+)*)(?:([\w-]+):(?=\s|$))?\s*(.*)$/.exec(line) ?? []
  return { indent: lead.length, key, value }
}

/** The fields that a line of that indentation is in, outermost first. */
function parentsOf(above: string, indent: number): string[] {
  const parents: string[] = []
  let column = indent
  for (const line of above.split('\n').reverse()) {
    if (column === 0) break
    if (/^\s*(?:#.*)?$/.test(line)) continue
    const { indent: other, key, value } = partsOf(line)
    const dash = /^\s*-/.exec(line)?.[0].length
    if (other < column && key !== undefined && value === '') {
      parents.unshift(key)
      column = dash === undefined ? other : dash - 1
    } else if (dash !== undefined && other <= column) column = Math.min(column, dash)
  }
  return parents
}

function fieldItem(name: string, detail: string, path: readonly string[]): Completion {
  const isList = fieldsAt([...path, name]).length > 0
  return { label: name, kind: 'field', detail, insert: isList ? `${name}:` : `${name}: ` }
}

function projectItem({ id, name }: ProjectHead): Completion {
  return { label: id, kind: 'project', detail: name, insert: id }
}
