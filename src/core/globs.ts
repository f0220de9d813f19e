/**
 * Globs as VS Code's settings write them: `*` and `?` within a folder, `**` across folders, `{a,b}` and `[a-z]`. Paths
 * have forward slashes, and names that begin with a dot are names like others.
 */

/** Longer ones match nothing: nobody writes them, and settings may come with a workspace. */
const longest = 1000

/** Whether a path matches one of the globs. */
export function globMatcher(globs: readonly string[]): (path: string) => boolean {
  const patterns = globs
    .filter((glob) => glob.length <= longest)
    .map((glob) => new RegExp(`^(?:${patternOf(glob, true)})$`, 'su'))
  return (path) => patterns.some((pattern) => pattern.test(path))
}

function patternOf(glob: string, isNameStart: boolean): string {
  let pattern = ''
  let rest = glob
  let isStart = isNameStart
  while (rest !== '') {
    const [written, part] = firstPart(rest, isStart)
    pattern += part
    isStart = written.endsWith('/')
    rest = rest.slice(written.length)
  }
  return pattern
}

/** What a glob begins with, and the pattern that it means. `isStart`: a name begins here. */
function firstPart(glob: string, isStart: boolean): readonly [written: string, pattern: string] {
  const folders = isStart ? /^(?:\*\*\/)+/.exec(glob)?.[0] : undefined
  if (folders !== undefined) return [folders, '(?:.*/)?']
  const below = /^\/\*\*$/.exec(glob)?.[0]
  if (below !== undefined) return [below, '(?:/.*)?']
  if (isStart && glob === '**') return [glob, '.*']
  const stars = /^\*+/.exec(glob)?.[0]
  if (stars !== undefined) return [stars, '[^/]*']
  if (glob.startsWith('?')) return ['?', '[^/]']
  const [set, no = '', members = ''] = /^\[([!^]?)([^\]/]+)\]/.exec(glob) ?? []
  if (set !== undefined) return [set, setPattern(no !== '', members)]
  const choices = glob.startsWith('{') ? choicesOf(glob) : undefined
  if (choices) {
    const patterns = choices.map((choice) => patternOf(choice, isStart))
    return [`{${choices.join(',')}}`, `(?:${patterns.join('|')})`]
  }
  const character = String.fromCodePoint(glob.codePointAt(0) ?? 0)
  return [character, character.replace(/[$()*+.?[\\\]^{|}]/, '\\$&')]
}

/** A range that runs backwards matches nothing, as an empty set does. */
function setPattern(isNegated: boolean, members: string): string {
  const pattern = `[${isNegated ? '^/' : ''}${members.replace(/[\\\]^]/g, '\\$&')}]`
  try {
    new RegExp(pattern, 'u')
    return pattern
  } catch {
    return '(?!)'
  }
}

/** The choices of the braces that a glob begins with; undefined when they do not close. */
function choicesOf(glob: string): string[] | undefined {
  const choices: string[] = []
  let depth = 0
  let from = 1
  for (let at = 0; at < glob.length; at++) {
    if (glob[at] === '{') depth++
    else if (glob[at] === ',' && depth === 1) {
      choices.push(glob.slice(from, at))
      from = at + 1
    } else if (glob[at] === '}' && --depth === 0) return [...choices, glob.slice(from, at)]
  }
  return undefined
}
