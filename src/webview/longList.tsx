import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'

interface LongListProps<Item> {
  readonly items: readonly Item[]
  readonly limit: number
  /** `subnets`, for "Show all 128 subnets". */
  readonly noun: string
  readonly class: string
  readonly label?: string
  /** Items that show although they come after the limit. */
  readonly always?: (item: Item) => boolean
  /** One `<li>` with a key. */
  readonly children: (item: Item, index: number) => ComponentChildren
}

/** A list that starts short: a network with 128 subnets must not push the other floors out of sight. */
export function LongList<Item>({ items, limit, noun, label, always, children, ...rest }: LongListProps<Item>) {
  const [expanded, setExpanded] = useState(false)
  const rows = items.map((item, index) => (expanded || index < limit || always?.(item) ? children(item, index) : null))
  return (
    <>
      <ul class={rest.class} aria-label={label}>
        {rows}
      </ul>
      {items.length > limit && (expanded || rows.includes(null)) && (
        <button class="more" type="button" aria-expanded={expanded} onClick={() => setExpanded(!expanded)}>
          {expanded ? `Show fewer ${noun}` : `Show all ${items.length} ${noun}`}
        </button>
      )}
    </>
  )
}
