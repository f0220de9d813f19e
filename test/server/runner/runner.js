/**
 * An extension that runs the host suite where `extensionTestsPath` is switched off: on a server, with the packaged
 * extension installed. It does so only in a workspace that names the file for the report in `hostSuite.report`.
 */
const { appendFileSync } = require('node:fs')
const vscode = require('vscode')

exports.activate = async () => {
  const report = vscode.workspace.getConfiguration('hostSuite').get('report')
  if (!report) return
  const print = (line) => appendFileSync(report, `${line}\n`)
  try {
    await require('./host.js').runHostSuite(print)
  } catch (error) {
    print(`host suite failed: ${error.stack}`)
  }
}
