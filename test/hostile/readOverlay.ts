/**
 * A process of its own for a hostile file: reads bytes from standard input as an overlay, three times as an extension
 * host does while somebody types, and prints what a person is told. Ends with 0, whatever the bytes are.
 */
import { readFileSync } from 'node:fs'
import builtInKnowledge from 'built-in-knowledge'
import { mergeOverlays } from '../../src/core/overlay/mergeOverlays'
import { formatOverlayProblem, readOverlayBytes, type OverlayReading } from '../../src/core/overlay/readOverlay'

const bytes = readFileSync(0)
const source = { uri: 'file:///map.yaml', file: 'map.yaml' }
let reading: OverlayReading = readOverlayBytes(source, bytes)
for (let time = 1; time < 3; time++) reading = readOverlayBytes(source, bytes)
const problems = reading.ok
  ? (mergeOverlays(builtInKnowledge, [reading.overlay]).problems.get(source.uri) ?? [])
  : reading.problems
const [first] = problems
console.log(first ? formatOverlayProblem(source, bytes.toString('utf8'), first) : 'no problem')
if (Object.keys(Object.prototype).length > 0) process.exitCode = 3
