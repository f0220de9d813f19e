/** Abbreviations that a note spells out: `ICP (ideal customer profile)`, `all-time high (ATH)`. */

/** Words that abbreviations leave out. */
const small = new Set(['of', 'the', 'and', 'for', 'in', 'on', 'to', 'de', 'du', 'des', 'la', 'und'])

/** Between letters and what they stand for. */
const gapBehind =
  /^[*_"”’\])]*\s*(?:[:=(|–—-]|\.\*\*|means|meaning|is short for|short for|stands for|steht für|pour|as in)\s*[*_"“„«(]*(?:an?\s|the\s)?/
const gapBefore = /\s*[([]["“„*_]*$/u

/**
 * How far the words reach that begin with these letters one by one: code units behind them, less than 0 for those before
 * a bracket around them, 0 when there are none.
 */
export function spelledOut(letters: string, before: string, after: string): number {
  if (!/^\p{L}{2,5}$/u.test(letters)) return 0
  const wanted = letters.toLowerCase()
  const gap = gapBehind.exec(after.toLowerCase())?.[0].length
  const behind = gap === undefined ? 0 : spelled(wordsOf(after.slice(gap)), wanted)
  if (gap !== undefined && behind > 0) return gap + behind
  const bracket = gapBefore.exec(before)
  if (!bracket) return 0
  const words = wordsOf(before.slice(0, bracket.index))
  for (const count of [wanted.length, wanted.length + 1]) {
    const last = words.slice(-count)
    if (spelled(last, wanted) > 0) return (last[0]?.index ?? 0) - before.length
  }
  return 0
}

function wordsOf(text: string): RegExpExecArray[] {
  return [...text.matchAll(/[\p{L}\d]+/gu)]
}

/** Where the words end that begin with all letters, small words left out; 0 when they do not. */
function spelled(words: readonly RegExpExecArray[], letters: string): number {
  let next = 0
  for (const { 0: word, index } of words) {
    if (word.toLowerCase().startsWith(letters.charAt(next))) next++
    else if (next === 0 || !small.has(word)) return 0
    if (next === letters.length) return index + word.length
  }
  return 0
}
