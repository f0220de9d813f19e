/** Globs as VS Code reads them in its settings: `*`, `**`, `?`, `{a,b}` and `[a-z]`, and every other character is itself. */
import zeptomatch from 'zeptomatch'

/** Whether a path, relative and with forward slashes, is one of some globs. */
export function globMatcher(globs: readonly string[]): (path: string) => boolean {
  if (globs.length === 0) return () => false
  // The library has ranges besides, `{1..9}`, which VS Code has not, and which can be larger than memory is.
  const expression = zeptomatch.compile(globs.map((glob) => glob.replaceAll('..', '\\..')))
  return (path) => expression.test(path)
}
