import assert from 'node:assert/strict'
import fc from 'fast-check'
import MarkdownIt from 'markdown-it'
import { chooseMentions, previewBadges, type BadgeFrequency, type BadgeStyle } from '../../src/core/badge'
import { shortCard } from '../../src/core/card'
import { addPreviewBadges } from '../../src/core/previewBadges'
import { findMentions } from '../../src/core/recognition/findMentions'
import { index, lexicon, notePieces, today } from './notes'

const options = { html: true, linkify: true, typographer: true }
const plain = new MarkdownIt(options)

function parserWith(style: BadgeStyle, frequency: BadgeFrequency = 'all', hasCards = true): MarkdownIt {
  const parser = new MarkdownIt(options)
  const look = { style, frequency, hasCards, index, today }
  addPreviewBadges(parser, (text) => previewBadges(findMentions(text, lexicon), look))
  return parser
}

const parser = parserWith('text')
const badge = /<span class="crypto-ai-layers [a-z -]+" data-layer="([^"]+)" data-card="[^"]+">([^<]+)<\/span>/g

/** The rendered note, its badges as `⟦Nosana|Compute⟧`. */
function render(text: string): string {
  return parser.render(text).replace(badge, '⟦$2|$1⟧')
}

suite('preview badges', () => {
  test('mentions in paragraphs, headings, lists, quotes, links and emphasis', () => {
    assert.equal(render('# Nosana #\n'), '<h1>⟦Nosana|Compute⟧</h1>\n')
    assert.equal(render('Nosana\n===\n'), '<h1>⟦Nosana|Compute⟧</h1>\n')
    assert.equal(
      render('Long **Nosana**,\n  and Bittensor.'),
      '<p>Long <strong>⟦Nosana|Compute⟧</strong>,\nand ⟦Bittensor|Intelligence⟧.</p>\n',
    )
    assert.equal(
      render('> - Nosana\n>\n>   Nosana\n'),
      '<blockquote>\n<ul>\n<li>\n<p>⟦Nosana|Compute⟧</p>\n<p>⟦Nosana|Compute⟧</p>\n</li>\n</ul>\n</blockquote>\n',
    )
    assert.equal(
      render('[Nosana](https://nosana.com) and Nosana'),
      '<p><a href="https://nosana.com">⟦Nosana|Compute⟧</a> and ⟦Nosana|Compute⟧</p>\n',
    )
  })
  test('cells of tables', () => {
    const html = render('| a | Nosana |\n| - | - |\n| Nosana | x |\n| a \\| Nosana | Bittensor |\n')
    assert.deepEqual(html.match(/<t[hd]>.*<\/t[hd]>/g), [
      '<th>a</th>',
      '<th>⟦Nosana|Compute⟧</th>',
      '<td>⟦Nosana|Compute⟧</td>',
      '<td>x</td>',
      '<td>a | ⟦Nosana|Compute⟧</td>',
      '<td>⟦Bittensor|Intelligence⟧</td>',
    ])
  })
  test('a word is marked where it means the project, not where it only looks like it', () => {
    assert.equal(
      render('We render it near the coast. Render (RENDER) pays GPU nodes in tokens.'),
      '<p>We render it near the coast. ⟦Render|Compute⟧ (⟦RENDER|Compute⟧) pays GPU nodes in tokens.</p>\n',
    )
    assert.equal(
      render('`x` Nosana, `Nosana` and <b title="Nosana">Nosana</b>'),
      '<p><code>x</code> ⟦Nosana|Compute⟧, <code>Nosana</code> and <b title="Nosana">⟦Nosana|Compute⟧</b></p>\n',
    )
  })
  test('code, addresses and HTML are what they were', () => {
    for (const text of [
      '`Nosana`',
      '```\nNosana\n```',
      '    Nosana',
      '[x](https://nosana.com "Nosana")',
      '![Nosana](nosana.png)',
      '<b title="Nosana">x</b>',
      'nothing',
    ])
      assert.equal(parser.render(text), plain.render(text), text)
  })
  test('behind escapes, entities and what the typographer writes', () => {
    assert.equal(
      render('R&amp;D at \\$5... "Nosana" -- (c) Bittensor\n&copy; 🧠 Nosana'),
      '<p>R&amp;D at $5… “⟦Nosana|Compute⟧” – © ⟦Bittensor|Intelligence⟧\n© 🧠 ⟦Nosana|Compute⟧</p>\n',
    )
  })
  test('headings keep their text, by which links find them', () => {
    const heading = parser.parse('# Long Nosana, `x` and Bittensor', {})[1]
    assert.equal(heading?.children?.map(({ content }) => content).join(''), 'Long Nosana, x and Bittensor')
  })
  test('the settings of badges and cards', () => {
    const text = 'Nosana, Nosana and OpenAI'
    assert.equal(parserWith('off').render(text), plain.render(text))
    assert.equal(
      parserWith('icon', 'firstPerNote', false).render(text),
      '<p><span class="crypto-ai-layers crypto-ai-layers-compute" data-layer="C">Nosana</span>, Nosana and ' +
        '<span class="crypto-ai-layers crypto-ai-layers-intelligence crypto-ai-layers-dashed" data-layer="I">OpenAI</span></p>\n',
    )
    assert.equal(
      parserWith('underline', 'all', false).render('Nosana'),
      '<p><span class="crypto-ai-layers crypto-ai-layers-compute crypto-ai-layers-underline">Nosana</span></p>\n',
    )
  })
  test('the first in a section, in a note', () => {
    const mentions = findMentions('# A\n\nNosana, Nosana\n\n# B\n\nNosana', lexicon)
    const starts = (frequency: BadgeFrequency) => chooseMentions(mentions, frequency).map(({ start }) => start)
    assert.deepEqual(starts('all'), [5, 13, 26])
    assert.deepEqual(starts('firstPerSection'), [5, 26])
    assert.deepEqual(starts('firstPerNote'), [5])
  })
  test('the card is short, and text whatever a project is called', () => {
    const akash = index.get('akash')
    assert.ok(akash)
    assert.deepEqual(shortCard(akash, index, today).split('\n'), [
      'Akash Network (AKT) · Compute · network',
      akash.does,
      `Token: ${akash.questions.token.reason}`,
      'Usage: lease revenue: 253 thousand USD per quarter (Q1 2026, 8 months old, stale)',
    ])
    for (const project of index.knowledge.projects) {
      assert.equal(shortCard(project, index, today).split('\n').length, 4, project.id)
    }
    const hostile = new MarkdownIt(options)
    addPreviewBadges(hostile, () => [{ start: 0, text: 'Nosana', attributes: { 'data-card': '"><script>' } }])
    assert.equal(hostile.render('Nosana'), '<p><span data-card="&quot;&gt;&lt;script&gt;">Nosana</span></p>\n')
  })
  test('whatever a note is made of: the page is the same but for the badges, which are its mentions in order', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...notePieces), { maxLength: 30 }), (pieces) => {
        const text = pieces.join('')
        const html = parser.render(text)
        const marked = [...html.matchAll(badge)].map(([, , name]) => name ?? '')
        assert.equal(html.replace(badge, '$2'), plain.render(text))
        let rest = findMentions(text.replaceAll('\0', '\ufffd'), lexicon).map((mention) => mention.text)
        for (const name of marked) {
          const at = rest.indexOf(name)
          assert.notEqual(at, -1, name)
          rest = rest.slice(at + 1)
        }
      }),
      { numRuns: 150 },
    )
  })
})
