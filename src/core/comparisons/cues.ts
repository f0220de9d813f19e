/**
 * The words that tell a comparison from its look-alikes, by what they do in a sentence. A `*` stands for any ending.
 * English first, then German, Spanish and French where a note is likely to have them.
 */
const lists = {
  /** Parting with a position. */
  sell:
    'sell selling sells sold dump* ditch* drop dropped dropping trim* cut cuts cutting exit exits exited exiting ' +
    'offload* unload* fade fading short shorting shorted leave leaves left leaving abandon* reduce reducing underweight ' +
    'forget skip avoid give~up gave~up giving~up get~rid~of out~of moved~out~of take~profits liquidat* unwind* reallocat* divest* scrap* quit quitting part~with swap~out minus done~with rid~of closed closing say~goodbye~to goodbye farewell took~profit* profits~on ' +
    'lost~patience lost~faith gave~up~on to~zero cutting switched~horses ' +
    'verkauf* verkaufe raus~aus vender vendo vende vendí vends vendre vendu' +
    ' downgrad* take~profit taking~profit bail* ditched',
  /** Taking one. */
  buy:
    'buy buying buys bought add adds adding added accumulat* stack stacking grab* bid bidding ape aping aped long enter ' +
    'enters entered entering overweight load~up scoop* pick~up top~up topping~up invest investing invested all~in ' +
    'go~into went~into going~into put~into bet~on take taking took get getting gets plus went~with go~with going~with opened fully~in fully~into ' +
    'doubl* tripl* buyer re-enter* nehme ' +
    'kauf* kaufe comprar compro compra compré achète acheter acheté' +
    ' purchas* pile~into piled~into piling~into put~everything put~the~lot put~it~all put~my~money placed~my~chips went~for go~for grabbed',
  /** Having one. */
  own:
    'hold holding holds held own owns owning owned have has had having keep keeps kept halte haben tengo hodl' +
    ' stay~in stayed~in staying~in sit~in sitting~in sat~in',
  /** Turning one into another. */
  swap:
    'rotat* swap* switch* convert* exchange exchanged exchanging flip flipped flipping move moved moving shift* trade ' +
    'trading traded reallocat* jump* roll rolled rolling replac* substitut* go~from went~from moves redirect* ' +
    'recycl* redeploy* proceeds migrat* tausch* umschicht* umsteigen wechsl* cambi* rotar échang* remplac*',
  /** One wins over the other. */
  beat:
    'beat beats beating beaten defeat* outperform* outdo* outlast* outlive* outgrow* outcompete* top tops steal~the~show squash* bury buries bigger~than steals stole wipe~out outrun* outrank* outpace* outclass* outshine* flip flips flipping flippening ' +
    'overtake* overtook overtaking surpass* crush* kill kills killing replace replaces eclips* dethrone* displace* ' +
    'dominate* destroy* trounce* mog mogs clears eat eats eating obsolete pointless redundant irrelevant in~the~dust ' +
    'takes~over took~over take~over taken~over lost~to loses~to passed outshone pulls~ahead catch~up catching~up catches~up leapfrog* dwarf* smoke smokes weit~voraus überhol* schläg* überflügel* supera superar gana~a ' +
    'dépasse* bat',
  /** Nouns for what competes with or stands in for something. */
  rival:
    'rival rivals rivalry competitor* compete competes competing competition killer alternative alternatives substitute ' +
    'substitutes substitution replacement threat threatens contender* challenger* the~next poor~man~s konkurrent* ' +
    'konkurrenz rivales competidor* alternativa alternativas ersatz',
  /** Better, worse: degrees without a money word in them. */
  degree:
    'better worse best worst superior inferior stronger weaker strongest weakest smarter smartest faster slower bigger ' +
    'larger smaller greater higher lower more less safer safest riskier cheaper cheapest purer purest clearer easier ' +
    'ahead behind first second third most least half twice besser schlechter stärker größer mejor peor más meilleur ' +
    'meilleure plus',
  /** What makes a bet good or bad. */
  merit:
    'undervalued overvalued overpriced underpriced mispriced oversold overbought cheap expensive upside downside ' +
    'potential potenzial moat conviction bullish bearish attractive promising cooked dead doomed boring superior ' +
    'risk~reward tokenomics valuation market~cap multiple outperformer convincing weak strong solid hyped overhyped overrated underrated fading king steal bargain safe risky edge mid real~deal sleep~on has-been dark~horse pricey looks~better asymmetric ceiling first-mover traction premium gift cash~flow times~sales times~revenue value~pick narrative ' +
    'future perform* disappoint* günstiger teurer unterbewertet überbewertet',
  /** What one bets on, and with. */
  stake:
    'coin coins crypto cryptos cryptocurrenc* project projects token tokens altcoin altcoins bet bets play plays investment investments investor* pick picks bag bags ' +
    'way~to~own way~to~play beta ticket treasury fund funds euros exposure~to ' +
    'ticker tickers asset assets slot basket narrative exposure horse moonshot gem sleeve retirement~fund sats savings nest~egg stash runner basket entry entry~point trade trades position stocks stock hold long-term~hold pension retirement money cash ' +
    'bucks dollars conviction cycle season allocation portfolio endowment long-term bull~run 10x 5x 100x wette wetten ' +
    'apuesta inversión investir investissement',
  /** An opinion is given. */
  opinion:
    'imo imho think thinks guess honestly opinion view feel feels tbh take unpopular would want wants like likes better~off ' +
    'i~know believe convinced deserves should glaube finde creo',
  /** A race and its places. */
  race:
    'race races horse* win wins winner winners winning won lose loses loser losers losing lost lead leads leader ' +
    'leading led runner-up crown king throne podium ahead behind rank ranks ranked ranking rankings tier tiers ' +
    'leaderboard standings outsider underdog winning favourite favorite followed~by second~place number~one number~two no~1 #1 order~of~preference best~to~worst pecking~order footnote standard~for supremacy dominance fight battle war wars ' +
    'surviv* around~in laggard laggards second~fiddle duel showdown head~to~head gewinn* rennen carrera ganador gagnant' +
    ' wrong~horse wrong~one wrong~coin wrong~token wrong~chain wrong~bet catching~up caught~up',
  /** Taking one and leaving the other. */
  choice:
    'choose chooses choosing chose choice pick picks picked picking prefer* preference favourite favorite would~rather d~rather torn ' +
    'decide deciding decision undecided either only~one one~of~them one~slot just~one one~only better~off ' +
    'vote votes voted poll ballot forced~to hesit* hésit* toss-up on~the~fence heavier i~know~which ' +
    'which~one which~of stick~with versus dilemma back~and~forth what~would~you would~you~rather if~you~had~to shortlist ' +
    'lieber statt entscheid* welche* cuál elegir elijo prefiero antes~que plutôt préfère choisir' +
    ' in~favour~of in~favor~of the~latter the~former candidates candidate claimants interchangeable sooner~have room~for~one room~for~only one~seat the~seat same~seat settle~on settled~on went~with',
  /** Who does what to whom. */
  joins:
    'run runs running rent rents rented renting pays paying integrat* interoperab* wraps wrapped plugs plug~into backs backed hooks relies rely depends depend needs sends send orders buys~compute provides provide supplies supply secures powered~by consumes bridge bridges bridged bridging partner* built ' +
    'builds build call calls called calling uses use used using queries query querying hosts hosted hosting settle* ' +
    'routes route routing serves serve served powers powered store stores stored storing indexes feeds feed deploy* ' +
    'train trains trained training mine mines miner miners mining connect* supports support via through lease leases ' +
    'resell* joined joins join merge* merged merger announced together with~the~help plugs settles sits~on talks~to ' +
    'mieten mietet laufen betrieben alquil* usan usa juntos zusammen louent utilise',
  /** A whole of several parts. */
  stack:
    'layer layers floor floors stack complement* both each jobs role roles respectively part~of side~by~side supply~chain ' +
    'different~things different~jobs independent combine* alike beide beides ambos ergänz* capas schicht* ebene*',
  /** That the two cannot be compared. */
  reject:
    'apples oranges category~error wrong~question broken~question question~is~broken meaningless nonsense absurd ' +
    'not~comparable incomparable not~substitutes different~layers different~layer different~floors different~games ' +
    'different~jobs different~things different~business stop~comparing stop~with not~rivals false~choice ' +
    'false~dichotomy like~saying like~choosing like~comparing like~asking is~to~say as~if~they not~a~race not~a~choice no~rival nobody~has~to~choose äpfel birnen ' +
    'complement* category~mistake what~is~being~compared different~problems different~businesses do~not~compete ' +
    'not~even~the~same not~the~same same~kind~of~thing neither: independent supply~chain looks~like~a~choice different~bets no~either unrelated same~business same~slot mistake~to~treat vergleich*~hinkt pommes~et~poires ' +
    'have~not~understood has~not~understood',
  /** Saying of one that it is not worth having. */
  dismiss:
    'pass~on passed~on forget skip leave~alone overhyped overrated had~its~run already~ran missed irrelevant obsolete ' +
    'redundant pointless worthless finished cooked dead doomed no~reason~to why~should see~why myself~why why~i why~would why~buy why~hold why~own why~settle ' +
    'why~bother not~buying nobody~needs no~need~for better~off convince~me regret* should~have~bought could~have ' +
    'half~the~project never~looked~back no~brainer easy~choice steal bargain' +
    ' wouldn~t~touch nobody~wants loser losers waste~of~money done~nothing does~nothing',
  /** A question or claim as such: what is said to be wrong when a comparison is rejected. */
  question:
    'question questions choice debate comparison comparisons contest dichotomy thread threads headline tweet list lists ' +
    'ranking rankings advice ask asking asks vergleich frage comparación comparaison analogy take matchup',
  /** What is wrong with it. */
  wrong:
    'wrong false broken no~point no~sense pointless useless meaningless silly misguided misses misleading nonsense absurd tired stop no~such ' +
    'makes~no~sense make~no~sense makes~little~sense category~error mistake confus* not~a not~the faulty odd ' +
    'keinen~sinn kein~sinn no~tiene~sentido pas~de~sens dumb stupid',
  /** Somebody else says so. */
  reported:
    'says said say wrote writes asked asks tweet headline someone somebody people they friend neighbour argues claims ' +
    'thinks think believe believes treat treats calls whoever anyone everyone',
  /** Words that speak of comparing itself: what they say depends on whether it is denied. */
  comparing:
    'compar* rivals rival substitute substitutes replacement compete competes competing choice ' +
    'choose alternative* alternativ* either race vergleich* sustitut* alternativas better~or~worse instead~of',
  /** Things of a project that are not the bet: who compares these compares no projects. */
  thing:
    'docs documentation paper papers whitepaper forum forums team teams block blocks node nodes validator validators ' +
    'halving* burn emissions miner miners wallet wallets bridge discord telegram explorer api sdk contract app apps booth hackathon account ' +
    'address transaction transactions registration fee fees reward rewards bill bills tax taxes taxed subnet subnets ' +
    'section blog podcast podcasts talk talks meetup conference logo website newsletter repo repository people guys ' +
    'engineers developers hosts providers machines gpus hardware upgrade release mainnet report reports hosting ' +
    'review notes issues award awards engineer engineers design code questions stakers users~of ledger exchange exchanges browser laptop runtime staking',
  /** What happened, what is to be done. */
  event:
    'today yesterday tomorrow monday tuesday wednesday thursday friday week month january february march april may june ' +
    'july august september october november december announced launched launches launch published outage keynote ' +
    'conference meeting workshop read wrote asked email moved~off claim file appendix attended office',
} as const

export type CueClass = keyof typeof lists

/** How often words of each class stand in a lower-case text. */
export function countCues(text: string): Record<CueClass, number> {
  const counts = {} as Record<CueClass, number>
  for (const name of cueClasses) counts[name] = text.match(patterns[name])?.length ?? 0
  return counts
}

export const cueClasses = Object.keys(lists) as CueClass[]

/** The alternatives of a class, to be put into a larger pattern. */
export function cueSource(name: CueClass): string {
  const words = lists[name].split(/ +/).map((word) =>
    word
      .replace(/[.+?^${}()|[\]\\]/g, '\\$&')
      .replaceAll('~', "['\\s/-]+")
      .replaceAll('*', '\\p{L}*'),
  )
  return `(?<![\\p{L}\\d])(?:${words.join('|')})(?![\\p{L}\\d])`
}

const patterns = Object.fromEntries(cueClasses.map((name) => [name, new RegExp(cueSource(name), 'gu')])) as Record<
  CueClass,
  RegExp
>
