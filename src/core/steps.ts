/** Work that is done step by step, so that whoever does it can let others have their turn in between. */

/** Takes all steps at once. */
export function finish<T>(steps: Generator<undefined, T>): T {
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

/** Takes turns with everything else that runs in the same thread. */
export interface Turns {
  /** Whether it is time to let others go on. */
  isOver(): boolean
  /** Resolves when the others have had theirs. */
  next(): Promise<void>
}

/** Takes the steps turn by turn. Resolves with nothing when, after a pause, they are no longer wanted. */
export async function inTurns<T>(
  steps: Generator<undefined, T>,
  turns: Turns,
  isWanted: () => boolean,
): Promise<T | undefined> {
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
    if (!turns.isOver()) continue
    await turns.next()
    if (!isWanted()) return undefined
  }
}
