/** Addresses that Markdown does not mark: bare domains, paths, file names, handles, calls. */

const topLevelDomains =
  'com|org|net|io|ai|dev|app|xyz|network|finance|cloud|co|gg|so|fm|tv|me|info|eth|fun|world|tech|build|systems|run|host|space|pro|us|uk|eu|de|fr|ch'
const fileExtensions =
  'md|mdx|txt|js|mjs|cjs|ts|tsx|jsx|vue|json|ya?ml|toml|py|rs|go|sol|c|h|cpp|java|rb|sh|html?|css|scss|svg|png|jpe?g|gif|pdf|csv|ipynb|cls|exe|zip'

const domainOrFileAfter = new RegExp(`^\\.(?:[a-z\\d-]+\\.)*(?:${topLevelDomains}|${fileExtensions})(?![\\w-])`)
const memberAfter = /^(?:\(\)|\(['"`{]|::|->|@|\.[a-z]\w*\()/
const pathToken = new RegExp(
  `^(?:~|\\.{1,2})?/[\\w.-]+|[/\\\\][^\\s]*\\.(?:${fileExtensions})$|^[a-z\\d_.-]+(?:/[a-z\\d_.-]+){2,}/?$`,
)

/**
 * Whether a name at [start, end) is part of an address, a path, a file name, a handle or a call:
 * `docs.akash.network`, `src/render/loop.ts`, `near.md`, `@near`, `fetch()`. A name that is itself a domain (`io.net`)
 * is a name as long as nothing before or after makes it a longer address.
 */
export function isInAddress(text: string, start: number, end: number): boolean {
  const after = text.slice(end, end + 64)
  const previous = text.charAt(start - 1)
  // `\$TAO` is a dollar that Markdown renderers shall not take for math.
  const isEscaped = previous === '\\' && text.charAt(start) !== '$'
  if (previous === '@' || isEscaped || memberAfter.test(after) || domainOrFileAfter.test(after)) return true
  if (previous === ':' && /[\w/]:$/.test(text.slice(start - 2, start)) && text.charAt(start - 2) === ':') return true
  const isDomain = text.slice(start, end).includes('.')
  if (isDomain && (/[\w-][.@]$/.test(text.slice(start - 2, start)) || /^\/[a-z\d]/.test(after))) return true
  return (
    (after.startsWith('/') || after.startsWith('\\') || previous === '/') &&
    pathToken.test(tokenAround(text, start, end))
  )
}

/** The run without spaces and brackets around a range, without the punctuation at its end. */
function tokenAround(text: string, start: number, end: number): string {
  const before = /[^\s()[\]<>"'`|*,;]*$/.exec(text.slice(Math.max(0, start - 120), start))?.[0] ?? ''
  const after = /^[^\s()[\]<>"'`|*,;]*/.exec(text.slice(end, end + 120))?.[0] ?? ''
  return (before + text.slice(start, end) + after).replace(/[.:!?]+$/, '')
}
