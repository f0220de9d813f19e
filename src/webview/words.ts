import type { ViewId } from '../core/protocol'

/** What the tabs say. */
export const viewNames: Readonly<Record<ViewId, string>> = {
  map: 'Map',
  exposure: 'Exposure',
  evaluations: 'Evaluations',
}

/** `1 mention`, `3 mentions`. */
export function count(amount: number, noun: string): string {
  return `${amount} ${noun}${amount === 1 ? '' : 's'}`
}
