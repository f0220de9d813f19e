import type * as vscode from 'vscode'

/** So many events are a burst. */
const burstSize = 500

/** Milliseconds without an event after which a burst is over. */
const quietTime = 1_000

/**
 * Tells when a burst of events is over. What watches files has a queue, which a switch of branches may overflow: some of
 * what happened in a burst was told to nobody.
 */
export class Bursts implements vscode.Disposable {
  #events = 0
  #quiet: ReturnType<typeof setTimeout> | undefined

  constructor(readonly isOver: () => void) {}

  add(): void {
    this.#events++
    clearTimeout(this.#quiet)
    this.#quiet = setTimeout(() => {
      const isBurst = this.#events >= burstSize
      this.#events = 0
      if (isBurst) this.isOver()
    }, quietTime)
  }

  dispose(): void {
    clearTimeout(this.#quiet)
  }
}
