/** Reads texts that are labelled as comparisons of projects of different layers, or as none. */
import { readFileSync } from 'node:fs'
import path from 'node:path'

/**
 * The lines of a JSONL file: `{"text", "comparison", "heldOut"}`. Weights are learned from those that are not held out.
 */
export function readComparisonTexts(folder) {
  return readFileSync(path.join(folder, 'comparisons.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
    .map(({ text, comparison, heldOut = false }) => ({ text, comparison, heldOut }))
}
