/** What a person reads in a record, read back: verdict, answers, reasons, evidence. Columns may be left out and moved. */
import { questionIds, sayChoice, sayVerdict, type Choice, type Verdict } from '../evaluation'
import type { ProjectIndex } from '../knowledge/projectIndex'
import type { QuestionId, VerdictRule } from '../knowledge/schema'
import { hostOf, isEvidenceDate, limits, plainLine, readLink, type RecordedEvidence } from './record'
import type { Place, TextEdit } from './recordReading'

const mostRows = 64

/** A row about a question. */
export interface AnswerRow {
  /** As written; empty where the table has no such column. */
  readonly answer: string
  /** Of the answer in the text. */
  readonly place: Place
  readonly note: string
  readonly known?: Choice
}

/** The rows of the first table with a column for the question, and the other columns that are wanted. */
export function readAnswers(
  text: string,
  columns: readonly string[],
  index: ProjectIndex,
): ReadonlyMap<QuestionId, AnswerRow> {
  const answers = new Map<QuestionId, AnswerRow>()
  for (const { cell, place, at } of rowsUnder(text, ['Question', ...columns])) {
    const id = questionNamed(cell('Question'), index) ?? questionIds[at]
    if (id === undefined || answers.has(id)) continue
    const known = choiceNamed(id, cell('Known then'), index)
    answers.set(id, {
      answer: cell('Answer'),
      place: place('Answer'),
      note: plainLine(cell('Why'), limits.note),
      ...(known ? { known } : {}),
    })
  }
  return answers
}

export function readEvidence(text: string, index: ProjectIndex): RecordedEvidence[] {
  return rowsUnder(text, ['Evidence', 'Source']).map(({ cell, raw }) => {
    const id = cell('Id')
    const asOf = cell('As of')
    return {
      question: questionNamed(cell('For'), index) ?? 'usage',
      ...(/^[a-z0-9-]{1,80}$/.test(id) ? { id } : {}),
      claim: plainLine(cell('Evidence'), limits.claim),
      number: plainLine(cell('Number'), limits.number),
      asOf: isEvidenceDate(asOf) ? asOf : '',
      claimant: plainLine(cell('Claimed by'), limits.name),
      ...readSource(raw('Source')),
    }
  })
}

function questionNamed(text: string, index: ProjectIndex): QuestionId | undefined {
  const wanted = text.toLowerCase()
  return index.knowledge.questions.find(
    ({ question, shortName }) => wanted === question.toLowerCase() || wanted === shortName.toLowerCase(),
  )?.id
}

/** The answers to a question in the words of records. A floor has to be named. */
export function choicesOf(id: QuestionId, index: ProjectIndex): Choice[] {
  const yes = id === 'layer' ? index.knowledge.layers.map(({ id: layer }) => ({ layer })) : [{}]
  return [...yes.map((floor): Choice => ({ answer: 'yes', ...floor })), { answer: 'no' }, { answer: 'unsure' }]
}

/** The answer that a text gives: as a record says it, or in short, as a person writes it. */
export function choiceNamed(id: QuestionId, text: string, index: ProjectIndex): Choice | undefined {
  const wanted = text.toLowerCase().replace(/\.$/, '')
  return choicesOf(id, index).find((choice) => {
    const { answer, layer } = choice
    const short = layer === undefined ? [answer] : [layer, index.layer(layer).name]
    return [sayChoice(id, choice, index), ...short].some((words) => words.toLowerCase() === wanted)
  })
}

/** A verdict as it stands in a text. */
export interface WrittenVerdict {
  /** Undefined for one that is none. */
  readonly rule: VerdictRule | undefined
  /** Of its name. */
  readonly name: Place
  /** What makes it another verdict, and leaves what a person wrote behind it. */
  readonly setTo: (verdict: Verdict) => TextEdit
}

/** The first line that tells a verdict, between two offsets. */
export function readVerdict(text: string, { start, end }: Place, index: ProjectIndex): WrittenVerdict | undefined {
  const line = /^(\*\*Verdict: )([^*\r\n]+)\*\*(?: \([0-3] of 3 cleared\))?(\.?)([^\r\n]*)/gm
  line.lastIndex = start
  const found = line.exec(text)
  if (!found || found.index >= end) return undefined
  const [whole, mark = '', name = '', stop = '', rest = ''] = found
  const rules = index.knowledge.verdicts
  const wanted = unescape(name).trim().toLowerCase()
  const place = { start: found.index + mark.length, end: found.index + mark.length + name.length }
  // Only a sentence that nobody wrote into follows the verdict.
  const isOurs = rules.some(({ meaning }) => rest.trim() === meaning)
  return {
    rule: rules.find((rule) => rule.name.toLowerCase() === wanted || rule.id === wanted),
    name: place,
    setTo: (verdict) => ({
      start: found.index,
      end: found.index + whole.length,
      text: isOurs
        ? sayVerdict(verdict)
        : `**Verdict: ${verdict.rule.name}** (${verdict.cleared} of 3 cleared)${stop}${rest}`,
    }),
  }
}

/** `[title](<https://…>)`, a bare address, or words. */
function readSource(cell: string): { source: string; url?: string } {
  const named = /^\[(.*)\]\(<?(https:[^<>\s]*?)>?\)$/.exec(cell)
  const bare = /^<?(https:[^<>\s]+)>?$/.exec(cell)
  const url = readLink(named?.[2] ?? bare?.[1] ?? '')
  if (url === undefined) return { source: plainLine(unescape(cell), limits.source) }
  const title = named?.[1] === undefined ? '' : plainLine(unescape(named[1]), limits.source)
  return { source: title === '' ? hostOf(url) : title, url }
}

interface Row {
  /** The text of a column; empty when the row has none. */
  readonly cell: (name: string) => string
  /** The same as Markdown. */
  readonly raw: (name: string) => string
  /** Where it is; the whole row when it has none. */
  readonly place: (name: string) => Place
  /** From 0. */
  readonly at: number
}

/** The rows of the first table that has these columns. */
function rowsUnder(text: string, head: readonly string[]): Row[] {
  const lines = [...text.matchAll(/[^\r\n]*(?:\r\n|\n|\r|$)/g)].map(({ 0: line, index }) => ({ line, index }))
  const at = lines.findIndex(({ line }, number) => {
    if (!line.startsWith('|') || !/^\|[\s:|-]+$/.test(lines[number + 1]?.line ?? '')) return false
    const names = cellsOf(line).map((cell) => cell.text)
    return head.every((name) => names.includes(name))
  })
  if (at < 0) return []
  const names = cellsOf(lines[at]?.line ?? '').map((cell) => cell.text)
  const body = lines.slice(at + 2, at + 2 + mostRows)
  const end = body.findIndex(({ line }) => !line.startsWith('|'))
  return (end < 0 ? body : body.slice(0, end)).map(({ line, index }, number) => {
    const cells = cellsOf(line)
    const named = (name: string) => cells[names.indexOf(name)]
    const raw = (name: string) => named(name)?.text ?? ''
    return {
      raw,
      cell: (name) => unescape(raw(name)),
      place: (name) => {
        const { start = 0, text: cell = line.trimEnd() } = named(name) ?? {}
        return { start: index + start, end: index + start + cell.length }
      },
      at: number,
    }
  })
}

/** The cells of a table's row, as Markdown, each with its offset in the row. */
function cellsOf(line: string): { text: string; start: number }[] {
  const cells: { text: string; start: number }[] = []
  let from = 1
  const add = (to: number) => {
    const whole = line.slice(from, to)
    cells.push({ text: whole.trim(), start: from + whole.length - whole.trimStart().length })
    from = to + 1
  }
  for (let at = 1; at < line.length; at++) {
    if (line[at] === '\\') at++
    else if (line[at] === '|') add(at)
  }
  if (line.slice(from).trim() !== '') add(line.length)
  return cells
}

/** The text that escaped Markdown shows. */
export function unescape(markdown: string): string {
  return markdown.replace(/\\([!-/:-@[-`{-~])/g, '$1')
}
