/** Whose words a project stands in, for chip, card and details. */
import { sayList } from '../figures'
import type { Origin } from '../knowledge/schema'

/** `yours`, `changed by you`; empty for what is built in. */
export function sayWhose(origin: Origin | undefined): string {
  return origin ? { own: 'yours', changed: 'changed by you' }[origin.kind] : ''
}

/** `Yours, from .crypto-ai-layers/map.yaml`. */
export function sayOrigin({ kind, places }: Origin): string {
  const files = sayList([...new Set(places.map(({ file }) => file))])
  return kind === 'own' ? `Yours, from ${files}` : `Changed by you in ${files}`
}
