/**
 * The place in the clause where a name stands, told from the words right before and behind it: small lists of the words
 * that every text has, and of what networks, products and tokens do. `Grass pays` is a name with a verb behind it,
 * `Grass fires` a word in front of a noun.
 */

/** What stands right before a name. */
export type Before =
  | 'start'
  | 'article'
  | 'indefinite'
  | 'owner'
  | 'preposition'
  | 'to'
  | 'verb'
  | 'pronoun'
  | 'and'
  | 'not'
  | 'comma'
  | 'colon'
  | 'bracket'
  | 'quote'
  | 'number'
  | 'capital'
  | 'word'
  | 'mark'

/** What stands right behind a name. */
export type After =
  | 'verb'
  | 'plural'
  | 'person'
  | 'usual'
  | 'noun'
  | 'preposition'
  | 'object'
  | 'and'
  | 'possessive'
  | 'comma'
  | 'colon'
  | 'bracket'
  | 'quote'
  | 'number'
  | 'capital'
  | 'hyphen'
  | 'end'
  | 'mark'

function words(list: string): ReadonlySet<string> {
  return new Set(list.trim().split(/\s+/))
}

const articles = words('the der die das den dem des el los las le les l il lo gli')
const indefinite = words(
  'a an this that these those every each any no some another which what ein eine einen einem einer eines kein keine un una uno une ce cet cette este esta ese',
)
const owners = words(
  'my our your his her their its whose mein meine meinen meinem unser unsere unseren dein deine sein seine ihr ihre mi mis tu su sus nuestro nuestra mon ma mes notre nos votre son sa ses leur',
)
const prepositions = words(
  `on from of with into by via than in at for against through like about over under between across inside outside behind
  beside besides without within onto upon near around after before during since until per versus vs as toward towards
  among off above below along despite except beyond
  von mit bei auf aus in im am zu zum zur für gegen über unter nach vor seit durch ohne als
  de del con en por para sobre contra entre sin desde hasta al a du des au aux avec sur dans pour chez par sous vers`,
)
const conjunctions = words('and or nor but plus & und oder aber sondern y o e ni pero et ou mais than')
const negations = words("not never isn't wasn't nicht no nein pas")
const pronouns = words(
  'i you he she it we they who me him us them ich du er sie wir ihr yo tú él ella ellos je tu il elle nous vous ils',
)

/** What people do with projects and their tokens, in the forms in which a name follows. */
const verbsBefore = words(
  `use uses used using try tried trying run runs running ran buy buys buying bought sell sells selling sold hold holds
  holding held own owns owned stake staked staking swap swapped move moved dump dumped dumping pump pumping add added
  adding keep kept keeping like love hate prefer pay paid paying earn earned earning farm farming mine mining miss missed
  watch watching follow call called calls name named meet met join joined leave left ask asked asking tell told
  check checked short shorted shorting long longed longing rent rented host hosted support supports pick picked choose
  chose chosen compare compared mention mentioned cover covered add skip skipped drop dropped beat beats flip flips flipped
  outperform integrate integrates integrated lists listed trust trusted want wants wanted need needs needed consider
  considered suggest suggested propose proposed bridge bridged exit exited enter entered accumulate trim trimmed think
  thought see saw seen explain explained deploy deployed evaluate evaluated test tested visit visited read wrote put
  said says say made making take took get got give gave send sent become became is are was were be been
  benutze nutzt nutzen kaufen kaufe kaufte gekauft verkaufen verkaufe verkauft halte hält nehmen nimmt
  uso usa usar compré compro vendí vendo tengo tiene utilise utilisé achète acheté vendu garde ist sind war est es son`,
)

/** Copulas, auxiliaries and modals behind a name. */
const auxiliaries = words(
  `is was has had will would can could may might must should does did isn't wasn't hasn't hadn't won't wouldn't can't
  couldn't doesn't didn't are were do don't have
  ist war hat hatte wird würde kann könnte soll will muss es está era fue ha había será puede tiene est était a avait sera
  peut va vaut`,
)

/** What networks, products, companies and tokens do, as in dictionaries. */
const deeds = words(
  `accept achieve acquire add admit advertise agree aim allow announce answer appear apply approve argue arrive ask
  attract back bank bar base beat become beg begin believe belong bid bill blame block boast bounce break bring broadcast
  build burn buy call cancel care carry cause change charge charge check choose claim clear climb close collect come
  compare compete complain complete compute confirm connect consider contain continue control convert copy cost count cover crash
  create cross cut deal decide decline define deliver demand deny depend deploy deserve die dip disappear distribute
  double draw drift drop dump earn eat emit enable end enter exist expand expect expire explain fail fall feel fetch file
  fill find finish fit fix flip focus follow force forget fork fund gain generate get give go grow handle hang
  happen hate have help hide hire hit hold host hurt ignore improve include increase index inform insist integrate invest
  jump keep kill know lack land last launch lead leak lean learn lease leave lend let license lie lift like limit link list
  live lock look lose love make manage market match matter mean measure merge migrate mine mint miss moon move
  need offer open operate order outperform own pay peak perform persist pick pin plan play plunge point poll pool post
  predict prefer prepare pretend prevent price print process produce promise propose prove provide publish pull pump punish
  push put raise rally reach read rebound rebrand receive recover reduce refund refuse register reject release rely remain
  remember remove rename rent replace reply report require rescue resist respond restart return reward rise roll route run sag
  say scale schedule score secure seem sell send serve set settle shine ship show shut sign sink sit skip slash sleep slice
  slide slip slow sound spend spike split spread stake stand start stay steal stop store stream struggle stumble succeed
  suffer support surge survive swap switch take talk target teach tell tend test think touch track trade train trail try
  tumble turn understand unlock unveil update upgrade use validate verify vote wait wake walk want warn watch wear win
  wipe wish wobble work worry write yield zap`,
)
/** Their past forms that no rule makes. */
const irregularDeeds = words(
  `ate became began beat bought broke brought built came chose cost cut did drew drove fell felt found forgot gave got grew
  hid hit held kept knew laid led left lent lost made meant met paid put ran rose said sank sat sold sent set shut slept slid
  spent stood stole taught thought told took understood went woke won wore wrote underwent overtook withdrew shrank sprang`,
)
/** Adverbs between a name and its verb. */
const adverbs = words(
  `also still just now then only never always already finally really even again quietly actually currently usually often
  mostly simply once probably barely hardly reportedly allegedly basically literally both all itself alone today yesterday
  tomorrow recently later soon too apparently instead though meanwhile perhaps maybe lately twice aka formerly currently
  sonst auch noch nur schon immer wieder ya no también todavía sólo solo siempre nunca ne n’a aussi encore toujours déjà`,
)
/** What only persons do. */
const personal = words(
  `asks asked thinks thought laughs laughed smiles smiled nods nodded shrugs shrugged jokes joked sighs sighed abstained
  agrees agreed disagrees disagreed replied wonders wondered apologised apologized joined cooks cooked sings sang brings
  brought drives drove flew flies walked wrote rewrote drew knows promised suggested noticed remembers remembered feels
  hopes hoped volunteered sends called phoned texted insisted recused complained explained chairs chaired attends attended
  booked ordered borrowed lent loves loved hates hated likes liked cried grinned yawned arrives arrived excused baked
  sagt sagte meint meinte fragt fragte lacht lachte dice dijo pregunta preguntó dit demande rit`,
)
/** Nouns that follow names of networks, tokens and products. */
const usualNouns = words(
  `token tokens coin coins ticker holders holder holdings stakers staking stake validators validator miners miner
  emissions subnet subnets wallet wallets bag bags maxis mainnet testnet blockchain chain chains tokenomics dapps dapp
  foundation airdrop unlock unlocks bulls bears intents network protocol labs team teams docs documentation api apis sdk cli
  app apps agent agents node nodes provider providers account accounts ecosystem community treasury governance contract
  contracts price prices position positions balance rewards reward points lease leases deployment deployments job jobs gas
  fees fee supply burn burns emission price chart bridge explorer dashboard marketplace market validators developer
  developers dev devs founder founders people guys guy folks crew integration grant grants forum discord telegram blog post
  posts whitepaper roadmap upgrade proposal proposals vote mining hotkey coldkey endpoint endpoints key keys gateway
  inference compute gpus gpu cloud platform client users user customers revenue website site repo repository
  plugin adapter exposure allocation thesis line slice epoch swap pool pools transfer transfers payment payments
  donation claim claims drop farm farming points side part stuff thing things bill invoice credits credit`,
)
/** What follows a verb, and hardly a noun: it makes one of `runs`, `claims`, `scores`. */
const afterVerb = words(
  `the a an its their his her our my your this that these those all both some no any every each more less most it them
  us you me him to from into on in at up down out off over back away about for with by as than under through only just
  about almost nearly around again too well better worse best out one two three four five six seven eight nine ten twelve
  twenty half zero nothing everything something anything people users miners developers money how what why where when whether
  who if and but now today still`,
)
/** Behind a word that is a verb itself: `render the`, `fetch me`, `swarm them`. */
const objects = words(
  `the a an my your our his her their its this that these those me him them us you it each every any all some no another
  only both half zero one everything nothing something real den die das dem ein eine`,
)

/** The word before a name. `before` is the text of its sentence up to it. */
export function classBefore(before: string): Before {
  const text = before.replace(/[*_~\s]+$/, '')
  if (text === '' || /[.!?…>|]$/.test(text) || /(?:^|\n)\s*(?:[-+•]|\d{1,2}[.)])(?:\s*\[[ xX]\])?$/.test(text))
    return 'start'
  if (/[:]$/.test(text)) return 'colon'
  if (/[,;、，]$/.test(text)) return 'comma'
  if (/[([{（]$/.test(text)) return 'bracket'
  if (/["“„«‘'「『]$/.test(text)) return 'quote'
  const word = /[\p{L}\p{N}'’&.,%]+$/u.exec(text)?.[0]
  if (word === undefined) return 'mark'
  const folded = word.toLowerCase().replace('’', "'")
  if (/^[\d.,]+[km%]?$/.test(folded)) return 'number'
  if (folded === 'to') return 'to'
  if (articles.has(folded)) return 'article'
  if (indefinite.has(folded)) return 'indefinite'
  if (owners.has(folded)) return 'owner'
  if (negations.has(folded)) return 'not'
  if (conjunctions.has(folded)) return 'and'
  if (prepositions.has(folded)) return 'preposition'
  if (verbsBefore.has(folded)) return 'verb'
  if (pronouns.has(folded)) return 'pronoun'
  return /^\p{Lu}/u.test(word) ? 'capital' : 'word'
}

/** The words behind a name. `after` is the text of its block from its end on. */
export function classAfter(after: string): After {
  if (/^['’]s\b/.test(after)) return 'possessive'
  if (/^[-‑]\p{L}/u.test(after)) return 'hyphen'
  const text = after.replace(/^[*_~]+/, '')
  if (/^["”“»’」』]/.test(text)) return 'quote'
  if (/^\s*(?:[.!?…。！？|\n\r]|$)/.test(text)) return 'end'
  if (/^\s*[,;、，]/.test(text)) return 'comma'
  if (/^\s*[:：]/.test(text)) return 'colon'
  if (/^\s*[([\])（）]/.test(text)) return 'bracket'
  const found = /^\s+([\p{L}\p{N}'’$&.,%-]*[\p{L}\p{N}%])/u.exec(text)
  const word = found?.[1]
  if (word === undefined) return 'mark'
  const rest = text.slice(found?.[0].length)
  if (/^[$€£]?\d/.test(word)) return 'number'
  if (/^\p{Lu}/u.test(word)) return 'capital'
  const folded = word.toLowerCase().replace('’', "'")
  if (conjunctions.has(folded)) return 'and'
  if (auxiliaries.has(folded)) return 'verb'
  if (personal.has(folded)) return 'person'
  if (adverbs.has(folded)) return classAfterAdverb(rest)
  if (objects.has(folded)) return 'object'
  if (prepositions.has(folded)) return 'preposition'
  if (irregularDeeds.has(folded)) return 'verb'
  const stem = deedOf(folded)
  if (stem === 's') return isVerbHere(rest) ? 'verb' : usualNouns.has(folded) ? 'usual' : 'plural'
  if (usualNouns.has(folded)) return 'usual'
  return stem === 'ed' ? 'verb' : 'noun'
}

/** `Olas also moved`, `Grass still pays`. */
function classAfterAdverb(rest: string): After {
  const folded = /^\s+([\p{L}'’]+)/u.exec(rest)?.[1]?.toLowerCase() ?? ''
  return auxiliaries.has(folded) || irregularDeeds.has(folded) || deedOf(folded) !== undefined ? 'verb' : 'mark'
}

/** Which form of a deed a word is. */
function deedOf(word: string): 's' | 'ed' | undefined {
  if (word.endsWith('s') && isDeed(word, /s$/, /es$/, /ies$/)) return 's'
  if (word.endsWith('ed') && isDeed(word, /ed$/, /d$/, /ied$/)) return 'ed'
  return undefined
}

function isDeed(word: string, plain: RegExp, other: RegExp, ofY: RegExp): boolean {
  const stem = word.replace(plain, '')
  return (
    deeds.has(stem) ||
    deeds.has(word.replace(other, '')) ||
    (ofY.test(word) && deeds.has(word.replace(ofY, 'y'))) ||
    (stem.at(-1) === stem.at(-2) && deeds.has(stem.slice(0, -1)))
  )
}

/** Whether what follows a form such as `runs` makes a verb of it. */
function isVerbHere(rest: string): boolean {
  const word = /^\s+([\p{L}\p{N}'’$-]+)/u.exec(rest)?.[1]
  return word !== undefined && (afterVerb.has(word) || /^[$€\d\p{Lu}]/u.test(word) || word.endsWith('ly'))
}
