import { expectMentions } from './notes'

suite('senses: one note, two senses', () => {
  test('a capital at a start proves nothing beside the real name', () =>
    expectMentions('## ⟦NEAR⟧', '', '⟦NEAR⟧ burns gas on its chain. Near the end I needed Rust after all.'))
  test('the sea beside the protocol', () =>
    expectMentions('⟦Ocean Protocol⟧ left. “Not research”, says Ana: most alerts were about the actual ocean.'))
  test('a verb beside the network', () =>
    expectMentions('⟦Render⟧ (⟦RENDER⟧) pays node operators to render frames; we render the rest.'))
})
