import * as vscode from 'vscode'
import type { FromPanel, ToPanel } from '../core/protocol'
import type { PictureView } from '../core/views'

/** Milliseconds that a page has for painting a picture. */
const paintingTime = 20_000

type Order = Extract<ToPanel, { type: 'drawPicture' | 'copyPicture' }>
type Answer = Extract<FromPanel, { type: 'pictureDrawn' | 'pictureCopied' }>

/** Pictures as PNG, which only the page of a panel can paint and put on the clipboard. */
export class PagePictures {
  #waiting: { readonly order: Order; readonly done: (answer?: Answer) => void } | undefined

  constructor(
    readonly panel: vscode.WebviewPanel,
    /** Sends an order, if the page runs: a page that was hidden has to start first, and is sent it then. */
    readonly post: (order: Order) => void,
  ) {}

  /** The bytes of a picture; nothing when the page is gone or cannot. */
  async draw(picture: PictureView): Promise<Uint8Array | undefined> {
    this.panel.reveal(undefined, true)
    const answer = await this.#ask({ type: 'drawPicture', picture })
    if (answer?.type !== 'pictureDrawn' || answer.png === '') return undefined
    return Uint8Array.from(atob(answer.png), (character) => character.charCodeAt(0))
  }

  /** Puts a picture on the clipboard, and tells whether it is there. Only a page with the focus may. */
  async copy(picture: PictureView): Promise<boolean> {
    const editor = vscode.window.activeTextEditor
    this.panel.reveal()
    const answer = await this.#ask({ type: 'copyPicture', picture })
    // Back to where the person was.
    if (editor) await vscode.window.showTextDocument(editor.document, editor.viewColumn)
    return answer?.type === 'pictureCopied' && answer.isCopied
  }

  /** The page runs: it is sent what waits for it. */
  resume(): void {
    if (this.#waiting) this.post(this.#waiting.order)
  }

  /** What the page says to the order that waits. */
  receive(answer: Answer): void {
    this.#waiting?.done(answer)
  }

  async #ask(order: Order): Promise<Answer | undefined> {
    this.#waiting?.done()
    const answer = await new Promise<Answer | undefined>((resolve) => {
      const timer = setTimeout(() => resolve(undefined), paintingTime)
      const done = (given?: Answer) => {
        clearTimeout(timer)
        resolve(given)
      }
      this.#waiting = { order, done }
      this.post(order)
    })
    if (this.#waiting?.order === order) this.#waiting = undefined
    return answer
  }
}
