/**
 * Badges in VS Code's Markdown preview, as a plugin of markdown-it. It splits text tokens around mentions and touches
 * nothing else: no renderer rule, no block, no code, no link target. What a reader sees as text stays the same text.
 */

/** A mention in the source that is rendered, in UTF-16 code units, and the attributes of what marks it. */
export interface PreviewBadge {
  readonly start: number
  /** As it is written. */
  readonly text: string
  readonly attributes: Readonly<Record<string, string>>
}

/** What is used of markdown-it's tokens. */
interface PreviewToken {
  type: string
  content: string
  children: PreviewToken[] | null
  map: [number, number] | null
  level: number
  attrSet(name: string, value: string): void
}

interface PreviewState {
  readonly src: string
  readonly tokens: PreviewToken[]
  readonly Token: new (type: string, tag: string, nesting: 1 | 0 | -1) => PreviewToken
}

/** What is used of markdown-it. */
export interface PreviewParser {
  readonly core: { readonly ruler: { push(name: string, rule: (state: PreviewState) => void): void } }
}

/** Has a parser mark the badges that `badgesIn` gives for each source it parses, in their order. */
export function addPreviewBadges(parser: PreviewParser, badgesIn: (source: string) => readonly PreviewBadge[]): void {
  parser.core.ruler.push('crypto_ai_layers', (state) => {
    const badges = badgesIn(state.src)
    if (badges.length > 0) markTokens(state, badges)
  })
}

function markTokens(state: PreviewState, badges: readonly PreviewBadge[]): void {
  const byStart = new Map(badges.map((badge) => [badge.start, badge]))
  const lines = linesOf(state.src, badges)
  // Cells have no place of their own: they follow each other in the line of their row.
  let row: Source | undefined
  for (const token of state.tokens) {
    if (token.type === 'tr_open') row = token.map ? rowSource(state.src, lines, token.map[0]) : undefined
    else if (token.type === 'tr_close') row = undefined
    if (token.type !== 'inline' || !token.children) continue
    const source = row ? cellSource(row, token.content) : blockSource(state.src, lines, token)
    if (source) token.children = markChildren(token.children, source, byStart, state)
  }
}

interface Line {
  readonly start: number
  /** Whether some badge starts in it. */
  readonly isMarked: boolean
}

function linesOf(text: string, badges: readonly PreviewBadge[]): Line[] {
  const lines: Line[] = []
  let next = 0
  for (let start = 0; start <= text.length;) {
    const end = text.indexOf('\n', start)
    const limit = end === -1 ? text.length + 1 : end + 1
    const first = next
    while (next < badges.length && (badges[next]?.start ?? 0) < limit) next++
    lines.push({ start, isMarked: next > first })
    start = limit
  }
  return lines
}

/** Markdown of one block, as markdown-it reads it, with the place of each character in the note. */
interface Source {
  readonly text: string
  /** -1 for a character that is not in the note as it is here. */
  readonly places: readonly number[]
  /** What comes before is in tokens already. */
  from: number
}

/** A row's line; none when nothing in it is marked. */
function rowSource(note: string, lines: readonly Line[], line: number): Source | undefined {
  const { start = 0, isMarked } = lines[line] ?? {}
  if (!isMarked) return undefined
  const end = note.indexOf('\n', start)
  const text = note.slice(start, end === -1 ? undefined : end)
  return { text, places: Array.from({ length: text.length }, (_, at) => start + at), from: 0 }
}

function cellSource(row: Source, content: string): Source | undefined {
  const ats = content === '' ? undefined : findWritten(row, content)
  return ats && { text: content, places: ats.map((at) => row.places[at] ?? -1), from: 0 }
}

/** Each line of a block's content is the rest of a line of the note. */
function blockSource(note: string, lines: readonly Line[], { content, map }: PreviewToken): Source | undefined {
  if (!map || !lines.slice(...map).some(({ isMarked }) => isMarked)) return undefined
  const places: number[] = []
  content.split('\n').forEach((part, index) => {
    const line = map[0] + index
    const start = lines[line]?.start ?? note.length
    const at = note.slice(start, lines[line + 1]?.start).lastIndexOf(part)
    for (let character = 0; character <= part.length; character++) {
      places.push(at === -1 ? -1 : start + at + character)
    }
  })
  return { text: content, places, from: 0 }
}

function markChildren(
  children: readonly PreviewToken[],
  source: Source,
  byStart: ReadonlyMap<number, PreviewBadge>,
  state: PreviewState,
): PreviewToken[] {
  return children.flatMap((child) => {
    const ats = child.content === '' ? undefined : findWritten(source, child.content)
    if (child.type !== 'text' || !ats) return [child]
    return splitText(
      child,
      ats.map((at) => source.places[at] ?? -1),
      byStart,
      state,
    )
  })
}

function splitText(
  child: PreviewToken,
  places: readonly number[],
  byStart: ReadonlyMap<number, PreviewBadge>,
  { Token }: PreviewState,
): PreviewToken[] {
  const parts: PreviewToken[] = []
  const add = (type: string, nesting: 1 | 0 | -1, content = '') => {
    const token = new Token(type, type === 'text' ? '' : 'span', nesting)
    token.content = content
    token.level = child.level
    parts.push(token)
    return token
  }
  let from = 0
  places.forEach((place, at) => {
    const badge = byStart.get(place)
    if (!badge || at < from || !child.content.startsWith(badge.text, at)) return
    if (at > from) add('text', 0, child.content.slice(from, at))
    const open = add('crypto_ai_layers_open', 1)
    for (const [name, value] of Object.entries(badge.attributes)) open.attrSet(name, value)
    add('text', 0, badge.text)
    add('crypto_ai_layers_close', -1)
    from = at + badge.text.length
  })
  if (from === 0) return [child]
  if (from < child.content.length) add('text', 0, child.content.slice(from))
  return parts
}

/** Between two texts is markup, and at most this much of it: the target of a link, a formula. */
const markupLimit = 2_000

/**
 * Where in the source each character of `text` is written, -1 for what is written as something else; undefined when it
 * is not written there. The source goes on behind it.
 */
function findWritten(source: Source, text: string): readonly number[] | undefined {
  const last = Math.min(source.from + markupLimit, source.text.length)
  for (let from = source.from; from < last; from++) {
    const found = readWritten(source.text, from, text)
    if (!found) continue
    source.from = found.end
    return found.ats
  }
  return undefined
}

/** What markdown-it may show as another character: entities, and what its typographer replaces. */
const rewritten = /&#?[a-z0-9]{1,31};|\.{2,}|-{2,3}|\+-|\((?:c|r|tm)\)/iy

function readWritten(source: string, from: number, text: string): { ats: number[]; end: number } | undefined {
  const ats: number[] = []
  let at = from
  while (ats.length < text.length) {
    const shown = text[ats.length] ?? ''
    rewritten.lastIndex = at
    const [written = ''] = rewritten.exec(source) ?? []
    const isRewritten = written.startsWith('&') || (written !== '' && shown > '\x7f')
    if (isRewritten && !text.startsWith(written, ats.length)) {
      const { length } = String.fromCodePoint(text.codePointAt(ats.length) ?? 0)
      for (let unit = 0; unit < length; unit++) ats.push(-1)
      at += written.length
    } else if (source[at] === shown) ats.push(at++)
    else if (source[at] === '\\' && source[at + 1] === shown) {
      ats.push(at + 1)
      at += 2
    } else if (/['"]/.test(source[at] ?? '') && /[‘’“”]/.test(shown)) ats.push(at++)
    else return undefined
  }
  return { ats, end: at }
}
