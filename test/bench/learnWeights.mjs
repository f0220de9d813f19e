/**
 * Fits the weights of evidence to labelled notes: logistic regression of "is it the project?" on the kinds of evidence
 * that each reading of each name has. What `weights.ts` lists is drawn towards the weights that are there, so that what
 * is seldom met stays as a person set it; the places in a clause and the leanings of names are drawn towards nothing.
 * Sure mentions are evidence for others, so fitting and reading take turns.
 *
 *   node test/bench/learnWeights.mjs --labelled DIR… --ordinary DIR… --turns 2 --write
 *
 * `--labelled` adds a folder with a `labels.jsonl` to `test/corpus`, `--ordinary` one of texts without any crypto
 * project, of which every eighth is read. `--hold` says how strongly listed weights are held, `--share` to what part of
 * their value. Evidence that is listed does not change sides. `--write` puts `knowledge/learned/mentions.json` anew and
 * prints the listed weights, of which a person takes over what makes sense; `--write-listed` puts them into `weights.ts`.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { build } from '../vscode/build.mjs'
import { root } from '../vscode/folders.mjs'
import { readLabelled } from './labels.mjs'

const { values } = parseArgs({
  options: {
    labelled: { type: 'string', multiple: true, default: [] },
    ordinary: { type: 'string', multiple: true, default: [] },
    turns: { type: 'string', default: '2' },
    hold: { type: 'string', default: '1' },
    share: { type: 'string', default: '0.5' },
    write: { type: 'boolean', default: false },
    'write-listed': { type: 'boolean', default: false },
  },
})
build('bench')
const core = await import(path.join(root, 'dist/bench/core.mjs'))
const { knowledge, NoteReading, buildLexicon, isFar, listedWeights, learnedWeights, contextLimit, noteLimit } = core
const lexicon = buildLexicon(knowledge)
const projects = new Map(knowledge.projects.map((project) => [project.id, project]))
const notes = [path.join(root, 'test/corpus'), ...values.labelled].flatMap(readLabelled)
const ordinary = values.ordinary.flatMap(readOrdinary)

/** All weights by number: those of the lists first, others as they are met. */
const names = [...Object.keys(listedWeights), ...Object.keys(learnedWeights)]
const listed = Object.keys(listedWeights).length
const numbers = new Map(names.map((name, index) => [name, index]))
const held = { ...listedWeights }
/** A name that is nothing else, and a dollar, are facts about names and not about the notes at hand. */
const facts = new Set(['form alone', 'form dollar', 'form exactCase', 'noCrypto'])
/** How strongly places in a clause and leanings of names are pulled to nothing: there is less of each leaning. */
const pullOf = (name) => (name.startsWith('leaning ') ? 2 : 5)

for (let turn = 1; turn <= Number(values.turns); turn++) {
  const cases = [...notes, ...ordinary].flatMap(casesOf)
  const loss = fit(cases)
  const wrong = cases.filter(({ isRight, score }) => isRight !== score >= 0).length
  console.error(`turn ${turn}: ${cases.length} readings, ${wrong} wrong before, loss ${loss.toFixed(4)}`)
}
const rounded = (name) => Math.round(valueOf(name) * 10) / 10
if (values.write) writeLearned()
if (values['write-listed']) writeListed()
else for (const name of Object.keys(listedWeights)) console.log(`  ${keyOf(name)}: ${rounded(name)},`)

function readOrdinary(folder) {
  return readdirSync(folder, { recursive: true })
    .filter((name) => /\.mdx?$/.test(name))
    .sort()
    .filter((_, index) => index % 8 === 0)
    .map((name) => ({
      text: readFileSync(path.join(folder, name), 'utf8'),
      right: [],
      optional: [],
      isOrdinary: true,
    }))
}

function numberOf(name) {
  let number = numbers.get(name)
  if (number === undefined) {
    number = names.push(name) - 1
    numbers.set(name, number)
  }
  return number
}

function valueOf(name) {
  return listedWeights[name] ?? learnedWeights[name] ?? 0
}

/** Centralized and open-weight systems are real mentions in ordinary texts, so they teach nothing there. */
function casesOf({ file, text, right, optional, isOrdinary }) {
  const wanted = new Set(right.map(({ start, end, project }) => `${start} ${end} ${project}`))
  return new NoteReading(lexicon, text)
    .weighed()
    .filter(({ start, end, reading }) => {
      const { kind } = projects.get(reading.alias.project)
      if (isOrdinary && (kind === 'centralized' || kind === 'open-weights')) return false
      return !optional.some((range) => range.start < end && start < range.end)
    })
    .map(({ start, end, reading, score, own, context }) => {
      const evidence = [...own, ...context]
      return {
        isRight: wanted.has(`${start} ${end} ${reading.alias.project}`),
        score,
        // Notes of one sentence have to be told as surely as long ones, and there are few of their names; notes that
        // use names in several senses teach more than the documents of one project.
        times: file?.startsWith('sentences') ? 8 : !isOrdinary && right.length < 25 ? 3 : 1,
        parts: Int32Array.from(evidence, ({ weight }) => numberOf(weight)),
        factors: Float64Array.from(evidence, ({ factor }) => factor),
        reaches: evidence.map(({ weight }, index) => (index < own.length ? 'own' : isFar(weight) ? 'far' : 'close')),
      }
    })
}

/** Gradient descent with a pace for each weight (Adam); what all context adds up to is capped as it is in reading. */
function fit(cases) {
  const count = names.length
  const now = Float64Array.from(names, valueOf)
  const mean = new Float64Array(count)
  const square = new Float64Array(count)
  const slope = new Float64Array(count)
  const centre = names.map((name, index) =>
    index >= listed ? 0 : name.startsWith('form ') ? held[name] : Number(values.share) * held[name],
  )
  let loss = 0
  for (let step = 1; step <= 250; step++) {
    for (let index = 0; index < count; index++) {
      slope[index] = (index < listed ? Number(values.hold) : pullOf(names[index])) * (now[index] - centre[index])
    }
    loss = 0
    for (const { isRight, parts, factors, reaches, times } of cases) {
      const sums = { own: 0, close: 0, far: 0 }
      for (let index = 0; index < parts.length; index++) sums[reaches[index]] += now[parts[index]] * factors[index]
      const isFarCapped = sums.far > noteLimit
      const context = sums.close + Math.min(noteLimit, sums.far)
      const isCapped = context > contextLimit
      const chance = 1 / (1 + Math.exp(-(sums.own + Math.min(contextLimit, context))))
      const error = times * (chance - (isRight ? 1 : 0))
      loss -= times * Math.log(Math.max(1e-9, isRight ? chance : 1 - chance))
      for (let index = 0; index < parts.length; index++) {
        const reach = reaches[index]
        const isOpen = reach === 'own' || (!isCapped && (reach === 'close' || !isFarCapped))
        if (isOpen) slope[parts[index]] += error * factors[index]
      }
    }
    const pace = 0.06 * (1 - step / 275)
    for (let index = 0; index < count; index++) {
      const name = names[index]
      if (facts.has(name)) continue
      mean[index] = 0.9 * mean[index] + 0.1 * slope[index]
      square[index] = 0.99 * square[index] + 0.01 * slope[index] * slope[index]
      const unbiased = mean[index] / (1 - 0.9 ** step)
      const moved = now[index] - (pace * unbiased) / (Math.sqrt(square[index] / (1 - 0.99 ** step)) + 1e-6)
      // What would change sides is an accident of the notes at hand.
      const isFree = index >= listed || name.startsWith('form ')
      now[index] = isFree || moved * held[name] > 0 ? moved : 0
    }
  }
  names.forEach((name, index) => ((index < listed ? listedWeights : learnedWeights)[name] = now[index]))
  return loss / cases.length
}

function keyOf(name) {
  return /^\w+$/.test(name) ? name : `'${name}'`
}

function writeLearned() {
  const learned = {}
  for (const name of names.slice(listed).sort()) {
    if (Math.abs(rounded(name)) < 0.1) continue
    const [kind, of, form] = name.split(' ')
    learned[kind] ??= {}
    learned[kind][of] ??= {}
    learned[kind][of][form] = rounded(name)
  }
  writeFileSync(path.join(root, 'knowledge/learned/mentions.json'), `${JSON.stringify(learned, undefined, 2)}\n`)
}

function writeListed() {
  const file = path.join(root, 'src/core/recognition/weights.ts')
  const text = readFileSync(file, 'utf8')
  const put = (whole, key, name = key) => whole.replace(/: -?[\d.]+,$/, `: ${rounded(name)},`)
  const rows = text.replace(/^ {2}(?:'([^']+)'|(\w+)): -?[\d.]+,$/gm, (whole, quoted, plain) =>
    put(whole, quoted ?? plain),
  )
  writeFileSync(file, rows)
}
