/**
 * `npm run bench:knowledge`: what the built-in knowledge costs at start-up, as a share of activation, and what it weighs
 * in the package, and what else is in the bundle. Each number is the median of fresh processes; activation here is
 * loading the bundle's core, reading the knowledge and building the lexicon, without VS Code's own part.
 *
 * The code is over its budget, and will stay so: four libraries alone take 200 KB. A quarter of `yaml` is its writer and the
 * tags of YAML 1.1, which its `Document` brings along; `@lezer/markdown` brings its highlighter; a second minifier finds
 * less than 1% more. Ours are some 180 modules, none above 10 KB.
 */
import { spawnSync } from 'node:child_process'
import { readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { packageExtension } from '../package.mjs'
import { build } from '../vscode/build.mjs'
import { root } from '../vscode/folders.mjs'

const runs = 15

build('startUp', 'overlayBench', '--minify')
build('extension', '--minify', '--metafile')
const parts = partsOfBundle()
const packagePath = await packageExtension()
const samples = Array.from({ length: runs }, startUp)
const median = (pick) => samples.map(pick).sort((a, b) => a - b)[Math.floor(runs / 2)]

const knowledge = median((sample) => sample.knowledge.milliseconds)
const lexicon = median((sample) => sample.lexicon.milliseconds)
const activation = knowledge + lexicon + median((sample) => sample.loadBundle)
const memory = {
  knowledge: median((sample) => sample.knowledge.bytes),
  lexicon: median((sample) => sample.lexicon.bytes),
}

print('start-up, knowledge', `${knowledge.toFixed(1)} ms`, 'at most 10 ms', knowledge <= 10)
print('  as a share of activation', `${((100 * knowledge) / activation).toFixed(0)}% of ${activation.toFixed(1)} ms`)
print('  of which the lexicon', `${lexicon.toFixed(1)} ms`)
print('memory, knowledge', megabytes(memory.knowledge), 'at most 3 MB', memory.knowledge <= 3e6)
print('  beside the lexicon', megabytes(memory.lexicon))
print('first card or map, once', `${median((sample) => sample.details.milliseconds).toFixed(1)} ms`)
const code = parts.own + parts.libraries
print('bundle, code', kilobytes(code), 'below 350 KB', code < 350e3)
print('  our own', kilobytes(parts.own))
print('  libraries', kilobytes(parts.libraries), parts.byLibrary)
print('bundle, knowledge', kilobytes(parts.knowledge))
print('  learned from labelled notes', kilobytes(parts.learned))
print('  lists of words', kilobytes(parts.words))
const map = run('dist/bench/overlay.cjs')
const ratio = map.reload / map.parse
print(
  'a map of 500 projects, again',
  `${map.reload.toFixed(1)} ms`,
  `at most 2 times a plain parse of ${map.parse.toFixed(1)} ms: ${ratio.toFixed(2)}`,
  ratio <= 2,
)
const packed = statSync(packagePath).size
print('package', kilobytes(packed), 'below 700 KB', packed < 700e3)

/** Bytes of the bundle by where they come from; what holds its modules together is ours. */
function partsOfBundle() {
  const file = path.join(root, 'dist/extension.js.meta.json')
  const { bytes, inputs } = JSON.parse(readFileSync(file, 'utf8')).outputs['dist/extension.js']
  const sum = (pattern) =>
    Object.entries(inputs).reduce(
      (total, [input, { bytesInOutput }]) => total + (pattern.test(input) ? bytesInOutput : 0),
      0,
    )
  const learned = sum(/^knowledge\/learned\//)
  const words = sum(/^knowledge\/words\//)
  const knowledge = sum(/^knowledge:/) + learned + words
  const libraries = sum(/^node_modules\//)
  const names = new Set(Object.keys(inputs).flatMap((input) => /^node_modules\/(@?[^/]+)\//.exec(input)?.[1] ?? []))
  const byLibrary = [...names].map((name) => `${name} ${kilobytes(sum(new RegExp(`^node_modules/${name}/`)))}`)
  return { own: bytes - knowledge - libraries, libraries, byLibrary: byLibrary.join(', '), knowledge, learned, words }
}

function startUp() {
  return run('dist/bench/startUp.mjs')
}

/** What a script prints, as JSON. */
function run(script) {
  const { stdout, stderr, status } = spawnSync(process.execPath, ['--expose-gc', path.join(root, script)], {
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(stderr)
  return JSON.parse(stdout)
}

function print(what, measured, budget = '', isMet = true) {
  console.log(`${what.padEnd(28)} ${measured.padEnd(18)} ${budget}${isMet ? '' : '  OVER'}`)
  if (!isMet) process.exitCode = 1
}

function megabytes(bytes) {
  return `${(bytes / 1e6).toFixed(2)} MB`
}

function kilobytes(bytes) {
  return `${Math.round(bytes / 1e3)} KB`
}
