import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

suite('npm run mentions', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'mentions-'))
  const run = (...paths: string[]) => spawnSync(process.execPath, ['dist/mentions.mjs', ...paths], { encoding: 'utf8' })

  suiteSetup(() => {
    mkdirSync(path.join(folder, 'sub/.hidden'), { recursive: true })
    writeFileSync(path.join(folder, 'a.md'), '\ufeff🧠 Bittensor, near `TAO`\r\nNosana')
    writeFileSync(path.join(folder, 'sub/b.markdown'), 'nothing')
    writeFileSync(path.join(folder, 'sub/c.txt'), '$TAO')
    writeFileSync(path.join(folder, 'sub/.hidden/d.md'), 'Bittensor')
  })
  suiteTeardown(() => rmSync(folder, { recursive: true }))

  test('a folder: one line a note, offsets in UTF-16 without the byte order mark', () => {
    const { stdout, stderr, status } = run(folder)
    const lines = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as unknown)
    assert.deepEqual(lines, [
      {
        file: path.join(folder, 'a.md'),
        mentions: [
          { start: 3, end: 12, text: 'Bittensor', project: 'bittensor', confidence: 1 },
          { start: 26, end: 32, text: 'Nosana', project: 'nosana', confidence: 1 },
        ],
      },
      { file: path.join(folder, 'sub/b.markdown'), mentions: [] },
    ])
    assert.deepEqual([stderr, status], ['', 0])
  })

  test('a file that is named counts whatever its extension is', () => {
    const { stdout } = run(path.join(folder, 'sub/c.txt'))
    assert.match(stdout, /"text":"\$TAO","project":"bittensor"/)
  })

  test('with --comparisons those of different layers too', () => {
    const file = path.join(folder, 'compare.md')
    writeFileSync(file, '# Plan\n\nShould I sell TAO and buy NEAR? Miners of Bittensor rent GPUs on Akash.\n')
    const { stdout } = run('--comparisons', file)
    rmSync(file)
    const { comparisons } = JSON.parse(stdout) as { comparisons: unknown }
    assert.deepEqual(comparisons, [
      { start: 8, end: 39, projects: ['bittensor', 'near'], layers: ['intelligence', 'execution-ux'] },
    ])
  })

  test('what cannot be read is named, and the rest is still read', () => {
    const bad = path.join(folder, 'bad.md')
    writeFileSync(bad, new Uint8Array([0x54, 0xff, 0xfe]))
    const missing = path.join(folder, 'missing.md')
    const { stdout, stderr, status } = run(bad, missing, path.join(folder, 'a.md'))
    rmSync(bad)
    assert.equal(stdout.trimEnd().split('\n').length, 1)
    const [first, second] = stderr.split('\n')
    assert.equal(first, `${bad}: is not UTF-8 text; save it as UTF-8 to have it read`)
    assert.match(second ?? '', /missing\.md: ENOENT/)
    assert.equal(status, 1)
  })

  test('without a path it says how to use it', () => {
    const { stderr, status } = run()
    assert.match(stderr, /^usage: npm run --silent mentions -- \[--comparisons\] PATH…/)
    assert.equal(status, 2)
  })
})
