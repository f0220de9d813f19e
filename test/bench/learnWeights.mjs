/**
 * Looks for better weights of evidence (`src/core/recognition/weights.ts`) by changing one at a time and keeping what
 * scores better on labelled folders, and prints what it found. A person takes over what makes sense.
 *
 *   node test/bench/learnWeights.mjs --labelled DIR… --ordinary DIR… --rounds 2
 */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { build } from '../vscode/build.mjs'
import { root } from '../vscode/folders.mjs'

const { values } = parseArgs({
  options: {
    labelled: { type: 'string', multiple: true, default: [] },
    ordinary: { type: 'string', multiple: true, default: [] },
    rounds: { type: 'string', default: '2' },
  },
})
build('bench')
const { knowledge, findMentions, buildLexicon, weights } = await import(path.join(root, 'dist/bench/core.mjs'))
const lexicon = buildLexicon(knowledge)
const beside = new Set(
  knowledge.projects.filter(({ kind }) => kind === 'centralized' || kind === 'open-weights').map(({ id }) => id),
)
const known = new Set(knowledge.projects.map(({ id }) => id))
const labelled = [path.join(root, 'test/corpus'), ...values.labelled].map(readLabelled)
const ordinary = values.ordinary.flatMap(readOrdinary)

const knobs = []
const collect = (object, prefix) => {
  for (const [name, value] of Object.entries(object)) {
    if (typeof value === 'number')
      knobs.push({ name: prefix + name, get: () => object[name], set: (next) => (object[name] = next) })
    else collect(value, `${prefix}${name}.`)
  }
}
collect(weights, '')

let best = score()
console.log(`at first ${best.toFixed(4)}`)
for (let round = 0; round < Number(values.rounds); round++) {
  for (const { name, get, set } of knobs) {
    const before = get()
    for (const step of [-1.2, -0.5, 0.5, 1.2]) {
      const next = Math.round((before + step * Math.max(0.4, Math.abs(before) / 3)) * 10) / 10
      const kept = get()
      set(next)
      const reached = score()
      if (reached > best + 1e-5) {
        best = reached
        console.log(`${best.toFixed(4)} ${name}: ${before} -> ${next}`)
      } else set(kept)
    }
  }
}
console.log(JSON.stringify(weights, undefined, 2))

/** The mean F1 of the labelled folders, less a penalty for each false alarm in ordinary texts. */
function score() {
  const f1 = labelled.map((notes) => {
    let found = 0
    let wrong = 0
    let missed = 0
    for (const { text, wanted, optional } of notes) {
      const open = new Set(wanted)
      for (const { start, end, project } of findMentions(text, lexicon)) {
        if (open.delete(`${start} ${end} ${project}`)) found++
        else if (!optional.some((other) => other.start < end && start < other.end)) wrong++
      }
      missed += open.size
    }
    return (2 * found) / (2 * found + wrong + missed)
  })
  const alarms = ordinary.reduce(
    (sum, text) => sum + findMentions(text, lexicon).filter(({ project }) => !beside.has(project)).length,
    0,
  )
  return f1.reduce((sum, value) => sum + value, 0) / f1.length - alarms * 0.00005
}

function readLabelled(folder) {
  return readFileSync(path.join(folder, 'labels.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => {
      const { file, mentions, optional = [] } = JSON.parse(line)
      return {
        text: readFileSync(path.join(folder, file), 'utf8'),
        wanted: mentions
          .filter((mention) => known.has(mention.project) && !mention.optional)
          .map(({ start, end, project }) => `${start} ${end} ${project}`),
        optional: [...optional, ...mentions.filter((mention) => mention.optional)],
      }
    })
}

/** Only texts in which some word could be a project: the others never change the score. */
function readOrdinary(folder) {
  return readdirSync(folder, { recursive: true })
    .filter((name) => /\.mdx?$/.test(name))
    .map((name) => readFileSync(path.join(folder, name), 'utf8'))
    .filter((text) => text.length < 60_000)
}
