/** Edits of a note that answer a comparison. They touch nothing but what they say. */
import type { ProjectIndex } from '../knowledge/projectIndex'
import type { LayerId } from '../knowledge/schema'
import { frontMatterEnd } from '../recognition/prose'
import type { Edit } from '../recognition/noteReading'
import type { Comparison } from './findComparisons'
import { blockExcuse, frontMatterExcuse, noteExcuse, piecesOf } from './pieces'

/** Puts the layer behind the first name of each project that does not carry it yet: `TAO (Intelligence)`. */
export function putLayersBesideNames(text: string, { names }: Comparison, index: ProjectIndex): Edit[] {
  const seen = new Set<string>()
  return names.flatMap(({ project, layer, end }): Edit[] => {
    if (seen.has(project)) return []
    seen.add(project)
    const { shortName } = index.layer(layer)
    // Emphasis and a wiki link end behind the name.
    const at = end + (/^(?:[*_~]+|\|[^\]\n]*\]\]|\]\])/.exec(text.slice(end, end + 120))?.[0].length ?? 0)
    return text.slice(at, at + 40).startsWith(` (${shortName})`)
      ? []
      : [{ start: at, end: at, text: ` (${shortName})` }]
  })
}

/**
 * A list by layer: each layer's items under its name, in their order, numbered anew. Undefined when it is no list at the
 * margin, or an item names no project.
 */
export function splitListByLayer(text: string, comparison: Comparison, index: ProjectIndex): Edit | undefined {
  const { kind, start, end, names } = comparison
  if (kind !== 'list') return undefined
  const eol = text.slice(start, end).includes('\r\n') ? '\r\n' : '\n'
  const items = itemsOf(text, start, end)
  const layers = new Map<LayerId, string[]>()
  for (const item of items) {
    const name = names.find((candidate) => candidate.start >= item.start && candidate.end <= item.end)
    if (!name) return undefined
    const numbers = layers.get(name.layer) ?? []
    const lines = text.slice(item.start, item.end).trimEnd()
    numbers.push(lines.replace(/^\d+/, String(numbers.length + 1)))
    layers.set(name.layer, numbers)
  }
  if (layers.size < 2) return undefined
  const parts = [...layers].map(([layer, lines]) => `**${index.layer(layer).name}**${eol}${eol}${lines.join(eol)}`)
  return { start, end, text: parts.join(`${eol}${eol}`) }
}

/**
 * A table by layer: each layer's rows under its name and the table's header, in their order; ranks are counted anew.
 * Undefined when it is no table at the margin, its columns are the projects, or a row names none.
 */
export function splitTableByLayer(text: string, comparison: Comparison, index: ProjectIndex): Edit | undefined {
  const { kind, start, end, names } = comparison
  // Of a table that is longer than what was read at once, the rest would lose its header.
  if (kind !== 'table' || /^[ \t]*\r?\n[ \t]*\|/.test(text.slice(end, end + 200))) return undefined
  const eol = text.slice(start, end).includes('\r\n') ? '\r\n' : '\n'
  const [header, delimiter, ...rows] = linesOf(text, start, end)
  if (!header || !delimiter || !/^[ \t|:-]+$/.test(delimiter.text)) return undefined
  const isRanked = rows.every(({ text: row }, at) => rankOf(row) === at + 1)
  const layers = new Map<LayerId, string[]>()
  for (const row of rows) {
    const name = names.find((candidate) => candidate.start >= row.start && candidate.end <= row.start + row.text.length)
    if (!name) return undefined
    const lines = layers.get(name.layer) ?? []
    lines.push(isRanked ? row.text.replace(/\d+/, String(lines.length + 1)) : row.text)
    layers.set(name.layer, lines)
  }
  if (layers.size < 2) return undefined
  const parts = [...layers].map(([layer, lines]) =>
    [`**${index.layer(layer).name}**`, '', header.text, delimiter.text, ...lines].join(eol),
  )
  return { start, end, text: parts.join(`${eol}${eol}`) }
}

/** The number that is the first cell of a row. */
function rankOf(row: string): number | undefined {
  const rank = /^\|?[ \t]*(\d{1,6})[.)]?[ \t]*\|/.exec(row)?.[1]
  return rank === undefined ? undefined : Number(rank)
}

/** Lines with their offsets, without their ends. */
function linesOf(text: string, start: number, end: number): { start: number; text: string }[] {
  return [...text.slice(start, end).matchAll(/[^\r\n]+/g)].map(({ 0: line, index }) => ({
    start: start + index,
    text: line,
  }))
}

/** The items at the margin of a list, each with all that belongs to it. */
function itemsOf(text: string, start: number, end: number): { start: number; end: number }[] {
  const starts = [...text.slice(start, end).matchAll(/^(?:[-*+]|\d{1,9}[.)])[ \t]/gm)].map(({ index }) => start + index)
  return starts.map((at, index) => ({ start: at, end: starts[index + 1] ?? end }))
}

/** A comment above the block that holds a comparison: no warning there. Undefined in front matter. */
export function excuseBlock(text: string, comparison: Comparison): Edit | undefined {
  const bodyStart = frontMatterEnd(text)
  if (comparison.start < bodyStart) return undefined
  let at = bodyStart
  for (const { start } of piecesOf(text)) {
    if (start > comparison.start) break
    at = Math.max(at, start)
  }
  return { start: at, end: at, text: `${blockExcuse}${eolOf(text)}` }
}

/** No warnings in a note: a line of its front matter, or a comment at its beginning when it has none. */
export function excuseNote(text: string): Edit {
  const eol = eolOf(text)
  const bodyStart = frontMatterEnd(text)
  if (bodyStart === 0) return { start: 0, end: 0, text: `${noteExcuse}${eol}${eol}` }
  const fence = text.slice(0, bodyStart).trimEnd().lastIndexOf('\n') + 1
  return { start: fence, end: fence, text: `${frontMatterExcuse}${eol}` }
}

function eolOf(text: string): string {
  return /\r?\n/.exec(text)?.[0] ?? '\n'
}
