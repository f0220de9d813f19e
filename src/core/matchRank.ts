/**
 * How well a text matches what a person types, the least best: at its start, at the start of a word, within, or with all
 * characters in this order, as VS Code filters; undefined when it does not. Both in one case.
 */
export function matchRank(wanted: string, text: string): number | undefined {
  const at = text.indexOf(wanted)
  if (at === 0) return 0
  if (at > 0) return /[\s(]/.test(text.charAt(at - 1)) ? 1 : 2
  let from = 0
  for (const character of wanted) {
    const next = text.indexOf(character, from)
    if (next === -1) return undefined
    from = next + character.length
  }
  return 3
}
