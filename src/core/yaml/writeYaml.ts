/** Data as YAML that is read back as the same. */
import { parseYaml } from './parseYaml'

/** Lines of text are broken at words before they get longer. */
const width = 100

/** Text as it stands behind a colon, in a list or in brackets: with quotes only where it needs them. */
export function yamlText(text: string): string {
  const parsed = parseYaml(`[${text}]`)
  const item =
    parsed.ok && parsed.root.kind === 'list' && parsed.root.items.length === 1 ? parsed.root.items[0] : undefined
  const isPlain = item?.kind === 'scalar' && item.value === text && item.source === text && !text.includes('\n')
  return isPlain ? text : JSON.stringify(text)
}

/** A record as lines. Fields without a value are left out. */
export function writeYaml(record: object): string {
  return linesOf(record, '').join('\n') + '\n'
}

function linesOf(record: object, indent: string): string[] {
  return Object.entries(record).flatMap(([key, value]: [string, unknown]) => {
    if (value === undefined) return []
    const lead = `${indent}${yamlText(key)}:`
    const short = inBrackets(value)
    if (short !== undefined && lead.length + short.length < width) return [`${lead} ${short}`]
    if (typeof value === 'string') return [`${lead}${longText(value, indent)}`]
    if (!Array.isArray(value)) return [lead, ...linesOf(value as object, `${indent}  `)]
    return [lead, ...value.flatMap((item) => itemLines(item, `${indent}  `))]
  })
}

function itemLines(item: unknown, indent: string): string[] {
  if (typeof item !== 'object' || item === null || Array.isArray(item)) return [`${indent}- ${inBrackets(item) ?? ''}`]
  const [first = '{}', ...rest] = linesOf(item, `${indent}  `)
  return [`${indent}- ${first.trimStart()}`, ...rest]
}

/** On one line: scalars, and lists of them. */
function inBrackets(value: unknown): string | undefined {
  if (typeof value === 'string') return yamlText(value)
  if (typeof value !== 'object' || value === null) return String(value)
  if (!Array.isArray(value)) return Object.keys(value).length === 0 ? '{}' : undefined
  const items = value.map(inBrackets)
  return value.some((item) => typeof item === 'object') ? undefined : `[${items.join(', ')}]`
}

function longText(text: string, indent: string): string {
  if (!/^\S+(?: \S+)*$/.test(text)) return ` ${JSON.stringify(text)}`
  const lines = ['']
  for (const word of text.split(' ')) {
    const line = lines.at(-1) ?? ''
    if (line === '') lines[lines.length - 1] = word
    else if (indent.length + line.length + word.length > width - 4) lines.push(word)
    else lines[lines.length - 1] = `${line} ${word}`
  }
  return ` >-\n${lines.map((line) => `${indent}  ${line}`).join('\n')}`
}
