/**
 * What activation does with the built-in knowledge, step by step, in a fresh process: prints milliseconds and bytes as
 * JSON. Run by `knowledge.mjs` with `--expose-gc`.
 */
import { performance } from 'node:perf_hooks'
import { parts } from 'built-in-knowledge'
import { ProjectIndex } from '../../src/core/knowledge/projectIndex'
import { joinKnowledge } from '../../src/core/knowledge/startUp'
import { buildLexicon } from '../../src/core/recognition/lexicon'

interface Step {
  readonly milliseconds: number
  readonly bytes: number
}

/** Everything that a step made, so that it is not collected before it is weighed. */
const kept: unknown[] = []

function run<T>(step: () => T): { result: T; cost: Step } {
  collect()
  const bytesBefore = process.memoryUsage().heapUsed
  const before = performance.now()
  const result = step()
  const milliseconds = performance.now() - before
  kept.push(result)
  collect()
  return { result, cost: { milliseconds, bytes: process.memoryUsage().heapUsed - bytesBefore } }
}

function collect(): void {
  if (!global.gc) throw new Error('run with --expose-gc')
  global.gc()
}

const loadBundle = performance.now() - performance.nodeTiming.bootstrapComplete
const knowledge = run(() => new ProjectIndex(joinKnowledge(parts)))
const lexicon = run(() => buildLexicon(knowledge.result.knowledge))
const details = run(() => knowledge.result.knowledge.projects)
const text = parts.startUp + parts.details
console.log(
  JSON.stringify({
    loadBundle,
    knowledge: { ...knowledge.cost, bytes: knowledge.cost.bytes + text.length },
    lexicon: lexicon.cost,
    details: details.cost,
  }),
)
