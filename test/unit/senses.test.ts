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
  test('the words of a headline are read as if they had no capitals', () =>
    expectMentions(
      'Crypto news',
      '',
      '- Walrus Found On Irish Beach, Crowd Told To Keep Distance',
      '- Vana Names New Chair; ⟦VANA⟧ Doubles Overnight',
    ))
  test('who attends is a person, and the network is what jobs run on', () =>
    expectMentions(
      'Present: Akash, Mira, Ralph',
      '',
      'Akash moved the batch jobs to ⟦io.net⟧. We also tried ⟦Akash⟧ for a week: a lease on ⟦Akash⟧ costs less in ⟦AKT⟧.',
    ))
  test('tickers in a row vouch for each other', () =>
    expectMentions('**core**', '⟦TAO⟧', '⟦NEAR⟧', '⟦RENDER⟧', '', '⟦GRASS⟧ ⟦VANA⟧ ⟦KAITO⟧ ⟦GRT⟧'))
  test('names in a row do so in lower case too', () =>
    expectMentions('bought more ⟦near⟧ and ⟦render⟧ yesterday, near the bottom i hope'))
  test('two names of one project in a sentence vouch for each other', () =>
    expectMentions('gm. my stuff on ⟦akash⟧ is fine, ⟦akt⟧ at 0.40'))
  test('a number right behind a name is its price or amount', () =>
    expectMentions('Levels for ⟦Aethir⟧ traders: ⟦NEAR⟧ 4.85 / 5.60, ⟦TAO⟧ 440.'))
  test('SN1 and SN2 are reactions among chemists', () =>
    expectMentions('Half the class writes SN2 for a bromide: the nucleophile decides. An SN1 reaction does not care.'))
  test('what a price did tells a ticker from a word', () =>
    expectMentions('We hold ⟦TAO⟧ and ⟦Akash⟧. ⟦ATH⟧ is down 8 %, nowhere near its ATH.'))
  test('words of trading in German', () =>
    expectMentions('Ich halte ⟦TAO⟧. Habe ⟦render⟧ verkauft, den Film render ich.'))
  test('in Spanish', () => expectMentions('vendí mi ⟦near⟧ y compré más ⟦render⟧, ⟦TAO⟧ sigue igual.'))
  test('in French', () => expectMentions("J'ai vendu ⟦NEAR⟧ et ⟦TAO⟧, je garde ⟦render⟧. Pas de render ce soir."))
  test('in Chinese', () => expectMentions('今天⟦TAO⟧跌了。我把⟦near⟧卖了一半，又买了⟦render⟧。公司很 near 地铁。'))
  test('letters that a note spells out stand for that', () =>
    expectMentions(
      '| Term | Means |',
      '| --- | --- |',
      '| ICP | ideal customer profile |',
      '| IC | individual contributor |',
      '',
      'We stake ⟦TAO⟧ on ⟦Akash⟧. A generalised linear model (GLM) says when.',
    ))
  test('but not where they spell the project', () =>
    expectMentions('The ⟦Internet Computer Protocol⟧ (⟦ICP⟧) is no substitute for ⟦TAO⟧.'))
  test('a netuid is none of an IP network', () =>
    expectMentions('Cameras are on subnet 3 of the VPC. On ⟦netuid 64⟧ miners earn ⟦TAO⟧.'))
  test('tickers that are no words, in the lower case of a chat', () =>
    expectMentions('pk: took my old ⟦rndr⟧ over, ⟦agix⟧ too', 'lou: and ⟦tfuel⟧? i hold ⟦tao⟧ and ⟦akt⟧'))
  test('a line of those who attend, however long', () =>
    expectMentions(
      'Present: Astrid Lund (finance), Ralph Becker (security), Theo Marsh (legal), Jana Novak (platform), Mira Okafor (chair).',
      '',
      'Mira opened. We rent GPUs on ⟦Akash⟧ with ⟦AKT⟧.',
    ))
  test('headlines in a pile are a sentence each', () =>
    expectMentions(
      '⟦TAO⟧ Halving Is Days Away, ⟦Bittensor⟧ Emissions to Drop',
      'Lava Reaches Outskirts of Grindavík Again',
      'VENICE TO DOUBLE DAY-TRIPPER FEE',
      '⟦FET⟧ Slides After Lawsuit, ⟦Fetch.ai⟧ Says',
    ))
  test('a chat line is a sentence, whoever speaks', () =>
    expectMentions(
      '**jo** 22:15 sold some ⟦tao⟧ and ⟦akt⟧ today, then the bar',
      '**pim** 22:18 my render is at 61% so no bar',
    ))
  test('letters are spelled out behind a label too', () =>
    expectMentions('Tokens: ⟦TAO⟧, ⟦AKT⟧.', '', '- **TAO.** Team action overview.', '- **⟦AKT⟧.** A token.'))
  test('a surname and a role', () =>
    expectMentions('Spoke to Akash Mehta (ex-Autodesk), a friend. We rent on ⟦Akash⟧ with ⟦AKT⟧.'))
  test('subnets of an IP network in one section, of Bittensor in another', () =>
    expectMentions(
      'The VPC of site B is 10.20.0.0/16. Cameras are on subnet 64, printers on subnet 3.',
      '',
      '# Mining',
      '',
      'My ⟦Bittensor⟧ miner is on ⟦subnet 64⟧.',
    ))
})
