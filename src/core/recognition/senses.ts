/**
 * Which sense a name has here. Every hit collects evidence from its form, its neighbours, its sentence, list, section
 * and note; the sum decides, and the reasons stay with the mention.
 */
import { type Alias, type Cue, type Lexicon } from './lexicon'
import type { Hit } from './matcher'
import type { Block, Prose } from './prose'
import { findTerms } from './termTable'
import { confidenceOf, graded, weights } from './weights'
import { joinsBefore } from './words'

/** What a hit comes to under its likeliest reading. */
export interface Sense {
  readonly alias: Alias
  /** 0 to 1. */
  readonly confidence: number
  /** In words, strongest first. */
  readonly reasons: readonly string[]
}

/** A mention that counts as evidence for others. */
interface SureMention {
  readonly start: number
  readonly end: number
  readonly project: string
  readonly alias: Alias
  readonly block: number
  readonly section: number
}

interface Place {
  readonly hit: Hit
  readonly block: number
  readonly section: number
  /** Offsets of the sentence, list item or cell around the hit. */
  readonly from: number
  readonly to: number
}

/** At or above this log-odds a mention is evidence for others. */
const sureScore = 2.2

/** Decides every hit in prose; the result is parallel to `hits`, undefined where the name means something else. */
export function decideSenses(
  text: string,
  hits: readonly Hit[],
  prose: Prose,
  lexicon: Lexicon,
): (Sense | undefined)[] {
  const note = new NoteEvidence(text, hits, prose, lexicon)
  let scored = note.places.map((place) => note.best(place))
  for (let round = 0; round < 2; round++) {
    if (!note.learn(scored)) break
    scored = note.places.map((place) => note.best(place))
  }
  return scored.map((best) =>
    best && best.score >= 0
      ? { alias: best.alias, confidence: confidenceOf(best.score), reasons: best.reasons }
      : undefined,
  )
}

interface Scored {
  readonly alias: Alias
  readonly score: number
  readonly reasons: readonly string[]
}

class NoteEvidence {
  readonly places: readonly Place[]
  #sure: readonly SureMention[] = []
  readonly #sections: readonly number[]
  #cues: { cue: Cue; start: number; section: number }[] | undefined

  constructor(
    readonly text: string,
    hits: readonly Hit[],
    readonly prose: Prose,
    readonly lexicon: Lexicon,
  ) {
    this.#sections = prose.blocks.filter(({ kind }) => kind === 'heading').map(({ start }) => start)
    let block = 0
    this.places = hits.map((hit) => {
      while (block < prose.blocks.length - 1 && (prose.blocks[block]?.end ?? 0) <= hit.start) block++
      const around = prose.blocks[block]
      const sentence = around ? sentenceAround(text, around, hit) : { from: hit.start, to: hit.end }
      return { hit, block, section: this.#sectionOf(hit.start), ...sentence }
    })
  }

  /** Takes the sure ones of a round as evidence for the next. Says whether there is anything new. */
  learn(scored: readonly (Scored | undefined)[]): boolean {
    const sure = scored.flatMap((best, index) => {
      const place = this.places[index]
      return best && place && best.score >= sureScore
        ? [
            {
              start: place.hit.start,
              end: place.hit.end,
              project: best.alias.project,
              alias: best.alias,
              block: place.block,
              section: place.section,
            },
          ]
        : []
    })
    const isNew = sure.length > this.#sure.length
    this.#sure = sure
    return isNew
  }

  best(place: Place): Scored | undefined {
    let best: Scored | undefined
    for (const alias of place.hit.aliases) {
      const scored = this.#score(place, alias)
      if (scored && (!best || scored.score > best.score)) best = scored
    }
    return best
  }

  #score(place: Place, alias: Alias): Scored | undefined {
    const evidence: [weight: number, reason: string][] = []
    const add = (weight: number, reason: string) => {
      if (weight !== 0) evidence.push([weight, reason])
    }
    const form = this.#form(place, alias)
    if (!form) return undefined
    add(...form)
    if (this.#hasNameBeside(place, alias)) add(weights.nameBeside, 'another name of it beside it')
    this.#neighbours(place, alias, add)
    this.#mentions(place, alias, add)
    if (!(alias.match === 'alone' && this.#hasNoCounterCues(alias))) this.#words(place, alias, add)
    const score = evidence.reduce((sum, [weight]) => sum + weight, 0)
    const reasons = evidence
      .filter(([weight]) => weight > 0)
      .sort(([a], [b]) => b - a)
      .map(([, reason]) => reason)
    return { alias, score, reasons }
  }

  /** What the letters alone say, or undefined when this way of writing is not the project's. */
  #form(place: Place, alias: Alias): [number, string] | undefined {
    const { form } = weights
    const { start, end } = place.hit
    const hasDollar = this.text.charCodeAt(start) === 36
    const written = this.text.slice(hasDollar ? start + 1 : start, end)
    if (hasDollar) return [weights.dollar, `$ before the ticker ${alias.text}`]
    const isExact = sameLetters(written, alias.text)
    if (alias.match === 'alone') return [form.alone, `“${alias.text}” is a name of its own`]
    if (alias.match === 'netuid') return [form.netuid, 'a netuid']
    if (alias.match === 'exact-case') return isExact ? [form.exactCase, `written exactly ${alias.text}`] : undefined
    if (written === written.toLowerCase() && !isExact) return [form.lowerCase, 'lower case']
    if (alias.isCapitals) {
      if (isExact)
        return this.#isShouted(place)
          ? [form.capitalsAsWord, 'capitals among capitals']
          : [form.capitals, `capitals ${alias.text}`]
      return [form.capitalsAsWord, 'written as a word']
    }
    if (!isExact) return [form.capitalsAsWord, 'written otherwise']
    return this.#capitalProvesNothing(place)
      ? [form.wordAtStart, 'capital at a start']
      : [form.word, `capital inside a sentence`]
  }

  #neighbours(place: Place, alias: Alias, add: (weight: number, reason: string) => void): void {
    const { start, end } = place.hit
    const before = this.text.slice(Math.max(place.from, start - 48), start)
    const after = this.text.slice(end, Math.min(this.text.length, end + 48))
    const [tail] = tailPattern.exec(after) ?? []
    if (tail !== undefined) add(weights.tail, `“${tail.trim()}” after it`)
    const lead = leadPattern.exec(before)
    if (lead) add(weights.lead, `“${lead[1] ?? ''}” before it`)
    if (amountBefore.test(before) || amountAfter.test(after)) add(weights.amount, 'an amount beside it')
    if (/(?:^|[\s([])#$|\[\[$/.test(before)) add(weights.tagOrWikiLink, 'a tag or wiki link')
    if (alias.match === 'cues' && !this.#isWrittenAsListed(place.hit, alias)) {
      if (ordinaryAfter.test(after) || ordinaryBefore.test(before))
        add(weights.ordinaryGrammar, 'the grammar of an ordinary word')
      const hasCapitalElsewhere = this.#sure.some(
        (sure) =>
          sure.project === alias.project &&
          sure.start !== start &&
          sameLetters(this.text.slice(sure.start, sure.end), sure.alias.text),
      )
      if (hasCapitalElsewhere) add(weights.otherwiseCapitalized, 'the note writes the project with capitals')
    }
  }

  #isWrittenAsListed({ start, end }: Hit, alias: Alias): boolean {
    return sameLetters(this.text.slice(start, end).replace(/^\$/, ''), alias.text)
  }

  #mentions(place: Place, alias: Alias, add: (weight: number, reason: string) => void): void {
    const relatives = this.lexicon.relatives.get(alias.project)
    const group = this.prose.blocks[place.block]?.group ?? -1
    const count = { same: tally(), relative: tally(), other: tally() }
    let inGroup = 0
    for (const sure of this.#sure) {
      if (sure.start === place.hit.start || !sure.alias.isCrypto) continue
      const kind =
        sure.project === alias.project ? 'same' : relatives?.has(sure.project) === true ? 'relative' : 'other'
      const reach = reachOf(place, sure)
      count[kind][reach]++
      if (group !== -1 && this.prose.blocks[sure.block]?.group === group && reach !== 'sentence') inGroup++
    }
    const near = (
      { sentence, section, note }: Tally,
      inSentence: number,
      inSection: number,
      inNote: number,
      what: string,
    ) => {
      if (sentence > 0) add(graded(inSentence, sentence), `${what} in this sentence`)
      else if (section > 0) add(graded(inSection, section), `${what} in this section`)
      else if (note > 0) add(graded(inNote, note), `${what} in this note`)
    }
    near(count.same, weights.sameInSentence, weights.sameInSection, weights.sameInNote, 'a sure mention of it')
    near(
      count.relative,
      weights.relativeInSentence,
      weights.relativeInSection,
      weights.relativeInNote,
      'a mention of its network or alliance',
    )
    near(count.other, weights.otherInSentence, weights.otherInSection, weights.otherInNote, 'another project')
    if (inGroup > 0) add(graded(weights.otherInGroup, inGroup), 'other projects in this list or table')
  }

  #words(place: Place, alias: Alias, add: (weight: number, reason: string) => void): void {
    const crypto = tally()
    const cues = tally()
    const counterCues = tally()
    let example = ''
    for (const found of this.#allCues()) {
      const { cue, start } = found
      if (start >= place.hit.start && start < place.hit.end) continue
      const reach = reachOf(place, found)
      if (cue.project === undefined) crypto[reach]++
      else if (cue.project !== alias.project) continue
      else if (cue.speaks === 'against') counterCues[reach]++
      else {
        cues[reach]++
        example ||= cue.folded
      }
    }
    const sum = (
      { sentence, section, note }: Tally,
      inSentence: number,
      inSection: number,
      inNote: number,
      reason: string,
    ) => add(graded(inSentence, sentence) + graded(inSection, section) + graded(inNote, note), reason)
    sum(crypto, weights.cryptoInSentence, weights.cryptoInSection, weights.cryptoInNote, 'words of crypto around it')
    sum(cues, weights.cueInSentence, weights.cueInSection, weights.cueInNote, `its own words around it (${example})`)
    sum(
      counterCues,
      weights.counterCueInSentence,
      weights.counterCueInSection,
      weights.counterCueInNote,
      'words of another sense',
    )
  }

  #hasNoCounterCues(alias: Alias): boolean {
    return !this.#allCues().some(({ cue }) => cue.project === alias.project && cue.speaks === 'against')
  }

  #allCues(): { cue: Cue; start: number; section: number }[] {
    this.#cues ??= findTerms(this.text, this.lexicon.cues, 0, this.text.length).map(({ term, start }) => ({
      cue: term,
      start,
      section: this.#sectionOf(start),
    }))
    return this.#cues
  }

  #sectionOf(offset: number): number {
    let low = 0
    let high = this.#sections.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.#sections[middle] ?? 0) <= offset) low = middle + 1
      else high = middle
    }
    return low
  }

  /**
   * `Render (RNDR)`, `$TAO / Bittensor`, `Apex SN1`: two names side by side vouch for each other. The same word twice
   * does so only when the second is a ticker in brackets: `near NEAR` says nothing, `Near (NEAR)` does.
   */
  #hasNameBeside(place: Place, alias: Alias): boolean {
    const at = this.places.indexOf(place)
    return [this.places[at - 1], this.places[at + 1]].some((other) => {
      if (!other?.hit.aliases.some(({ project }) => project === alias.project)) return false
      const [left, right] = other.hit.start < place.hit.start ? [other.hit, place.hit] : [place.hit, other.hit]
      const between = this.text.slice(left.end, right.start)
      const isSameWord = other.hit.aliases.every(({ folded }) => folded === alias.folded)
      if (isSameWord)
        return /^\s*[*_]*\s*[([]\s*[$*_]*$/.test(between) && /\p{Lu}{2}/u.test(this.text.slice(right.start, right.end))
      return between.length <= 12 && besidePattern.test(between)
    })
  }

  /** Whether the whole line or sentence is in capitals. */
  #isShouted(place: Place): boolean {
    const { hit, from, to } = place
    const around = this.text.slice(from, hit.start) + this.text.slice(hit.end, to)
    const letters = around.replace(/[^\p{L}]/gu, '')
    return letters.length >= 6 && around.replace(/[^\p{Lu}]/gu, '').length > letters.length * 0.7
  }

  /** Start of a sentence, a heading or cell in title case, or a name after a list mark or colon. */
  #capitalProvesNothing(place: Place): boolean {
    const before = this.text.slice(place.from, place.hit.start).replace(/[\s*_"“'‘([#>|~-]+$/u, '')
    if (before === '' || /[.!?:…]$/.test(before) || /^\s*(?:[-*+]|\d+[.)])?\s*(?:\[[ x]\])?$/.test(before)) return true
    const around = before + ' ' + this.text.slice(place.hit.end, place.to)
    const words = around.match(/\p{L}{4,}/gu) ?? []
    return words.length >= 2 && words.every((word) => /^\p{Lu}/u.test(word))
  }
}

/** How many pieces of evidence lie how far away. */
interface Tally {
  sentence: number
  section: number
  note: number
}

function tally(): Tally {
  return { sentence: 0, section: 0, note: 0 }
}

function reachOf(place: Place, other: { readonly start: number; readonly section: number }): keyof Tally {
  if (other.start >= place.from && other.start < place.to) return 'sentence'
  return other.section === place.section ? 'section' : 'note'
}

const besidePattern = /^(?:\s*[*_\])]*\s*[([/|,:–—-]\s*|\s+|\s*[([]\s*(?:ticker|token|aka|formerly|ex)[:\s-]*)[$*_]*$/iu
const tailPattern =
  /^(?:['’]s)?[ -](?:tokens?|coins?|tickers?|holders?|holdings?|stakers?|staking|stake|stakes|validators?|miners?|emissions?|subnets?|wallets?|bags?|maxis?|mainnet|testnet|blockchain|tokenomics|dapps?|ecosystem|foundation|airdrop|unlocks?|bulls?|bears?|intents)\b/i
const leadPattern =
  /\b(buy|buying|bought|sell|selling|sold|swap|swapped|stake|staked|staking|unstaked|hold|holding|hodl|long|short|longed|shorted|accumulate|accumulating|trim|trimmed|rotate into|rotated into|into|bags? of|exposure to|holders of|bullish on|bearish on|price of|aping into|dca into|some|more|my|your|our)\s+(?:some\s+|more\s+|my\s+|a bit of\s+)?[$*_[]*$/i
const amountBefore = /(?:^|[\s(~≈])[\d][\d.,]*\s?(?:k|m|%)?\s+[*_[]*$/i
const amountAfter = /^[*_\]]*\s*(?:[:=@|]\s*|at\s+|\bto\s+)?\$\s?\d|^[*_\]]*\s*[:|]\s*[\d.,]+\s?%?/i
const ordinaryAfter =
  /^\s+(?:the|a|an|this|that|these|those|it|its|them|my|your|his|her|their|our|each|every|any|all|real|term|future|by|me|us|you|zero|enough|certain|total|one|both|and (?:re-?render|far)|of|from|at|data|function|method|props?|time|page|calls?|api|user|users|requests?)\b|^-(?:\p{L})|^\(/iu
const ordinaryBefore =
  /(?:\b(?:to|will|can|must|should|would|could|may|might|not|cannot|then|that|which|and|or|we|you|they|i|re|pre|server|client|the|a|an|very|too|so|as|is|are|was|were|being|came|come|stood|stay|live|somewhere|from|draw|draws|drew|went)\s+|[\w]-)$/i

function sameLetters(written: string, alias: string): boolean {
  return written === alias || written.replace(/\s+/g, ' ') === alias
}

/** The sentence of a paragraph, or the whole heading, cell or list line. */
function sentenceAround(text: string, block: Block, hit: Hit): { from: number; to: number } {
  let from = block.start
  for (let offset = hit.start - 1; offset > block.start; offset--) {
    if (isSentenceEnd(text, offset - 1)) {
      from = offset
      break
    }
  }
  let to = block.end
  for (let offset = hit.end; offset < block.end; offset++) {
    if (isSentenceEnd(text, offset)) {
      to = offset + 1
      break
    }
  }
  return { from, to }
}

function isSentenceEnd(text: string, offset: number): boolean {
  const code = text.charCodeAt(offset)
  if (code === 0x3002 || code === 0xff01 || code === 0xff1f) return true
  if (code !== 46 && code !== 33 && code !== 63 && code !== 0x2026) return false
  const next = text.charCodeAt(offset + 1)
  if (next !== 32 && next !== 10 && next !== 13 && next !== 9) return false
  if (code !== 46) return true
  const word = /[\p{L}.]+$/u.exec(text.slice(Math.max(0, offset - 8), offset))?.[0] ?? ''
  return (
    !abbreviations.has(word.toLowerCase()) && !(word.length === 1 && joinsBefore(text, offset) && /\p{Lu}/u.test(word))
  )
}

const abbreviations = new Set(['e.g', 'i.e', 'vs', 'cf', 'ca', 'approx', 'etc', 'no', 'st', 'mr', 'dr', 'fig', 'inc'])
