import { assert } from 'chai'
import * as vscode from 'vscode'
import { cardOn, closeAll, eventually, hoverOn, openNote } from './notes'

/** A file for each test: VS Code keeps a document for a while after it is closed. */
let testNumber = 0

function mapFile(): vscode.Uri {
  const [folder] = vscode.workspace.workspaceFolders ?? []
  if (!folder) assert.fail('the suite runs in a vault')
  return vscode.Uri.joinPath(folder.uri, '.crypto-ai-layers', `map${testNumber}.yaml`)
}

/** Written as another program does: past the editor. */
async function writeMap(text: string): Promise<void> {
  await vscode.workspace.fs.writeFile(mapFile(), new TextEncoder().encode(text))
}

const acme = 'projects:\n  - id: acme\n    name: Acme Compute\n    layer: compute\n    aliases: [Acmeton]\n'

function problems(): string[] {
  return vscode.languages.getDiagnostics(mapFile()).map(({ range, message }) => `${range.start.line + 1}: ${message}`)
}

async function noCardOn(document: vscode.TextDocument, word: string): Promise<void> {
  await eventually(`no card on ${word}`, async () => (await hoverOn(document, word)).length === 0)
}

suite('the user’s own map', () => {
  const folder = () => vscode.Uri.joinPath(mapFile(), '..')

  // A server's watcher misses files that come at the same moment as their folder.
  suiteSetup(() => vscode.workspace.fs.createDirectory(folder()))
  setup(() => {
    testNumber++
  })

  teardown(async () => {
    await closeAll()
    await Promise.resolve(vscode.workspace.fs.delete(mapFile())).catch(() => undefined)
    await eventually('no problems', () => problems().length === 0)
  })
  suiteTeardown(() => vscode.workspace.fs.delete(folder(), { recursive: true }))

  test('saved, it is on cards at once; the card says whose it is', async () => {
    const { document } = await openNote('Acmeton rents machines.')
    await noCardOn(document, 'Acmeton')
    await writeMap(acme)
    const card = await cardOn(document, 'Acmeton')
    assert.include(card.value, `Yours, from .crypto\\-ai\\-layers/map${testNumber}.yaml`)
  })

  test('a broken file keeps its last good state, and is marked at the place', async () => {
    const { document } = await openNote('Acmeton rents machines.')
    await writeMap(acme)
    const map = await vscode.workspace.openTextDocument(mapFile())
    await cardOn(document, 'Acmeton')
    const editor = await vscode.window.showTextDocument(map)
    await editor.edit((edit) => edit.replace(new vscode.Range(3, 11, 3, 18), 'computer'))
    await eventually('a problem before it is saved', () => problems().length === 1)
    await map.save()
    await eventually('a problem', () => problems().length === 1)
    assert.deepEqual(problems(), [
      "4: 'computer' is no layer. Choose one of: compute, intelligence, agents-data, execution-ux, none.",
    ])
    await cardOn(document, 'Acmeton')

    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      mapFile(),
      new vscode.Range(3, 13, 3, 13),
    )
    const fix = actions.find(({ title }) => title === "Change to 'compute'")
    if (!fix?.edit) assert.fail('no quick fix for the layer')
    await vscode.workspace.applyEdit(fix.edit)
    assert.equal(map.getText(), acme)
    await eventually('no problem', () => problems().length === 0)
    await map.save()
  })

  test('hidden and changed projects, and back again when the file is gone', async () => {
    const { document } = await openNote('Akash and Nosana.')
    await cardOn(document, 'Akash')
    await writeMap('hide: [akash]\nchanges:\n  - id: nosana\n    layer: intelligence\n')
    await noCardOn(document, 'Akash')
    const card = await eventually('a card that tells the change', async () => {
      const [hover] = await hoverOn(document, 'Nosana')
      return hover?.value.includes('Changed by you') ? hover : undefined
    })
    assert.include(card.value, 'Layer\\: Intelligence; built in\\: Compute')
    await vscode.workspace.fs.delete(mapFile())
    await cardOn(document, 'Akash')
  })

  test('replaced as version control does it, by deleting and by renaming over it', async () => {
    const { document } = await openNote('Acmeton and Gamlon.')
    await writeMap(acme)
    await cardOn(document, 'Acmeton')
    const other = vscode.Uri.joinPath(mapFile(), '..', 'incoming.tmp')
    const incoming = acme.replaceAll('Acme', 'Gaml').replace('Gamlton', 'Gamlon').replace('acme', 'gaml')
    await vscode.workspace.fs.writeFile(other, new TextEncoder().encode(incoming))
    await vscode.workspace.fs.rename(other, mapFile(), { overwrite: true })
    await cardOn(document, 'Gamlon')
    await noCardOn(document, 'Acmeton')
    await vscode.workspace.fs.delete(mapFile())
    await writeMap(acme)
    await cardOn(document, 'Acmeton')
    await noCardOn(document, 'Gamlon')
  })

  test('a file that was never good is told, and takes nothing away', async () => {
    const { document } = await openNote('Akash Network and Acmeton.')
    await cardOn(document, 'Akash')
    await writeMap(acme.replace('layer: compute', 'layer: [compute'))
    await eventually('a problem', () => problems().length === 1)
    await cardOn(document, 'Akash')
    await noCardOn(document, 'Acmeton')
    await writeMap(acme)
    await cardOn(document, 'Acmeton')
  })

  test('a project that moves to another floor takes a comparison with it', async () => {
    const { document } = await openNote('Should I sell TAO and buy NEAR?')
    const warnings = () =>
      vscode.languages
        .getDiagnostics(document.uri)
        .filter(({ code }) => code === 'cross-layer-comparison')
        .map(({ range }) => range.start.line)
    await eventually('a comparison', () => warnings().length === 1)
    await writeMap('changes:\n  - id: near\n    layer: intelligence\n')
    await eventually('no comparison', () => warnings().length === 0)
    await vscode.workspace.fs.delete(mapFile())
    await eventually('the comparison again', () => warnings().length === 1)
  })

  test('from a mention to its record', async () => {
    const { document } = await openNote('Acmeton and Nosana.')
    await writeMap(acme)
    await cardOn(document, 'Acmeton')
    const definitionOf = (word: string) =>
      vscode.commands.executeCommand<vscode.LocationLink[]>(
        'vscode.executeDefinitionProvider',
        document.uri,
        document.positionAt(document.getText().indexOf(word) + 1),
      )
    const [own] = await definitionOf('Acmeton')
    assert.equal(own?.targetUri.toString(), mapFile().toString())
    assert.equal(own?.targetRange.start.line, 1)
    const [builtIn] = await definitionOf('Nosana')
    const record = await vscode.workspace.openTextDocument(builtIn?.targetUri ?? mapFile())
    assert.match(record.getText(), /^# Built in, and read-only[^]*\nid: nosana\n/)
  })

  test('completions for layers and ids', async () => {
    await writeMap(`${acme}hide: []\n`)
    const map = await vscode.workspace.openTextDocument(mapFile())
    const labels = async (line: number, character: number) => {
      const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
        'vscode.executeCompletionItemProvider',
        map.uri,
        new vscode.Position(line, character),
      )
      return items.map(({ label }) => (typeof label === 'string' ? label : label.label))
    }
    assert.includeMembers(await labels(3, 11), ['compute', 'agents-data', 'none'])
    await eventually('the id of the new project', async () => (await labels(5, 7)).includes('acme'))
    assert.includeMembers(await labels(5, 7), ['render', 'near'])
  })
})
