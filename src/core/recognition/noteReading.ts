/**
 * A note that is read while it changes: it keeps its text as passages, and after an edit reads only the few around it
 * again. What comes out is what reading the whole text anew would give.
 */
import type { Mention } from './findMentions'
import type { Alias, Lexicon } from './lexicon'
import { findHits, type Hit } from './matcher'
import { cutPassages, Passage } from './passage'
import { frontMatterEnd, frontMatterLimit, startProse, type Prose } from './prose'
import { NoteSenses, Section } from './senses'
import type { Evidence } from './weights'

/** A replaced range of a text. Offsets are UTF-16 code units. */
export interface Edit {
  readonly start: number
  readonly end: number
  readonly text: string
}

/** Text that is not read yet, between passages that are. */
class Unread {
  constructor(
    readonly text: string,
    /** Whether a block surely begins where it begins. */
    readonly startsBlock: boolean,
  ) {}
}

type Piece = Passage | Unread

/** A stretch of pieces that is being read. */
interface Portion {
  readonly from: number
  /** The first unread piece in it. */
  readonly unread: number
  readonly to: number
  /** The text of the pieces, or as much as is read in one go. */
  readonly text: string
  readonly hits: readonly Hit[]
  readonly parsing: { readonly advance: () => Prose | undefined }
}

/** So many code units are read in one go, and more only for a block that is longer. */
const portionLength = 32_768

export class NoteReading {
  readonly #pieces: Piece[]
  readonly #senses: NoteSenses
  #portion: Portion | undefined
  /** How much to read at least: grows while a block does not end within it. */
  #leastLength = 0
  /** No piece before this one is unread. */
  #readUpTo = 0
  #isDone = false
  readonly #preamble = new Section()

  constructor(
    readonly lexicon: Lexicon,
    text: string,
  ) {
    this.#pieces = [new Unread(text, true)]
    this.#senses = new NoteSenses(lexicon)
  }

  /** Of the text, in UTF-16 code units. */
  get length(): number {
    return this.#lengthOf(0, this.#pieces.length)
  }

  /** Replaces ranges of the text. They count from the text before and do not overlap, as those of an editor's change. */
  edit(edits: readonly Edit[]): void {
    if (edits.length === 0) return
    this.#portion = undefined
    this.#leastLength = 0
    this.#isDone = false
    for (const edit of [...edits].sort((a, b) => b.start - a.start || b.end - a.end)) this.#replace(edit)
  }

  /**
   * Reads what is not read. Stops when `shouldPause()` says so, which it is asked after each small step, and returns
   * whether all is done.
   */
  work(shouldPause: () => boolean = () => false): boolean {
    while (!this.#isDone) {
      this.#portion ??= this.#nextPortion()
      if (this.#portion) this.#read(this.#portion)
      else this.#isDone = this.#senses.settle(shouldPause)
      if (shouldPause()) break
    }
    return this.#isDone
  }

  /** All mentions, in order. Finishes what is left of the work. */
  mentions(): Mention[] {
    this.work()
    const mentions: Mention[] = []
    let offset = 0
    let section = 0
    for (const piece of this.#pieces) {
      if (piece instanceof Unread) continue
      if (piece.opensSection) section++
      for (const { place, alias, confidence, reasons } of this.#senses.sensesOf(piece)) {
        mentions.push({
          start: offset + place.start,
          end: offset + place.end,
          text: piece.text.slice(place.start, place.end),
          project: alias.project,
          confidence,
          reasons,
          section,
        })
      }
      offset += piece.text.length
    }
    return mentions
  }

  /** All readings of all names, right or wrong, with their evidence: what weights are learned from. */
  evidence(): { start: number; end: number; alias: Alias; score: number; evidence: readonly Evidence[] }[] {
    this.work()
    let offset = 0
    return this.#pieces.flatMap((piece) => {
      const base = offset
      offset += piece.text.length
      if (piece instanceof Unread) return []
      return this.#senses
        .evidenceOf(piece)
        .map(({ place, ...rest }) => ({ start: base + place.start, end: base + place.end, ...rest }))
    })
  }

  #replace({ start, end, text }: Edit): void {
    let first = 0
    let before = 0
    while (first < this.#pieces.length - 1 && before + this.#lengthAt(first) <= start) before += this.#lengthAt(first++)
    let last = first
    let after = before + this.#lengthAt(last)
    while (last < this.#pieces.length - 1 && after < end) after += this.#lengthAt(++last)
    if (start < frontMatterLimit && first > 0 && isFrontMatterOpen(this.#textOf(0, first))) {
      first = 0
      before = 0
    }
    const old = this.#textOf(first, last + 1)
    const changed = new Unread(old.slice(0, start - before) + text + old.slice(end - before), first === 0)
    this.#put(first, last + 1, [], changed)
    // A long block that takes a key is mostly still one block.
    if (text.length < portionLength) this.#leastLength = changed.text.length
  }

  #lengthAt(index: number): number {
    return this.#pieces[index]?.text.length ?? 0
  }

  #textOf(from: number, to: number): string {
    let text = ''
    for (let index = from; index < to; index++) text += this.#pieces[index]?.text ?? ''
    return text
  }

  /** The first unread piece with the one before it, whose end it may change, and with one behind it that is read. */
  #nextPortion(): Portion | undefined {
    let unread = this.#readUpTo
    while (unread < this.#pieces.length && this.#pieces[unread] instanceof Passage) unread++
    this.#readUpTo = unread
    const piece = this.#pieces[unread]
    if (!(piece instanceof Unread)) return undefined
    const from = piece.startsBlock || unread === 0 ? unread : unread - 1
    let to = unread + 1
    while (to < this.#pieces.length && this.#pieces[to - 1] instanceof Unread) to++
    let least = this.#leastLength
    if (from === 0 && isFrontMatterOpen(this.#textOf(0, to))) least = Math.max(least, frontMatterLimit)
    for (let length = this.#lengthOf(from, to); to < this.#pieces.length && length < least; to++) {
      length += this.#lengthAt(to)
    }
    const whole = this.#textOf(from, to)
    const limit = Math.max(portionLength, least)
    const lineEnd = whole.length > limit ? whole.indexOf('\n', limit) : -1
    const text = lineEnd === -1 ? whole : whole.slice(0, lineEnd + 1)
    const hits = findHits(text, this.lexicon)
    return { from, unread, to, text, hits, parsing: startProse(text, hits, from === 0) }
  }

  /** One step of reading a portion; after the last its passages take the place of its pieces. */
  #read({ from, unread, to, text, hits, parsing }: Portion): void {
    const prose = parsing.advance()
    if (!prose) return
    this.#portion = undefined
    const { tops } = prose
    // A passage behind all that is unread stays as it is, with all that follow, if a block begins where it begins.
    const known = this.#passagesBehindUnread(from, to)
    const joint = tops.find(({ start }) => known.has(start))
    const isAll = to === this.#pieces.length && text.length === this.#lengthOf(from, to)
    if (joint || isAll) {
      const passages = cutPassages(text, hits, prose, this.lexicon, joint?.start)
      this.#put(from, joint ? (known.get(joint.start) ?? to) : to, passages)
      return
    }
    // The last block may go on behind the portion.
    const last = tops.at(-1)?.start ?? 0
    if (last > this.#lengthOf(from, unread)) {
      const rest = new Unread(this.#textOf(from, to).slice(last), true)
      this.#put(from, to, cutPassages(text, hits, prose, this.lexicon, last), rest)
    } else this.#leastLength = 2 * Math.max(portionLength, text.length)
  }

  /** By offset in the portion, the index of each. */
  #passagesBehindUnread(from: number, to: number): ReadonlyMap<number, number> {
    const starts = new Map<number, number>()
    let offset = 0
    for (let index = from; index < to; index++) {
      const piece = this.#pieces[index]
      if (piece instanceof Unread) starts.clear()
      else starts.set(offset, index)
      offset += this.#lengthAt(index)
    }
    return starts
  }

  #lengthOf(from: number, to: number): number {
    let length = 0
    for (let index = from; index < to; index++) length += this.#lengthAt(index)
    return length
  }

  /** Puts passages, and what is unread behind them, in the place of pieces. */
  #put(from: number, to: number, passages: readonly Passage[], rest?: Unread): void {
    this.#leastLength = 0
    this.#readUpTo = Math.min(this.#readUpTo, from)
    const old = this.#pieces.slice(from, to)
    // What was read again only because it is beside an edit is mostly what it was.
    const [first] = old
    const isFirstKept =
      first instanceof Passage && passages[0]?.text === first.text && passages[0].opensSection === first.opensSection
    const added = isFirstKept ? [first, ...passages.slice(1)] : passages
    for (const piece of isFirstKept ? old.slice(1) : old) if (piece instanceof Passage) this.#senses.remove(piece)
    // In place: a copy of the list for each portion would make reading a long note quadratic.
    this.#pieces.splice(from, to - from, ...added, ...(rest ? [rest] : []))
    if (!rest || passages.length > 0) this.#assignSections(from)
  }

  /** Gives each passage from an index on its section, up to the first that has the right one already. */
  #assignSections(from: number): void {
    const before = this.#pieces[from - 1]
    let section = (before instanceof Passage ? this.#senses.sectionOf(before) : undefined) ?? this.#preamble
    for (let index = from; index < this.#pieces.length; index++) {
      const piece = this.#pieces[index]
      if (!(piece instanceof Passage)) return
      const current = this.#senses.sectionOf(piece)
      if (piece.opensSection) section = current ?? new Section()
      if (!current) this.#senses.add(piece, section)
      else if (current !== section) this.#senses.move(piece, section)
      else if (index > from) return
    }
  }
}

/** Whether a note begins like front matter that nothing closes in what there is of it. */
function isFrontMatterOpen(text: string): boolean {
  return text.startsWith('---') && frontMatterEnd(text) === 0
}
