/**
 * The place in the clause where a name stands, told from the words right before and behind it. `Grass pays` is a name
 * with a verb behind it, `Grass fires` a word in front of a noun.
 */
import lists from '../../../knowledge/words/grammar.yaml'

/** What stands right before a name. */
export type Before =
  | 'start'
  | 'article'
  | 'indefinite'
  | 'owner'
  | 'preposition'
  | 'to'
  | 'verb'
  | 'pronoun'
  | 'and'
  | 'not'
  | 'comma'
  | 'colon'
  | 'bracket'
  | 'quote'
  | 'number'
  | 'capital'
  | 'word'
  | 'mark'

/** What stands right behind a name. */
export type After =
  | 'verb'
  | 'plural'
  | 'person'
  | 'usual'
  | 'noun'
  | 'preposition'
  | 'object'
  | 'and'
  | 'possessive'
  | 'comma'
  | 'colon'
  | 'bracket'
  | 'quote'
  | 'number'
  | 'capital'
  | 'hyphen'
  | 'end'
  | 'mark'

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(' '))
}

const articles = words(lists.articles)
const indefinite = words(lists.indefinite)
const owners = words(lists.owners)
const prepositions = words(lists.prepositions)
const conjunctions = words(lists.conjunctions)
const negations = words(lists.negations)
const pronouns = words(lists.pronouns)
const verbsBefore = words(lists.verbsBefore)
const auxiliaries = words(lists.auxiliaries)
const deeds = words(lists.deeds)
const irregularDeeds = words(lists.irregularDeeds)
const adverbs = words(lists.adverbs)
const personal = words(lists.personal)
const usualNouns = words(lists.usualNouns)
const afterVerb = words(lists.afterVerb)
const objects = words(lists.objects)

/** The word before a name. `before` is the text of its sentence up to it. */
export function classBefore(before: string): Before {
  const text = before.replace(/[*_~\s]+$/, '')
  if (text === '' || /[.!?…>|]$/.test(text) || /(?:^|\n)\s*(?:[-+•]|\d{1,2}[.)])(?:\s*\[[ xX]\])?$/.test(text))
    return 'start'
  if (/[:]$/.test(text)) return 'colon'
  if (/[,;、，]$/.test(text)) return 'comma'
  if (/[([{（]$/.test(text)) return 'bracket'
  if (/["“„«‘'「『]$/.test(text)) return 'quote'
  const word = /[\p{L}\p{N}'’&.,%]+$/u.exec(text)?.[0]
  if (word === undefined) return 'mark'
  const folded = word.toLowerCase().replace('’', "'")
  if (/^[\d.,]+[km%]?$/.test(folded)) return 'number'
  if (folded === 'to') return 'to'
  if (articles.has(folded)) return 'article'
  if (indefinite.has(folded)) return 'indefinite'
  if (owners.has(folded)) return 'owner'
  if (negations.has(folded)) return 'not'
  if (conjunctions.has(folded)) return 'and'
  if (prepositions.has(folded)) return 'preposition'
  if (verbsBefore.has(folded)) return 'verb'
  if (pronouns.has(folded)) return 'pronoun'
  return /^\p{Lu}/u.test(word) ? 'capital' : 'word'
}

/** The words behind a name. `after` is the text of its block from its end on. */
export function classAfter(after: string): After {
  if (/^['’]s\b/.test(after)) return 'possessive'
  if (/^[-‑]\p{L}/u.test(after)) return 'hyphen'
  const text = after.replace(/^[*_~]+/, '')
  if (/^["”“»’」』]/.test(text)) return 'quote'
  if (/^\s*(?:[.!?…。！？|\n\r]|$)/.test(text)) return 'end'
  if (/^\s*[,;、，]/.test(text)) return 'comma'
  if (/^\s*[:：]/.test(text)) return 'colon'
  if (/^\s*[([\])（）]/.test(text)) return 'bracket'
  const found = /^\s+([\p{L}\p{N}'’$&.,%-]*[\p{L}\p{N}%])/u.exec(text)
  const word = found?.[1]
  if (word === undefined) return 'mark'
  const rest = text.slice(found?.[0].length)
  if (/^[$€£]?\d/.test(word)) return 'number'
  if (/^\p{Lu}/u.test(word)) return 'capital'
  const folded = word.toLowerCase().replace('’', "'")
  if (conjunctions.has(folded)) return 'and'
  if (auxiliaries.has(folded)) return 'verb'
  if (personal.has(folded)) return 'person'
  if (adverbs.has(folded)) return classAfterAdverb(rest)
  if (objects.has(folded)) return 'object'
  if (prepositions.has(folded)) return 'preposition'
  if (irregularDeeds.has(folded)) return 'verb'
  const stem = deedOf(folded)
  if (stem === 's') return isVerbHere(rest) ? 'verb' : usualNouns.has(folded) ? 'usual' : 'plural'
  if (usualNouns.has(folded)) return 'usual'
  return stem === 'ed' ? 'verb' : 'noun'
}

/** `Olas also moved`, `Grass still pays`. */
function classAfterAdverb(rest: string): After {
  const folded = /^\s+([\p{L}'’]+)/u.exec(rest)?.[1]?.toLowerCase() ?? ''
  return auxiliaries.has(folded) || irregularDeeds.has(folded) || deedOf(folded) !== undefined ? 'verb' : 'mark'
}

/** Which form of a deed a word is. */
function deedOf(word: string): 's' | 'ed' | undefined {
  if (word.endsWith('s') && isDeed(word, /s$/, /es$/, /ies$/)) return 's'
  if (word.endsWith('ed') && isDeed(word, /ed$/, /d$/, /ied$/)) return 'ed'
  return undefined
}

function isDeed(word: string, plain: RegExp, other: RegExp, ofY: RegExp): boolean {
  const stem = word.replace(plain, '')
  return (
    deeds.has(stem) ||
    deeds.has(word.replace(other, '')) ||
    (ofY.test(word) && deeds.has(word.replace(ofY, 'y'))) ||
    (stem.at(-1) === stem.at(-2) && deeds.has(stem.slice(0, -1)))
  )
}

/** Whether what follows a form such as `runs` makes a verb of it. */
function isVerbHere(rest: string): boolean {
  const word = /^\s+([\p{L}\p{N}'’$-]+)/u.exec(rest)?.[1]
  return word !== undefined && (afterVerb.has(word) || /^[$€\d\p{Lu}]/u.test(word) || word.endsWith('ly'))
}
