/**
 * `npm run bench:vault`: what the index of a large vault costs, as ratios within one run.
 *
 *   npm run bench:vault -- --files DIR --files DIR --notes 10000 --json FILE --only build,reopen,change,memory,window
 *
 * The vault is made of the labelled notes' paragraphs, 6 KB a note; `--files` measures on folders of real notes instead.
 * What is compared takes turns, so that a busy machine hurts all alike.
 */
import { fork } from 'node:child_process'
import { appendFileSync, copyFileSync, mkdirSync, statSync, writeFileSync } from 'node:fs'
import { cpus, loadavg, tmpdir } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { build } from '../vscode/build.mjs'
import { root, temporaryFolder } from '../vscode/folders.mjs'
import { quantile } from './measure.mjs'
import { markdownFiles } from './texts.mjs'
import { makeVault } from './vaults.mjs'
import { measureWindow } from './window.mjs'

const parts = {
  build: measureBuild,
  reopen: measureReopen,
  change: measureChange,
  memory: measureMemory,
  window: tellWindow,
}
const { values } = parseArgs({
  options: {
    files: { type: 'string', multiple: true, default: [] },
    notes: { type: 'string', default: '10000' },
    json: { type: 'string' },
    only: { type: 'string', default: Object.keys(parts).join() },
  },
})
build('vaultBench')
const { refresh, turns, VaultIndex, VaultStore } = await import('./vaultOnDisk.mjs')
const folder = temporaryFolder('vault', tmpdir())
const vault = values.files.length > 0 ? copiesOf(values.files.flatMap(markdownFiles)) : madeVault(Number(values.notes))
/** Evenly taken. */
const tenths = Array.from({ length: 10 }, (_, from) => vault.filter((_, index) => index % 10 === from))
let built
const report = { machine: machine(), rows: [] }

console.log(Object.values(report.machine).join(', '))
for (const name of values.only.split(',')) {
  if (!parts[name]) throw new Error(`no part '${name}': choose ${Object.keys(parts).join(', ')}`)
  await parts[name]()
}
report.machine.loadAfter = loadavg()[0].toFixed(1)
console.log(`load after: ${report.machine.loadAfter}`)
if (values.json) writeFileSync(values.json, `${JSON.stringify(report, undefined, 2)}\n`)
process.exit()

function machine() {
  const [cpu] = cpus()
  const size = vault.reduce((sum, file) => sum + statSync(file).size, 0) / 1e6
  return {
    cpu: `${cpus().length} x ${cpu?.model.trim()}`,
    node: `Node ${process.version}`,
    load: `load ${loadavg()[0].toFixed(1)}`,
    vault: `${vault.length} ${values.files.length > 0 ? 'real' : 'made'} notes, ${size.toFixed(0)} MB`,
  }
}

/** Some notes are changed: not those that were given. */
function copiesOf(files) {
  return files.map((file, index) => {
    const place = path.join(folder, String(Math.floor(index / 500)))
    if (index % 500 === 0) mkdirSync(place)
    copyFileSync(file, path.join(place, `${index}.md`))
    return path.join(place, `${index}.md`)
  })
}

function madeVault(notes) {
  return makeVault(folder, { notes, bytes: notes * 6_000 })
}

/** One line of the table: what came out, what is asked, and the details. */
function tell(what, value, must, detail) {
  report.rows.push({ what, value, must, detail })
  console.log(`${what.padEnd(58)} ${String(value).padStart(9)}  ${must.padEnd(16)} ${detail}`)
}

function ms(time) {
  return `${time < 10 ? time.toFixed(2) : time.toFixed(0)} ms`
}

async function timeOf(action) {
  const start = performance.now()
  await action()
  return performance.now() - start
}

/**
 * The index of the whole vault and that of a tenth, built once: each tenth goes into an index that grows and, in turns,
 * into a fresh one.
 */
async function indexes() {
  if (built) return built
  const large = new VaultIndex()
  await refresh(new VaultIndex(), tenths[0].slice(0, 200))
  const times = { growing: 0, fresh: 0 }
  const fresh = []
  for (const [at, files] of tenths.entries()) {
    const index = new VaultIndex()
    fresh.push(index)
    const add = {
      growing: () => refresh(large, files),
      fresh: () => refresh(index, files),
    }
    const order = at % 2 === 0 ? ['growing', 'fresh'] : ['fresh', 'growing']
    for (const name of order) times[name] += await timeOf(add[name])
  }
  return (built = { large, small: fresh[0], times })
}

/** If cost grew with what is known already, the last tenths would cost more than they do by themselves. */
async function measureBuild() {
  const { growing, fresh } = (await indexes()).times
  const detail = `ten of ${tenths[0].length} notes ${ms(fresh)}, one of ${vault.length} ${ms(growing)}`
  tell('index build: time ratio / size ratio', (growing / fresh).toFixed(2), 'at most 1.3', detail)
}

/** From what an earlier session has kept, with a look at each file. */
async function measureReopen() {
  const { large, times } = await indexes()
  const { text } = await new VaultStore().write(large, 'measured', turns)
  const again = await timeOf(async () => {
    const index = new VaultIndex()
    await new VaultStore().read(index, { all: text, changes: '' }, 'measured', turns)
    await refresh(index, vault)
    if (index.mentionCount !== large.mentionCount) throw new Error('the reopened index differs')
  })
  const detail = `${ms(times.growing)} to ${ms(again)}; ${(text.length / 1e6).toFixed(1)} MB kept`
  const share = `${((100 * again) / times.growing).toFixed(1)} %`
  tell('reopened with nothing changed, of the first build', share, 'at most 5 %', detail)
}

/** A note of a small and of a large vault is changed: it is read, and what is to be kept is written. */
async function measureChange() {
  const { small, large } = await indexes()
  const vaults = []
  for (const index of [small, large]) {
    const store = new VaultStore()
    await store.write(index, 'measured', turns)
    vaults.push({ index, store, times: [] })
  }
  const changed = tenths[0].slice(0, 100)
  for (const [at, file] of changed.entries()) {
    appendFileSync(file, `\nChanged: Nosana ${at}.\n`)
    // In turns, as to who goes first.
    for (const { index, store, times } of at % 2 === 0 ? vaults : vaults.toReversed()) {
      times.push(
        await timeOf(async () => {
          await refresh(index, [file])
          await store.write(index, 'measured', turns)
        }),
      )
    }
  }
  const [few, many] = vaults.map(({ times }) => quantile(times, 0.5))
  const detail = `median of ${changed.length}: ${ms(few)} among ${tenths[0].length} notes, ${ms(many)} among ${vault.length}`
  tell('one changed note, in ten times as large a vault', (many / few).toFixed(2), 'at most 1.3', detail)
}

/** In a process of its own, whose heap holds nothing else. */
async function measureMemory() {
  const child = fork(path.join(root, 'test/bench/vaultMemory.mjs'), { execArgv: ['--expose-gc'] })
  child.send(vault)
  const { built, reopened, matched, mentions } = await new Promise((resolve, reject) => {
    child.once('message', resolve)
    child.once('exit', (code) => reject(new Error(`test/bench/vaultMemory.mjs ended with ${code}`)))
  })
  const limit = 3 * matched + 20e6
  const megabytes = (bytes) => `${(bytes / 1e6).toFixed(1)} MB`
  const detail = `${mentions} mentions, ${megabytes(matched)} of text; reopened ${megabytes(reopened)}`
  tell('memory kept', megabytes(Math.max(built, reopened)), `at most ${megabytes(limit)}`, detail)
}

/** Half of the notes are on another branch. */
async function tellWindow() {
  const { indexing, atRest, switching } = await measureWindow(folder, Math.floor(vault.length / 2))
  const quantiles = (times) => `p50 ${ms(quantile(times, 0.5))}, p99 ${ms(quantile(times, 0.99))}`
  const idle = quantile(atRest.keys, 0.5)
  for (const [when, phase] of Object.entries({ 'while indexing': indexing, 'in a branch switch': switching })) {
    const { blocks, waits, keys, seconds } = phase
    const lasted = `${seconds.toFixed(0)} s; ${quantiles(blocks)}; on the clock ${quantiles(waits)}, most ${ms(Math.max(...waits))}`
    tell(`longest block of the extension host ${when}`, ms(Math.max(...blocks)), 'at most 50 ms', lasted)
    const ratio = (quantile(keys, 0.5) / idle).toFixed(2)
    const detail = `${keys.length} keys: ${quantiles(keys)}; at rest ${quantiles(atRest.keys)}`
    tell(`key to badge ${when}, of that at rest`, ratio, 'at most 3', detail)
  }
  tell('longest block of the extension host at rest', ms(Math.max(...atRest.blocks)), '', quantiles(atRest.blocks))
}
