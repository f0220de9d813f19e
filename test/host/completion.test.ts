import { assert } from 'chai'
import * as vscode from 'vscode'
import { cardOn, closeAll, eventually, openNote } from './notes'

interface Offered {
  readonly label: string
  readonly description: string
  readonly detail: string
  readonly inserted: string
}

/** Our own completions at the cursor of a note, in the order in which VS Code sorts them. */
async function offeredIn(note: string): Promise<Offered[]> {
  const { document, selection } = await openNote(note)
  const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
    'vscode.executeCompletionItemProvider',
    document.uri,
    selection.active,
  )
  return items
    .filter((item) => item.kind === vscode.CompletionItemKind.Constant)
    .sort((a, b) => ((a.sortText ?? '') < (b.sortText ?? '') ? -1 : 1))
    .map(({ label, detail, insertText }) => ({
      label: typeof label === 'string' ? label : label.label,
      description: typeof label === 'string' ? '' : (label.description ?? ''),
      detail: detail ?? '',
      inserted: typeof insertText === 'string' ? insertText : '',
    }))
}

suite('completion', () => {
  teardown(async () => {
    await vscode.workspace
      .getConfiguration('cryptoAiLayers')
      .update('completion.names', undefined, vscode.ConfigurationTarget.Workspace)
    await closeAll()
  })

  test('tickers with name, layer and kind; names in wiki links, with their netuid', async () => {
    const { document } = await openNote('Nosana')
    await cardOn(document, 'Nosana')
    assert.deepInclude(await offeredIn('Long $n¦'), {
      label: '$NOS',
      description: 'Compute · Nosana',
      detail: 'network',
      inserted: '$NOS',
    })
    assert.deepEqual(await offeredIn('See [[Chut¦'), [
      { label: 'Chutes', description: 'Intelligence · SN64', detail: 'subnet 64 of Bittensor', inserted: 'Chutes]]' },
    ])
    assert.deepInclude(await offeredIn('See [[Chut¦]]'), {
      label: 'Chutes',
      description: 'Intelligence · SN64',
      detail: 'subnet 64 of Bittensor',
      inserted: 'Chutes',
    })
  })

  test('what the notes of the vault mention most comes first', async () => {
    const first = await eventually('Bittensor, of which the sample notes are full', async () => {
      const [{ label } = { label: '' }] = await offeredIn('[[b¦')
      return label === 'Bittensor' ? label : undefined
    })
    assert.equal(first, 'Bittensor')
  })

  test('nothing for plain words unless that is set, and nothing in code', async () => {
    assert.deepEqual(await offeredIn('Long Nosa¦'), [])
    assert.deepEqual(await offeredIn('```\nLong $n¦\n```'), [])
    assert.deepEqual(await offeredIn('It costs $4¦'), [])
    await vscode.workspace
      .getConfiguration('cryptoAiLayers')
      .update('completion.names', true, vscode.ConfigurationTarget.Workspace)
    await eventually('the setting', () => vscode.workspace.getConfiguration('cryptoAiLayers').get('completion.names'))
    assert.deepEqual(
      (await offeredIn('Long Nosa¦')).map(({ label }) => label),
      ['Nosana'],
    )
  })
})
