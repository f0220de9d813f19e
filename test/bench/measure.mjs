/** Timing candidates against each other in one run, so that a busy machine hurts all of them alike. */

/**
 * Runs each candidate on each chunk, `rounds` times, in turns. For each the sum over chunks of the least and of the
 * median time, in milliseconds.
 * @param {Record<string, (chunk: T) => unknown>} candidates
 * @param {readonly T[]} chunks
 * @template T
 */
export function race(candidates, chunks, rounds) {
  const names = Object.keys(candidates)
  const sums = Object.fromEntries(names.map((name) => [name, { best: 0, median: 0 }]))
  for (const chunk of chunks) {
    const times = Object.fromEntries(names.map((name) => [name, []]))
    for (let round = 0; round < rounds; round++) {
      for (const name of names) {
        const start = performance.now()
        candidates[name](chunk)
        times[name].push(performance.now() - start)
      }
    }
    for (const name of names) {
      sums[name].best += Math.min(...times[name])
      sums[name].median += quantile(times[name], 0.5)
    }
  }
  return sums
}

export function quantile(values, share) {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]
}

/** The characters of texts joined and cut into chunks at line ends. */
export function chunksOf(texts, length) {
  const chunks = []
  let chunk = ''
  for (const text of texts) {
    chunk += text + '\n'
    if (chunk.length >= length) {
      chunks.push(Buffer.from(chunk, 'utf8').toString('utf8'))
      chunk = ''
    }
  }
  if (chunk !== '') chunks.push(Buffer.from(chunk, 'utf8').toString('utf8'))
  return chunks
}
