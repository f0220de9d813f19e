/** What a name says of its sense by itself: how it is written, and what stands right beside it. */
import { formOf, formReasons, ordinaryForms, type Form } from './form'
import type { Alias } from './lexicon'
import type { Hit } from './matcher'
import { isBesideGap, isOrdinaryGrammar, isTagOrWikiLink, supportBeside } from './neighbours'
import type { Range } from './prose'
import { weights } from './weights'

/** Log-odds, and why in words; '' where it speaks against. */
export type Evidence = readonly [weight: number, reason: string]

/** One alias that a hit may stand for, with the evidence that nothing else in the note can change. */
export interface Reading {
  readonly alias: Alias
  readonly form: Form
  readonly own: readonly Evidence[]
}

/** A hit and the sentence around it. */
interface Written extends Range {
  readonly from: number
  readonly to: number
}

/** The readings of a hit that some context could still make likely. `beside` are the hits before and after it. */
export function readingsOf(
  text: string,
  written: Written,
  aliases: readonly Alias[],
  beside: readonly (Hit | undefined)[],
): Reading[] {
  return aliases.flatMap((alias) => {
    const form = formOf(text, written, alias)
    if (!form) return []
    const own: Evidence[] = [[weights.form[form], formReasons[form]]]
    if (beside.some((other) => other && vouchesFor(text, other, written, alias))) {
      own.push([weights.nameBeside, 'another name of it beside it'])
    }
    if (alias.match === 'cues' || alias.match === 'word') addNeighbours(text, written, alias, form, own)
    const reach = takesContext(form) ? weights.contextLimit : 0
    return total(own) + reach < 0 ? [] : [{ alias, form, own }]
  })
}

/** A ticker that needs its dollar is known without it by its name beside it, and by nothing else. */
export function takesContext(form: Form): boolean {
  return form !== 'withoutDollar'
}

export function total(evidence: readonly Evidence[]): number {
  let sum = 0
  for (const [weight] of evidence) sum += weight
  return sum
}

function addNeighbours(
  text: string,
  { start, end, from }: Written,
  alias: Alias,
  form: Form,
  evidence: Evidence[],
): void {
  const before = text.slice(Math.max(from, start - 48), start)
  const after = text.slice(end, end + 48)
  if (/^[-.]\d/.test(after) && !/\d$/.test(alias.text)) evidence.push([weights.versionAfter, ''])
  const isOrdinary = ordinaryForms.has(form) && isOrdinaryGrammar(alias.folded, before, after)
  if (isOrdinary) evidence.push([weights.ordinaryGrammar, ''])
  const { tail, lead, hasNameTail, hasAmount } = supportBeside(before, after)
  if (hasNameTail && !ordinaryForms.has(form)) evidence.push([weights.nameTail, 'the word after it makes it a name'])
  if (tail !== undefined) evidence.push([weights.tail, `“${tail}” after it`])
  if (lead !== undefined && !isOrdinary) evidence.push([weights.lead, `“${lead}” before it`])
  if (hasAmount && !isOrdinary) evidence.push([weights.amount, 'an amount beside it'])
  if (isTagOrWikiLink(before, after)) evidence.push([weights.tagOrWikiLink, 'a tag or wiki link'])
}

/**
 * Two names side by side vouch for each other. The same word twice does so only when the second is a ticker in
 * brackets: `near NEAR` says nothing, `Near (NEAR)` does.
 */
function vouchesFor(text: string, other: Hit, written: Range, alias: Alias): boolean {
  if (!other.aliases.some(({ project }) => project === alias.project)) return false
  const [left, right] = other.start < written.start ? [other, written] : [written, other]
  const between = text.slice(left.end, right.start)
  const isSameWord = other.aliases.every(({ folded }) => folded === alias.folded)
  if (!isSameWord) return isBesideGap(between)
  return /^\s*[*_]*\s*[([]\s*[$*_]*$/.test(between) && /\p{Lu}{2}/u.test(text.slice(right.start, right.end))
}
