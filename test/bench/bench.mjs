/**
 * `npm run bench`: how fast recognition is, against what one would take instead, as ratios within one run.
 *
 *   npm run bench -- --files DIR… --json FILE --only scan,verdicts,disk,words,keys,length,start
 *
 * `--files` names folders of real Markdown; without any, the labelled notes stand in for them, over and over. Times are
 * the sums of the least of several runs that take turns, so that a busy machine hurts all candidates alike.
 */
import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { cpus, loadavg } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { GFM, parser } from '@lezer/markdown'
import { build } from '../vscode/build.mjs'
import { root, temporaryFolder } from '../vscode/folders.mjs'
import { chunksOf, quantile, race, timeOf } from './measure.mjs'
import { knowledgeOf, makeNames } from './names.mjs'
import { hasRipgrep, installRivals } from './rivals.mjs'
import { labelledNotes, longNote, markdownFiles, sampleTexts } from './texts.mjs'

const parts = {
  scan: measureScan,
  verdicts: measureVerdicts,
  disk: measureDisk,
  words: measureWords,
  keys: measureKeys,
  length: measureLength,
  start: measureStart,
}
const { values } = parseArgs({
  options: {
    files: { type: 'string', multiple: true, default: [] },
    json: { type: 'string' },
    only: { type: 'string', default: Object.keys(parts).join() },
  },
})
build('bench', 'mentions')
const core = await import(path.join(root, 'dist/bench/core.mjs'))
const { knowledge, buildLexicon, findHits, findMentions, findProse, NoteReading } = core
const lexicon = buildLexicon(knowledge)
const fullMarkdown = parser.configure([GFM])
const report = { machine: machine(), rows: [] }

console.log(Object.values(report.machine).join(', '))
for (const name of values.only.split(',')) {
  if (!parts[name]) throw new Error(`no part '${name}': choose ${Object.keys(parts).join(', ')}`)
  const load = loadavg()[0].toFixed(1)
  const before = report.rows.length
  await parts[name]()
  for (const row of report.rows.slice(before)) row.load = load
}
report.machine.loadAfter = loadavg()[0].toFixed(1)
console.log(`load after: ${report.machine.loadAfter}`)
if (values.json) writeFileSync(values.json, `${JSON.stringify(report, undefined, 2)}\n`)

function machine() {
  const [cpu] = cpus()
  return {
    cpu: `${cpus().length} x ${cpu?.model.trim()}`,
    node: `Node ${process.version}`,
    load: `load ${loadavg()[0].toFixed(1)}`,
    texts: values.files.length > 0 ? `${values.files.flatMap(markdownFiles).length} real files` : 'labelled notes',
  }
}

/** One line of the table: what came out, what is asked, the details, and the times of each candidate in milliseconds. */
function tell(what, value, must, detail, times = {}) {
  report.rows.push({ what, value, must, detail, times })
  console.log(`${what.padEnd(58)} ${String(value).padStart(9)}  ${must.padEnd(16)} ${detail}`)
}

function ms(time) {
  return `${time < 10 ? time.toFixed(2) : time.toFixed(0)} ms`
}

/** Whole words in any case by one regular expression, as most people would write it; `snake_case` is one word. */
function regExpFinder(names) {
  const sorted = names
    .toSorted((a, b) => b.length - a.length)
    .map((name) => name.replaceAll(' ', '[ \\t\\r\\n\\xa0-]+'))
  const pattern = new RegExp(`(?<![a-z0-9]_?)(?:${sorted.join('|')})(?!_?[a-z0-9])`, 'gi')
  return (text) =>
    [...text.matchAll(pattern)].map(({ 0: match, index }) => ({ start: index, end: index + match.length }))
}

/** Whole words in any case by the fastest Aho-Corasick of npm. It has to look at all letters in lower case. */
async function ahoCorasickFinder(names) {
  const { AhoCorasick } = await import(path.join(installRivals(), 'node_modules/@monyone/aho-corasick/dist/fast.mjs'))
  const automaton = new AhoCorasick(names.map((name) => name.toLowerCase()))
  const isWord = (text, index, step) => /[a-z0-9]/.test(text.charAt(text.charAt(index) === '_' ? index + step : index))
  return (text) => {
    const lower = text.toLowerCase()
    return automaton
      .matchInText(lower)
      .filter(({ begin, end }) => !isWord(lower, begin - 1, -1) && !isWord(lower, end, 1))
      .map(({ begin, end }) => ({ start: begin, end }))
  }
}

async function measureScan() {
  const texts = sampleTexts(values.files, 8_000_000)
  const chunks = chunksOf(texts, 500_000)
  const size = (some) => `${(some.reduce((sum, chunk) => sum + 2 * chunk.length, 0) / 1e6).toFixed(0)} MB UTF-16`
  const own = (names) => {
    const table = buildLexicon(knowledgeOf(names, knowledge))
    return (text) => findHits(text, table)
  }
  for (const [count, must, share, rounds] of [
    [1_000, 'at least 4', 1, 5],
    // The expression takes minutes for all of it.
    [10_000, 'at least 30', 1 / 16, 2],
  ]) {
    const names = makeNames(count, knowledge, texts)
    const candidates = { own: own(names), regExp: regExpFinder(names) }
    const sample = chunks.slice(0, Math.max(1, Math.round(chunks.length * share)))
    const differ = compareHits(candidates, sample[0])
    const times = race(candidates, sample, rounds)
    const detail = `${size(sample)}: ${ms(times.own.best)} to ${ms(times.regExp.best)}; hits that differ: ${differ}`
    tell(`scan, ${count} names, RegExp / own`, ratio(times.regExp.best, times.own.best), must, detail, times)
  }
  const names = makeNames(1_000, knowledge, texts)
  const candidates = { own: own(names), ahoCorasick: await ahoCorasickFinder(names) }
  const sample = chunks.slice(0, Math.max(1, Math.round(chunks.length / 4)))
  const differ = compareHits(candidates, sample[0])
  const rivals = race(candidates, sample, 5)
  tell(
    'scan, 1000 names, @monyone/aho-corasick/fast / own',
    ratio(rivals.ahoCorasick.best, rivals.own.best),
    'at least 15',
    `${size(sample)}: ${ms(rivals.own.best)} to ${ms(rivals.ahoCorasick.best)}; hits that differ: ${differ}`,
    rivals,
  )
  const few = makeNames(100, knowledge, [], false)
  const many = makeNames(10_100, knowledge, [], false).filter((name, index) => index < 100 || index >= 1_200)
  const growth = race({ few: own(few), many: own(many) }, chunks, 7)
  const detail = `${ms(growth.few.best)} to ${ms(growth.many.best)}`
  tell(
    'scan, 100 to 10,000 names, equal hits',
    (growth.many.best / growth.few.best).toFixed(2),
    'at most 1.3',
    detail,
    growth,
  )
}

/** How many hits of one candidate the other does not have. A ticker's dollar is part of our hit and not of theirs. */
function compareHits({ own, ...rivals }, text) {
  const ends = (hits) =>
    new Set(hits.map(({ start, end }) => `${text.charAt(start) === '$' ? start + 1 : start} ${end}`))
  const [rival] = Object.values(rivals)
  const [ours, theirs] = [ends(own(text)), ends(rival(text))]
  const only = (some, others) => [...some].filter((end) => !others.has(end)).length
  return `${only(ours, theirs) + only(theirs, ours)} of ${theirs.size}`
}

function ratio(a, b) {
  return (a / b).toFixed(1)
}

/** Parsing inline markup only where a name lies gives the verdicts of parsing it everywhere. */
function measureVerdicts() {
  const files = values.files.flatMap(markdownFiles)
  const texts = files.length > 0 ? files.map((file) => readFileSync(file, 'utf8')) : labelledNotes()
  let hits = 0
  let differ = 0
  for (const text of texts) {
    const found = findHits(text, lexicon)
    if (found.length === 0) continue
    const isText = ({ skipped }) => {
      let next = 0
      return found.map(({ start, end }) => {
        while (next < skipped.length && skipped[next].end <= start) next++
        return next === skipped.length || skipped[next].start >= end
      })
    }
    const lazy = isText(findProse(text, found))
    const full = isText(findProse(text, [{ start: 0, end: text.length }]))
    hits += found.length
    differ += lazy.filter((verdict, index) => verdict !== full[index]).length
  }
  tell('prose verdicts that differ from a full parse', differ, '0', `${hits} hits in ${texts.length} files`)
}

/** Whole processes over the same files: ours with structure and senses, ripgrep without either. */
async function measureDisk() {
  if (values.files.length === 0 || !hasRipgrep()) {
    tell('files on disk, rg / own', 'not run', 'at least 1.3', 'needs --files and rg')
    return
  }
  const folder = temporaryFolder('names')
  const names = makeNames(1_000, knowledge, [])
  writeFileSync(path.join(folder, 'names.txt'), names.join('\n'))
  const files = values.files.flatMap(markdownFiles).slice(0, 10_000)
  writeFileSync(path.join(folder, 'files.txt'), files.join('\0'))
  const run = (command, ...options) => {
    const { status, error } = spawnSync(command, options, {
      stdio: ['ignore', 'ignore', 'inherit'],
      maxBuffer: 1 << 30,
    })
    if (error || status > 1) throw error ?? new Error(`${command} ended with ${status}`)
  }
  const ripgrep = ['-j1', '-F', '-w', '-i', '-c', '-f', path.join(folder, 'names.txt')]
  const copies = copyFiles(files, path.join(folder, 'notes'))
  const candidates = {
    own: () => run(process.execPath, path.join(root, 'dist/mentions.mjs'), copies),
    rg: () => run('rg', ...ripgrep, '--no-ignore', copies),
  }
  const times = race(candidates, [undefined], 5)
  const { own, rg } = times
  const detail = `${files.length} files: ${ms(own.best)} to ${ms(rg.best)}`
  tell('files on disk, rg -F -w -i / own', (rg.best / own.best).toFixed(2), 'at least 1.3', detail, times)
}

/** The same files in one folder, so that both programs walk the same way. */
function copyFiles(files, folder) {
  for (const [index, file] of files.entries()) {
    const place = path.join(folder, String(Math.floor(index / 500)))
    if (index % 500 === 0) mkdirSync(place, { recursive: true })
    copyFileSync(file, path.join(place, `${index}.md`))
  }
  return folder
}

/** Words per second of a whole process, less what it takes to start. */
async function measureWords() {
  const rivals = installRivals()
  const folder = temporaryFolder('words')
  const texts = sampleTexts(values.files, 3_000_000)
  for (const [index, text] of texts.entries()) writeFileSync(path.join(folder, `${index}.md`), text)
  const nothing = temporaryFolder('nothing')
  writeFileSync(path.join(nothing, 'nothing.md'), 'Nothing.\n')
  const cspell = path.join(rivals, 'node_modules/cspell/bin.mjs')
  const time = (...command) => {
    const start = performance.now()
    spawnSync(process.execPath, command, { stdio: 'ignore', cwd: folder })
    return performance.now() - start
  }
  const spell = (place) => time(cspell, 'lint', '--no-progress', '--no-summary', '--quiet', `${place}/*.md`)
  const mention = (place) => time(path.join(root, 'dist/mentions.mjs'), place)
  const least = (action) => Math.min(action(), action(), action())
  const own = least(() => mention(folder)) - least(() => mention(nothing))
  const theirs = spell(folder) - spell(nothing)
  const words = texts.reduce((sum, text) => sum + (text.match(/[\p{L}\d]+/gu)?.length ?? 0), 0)
  const rate = (time) => `${Math.round(words / time)} k words/s`
  const times = { own: { best: own }, cspell: { best: theirs } }
  const detail = `${rate(own)} to ${rate(theirs)}`
  tell('words per second, own / cspell lint', ratio(theirs, own), 'at least 50', detail, times)
}

/** Keys in a note of 1 MB: the reading goes along, against parsing and searching all of it again. */
function measureKeys() {
  const texts = sampleTexts(values.files, 4_000_000)
  const text = longNote(texts, 1_000_000, isClosed)
  const reading = new NoteReading(lexicon, text)
  reading.mentions()
  const regExp = regExpFinder(makeNames(1_000, knowledge, []))
  const own = []
  const full = []
  const { length } = text
  for (let key = 0; key < 400; key++) {
    const at = (key * 7_368_787) % length
    const start = performance.now()
    reading.edit([{ start: at, end: at, text: 'abcdef ghijk'.charAt(key % 12) }])
    reading.work()
    own.push(performance.now() - start)
    // A key in the end of a fence makes code of all behind it: it is taken back.
    reading.edit([{ start: at, end: at + 1, text: '' }])
    reading.work()
    if (key % 10 > 0) continue
    const again = performance.now()
    fullMarkdown.parse(text)
    regExp(text)
    full.push(performance.now() - again)
  }
  for (const [name, share, must] of [
    ['p50', 0.5, 'at most 1/200'],
    ['p99', 0.99, 'at most 1/50'],
  ]) {
    const [ours, theirs] = [quantile(own, share), quantile(full, share)]
    tell(
      `key in 1 MB, ${name}, own / full parse and RegExp`,
      `1/${(theirs / ours).toFixed(0)}`,
      must,
      `${ms(ours)} to ${ms(theirs)}`,
      { own: { [name]: ours }, full: { [name]: theirs } },
    )
  }
  const slices = []
  const whole = []
  const workInSlices = (reading) => {
    let sum = 0
    for (let isDone = false; !isDone;) {
      const time = timeOf(() => {
        const start = performance.now()
        isDone = reading.work(() => performance.now() > start + 8)
      })
      slices.push(time)
      sum += time
    }
    return sum
  }
  for (const opener of ['```\n', '~~~\n', '<!--\n', '$$\n']) {
    for (const share of [0.3, 0.5, 0.7]) {
      const at = text.indexOf('\n\n', Math.floor(share * length)) + 2
      for (const edit of [
        { start: at, end: at, text: opener },
        { start: at, end: at + opener.length, text: '' },
      ]) {
        reading.edit([edit])
        whole.push(workInSlices(reading))
      }
    }
  }
  const detail = `slices of 8 ms; the whole takes up to ${ms(Math.max(...whole))}`
  const opened = { own: { p50: quantile(slices, 0.5), p99: quantile(slices, 0.99), most: Math.max(...slices) } }
  tell('worst key (fence, comment, math opened), longest slice', ms(opened.own.most), 'at most 16 ms', detail, opened)
  slices.length = 0
  const first = workInSlices(new NoteReading(lexicon, text))
  const read = { own: { p50: quantile(slices, 0.5), p99: quantile(slices, 0.99), most: Math.max(...slices) } }
  tell('first reading of 1 MB, longest slice', ms(read.own.most), 'at most 16 ms', `${ms(first)} in all`, read)
}

/** Whether what stands behind a text is prose. */
function isClosed(text) {
  return findMentions(`${text}\n\nBittensor`, lexicon).at(-1)?.start === text.length + 2
}

function measureLength() {
  const texts = sampleTexts(values.files, 4_000_000)
  const notes = {
    one: longNote(texts, 1_000_000, isClosed),
    two: longNote(texts, 2_000_000, isClosed),
    four: longNote(texts, 4_000_000, isClosed),
  }
  const candidates = Object.fromEntries(
    Object.entries(notes).map(([name, note]) => [name, () => findMentions(note, lexicon)]),
  )
  const times = race(candidates, [undefined], 5)
  const { one, two, four } = times
  const growth = Math.max(two.best / one.best / 2, four.best / two.best / 2, four.best / one.best / 4)
  const detail = `${[one, two, four].map(({ best }) => ms(best)).join(', ')}`
  tell('1, 2, 4 MB: time ratio / size ratio', growth.toFixed(2), 'at most 1.2', detail, times)
}

/** A fresh process: from nothing to the mentions of a first note. */
function measureStart() {
  const { status, stdout } = spawnSync(process.execPath, [path.join(root, 'test/bench/start.mjs')], {
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error('test/bench/start.mjs failed')
  const { kilobytes, libraries, load, compile, first } = JSON.parse(stdout)
  const ofWhich = `of which @lezer ${libraries} KB`
  tell('recognition in the bundle, minified, no yaml, no zod', `${kilobytes} KB`, 'at most 80 KB', ofWhich)
  tell(
    'first mentions in a fresh process',
    ms(load + compile + first),
    '',
    `load ${ms(load)}, tables ${ms(compile)}, first note ${ms(first)}`,
  )
}
