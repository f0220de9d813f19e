/**
 * English words that make poor names: in a note they mostly mean themselves. Common words, and words that projects like
 * to be called.
 */
export function isOrdinaryWord(name: string): boolean {
  words ??= new Set(ordinary.split(/\s+/))
  return words.has(name.toLowerCase())
}

let words: Set<string> | undefined

const ordinary = `
able about above access account across action active actor add after again agent agents air alert all alpha
also always amber anchor angel answer any apex apple arc arch arena argue arm army array arrow art ash ask
asset assets atlas atom audio aura author auto autumn avenue away axis azure baby back badge bake balance ball
band bank bar bare base basic basis basket bay beach beacon beam bear bee before begin bell below belt bench
best beta better beyond big bill bind bio bird bit black blade blank blast blaze blend block blocks bloom blue
board boat body bolt bond bone book boost border born both bottom box brain branch brave bread break breeze
brick bridge brief bright bring broad brook brush bubble bucket build builder bull burn bus bush busy button
buy buzz cable cache cake call calm camp canal candle canvas cap cape car carbon card care cargo case cash
cast castle cat catch cause cave cell center central chain chair chance change channel chapter charge charm
chart chase chat check chef chest chief child chip choice chord chorus circle citizen city civic claim claims
clash class claw clay clean clear click cliff climb clip clock close cloud clover club coal coast coat cobra
code coin cold collect color comet common commune compass compute concept condor confirm connect control cook
cool copper coral core corn corner cosmos cost count country court cover cow craft crane crater cream create
credit creek crest crew cross crowd crown crystal cube cup cure curve custom cut cycle daily dance dark dash
data date dawn day deal dear deck deep deer delta dental depth desert desk detail dew dial diamond dice dig
digital dime direct dish display dive doc dock dog dollar dome door dot double dove down draft dragon draw
dream drift drive drop drum dry duck due dune dust each eagle early earn earth ease east easy echo eclipse
edge edit eight elder element elite ember emerald empire empty end energy engine enjoy enter epic epoch equal
era error essence ether even event ever every exact example exit extra eye fabric face fact fair faith falcon
fall family fan far farm fast fate father fault feather feed feel fence fetch few fiber field fifth fig fight
file fill film filter final find fine finger finish fire first fish fit five fix flag flame flare flash flat
fleet flex flight flint float flock flood floor flow flower fluid flux fly foam focus fog fold follow food
foot force forest forge fork form fort forum forward found four fox fragment frame free fresh friend frog
front frost fruit fuel full fun fund fuse fusion future gain galaxy game gap garden gas gate gather gauge gear
gem general genesis genius gentle ghost giant gift give glass gleam glide global globe glow go goal goat gold
golden good grace grade grain grand grant grape graph grass gravity gray great green grid grip ground group
grove grow guard guardian guide gulf guru habit half hall halo hammer hand happy harbor hard harmony harvest
hash haven hawk head heart heat heavy help hen herald hero hide high hill hint hive hold hole home honey hook
hope horizon horn horse host hour house hub human hunt hydra hyper ice icon idea image impact index infinity
ink inner input insight instant iris iron island item ivory jade jazz jet jewel job join joint joke journey
joy judge juice jump jungle junior just keen keep kernel key kick kid kind king kite knight knot know lab
label labs lake lamp land lane large laser last late launch law layer lead leaf league lean learn leave left
legacy legend lemon lens level lever life lift light lightning like lily lime limit line link lion liquid list
live load loan local lock log logic long look loom loop lotus love low loyal luck lumen luna lunar lynx
machine magic magnet main make maker manta map maple marble march mark marker market mars marsh mask mass
master match matrix matter maze meadow mean medal melody melt memory mercury merge mesh metal meteor meter
metro midnight mile milk mill mind mine miner mint mirror mission mist mix model modern moment monday money
monkey monster month moon more morning moss moth mother motion mountain mouse move much muse music must myth
name nation native nature near neat nebula neck need nest net network neural new next night nimbus nine noble
node noise nomad none north nose note nova now number nut oak oasis object ocean odd offer office oil old
olive omega one onion only onyx open optic option oracle orange orb orbit orchard orchid order organ origin
osprey other otter outer output over owl own pace pack page paint pair palace palm panda panel paper paradigm
park part pass patch path pattern pay peace peach peak pearl pen penguin people pepper perfect phase phoenix
phone photo piano pick picture pie piece pig pilot pin pine pink pipe pixel place plan plane planet plant
plasma plate play player plaza plot plus pocket poem point pole pond pool pop port portal post pot potato
power prairie praise precise present press prime prince print prism prize probe process profit project promise
proof prophet protocol proud prove pulse pump pure purple push puzzle python quantum quarry quartz queen quest
question quick quiet quilt quote rabbit race radar radio rail rain rainbow raise ralph ranch random range rank
rapid rare raven raw ray reach react read ready real realm reason rebel record red reef reflect region relay
remote render rent report reserve rest result return reward rhythm ribbon rice rich ride ridge right ring rise
river road robin robot rock rocket role roll roof room root rope rose round route royal ruby rule run rune
rush sable safe sage sail salad salt same sand sapphire satellite save say scale scan scene school scope score
scout screen script scroll sea seal search season seat second secret seed self senate sense sentinel serve set
seven shade shadow shape share shark sharp shell shield shift shine ship shoe shop shore short show sign
signal silent silk silver simple single six size skill skin sky slate sleep slice slide slow small smart smile
smoke smooth snake snap snow social soft solar solid solo some son song soon sort soul sound source south
space spark speak spectrum speed spell sphere spice spider spin spiral spirit split spoon sport spot spread
spring sprint square stable stack stadium staff stage stake stamp stand star start state station stay steam
steel step stick still stone stop store storm story straight stream street strike string strong studio style
subject subnet such sugar suit sum summer summit sun sunrise super supply support sure surf surge swan swarm
sweet swift switch sword symbol sync synergy system table tag take tale talent talk tap target task taste tea
teach team tech tell temple ten tensor tent term terminal terra test text thank theme thing think third thread
three throne thunder tide tie tiger time tiny tip titan title token tone tool top torch total touch tower town
toy trace track trade trail train transit travel treasure tree trend trial tribe trick triple trophy true
trust truth try tube tune tunnel turbo turn turtle twin two type ultra umbrella under union unique unit united
unity universe up upper urban use user vale valley value vapor vault vector velvet venture venus verse vessel
victor victory view village vine vintage violet virtual vision visit vista vital vivid voice void volt volume
vortex vote voyage wait walk wall wallet want war warm watch water wave way wealth weather weave web week
weight west whale wheel when where white who whole wide wild will willow win wind window wine wing winter wire
wise wish wolf wonder wood word work world worm worth wrap write yard year yellow yes yield young zebra zen
zenith zephyr zero zeus zone zoom`
