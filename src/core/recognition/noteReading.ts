/**
 * A note that is read while it changes: it keeps its text as passages, and after an edit reads only the few around it
 * again. What comes out is what reading the whole text anew would give.
 */
import type { Mention } from './findMentions'
import type { Lexicon } from './lexicon'
import { Section } from './lessons'
import { findHits } from './matcher'
import { cutPassages, Passage } from './passage'
import { frontMatterEnd, frontMatterLimit, sealedEnd, sealOf, startProse, type Seal } from './prose'
import { NoteSenses } from './senses'
import type { Weighed } from './weighing'

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

/** So many code units are read in one go, and more only for a block that is longer. */
const portionLength = 32_768

export class NoteReading {
  readonly #pieces: Piece[]
  readonly #senses: NoteSenses
  /** What is left to do, given up for another after an edit. All that is lasting it does between two steps. */
  #steps: Generator<undefined, void> | undefined
  #isDone = false
  /** How much to read at least: grows while a block does not end within it. */
  #leastLength = 0
  /** No piece before this one is unread. */
  #readUpTo = 0
  /** Passages that are no longer in the note but still count. */
  readonly #gone = new Set<Passage>()
  /** Indices of passages that may be in a wrong section; those behind may be too, up to the first that is not. */
  #misplaced = { from: Infinity, to: 0 }
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
    this.#steps = undefined
    this.#leastLength = 0
    this.#isDone = false
    for (const edit of [...edits].sort((a, b) => b.start - a.start || b.end - a.end)) this.#replace(edit)
  }

  /**
   * Reads what is not read. Stops when `shouldPause()` says so, which it is asked after each small step, and returns
   * whether all is done.
   */
  work(shouldPause: () => boolean = () => false): boolean {
    this.#steps ??= this.#readAll()
    while (!this.#isDone) {
      this.#isDone = this.#steps.next().done === true
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
  weighed(): (Weighed & { readonly start: number; readonly end: number })[] {
    this.work()
    let offset = 0
    return this.#pieces.flatMap((piece) => {
      const base = offset
      offset += piece.text.length
      if (piece instanceof Unread) return []
      return this.#senses
        .weighedOf(piece)
        .map((weighed) => ({ ...weighed, start: base + weighed.place.start, end: base + weighed.place.end }))
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
    const piece = this.#pieces[first]
    // That a sealed block begins there only its first line can change.
    const startsBlock = piece instanceof Passage || piece?.startsBlock === true
    const isSealed = startsBlock && sealOf(old.slice(0, start - before)) !== undefined
    const changed = new Unread(old.slice(0, start - before) + text + old.slice(end - before), first === 0 || isSealed)
    this.#put(first, last + 1, [], changed)
    // A long block that takes a key is mostly still one block.
    if (text.length < portionLength && !sealOf(old)) this.#leastLength = changed.text.length
  }

  #lengthAt(index: number): number {
    return this.#pieces[index]?.text.length ?? 0
  }

  #textOf(from: number, to: number): string {
    let text = ''
    for (let index = from; index < to; index++) text += this.#pieces[index]?.text ?? ''
    return text
  }

  *#readAll(): Generator<undefined, void> {
    for (;;) {
      yield* this.#forgetGone()
      yield* this.#assignSections()
      let unread = this.#readUpTo
      while (unread < this.#pieces.length && this.#pieces[unread] instanceof Passage) unread++
      this.#readUpTo = unread
      const piece = this.#pieces[unread]
      if (!(piece instanceof Unread)) break
      const seal = piece.startsBlock ? sealOf(piece.text) : undefined
      if (seal) yield* this.#readSealed(unread, seal)
      else yield* this.#readPortion(piece.startsBlock || unread === 0 ? unread : unread - 1, unread)
      yield
    }
    yield* this.#senses.settle()
  }

  /** Code, a comment or math, however long it is: its end is looked for, and nothing in it is parsed. */
  *#readSealed(unread: number, seal: Seal): Generator<undefined, void> {
    let text = ''
    /** Begins at the end of a piece from which an edit took the end of its last line. */
    let unfinished = ''
    let end = -1
    let to = unread
    for (; end === -1 && to < this.#pieces.length; to++) {
      const piece = this.#textOf(to, to + 1)
      const lines = unfinished + piece
      const whole = to === this.#pieces.length - 1 ? lines : lines.slice(0, lines.lastIndexOf('\n') + 1)
      const found = sealedEnd(whole, seal, to === unread ? seal.from : 0)
      if (found !== -1) end = text.length - unfinished.length + found
      unfinished = lines.slice(whole.length)
      text += piece
      yield
    }
    if (end === -1) end = text.length
    const rest = end < text.length ? new Unread(text.slice(end), true) : undefined
    this.#put(unread, to, [new Passage(text.slice(0, end), false, [], [])], rest)
  }

  /** Reads an unread piece with the one before it, whose end it may change, and with one behind it that is read. */
  *#readPortion(from: number, unread: number): Generator<undefined, void> {
    const isStart = from === 0 && isFrontMatterOpen(this.#textOf(0, unread + 1).slice(0, frontMatterLimit))
    const least = Math.max(this.#leastLength, isStart ? frontMatterLimit : 0)
    const limit = Math.max(portionLength, least)
    let to = from
    let length = 0
    const isWanted = () => length <= limit && (length < least || this.#pieces[to - 1] instanceof Unread)
    // What is unread is among it, however long the piece before it is.
    while (to < this.#pieces.length && (to <= unread || isWanted())) length += this.#lengthAt(to++)
    // The last piece may be long: nothing of it is copied that is not read now.
    const head = this.#textOf(from, to - 1)
    const tail = this.#textOf(to - 1, to)
    const lineEnd = length > limit ? tail.indexOf('\n', limit - head.length) : -1
    const isWhole = lineEnd === -1 || lineEnd === tail.length - 1
    const text = head + (isWhole ? tail : tail.slice(0, lineEnd + 1))
    const hits = findHits(text, this.lexicon)
    yield
    const parsing = startProse(text, hits, from === 0)
    let prose = parsing.advance()
    for (; !prose; prose = parsing.advance()) yield
    const { tops } = prose
    // A passage behind all that is unread stays as it is, with all that follow, if a block begins where it begins.
    const known = this.#passagesBehindUnread(from, to)
    const joint = tops.find(({ start }) => known.has(start))
    const isAll = to === this.#pieces.length && isWhole
    if (joint || isAll) {
      const passages = yield* cutPassages(text, hits, prose, this.lexicon, joint?.start)
      this.#put(from, joint ? (known.get(joint.start) ?? to) : to, passages)
      return
    }
    // The last block may go on behind the portion.
    const last = tops.at(-1)?.start ?? 0
    if (last > 0 && last >= this.#lengthOf(from, unread)) {
      const passages = yield* cutPassages(text, hits, prose, this.lexicon, last)
      const rest = last < head.length ? head.slice(last) + tail : tail.slice(last - head.length)
      this.#put(from, to, passages, new Unread(rest, true))
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
    const added = [...(isFirstKept ? [first, ...passages.slice(1)] : passages), ...(rest ? [rest] : [])]
    for (const piece of isFirstKept ? old.slice(1) : old) if (piece instanceof Passage) this.#gone.add(piece)
    // In place: a copy of the list for each portion would make reading a long note quadratic.
    this.#pieces.splice(from, to - from, ...added)
    const end = this.#misplaced.to > to ? this.#misplaced.to + added.length - (to - from) : 0
    this.#misplaced = { from: Math.min(this.#misplaced.from, from), to: Math.max(end, from + added.length) }
  }

  *#forgetGone(): Generator<undefined, void> {
    for (const passage of this.#gone) {
      this.#gone.delete(passage)
      this.#senses.remove(passage)
      yield
    }
  }

  /** Gives each passage that may be misplaced its section. Those behind what is unread have to wait until it is read. */
  *#assignSections(): Generator<undefined, void> {
    const { from, to } = this.#misplaced
    const before = this.#pieces[from - 1]
    let section = (before instanceof Passage ? this.#senses.sectionOf(before) : undefined) ?? this.#preamble
    for (let index = from; index < this.#pieces.length; index++) {
      this.#misplaced = { from: index, to: Math.max(to, index + 1) }
      const piece = this.#pieces[index]
      if (!(piece instanceof Passage)) return
      const current = this.#senses.sectionOf(piece)
      if (piece.opensSection) section = current ?? new Section()
      if (!current) this.#senses.add(piece, section)
      else if (current !== section) this.#senses.move(piece, section)
      else if (index >= to) break
      else continue
      yield
    }
    this.#misplaced = { from: Infinity, to: 0 }
  }
}

/** Whether a note begins like front matter that nothing closes in what there is of it. */
function isFrontMatterOpen(text: string): boolean {
  return text.startsWith('---') && frontMatterEnd(text) === 0
}
