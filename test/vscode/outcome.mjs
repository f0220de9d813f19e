/** What a suite came to, and how it is told. */

/** @typedef {{ passed: number, failed: number, skipped: number }} Outcome */

/** @param {Outcome[]} outcomes */
function sum(outcomes) {
  const total = (key) => outcomes.reduce((count, outcome) => count + outcome[key], 0)
  return { passed: total('passed'), failed: total('failed'), skipped: total('skipped') }
}

/** @param {Outcome} outcome */
function tell({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
}

/**
 * Runs suites one after the other and prints what each came to. A suite that cannot run counts as one failure, and the
 * others still run.
 * @param {Record<string, () => Outcome | Promise<Outcome>>} suites
 */
export async function runSuites(suites) {
  const outcomes = []
  for (const [name, run] of Object.entries(suites)) {
    const start = Date.now()
    console.log(`\n${name}`)
    let outcome = { passed: 0, failed: 1, skipped: 0 }
    try {
      outcome = await run()
    } catch (error) {
      console.error(`  ✘ the suite did not run to its end: ${error.message}`)
    }
    console.log(`${name}: ${tell(outcome)} (${((Date.now() - start) / 1000).toFixed(1)} s)`)
    outcomes.push(outcome)
  }
  const total = sum(outcomes)
  // The last line has this form always: scripts read it.
  console.log(`\n${total.passed} passed, ${total.failed} failed`)
  return total.failed === 0
}
