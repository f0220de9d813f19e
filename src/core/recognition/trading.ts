/**
 * Words and numbers of trading right beside a name: `bought some near`, `12 TAO`, `ATH is down 8 %`. Expressions are for
 * lower case: to compile one for any case, or for all of Unicode, takes several times as long, when the first note opens.
 */

const english =
  'buy|buying|bought|sell|selling|sold|swap|swapped|stake|staked|staking|unstaked|hold|holding|held|hodl|long|short|longed|shorted|accumulate|accumulating|added|trim|trimmed|rotate into|rotated into|stopped out of|out of my|exposure to|holders of|stakers of|pay in|pays in|paid in|paid out in|due in|payment in|priced in|settled in|denominated in|half my|all my|bullish on|bearish on|price of|aping into|dca into|dump|dumped'
const german = 'kaufe|kauft|gekauft|verkaufe|verkauft|halte|hielt|stake|kurs von|anteil an'
const french = 'ach[èe]te|achet[ée]|vends|vendu|garde|cours d[eu]|prix d[eu]|encore (?:des?|du)|mis[ée]? sur'
const spanish = 'compro|compr[ée]|compr[óo]|comprado|vendo|vend[íi]|vendi[óo]|vendido|guardo|precio de|nada de'

/** A word of trading or staking that a name follows. */
const lead = new RegExp(
  `(?:^|[^a-zà-ÿ])(${[english, german, french, spanish].join('|')})\\s+(?:some\\s+|more\\s+|my\\s+|a bit of\\s+|a little\\s+|the\\s+|mein(?:e[nr]?)?\\s+|die\\s+|ein paar\\s+|mes\\s+|mon\\s+|un peu de\\s+|quelques\\s+|mis?\\s+|sus?\\s+|unos\\s+|m[áa]s\\s+)?(?:\\d[\\d.,]*\\s?(?:k|m|%)?\\s+(?:of\\s+|de\\s+)?)?[$*_[]*$`,
)
const leadOfCjk =
  /(买入|买了|卖了|卖出|卖掉|持有|拿着|加仓|清仓|質押|质押|买|卖|買った|売った|買い|売り)[了点些的一半多少\d.,\s]{0,8}$/

/** The word of trading before a name. */
export function leadOf(before: string): string | undefined {
  const text = before.toLowerCase()
  return (lead.exec(text) ?? leadOfCjk.exec(text))?.[1]
}

const move = new RegExp(
  [
    '^[*_\\])]*\\s+(?:is\\s+|was\\s+|got\\s+|has\\s+|has been\\s+|just\\s+|did\\s+)?(doubled|halved|tripled|mooned|moons|pumps|pumped|pumping|dumps|dumped|dumping|dips|dipped|rallied|rallies|slid|slides|slips|slipped|sinks|sank|soars|soared|surges|surged|plunges|plunged|tanked|tanks|crashed|crashes|delisted|listed|unlocks?|flat|up|down|at lows|at highs)(?=\\s*(?:$|[.,;:!?)\\d%+-]|a bit\\b|again\\b|today\\b|below\\b|above\\b|after\\b|since\\b|from\\b|on (?:the|that)\\b|by\\b|all\\b|overnight\\b|this\\b|volume\\b))',
    '^[*_\\])]*\\s+(steigt|stieg|f[äa]llt|fiel|leicht im|im plus|im minus|gekauft|verkauft|nachgekauft|sube|baja|subi[óo]|baj[óo]|cay[óo]|monte|baisse|chute|a perdu|a gagn[ée])(?![a-zà-ÿ])',
    '^\\s*(?:又|也|还|今天|昨天)?(涨|跌|卖了|买了|清了|清仓|归零|を買|を売|が上が|が下が)',
  ].join('|'),
)

/** The word behind a name that says what its price did, or what somebody did with it. */
export function moveOf(after: string): string | undefined {
  const found = move.exec(after.toLowerCase())
  return found?.[1] ?? found?.[2] ?? found?.[3]
}

const numerals =
  'one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|eighty|ninety|(?:a |one |two |three |five )?(?:hundred|thousand|million)|a few'
const amountBefore = new RegExp(
  `(?:(?:^|[\\s(~≈+-])\\d[\\d.,]*\\s?(?:k|m|%)?|\\b(?:(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)-)?(?:${numerals}))\\s+[*_[]*$`,
)
const amountAfter = new RegExp(
  [
    '^[*_\\]]*\\s*(?:[:=@|]\\s*|at\\s+|to\\s+)?\\$\\s?\\d',
    '^\\s+at\\s+\\d',
    '^[*_\\]]*\\s*[:|]\\s*[+-]?\\d[\\d.,]*',
    '^\\s+\\d[\\d.,]*\\s*$',
    '^\\s+(?:is |was |minus |plus )?(?:up|down|minus|plus|below|above|under)\\s+\\d',
    '^\\s+[+\u2212-]\\d[\\d.]*\\s?%',
    // `moved eight percent`, `sits 90% under`, `fell 4 %`, `stands at six dollars`.
    `^\\s+(?:moved|sits|fell|rose|gained|lost|dropped|jumped|slid|climbed|dipped|is|was|stands?|trades?|traded|closed|opened|steht bei|cotiza a)\\s+(?:at |by |about |near |around )?(?:\\d|\\$\\d|(?:${numerals})\\s+(?:percent|per cent|dollars?|cents?|euros?)\\b)`,
  ].join('|'),
)

/** `TAO 22, half of it staked`, `levels: NEAR 4.85 / 5.60`: a number right behind what is written as a name. */
export function hasNumberBehind(after: string): boolean {
  return /^ [~≈+−-]?[$€]?\d[\d.,]*[km%]?(?=[\s]*(?:$|[,;)/|→–—\n]|\.(?:\s|$)))/u.test(after)
}

/** An amount or a price right beside a name. */
export function hasAmount(before: string, after: string): boolean {
  return amountBefore.test(before.toLowerCase()) || amountAfter.test(after.toLowerCase())
}
