import type * as vscode from 'vscode'

/** Milliseconds without an event after which a burst is over. */
const quietTime = 1_000

/** Tells when a burst of so many events, or more, is over. */
export class Bursts implements vscode.Disposable {
  #events = 0
  #quiet: ReturnType<typeof setTimeout> | undefined

  constructor(
    readonly size: number,
    readonly isOver: () => void,
  ) {}

  add(): void {
    this.#events++
    clearTimeout(this.#quiet)
    this.#quiet = setTimeout(() => {
      const isBurst = this.#events >= this.size
      this.#events = 0
      if (isBurst) this.isOver()
    }, quietTime)
  }

  dispose(): void {
    clearTimeout(this.#quiet)
  }
}
