/** What marks a mention, in the editor and in the preview, and which mentions are marked. */
import { shortCard } from './card'
import type { Today } from './figures'
import { isBesideTheMap, type ProjectIndex } from './knowledge/projectIndex'
import type { Layer, Project } from './knowledge/schema'
import type { PreviewBadge } from './previewBadges'
import type { Mention } from './recognition/findMentions'

export const badgeStyles = ['text', 'icon', 'underline', 'off'] as const
export const badgeFrequencies = ['all', 'firstPerSection', 'firstPerNote'] as const
export type BadgeStyle = (typeof badgeStyles)[number]
export type BadgeFrequency = (typeof badgeFrequencies)[number]

/** The name and letter that stand for a floor; for a project without one, what says so. */
export const unplacedBadge: Pick<Layer, 'shortName' | 'letter'> = { shortName: 'no layer', letter: '–' }

/** More mentions than this in one note are not marked: VS Code slows down before a person could read them. */
const badgeLimit = 10_000

/** Which mentions of a note carry a badge. */
export function chooseMentions(mentions: readonly Mention[], frequency: BadgeFrequency): readonly Mention[] {
  const seen = new Set<string>()
  const chosen = mentions.filter(({ project, section }) => {
    if (frequency === 'all') return true
    const key = frequency === 'firstPerSection' ? `${section} ${project}` : project
    return !seen.has(key) && seen.add(key)
  })
  return chosen.slice(0, badgeLimit)
}

/** How the preview marks mentions. */
export interface PreviewLook {
  readonly style: BadgeStyle
  readonly frequency: BadgeFrequency
  /** Whether a card shows on hover. */
  readonly hasCards: boolean
  readonly index: ProjectIndex
  readonly today: Today
}

/** The badges of a note's mentions in the preview. Styles are those of `media/preview.css`. */
export function previewBadges(mentions: readonly Mention[], look: PreviewLook): PreviewBadge[] {
  if (look.style === 'off') return []
  const attributes = new Map<string, PreviewBadge['attributes'] | undefined>()
  return chooseMentions(mentions, look.frequency).flatMap(({ start, text, project: id }) => {
    if (!attributes.has(id)) attributes.set(id, attributesOf(look.index.get(id), look))
    const found = attributes.get(id)
    return found ? [{ start, text, attributes: found }] : []
  })
}

function attributesOf(project: Project | undefined, look: PreviewLook): PreviewBadge['attributes'] | undefined {
  if (!project) return undefined
  const { style, hasCards, index, today } = look
  const layer = index.layerOf(project)
  const { shortName, letter } = layer ?? unplacedBadge
  const isDashed = !layer || isBesideTheMap(project)
  return {
    class: [
      'crypto-ai-layers',
      `crypto-ai-layers-${layer?.id ?? 'none'}`,
      ...(style === 'underline' ? ['crypto-ai-layers-underline'] : []),
      ...(isDashed ? ['crypto-ai-layers-dashed'] : []),
    ].join(' '),
    ...(style === 'underline' ? {} : { 'data-layer': style === 'icon' ? letter : shortName }),
    ...(hasCards ? { 'data-card': shortCard(project, index, today) } : {}),
  }
}
