/** What a word is, for names in running text: the one definition that matching and evidence share. */

/** A character that makes a name part of a longer word: Latin, Greek and Cyrillic letters, digits, marks. */
const joining = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{N}\p{M}]/u

const asciiWord = new Uint8Array(128)
for (const character of 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789') {
  asciiWord[character.charCodeAt(0)] = 1
}

/** Whether a UTF-16 code unit is an ASCII letter or digit. */
export function isAsciiWord(code: number): boolean {
  return code < 128 && asciiWord[code] === 1
}

/**
 * Whether the character before `start` makes the word there longer. CJK characters do not: names stand between them
 * without spaces. An underscore does only inside a word; at its edge it is emphasis.
 */
export function joinsBefore(text: string, start: number): boolean {
  return isJoining(text, text.charCodeAt(start - 1) === 95 ? start - 2 : start - 1)
}

/** Whether the character at `end`, behind a word, makes it longer. */
export function joinsAfter(text: string, end: number): boolean {
  return isJoining(text, text.charCodeAt(end) === 95 ? end + 1 : end)
}

function isJoining(text: string, offset: number): boolean {
  if (offset < 0 || offset >= text.length) return false
  const code = text.charCodeAt(offset)
  return code < 128 ? isAsciiWord(code) : joining.test(String.fromCharCode(code))
}

/** ASCII letters to lower case, typographic hyphens to plain ones, all else as it is: length and offsets never change. */
export function foldCode(code: number): number {
  if (code >= 65 && code <= 90) return code + 32
  return code === 0x2010 || code === 0x2011 ? 45 : code
}

export function fold(text: string): string {
  // Nearly all names are ASCII, where this is the same and costs nothing.
  return ascii.test(text) ? text.toLowerCase() : text.replace(/[A-Z]+/g, (capitals) => capitals.toLowerCase())
}

const ascii = /^[\0-\x7f]*$/

/** The unit that names are looked up by: the ASCII letters and digits that a text starts with, or its first character. */
export function firstWordLength(text: string): number {
  let length = 0
  while (length < text.length && isAsciiWord(text.charCodeAt(length))) length++
  return length === 0 ? 1 : length
}
