/**
 * `npm run eval`: how well recognition finds the labelled mentions of `test/corpus`, measured like a classifier.
 *
 *   npm run eval -- --labelled DIR --ordinary DIR --json FILE --errors
 *
 * `--labelled` adds a folder of notes with a `labels.jsonl` of the same shape, `--ordinary` one of texts that mention no
 * crypto project, `--errors` prints every miss and false alarm. Both may be given several times. A folder with a
 * `comparisons.jsonl` is measured by it too: texts that compare projects of different layers, and texts that do not.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { build } from '../vscode/build.mjs'
import { root } from '../vscode/folders.mjs'
import { readComparisonTexts } from './comparisonTexts.mjs'
import { readLabelled } from './labels.mjs'

const { values } = parseArgs({
  options: {
    labelled: { type: 'string', multiple: true, default: [] },
    ordinary: { type: 'string', multiple: true, default: [] },
    json: { type: 'string' },
    errors: { type: 'boolean', default: false },
  },
})
build('bench')
const { knowledge, findMentions, findComparisons, buildLexicon, ProjectIndex } = await import(
  path.join(root, 'dist/bench/core.mjs')
)
const lexicon = buildLexicon(knowledge)
const known = { lexicon, index: new ProjectIndex(knowledge) }
const projects = new Map(knowledge.projects.map((project) => [project.id, project]))
const headers = ['', 'found', 'false', 'missed', 'precision', 'recall', 'F1']
const report = { labelled: {}, comparisons: {}, ordinary: {} }

for (const folder of [path.join(root, 'test/corpus'), ...values.labelled]) {
  const name = path.relative(root, folder)
  const score = scoreLabelled(folder)
  report.labelled[name] = score
  console.log(`\n${name}: ${score.notes} notes, ${score.mentions} mentions of projects on the map`)
  printRows([headers, ...score.rows.map(row)])
  if (!existsSync(path.join(folder, 'comparisons.jsonl'))) continue
  const comparisons = scoreComparisons(folder)
  report.comparisons[name] = comparisons
  console.log(`\n${name}: ${comparisons.texts} texts, ${comparisons.positive} with a comparison`)
  printRows([headers, ...comparisons.rows.map(row)])
}
for (const folder of values.ordinary) {
  const score = scoreOrdinary(folder)
  report.ordinary[folder] = score
  console.log(`\n${folder}: ${score.falseAlarms} false alarms in ${score.words} words, ${score.per10000} per 10,000`)
}
if (values.json) writeFileSync(values.json, `${JSON.stringify(report, undefined, 2)}\n`)

/** Texts in which something is found count, whatever its span. Held-out ones were never learned from. */
function scoreComparisons(folder) {
  const texts = readComparisonTexts(folder)
  const groups = new Map()
  for (const { text, comparison, heldOut } of texts) {
    const isFound = findComparisons(text, findMentions(text, lexicon), known).length > 0
    if (!isFound && !comparison) continue
    const outcome = isFound ? (comparison ? 'found' : 'false') : 'missed'
    const group = heldOut ? 'held out' : 'learned from'
    const counts = groups.get(group) ?? { found: 0, false: 0, missed: 0 }
    counts[outcome]++
    groups.set(group, counts)
    if (values.errors && outcome !== 'found') console.log(`${outcome.padEnd(6)} ${JSON.stringify(text)}`)
  }
  const rows = [...groups].map(([word, counts]) => ({ word, ...counts, ...rates(counts) }))
  return { texts: texts.length, positive: texts.filter(({ comparison }) => comparison).length, rows }
}

/** Exact spans with the right project count; mentions of projects that are not on the map are left out. */
function scoreLabelled(folder) {
  const notes = readLabelled(folder)
  const words = new Map()
  const count = (word, outcome) => {
    for (const key of ['all', word]) {
      const counts = words.get(key) ?? { found: 0, false: 0, missed: 0 }
      counts[outcome]++
      words.set(key, counts)
    }
  }
  let mentions = 0
  for (const { file, text, right, optional } of notes) {
    const wanted = right.filter(({ project }) => projects.has(project))
    mentions += wanted.length
    const open = new Map(wanted.map((mention) => [`${mention.start} ${mention.end} ${mention.project}`, mention]))
    for (const mention of findMentions(text, lexicon)) {
      const word = ambiguousWord(mention)
      if (open.delete(`${mention.start} ${mention.end} ${mention.project}`)) count(word, 'found')
      else if (!optional.some(({ start, end }) => start < mention.end && mention.start < end)) {
        count(word, 'false')
        if (values.errors) printError('false', file, text, mention)
      }
    }
    for (const mention of open.values()) {
      count(ambiguousWord(mention), 'missed')
      if (values.errors) printError('missed', file, text, mention)
    }
  }
  const rows = [...words]
    .filter(([word]) => word !== '')
    .sort(([a, { found }], [b, other]) => (a === 'all' ? -1 : b === 'all' ? 1 : other.found - found))
  return { notes: notes.length, mentions, rows: rows.map(([word, counts]) => ({ word, ...counts, ...rates(counts) })) }
}

/** The folded word when it has several meanings, else ''. */
function ambiguousWord({ text, project }) {
  const word = text.replace(/^\$/, '').toLowerCase()
  const { aliases, tickers } = projects.get(project)
  const names = [
    ...aliases.map((alias) => [alias.text, alias.match]),
    ...tickers.map(({ symbol, match }) => [symbol, match]),
  ]
  return names.some(([name, match]) => name.toLowerCase() === word && match !== 'alone') ? word : ''
}

/** Centralized and open-weight systems are real mentions in ordinary texts, so they are not counted there. */
function scoreOrdinary(folder) {
  const files = readdirSync(folder, { recursive: true }).filter((name) => /\.mdx?$/.test(name))
  let words = 0
  let falseAlarms = 0
  for (const file of files) {
    const text = readFileSync(path.join(folder, file), 'utf8')
    words += text.split(/\s+/).length
    for (const mention of findMentions(text, lexicon)) {
      const { kind } = projects.get(mention.project)
      if (kind === 'centralized' || kind === 'open-weights') continue
      falseAlarms++
      if (values.errors) printError('false', file, text, mention)
    }
  }
  return { files: files.length, words, falseAlarms, per10000: Math.round((falseAlarms / words) * 1e7) / 1000 }
}

function rates({ found, false: wrong, missed }) {
  const precision = found / (found + wrong) || 0
  const recall = found / (found + missed) || 0
  return { precision, recall, f1: (2 * precision * recall) / (precision + recall) || 0 }
}

function row({ word, found, false: wrong, missed, precision, recall, f1 }) {
  const percent = (share) => (100 * share).toFixed(1)
  return [word, found, wrong, missed, percent(precision), percent(recall), percent(f1)].map(String)
}

function printRows(rows) {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((cells) => cells[column].length)))
  for (const cells of rows) {
    console.log(
      cells.map((cell, column) => (column === 0 ? cell.padEnd(widths[0]) : cell.padStart(widths[column] + 2))).join(''),
    )
  }
}

function printError(kind, file, text, { start, end, project }) {
  const around = `${text.slice(Math.max(0, start - 60), start)}⟦${text.slice(start, end)}⟧${text.slice(end, end + 50)}`
  console.log(`${kind.padEnd(6)} ${file} ${project} ${JSON.stringify(around)}`)
}
