/**
 * What a name means where only an asset can stand: in a column of assets, as the key of a holding, before an amount.
 * There a name needs no evidence from the text around it, other than in running text.
 */
import { isBesideTheMap } from '../knowledge/projectIndex'
import type { Knowledge, ProjectHead } from '../knowledge/schema'

export type Asset =
  | { readonly type: 'project'; readonly project: ProjectHead }
  /** Several projects go by that name. */
  | { readonly type: 'ambiguous'; readonly projects: readonly ProjectHead[] }
  /** Money, or a coin that stands for it: on no layer, and no bet on one. */
  | { readonly type: 'cash' }
  | { readonly type: 'unknown' }

interface Name {
  readonly text: string
  readonly project: ProjectHead
}

const cashNames = new Set(
  'cash,bank,usd,eur,gbp,chf,jpy,dollar,dollars,euro,euros,fiat,stablecoin,stablecoins,stables,usdc,usdt,dai,usde,fdusd,pyusd,tusd,bargeld,guthaben'.split(
    ',',
  ),
)

/** Names are no longer than this many words. */
const longestName = 6

/** Of what stands where a name should be, no more is looked at. */
const longestWritten = 200

const mostRemembered = 10_000

export class AssetNames {
  readonly #names = new Map<string, Name[]>()
  /** What was asked before: tables repeat their names. */
  readonly #found = new Map<string, Asset>()

  constructor(knowledge: Knowledge) {
    for (const project of knowledge.heads) {
      if (isBesideTheMap(project)) continue
      const texts = [
        project.name,
        project.id,
        ...project.tickers.map(({ symbol }) => symbol),
        ...project.aliases.map(({ text }) => text),
        ...project.relations.flatMap((relation) => (relation.type === 'formerly' ? [relation.name] : [])),
        ...(project.netuid === undefined ? [] : [`SN${project.netuid}`, `subnet ${project.netuid}`]),
      ]
      for (const text of new Set(texts)) {
        const key = foldName(text)
        const named = this.#names.get(key)
        if (named) named.push({ text, project })
        else this.#names.set(key, [{ text, project }])
      }
    }
  }

  /** What a whole name means: `TAO`, `$tao`, `[[Bittensor|TAO]]`, `**Render**`, `Bittensor (TAO)`, `RNDR`. */
  find(written: string): Asset {
    const known = this.#found.get(written)
    if (known) return known
    const asset = this.#find(written.slice(0, longestWritten))
    if (this.#found.size > mostRemembered) this.#found.clear()
    if (written.length < longestWritten) this.#found.set(written, asset)
    return asset
  }

  #find(written: string): Asset {
    const name = plainName(written)
    const asset = this.#lookUp(name)
    if (asset.type !== 'unknown') return asset
    const twice = this.#saidTwice(name)
    if (twice) return twice
    // "Bittensor (TAO)", "TAO (Bittensor)", "Chutes / SN64": any part that is known, when none says otherwise.
    const parts = name.split(/[()/,]|\s[-–—]\s/).map((part) => this.#lookUp(part))
    const known = parts.filter((part) => part.type !== 'unknown')
    const [first] = known
    if (parts.length < 2 || !first) return asset
    const projects = new Set(known.flatMap((part) => (part.type === 'project' ? [part.project] : [])))
    if (projects.size === 1) return { type: 'project', project: [...projects][0] as ProjectHead }
    return projects.size > 1 ? { type: 'ambiguous', projects: [...projects] } : first
  }

  /** "Bittensor TAO", "SN64 Chutes": two names of one project side by side. */
  #saidTwice(name: string): Asset | undefined {
    for (const { index } of name.matchAll(/ /g)) {
      const [one, other] = [name.slice(0, index), name.slice(index)].map((part) => this.#lookUp(part))
      if (one?.type === 'project' && other?.type === 'project' && one.project === other.project) return one
    }
    return undefined
  }

  /** How many code units of `text` are the longest known name that it begins with; 0 for none. */
  lengthAtStart(text: string): number {
    const words = [...text.slice(0, 120).matchAll(/\$?[\p{L}\p{N}.]*[\p{L}\p{N}]|τ/gu)].slice(0, longestName)
    for (const word of words.reverse()) {
      const end = word.index + word[0].length
      if (this.#lookUp(text.slice(0, end)).type !== 'unknown') return end
    }
    return 0
  }

  #lookUp(name: string): Asset {
    const trimmed = name.trim()
    const key = foldName(trimmed)
    if (cashNames.has(key)) return { type: 'cash' }
    const named = this.#names.get(key) ?? []
    const exact = named.filter(({ text }) => text === trimmed.replace(/^\$/, ''))
    const projects = [...new Set((exact.length > 0 ? exact : named).map(({ project }) => project))]
    const [only] = projects
    if (!only) return { type: 'unknown' }
    return projects.length === 1 ? { type: 'project', project: only } : { type: 'ambiguous', projects }
  }
}

/** A name without the Markdown around it: of a wiki link what it shows. */
export function plainName(written: string): string {
  return written
    .replace(/!?\[\[([^\]|]*\|)?([^\]]*)\]\]/g, '$2')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/[*_`~\\]+/g, '')
    .replace(/\s+/g, ' ')
    .trim()
}

function foldName(text: string): string {
  return text
    .trim()
    .replace(/^\$(?=\D)/, '')
    .replace(/[\s_-]+/g, ' ')
    .toLowerCase()
}
