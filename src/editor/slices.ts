import { inTurns, type Turns } from '../core/steps'

/** Milliseconds of work before other extensions and keys have their turn. */
const sliceTime = 8

/** Turns of the thread in which all extensions run. */
export class TimeSlices implements Turns {
  #end = performance.now() + sliceTime

  isOver(): boolean {
    return performance.now() > this.#end
  }

  async next(): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve, 0))
    this.#end = performance.now() + sliceTime
  }
}

/** Does a work in slices. Resolves with nothing when, after a pause, it is no longer wanted. */
export function inSlices<T>(steps: Generator<undefined, T>): Promise<T>
export function inSlices<T>(steps: Generator<undefined, T>, isWanted: () => boolean): Promise<T | undefined>
export function inSlices<T>(steps: Generator<undefined, T>, isWanted = () => true): Promise<T | undefined> {
  return inTurns(steps, new TimeSlices(), isWanted)
}
