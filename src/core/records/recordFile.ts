/** Where records lie: a folder inside the workspace, and a name for each. */

/** Windows gives these to devices, with any extension. */
const deviceName = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i

/** The folder that a setting names, as path segments, or why it cannot be used. */
export type RecordFolder =
  { readonly ok: true; readonly segments: readonly string[] } | { readonly ok: false; readonly reason: string }

/** Reads `evaluations.folder`: relative, inside the workspace, and the same folder on every system. */
export function recordFolder(setting: string): RecordFolder {
  const refuse = (reason: string): RecordFolder => ({ ok: false, reason })
  const text = setting.trim()
  if (text === '') return refuse('it is empty')
  if (text.length > 200) return refuse('it is longer than 200 characters')
  if (/^[/\\~]/.test(text) || /^[a-z][a-z\d+.-]*:/i.test(text)) return refuse('it must be relative to the workspace')
  if (/[\\:*?"<>|\p{C}]/u.test(text)) return refuse('it may not contain \\ : * ? " < > | or invisible characters')
  const segments = text.split('/').filter((segment) => segment !== '' && segment !== '.')
  if (segments.includes('..')) return refuse('it must stay inside the workspace')
  if (segments.some((segment) => deviceName.test(segment.split('.')[0] ?? '') || /[. ]$/.test(segment)))
    return refuse('Windows cannot have a folder of that name')
  return { ok: true, segments }
}

/**
 * The name of a record's file: `nosana-2026-11-24.md`, and for the next one of the same day `nosana-2026-11-24-2.md`.
 * `attempt` counts from 1.
 */
export function recordFileName(project: string, date: string, attempt: number): string {
  const words = project
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 64)
    .replace(/-+$/, '')
  const slug = words === '' || deviceName.test(words) ? `project${words === '' ? '' : `-${words}`}` : words
  return `${slug}-${date}${attempt === 1 ? '' : `-${attempt}`}.md`
}

/** Which record of its day a file name is: 1 unless it ends in `-2`, `-3`… behind a date. */
export function attemptOf(fileName: string): number {
  return Number(/\d{4}-\d\d-\d\d-(\d{1,4})\.md$/i.exec(fileName)?.[1] ?? 1)
}
