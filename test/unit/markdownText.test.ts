import assert from 'node:assert/strict'
import { escapeCell, escapeMarkdown, link } from '../../src/core/markdownText'

suite('markdown text', () => {
  test('nothing in a value becomes markup', () => {
    assert.equal(escapeMarkdown('[x](command:evil)'), '\\[x\\]\\(command\\:evil\\)')
    assert.equal(escapeMarkdown('![a](https://e.vil/?q)'), '\\!\\[a\\]\\(https\\://e.vil/?q\\)')
    assert.equal(escapeMarkdown('<img src=x> $(zap) **b** `c`'), '\\<img src\\=x\\> \\$\\(zap\\) \\*\\*b\\*\\* \\`c\\`')
    assert.equal(escapeMarkdown('a\n# b\r\n1. c'), 'a \\# b 1\\. c')
  })
  test('a link keeps to its brackets', () =>
    assert.equal(link('a]b', 'https://a.b/(c) d'), '[a\\]b](https://a.b/%28c%29%20d)'))
  test('a cell keeps to its cell', () => assert.equal(escapeCell('a|b\n*c* '), 'a\\|b \\*c\\*'))
})
