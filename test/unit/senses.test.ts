import { expectMentions } from './notes'

suite('senses: one note, two senses', () => {
  test('a capital at a start proves nothing beside the real name', () =>
    expectMentions('## ⟦NEAR⟧', '', '⟦NEAR⟧ burns gas on its chain. Near the end I needed Rust after all.'))
  test('the sea beside the protocol', () =>
    expectMentions('⟦Ocean Protocol⟧ left. “Not research”, says Ana: most alerts were about the actual ocean.'))
  test('a verb beside the network', () =>
    expectMentions('⟦Render⟧ (⟦RENDER⟧) pays node operators to render frames; we render the rest.'))
  test('the other cells of a row say what a word in a table is', () =>
    expectMentions(
      'We hold ⟦TAO⟧ and ⟦AKT⟧, staked.',
      '',
      '| what | note |',
      '| --- | --- |',
      '| ICP | who our sales team wants as a customer |',
      '| ⟦ICP⟧ | a token of the ⟦Internet Computer⟧, staked |',
    ))
  test('a noun right behind it makes a word of it at the start of a sentence', () =>
    expectMentions('⟦Bittensor⟧ pays miners of ⟦SN64⟧. Beam search over the weights gives the same answer.'))
  test('a note that is named after something else', () =>
    expectMentions('[[Render pipeline (Blender)]] and [[⟦Render Network⟧]]'))
  test('capitals among capitals', () =>
    expectMentions('⟦NEAR⟧ has validators.', '', 'NEAR THE BOILER, says the drawing in capitals.'))
  test('addresses say that subnets are those of IP networks', () =>
    expectMentions('⟦Bittensor⟧ mining.', '', '# Office', '', 'Subnet 1 is public, 10.64.0.0/16 in all.'))
})
