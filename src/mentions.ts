/**
 * The core without an editor: `npm run --silent mentions -- PATH…` prints one JSON line a note. For bug reports, for
 * the CI of a vault, for measuring.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import knowledge from 'built-in-knowledge'
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

function main(roots: readonly string[]): void {
  if (roots.length === 0) {
    console.error('usage: npm run --silent mentions -- PATH…   (Markdown files or folders)')
    process.exitCode = 2
    return
  }
  const lexicon = buildLexicon(knowledge)
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
  for (const root of roots) {
    attempt(root, () => {
      for (const file of notesAt(root)) {
        attempt(file, () => {
          const text = readNote(file)
          const mentions = meantMentions(text, findMentions(text, lexicon), new Set()).map(
            ({ start, end, text: written, project, confidence }) => ({
              start,
              end,
              text: written,
              project,
              confidence: Math.round(confidence * 1000) / 1000,
            }),
          )
          process.stdout.write(`${JSON.stringify({ file, mentions })}\n`)
        })
      }
    })
  }
}

main(process.argv.slice(2))
