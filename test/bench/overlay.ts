/**
 * What it costs to read a map of 500 projects again, beside a plain parse of the same file by the `yaml` library: prints
 * milliseconds as JSON. Run by `knowledge.mjs`.
 */
import { performance } from 'node:perf_hooks'
import builtInKnowledge from 'built-in-knowledge'
import { parse } from 'yaml'
import { ProjectIndex } from '../../src/core/knowledge/projectIndex'
import { mergeOverlays } from '../../src/core/overlay/mergeOverlays'
import { readOverlayBytes } from '../../src/core/overlay/readOverlay'
import { buildLexicon } from '../../src/core/recognition/lexicon'

const layers = ['compute', 'intelligence', 'agents-data', 'execution-ux', 'none']
const projects = Array.from(
  { length: 500 },
  (_, at) =>
    `  - id: own-${at}\n    name: Own Project ${at}\n    layer: ${layers[at % 5] ?? 'none'}\n    tickers: [OWN${at}]\n    aliases: [own${at}.io]\n`,
)
const text = `projects:\n${projects.join('')}`
const bytes = new TextEncoder().encode(text)

/** From the bytes to what badges ask, as a save does. */
function reload(): unknown {
  const reading = readOverlayBytes({ uri: 'file:///map.yaml', file: 'map.yaml' }, bytes)
  if (!reading.ok) throw new Error(reading.problems[0]?.message)
  const { knowledge, problems } = mergeOverlays(builtInKnowledge, [reading.overlay])
  if (problems.size > 0) throw new Error([...problems.values()][0]?.[0]?.message)
  return [new ProjectIndex(knowledge), buildLexicon(knowledge)]
}

const steps = { parse: () => parse(text) as unknown, reload }
const times: Record<keyof typeof steps, number[]> = { parse: [], reload: [] }
// In turns, so that a busy moment of the machine meets both.
for (let round = 0; round < 60; round++) {
  for (const name of ['parse', 'reload'] as const) {
    const before = performance.now()
    steps[name]()
    if (round >= 20) times[name].push(performance.now() - before)
  }
}
const median = (all: number[]) => all.sort((a, b) => a - b)[Math.floor(all.length / 2)]
console.log(JSON.stringify({ bytes: bytes.length, parse: median(times.parse), reload: median(times.reload) }))
