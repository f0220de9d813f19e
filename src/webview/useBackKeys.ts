import { useLayoutEffect } from 'preact/hooks'

export interface BackActions {
  readonly leave: () => void
  readonly stepBack: () => void
}

/** Escape goes to the map, Alt+Left and Backspace one step back; nothing while `actions` is undefined. */
export function useBackKeys(actions: BackActions | undefined): void {
  useLayoutEffect(() => {
    if (!actions) return
    const listen = (event: KeyboardEvent) => {
      const action = actionOf(event, actions)
      if (!action) return
      event.preventDefault()
      // VS Code listens on the window and runs its own key bindings: Alt+Left would also leave the note.
      event.stopPropagation()
      action()
    }
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  })
}

function actionOf(event: KeyboardEvent, { leave, stepBack }: BackActions): (() => void) | undefined {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey) return undefined
  if (event.altKey) return event.key === 'ArrowLeft' ? stepBack : undefined
  if (event.key === 'Escape') return leave
  return event.key === 'Backspace' && !isTyping(event.target) ? stepBack : undefined
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'))
}
