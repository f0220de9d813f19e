/** Lists of names to look for: those of the map first, then more of the same shapes, the same on every machine. */

/**
 * `count` names, each once. Those of the map come first; then one in four is a word that `texts` hold in capitals or
 * with one, so that more names are more hits, as real lists of coins have it; the rest are made up and occur nowhere.
 */
export function makeNames(count, knowledge, texts, mayOccur = true) {
  const names = new Map()
  const add = (name) => {
    const key = name.toLowerCase()
    if (names.size < count && /^[A-Za-z\d][A-Za-z\d]*(?: [A-Za-z\d]+)*$/.test(name))
      names.set(key, names.get(key) ?? name)
  }
  for (const { name, aliases, tickers, netuid } of knowledge.projects) {
    add(name)
    for (const { text } of aliases) add(text)
    for (const { symbol } of tickers) add(symbol)
    if (netuid !== undefined) add(`SN${netuid}`)
  }
  const seldom = mayOccur ? seldomWords(texts) : []
  for (let number = 0; names.size < count; number++) {
    const word = seldom[(number * 7) % Math.max(1, seldom.length)]
    if (number % 4 === 0 && word && number * 7 < seldom.length) add(word)
    else add(madeUp(number))
  }
  return [...names.values()]
}

/** Capitalized words of the texts that occur a few times. */
function seldomWords(texts) {
  const counts = new Map()
  for (const text of texts) {
    for (const [word] of text.matchAll(/\b[A-Z][A-Za-z\d]{2,11}\b/g)) counts.set(word, (counts.get(word) ?? 0) + 1)
  }
  return [...counts].filter(([, count]) => count > 1 && count < 30).map(([word]) => word)
}

const onsets = ['b', 'ch', 'd', 'f', 'gr', 'h', 'k', 'l', 'm', 'n', 'ph', 'qu', 'r', 'st', 't', 'v', 'x', 'z']
const vowels = ['a', 'e', 'i', 'o', 'u', 'ae', 'io']

/** The shapes of coin lists: a name, a ticker, a name with a tail. */
function madeUp(number) {
  let rest = number * 7919 + 104_729
  const next = (list) => {
    const chosen = list[rest % list.length]
    rest = Math.floor(rest / list.length)
    return chosen
  }
  const stem = `${next(onsets)}${next(vowels)}${next(onsets)}${next(vowels)}${next(onsets)}${next(vowels)}x`
  const name = stem.charAt(0).toUpperCase() + stem.slice(1)
  return [name, stem.slice(0, 5).toUpperCase() + number.toString(36).toUpperCase(), `${name} Protocol`][number % 3]
}

/** Knowledge that holds these names, each as a project of its own, written in any letter case and without endings. */
export function knowledgeOf(names, { recognition }) {
  const heads = names.map((name, index) => ({
    id: `p${index}`,
    name,
    kind: 'network',
    layer: 'compute',
    relations: [],
    tickers: [],
    aliases: [{ text: name, match: 'cues' }],
    ambiguity: { senses: [], cues: [], counterCues: [] },
  }))
  return { heads, recognition }
}
