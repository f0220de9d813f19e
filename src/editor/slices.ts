/** Milliseconds of work before other extensions and keys have their turn. */
const sliceTime = 8

/** Does a work in slices. Resolves with nothing when, after a pause, it is no longer wanted. */
export async function inSlices<T>(steps: Generator<undefined, T>, isWanted: () => boolean): Promise<T | undefined> {
  for (let pause = performance.now() + sliceTime; ;) {
    const step = steps.next()
    if (step.done) return step.value
    if (performance.now() < pause) continue
    await new Promise((resolve) => setTimeout(resolve, 0))
    if (!isWanted()) return undefined
    pause = performance.now() + sliceTime
  }
}
