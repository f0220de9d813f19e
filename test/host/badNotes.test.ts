import * as vscode from 'vscode'
import { assert } from 'chai'
import { cardOn, closeAll, hoverOn, openFile, openNote } from './notes'

/** Each of these works, or says why not; an exception would fail the command or the hover. */
suite('bad notes', () => {
  teardown(closeAll)

  test('an empty note', async () => {
    const { document } = await openNote('')
    await vscode.commands.executeCommand('cryptoAiLayers.evaluateNote')
    assert.equal(vscode.window.activeTextEditor?.document, document)
  })

  test('a note of 1.5 MB is read', async () => {
    const paragraph = 'A paragraph about nothing in particular, near the end of the render queue.\n\n'
    const { document } = await openNote(`Bittensor\n\n${paragraph.repeat(19_000)}`)
    await cardOn(document, 'Bittensor')
  })

  test('of a note of 6 MB the visible part is read, and nothing breaks', async () => {
    const text = `Bittensor ${'x '.repeat(3_000_000)}\n${'A line.\n'.repeat(1000)}Akash Network\n`
    const document = await openFile('large.md', new TextEncoder().encode(text))
    await cardOn(document, 'Bittensor')
    assert.lengthOf(await hoverOn(document, 'Akash Network'), 0)
    await vscode.commands.executeCommand('cryptoAiLayers.showLayerMap')
    await vscode.commands.executeCommand('cryptoAiLayers.evaluateNote')
  })

  test('one line of 200,000 characters', async () => {
    const { document } = await openNote(`${'near render ocean '.repeat(11_000)}Bittensor`)
    await cardOn(document, 'Bittensor')
  })

  test('half a surrogate pair', async () => {
    const { document } = await openNote('\ud83e Bittensor \udde0')
    await cardOn(document, 'Bittensor')
  })

  test('another language has no badges and no cards', async () => {
    const document = await vscode.workspace.openTextDocument({ language: 'plaintext', content: 'Bittensor' })
    await vscode.window.showTextDocument(document)
    assert.lengthOf(await hoverOn(document, 'Bittensor'), 0)
  })

  test('a diff of two notes', async () => {
    const left = await vscode.workspace.openTextDocument({ language: 'markdown', content: 'Bittensor' })
    const right = await vscode.workspace.openTextDocument({ language: 'markdown', content: 'Bittensor and Nosana' })
    await vscode.commands.executeCommand('vscode.diff', left.uri, right.uri, 'Diff')
    await cardOn(right, 'Nosana')
  })

  test('bytes that are no UTF-8, a byte order mark, old line ends', async () => {
    const mark = [0xef, 0xbb, 0xbf]
    const text = new TextEncoder().encode('Nosana\r\n\r\nBittensor ')
    const document = await openFile('bytes.md', new Uint8Array([...mark, ...text, 0xff, 0xfe, 0x80]))
    await cardOn(document, 'Bittensor')
    await cardOn(document, 'Nosana')
  })
})
