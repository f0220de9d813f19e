/**
 * The first words of terms, and where a text has words that may be one of them. A filter of hashes lets nearly no other
 * word through. A long text is searched by a WebAssembly kernel (`src/kernel/words.ts`), a short one, and any where
 * there is no SIMD, by the same in JavaScript.
 */
import kernelBytes from 'word-kernel'
import { firstWordLength, isAsciiWord } from './words'

const filterBits = 18

export interface FirstWords {
  /** A bit for each hash of a word of ASCII letters and digits, or of one with what follows it. */
  readonly filter: Uint8Array
  /** The other characters that terms begin with: such a character is a first word too. */
  readonly others: ReadonlySet<string>
  /** Finds those. */
  readonly otherCharacters: RegExp | undefined
}

/** How some terms begin: what is put into a filter, and their first characters where those are other ones. */
export interface Beginnings {
  readonly bits: readonly number[]
  readonly others: readonly string[]
}

/** Of folded terms: the first word of each is a run of ASCII letters and digits, or one other character. */
export function beginningsOf(terms: Iterable<string>): Beginnings {
  const bits: number[] = []
  const others: string[] = []
  const add = (mixed: number) => bits.push(bitOf(mixed), bitOf(again(mixed)))
  for (const term of terms) {
    if (!isAsciiWord(term.charCodeAt(0))) {
      others.push(term.charAt(0))
      continue
    }
    const end = firstWordLength(term)
    const word = mixOf(term, 0, end)
    const follower = term.charCodeAt(end) === 32 ? followerOf(term, end, term.length) : otherFollower
    if (follower === otherFollower) add(word)
    else {
      // `the graph`: hardly any `the` has to be looked at. What the space stands for in a text may be longer.
      add(withFollower(word, follower))
      add(withFollower(word, otherFollower))
    }
  }
  return { bits, others }
}

/** Of lists of terms, and of those that are compiled already. */
export function compileFirstWords(lists: readonly Beginnings[], compiled = noFirstWords): FirstWords {
  const filter = compiled.filter.slice()
  for (const { bits } of lists) for (const bit of bits) filter[bit >>> 3] = (filter[bit >>> 3] ?? 0) | (1 << (bit & 7))
  const others = new Set([...compiled.others, ...lists.flatMap((list) => list.others)])
  if (others.size === compiled.others.size) return { ...compiled, filter }
  const escaped = [...others].map((character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`)
  return { filter, others, otherCharacters: new RegExp(`[${escaped.join('')}]`, 'g') }
}

const noFirstWords: FirstWords = {
  filter: new Uint8Array(1 << (filterBits - 3)),
  others: new Set(),
  otherCharacters: undefined,
}

/** Of the word at [start, end): its first four letters, its last one and its length. */
function mixOf(text: string, start: number, end: number): number {
  const size = end - start
  let head = 0
  for (let index = 0; index < 4 && index < size; index++) head |= (text.charCodeAt(start + index) | 32) << (8 * index)
  return mix(head, text.charCodeAt(end - 1) | 32, size)
}

function mix(head: number, tail: number, size: number): number {
  return (Math.imul(head, 0x9e3779b1) + Math.imul(tail, 0xc2b2ae3d) + Math.imul(size, 0x27d4eb2f)) | 0
}

/** What may be more than one character between two words, and so is to be looked at. */
const otherFollower = 1

/** Punctuation, which no word of a term follows. */
const noFollower = 0

/** The first letter of the word that follows behind one character. */
function followerOf(text: string, wordEnd: number, to: number): number {
  const next = wordEnd + 1 < to && text.charCodeAt(wordEnd) < 128 ? text.charCodeAt(wordEnd + 1) : 0
  if (isAsciiWord(next)) return next | 32
  return next <= 32 || next === quoteMark || next >= 128 ? otherFollower : noFollower
}

/** `>`, at the start of the lines of a quote. */
const quoteMark = 62

function withFollower(mixed: number, follower: number): number {
  return (mixed + Math.imul(follower, 0x85ebca6b)) | 0
}

/** For a second bit: one alone, with thousands of names, lets too much through. */
function again(mixed: number): number {
  return Math.imul(mixed, 0x2545f491)
}

function bitOf(mixed: number): number {
  return mixed >>> (32 - filterBits)
}

/**
 * Calls `at(start, end)` for each word of `text` in [from, to) that may be a first word; `at` answers where to go on,
 * and must not scan itself. Offsets are UTF-16 code units.
 */
export function scanWords(
  text: string,
  firstWords: FirstWords,
  from: number,
  to: number,
  at: (start: number, end: number) => number,
): void {
  const kernel = to - from < shortText ? undefined : theKernel()
  let next = from
  const found = (start: number, end: number) => {
    if (start >= next) next = at(start, end)
  }
  const { filter, otherCharacters } = firstWords
  const visit = otherCharacters ? withOthers(text, otherCharacters, from, to, found) : found
  if (kernel) kernel.scan(text, filter, from, to, visit)
  else scanPlain(text, filter, from, to, visit)
  if (visit !== found) visit(to, to)
}

/** A text below this length is searched faster than it is handed over. */
const shortText = 400

/** Tells of the other characters in their order among the words. The end of the text is no word. */
function withOthers(
  text: string,
  characters: RegExp,
  from: number,
  to: number,
  found: (start: number, end: number) => void,
): (start: number, end: number) => void {
  const search = () => characters.exec(text)?.index ?? Infinity
  characters.lastIndex = from
  let other = search()
  return (start, end) => {
    while (other < start && other < to) {
      const resumed = other + 1
      found(other, resumed)
      characters.lastIndex = resumed
      other = search()
    }
    if (start < to) found(start, end)
  }
}

/** What the kernel does, in JavaScript. */
export function scanPlain(
  text: string,
  filter: Uint8Array,
  from: number,
  to: number,
  found: (start: number, end: number) => void,
): void {
  let offset = from
  while (offset < to) {
    const code = text.charCodeAt(offset)
    if (!isAsciiWord(code)) {
      offset++
      continue
    }
    const start = offset
    let head = code | 32
    let last = code
    for (let next = 0; ++offset < to && isAsciiWord((next = text.charCodeAt(offset))); last = next) {
      if (offset - start < 4) head |= (next | 32) << (8 * (offset - start))
    }
    const word = mix(head, last | 32, offset - start)
    if (
      isIn(filter, word) ||
      (isIn(filter, withFollower(word, otherFollower)) &&
        isIn(filter, withFollower(word, followerOf(text, offset, to))))
    ) {
      found(start, offset)
    }
  }
}

function isIn(filter: Uint8Array, mixed: number): boolean {
  return hasBit(filter, bitOf(mixed)) && hasBit(filter, bitOf(again(mixed)))
}

function hasBit(filter: Uint8Array, bit: number): boolean {
  return (((filter[bit >>> 3] ?? 0) >>> (bit & 7)) & 1) === 1
}

/** What this file uses of the platform beside the language; VS Code has it on the desktop and in the browser. */
interface Platform {
  readonly TextEncoder: new () => { encodeInto(text: string, into: Uint8Array): { read: number; written: number } }
  readonly WebAssembly?: {
    readonly Memory: new (size: { initial: number }) => { readonly buffer: ArrayBuffer }
    readonly Module: new (bytes: Uint8Array) => object
    readonly Instance: new (module: object, imports: object) => { readonly exports: unknown }
  }
}

interface KernelExports {
  /** Addresses, as WebAssembly globals. */
  readonly filters: { readonly value: number }
  readonly filterBytes: { readonly value: number }
  readonly text: { readonly value: number }
  readonly words: { readonly value: number }
  readonly unitsAtOnce: { readonly value: number }
  /** Returns how many pairs of start and end it has written. */
  readonly scan: (filter: number, length: number) => number
}

const { TextEncoder, WebAssembly } = globalThis as unknown as Platform

class Kernel {
  readonly #encoder = new TextEncoder()
  readonly #exports: KernelExports
  readonly #bytes: Uint8Array
  readonly #words: Uint32Array
  /** The filters in the kernel's memory, the one used last in front. */
  #filters: { readonly address: number; filter: Uint8Array | undefined }[]

  constructor(platform: NonNullable<Platform['WebAssembly']>) {
    const memory = new platform.Memory({ initial: 16 })
    const instance = new platform.Instance(new platform.Module(kernelBytes), { env: { memory } })
    this.#exports = instance.exports as KernelExports
    this.#bytes = new Uint8Array(memory.buffer)
    this.#words = new Uint32Array(memory.buffer, this.#exports.words.value)
    const { filters, filterBytes } = this.#exports
    this.#filters = [0, 1].map((index) => ({ address: filters.value + index * filterBytes.value, filter: undefined }))
  }

  scan(text: string, filter: Uint8Array, from: number, to: number, found: (start: number, end: number) => void): void {
    const address = this.#addressOf(filter)
    const words = this.#words
    for (let start = from; start < to;) {
      const end = cutBetweenWords(text, start, Math.min(to, start + this.#exports.unitsAtOnce.value))
      const count = 2 * this.#exports.scan(address, this.#load(text.slice(start, end)))
      for (let index = 0; index < count; index += 2) {
        found(start + (words[index] ?? 0), start + (words[index + 1] ?? 0))
      }
      start = end
    }
  }

  /** Puts text into the kernel's memory and returns its length in bytes. */
  #load(text: string): number {
    const start = this.#exports.text.value
    const { written } = this.#encoder.encodeInto(text, this.#bytes.subarray(start, this.#exports.words.value - 128))
    this.#bytes.fill(0, start + written, start + written + 128)
    return written
  }

  #addressOf(filter: Uint8Array): number {
    const [first, second] = this.#filters
    if (!first || !second) throw new Error('the kernel holds two filters')
    if (first.filter === filter) return first.address
    this.#filters = [second, first]
    if (second.filter !== filter) {
      this.#bytes.set(filter, second.address)
      second.filter = filter
    }
    return second.address
  }
}

/** A place at or before `end` where no word is cut in two; in a word without end, `end`. */
function cutBetweenWords(text: string, start: number, end: number): number {
  if (end === text.length) return end
  for (let cut = end; cut > Math.max(start, end - 1000); cut--) {
    const code = text.charCodeAt(cut - 1)
    // Between the halves of a surrogate pair is no place either, nor before the word that follows another.
    if (!isAsciiWord(code) && code !== 32 && (code & 0xfc00) !== 0xd800) return cut
  }
  return end
}

let kernel: Kernel | undefined
let isKernelTried = false

function theKernel(): Kernel | undefined {
  if (isKernelTried) return kernel
  isKernelTried = true
  try {
    kernel = WebAssembly && new Kernel(WebAssembly)
  } catch {
    // An engine without SIMD, or a page that forbids WebAssembly: JavaScript does the same, more slowly.
  }
  return kernel
}
