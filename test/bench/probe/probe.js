/**
 * An extension that asks for its turn every few milliseconds, and writes down how long it was kept waiting: for so long
 * no key of an editor would have been answered either. It does so in a workspace that names a file for it in
 * `blockProbe.report`: lines of when, milliseconds of waiting, and milliseconds that the thread worked meanwhile, which
 * are fewer when other processes had the processor.
 */
const { appendFileSync } = require('node:fs')
const vscode = require('vscode')

const every = 5
const flushEvery = 1000

exports.activate = () => {
  const report = vscode.workspace.getConfiguration('blockProbe').get('report')
  if (!report) return
  let lines = ''
  let flushAt = 0
  const look = (due, workedBefore) => {
    const worked = workOfThread()
    const waited = Math.max(0, performance.now() - due)
    lines += `${Date.now()} ${waited.toFixed(2)} ${(worked - workedBefore).toFixed(2)}\n`
    if (performance.now() > flushAt) {
      appendFileSync(report, lines)
      lines = ''
      flushAt = performance.now() + flushEvery
    }
    lookAgain()
  }
  const lookAgain = () => setTimeout(look, every, performance.now() + every, workOfThread())
  lookAgain()
}

function workOfThread() {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1000
}
