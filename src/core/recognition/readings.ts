/** What a name says of its sense by itself: how it is written, and what stands right beside it. */
import { firstAtOrAfter } from './counts'
import { formOf, formReasons, likenessOf, ordinaryForms, type Form } from './form'
import { classAfter, classBefore, type After, type Before } from './grammar'
import { spelledOut } from './initials'
import type { Alias } from './lexicon'
import type { Hit } from './matcher'
import {
  hasCapitalBeside,
  hasOtherOwner,
  isRowGap,
  hasDeterminer,
  hasOtherApposition,
  hasPronounAfter,
  isBesideGap,
  isCompound,
  isInLinkTitle,
  isOrdinaryGrammar,
  isOtherHeader,
  isPerson,
  isQuoted,
  isProjectHeader,
  isSpokenOf,
  isTagOrWikiLink,
  strangenessAfter,
  supportBeside,
} from './neighbours'
import type { Range } from './prose'
import { isInHeadline } from './sentence'
import { hasNumberBehind } from './trading'
import { contextLimit, graded, total, type Evidence } from './weights'

/** One alias that a hit may stand for, with the evidence that nothing else in the note can change. */
export interface Reading {
  readonly alias: Alias
  readonly form: Form
  readonly own: readonly Evidence[]
  /** What it comes to, as log-odds. */
  readonly total: number
  /** Its place in the clause, where that says something. */
  readonly clause: { readonly before: Before; readonly after: After }
}

/** A hit, the sentence around it, and what the column is headed with when it stands in a table. */
interface Written extends Range {
  readonly from: number
  readonly to: number
  readonly header: string
}

/** The readings of a hit that some context could still make likely. `beside` are the hits before and after it. */
export function readingsOf(
  text: string,
  written: Written,
  aliases: readonly Alias[],
  beside: readonly (Hit | undefined)[],
): Reading[] {
  const writtenText = text.slice(written.start, written.end)
  return aliases.flatMap((alias) => {
    // Of a name and a ticker of the same letters (Render, RENDER) the one that is written so is meant.
    if (alias.text !== writtenText && aliases.some((other) => isExact(other, alias, writtenText))) return []
    const form = formOf(text, written, alias)
    if (!form) return []
    const own: Evidence[] = [evidence(`form ${form}`, formReasons[form])]
    if (beside.some((other) => other && vouchesFor(text, other, written, alias))) {
      own.push(evidence('nameBeside', 'another name of it beside it'))
    }
    if (form !== 'dollar' && form !== 'alone') own.push(evidence(`leaning ${alias.project} ${form}`, ''))
    const neighbours = neighboursOf(text, written)
    const clause = { before: classBefore(neighbours.before), after: classAfter(neighbours.after) }
    if (form !== 'dollar') addNeighbours(text, written, alias, form, neighbours, clause, own)
    if (alias.isCapitals && isSpelledOtherwise(written, writtenText, alias, neighbours, beside)) {
      own.push(evidence('spelledOut', ''))
    }
    const likeness = likenessOf[form]
    const row = beside.filter((other) => other && isInRow(text, other, written, alias)).length
    if (likeness && row > 0 && !own.some(({ weight }) => weight === 'ordinaryGrammar')) {
      own.push({ weight: `row beside ${likeness}`, factor: graded(row), reason: 'in a row with other names' })
    }
    const sum = total(own)
    return sum + contextLimit < 0 ? [] : [{ alias, form, own, total: sum, clause }]
  })
}

/**
 * How many other projects in a sentence are written as names, sure or not: tickers that are compared, a list. `starts`
 * are those of `places`, in order.
 */
export function candidatesBeside(
  { from, to, readings }: { from: number; to: number; readings: readonly Reading[] },
  places: readonly { readonly start: number; readonly readings: readonly Reading[] }[],
  starts: readonly number[],
): number {
  const own = new Set(readings.map(({ alias }) => alias.project))
  const others = new Set<string>()
  for (const place of places.slice(firstAtOrAfter(starts, from), firstAtOrAfter(starts, to))) {
    const name = place.readings.find(({ form }) => !ordinaryForms.has(form) && form !== 'withoutDollar')
    if (name?.alias.isCrypto && !own.has(name.alias.project)) others.add(name.alias.project)
  }
  return others.size
}

/** Whether the sentence has another name of the project too, sure or not: `my stuff on akash is fine, akt at 0.40`. */
export function hasOtherName(
  { from, to }: { from: number; to: number },
  alias: Alias,
  places: readonly { readonly start: number; readonly readings: readonly Reading[] }[],
  starts: readonly number[],
): boolean {
  return places
    .slice(firstAtOrAfter(starts, from), firstAtOrAfter(starts, to))
    .some(({ readings }) =>
      readings.some((other) => other.alias.project === alias.project && other.alias.folded !== alias.folded),
    )
}

function isExact(other: Alias, alias: Alias, written: string): boolean {
  return other.project === alias.project && other.text === written
}

interface Neighbours {
  readonly before: string
  readonly after: string
}

/** What stands before and behind a name. In a headline capitals say nothing, so there are none. */
function neighboursOf(text: string, written: Written): Neighbours {
  const { start, end, from, to } = written
  const before = text.slice(Math.max(from, start - 64), start)
  const after = text.slice(end, end + 64)
  return isInHeadline(text, written, from, to)
    ? { before: before.toLowerCase(), after: after.toLowerCase() }
    : { before, after }
}

function addNeighbours(
  text: string,
  { start, end, from, header }: Written,
  alias: Alias,
  form: Form,
  { before, after }: Neighbours,
  clause: Reading['clause'],
  own: Evidence[],
): void {
  const against = (weight: Evidence['weight']) => own.push(evidence(weight, ''))
  if (!alias.text.includes(' ')) {
    if (isPerson(text, { start, end }, from)) against('person')
    if (hasPronounAfter(after)) against('pronoun')
    if (hasOtherApposition(after)) against('otherApposition')
  }
  if (isInLinkTitle(before, after)) against('linkTitle')
  if (hasOtherOwner(before) && !own.some(({ weight }) => weight === 'nameBeside')) against('otherOwner')
  if (isSpokenOf(before)) against('spokenOf')
  if (isOtherHeader(header)) against('otherColumn')
  if (isProjectHeader(header)) own.push(evidence('projectColumn', `in the column “${header}”`))
  if (form === 'alone' || form === 'exactCase') return
  if (/^[-.]\d/.test(after) && !/\d$/.test(alias.text)) against('versionAfter')
  const isOrdinary = ordinaryForms.has(form) && isOrdinaryGrammar(alias.folded, before, after)
  if (isOrdinary) against('ordinaryGrammar')
  if (/^ (?:of|behind)\b/i.test(after)) against('ofAfter')
  if (isQuoted(before, after)) against('quoted')
  const likeness = likenessOf[form]
  const strangeness = likeness ? strangenessAfter(after) : 0
  if (likeness) {
    if (strangeness > 0) own.push({ weight: `strange ${likeness}`, factor: strangeness, reason: '' })
    own.push(evidence(`before ${clause.before} ${likeness}`, ''), evidence(`after ${clause.after} ${likeness}`, ''))
  }
  if (!ordinaryForms.has(form)) {
    if (hasDeterminer(before)) against(form === 'withoutDollar' ? 'determinerBeforeTicker' : 'determiner')
    if (isCompound(before, after)) against('compound')
    if (hasCapitalBeside(before, after)) against('capitalBeside')
  }
  const support = supportBeside(before, after)
  if (support.hasNameTail && !ordinaryForms.has(form)) {
    own.push(evidence('nameTail', 'the word after it makes it a name'))
  }
  if (support.tail !== undefined) own.push(evidence('tail', `“${support.tail}” after it`))
  if (support.apposition !== undefined) own.push(evidence('apposition', `“${support.apposition}” says what it is`))
  if (isTagOrWikiLink(before, after)) own.push(evidence('tagOrWikiLink', 'a tag or wiki link'))
  if (isOrdinary) return
  if (support.lead !== undefined) own.push(evidence('lead', `“${support.lead}” before it`))
  if (support.move !== undefined) own.push(evidence('move', `“${support.move}” after it`))
  if (support.hasAmount || (!ordinaryForms.has(form) && hasNumberBehind(after)))
    own.push(evidence('amount', 'an amount beside it'))
  if (support.hasPreposition) own.push(evidence('prepositionBefore', 'a preposition before it'))
  if (support.hasVerb) own.push(evidence('verbAfter', 'a verb after it'))
}

function evidence(weight: Evidence['weight'], reason: string): Evidence {
  return { weight, factor: 1, reason }
}

/** `ICP (ideal customer profile)`, and not `ICP (Internet Computer Protocol)`. */
function isSpelledOtherwise(
  { start, end }: Range,
  writtenText: string,
  alias: Alias,
  { before, after }: Neighbours,
  beside: readonly (Hit | undefined)[],
): boolean {
  const reach = spelledOut(writtenText, before, after)
  const [from, to] = reach < 0 ? [start + reach, start] : [end, end + reach]
  return (
    reach !== 0 &&
    !beside.some(
      (other) =>
        other && other.start < to && other.end > from && other.aliases.some(({ project }) => project === alias.project),
    )
  )
}

/** `near and render`, `TAO, FET`: whether the hit beside a name is that of another project in a row with it. */
function isInRow(text: string, other: Hit, written: Range, alias: Alias): boolean {
  if (other.aliases.some(({ project }) => project === alias.project)) return false
  const [left, right] = other.start < written.start ? [other, written] : [written, other]
  const between = text.slice(left.end, right.start)
  // With nothing between them only capitals make a row: `TAO NEAR FET`.
  return between === ' ' ? !/\p{Ll}/u.test(text.slice(left.start, right.end)) : isRowGap(between)
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
