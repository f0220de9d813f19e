/**
 * Fits the weights of comparisons (`knowledge/learned/comparisons.json`) to the labelled texts of
 * `test/corpus/comparisons.jsonl`: logistic regression on the features of each sentence, heading, list and table that
 * names projects of two layers. Ordinary notes of the corpus are texts without a comparison. Prints what ten-fold
 * cross-validation gives. `--write` keeps the weights.
 *
 *   node test/bench/learnComparisons.mjs --pull 1 --wordPull 4 --errors --write
 *
 * `--pull` says how strongly weights are drawn to 0, `--wordPull` the same of those of single words, and `--errors`
 * prints what cross-validation gets wrong.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { build } from '../vscode/build.mjs'
import { root } from '../vscode/folders.mjs'
import { readComparisonTexts } from './comparisonTexts.mjs'

const { values } = parseArgs({
  options: {
    pull: { type: 'string', default: '1' },
    wordPull: { type: 'string', default: '4' },
    write: { type: 'boolean', default: false },
    errors: { type: 'boolean', default: false },
  },
})
build('bench')
const core = await import(path.join(root, 'dist/bench/core.mjs'))
const known = { lexicon: core.buildLexicon(core.knowledge), index: new core.ProjectIndex(core.knowledge) }
const corpus = path.join(root, 'test/corpus')
const folds = 10

/** Words that stand in fewer texts are no features. */
const leastTexts = 3

/** Weights of words are rounded to this, and smaller ones left out. */
const wordStep = 0.1

const isWord = (feature) => feature.startsWith('says ')

const texts = readComparisonTexts(corpus)
  .filter(({ heldOut }) => !heldOut)
  .map(withUnits)
const ordinary = readdirSync(corpus)
  .filter((name) => name.endsWith('.md'))
  .map((name) => readFileSync(path.join(corpus, name), 'utf8'))
  .filter((text) => core.findMentions(text, known.lexicon).length === 0)
  .map((text) => withUnits({ text, comparison: false }))

const scores = new Map()
for (let fold = 0; fold < folds; fold++) {
  const isHeld = (_, index) => index % folds === fold
  const model = fit([...texts.filter((...item) => !isHeld(...item)), ...ordinary])
  for (const text of texts.filter(isHeld)) scores.set(text, best(text, model))
}
const counts = { found: 0, false: 0, missed: 0 }
for (const [text, score] of scores) {
  const isFound = score > core.surelyAbove
  if (isFound || text.comparison) counts[isFound ? (text.comparison ? 'found' : 'false') : 'missed']++
  if (values.errors && isFound !== text.comparison)
    console.error(`${isFound ? 'false ' : 'missed'} ${score.toFixed(1).padStart(5)} ${JSON.stringify(text.text)}`)
}
const precision = counts.found / (counts.found + counts.false)
const recall = counts.found / (counts.found + counts.missed)
console.error(
  `${texts.length} texts, cross-validated: precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}, F1 ${((2 * precision * recall) / (precision + recall)).toFixed(3)}`,
)
if (values.write) write(fit([...texts, ...ordinary]))

function withUnits({ text, comparison }) {
  const names = core.namesOf(core.findMentions(text, known.lexicon), known)
  const units = core
    .candidatesIn({ start: 0, text, lead: '', isStart: true }, names, known, undefined)
    .map(({ found }) => found)
  return { text, comparison, units }
}

/** The score of the unit that looks most like a comparison. */
function best({ units }, model) {
  return Math.max(-Infinity, ...units.map((found) => scoreOf(found, model)))
}

function scoreOf(found, model) {
  let speaksFor = 0
  let speaksAgainst = model.get('bias') ?? 0
  for (const [feature, amount] of found) {
    const part = (model.get(feature) ?? 0) * amount
    if (part > 0) speaksFor += part
    else speaksAgainst += part
  }
  return core.limitFor * Math.tanh(speaksFor / core.limitFor) + speaksAgainst
}

/** Of a text with a comparison the unit that looks most like one is it: fitting and choosing take turns. */
function fit(data) {
  const known = featuresOf(data)
  let model = new Map()
  for (let turn = 0; turn < 3; turn++) {
    const cases = data.flatMap(({ comparison, units }) => {
      const chosen = comparison ? [...units].sort((a, b) => scoreOf(b, model) - scoreOf(a, model)).slice(0, 1) : units
      return chosen.map((found) => ({
        isComparison: comparison,
        found: [...found].filter(([name]) => known.has(name)),
      }))
    })
    model = regress(cases)
  }
  for (const [feature, weight] of model) {
    if (!isWord(feature)) continue
    const rounded = Math.round(weight / wordStep) * wordStep
    if (rounded === 0) model.delete(feature)
    else model.set(feature, rounded)
  }
  return model
}

/** The features that weights are fitted for: all, but of words those that several texts have. */
function featuresOf(data) {
  const counts = new Map()
  for (const { units } of data) {
    for (const feature of new Set(units.flatMap((found) => [...found.keys()]))) {
      counts.set(feature, (counts.get(feature) ?? 0) + 1)
    }
  }
  return new Set(
    [...counts].filter(([feature, count]) => !isWord(feature) || count >= leastTexts).map(([name]) => name),
  )
}

/** Batch gradient descent with momentum. */
function regress(cases) {
  const features = ['bias', ...new Set(cases.flatMap(({ found }) => found.map(([name]) => name)))]
  const indexOf = new Map(features.map((feature, index) => [feature, index]))
  const rows = cases.map(({ isComparison, found }) => ({
    isComparison,
    parts: [[0, 1], ...found.map(([feature, amount]) => [indexOf.get(feature), amount])],
  }))
  const pulls = features.map((name, index) => (index === 0 ? 0 : Number(isWord(name) ? values.wordPull : values.pull)))
  const weights = new Float64Array(features.length)
  const speed = new Float64Array(features.length)
  for (let step = 0; step < 1500; step++) {
    const slope = weights.map((weight, index) => pulls[index] * weight)
    for (const { isComparison, parts } of rows) {
      let speaksFor = 0
      let score = 0
      for (const [index, amount] of parts) {
        const part = weights[index] * amount
        if (index > 0 && part > 0) speaksFor += part
        else score += part
      }
      const bent = Math.tanh(speaksFor / core.limitFor)
      const error = 1 / (1 + Math.exp(-score - core.limitFor * bent)) - (isComparison ? 1 : 0)
      for (const [index, amount] of parts) {
        const isFor = index > 0 && weights[index] > 0
        slope[index] += error * amount * (isFor ? 1 - bent ** 2 : 1)
      }
    }
    for (let index = 0; index < weights.length; index++) {
      speed[index] = 0.9 * speed[index] - (0.3 * slope[index]) / rows.length
      weights[index] += speed[index]
    }
  }
  return new Map(features.map((feature, index) => [feature, weights[index]]))
}

/** Puts the weights where `src/core/comparisons/weights.ts` reads them. */
function write(model) {
  const byName = [...model].sort()
  const features = Object.fromEntries(
    byName
      .filter(([name]) => name !== 'bias' && !isWord(name))
      .map(([name, weight]) => [name, Math.round(weight * 100) / 100]),
  )
  const groups = new Map()
  for (const [feature, weight] of byName.filter(([name]) => isWord(name))) {
    const key = weight.toFixed(1)
    groups.set(key, [...(groups.get(key) ?? []), feature.slice('says '.length)])
  }
  const words = Object.fromEntries(
    [...groups].sort(([a], [b]) => b - a).map(([weight, words]) => [weight, words.join(' ')]),
  )
  const learned = { bias: Math.round(model.get('bias') * 100) / 100, features, words }
  writeFileSync(path.join(root, 'knowledge/learned/comparisons.json'), `${JSON.stringify(learned, undefined, 2)}\n`)
}
