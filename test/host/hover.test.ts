import * as vscode from 'vscode'
import { assert } from 'chai'
import { cardOn, closeAll, hoverOn, openNote } from './notes'

const commands = ['cryptoAiLayers.showLayerMap', 'cryptoAiLayers.evaluateProject', 'cryptoAiLayers.showMentions']

suite('hover', () => {
  teardown(closeAll)

  test('a ticker opens the card of its project', async () => {
    const { document } = await openNote('I staked TAO into a Bittensor subnet.')
    const card = await cardOn(document, 'TAO')
    assert.match(card.value, /^\*\*Bittensor\*\* \(TAO\) · \$\(layers\) \*\*Intelligence\*\*/)
    assert.isAtMost(card.value.split('\n').length, 12)
  })

  test('an ordinary word has no card', async () => {
    const { document } = await openNote('The station is near the river.')
    assert.lengthOf(await hoverOn(document, 'near'), 0)
  })

  test('what is unknown is said', async () => {
    const { document } = await openNote('SingularityNET runs a marketplace.')
    const card = await cardOn(document, 'SingularityNET')
    assert.include(card.value, '**Usage:** unknown.')
  })

  test('today is told where the article has aged', async () => {
    const { document } = await openNote('Ocean Protocol, Chutes (SN64) and Apex (SN1) on Bittensor.')
    const ocean = await cardOn(document, 'Ocean')
    assert.match(ocean.value, /\*\*Today\*\* \(9 October 2025\): .*left the alliance on 9 October 2025/)
    const apex = await cardOn(document, 'Apex')
    assert.match(apex.value, /\*\*Today\*\* \(21 August 2026\): .*gone from this one/)
  })

  test('a card may run three commands and nothing else', async () => {
    const { document } = await openNote('Bittensor')
    const card = await cardOn(document, 'Bittensor')
    assert.deepEqual(card.isTrusted, { enabledCommands: commands })
    assert.isNotTrue(card.supportHtml)
    const targets = [...card.value.matchAll(/\]\(([^)]*)\)/g)].map(([, target]) => target ?? '')
    for (const target of targets)
      assert.match(target, /^(https:\/\/|command:cryptoAiLayers\.\w+\?%5B%22bittensor%22%5D$)/)
  })

  test('emoji, CRLF and a closed fence before a mention do not shift it', async () => {
    const { document } = await openNote('🧠🧠 note\r\n```\r\nBittensor\r\n```\r\n🧠 Nosana and Bittensor')
    const position = new vscode.Position(4, '🧠 Nosana and Bit'.length)
    const [hover] = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      position,
    )
    assert.equal(hover?.range && document.getText(hover.range), 'Bittensor')
    assert.lengthOf(await hoverOn(document, 'Bittensor\r\n```'), 0)
  })

  test('it can be switched off', async () => {
    const { document } = await openNote('Bittensor')
    const configuration = vscode.workspace.getConfiguration('cryptoAiLayers')
    await configuration.update('hover.enabled', false, vscode.ConfigurationTarget.Global)
    try {
      assert.lengthOf(await hoverOn(document, 'Bittensor'), 0)
    } finally {
      await configuration.update('hover.enabled', undefined, vscode.ConfigurationTarget.Global)
    }
  })
})
