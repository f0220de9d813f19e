import assert from 'node:assert/strict'
import fc from 'fast-check'
import picomatch from 'picomatch'
import { globMatcher } from '../../src/core/globs'

/** The paths that a glob matches. */
function matched(glob: string, ...paths: string[]): string[] {
  return paths.filter(globMatcher([glob]))
}

suite('globs', () => {
  test('within a folder', () => {
    assert.deepEqual(matched('*.md', 'a.md', '.a.md', 'b/a.md', 'a.mdx'), ['a.md', '.a.md'])
    assert.deepEqual(matched('notes/?.md', 'notes/a.md', 'notes/ab.md'), ['notes/a.md'])
  })
  test('across folders', () => {
    assert.deepEqual(matched('**/*.{md,markdown}', 'a.md', 'b/c/a.markdown', 'a.txt'), ['a.md', 'b/c/a.markdown'])
    assert.deepEqual(matched('**/node_modules', 'node_modules', 'a/node_modules', 'a/node_modules/b'), [
      'node_modules',
      'a/node_modules',
    ])
    assert.deepEqual(matched('drafts/**', 'drafts', 'drafts/a/b.md', 'old/drafts/a.md'), ['drafts', 'drafts/a/b.md'])
    assert.deepEqual(matched('**', 'a', 'a/b'), ['a', 'a/b'])
  })
  test('choices and sets', () => {
    assert.deepEqual(matched('{notes,**/log}/*.md', 'notes/a.md', 'a/b/log/c.md', 'c.md'), [
      'notes/a.md',
      'a/b/log/c.md',
    ])
    assert.deepEqual(matched('202[0-5]-[!0]*', '2024-12', '2026-12', '2024-01'), ['2024-12'])
  })
  test('what is no glob matches itself', () => {
    assert.deepEqual(matched('C++ (a|b).md', 'C++ (a|b).md', 'C++ a.md'), ['C++ (a|b).md'])
    assert.deepEqual(matched('a{b', 'a{b', 'ab'), ['a{b'])
    assert.deepEqual(matched('a[b', 'a[b', 'ab'), ['a[b'])
  })
  test('hostile ones match nothing, and cost nothing', () => {
    assert.deepEqual(matched('{'.repeat(5000) + '}'.repeat(5000), ''), [])
    assert.deepEqual(matched('[z-a]', 'z', 'a'), [])
  })
  test('as picomatch, which is what other tools use', () => {
    const part = (...parts: string[]) => fc.constantFrom(...parts)
    const folder = part('', '**/', 'a/', '*/', 'a/**/', '{a,b}/', '**/?/')
    const name = part('*', '*.a', 'a*', '?', '?*b', '[ab]', '[^a]*', '{a,b}', '*.{a,b}', '{*.a,.*}', 'a/**', '**')
    // To picomatch `*/**` is what lies in folders, to VS Code the folders too.
    const glob = fc
      .tuple(folder, name)
      .map((parts) => parts.join(''))
      .filter((written) => !/[*?}]\/\*\*$/.test(written))
    const path = fc
      .array(fc.constantFrom('a', 'b', 'ab', '.a', 'a.b'), { minLength: 1, maxLength: 4 })
      .map((names) => names.join('/'))
    fc.assert(
      fc.property(glob, path, (pattern, file) => {
        assert.equal(globMatcher([pattern])(file), picomatch(pattern, { dot: true, windows: false })(file))
      }),
      { numRuns: 3000 },
    )
  })
})
