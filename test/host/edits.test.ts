import { assert } from 'chai'
import * as vscode from 'vscode'
import { cardOn, eventually, hoverOn, openNote, rest } from './notes'

/** The word that the card of a place is about. */
async function cardRange(document: vscode.TextDocument, line: number, character: number): Promise<string | undefined> {
  const [hover] = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    new vscode.Position(line, character),
  )
  return hover?.range && `${hover.range.start.line}:${hover.range.start.character} ${document.getText(hover.range)}`
}

suite('edits', () => {
  test('cards go along with lines above, several cursors, undo, and other line ends', async () => {
    const editor = await openNote('One\nTwo\n\nNosana and Arweave.')
    const { document } = editor
    await cardOn(document, 'Arweave')
    await editor.edit((edit) => {
      edit.insert(new vscode.Position(0, 0), 'A new first line.\n')
      edit.insert(new vscode.Position(1, 0), '🧠 ')
      edit.delete(new vscode.Range(3, 0, 3, 7))
    })
    assert.equal(await cardRange(document, 4, 4), '4:4 Arweave')
    await vscode.commands.executeCommand('undo')
    assert.equal(await cardRange(document, 3, 12), '3:11 Arweave')
    await editor.edit((edit) => edit.setEndOfLine(vscode.EndOfLine.CRLF))
    assert.equal(await cardRange(document, 3, 12), '3:11 Arweave')
    await editor.edit((edit) => edit.insert(new vscode.Position(2, 0), 'Three\nFour\n'))
    assert.equal(await cardRange(document, 5, 12), '5:11 Arweave')
  })

  test('a fence that is opened takes the cards below it away, and gives them back', async () => {
    const editor = await openNote('Text.\n\nNosana and Akash.')
    const { document } = editor
    await editor.edit((edit) => edit.insert(new vscode.Position(1, 0), '```\n'))
    assert.lengthOf(await hoverOn(document, 'Akash'), 0)
    await editor.edit((edit) => edit.delete(new vscode.Range(1, 0, 2, 0)))
    await cardOn(document, 'Akash')
  })

  test('a comment that says what is not meant counts from the key on that completes it', async () => {
    const editor = await openNote('Nosana and Akash.\n')
    const { document } = editor
    await cardOn(document, 'Akash')
    const type = async (text: string) => {
      const { end } = document.lineAt(0).range
      await editor.edit((edit) => edit.insert(end, text))
    }
    await type(' <!-- not a pro')
    await type('ject: Akash -->')
    await eventually('no card on Akash', async () => (await hoverOn(document, 'Akash')).length === 0)
    await cardOn(document, 'Nosana')
    await vscode.commands.executeCommand('undo')
    await vscode.commands.executeCommand('undo')
    await cardOn(document, 'Akash')
  })

  test('typing through a note of 1 MB', async function () {
    this.timeout(180_000)
    const paragraph = `Miners stake TAO on SN64, render the rest near the coast, and pay Akash in tokens.\n\n`
    const filler = `A paragraph about nothing in particular, near the end of the queue.\n\n`
    const editor = await openNote(`# A long note\n\n${(paragraph + filler.repeat(20)).repeat(680)}`)
    const { document } = editor
    await cardOn(document, 'Akash')
    const blocks = watchBlocks()
    const from = Math.floor(document.lineCount / 2)
    const typed = 'Bittensor is near. '
    for (let index = 0; index < typed.length; index++) {
      await editor.edit((edit) => edit.insert(new vscode.Position(from, index), typed.charAt(index)), {
        undoStopBefore: false,
        undoStopAfter: false,
      })
      await rest(index % 6 === 5 ? 160 : 20)
    }
    await eventually('a card in the middle', async () => (await cardRange(document, from, 3))?.endsWith('Bittensor'))
    const sorted = blocks.stop().sort((a, b) => a - b)
    const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]?.toFixed(1)
    console.log(
      `typing ${typed.length} keys in ${document.getText().length} characters: the extension host was blocked for ` +
        `p50 ${at(0.5)} ms, p99 ${at(0.99)} ms, at most ${at(1)} ms`,
    )
  })
})

/** How long the event loop was away, again and again, until `stop()`. In milliseconds. */
function watchBlocks(): { stop: () => number[] } {
  const blocks: number[] = []
  let last = performance.now()
  let timer = setTimeout(tick, 0)
  function tick(): void {
    const now = performance.now()
    blocks.push(now - last)
    last = now
    timer = setTimeout(tick, 0)
  }
  return {
    stop() {
      clearTimeout(timer)
      return blocks
    },
  }
}
