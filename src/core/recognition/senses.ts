/**
 * Which sense a name has here. Every hit collects evidence from its form, its neighbours, its sentence, list, section
 * and note; the sum decides, and the reasons stay with the mention.
 */
import { formOf, formReasons, ordinaryForms, type Form } from './form'
import { senseKey, type Alias, type Lexicon } from './lexicon'
import type { Hit } from './matcher'
import { isBesideGap, isOrdinaryGrammar, isTagOrWikiLink, supportBeside } from './neighbours'
import type { Prose } from './prose'
import { sentenceAround, startsCasually } from './sentence'
import { firstAtOrAfter, Positions, type Reach, type Tally } from './tally'
import { findTerms } from './termTable'
import { confidenceOf, graded, weights } from './weights'

/** What a hit comes to under its likeliest reading. */
export interface Sense {
  readonly alias: Alias
  /** 0 to 1. */
  readonly confidence: number
  /** In words, strongest first. */
  readonly reasons: readonly string[]
}

/** Decides every hit in prose; the result is parallel to `hits`, undefined where the name means something else. */
export function decideSenses(
  text: string,
  hits: readonly Hit[],
  prose: Prose,
  lexicon: Lexicon,
): (Sense | undefined)[] {
  const note = new NoteEvidence(text, hits, prose, lexicon)
  let scored = note.scoreAll()
  // What is sure after one round is evidence in the next; two rounds carry it from names to tickers to words.
  for (let round = 0; round < 2 && note.learn(scored); round++) scored = note.scoreAll()
  return scored.map((best) =>
    best && best.score >= 0
      ? { alias: best.alias, confidence: confidenceOf(best.score), reasons: best.reasons() }
      : undefined,
  )
}

/** One alias that a hit may stand for, with the evidence that does not depend on other mentions. */
interface Reading {
  readonly alias: Alias
  readonly form: Form
  /** The name itself and what is right beside it. */
  readonly own: readonly Evidence[]
  /** Words around it. */
  readonly words: readonly Evidence[]
}

interface Scored {
  readonly alias: Alias
  readonly form: Form
  /** Log-odds. */
  readonly score: number
  readonly reasons: () => readonly string[]
}

interface Place extends Reach {
  readonly hit: Hit
  readonly at: number
  /** The list or table around it, -1 outside of both. */
  readonly group: number
  /** Nobody cares for capitals here: a chat line, a tag. */
  readonly isCasual: boolean
}

class NoteEvidence {
  readonly #places: readonly Place[]
  readonly #readings: (readonly Reading[] | undefined)[] = []
  readonly #cues = new Positions<string>()
  /** Words of other senses, by project, in order. */
  readonly #counterCues = new Map<string, { readonly starts: number[]; readonly ends: number[] }>()
  #sure = new Positions<string>()
  #sureInGroup = new Map<number, number>()
  /** Projects that the note writes with their capitals somewhere. */
  #capitalized = new Set<string>()
  /** Projects with a sure mention. */
  #sureProjects = new Set<string>()
  #sureCount = 0

  constructor(
    readonly text: string,
    hits: readonly Hit[],
    prose: Prose,
    readonly lexicon: Lexicon,
  ) {
    const headings = prose.blocks.filter(({ kind }) => kind === 'heading').map(({ start }) => start)
    let at = 0
    this.#places = hits.map((hit, index) => {
      while (at < prose.blocks.length - 1 && (prose.blocks[at]?.end ?? 0) <= hit.start) at++
      const block = prose.blocks[at]
      const isInside = block !== undefined && block.start <= hit.start && hit.end <= block.end
      const section = firstAtOrAfter(headings, hit.start + 1)
      const sentence = isInside ? sentenceAround(text, block, hit) : { from: hit.start, to: hit.end }
      return {
        hit,
        at: index,
        group: isInside ? block.group : -1,
        isCasual: isInside && (block.kind === 'front-matter' || startsCasually(text, sentence.from, sentence.to)),
        ...sentence,
        sectionFrom: headings[section - 1] ?? 0,
        sectionTo: headings[section] ?? text.length,
      }
    })
    if (hits.some(({ aliases }) => aliases.some(({ match }) => match !== 'alone'))) this.#findCues()
  }

  scoreAll(): (Scored | undefined)[] {
    return this.#places.map((place) => {
      let best: Scored | undefined
      for (const reading of (this.#readings[place.at] ??= this.#readingsOf(place))) {
        const scored = this.#score(place, reading)
        if (!best || scored.score > best.score) best = scored
      }
      return best
    })
  }

  /** Takes the sure ones of a round as evidence for the next. Says whether there is anything new. */
  learn(scored: readonly (Scored | undefined)[]): boolean {
    const before = this.#sureCount
    this.#sure = new Positions()
    this.#sureInGroup = new Map()
    this.#capitalized = new Set()
    this.#sureProjects = new Set()
    this.#sureCount = 0
    scored.forEach((best, index) => {
      const place = this.#places[index]
      if (!best || !place || best.score < weights.sureScore || !best.alias.isCrypto) return
      const { project } = best.alias
      this.#sureCount++
      this.#sureProjects.add(project)
      this.#sure.add(project, place.hit.start)
      this.#sure.add(anyProject, place.hit.start)
      if (place.group !== -1) this.#sureInGroup.set(place.group, (this.#sureInGroup.get(place.group) ?? 0) + 1)
      if (!ordinaryForms.has(best.form) && /\p{Lu}/u.test(this.text.slice(place.hit.start, place.hit.end))) {
        this.#capitalized.add(project)
      }
    })
    return this.#sureCount > before
  }

  #findCues(): void {
    for (const { term, start, end } of findTerms(this.text, this.lexicon.cues, 0, this.text.length)) {
      this.#cues.add(term.project === undefined ? anyProject : `${term.speaks} ${term.project}`, start)
      if (term.project === undefined || term.speaks === 'for') continue
      let spans = this.#counterCues.get(term.project)
      if (!spans) this.#counterCues.set(term.project, (spans = { starts: [], ends: [] }))
      spans.starts.push(start)
      spans.ends.push(end)
    }
  }

  /** The ways to read a hit that some context could still make likely. What no round changes is weighed here, once. */
  #readingsOf(place: Place): Reading[] {
    return place.hit.aliases.flatMap((alias) => {
      const form = formOf(this.text, place, alias)
      if (!form) return []
      const own: Evidence[] = [[weights.form[form], formReasons[form]]]
      this.#neighbours(place, alias, form, own)
      if (total(own) + weights.contextLimit < 0) return []
      this.#counterWords(place, alias, own)
      if (this.#hasCounterCueBeside(place, alias)) own.push([weights.counterCueBeside, ''])
      if (total(own) + weights.contextLimit < 0) return []
      const words: Evidence[] = []
      if (form !== 'withoutDollar') this.#words(place, alias, words)
      return [{ alias, form, own, words }]
    })
  }

  #score(place: Place, { alias, form, own, words }: Reading): Scored {
    const context = [...words]
    // A ticker that needs its dollar is known without it by its name beside it, and by nothing else.
    if (form !== 'withoutDollar') this.#mentions(place, alias, form, context)
    return {
      alias,
      form,
      // A crowded note says no more than a clear one: what is right beside the name must be able to outweigh it.
      score: total(own) + Math.min(weights.contextLimit, total(context)),
      reasons: () =>
        [...own, ...context]
          .filter(([weight]) => weight > 0)
          .sort(([a], [b]) => b - a)
          .map(([, reason]) => reason),
    }
  }

  #neighbours(place: Place, alias: Alias, form: Form, evidence: Evidence[]): void {
    const { start, end } = place.hit
    const before = this.text.slice(Math.max(place.from, start - 48), start)
    const after = this.text.slice(end, Math.min(this.text.length, end + 48))
    if (this.#hasNameBeside(place, alias)) evidence.push([weights.nameBeside, 'another name of it beside it'])
    if (alias.match !== 'cues' && alias.match !== 'word') return
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
  #hasNameBeside(place: Place, alias: Alias): boolean {
    return [this.#places[place.at - 1], this.#places[place.at + 1]].some((other) => {
      if (!other?.hit.aliases.some(({ project }) => project === alias.project)) return false
      const [left, right] = other.at < place.at ? [other.hit, place.hit] : [place.hit, other.hit]
      const between = this.text.slice(left.end, right.start)
      const isSameWord = other.hit.aliases.every(({ folded }) => folded === alias.folded)
      if (!isSameWord) return isBesideGap(between)
      return /^\s*[*_]*\s*[([]\s*[$*_]*$/.test(between) && /\p{Lu}{2}/u.test(this.text.slice(right.start, right.end))
    })
  }

  #mentions(place: Place, alias: Alias, form: Form, evidence: Evidence[]): void {
    const { hit, group } = place
    const same = this.#sure.around(alias.project, place, hit)
    const relatives = this.lexicon.relatives.get(alias.project)
    let relative = none
    for (const project of this.#sureProjects) {
      if (relatives?.has(project)) relative = addTallies(relative, this.#sure.around(project, place, hit))
    }
    const all = this.#sure.around(anyProject, place, hit)
    const other = subtractTallies(all, addTallies(same, relative))
    const near = (tally: Tally, [sentence, section, note]: Weights, what: string) => {
      if (tally.sentence > 0) evidence.push([graded(sentence, tally.sentence), `${what} in this sentence`])
      else if (tally.section > 0) evidence.push([graded(section, tally.section), `${what} in this section`])
      else if (tally.note > 0) evidence.push([graded(note, tally.note), `${what} in this note`])
    }
    // In a formal sentence a word without a capital of its own is not made a project by the company it keeps.
    const needsItsOwn = form === 'lowerCase' && !place.isCasual && same.sentence + same.section + same.note === 0
    // Who writes the project with capitals means something else without them.
    if (
      (form === 'lowerCase' || form === 'capitalsAsWord') &&
      !place.isCasual &&
      this.#capitalized.has(alias.project)
    ) {
      evidence.push([weights.otherwiseCapitalized, ''])
    } else near(same, weights.same, 'a sure mention of it')
    if (!needsItsOwn) near(relative, weights.relative, 'its network or alliance')
    if (!needsItsOwn) near(other, weights.other, 'another project')
    const inGroup = (this.#sureInGroup.get(group) ?? 0) - all.sentence
    if (!needsItsOwn && group !== -1 && inGroup > 0)
      evidence.push([graded(weights.otherInGroup, inGroup), 'projects in this list or table'])
  }

  /** `Salesforce Apex`, `ICP registration`, `laundry chutes`: a word of another sense right beside the name. */
  #hasCounterCueBeside({ hit, from, to }: Place, alias: Alias): boolean {
    const spans = this.#counterCues.get(senseKey(alias))
    if (!spans) return false
    const next = firstAtOrAfter(spans.starts, hit.end)
    const isBeside = (start = -1, end = -1) =>
      start >= from &&
      end <= to &&
      gapBeside.test(start < hit.start ? this.text.slice(end, hit.start) : this.text.slice(hit.end, start))
    // The cue before the name may share its start with a longer one, so look at two.
    const before = [firstAtOrAfter(spans.starts, hit.start) - 1, firstAtOrAfter(spans.starts, hit.start) - 2]
    return (
      isBeside(spans.starts[next], spans.ends[next]) ||
      before.some((at) => (spans.ends[at] ?? Infinity) <= hit.start && isBeside(spans.starts[at], spans.ends[at]))
    )
  }

  #words(place: Place, alias: Alias, evidence: Evidence[]): void {
    const add = (key: string, [sentence, section, note]: Weights, reason: string) => {
      const tally = this.#cues.around(key, place, place.hit)
      evidence.push([
        graded(sentence, tally.sentence) + graded(section, tally.section) + graded(note, tally.note),
        reason,
      ])
    }
    add(anyProject, weights.crypto, 'words of crypto around it')
    add(`for ${alias.project}`, weights.cue, 'its own words around it')
  }

  #counterWords(place: Place, alias: Alias, evidence: Evidence[]): void {
    const tally = this.#cues.around(`against ${senseKey(alias)}`, place, place.hit)
    const [sentence, section, note] = weights.counterCue
    const cues = this.#cues.around(`for ${alias.project}`, place, place.hit)
    // In one sentence words of both senses may meet; what speaks for the project there halves what speaks against.
    const share = cues.sentence > 0 ? 0.5 : 1
    evidence.push([
      graded(sentence, tally.sentence) * share + graded(section, tally.section) + graded(note, tally.note),
      '',
    ])
  }
}

/** What may stand between a name and the word right beside it. */
const gapBeside = /^[\s("'*_-]{0,4}$/

function total(evidence: readonly Evidence[]): number {
  return evidence.reduce((sum, [weight]) => sum + weight, 0)
}

type Evidence = readonly [weight: number, reason: string]
type Weights = readonly [sentence: number, section: number, note: number]

/** The key under which all projects count together. */
const anyProject = ''

const none: Tally = { sentence: 0, section: 0, note: 0 }

function addTallies(a: Tally, b: Tally): Tally {
  return { sentence: a.sentence + b.sentence, section: a.section + b.section, note: a.note + b.note }
}

function subtractTallies(a: Tally, b: Tally): Tally {
  return { sentence: a.sentence - b.sentence, section: a.section - b.section, note: a.note - b.note }
}
