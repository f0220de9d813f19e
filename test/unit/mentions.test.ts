import assert from 'node:assert/strict'
import { findMentions, mentionAt } from '../../src/core/recognition/findMentions'
import { expectMentions, lexicon, projectsIn } from './notes'

suite('mentions: names', () => {
  test('distinctive names in any letter case', () => expectMentions('⟦Bittensor⟧, ⟦bittensor⟧ and ⟦NOSANA⟧.'))
  test('the longest name wins', () => expectMentions('The ⟦Render Network⟧ burns tokens.'))
  test('a German genitive is not part of a name that is nothing else', () =>
    expectMentions('⟦Bittensor⟧s Subnetze, und was ⟦Nosana⟧s Karten kosten. Akashs Hund.'))
  test('a possessive is not part of the name', () => expectMentions("⟦Bittensor⟧’s miners and ⟦Nosana⟧'s GPUs"))
  test('no name inside a longer word', () => expectMentions('Bittensorians, preNosana, Nosana_node'))
  test('a ticker with its dollar, in any case', () => expectMentions('⟦$TAO⟧ and ⟦$tao⟧, not $TAOX or $$TAO.'))
  test('hyphens and slashes', () => expectMentions('⟦Bittensor⟧-based, ⟦Nosana⟧/⟦Bittensor⟧'))
  test('words across a soft line break', () =>
    expectMentions('the ⟦Internet', 'Computer⟧ runs canisters', '', '> the ⟦Internet', '> Computer⟧'))
  test('no name across a blank line', () => expectMentions('the Internet', '', 'Computer'))
  test('between Chinese characters', () => expectMentions('我買了⟦Bittensor⟧的代幣和⟦Nosana⟧。'))
  test('after emoji and surrogate pairs', () => expectMentions('🧠🧠 ⟦Bittensor⟧ 𝔸⟦$TAO⟧'))
  test('a name that is a domain', () => expectMentions('⟦io.net⟧ sells clusters, ⟦Fetch.ai⟧ runs agents.'))
  test('former names mean the project of today', () =>
    assert.deepEqual(projectsIn('RNDR was the ticker; $RNDR too'), ['render', 'render']))
  test('one project a ticker', () =>
    assert.deepEqual(projectsIn('$FET, $TAO, $NEAR'), ['asi-alliance', 'bittensor', 'near']))
  test('a ticker that is hardly ever one needs its dollar or its name beside it', () => {
    expectMentions('⟦$GAME⟧ and ⟦$IO⟧, a GAME, the IO wait, ⟦io.net⟧ (⟦IO⟧)', '', '| ⟦ATH⟧ | ⟦Aethir⟧ |', '| - | - |')
    expectMentions('$data and $path are set in the shell; $nil$ is math.')
  })
  test('systems beside the map are mentions too', () =>
    assert.deepEqual(projectsIn('OpenAI and Hugging Face'), ['openai', 'hugging-face']))
})

suite('mentions: only prose', () => {
  test('inline code', () => expectMentions('`Bittensor` and ⟦Bittensor⟧'))
  test('fenced code', () => expectMentions('```', 'Bittensor', '```', '⟦Bittensor⟧'))
  test('an open fence runs to the end', () => expectMentions('⟦Bittensor⟧', '~~~', 'Bittensor'))
  test('indented code', () => expectMentions('⟦Bittensor⟧', '', '    Bittensor'))
  test('addresses', () =>
    expectMentions('https://bittensor.com/Nosana, docs.nosana.com, nosana.com, a@bittensor.com and ⟦Nosana⟧'))
  test('link text is prose, its destination is not', () =>
    expectMentions('[⟦Bittensor⟧](https://bittensor.com "Bittensor")'))
  test('reference definitions', () =>
    expectMentions('[⟦Bittensor⟧][bittensor]', '', '[bittensor]: https://bittensor.com "Bittensor"'))
  test('HTML and comments', () =>
    expectMentions('<b title="Bittensor">⟦Bittensor⟧</b> <!-- Bittensor -->', '', '<!--', 'Bittensor', '-->'))
  test('front matter has keys and values', () =>
    expectMentions('---', 'bittensor: about ⟦Bittensor⟧', 'tags: [⟦nosana⟧, gpu]', '# Nosana', '---', '⟦Bittensor⟧'))
  test('merge conflicts', () =>
    expectMentions('⟦Bittensor⟧', '<<<<<<< HEAD', 'Bittensor', '=======', 'Nosana', '>>>>>>> main', '⟦Nosana⟧'))
  test('math, but not two prices', () => expectMentions('$x^{Bittensor}$ and ⟦$TAO⟧ at $400, ⟦$NEAR⟧ at $3'))
  test('file names and paths', () => expectMentions('notes/bittensor.md, ./nosana/run and bittensor.py'))
  test('headings, quotes, lists, tables, emphasis', () =>
    expectMentions(
      '# ⟦Bittensor⟧',
      '',
      '> ⟦Nosana⟧',
      '',
      '- **⟦Bittensor⟧**',
      '',
      '| a | b |',
      '| - | - |',
      '| ⟦Nosana⟧ | _⟦Bittensor⟧_ |',
    ))
  test('a dollar that is escaped for Markdown', () => expectMentions('It pays \\⟦$RNDR⟧ to node operators.'))
  test('a version is part of a name only when it is listed', () =>
    expectMentions('⟦Bittensor⟧ serves ⟦Llama⟧ 3.3 70B.'))
  test('wiki links and tags', () =>
    expectMentions('[[⟦Bittensor⟧]], [[⟦bittensor⟧|⟦TAO⟧]], #⟦bittensor⟧ and #⟦ocean-protocol⟧'))
})

suite('mentions: senses', () => {
  test('an ordinary near', () =>
    expectMentions('The office is near the station. Near here, rents rise. A near-term plan.'))
  test('an ordinary render', () =>
    expectMentions('React will render the component. Render it twice. The Render function.'))
  test('an ordinary apex, ocean and fetch', () =>
    expectMentions('At the apex of the wave the ocean rose. Fetch the ball. Salesforce Apex triggers.'))
  test('the ticker beside the name', () => expectMentions('⟦Render⟧ (⟦RENDER⟧) burns tokens for jobs.'))
  test('a comparison of tickers', () => expectMentions('Should I sell some ⟦TAO⟧ and buy ⟦NEAR⟧?'))
  test('both senses in one note', () =>
    expectMentions(
      '# Market',
      '',
      '⟦Akash Network⟧ and ⟦Render⟧ rent GPUs; ⟦NEAR⟧ does not.',
      '',
      '# Frontend',
      '',
      'We render the list near the top.',
    ))
  test('ICP the customer profile', () =>
    expectMentions('Our ICP is a B2B company with 50 to 200 people; leads that fit the persona close faster.'))
  test('ICP the Internet Computer', () => expectMentions('⟦Internet Computer⟧ burns ⟦ICP⟧ for cycles.'))
  test('ASI the idea', () => expectMentions('Alignment work assumes that ASI is decades away from AGI.'))
  test('the Tao of philosophy', () =>
    expectMentions('The Tao that can be told is not the eternal Tao. Lao Tzu wrote the Tao Te Ching.'))
  test('subnets of Bittensor, not of networks', () => {
    expectMentions('⟦Bittensor⟧: ⟦SN64⟧, ⟦subnet 64⟧, ⟦netuid 64⟧ and ⟦SN 1⟧ lead.')
    expectMentions('⟦Bittensor⟧ by subnet: 7 in ⟦SN64⟧, ⟦netuid: 1⟧ has none.')
    expectMentions('Put the VPC in subnet 64 with mask /24, not subnet 10.0.0.0/24.')
  })
  test('every mention says why', () => {
    const [mention] = findMentions('Render (RENDER) burns tokens.', lexicon)
    assert.equal(mention?.project, 'render')
    assert.ok(mention.reasons.includes('another name of it beside it'))
    assert.ok(mention.confidence > 0.9)
  })
})

suite('mentions: offsets', () => {
  const text = '🧠 Bittensor and Nosana'
  test('a cursor on, before and right behind a name means it', () => {
    const mentions = findMentions(text, lexicon)
    assert.deepEqual(
      [2, 3, 7, 12, 13].map((offset) => mentionAt(mentions, offset)?.text),
      [undefined, 'Bittensor', 'Bittensor', 'Bittensor', undefined],
    )
  })
  test('LF and CRLF give the same names', () => {
    const lf = '# Bittensor\n\nNosana and\n- $TAO\n'
    const names = (note: string) => findMentions(note, lexicon).map((mention) => mention.text)
    assert.deepEqual(names(lf.replaceAll('\n', '\r\n')), names(lf))
    assert.deepEqual(names(lf), ['Bittensor', 'Nosana', '$TAO'])
    const table = '| ticker | units |\n| --- | ---: |\n| AR | 65 |\n| TAO | 12 |\n| NEAR | 900 |\n| AKT | 40 |\n'
    assert.deepEqual(names(table.replaceAll('\n', '\r\n')), names(table))
    assert.deepEqual(names(table), ['AR', 'TAO', 'NEAR', 'AKT'])
    assert.deepEqual(names('<div>\r\n\r\nBittensor'), ['Bittensor'])
  })
})
