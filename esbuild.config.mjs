/**
 * Builds everything that runs: `node esbuild.config.mjs [target…] [--watch] [--minify] [--metafile]`. `--metafile` writes
 * what each bundle is made of beside it, as `<bundle>.meta.json`.
 *
 * extension  dist/extension.js   the one bundle for desktop (`main`) and web (`browser`)
 * panel      dist/panel.js       the layer map's page
 * mentions   dist/mentions.mjs   the core without an editor, for the command line
 * schema     dist/overlaySchema.mjs writes the JSON schema of overlay files
 * overlayBench dist/bench/overlay.cjs what reading a large map costs
 * readOverlay dist/test/readOverlay.cjs a process for each hostile map
 * bench      dist/bench/core.mjs the core, for the scripts that measure it
 * vaultBench dist/bench/vault.cjs the vault's index, for the scripts that measure it
 * startUp    dist/bench/startUp.mjs what activation does with the knowledge, measured
 * unit       dist/test/unit.js   mocha without VS Code
 * host       dist/test/host.js   the suite that runs inside a VS Code
 */
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import esbuild from 'esbuild'
import { parse } from 'yaml'

const root = path.dirname(fileURLToPath(import.meta.url))
const flags = new Set(process.argv.slice(2).filter((argument) => argument.startsWith('--')))
const targets = process.argv.slice(2).filter((argument) => !argument.startsWith('--'))

/** Reads, validates and inlines `knowledge/` as the module `built-in-knowledge`. */
const knowledgePlugin = {
  name: 'knowledge',
  setup(build) {
    build.onResolve({ filter: /^built-in-knowledge$/ }, () => ({ path: 'built-in', namespace: 'knowledge' }))
    build.onLoad({ filter: /.*/, namespace: 'knowledge' }, async () => {
      const folder = path.join(root, 'knowledge')
      const names = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.yaml')).sort()
      const watchFiles = names.map((name) => path.join(folder, name))
      const watchDirs = [folder, path.join(folder, 'projects')]
      const files = await Promise.all(
        names.map(async (name) => ({
          path: name.split(path.sep).join('/'),
          text: await readFile(path.join(folder, name), 'utf8'),
        })),
      )
      const { compileKnowledge, formatProblem, splitKnowledge } = await importCompiler()
      const compiled = compileKnowledge(files)
      return compiled.ok
        ? { contents: knowledgeModule(splitKnowledge(compiled.knowledge)), resolveDir: root, watchFiles, watchDirs }
        : { errors: compiled.problems.map((problem) => ({ text: formatProblem(problem) })), watchFiles, watchDirs }
    })
  },
}

function knowledgeModule(parts) {
  return `import { joinKnowledge } from './src/core/knowledge/startUp'
export const parts = ${JSON.stringify(parts)}
export default /* @__PURE__ */ joinKnowledge(parts)`
}

/** A file of `knowledge/words/`: its lists by name, each as text. */
const wordsPlugin = {
  name: 'words',
  setup(build) {
    build.onLoad({ filter: /[\\/]knowledge[\\/]words[\\/]\w+\.yaml$/ }, async ({ path: file }) => ({
      contents: JSON.stringify(parse(await readFile(file, 'utf8'))),
      loader: 'json',
    }))
  },
}

/** `src/kernel/words.ts` as the module `word-kernel`: the bytes of a WebAssembly module. */
const kernelPlugin = {
  name: 'kernel',
  setup(build) {
    const source = path.join(root, 'src/kernel/words.ts')
    build.onResolve({ filter: /^word-kernel$/ }, () => ({ path: source, namespace: 'kernel' }))
    build.onLoad({ filter: /.*/, namespace: 'kernel' }, async () => ({
      contents: await compileKernel(await readFile(source, 'utf8')),
      loader: 'binary',
      watchFiles: [source],
    }))
  },
}

/** Compiling takes seconds, so the result is kept in the cache for as long as source and compiler are the same. */
async function compileKernel(source) {
  const { main, version } = await import('assemblyscript/asc')
  const name = createHash('sha256').update(`${version}\n${source}`).digest('hex').slice(0, 16)
  const file = path.join(root, '.cache/kernel', `${name}.wasm`)
  if (existsSync(file)) return readFile(file)
  let bytes
  const options = ['words.ts', '--outFile', 'words.wasm', '-O3', '--converge', '--runtime', 'stub', '--noAssert']
  const { error, stderr } = await main([...options, '--enable', 'simd', '--importMemory'], {
    readFile: (name) => (name === 'words.ts' ? source : null),
    writeFile: (name, contents) => {
      if (name === 'words.wasm') bytes = contents
    },
    listFiles: () => [],
  })
  if (error) throw new Error(`src/kernel/words.ts: ${error.message}\n${stderr.toString()}`)
  await mkdir(path.dirname(file), { recursive: true })
  await writeFile(file, bytes)
  return bytes
}

/** The compiler is TypeScript of the core: bundle it in memory and import it from there. */
async function importCompiler() {
  const { outputFiles } = await esbuild.build({
    stdin: {
      contents: `export * from './compile'
export { splitKnowledge } from './startUp'`,
      resolveDir: path.join(root, 'src/core/knowledge'),
    },
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'browser',
    logLevel: 'silent',
  })
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`)
}

/** One import for all files that match, so that a new test file needs no list. */
const globPlugin = {
  name: 'glob',
  setup(build) {
    build.onResolve({ filter: /^glob:/ }, (args) => ({ path: args.path.slice(5), namespace: 'glob' }))
    build.onLoad({ filter: /.*/, namespace: 'glob' }, async ({ path: folder }) => {
      const names = (await readdir(path.join(root, folder))).filter((name) => name.endsWith('.test.ts')).sort()
      return {
        contents: names.map((name) => `import './${folder}/${name}'`).join('\n'),
        resolveDir: root,
        watchDirs: [path.join(root, folder)],
      }
    })
  },
}

const minify = flags.has('--minify')
const metafile = flags.has('--metafile')
const shared = {
  bundle: true,
  target: 'es2022',
  minify,
  metafile,
  sourcemap: minify ? false : 'linked',
  logLevel: 'info',
  absWorkingDir: root,
  plugins: [knowledgePlugin, wordsPlugin, kernelPlugin, globPlugin],
}
const hosted = {
  ...shared,
  platform: 'browser',
  format: 'cjs',
  external: ['vscode'],
  define: { 'process.env.NODE_ENV': '"production"', global: 'globalThis' },
}

const builds = {
  extension: { ...hosted, entryPoints: ['src/extension.ts'], outfile: 'dist/extension.js' },
  panel: {
    ...shared,
    platform: 'browser',
    format: 'iife',
    entryPoints: ['src/webview/main.tsx'],
    outfile: 'dist/panel.js',
    jsx: 'automatic',
    jsxImportSource: 'preact',
  },
  mentions: {
    ...shared,
    platform: 'node',
    format: 'esm',
    entryPoints: ['src/mentions.ts'],
    outfile: 'dist/mentions.mjs',
    logLevel: 'warning',
  },
  schema: {
    ...shared,
    platform: 'node',
    format: 'esm',
    entryPoints: ['src/overlaySchema.ts'],
    outfile: 'dist/overlaySchema.mjs',
    logLevel: 'warning',
  },
  overlayBench: {
    ...shared,
    platform: 'node',
    format: 'cjs',
    entryPoints: ['test/bench/overlay.ts'],
    outfile: 'dist/bench/overlay.cjs',
    logLevel: 'warning',
  },
  readOverlay: {
    ...shared,
    platform: 'node',
    format: 'cjs',
    entryPoints: ['test/hostile/readOverlay.ts'],
    outfile: 'dist/test/readOverlay.cjs',
    logLevel: 'warning',
  },
  bench: {
    ...shared,
    platform: 'node',
    format: 'esm',
    entryPoints: ['test/bench/core.ts'],
    outfile: 'dist/bench/core.mjs',
    logLevel: 'warning',
  },
  vaultBench: {
    ...shared,
    platform: 'node',
    format: 'cjs',
    entryPoints: ['test/bench/vaultCore.ts'],
    outfile: 'dist/bench/vault.cjs',
    logLevel: 'warning',
  },
  startUp: {
    ...shared,
    platform: 'node',
    format: 'esm',
    entryPoints: ['test/bench/startUp.ts'],
    outfile: 'dist/bench/startUp.mjs',
    logLevel: 'warning',
  },
  unit: {
    ...shared,
    platform: 'node',
    format: 'cjs',
    stdin: { contents: "import 'glob:test/unit'", resolveDir: root },
    outfile: 'dist/test/unit.js',
    logLevel: 'warning',
  },
  // Mocha's browser build would otherwise overwrite the bundle's own `module.exports`.
  host: {
    ...hosted,
    entryPoints: ['test/host/run.ts'],
    outfile: 'dist/test/host.js',
    logLevel: 'warning',
    define: { ...hosted.define, module: 'undefined' },
  },
}

for (const target of targets.length > 0 ? targets : ['extension', 'panel']) {
  const options = builds[target]
  if (!options) throw new Error(`no build target '${target}': choose ${Object.keys(builds).join(', ')}`)
  if (flags.has('--watch')) {
    await (await esbuild.context(options)).watch()
    continue
  }
  const result = await esbuild.build(options).catch(() => process.exit(1))
  if (metafile) await writeFile(`${options.outfile}.meta.json`, JSON.stringify(result.metafile))
}
