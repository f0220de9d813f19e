import type { ChipView } from '../core/views'
import { Icon } from './icon'
import { LongList } from './longList'
import { count } from './words'

export type OpenProject = (id: string) => void

interface ChipListProps {
  readonly chips: readonly ChipView[]
  readonly label: string
  readonly noun: string
  readonly limit: number
  readonly open: OpenProject
}

/** Chips in a row; those that the note mentions are never among the folded ones. */
export function ChipList({ chips, label, noun, limit, open }: ChipListProps) {
  return (
    <LongList class="chips" items={chips} limit={limit} noun={noun} label={label} always={isLit}>
      {(chip) =>
        chip.subnets.length === 0 ? (
          <li key={chip.id}>
            <Chip chip={chip} open={open} />
          </li>
        ) : (
          <li key={chip.id} class="network">
            <Chip chip={chip} open={open} />
            <ChipList chips={chip.subnets} label={`Subnets of ${chip.name}`} noun="subnets" limit={8} open={open} />
          </li>
        )
      }
    </LongList>
  )
}

/** A project on its floor. It is lit when the note mentions it: filled, bold and counted, not by colour alone. */
function Chip({ chip, open }: { readonly chip: ChipView; readonly open: OpenProject }) {
  const { id, name, ticker, kindNote, whose, mentions, verdict } = chip
  const lit = mentions > 0
  // Begins with what is seen, in that order: a voice user says what is seen.
  const spoken = [
    name,
    ticker,
    lit ? `${count(mentions, 'mention')} in this note` : '',
    kindNote,
    whose,
    verdict && `your verdict: ${verdict}`,
  ]
  return (
    <button
      class={lit ? 'chip lit' : 'chip'}
      type="button"
      data-project={id}
      aria-label={spoken.filter(Boolean).join(', ')}
      title={verdict && `Your verdict: ${verdict}`}
      onClick={() => open(id)}
    >
      {name}
      {ticker && <span class="ticker"> {ticker}</span>}
      {whose && <span class="whose"> {whose}</span>}
      {lit && ' '}
      {lit && <span class="mention-count">{mentions}</span>}
      {verdict && <Icon name="evaluated" />}
    </button>
  )
}

function isLit(chip: ChipView): boolean {
  return chip.mentions > 0 || chip.subnets.some(isLit)
}

/** How many projects of these the note mentions, subnets included. */
export function countLit(chips: readonly ChipView[]): number {
  return chips.reduce((total, chip) => total + (chip.mentions > 0 ? 1 : 0) + countLit(chip.subnets), 0)
}
