/** Writes a new record into an overlay file so that everything else in it stays as it is, comments and order too. */
import type { Place } from '../knowledge/schema'
import type { Edit } from '../recognition/noteReading'
import { readYaml } from '../yaml/readYaml'
import { yamlText } from '../yaml/yamlText'

/** What a person says of a project that is put on the map. */
export interface NewProject {
  readonly id: string
  readonly name: string
  readonly layer: Place
  readonly aliases: readonly string[]
  readonly tickers: readonly string[]
}

/** What a new file begins with. */
export const overlayHeader = `# Your own map on top of the built-in one of Crypto AI Layers. Save, and badges, cards and map follow.
# projects: projects of your own · changes: what you see otherwise · hide: ids · layers: your words for the layers
`

/** The edit that appends a project to a text, or undefined when the text cannot be read: then nothing may be written. */
export function appendProject(text: string, project: NewProject): Edit | undefined {
  const reading = readYaml(text)
  if (!reading.ok) return undefined
  const { value } = reading
  const record = recordOf(project)
  const eol = text.includes('\r\n') ? '\r\n' : '\n'
  const lines = (at: number, content: string): Edit => {
    const lead = at > 0 && text[at - 1] !== '\n' ? '\n' : ''
    return { start: at, end: at, text: `${lead}${content}`.replaceAll('\n', eol) }
  }
  if (value === null) return lines(text.length, `projects:\n${blockEntry(record, '  ')}`)
  if (typeof value !== 'object' || Array.isArray(value)) return undefined
  const projects = (value as Readonly<Record<string, unknown>>)['projects']
  if (projects === undefined) return lines(text.length, `projects:\n${blockEntry(record, '  ')}`)
  if (projects !== null && !Array.isArray(projects)) return undefined

  const list = reading.rangeOf(['projects'])
  const isFlow = text[list.start] === '['
  if (Array.isArray(projects) && projects.length > 0) {
    const last = reading.rangeOf(['projects', projects.length - 1])
    if (isFlow) return { start: last.end, end: last.end, text: `, ${flowEntry(record)}` }
    const first = reading.rangeOf(['projects', 0])
    const lineStart = text.lastIndexOf('\n', first.start - 1) + 1
    const indent = /^\s*/.exec(text.slice(lineStart))?.[0] ?? ''
    return lines(endOfEntry(text, last.end), blockEntry(record, indent))
  }
  const key = reading.keyRangeOf(['projects'])
  const colon = text.indexOf(':', key.end) + 1
  if (isFlow)
    return { start: colon, end: list.end, text: `\n${blockEntry(record, '  ').trimEnd()}`.replaceAll('\n', eol) }
  const lineEnd = text.indexOf('\n', colon)
  return lines(lineEnd === -1 ? text.length : lineEnd + 1, blockEntry(record, '  '))
}

/** An id that nobody has, made of a name: `Acme Compute` is `acme-compute`. */
export function newId(name: string, taken: (id: string) => boolean): string {
  const words = name
    .normalize('NFKD')
    .toLowerCase()
    .match(/[a-z0-9]+/g)
  const base = (words ?? ['project']).join('-').slice(0, 60).replace(/-$/, '')
  if (!taken(base)) return base
  for (let number = 2; ; number++) if (!taken(`${base}-${number}`)) return `${base}-${number}`
}

type Fields = readonly (readonly [string, string])[]

function recordOf({ id, name, layer, aliases, tickers }: NewProject): Fields {
  const list = (items: readonly string[]) => `[${items.map(yamlText).join(', ')}]`
  return [
    ['id', yamlText(id)],
    ['name', yamlText(name)],
    ['layer', layer],
    ...(tickers.length > 0 ? [['tickers', list(tickers)] as const] : []),
    ...(aliases.length > 0 ? [['aliases', list(aliases)] as const] : []),
  ]
}

function blockEntry(record: Fields, indent: string): string {
  return record.map(([field, value], at) => `${indent}${at === 0 ? '-' : ' '} ${field}: ${value}\n`).join('')
}

function flowEntry(record: Fields): string {
  return `{ ${record.map(([field, value]) => `${field}: ${value}`).join(', ')} }`
}

/** Where the line of an entry's last character ends: comments and empty lines below it stay below. */
function endOfEntry(text: string, end: number): number {
  const written = text.slice(0, end).trimEnd().length
  const lineEnd = text.indexOf('\n', written)
  return lineEnd === -1 ? text.length : lineEnd + 1
}
