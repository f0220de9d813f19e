/**
 * The core without an editor: `npm run --silent mentions -- PATH…` prints one JSON line a note, with
 * `--comparisons` those of projects of different layers too. For bug reports, for the CI of a vault, for measuring.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import knowledge from 'built-in-knowledge'
import { findComparisons } from './core/comparisons/findComparisons'
import { ProjectIndex } from './core/knowledge/projectIndex'
import { findMentions } from './core/recognition/findMentions'
import { meantMentions } from './core/notMeant'
import { buildLexicon } from './core/recognition/lexicon'

const noteName = /\.(?:md|mkd|mdwn|mdown|markdown|markdn|mdtxt|mdtext)$/i

/** Notes at or under a path, sorted; a file that is named itself counts whatever its extension is. */
function notesAt(root: string): string[] {
  if (!statSync(root).isDirectory()) return [root]
  return readdirSync(root, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const child = path.join(root, entry.name)
      if (entry.isDirectory()) return entry.name.startsWith('.') || entry.name === 'node_modules' ? [] : notesAt(child)
      return entry.isFile() && noteName.test(entry.name) ? [child] : []
    })
}

/** The text of a note, without a byte order mark: offsets count from the first character, as in an editor. */
function readNote(file: string): string {
  return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file))
}

interface Wish {
  readonly roots: readonly string[]
  readonly comparisons: boolean
}

/** What the command line asks for, undefined when it says nothing that makes sense. */
function readWish(): Wish | undefined {
  try {
    const { values, positionals } = parseArgs({
      options: { comparisons: { type: 'boolean', default: false } },
      allowPositionals: true,
    })
    return positionals.length === 0 ? undefined : { roots: positionals, comparisons: values.comparisons }
  } catch {
    return undefined
  }
}

function main(wish: Wish | undefined): void {
  if (!wish) {
    console.error('usage: npm run --silent mentions -- [--comparisons] PATH…   (Markdown files or folders)')
    process.exitCode = 2
    return
  }
  const known = { lexicon: buildLexicon(knowledge), index: new ProjectIndex(knowledge) }
  const attempt = (what: string, action: () => void) => {
    try {
      action()
    } catch (error) {
      const isEncoding =
        error instanceof TypeError && 'code' in error && error.code === 'ERR_ENCODING_INVALID_ENCODED_DATA'
      console.error(
        `${what}: ${isEncoding ? 'is not UTF-8 text; save it as UTF-8 to have it read' : error instanceof Error ? error.message : String(error)}`,
      )
      process.exitCode = 1
    }
  }
  for (const root of wish.roots) {
    attempt(root, () => {
      for (const file of notesAt(root)) {
        attempt(file, () => {
          const note = readNote(file)
          const found = meantMentions(note, findMentions(note, known.lexicon), new Set())
          const mentions = found.map(({ start, end, text, project, confidence }) => ({
            start,
            end,
            text,
            project,
            confidence: Math.round(confidence * 1000) / 1000,
          }))
          const comparisons = wish.comparisons
            ? findComparisons(note, found, known).map(({ start, end, projects, layers }) => ({
                start,
                end,
                projects,
                layers,
              }))
            : undefined
          process.stdout.write(`${JSON.stringify({ file, mentions, comparisons })}\n`)
        })
      }
    })
  }
}

main(readWish())
