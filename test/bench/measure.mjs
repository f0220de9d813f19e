/** Timing candidates against each other in one run, so that a busy machine hurts all of them alike. */

/**
 * Runs each candidate on each chunk, `rounds` times, in turns. For each the sum over chunks of the least, the median and
 * the 99th percentile of its times, in milliseconds.
 * @param {Record<string, (chunk: T) => unknown>} candidates
 * @param {readonly T[]} chunks
 * @template T
 */
export function race(candidates, chunks, rounds) {
  const names = Object.keys(candidates)
  const sums = Object.fromEntries(names.map((name) => [name, { best: 0, p50: 0, p99: 0 }]))
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
      sums[name].p50 += quantile(times[name], 0.5)
      sums[name].p99 += quantile(times[name], 0.99)
    }
  }
  return sums
}

/** Milliseconds of an action: what the process has worked for, when that is less than what has passed on the clock. */
export function timeOf(action) {
  const worked = process.cpuUsage()
  const start = performance.now()
  action()
  const passed = performance.now() - start
  const { user, system } = process.cpuUsage(worked)
  return Math.min(passed, (user + system) / 1000)
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
