/**
 * Mocha as it runs inside an extension host. Its browser build is used in Node as well: it needs no files, so it can be
 * bundled with the tests.
 */
import 'mocha/mocha.js'

export interface Outcome {
  passed: number
  failed: number
  skipped: number
}

mocha.setup({ ui: 'tdd', timeout: 60_000, reporter: function silent() {} as never })

/** Runs what was defined with `suite` and `test`; reports every test as it ends. */
export async function runMocha(options: {
  print: (line: string) => void
  grep?: string | undefined
}): Promise<Outcome> {
  const { print, grep } = options
  if (grep) mocha.grep(grep)
  const outcome = { passed: 0, failed: 0, skipped: 0 }
  await new Promise<void>((resolve) => {
    // Not `mocha.run`, which reads the address of a page that Node does not have.
    const runner = Mocha.prototype.run.call(mocha, () => resolve())
    runner.on('pass', (test) => {
      outcome.passed++
      print(`  ✔ ${test.fullTitle()} (${test.duration} ms)`)
    })
    runner.on('pending', (test) => {
      outcome.skipped++
      print(`  - ${test.fullTitle()}`)
    })
    // Also for a hook: then the tests that it should have prepared did not run.
    runner.on('fail', (test, error: Error) => {
      outcome.failed++
      print(`  ✘ ${test.fullTitle()}\n${indent(error.stack ?? String(error))}`)
    })
  })
  return outcome
}

function indent(text: string): string {
  return text.replace(/^/gm, '      ')
}
