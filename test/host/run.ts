/**
 * The entry of the host suite: all `test/host/*.test.ts` in one bundle, run inside a VS Code. The same bundle runs in a
 * web worker (VS Code for the web) and in Node (desktop and servers).
 */
import * as vscode from 'vscode'
import { runMocha, type Outcome } from '../vscode/hostMocha'
// After `hostMocha`, which defines `suite` and `test`.
import 'glob:test/host'

/** Runs all tests; rejects when one failed. VS Code calls this when the bundle is its `extensionTestsPath`. */
export async function run(): Promise<void> {
  const { failed } = await runHostSuite((line) => console.log(line))
  if (failed > 0) throw new Error(`${failed} of the host suite's tests failed`)
}

/** Runs all tests, or those that the workspace's setting `hostSuite.grep` names, and hands out the report line by line. */
export async function runHostSuite(print: (line: string) => void): Promise<Outcome> {
  const outcome = await runMocha({ print, grep: vscode.workspace.getConfiguration('hostSuite').get('grep') })
  print(`host suite: ${JSON.stringify(outcome)}`)
  return outcome
}
