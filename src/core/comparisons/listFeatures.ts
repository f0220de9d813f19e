/** What is looked at to tell whether a list or table ranks the projects it names. */
import { countCues } from './cues'
import { distinct, type Name } from './names'
import type { Entry, List, Table } from './units'

const whole = (words: string) => new RegExp(`(?<!\\p{L})(?:${words})(?!\\p{L})`, 'iu')

const ranks = whole(
  'best|top(?! to)|leaderboard|standings|scorecard|ratings?|verdicts?|pros and cons|\\d+x|potential|win|rank\\p{L}*|tiers?|winners?|losers?|pick\\p{L}*|favou?rites?|buy\\p{L}*|order of|first|conviction|versus|vs|competitors?|rivals?|alternatives?|race|contenders?|shortlist|candidates|bets?|plays?|preference|prefer\\p{L}*|beste[nr]?|rangliste|mejores|choose|which',
)
const lists = whole(
  'holdings?|positions?|portfolio|own|mentioned|episodes?|podcast|to watch|watch ?list|reading|read|to ?do|todo|agenda|attendees|notes?|layers?|floors?|stack|links?|sources?|glossary|members?|steps?|tasks?|schedule|calendar|events?|news|updates?|partners?|customers?|integrations?|rent|hosting|setup|meetings?|calls?|people|docs|questions?|rewards?|balances?|addresses|wallets?|units',
)
const verdict = whole(
  'buy|sell|hold|avoid|winner|loser|number one|overpriced|underpriced|overvalued|undervalued|strong|weak|unchanged|up (?:one|two|\\d)|down (?:one|two|\\d)|best|worst|better|worse|clear|solid|meh|skip|pass|top|good|bad|great|\\d+ ?/ ?(?:5|10|100)|\\d+ points|[abcdf][+-]?',
)
const layers = whole(
  'compute|intelligence|agents?|data|execution|ux|models?|gpus?|apps?|storage|layer|inference|payments?|front ?end|machines?',
)
const amountAfter = /^[*_\s]*[:=–-]?\s*[$€~]?\d[\d.,]*\s*(?:%|k|m|units?|$|[(@,])/iu
const tierBefore = /^\W*[sabcdef][+-]?\W*$/iu
const nothingBefore = /^\W*(?:\p{L}: ?)?\W*$/u

function share(items: readonly Entry[], test: (item: Entry) => boolean): number {
  return items.filter(test).length / items.length
}

const isUnsure = ({ names }: { readonly names: readonly Name[] }) => names.every(({ isSure }) => !isSure)
const isHalfSure = ({ names }: { readonly names: readonly Name[] }) =>
  distinct(names.filter(({ isSure }) => isSure)).length === 1

/** Each says how much of it there is in a list. */
const listFeatures = {
  list: () => true,
  'list ordered': ({ isOrdered }: List) => isOrdered,
  'list lead ranks': ({ lead }: List) => ranks.test(lead),
  'list lead lists': ({ lead }: List) => lists.test(lead),
  'list lead asks': ({ lead }: List) => lead.includes('?'),
  'list lead says bet': ({ lead }: List) => countCues(lead.toLowerCase()).stake > 0,
  'list of entries': ({ items }: List) => share(items, (item) => nothingBefore.test(item.before)),
  'list of sentences': ({ items }: List) => share(items, (item) => /\p{L}{3,} /u.test(item.before)),
  'list of tiers': ({ items }: List) => share(items, (item) => tierBefore.test(item.before)),
  'list of layers': ({ items }: List) => share(items, (item) => layers.test(item.before) || layers.test(item.after)),
  'list of amounts': ({ items }: List) => share(items, (item) => amountAfter.test(item.after)),
  'list of verdicts': ({ items }: List) => share(items, (item) => verdict.test(item.after)),
  'list of bare names': ({ items }: List) => share(items, (item) => item.after.trim() === ''),
  'list of long items': ({ items }: List) => share(items, (item) => item.after.length > 60),
  'list of events': ({ items }: List) => share(items, (item) => countCues(item.after.toLowerCase()).event > 0),
  'list without a sure name': isUnsure,
  'list with one sure name': isHalfSure,
} as const satisfies Record<string, (list: List) => number | boolean>

const rankHead = /^(?:rank|#|no\.?|place|position|platz|rang|puesto)\s*$/iu
const scores = whole('scores?|rating|grade|points?|total|votes?|stars?|note|punkte')
const verdicts = whole(
  'verdict|winner|pick|buy|sell|upside|downside|target|conviction|potential|best|risk|tier|bet|recommendation|rank|ranking|favou?rite|outlook|thesis',
)
const amounts = whole('amount|units?|value|qty|quantity|weight|holdings?|balance|cost|menge|wert|income|staked')
const roles = whole('layer|floor|ebene|schicht|role|does|what it does|pays for|spent on|category')
const dates = whole('date|event|when|day|time|due|status|owner|contact')
const graded = /\|\s*(?:buy|sell|hold|avoid|[a-d][+-]?|\d+ ?\/ ?\d+|high|medium|low|★+)\s*(?:\||$)/iu

const some = (titles: readonly string[], expression: RegExp) => titles.some((title) => expression.test(title))
/** Where a table says what it compares: in its header, or in its first column when the projects are the header. */
const subjects = ({ header, isTurned, rowTitles }: Table) => (isTurned ? [...header, ...rowTitles] : header)

/** Each says how much of it there is in a table. */
const tableFeatures = {
  table: () => true,
  'table turned': ({ isTurned }: Table) => isTurned,
  'table lead ranks': ({ lead }: Table) => ranks.test(lead),
  'table of ranks': ({ header }: Table) => some(header, rankHead),
  'table of scores': (table: Table) => some(subjects(table), scores),
  'table of verdicts': (table: Table) => some(subjects(table), verdicts),
  'table of amounts': ({ header }: Table) => some(header, amounts),
  'table of layers': ({ header }: Table) => some(header, roles),
  'table of dates': ({ header }: Table) => some(header, dates),
  'table of grades': ({ items }: Table) => share(items, ({ after }) => graded.test(after)),
  'table without a sure name': isUnsure,
  'table with one sure name': isHalfSure,
} as const satisfies Record<string, (table: Table) => number | boolean>

export type ListFeature = keyof typeof listFeatures | keyof typeof tableFeatures

export function readList(list: List): Map<ListFeature, number> {
  return measured(listFeatures, list)
}

export function readTable(table: Table): Map<ListFeature, number> {
  return measured(tableFeatures, table)
}

function measured<Unit, Feature extends string>(
  features: Readonly<Record<Feature, (unit: Unit) => number | boolean>>,
  unit: Unit,
): Map<Feature, number> {
  const found = new Map<Feature, number>()
  for (const [name, measure] of Object.entries<(unit: Unit) => number | boolean>(features)) {
    const value = Number(measure(unit))
    if (value > 0) found.set(name as Feature, value)
  }
  return found
}
