import { assert } from 'chai'
import * as vscode from 'vscode'
import { cardOn, closeAll, eventually, openNote } from './notes'

/** What a tool answers to an assistant. */
async function ask(tool: string, input: object): Promise<unknown> {
  const { content } = await vscode.lm.invokeTool(`cryptoAiLayers_${tool}`, { input, toolInvocationToken: undefined })
  const [part] = content
  return JSON.parse(part instanceof vscode.LanguageModelTextPart ? part.value : '')
}

/** Why a tool does not answer. */
async function refusal(tool: string, input: object): Promise<string> {
  return ask(tool, input).then(
    (answer) => assert.fail(JSON.stringify(answer)),
    (error: unknown) => String(error),
  )
}

interface LayersAnswer {
  readonly note: string
  readonly layers: readonly { readonly projects: readonly { readonly name: string }[] }[]
}

suite('tools for assistants', () => {
  suiteSetup(async () => {
    const { document } = await openNote('Nosana')
    await cardOn(document, 'Nosana')
  })
  teardown(closeAll)

  test('an assistant is offered four, each with what it is for', async () => {
    const tools = await eventually('the tools', () => {
      const found = vscode.lm.tools.filter(({ name }) => name.startsWith('cryptoAiLayers_'))
      return found.length === 4 ? found : undefined
    })
    for (const { description } of tools) assert.match(description, /Answers JSON/)
  })

  test('look up and evaluate', async () => {
    const [project] = (await ask('lookUpProject', { project: '$NOS' })) as { name: string; layer: string }[]
    assert.deepInclude(project, { name: 'Nosana', layer: 'Compute' })
    const [verdict] = (await ask('evaluate', { project: 'Bittensor' })) as { verdict: string }[]
    assert.equal(verdict?.verdict, 'worth deeper diligence')
    assert.include(await refusal('lookUpProject', { project: 'Nowhere' }), "'Nowhere' is not on the map")
    assert.include(await refusal('evaluate', { project: '' }), 'look at project')
  })

  test('the layers of the open note, and of one that is named; of no other file', async () => {
    await openNote('Nosana and Chutes (SN64)')
    const here = (await ask('listLayers', {})) as LayersAnswer
    assert.deepEqual(
      here.layers.map(({ projects }) => projects.map(({ name }) => name)),
      [['Nosana'], ['Chutes'], [], []],
    )
    const named = (await ask('listLayers', { note: 'Bittensor subnets.md' })) as LayersAnswer
    assert.equal(named.note, 'Bittensor subnets.md')
    assert.isAbove(named.layers[1]?.projects.length ?? 0, 3)
    assert.include(await refusal('listLayers', { note: '../../etc/passwd' }), 'There is no note')
  })

  test('exposure of the open note and of the vault', async () => {
    await openNote('| Token | Value |\n| - | - |\n| TAO | $4321 |')
    const here = (await ask('exposure', {})) as { holdings: { name: string; weight: string }[] }
    assert.deepEqual(
      here.holdings.map(({ name, weight }) => [name, weight]),
      [['Bittensor', '100%']],
    )
    const vault = (await ask('exposure', { scope: 'vault' })) as { notes: string[] }
    assert.include(vault.notes.join(), 'Portfolio')
  })
})
