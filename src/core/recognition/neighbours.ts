/** What the words right beside a name say of it: the grammar of names, of tickers and of ordinary words. */

/** A word that follows names of networks and tokens. */
const tail =
  /^(?:['’]s)?[ -](tokens?|coins?|tickers?|holders?|holdings?|stakers?|staking|stakes?|validators?|miners?|emissions?|subnets?|wallets?|bags?|maxis?|mainnet|testnet|blockchain|tokenomics|dapps?|foundation|airdrop|unlocks?|bulls?|bears?|intents|network|protocol|labs)\b/i

/** A capitalized word that makes a name of what is before it: `Grass Network`, `Story Foundation`. */
const nameTail = /^ (?:Network|Protocol|Foundation|Labs|DAO|Finance|Blockchain|Mainnet|Testnet|Token|Coin)\b/

/** A word of trading or staking that a name follows. */
const lead =
  /\b(buy|buying|bought|sell|selling|sold|swap|swapped|stake|staked|staking|unstaked|hold|holding|held|hodl|long|short|longed|shorted|accumulate|accumulating|trim|trimmed|rotate into|rotated into|exposure to|holders of|bullish on|bearish on|price of|aping into|dca into|dump|dumped)\s+(?:some\s+|more\s+|my\s+|a bit of\s+|a little\s+|the\s+)?[$*_[]*$/i

const amountBefore = /(?:^|[\s(~≈+-])\d[\d.,]*\s?(?:k|m)?\s+[*_[]*$/i
const amountAfter =
  /^[*_\]]*\s*(?:[:=@|]\s*|at\s+|to\s+)?\$\s?\d|^[*_\]]*\s*[:|]\s*[+-]?\d[\d.,]*|^\s+(?:is |was )?(?:up|down)\s+\d|^\s+[+-]\d[\d.]*\s?%/i

/** What the text right before and behind a name says for the project. */
export function supportBeside(
  before: string,
  after: string,
): { tail?: string; lead?: string; hasNameTail: boolean; hasAmount: boolean } {
  const tailWord = tail.exec(after)?.[1]
  const leadWord = lead.exec(before)?.[1]
  return {
    ...(tailWord === undefined ? {} : { tail: tailWord }),
    ...(leadWord === undefined ? {} : { lead: leadWord }),
    hasNameTail: nameTail.test(after),
    hasAmount: amountBefore.test(before) || amountAfter.test(after),
  }
}

const determiners = 'the|a|an|this|that|these|those|its|my|your|his|her|their|our|each|every|any|all|no|some'
const pronouns = 'it|them|me|us|you|him'

/** `render the`, `fetch me`, `near a`: what follows a verb or preposition and hardly ever a name. */
const objectAfter = new RegExp(
  `^\\s+(?:${determiners}|${pronouns}|real|term|future|by|enough|certain|total|one|both|zero|real-?time)\\b`,
  'i',
)
/** `re-render`, `server-side render`, `near-term`. */
const compound = /[\p{L}\d]-$/u
const compoundAfter = /^-\p{Ll}/u
/** `to render`, `will fetch`, `the ocean`, `a story`, `moved near`. */
const wordBefore =
  /(?:^|[\s"“(*_])(?:to|will|can|must|should|would|could|may|might|not|cannot|let['’]s|we|you|they|i|he|she|please|re|pre|server|client|the|a|an|this|that|our|your|my|its|no|every|each|very|too|so|as|came|come|stood|stay|live|somewhere|anywhere|nowhere|draws?|drew|went|comes|stands?|is|are|was|were|be|been|parked?|parking|walked|moved|actual|deep|open|user|true|whole|same|first)\s+[*_"“]*$/i

/** The prepositions of English take a noun; a name is followed by a verb, a mark or the end. */
const prepositionObject = new RegExp(
  `^\\s+(?!(?:is|was|are|has|had|does|did|will|would|can|could|should|or|and|vs|versus|at|for|on|to|in|with|from|into|before|after|then|but|if|because|while|as|over|instead|again|now|today|too|also|yet|lol|imo|tbh|ngl|up|down|goes|went|runs|did|dips?|pumps?|dumps?|moons?|just|still|got|needs?|wants?|takes?|feels|looks|seems|kept|keeps|party|token|coin|bags?|holders?|wallet|chain|ecosystem|protocol|intents|dev|devs)\\b)[^\\s.,;:!?)\\]}|/=@+-]`,
  'iu',
)

/** Whether the grammar around a name that is not written as a name is that of an ordinary word. */
export function isOrdinaryGrammar(folded: string, before: string, after: string): boolean {
  if (compound.test(before) || compoundAfter.test(after) || objectAfter.test(after)) return true
  if (folded === 'near') return prepositionObject.test(after)
  return wordBefore.test(before)
}

/** `#tao`, `[[Render]]`: the whole tag or link is the name. */
export function isTagOrWikiLink(before: string, after: string): boolean {
  return (
    (/(?:^|[\s([])#$/.test(before) && !/^[-/\w]/.test(after)) || (/\[\[$/.test(before) && /^(?:\]\]|\||#)/.test(after))
  )
}

/** Between two names side by side: `Render (RNDR)`, `$TAO / Bittensor`, `Apex, SN1`. */
export function isBesideGap(between: string): boolean {
  return (
    between.length <= 12 &&
    /^(?:\s*[*_\])]*\s*[([/|,:–—-]\s*|\s+|\s*[([]\s*(?:ticker|token|aka|formerly|ex)[:\s-]*)[$*_]*$/iu.test(between)
  )
}
