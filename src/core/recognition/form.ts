/** How a name is written in a note, compared with how its alias is listed. */
import type { Alias } from './lexicon'
import type { Range } from './prose'
import { isCapitalForced, isShouted } from './sentence'
import type { WeightName } from './weights'

/** Each form has a weight to start from. */
export type Form = WeightName extends infer Name ? (Name extends `form ${infer Written}` ? Written : never) : never

/** Forms in which a name of several meanings looks like an ordinary word. */
export const ordinaryForms: ReadonlySet<Form> = new Set<Form>([
  'lowerCase',
  'lowerCaseLetters',
  'capitalsAsWord',
  'wordAtStart',
  'shouted',
])

/** What a form looks like, for those that other senses of a name have too. */
export type Likeness = 'name' | 'capitals' | 'start' | 'word' | 'letters' | 'bare'

export const likenessOf: Readonly<Partial<Record<Form, Likeness>>> = {
  word: 'name',
  severalWords: 'name',
  capitals: 'capitals',
  capitalsOfWord: 'capitals',
  wordAtStart: 'start',
  shouted: 'start',
  lowerCase: 'word',
  lowerCaseLetters: 'letters',
  capitalsAsWord: 'letters',
  withoutDollar: 'bare',
}

export const formReasons: Readonly<Record<Form, string>> = {
  dollar: 'a $ before the ticker',
  dollarInLowerCase: 'a $ before it',
  withoutDollar: 'without its $',
  alone: 'a name of its own',
  exactCase: 'written exactly so',
  netuid: 'a netuid',
  fusedNetuid: 'a netuid',
  netuidField: 'a netuid',
  capitals: 'its capitals',
  capitalsOfWord: 'its capitals',
  capitalsAsWord: 'written as a word',
  word: 'a capital inside a sentence',
  severalWords: 'capitals inside a sentence',
  wordAtStart: 'a capital at a start',
  shouted: 'capitals among capitals',
  lowerCase: 'lower case',
  lowerCaseLetters: 'lower case',
}

/** The form of a hit in the sentence [from, to), or undefined when this way of writing is not the project's. */
export function formOf(
  text: string,
  place: Range & { readonly from: number; readonly to: number },
  alias: Alias,
): Form | undefined {
  const { from, to } = place
  const written = text.slice(place.start, place.end)
  if (written.startsWith('$')) {
    // A shell variable looks like a ticker whose bare form is never one: $data, $path.
    return alias.match === 'dollar' && /^\$\p{Ll}/u.test(written) ? 'dollarInLowerCase' : 'dollar'
  }
  const isExact = written === alias.text || written.replace(/\s+/g, ' ') === alias.text
  switch (alias.match) {
    case 'alone':
      return 'alone'
    case 'netuid':
      if (/^netuid/i.test(written)) return 'netuidField'
      return /\s/.test(written) ? 'netuid' : 'fusedNetuid'
    case 'dollar':
      return 'withoutDollar'
    case 'exact-case':
      if (isExact) return 'exactCase'
      // `rndr`, `tfuel` in a chat: no words, but a short one may be (`nil`).
      return alias.isTicker && written.length > 3 && written === alias.folded ? 'lowerCaseLetters' : undefined
    case 'cues':
    case 'word':
      break
    default:
      return alias.match satisfies never
  }
  if (!isExact && written === written.toLowerCase()) return alias.isWord ? 'lowerCase' : 'lowerCaseLetters'
  if (!/\p{Ll}/u.test(written) && isShouted(text, place, from, to)) return 'shouted'
  if (alias.isCapitals) return !isExact ? 'capitalsAsWord' : alias.isWord ? 'capitalsOfWord' : 'capitals'
  if (!isExact) return 'capitalsAsWord'
  if (isCapitalForced(text, place, from, to)) return 'wordAtStart'
  return /\s\p{Lu}/u.test(written) ? 'severalWords' : 'word'
}
