/**
 * Arrow keys, Home and End between the chips of a floor. Every chip is a Tab stop as well: they are buttons in lists,
 * and lists have no keyboard model of their own that a reader could expect instead.
 */
export function moveBetweenChips(event: KeyboardEvent & { readonly currentTarget: HTMLElement }): void {
  if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return
  const chips = [...event.currentTarget.querySelectorAll<HTMLElement>('.chip')]
  const from = chips.findIndex((chip) => chip === event.target)
  if (from < 0) return
  const next = chips[destination(event.key, from, chips.length)]
  // At either end the key is left alone and scrolls on.
  if (!next || next === event.target) return
  event.preventDefault()
  next.focus()
}

function destination(key: string, from: number, length: number): number {
  switch (key) {
    case 'ArrowRight':
    case 'ArrowDown':
      return from + 1
    case 'ArrowLeft':
    case 'ArrowUp':
      return from - 1
    case 'Home':
      return 0
    case 'End':
      return length - 1
    default:
      return from
  }
}
