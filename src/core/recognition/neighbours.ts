/** What the words right beside a name say of it: the grammar of names, of tickers and of ordinary words. */
import lists from '../../../knowledge/words/grammar.yaml'
import type { Range } from './prose'
import { hasAmount, leadOf, moveOf } from './trading'

/** A word that follows names of networks and tokens. */
const tail =
  /^(?:['’]s)?[ -](tokens?|coins?|tickers?|holders?|holdings?|stakers?|staking|stakes?|validators?|miners?|emissions?|subnets?|wallets?|bags?|maxis?|mainnet|testnet|blockchain|tokenomics|dapps?|foundation|airdrop|unlocks?|bulls?|bears?|intents|network|protocol|labs)\b/i

/** A capitalized word that makes a name of what is before it: `Grass Network`, `Story Foundation`. */
const nameTail = /^ (?:Network|Protocol|Foundation|Labs|DAO|Finance|Blockchain|Mainnet|Testnet|Token|Coin)\b/

/** `Zeus, the weather subnet`, `Oasis (a privacy network)`: what it is, right after the name. */
const apposition =
  /^['”"*_\])]*,? \(?(?:the|a|an|is the|is a|is an|as a|as the)(?: [\p{L}-]+){0,3} (network|subnet|token|coin|ticker|chain|blockchain|protocol|alliance|marketplace|cryptocurrency|crypto)\b/iu

/** `Render the host`, `Akash, my neighbour`: something else that it is. */
const otherApposition = /^['”"*_\])]*(?:,? (?:the|my|our|his|her|their)|,? \(?an?) \p{Ll}/u

export function hasOtherApposition(after: string): boolean {
  return otherApposition.test(after) && !apposition.test(after)
}

/** `[[Render pipeline]]`, `[[Story (McKee)]]`: the title of a note of which the name is only a word. */
export function isInLinkTitle(before: string, after: string): boolean {
  return /\[\[$/.test(before) && /^[ (-]/.test(after) && !tail.test(after) && !nameTail.test(after)
}

/** `the word Render`: a word that is spoken of. */
export function isSpokenOf(before: string): boolean {
  return /\b(?:words?|verbs?|nouns?|wort|verb|mot|palabra|parola) ["“„«*_]*$/i.test(before)
}

const preposition = /(?:^|\s)(?:on|from|of|with|into|by|via|than|vs\.?|versus|and|or|against|through|like)\s+[*_["“]*$/i

const verb =
  /^['”"*_\])]*\s+(?:is|was|has|had|will|would|can|does|did|says|said|pays|paid|burns|burned|sells|sold|ships|shipped|runs|ran|needs|wants|keeps|kept|gets|got|goes|went|launched|launches|announced|announces|raised|raises|looks|feels|seems|remains|holds|held|earns|earned|charges|dropped|drops|pumps|pumped|dumped|dumps|sits|stands|trades|traded|costs|cost|closed|opened|made|makes|gave|gives|lost|gained|and|or)\b/i

interface Support {
  readonly tail?: string
  readonly lead?: string
  readonly move?: string
  readonly apposition?: string
  readonly hasNameTail: boolean
  readonly hasAmount: boolean
  readonly hasPreposition: boolean
  readonly hasVerb: boolean
}

/** What the text right before and behind a name says for the project. */
export function supportBeside(before: string, after: string): Support {
  const tailWord = tail.exec(after)?.[1]
  const leadWord = leadOf(before)
  const moveWord = moveOf(after)
  const appositionWord = apposition.exec(after)?.[1]
  return {
    ...(tailWord === undefined ? {} : { tail: tailWord }),
    ...(leadWord === undefined ? {} : { lead: leadWord }),
    ...(moveWord === undefined ? {} : { move: moveWord }),
    ...(appositionWord === undefined ? {} : { apposition: appositionWord }),
    hasPreposition: preposition.test(before),
    hasVerb: verb.test(after),
    hasNameTail: nameTail.test(after),
    hasAmount: hasAmount(before, after),
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
    /^(?:\s*[*_\])]*\s*[([/|,:–—-]\s*|\s+|['’]s\s+|\s*[([]\s*(?:ticker|token|aka|formerly|ex)[:\s-]*)[$*_]*$/iu.test(
      between,
    )
  )
}

/** Between two names in a row: `near and render`, `TAO, FET`, `AR 、IO`, a line each. */
export function isRowGap(between: string): boolean {
  return (
    between.length <= 12 &&
    /^[*_\])]*(?:\s?[,、，/+&|]|,?\s+(?:and|or|und|oder|y|e|o|et|ou|vs\.?)\s|\s?[和与跟及と]|\r?\n(?:\s*[-*+•]\s)?)\s*[$*_[(]*$/iu.test(
      between,
    )
  )
}

/** `Meta’s TAO`, `IBM's ACP`: somebody's, who is no project. */
export function hasOtherOwner(before: string): boolean {
  return /(?:^|\s)\p{Lu}[\p{L}\d]+['’]s[*_"“ ]+$/u.test(before)
}

/** `an ICP`, `our ICP`, `die Story`, `l’ASI`: an article or owner that networks and tickers do without. */
export function hasDeterminer(before: string): boolean {
  return /(?:^|[\s"“(*_])(?:(?:an?|this|that|each|every|any|no|our|your|their|his|her|another|which|die|der|das|dem|den|eine?[nmrs]?|un[ae]?|une|les|des|los|las|el|der|unser\w*|sein\w*|ihr\w*)\s+|[ld]['’])[*_"“„«]*$/i.test(
    before,
  )
}

/** `the theme “Ocean”`: a word that is spoken of, or a title. */
export function isQuoted(before: string, after: string): boolean {
  return /["“„«‘]$/.test(before) && /^["”“»’]/.test(after)
}

/** `ICP-shaped`, `near-Gdansk`, `sub-NEAR`: a part of a longer word, other than `TAO-powered`. */
export function isCompound(before: string, after: string): boolean {
  return (
    /^-(?!(?:powered|based|native|hosted|backed|funded|denominated|compatible|only|like|paired|linked|chain|ledger|token)\b)\p{L}/iu.test(
      after,
    ) || /[\p{L}\d]-$/u.test(before)
  )
}

/** What follows names of projects in running text. */
const followers: ReadonlySet<string> = new Set(lists.followers.split(' '))

/**
 * `Score functions`, `Beam search`, `Ocean views`: how strange the lower-case word right behind it is behind a name of a
 * project. 0 for none or a usual one; less for what may be a verb.
 */
export function strangenessAfter(after: string): number {
  const word = /^ (\p{Ll}{3,})(?![\p{L}.])/u.exec(after)?.[1]
  if (word === undefined || followers.has(word) || tail.test(after) || verb.test(after)) return 0
  return /(?:s|ed)$/.test(word) ? 0.5 : 1
}

/** `Digital Ocean`, `Beam Suntory`: a capitalized word right beside it that is no word of networks. */
export function hasCapitalBeside(before: string, after: string): boolean {
  return (
    (/^ \p{Lu}\p{Ll}+/u.test(after) && !tail.test(after) && !nameTail.test(after)) ||
    /(?<=[\p{L}\d,] )\p{Lu}\p{Ll}+ $/u.test(before)
  )
}

/** Capitalized words that follow names of projects. */
const products =
  'Network|Protocol|Foundation|Labs|DAO|Finance|Blockchain|Mainnet|Testnet|Token|Coin|Cloud|Console|Studio|Chain|Mobile|Explorer|Wallet|Subnet|Provider|Supercloud|Intents|Agent|Agents|Compute|Node|Nodes|Team|Inc|Ltd|Capital|Ventures|Research|Docs|Search|Stack'

const relation =
  'friend|colleague|brother|sister|cousin|boss|uncle|aunt|son|daughter|wife|husband|flatmate|neighbou?r|intern|teacher|dog|cat'

/** `called Akash`, `my cousin Mira`, `owner Akash`. */
const personBefore = new RegExp(
  `(?:(?:^|\\s)(?:mr|mrs|ms|dr|prof|hi|hey|dear|thanks|named|is called|he[’']s called|she[’']s called|cc|(?:my|our|his|her|their) (?:${relation})|owner|owned by|assigned to|(?:lunch|dinner|coffee|1:1) with|spoke (?:to|with))\\.?,?\\s+|[(（](?:owner|lead|chair|host|by):? ?)$`,
)
/** `Present: Kaito`: a line of persons, up to a name in it. */
const personList =
  /(?:^|[\s*])(?:(?:present|pr[ée]sents?|presentes|anwesend|teilnehm[^\s:]+|asist[^\s:]+|attendees|in attendance|attending|participants|people|with|guests|speakers?|hosts?|chair|owners?|assignees?|authors?|by)\**\s?:|(?:参加|出席|参会)(?:者|人员)?[:：])[^\n]*$/
const roles =
  'colleague|ops|he|she|they|sales|legal|eng|dev|design|product|platform|finance|security|pm|cto|ceo|cfo|chair|remote|late|notes|minutes'

/** `Akash joined late`, `Mira, who`, `Theta’s dog`, `Akash (ops)`, `Kaito: ask`. */
const personAfter = new RegExp(
  `^(?:,? who(?:se)?\\b| (?:joined|opened|presented|stressed|explained|insisted|suggested|proposes|proposed|volunteered|apologi[sz]ed|asked|thinks|thought|replied|agreed|agrees|disagrees|abstained|laughed|laughs|smiled|shrugged|nodded|wrote|rewrote|called|told|asks|complained|reported that|will (?:answer|ask|call|send|check|write|draft|review|bring|present|follow)|brings|brought|drew|flew|drove|to (?:ask|call|send|check|write|draft|review|follow|present|book)|wants (?:me|us|to see)|has a ticket|is on (?:leave|holiday|vacation))\\b|['’]s (?:${relation}|mother|father|desk|laptop|birthday|talk|wedding|opinion|question|idea|turn)\\b| \\((?:${roles})\\b| ?(?:さん|くん|ちゃん|君|先生|同学))`,
)
/** `[21:07] theta:`, `**Akash** 09:02`: the speaker of a chat line. */
const time = '\\[?\\d{1,2}[:.]\\d{2}(?:[:.]\\d{2})?(?: ?[ap]m)?\\]?'
const speakerBefore = new RegExp(`(?:^|\\n)[>\\s]*${time}[\\s–-]*[*_<@]*$`, 'i')
const speakerAfter = new RegExp(`^\\*{0,2}[\\s,(–-]{1,3}${time}(?:\\s|$)`, 'i')

/** `Akash Mehta (ex-Autodesk`, `Kaito Mori, a designer`. */
const surname = new RegExp(
  `^ (?!(?:${products})\\b)\\p{Lu}\\p{Ll}+(?: \\((?:ex-|(?:${roles}|PM|CTO|CEO|CFO)\\b)|,? (?:an?|our|my|who|said|asked|reviewed|wrote|joined|signed|met|thinks)\\b)`,
  'u',
)

/** `Akash is near the end of his patience`. */
export function hasPronounAfter(after: string): boolean {
  return /^[^.!?;:\n\p{Lu}]*\b(?:his|her|hers|himself|herself|he|she)\b/u.test(after)
}

/** A list of persons is not longer. */
const lineLimit = 300

/** Whether the words around a name in a sentence that begins at `from`, or its line, are those of a person. */
export function isPerson(text: string, { start, end }: Range, from: number): boolean {
  const lines = text.slice(Math.max(0, start - lineLimit), start)
  const line = lines.slice(lines.lastIndexOf('\n') + 1)
  const before = text.slice(Math.max(from, start - 64), start)
  const after = text.slice(end, end + 64)
  return (
    personBefore.test(before.toLowerCase()) ||
    personList.test(line.toLowerCase()) ||
    surname.test(after) ||
    personAfter.test(after.toLowerCase()) ||
    // Not `ICP for TAO and I get it`.
    (/^ and I\b/.test(after) && /\p{Ll}/u.test(text.slice(start, end))) ||
    /^ (?:\p{Ll}+ ){1,4}(?:his|her|hers|he|she|himself|herself)\b/u.test(after) ||
    /^ \p{Lu}\.(?=\s|$)/u.test(after) ||
    /(?:^|[\s(])\p{Lu}\. $/u.test(before) ||
    (speakerBefore.test(before) && /^[*_>]*:/.test(after)) ||
    (/(?:^|\n)[>\s*_<@]*$/.test(before) && speakerAfter.test(after))
  )
}

/** Headers of columns in which names of projects stand, and of columns in which the same words are something else. */
const projectHeader =
  /\b(?:projects?|tokens?|tickers?|coins?|networks?|protocols?|chains?|assets?|holdings?|positions?|subnets?|symbols?)\b/i
const otherHeader =
  /\b(?:who|rooms?|owners?|persons?|people|speakers?|authors?|assignees?|contacts?|hosts?|leads?|venues?|places?|cit(?:y|ies)|colou?rs?|themes?|scenes?|engines?|files?|branch(?:es)?|talks?)\b/i

export function isProjectHeader(header: string): boolean {
  return projectHeader.test(header) && !otherHeader.test(header)
}

export function isOtherHeader(header: string): boolean {
  return otherHeader.test(header)
}
