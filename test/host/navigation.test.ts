import { assert } from 'chai'
import * as vscode from 'vscode'
import { cardOn, closeAll, eventually, openFile, openNote } from './notes'

const folder = () => vscode.workspace.workspaceFolders?.[0]?.uri ?? assert.fail('the suite runs in a vault')
const bytes = (text: string) => new TextEncoder().encode(text)

/** `Note.md 3`: the file and the line, counted from 1. */
const place = (uri: vscode.Uri, { start }: vscode.Range) =>
  `${vscode.workspace.asRelativePath(uri, false)} ${start.line + 1}`

suite('navigation', () => {
  const names = ['Heurist.md', 'Other.md']
  teardown(async () => {
    await closeAll()
    for (const name of names) {
      await Promise.resolve(vscode.workspace.fs.delete(vscode.Uri.joinPath(folder(), name))).catch(() => undefined)
    }
  })

  test('references are found in all notes, under all names', async () => {
    await openFile('Heurist.md', bytes('About it.\n\n$HEU is its token.'))
    const document = await openFile('Other.md', bytes('Heurist, and\nHeurist AI.'))
    await cardOn(document, 'Heurist')
    const found = await eventually('references in two notes', async () => {
      const locations = await vscode.commands.executeCommand<vscode.Location[]>(
        'vscode.executeReferenceProvider',
        document.uri,
        new vscode.Position(0, 2),
      )
      const places = locations.map(({ uri, range }) => place(uri, range)).filter((text) => /Heurist|Other/.test(text))
      return places.length >= 3 ? places : undefined
    })
    assert.deepEqual(found.sort(), ['Heurist.md 3', 'Other.md 1', 'Other.md 2'])
  })

  test('a definition is the user’s own note on the project', async () => {
    await openFile('Heurist.md', bytes('# My note'))
    const document = await openFile('Other.md', bytes('Heurist'))
    const links = await eventually('a definition', async () => {
      const found = await vscode.commands.executeCommand<vscode.LocationLink[]>(
        'vscode.executeDefinitionProvider',
        document.uri,
        new vscode.Position(0, 2),
      )
      const own = found.filter(({ targetUri }) => targetUri.path.endsWith('Heurist.md'))
      return own.length > 0 ? own : undefined
    })
    assert.lengthOf(links, 1)
  })

  test('the same project is highlighted, and netuid forms are links', async () => {
    const { document } = await openNote('Chutes, SN64 and subnet 64 of Bittensor.\n\nChutes.')
    await cardOn(document, 'Chutes')
    const highlights = await vscode.commands.executeCommand<vscode.DocumentHighlight[]>(
      'vscode.executeDocumentHighlights',
      document.uri,
      new vscode.Position(0, 2),
    )
    assert.deepEqual(
      highlights.map(({ range }) => document.getText(range)),
      ['Chutes', 'SN64', 'subnet 64', 'Chutes'],
    )
    const links = await vscode.commands.executeCommand<vscode.DocumentLink[]>(
      'vscode.executeLinkProvider',
      document.uri,
    )
    assert.deepEqual(
      links.map(({ range, target }) => [document.getText(range), target?.toString(true)]),
      [
        ['SN64', 'command:cryptoAiLayers.showLayerMap?["bittensor-sn64"]'],
        ['subnet 64', 'command:cryptoAiLayers.showLayerMap?["bittensor-sn64"]'],
      ],
    )
  })

  test('the list of a note’s projects is text', async () => {
    const { document } = await openNote('Bittensor')
    await cardOn(document, 'Bittensor')
    await vscode.commands.executeCommand('cryptoAiLayers.listProjects')
    const list = vscode.window.activeTextEditor?.document.getText() ?? ''
    assert.include(list, '## Intelligence\n\n- Bittensor \\(TAO\\), network: 1 mention, line 1')
  })
})
