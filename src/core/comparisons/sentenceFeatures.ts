/** What is looked at to tell whether a sentence or heading compares the projects it names. */
import type { ProjectIndex } from '../knowledge/projectIndex'
import { countCues, cueClasses, cueSource, type CueClass } from './cues'
import { isCrossing, linksIn, type Link, type LinkKind } from './links'
import { distinct, type Name } from './names'
import { mark, markCount, skeletonOf } from './skeleton'
import type { Sentence } from './units'

interface Facts {
  readonly sentence: Sentence
  /** The skeleton's text. */
  readonly words: string
  readonly cues: Readonly<Record<CueClass, number>>
  /** Links between projects that are no substitutes. */
  readonly has: (kind: LinkKind) => boolean
  /** Those of them that by themselves say that one is taken for the other. */
  readonly tight: readonly Link[]
  readonly links: readonly Link[]
  readonly isCrossing: boolean
  readonly isEnumeration: boolean
  /** What stands around the sentence, in lower case. */
  readonly around: string
  readonly aroundCues: Readonly<Record<CueClass, number>>
}

const looseKinds: ReadonlySet<LinkKind> = new Set<LinkKind>([
  'contrast',
  'roles',
  'thingThan',
  'order',
  'slash',
  'orLoosely',
  'measured',
  'joins',
  'migrates',
  'arrow',
  'outdoes',
])

const before = (words: string) => `(?<!\\p{L})(?:${words})`
const whole = (words: string) => `${before(words)}(?!\\p{L})`
const pattern = (source: string) => new RegExp(source, 'u')

const degrees =
  'best|top(?: \\d+)?|better|smarter|smartest|favou?rite|safest|safer|next|only|one|single|which|number one|real|purest|first|\\d+|strongest|stronger|cheapest|beste[rns]?|mejor(?:es)?|meilleure?'
const bestBet = pattern(`${before(degrees)} (?:\\S+ ){0,3}?${cueSource('stake')}`)
const bestThing = pattern(
  `${before('best|top|better|first|lowest|highest|winner of|which')} (?:the )?(?:\\S+ )?${cueSource('thing')}`,
)
const bestOfAnything = pattern(
  `${before('best|top|first|second|third|leader|winner|next|most|more')} (?!of|in|for|bet|one|is|and|to|than|at|on|with|by|ai|bullish|upside|potential)(?!${cueSource('stake')})\\p{L}{3,}`,
)
const ofSeveral = pattern(
  `${whole('(?:of|between|among) (?:the |these |those |all )?(?:two|three|four|five|lot|bunch|others|above)')}|${whole('of (?:these|those|all)|everything else|everyone else|the rest')}`,
)
const asksElse = pattern(
  `^["'¿(]*(?:\\p{L}+ ){0,2}?(?:how|what layer|what (?:is|are|was) the (?:relation\\p{L}*|difference|link|connection)|where|when|who|whose|does|do|is there|can|could|has|why does|anyone know|wie|wo|wann|kann|dónde|cómo|comment)(?!\\p{L})`,
)
const asksChoice = pattern(
  whole(
    "should i|shall i|would you|which (?:one|of|coin|token|is|has|looks|gives|offers|would|bag|do|should)|what(?:'s| is) (?:the )?(?:better|best|your|it going)|is .{1,30} (?:better|stronger|worth)|soll(?:te)? ich|welche|cuál|lequel|who wins|who will|better (?:bet|buy|play|pick)\\?|or neither|what about",
  ),
)
const both = pattern(whole('both|beide|ambos|alike|each|respectively|either way'))
const fees = pattern(whole('fees?|gas|registration|to pay|pay for|tax(?:es)?|rent|roof|invoice|bill'))
const holdings = pattern(
  `^[^:${mark.slice(1)}{0,24}(?:holdings?|portfolio|bags?|watch ?list|positions?|weights?|allocation|basket|fund)[^:${mark.slice(1)}{0,20}:`,
)
const quoted = pattern(`^["“„«']|["“„«][^"”»]*${mark}[^"”»]*["”»]`)
/** `on A`, `through A`: a place, unless one is bullish on it. */
const placed = `(?<!bullish|bearish|bet|bets|betting|money|long|down|heavy|heavier|lighter|focus|conviction|pass|passed|gave up|put it all) (?:on|via|through|inside|auf|über) (?:the |an? )?${mark}`
const amount = `${mark}:? ?\\(?[~$€+-]?\\d|\\d[\\d.,]*[%km]? (?:of )?${mark}`
const thingOfName = `${mark}(?:'s)? ${cueSource('thing')}`

const denial = `(?<!\\p{L}|why )(?:not|\\p{L}+n't|cannot|no|neither|nor|never|keine?|nicht|nunca|stop|pas|isnt|dont)`
const denied = pattern(`${denial}(?!\\p{L})`)
const tradeDenied = pattern(`${denial} (?:\\p{L}+ )?(?:${cueSource('sell')}|${cueSource('buy')})`)
const comparingDenied = pattern(
  `${denial}(?: [^ .!?]+){0,5}? ${cueSource('comparing')}|${cueSource('comparing')}[^.!?]{0,40} (?:makes? no sense|is meaningless|is pointless|is wrong|nicht|hinkt|n'a pas de sens)`,
)
const standInDenied = pattern(
  `${denial}(?: [^ .!?]+){0,6}? (?:a |an |the )?(?:${mark} )?(?:${cueSource('rival')}|(?:swap|rotation|exposure|replac\\p{L}*|compar\\p{L}*|substitut\\p{L}*|sustitut\\p{L}*|konkurrent\\p{L}*|same|double)(?!\\p{L}))`,
)
const raceDenied = pattern(
  `(?<!, )${denial} (?:\\p{L}+ ){0,2}?(?:winners?|contest|race|battle|fight|choice|horse race|rivalry)(?!\\p{L})|no better (?:and|or|nor) (?:no )?worse|neither better nor worse`,
)
const comparingRefused = pattern(
  `${whole("refuse\\p{L}*|stop\\p{L}*|quit|tired of|no longer|never|not|nobody|\\p{L}+n't")}(?: [^ .!?]+){0,3}? ${whole('compar\\p{L}*|rank|ranking|rank\\p{L}+|pick|picking|choose|choosing|swap|swapping|sell')}`,
)
const takenBack = pattern(
  `(?:which|but|and|no|except|[,:.]) ?(?:it|they|he|she|i|we|that|you)? ?(?:is|are|does|do|did|will|would|was|can)(?:n't| not)\\W*$`,
)
const likened = pattern(
  `${whole("is|are|was|that's|it's|like")} (?:\\p{L}+ )?(?:like|asking|as close as|what)(?!\\p{L}) ?(?:\\p{L}+ing|if|whether|a|an|the)?(?!\\p{L})`,
)
const differs = pattern(
  whole(
    '(?:two|three|just|simply|quite|very|completely|entirely|on|solve|do|have|are|an?) different (?!leagues?|class)\\p{L}+',
  ),
)
const hearsay = pattern(
  `${whole('some(?:one|body)|any(?:one|body)|every(?:one|body)|people|whoever|he|she|they|those|headlines?|threads?|videos?|tweets?|articles?|man|friend|idea')} (?:who |that )?(?:\\p{L}+ ){0,2}?${whole('tells?|told|says?|said|asks?|claims?|writes?|wrote|calls?|calling|swaps?|sells?|sold|treats?')}`,
)
const hypothetical = pattern(
  `^\\W*${whole('if|when|once|whenever|should')} ${mark}|${whole('if|when|once')} ${mark} \\p{L}+,`,
)
const ownAmounts = pattern(
  `${whole('my|our|his|her')} ${mark}|${whole('hold|holds|own|owns|have|has|bought|sold|sent|claimed|staked|earned')} (?:\\p{L}+ )?(?:more|less|fewer|equal|[\\d.,]+)`,
)
const ownAmountsCompared = pattern(
  `${whole('my|our|his|her')} ${mark}[^.]*${whole('than|as')} ${whole('my|our|his|her')} ${mark}|${whole('hold|holds|own|owns|have|has|bought|sold')} (?:more|less|fewer) ${mark} than ${mark}`,
)
const intoMoney = pattern(
  `${mark}[^.]{0,20}${whole('for|to|into|in|against')} (?:some )?${whole('usdc|usdt|usd|dai|euros?|dollars?|cash|stables?|stablecoins?|btc|bitcoin|eth')}`,
)
const takenBackAround = pattern(
  `\\n ?(?:(?:i|it|they|we|he|she|that) (?:is|are|does|do|did|will|would|was|can)(?:n't| not)(?!\\p{L})|no[.,]|neither|better for what|wrong)`,
)
const settled = pattern(
  `${mark} it is(?!\\p{L})|${whole("mine is|i(?:'ll| will| would|'d)? (?:take|choose|pick)|i know which|i'm a buyer|(?:so|hence|therefore) i (?:sold|bought|moved|swapped|switched)")}`,
)
const evenly = pattern(
  whole(
    'an? (?:third|quarter|fifth|half|tenth)(?: each)?(?: goes)? (?:in|into|to|for|of it)|equal\\p{L}*|evenly|same amounts?|one (?:of|for|per|from|in) (?:each|every|layer|floor|the other)|one (?:name|bet|page|position) (?:per|each|on each)|two thirds',
  ),
)
const oneSlot = pattern(
  whole(
    "(?:only|just|a single|single|the|is|for|to|be) (?:one|single) (?:\\p{L}+ ){0,2}?(?:name|slot|ticker|ticket|coin|token|winner|horse|position|bag|bet|pick)|only one|just one|can(?:not|'t) be both|only (?:a |the )?first|all (?:in|of it|or nothing)",
  ),
)
const moves = `${mark} ?(?:is |was |are |closed |has )?(?:up|down|flat|gained|lost|fell|rose|dropped|added|closed|\\+|[-−]\\d)`
const together = pattern(
  whole('also|as well|too|together|alongside|along with|side by side|next to each other|auch|también|aussi'),
)
const linkDenied = pattern(
  `${denial} (?:a |about |question of |either |simply |"|“)?${mark}? ?(?:or|vs\\.?|versus|against) ?${mark}|not either/or`,
)
const doubted = pattern(
  `${comparingDenied.source}|${whole('wrong|nonsense|they are not|neither:|broken|no such thing|(?:better|worse|faster|stronger|cheaper|safer) (?:at|for|in|than) what')}`,
)

function isRejected({ words, cues, around, aroundCues }: Facts): boolean {
  return (
    cues.reject > 0 ||
    aroundCues.reject > 0 ||
    (cues.question > 0 && cues.wrong > 0) ||
    (aroundCues.question > 0 && aroundCues.wrong > 0) ||
    [standInDenied, linkDenied, comparingDenied, raceDenied].some((expression) => expression.test(words)) ||
    doubted.test(around)
  )
}

function count(words: string, source: string): number {
  return words.match(new RegExp(source, 'gu'))?.length ?? 0
}

/** Each says how much of it there is in a sentence. */
const features = {
  sentence: ({ sentence }: Facts) => sentence.kind === 'sentence',
  heading: ({ sentence }: Facts) => sentence.kind === 'heading',
  'joined sentences': ({ sentence }: Facts) => sentence.parts > 1,
  'three projects': ({ sentence }: Facts) => distinct(sentence.names).length > 2,
  'singled out': ({ sentence: { names } }: Facts) => distinct(names).length < names.length,
  'no sure name': ({ sentence: { names } }: Facts) => names.every(({ isSure }) => !isSure),
  'one sure name': ({ sentence: { names } }: Facts) => distinct(names.filter(({ isSure }) => isSure)).length === 1,
  'no link': ({ isCrossing }: Facts) => !isCrossing,
  'only within a layer': ({ tight, links }: Facts) =>
    tight.length === 0 && links.some(({ kind }) => !looseKinds.has(kind)),
  'joins only': ({ tight, has }: Facts) => tight.length === 0 && has('joins'),
  'one enumeration': ({ isEnumeration }: Facts) => isEnumeration,
  'best of an enumeration': ({ isEnumeration, words, cues }: Facts) =>
    isEnumeration && (bestBet.test(words) || cues.choice + cues.race > 0),
  'best bet': ({ words }: Facts) => bestBet.test(words),
  'best thing': ({ words }: Facts) => bestThing.test(words),
  'best of anything': ({ words }: Facts) => bestOfAnything.test(words),
  'of several': ({ words }: Facts) => ofSeveral.test(words),
  question: ({ words }: Facts) => words.includes('?'),
  'question or': ({ words, has }: Facts) => words.includes('?') && (has('or') || has('orLoosely')),
  'question for a choice': ({ words }: Facts) => asksChoice.test(words),
  'question for something else': ({ words }: Facts) =>
    words.includes('?') && asksElse.test(words) && !asksChoice.test(words),
  'contrast of merits': ({ has, cues }: Facts) => has('contrast') && cues.merit + cues.race + cues.choice > 0,
  'contrast of degrees': ({ has, cues }: Facts) => has('contrast') && cues.degree > 0,
  'merit of a bet': ({ cues }: Facts) => cues.merit + cues.race > 0 && cues.stake > 0,
  'sells and buys': ({ cues }: Facts) => cues.sell > 0 && cues.buy + cues.swap > 0,
  'trade for fees': ({ words, cues }: Facts) => cues.swap + cues.sell + cues.buy > 0 && fees.test(words),
  'dismissed beside another': ({ cues, isCrossing }: Facts) => cues.dismiss > 0 && isCrossing,
  both: ({ words }: Facts) => both.test(words),
  quoted: ({ words }: Facts) => quoted.test(words),
  'holdings listed': ({ words }: Facts) => holdings.test(words),
  'amounts of names': ({ words }: Facts) => Math.min(3, count(words, amount)),
  'names as places': ({ words }: Facts) => Math.min(2, count(words, placed)),
  'things of names': ({ words }: Facts) => count(words, thingOfName),
  denied: ({ words }: Facts) => denied.test(words),
  'trade denied': ({ words }: Facts) => tradeDenied.test(words),
  'comparing denied': ({ words }: Facts) => comparingDenied.test(words),
  'stand-in denied': ({ words }: Facts) => standInDenied.test(words),
  'link denied': ({ words }: Facts) => linkDenied.test(words),
  'race denied': ({ words }: Facts) => raceDenied.test(words),
  'comparing refused': ({ words }: Facts) => comparingRefused.test(words),
  'taken back': ({ words }: Facts) => takenBack.test(words),
  likened: ({ words }: Facts) => likened.test(words),
  'said to differ': ({ words }: Facts) => differs.test(words),
  hearsay: ({ words }: Facts) => hearsay.test(words),
  hypothetical: ({ words }: Facts) => hypothetical.test(words),
  'own amounts': ({ words }: Facts) => ownAmounts.test(words),
  'split evenly': ({ words }: Facts) => evenly.test(words),
  'own amounts compared': ({ words }: Facts) => ownAmountsCompared.test(words),
  'turned into money': ({ words }: Facts) => intoMoney.test(words),
  'only bought': ({ cues }: Facts) => cues.buy > 0 && cues.sell + cues.swap === 0,
  'only sold': ({ cues }: Facts) => cues.sell > 0 && cues.buy + cues.swap === 0,
  'taken back around': ({ around }: Facts) => takenBackAround.test(around),
  'joined without a link': ({ sentence, isCrossing }: Facts) => sentence.parts > 1 && !isCrossing,
  settled: ({ words }: Facts) => settled.test(words),
  'one slot': ({ words }: Facts) => oneSlot.test(words),
  'moves of names': ({ words }: Facts) => Math.min(3, count(words, moves)),
  together: ({ words }: Facts) => together.test(words),
  'names in lower case': ({ sentence: { names } }: Facts) => names.some(({ isLowerCase }) => isLowerCase),
  'question dismissed': ({ cues }: Facts) => cues.question > 0 && cues.wrong > 0,
  'reported as wrong': ({ cues }: Facts) => cues.reported > 0 && cues.wrong + cues.reject > 0,
  rejected: (facts: Facts) => isRejected(facts),
  'rejected around': ({ around, aroundCues }: Facts) => Math.min(2, aroundCues.reject) || doubted.test(around),
  'question dismissed around': ({ aroundCues }: Facts) => aroundCues.question > 0 && aroundCues.wrong > 0,
  'choice around': ({ aroundCues }: Facts) => aroundCues.choice + aroundCues.race > 0,
  'trade around': ({ aroundCues }: Facts) => aroundCues.sell + aroundCues.buy + aroundCues.stake > 0,
} as const satisfies Record<string, (facts: Facts) => number | boolean>

/** Words that mean less beside a link that makes a comparison. */
const splitClasses: ReadonlySet<CueClass> = new Set<CueClass>(['thing', 'joins', 'event', 'stack'])

export type SentenceFeature =
  | keyof typeof features
  | `link ${LinkKind}`
  | `words ${CueClass}`
  | `words ${'thing' | 'joins' | 'event' | 'stack'} beside a link`

/** What there is of each feature, and the names that the words of a comparison link. */
export function readSentence(
  text: string,
  sentence: Sentence,
  index: ProjectIndex,
): { found: Map<SentenceFeature, number>; names: readonly Name[] } {
  const skeleton = skeletonOf(text, sentence.start, sentence.end, sentence.names)
  const links = linksIn(skeleton)
  const crossing = links.filter((link) => isCrossing(link, index))
  const tight = crossing.filter(({ kind }) => !looseKinds.has(kind))
  const around = sentence.around.toLowerCase()
  const facts: Facts = {
    sentence,
    words: skeleton.text,
    cues: countCues(skeleton.text),
    has: (kind) => crossing.some((link) => link.kind === kind),
    tight,
    links,
    isCrossing: crossing.length > 0,
    isEnumeration: markCount(skeleton) === 1,
    around,
    aroundCues: countCues(around),
  }
  const found = new Map<SentenceFeature, number>()
  for (const [name, measure] of Object.entries(features)) {
    const value = Number(measure(facts))
    if (value > 0) found.set(name as keyof typeof features, value)
  }
  for (const { kind } of crossing) found.set(`link ${kind}`, 1)
  for (const name of cueClasses) {
    const value = Math.min(2, facts.cues[name])
    if (value === 0) continue
    const feature =
      splitClasses.has(name) && tight.length > 0
        ? (`words ${name} beside a link` as SentenceFeature)
        : (`words ${name}` as const)
    found.set(feature, value)
  }
  const linked = (tight.length > 0 ? tight : crossing).flatMap(({ left, right }) => [...left, ...right])
  return { found, names: distinct(linked.length > 0 ? linked : sentence.names) }
}
