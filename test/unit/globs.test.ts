import assert from 'node:assert/strict'
import { globMatcher } from '../../src/core/globs'

suite('globs: as VS Code reads them', () => {
  const cases: [glob: string, path: string, isMatch: boolean][] = [
    ['**/*.{md,mdx}', 'a.md', true],
    ['**/*.{md,mdx}', '.hidden/deep/a.mdx', true],
    ['**/*.{md,mdx}', 'a.txt', false],
    ['*.md', 'folder/a.md', false],
    ['**/node_modules', 'node_modules', true],
    ['**/node_modules', 'a/b/node_modules', true],
    ['**/node_modules', 'my_node_modules', false],
    ['**/.git/**', 'a/.git/config', true],
    ['notes/**', 'notes/2026/a.md', true],
    ['notes/**', 'other/notes/a.md', false],
    ['a/**/b.md', 'a/b.md', true],
    ['**/{.git,.obsidian}/**', '.obsidian/a.json', true],
    ['**/day ?.md', 'day 7.md', true],
    ['**/day ?.md', 'day 17.md', false],
    ['**/[a-c]*.md', 'x/bees.md', true],
    ['**/[!a]*.md', 'x/ants.md', false],
    ['a.md', 'A.md', false],
    // Marks that mean something to other readers of globs.
    ['Archive (old)/**', 'Archive (old)/a.md', true],
    ['**/+(draft).md', '+(draft).md', true],
    ['**/@(a|b).md', 'a.md', false],
    ['$inbox/*.md', '$inbox/a.md', true],
    ['**/{1..3}.md', '2.md', false],
    ['**/{1..3}.md', '1..3.md', true],
  ]
  for (const [glob, path, isMatch] of cases) {
    test(`${glob} ${isMatch ? 'has' : 'has not'} ${path}`, () => {
      assert.equal(globMatcher([glob])(path), isMatch)
    })
  }

  test('are any of several, and none has nothing', () => {
    assert.equal(globMatcher(['*.txt', '*.md'])('a.md'), true)
    assert.equal(globMatcher([])('a.md'), false)
  })

  test('cost nothing for a range that no memory holds', () => {
    assert.equal(globMatcher(['{a..zzzzzzzz}'])('b'), false)
  })
})
