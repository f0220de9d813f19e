/** What the panel says about the user's own map. */
import { sayList } from '../figures'
import type { Knowledge } from '../knowledge/schema'
import type { NoticeView } from '../views'

/** What the files of the user's map are worth right now. */
export interface OverlayState {
  /** Files that cannot be read as they are now: their last good state counts, where there is one. */
  readonly broken: readonly { readonly file: string; readonly hasLastGood: boolean }[]
  /** Files that are not read because the workspace is not trusted. */
  readonly untrusted: readonly string[]
}

export const noOverlay: OverlayState = { broken: [], untrusted: [] }

/** A sentence each: what of the map is the user's, and what is wrong. Empty for the built-in map. */
export function overlayNotices({ origins, hidden = [] }: Knowledge, { broken, untrusted }: OverlayState): NoticeView[] {
  const all = [...(origins?.entries() ?? [])]
  const count = (isCounted: (key: string, kind: 'own' | 'changed') => boolean) =>
    all.filter(([key, { kind }]) => isCounted(key, kind)).length
  const own = count((_key, kind) => kind === 'own')
  const changed = count((key, kind) => kind === 'changed' && !key.startsWith('layer '))
  const layers = count((key) => key.startsWith('layer '))
  const parts = [
    ...(own > 0 ? [`${some(own, 'project')} added`] : []),
    ...(changed > 0 ? [`${some(changed, 'project')} changed`] : []),
    ...(layers > 0 ? [`${some(layers, 'layer')} in your words`] : []),
    ...(hidden.length > 0 ? [`${some(hidden.length, 'project')} hidden`] : []),
  ]
  const problems = [
    ...broken.map(({ file, hasLastGood }) =>
      hasLastGood
        ? `${file} has a problem: what it said before still counts. See the Problems view.`
        : `${file} has a problem, and counts once it is put right. See the Problems view.`,
    ),
    ...(untrusted.length > 0
      ? [
          `Restricted Mode: only built-in knowledge. ${sayList(untrusted)} of this workspace is not read until you trust it.`,
        ]
      : []),
  ]
  return [
    ...(parts.length > 0 ? [{ text: `Your own map is on top: ${sayList(parts)}.`, isProblem: false }] : []),
    ...problems.map((text) => ({ text, isProblem: true })),
  ]
}

function some(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`
}
