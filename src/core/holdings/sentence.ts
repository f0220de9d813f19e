/**
 * Sentences of a portfolio that say what is held: `I hold 2,200 FET and 40 TAO`, `About 40% of my bag is NEAR`. Only
 * these two forms are read; one that goes on in a way that is not understood is a doubt.
 */
import { plainName, type AssetNames } from './assetNames'
import { readHoldingLine } from './line'
import type { Place } from './place'
import type { Doubt, Statement } from './statement'

const bag = '(?:bags?|portfolio|holdings|stack|coins|crypto|allocation|money)'
const opening = new RegExp(
  `(?<![\\p{L}\\d])(?:(?:I|[Ww]e)\\s+(?:(?:still|now|currently|also)\\s+)?(?:hold|own)\\s+|(?<share>\\d[\\d.,]*\\s?%)\\s+of\\s+(?:my|our)\\s+(?:\\p{L}+\\s+)?${bag}\\s+(?:is|are|sits|lies)\\s+(?:(?:in|on)\\s+)?)`,
  'gu',
)

/** A quick look: whether a text may hold such a sentence. */
export const mayHoldInSentence = /(?:\bI|\b[Ww]e)\s+(?:\p{L}+\s+)?(?:hold|own)\s|%\s+of\s+(?:my|our)\s/u

/** What makes a sentence a wish, a memory, somebody else's words. */
const notSo =
  /(?<!\p{L})(?:if|when|once|until|unless|whether|would|should|could|might|wish|imagine|suppose|used to|never|not)(?!\p{L})|["“„«]/iu

/** What may follow a holding without making it another thing: `40 TAO staked`, `40 TAO in a cold wallet`. */
const goesOn =
  /^(?:$|[.,;:!?()–—-]|(?:tokens?|coins?|and|but|or|in|on|at|with|since|as|for|from|now|today|so|which|that|because|staked|liquid|too|each)(?!\p{L}))/u
const another = /^(?:\s*tokens?|\s*coins?)?(?:\s*,\s*(?:and\s+)?|\s*and\s+|\s*&\s*)(?=[~\d$€£])/u

const sentenceEnds = ['.', '!', '?', '\n']

/** No sentence lists more. */
const listedLimit = 20

/** Reads what the sentences of a text say, one at each step. */
export function* readSentences(
  text: string,
  start: number,
  { section, date, isPortfolio }: Place,
  block: number,
  names: AssetNames,
): Generator<undefined, { statements: Statement[]; doubts: Doubt[] }> {
  const statements: Statement[] = []
  const doubts: Doubt[] = []
  if (!isPortfolio) return { statements, doubts }
  let sentenceStart = 0
  let searched = 0
  for (const match of text.matchAll(opening)) {
    yield
    // No further back than to the match before: a paragraph may be long.
    const between = text.slice(searched, match.index)
    const lastEnd = Math.max(...sentenceEnds.map((end) => between.lastIndexOf(end)))
    if (lastEnd !== -1) sentenceStart = searched + lastEnd + 1
    searched = match.index
    if (notSo.test(text.slice(sentenceStart, match.index))) continue
    const share = match.groups?.['share']
    let at = match.index + match[0].length
    for (let count = 0; count < listedLimit; count++) {
      const written = text.slice(at, at + 120).split(/[!?\n]|\.(?!\d)/)[0] ?? ''
      // A share stands before its bag, a number of units before its name.
      const line = readHoldingLine(share === undefined ? written : `${share} ${written}`, names)
      if (!line || line.asset.type === 'unknown') break
      const length = line.tail === '' ? written.trimEnd().length : written.lastIndexOf(line.tail)
      const range = {
        start: start + (count === 0 ? match.index : at),
        end: start + at + written.slice(0, length).trimEnd().length,
      }
      const name = plainName(line.name)
      if (!goesOn.test(line.tail)) {
        const message = `A sentence may say how much ${name} is held. It is not counted: write \`- ${name}: 12.5\`.`
        doubts.push({ ...range, kind: 'not-read', message })
        break
      }
      statements.push({
        ...range,
        name,
        asset: line.asset,
        amount: line.amount,
        source: 'sentence',
        account: '',
        section,
        date,
        isTrade: false,
        block,
      })
      const next = another.exec(text.slice(at + length))
      if (!next || share !== undefined) break
      at += length + next[0].length
    }
  }
  return { statements, doubts }
}
