/**
 * AssemblyScript, compiled to WebAssembly by the build: finds the words of a text that may begin a name, 64 bytes at a
 * time. `core/recognition/firstWords.ts` calls it, says what the words are, and does the same in JavaScript where there
 * is no SIMD. Both have to give the same words.
 */

/** Where the host puts things: the filters, then the text between two pads, then the words that come out. */
export const filters: usize = 1024
export const filterBytes: usize = 1 << 15
export const text: usize = filters + 2 * filterBytes + 64
/** UTF-16 code units of text in one call: at most 3 bytes each. */
export const unitsAtOnce: usize = 1 << 16
export const words: usize = text + 3 * unitsAtOnce + 128

/** A bit for each of 16 bytes that is an ASCII letter or digit. */
function wordBits(bytes: v128): u64 {
  const letters = i8x16.lt_u(i8x16.sub(v128.or(bytes, i8x16.splat(0x20)), i8x16.splat(0x61)), i8x16.splat(26))
  const digits = i8x16.lt_u(i8x16.sub(bytes, i8x16.splat(0x30)), i8x16.splat(10))
  return <u64>(<u32>i8x16.bitmask(v128.or(letters, digits)))
}

/** A bit for each of 16 bytes that begins a character in UTF-8. */
function leadBits(bytes: v128): u64 {
  return <u64>(<u32>i8x16.bitmask(i8x16.gt_s(bytes, i8x16.splat(-65))))
}

/** A bit for each of 16 bytes that begins a character of two UTF-16 code units. */
function pairBits(bytes: v128): u64 {
  return <u64>(<u32>i8x16.bitmask(i8x16.ge_u(bytes, i8x16.splat(-16))))
}

/**
 * Writes start and end of each word that the filter lets through, in UTF-16 code units, and returns their number.
 * `length` is the text's in bytes of UTF-8; at least 64 zero bytes stand before and behind it.
 */
export function scan(filter: usize, length: u32): u32 {
  let out = words
  /** Whether the byte before the current 64 belongs to a word. */
  let carry: u64 = 0
  let openAt: u32 = 0
  let openUnits: u32 = 0
  /** Code units before the current 64 bytes. */
  let units: u32 = 0
  for (let offset: u32 = 0; offset <= length; offset += 64) {
    const at = text + offset
    const a = v128.load(at)
    const b = v128.load(at, 16)
    const c = v128.load(at, 32)
    const d = v128.load(at, 48)
    const isWord = wordBits(a) | (wordBits(b) << 16) | (wordBits(c) << 32) | (wordBits(d) << 48)
    const isAscii = !v128.any_true(v128.and(v128.or(v128.or(a, b), v128.or(c, d)), i8x16.splat(-128)))
    let leads: u64 = -1
    let pairs: u64 = 0
    if (!isAscii) {
      leads = leadBits(a) | (leadBits(b) << 16) | (leadBits(c) << 32) | (leadBits(d) << 48)
      pairs = pairBits(a) | (pairBits(b) << 16) | (pairBits(c) << 32) | (pairBits(d) << 48)
    }
    const before = (isWord << 1) | carry
    let starts = isWord & ~before
    let ends = ~isWord & before
    let isOpen = carry != 0
    carry = isWord >> 63
    while (ends != 0) {
      const end = ctz(ends)
      ends &= ends - 1
      let start = openAt
      let startUnits = openUnits
      if (isOpen) isOpen = false
      else {
        const first = ctz(starts)
        starts &= starts - 1
        start = offset + <u32>first
        startUnits = units + unitsBelow(first, leads, pairs, isAscii)
      }
      const size = offset + <u32>end - start
      const head = (load<u32>(text + start) | 0x20202020) & select<u32>(((<u32>1) << (size << 3)) - 1, -1, size < 4)
      const tail = (<u32>load<u8>(at + <usize>end - 1)) | 0x20
      const word = head * 0x9e3779b1 + tail * 0xc2b2ae3d + size * 0x27d4eb2f
      // Both are looked up, since a branch that is hard to foresee costs more; words that begin longer terms are rare.
      if ((bitAt(filter, word) | bitAt(filter, withFollower(word, 1))) == 0) continue
      if (!isIn(filter, word) && !isIn(filter, withFollower(word, followerAt(at + <usize>end)))) continue
      store<u32>(out, startUnits)
      store<u32>(out, units + unitsBelow(end, leads, pairs, isAscii), 4)
      out += 8
    }
    if (starts != 0) {
      const first = ctz(starts)
      openAt = offset + <u32>first
      openUnits = units + unitsBelow(first, leads, pairs, isAscii)
    }
    units += isAscii ? 64 : <u32>popcnt(leads) + <u32>popcnt(pairs)
  }
  return <u32>((out - words) >>> 3)
}

/** The first letter of the word that follows behind one character, 1 for what may be more, 0 for punctuation. */
function followerAt(wordEnd: usize): u32 {
  const next = <u32>load<u8>(wordEnd, 1)
  if ((next | 0x20) - 0x61 < 26 || next - 0x30 < 10) return next | 0x20
  return select<u32>(1, 0, next <= 0x20 || next == 0x3e || next >= 0x80)
}

function withFollower(mixed: u32, follower: u32): u32 {
  return mixed + follower * 0x85ebca6b
}

/** Whether the filter has both bits of a hash: one alone, with thousands of names, lets too much through. */
function isIn(filter: usize, mixed: u32): bool {
  return (bitAt(filter, mixed) & bitAt(filter, mixed * 0x2545f491)) != 0
}

function bitAt(filter: usize, mixed: u32): u32 {
  const bit = mixed >>> 14
  return ((<u32>load<u8>(filter + (bit >>> 3))) >>> (bit & 7)) & 1
}

/** Code units of the 64 bytes that stand before one of them. */
function unitsBelow(index: u64, leads: u64, pairs: u64, isAscii: bool): u32 {
  if (isAscii) return <u32>index
  const below = ((<u64>1) << index) - 1
  return <u32>popcnt(leads & below) + <u32>popcnt(pairs & below)
}
