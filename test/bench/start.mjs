/** Run in a fresh process by `bench.mjs`: prints what the first mentions cost there, as JSON. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import esbuild from 'esbuild'
import { root } from '../vscode/folders.mjs'

const note = readFileSync(path.join(root, 'test/vault/Portfolio.md'), 'utf8')
const start = performance.now()
const { knowledge, buildLexicon, findMentions } = await import(path.join(root, 'dist/bench/core.mjs'))
const loaded = performance.now()
const lexicon = buildLexicon(knowledge)
const compiled = performance.now()
findMentions(note, lexicon)
const done = performance.now()

/** Data, as the knowledge is. */
const data = { filter: /^word-kernel$|\.yaml$/ }
const { metafile } = await esbuild.build({
  entryPoints: [
    path.join(root, 'src/core/recognition/findMentions.ts'),
    path.join(root, 'src/core/recognition/lexicon.ts'),
  ],
  bundle: true,
  minify: true,
  metafile: true,
  write: false,
  outdir: 'nowhere',
  absWorkingDir: root,
  format: 'esm',
  splitting: true,
  plugins: [
    { name: 'data', setup: (build) => build.onResolve(data, ({ path: name }) => ({ path: name, external: true })) },
  ],
})
// What is learned is data, as the knowledge is.
const inputs = Object.values(metafile.outputs).flatMap((output) => Object.entries(output.inputs))
const bytesOf = (isCounted) =>
  inputs.filter(([input]) => isCounted(input)).reduce((sum, [, { bytesInOutput }]) => sum + bytesInOutput, 0)
const isLibrary = (input) => input.startsWith('node_modules/')
console.log(
  JSON.stringify({
    kilobytes: Math.round(bytesOf((input) => !input.startsWith('knowledge/')) / 1000),
    libraries: Math.round(bytesOf(isLibrary) / 1000),
    load: loaded - start,
    compile: compiled - loaded,
    first: done - compiled,
  }),
)
