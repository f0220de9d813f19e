/**
 * Fits the weights of evidence (`src/core/recognition/weights.ts`) to labelled notes: logistic regression of "is it the
 * project?" on the kinds of evidence that each reading of each name has, drawn towards the weights that are there, so
 * that what is seldom met stays as a person set it. Sure mentions are evidence for others, so fitting and reading take
 * turns. Prints the table; a person takes over what makes sense.
 *
 *   node test/bench/learnWeights.mjs --labelled DIR… --ordinary DIR… --turns 4 --pull 2
 *
 * `--labelled` adds a folder with a `labels.jsonl` to `test/corpus` (given twice, it counts twice), `--ordinary` one of
 * texts without any crypto project, `--pull` says how strongly weights are held. Evidence does not change sides.
 */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { build } from '../vscode/build.mjs'
import { root } from '../vscode/folders.mjs'
import { readLabelled } from './labels.mjs'

const { values } = parseArgs({
  options: {
    labelled: { type: 'string', multiple: true, default: [] },
    ordinary: { type: 'string', multiple: true, default: [] },
    turns: { type: 'string', default: '4' },
    pull: { type: 'string', default: '2' },
  },
})
build('bench')
const { knowledge, NoteReading, buildLexicon, weights, contextLimit, noteLimit } = await import(
  path.join(root, 'dist/bench/core.mjs')
)
const lexicon = buildLexicon(knowledge)
const projects = new Map(knowledge.projects.map((project) => [project.id, project]))
const notes = [
  ...[path.join(root, 'test/corpus'), ...values.labelled].flatMap(readLabelled),
  ...values.ordinary.flatMap(readOrdinary),
]
/** A name that is nothing else, and a dollar, are facts about names and not about the notes at hand. */
const names = Object.keys(weights)
const isLearned = (name) => !['form alone', 'form dollar', 'form exactCase', 'noCrypto'].includes(name)
const held = { ...weights }
/** What is added up as context, within limits. */
const isContext =
  /^(?:crypto|money|cue|same\w*|relative|other(?!Sense|Column|Apposition)\w*|bareTicker\w*) ?|^otherInGroup/

for (let turn = 1; turn <= Number(values.turns); turn++) {
  const cases = notes.flatMap(casesOf)
  const loss = fit(cases)
  const wrong = cases.filter(({ isRight, score }) => isRight !== score >= 0).length
  console.error(`turn ${turn}: ${cases.length} readings, ${wrong} wrong before, loss ${loss.toFixed(4)}`)
}
for (const name of names)
  console.log(`  ${/^\w+$/.test(name) ? name : `'${name}'`}: ${Math.round(weights[name] * 10) / 10},`)

function readOrdinary(folder) {
  return readdirSync(folder, { recursive: true })
    .filter((name) => /\.mdx?$/.test(name))
    .map((name) => ({
      text: readFileSync(path.join(folder, name), 'utf8'),
      right: [],
      optional: [],
      isOrdinary: true,
    }))
}

/** Centralized and open-weight systems are real mentions in ordinary texts, so they teach nothing there. */
function casesOf({ file, text, right, optional, isOrdinary }) {
  const wanted = new Set(right.map(({ start, end, project }) => `${start} ${end} ${project}`))
  return new NoteReading(lexicon, text)
    .evidence()
    .filter(({ start, end, alias }) => {
      const { kind } = projects.get(alias.project)
      if (isOrdinary && (kind === 'centralized' || kind === 'open-weights')) return false
      return !optional.some((range) => range.start < end && start < range.end)
    })
    .map(({ start, end, alias, score, evidence }) => ({
      isRight: wanted.has(`${start} ${end} ${alias.project}`),
      score,
      // A note of one sentence has to be told as surely as a long one, and there are few of its names.
      times: file?.startsWith('sentences') ? 8 : 1,
      parts: evidence.map(({ weight, factor }) => [weight, factor]),
      kinds: evidence.map(({ weight }) =>
        !isContext.test(weight) ? 'own' : weight.endsWith(' note') ? 'far' : 'close',
      ),
    }))
}

/** Gradient descent with a pace for each weight (Adam); what all context adds up to is capped as it is in reading. */
function fit(cases) {
  const pull = Number(values.pull)
  const zero = () => Object.fromEntries(names.map((name) => [name, 0]))
  const [mean, square] = [zero(), zero()]
  let loss = 0
  for (let step = 1; step <= 300; step++) {
    const slope = Object.fromEntries(names.map((name) => [name, pull * (weights[name] - held[name])]))
    loss = 0
    for (const { isRight, parts, kinds, times } of cases) {
      const sums = { own: 0, close: 0, far: 0 }
      parts.forEach(([weight, factor], index) => (sums[kinds[index]] += weights[weight] * factor))
      const isFarCapped = sums.far > noteLimit
      const context = sums.close + Math.min(noteLimit, sums.far)
      const isCapped = context > contextLimit
      const score = sums.own + Math.min(contextLimit, context)
      const chance = 1 / (1 + Math.exp(-score))
      const error = times * (chance - (isRight ? 1 : 0))
      loss -= times * Math.log(Math.max(1e-9, isRight ? chance : 1 - chance))
      parts.forEach(([weight, factor], index) => {
        const isOpen = kinds[index] === 'own' || (!isCapped && (kinds[index] === 'close' || !isFarCapped))
        if (isOpen) slope[weight] += error * factor
      })
    }
    const pace = 0.05 * (1 - step / 330)
    for (const name of names.filter(isLearned)) {
      mean[name] = 0.9 * mean[name] + 0.1 * slope[name]
      square[name] = 0.99 * square[name] + 0.01 * slope[name] * slope[name]
      const unbiased = mean[name] / (1 - 0.9 ** step)
      const moved = weights[name] - (pace * unbiased) / (Math.sqrt(square[name] / (1 - 0.99 ** step)) + 1e-6)
      // Evidence does not change sides: what would is an accident of the notes at hand.
      weights[name] = /^form /.test(name) || moved * held[name] >= 0 ? moved : 0
    }
  }
  return loss / cases.length
}
