/** What a sentence says of two names: that one is chosen, traded or better, or that one uses the other. */
import type { ProjectIndex } from '../knowledge/projectIndex'
import { cueSource } from './cues'
import { crossLayers, type Name } from './names'
import { mark, unmarked, type Skeleton } from './skeleton'

const N = `(${mark})`
/** Within a clause. */
const any = '[^\ue000-\uf8ff.!?;\\n]'
/** Within a part of a clause. */
const near = '[^\ue000-\uf8ff.,!?;\\n]'
const [sell, buy, swap, beat, rival, degree, thing, joins, dismiss] = (
  ['sell', 'buy', 'swap', 'beat', 'rival', 'degree', 'thing', 'joins', 'dismiss'] as const
).map(cueSource) as [string, string, string, string, string, string, string, string, string]

/** One of some words. */
function word(words: string): string {
  return `(?<![\\p{L}\\d])(?:${words})(?![\\p{L}\\d])`
}

/** What follows a name that is itself compared, and not a thing of it: `A's docs are better than B's docs`. */
const itself = `(?!(?:'s)? (?:\\S+ )?${thing})`
const or = word('or|oder|ou|o|u')
const than = word('than|als|que|to')
const insteadOf = word(
  'instead of|rather than|in place of|statt|anstatt|anstelle von|antes que|en vez de|plutôt que|au lieu de',
)
const comparedWith = word('compared (?:to|with)|relative to|next to|unlike|measured against|im vergleich zu')
const onto = word('to|into|in|for|with|against|gegen|durch|por|contre|en|by')
const oneOf = word('those|that|the ones?')

const patterns = {
  /** `A or B`. */
  or: [
    `${N}\\? ${N}\\?`,
    `${N}(?:, | |\\? )${or} (?:maybe |rather |perhaps |lieber |even |with |in |into |to )?${N}${itself}`,
  ],
  /** `hold A or flip to B`. */
  orLoosely: [`${N}${itself}${any}{1,30}?${word('or|oder|ou|o')}${any}{0,20}?${N}`],
  versus: [
    `${N}${itself}(?: ${any}{0,25})?,? ?${word('vs|versus|v|gegen|contra')}\\.? ?${N}`,
    `${N} ?(?:>+|≫|<+) ?${N}`,
    `${N} against ${N}${itself}`,
  ],
  /** `A → B`. */
  arrow: [`${N} ?(?:→|[-=]+>|⇒|➜|➡) ?${N}`],
  /** `compared with A, B`. */
  measured: [
    `${N}${any}{0,40}?(?:${comparedWith}|${word('against|beside')}) ${any}{0,12}${N}${itself}`,
    `(?:${comparedWith}|${word('versus')}) ${any}{0,12}${N},${any}{0,12}${N}`,
  ],
  slash: [`${N} ?/ ?${N}`],
  /** `A is cheaper than B`, `A has twice the users of B`. */
  than: [
    `${N}${itself}${any}{0,90}?${degree}${any}{0,50}?${than}(?! (?:it|i|he|she|we|they|ever|before|last|in|at)(?!\\p{L}))(?!${any}{0,20}${oneOf})${near}{0,22}${N}${itself}`,
    `${N}${itself}${any}{0,40}?\\p{L}{2,}er ${any}{0,40}?${word('than')} ${near}{0,14}${N}${itself}`,
    `${N}${any}{0,24}${word('\\d+x?|ten|twice|half|double|two|three|four|five|several')} (?:times )?the ${any}{3,20} ${word('of|that')} ${N}`,
  ],
  /** `A's docs are better than those of B`. */
  thingThan: [
    `${N}(?:'s)? (?:\\S+ )?${thing}${any}{0,60}?${word('than|over|als')}${any}{0,25}${N}`,
    `${N}${any}{0,60}?${word('than|over|als')}${any}{0,25}${N}(?:'s)? ${thing}`,
    `${N}?${any}{0,30}${degree}${any}{0,12}${thing}${any}{0,30}${N}${any}{0,12}${word('than')}${any}{0,12}${N}`,
    `${N}${any}{0,60}?${word('than|als')} ${any}{0,12}${oneOf}${any}{0,10}${N}`,
  ],
  insteadOf: [
    `${N}${near}{0,50}?${insteadOf} ${any}{0,18}${N}${itself}`,
    `${insteadOf} ${any}{0,24}${N}${itself},?${any}{0,40}${N}`,
    `${word('rather|lieber|eher|plutôt')} ${any}{0,14}${N}${any}{0,14}${than} ${N}`,
  ],
  /** `A over B`. */
  over: [
    `${N}${any}{0,12}?${word('over|ahead of|before|above|vor')} ${N}`,
    `${N}${any}{0,30}?${word('win\\p{L}*|preferred|favou?r\\p{L}*|edge|picks?|picked|chosen|chose')} ${any}{0,6}?${word('over|against')} ${N}`,
    `${word('prefer\\p{L}*|prefiero|bevorzuge')}${any}{0,12}${N}${any}{0,30}${word('to|over|than|a|antes')}${any}{0,10}${N}`,
  ],
  /** `A, not B`. */
  notThat: [
    `${word('no more|no longer')} ${N}[.,;:] ${unmarked}{0,20}${N}`,
    `^${word('not|nicht|no')} ${N}[.,;:]${unmarked}{0,40}${N}`,
    `${N},? ?(?:and |but )?${word('not|nicht|no')} (?:on |in |for |with )?${N}`,
    `${word("don't|do not|never|not|no more")} ${any}{0,20}(?:${sell}|${buy})${any}{0,14}${N}${any}{0,4}[,.;:] ?${any}{0,24}${N}`,
  ],
  /** `sell A, buy B`. */
  trade: [
    `${sell}${any}{0,40}${N}${unmarked}{0,50}?(?:${buy}|${swap}|${word('instead|into|for|to|für|dafür|por|pour')})${any}{0,36}${N}${itself}`,
    `${buy}${any}{0,30}${N}${any}{0,50}?${sell}${any}{0,30}${N}`,
    `${sell}${any}{0,24}${N}, ?${buy}${any}{0,24}${N}`,
  ],
  /** `from A into B`. */
  rotate: [
    `${swap}${any}{0,36}${N}${any}{0,36}?${onto} ${any}{0,24}${N}${itself}`,
    `${word('out of|from|aus|de')} ${any}{0,14}${N}${any}{0,40}?${word('to|into|in|zu|a|y')} ${any}{0,14}${N}${itself}`,
    `${word('to|into')} ${N} ${word('from|out of')} ${N}`,
    `${N}${any}{0,24}${word("i|i'm|i've|we|we're|he|she|they|am|are")} ${any}{0,12}${swap}${any}{0,25}${word('to|into')} ${any}{0,10}${N}`,
  ],
  /** `A moved to B`: it runs there now. */
  migrates: [
    `${N} (?:has |have |had |will |is |was )?${swap} ${any}{0,30}${word('to|on|onto|with|from')} ${any}{0,10}${N}`,
  ],
  /** `A beats B`, `A makes B obsolete`, `A hat B überholt`. */
  beats: [
    `${N}${itself}${any}{0,40}?${beat}${any}{0,26}${N}${itself}`,
    `${N}${itself}${any}{0,24}?${word('makes?|made|making|render|renders|leaves?|left')} ${any}{0,12}${N} (?:look )?(?:${beat}|${dismiss}|${word('behind|in the dust')})`,
    `${N}${any}{0,30}${N}${any}{0,24}${word('überholt|abgehängt|geschlagen|ersetzt|ablösen|überholen|schlagen|ersetzen|superado|dépassé')}`,
  ],
  /** `no reason to own A once there is B`. */
  dismisses: [
    `${dismiss}${any}{0,24}${N}${itself}${unmarked}{0,60}?${N}`,
    `${N}${any}{0,20}${dismiss}${unmarked}{0,50}?${N}`,
  ],
  /** `A offers all that B does`, `what does A offer that B does not`. */
  outdoes: [
    `${N} (?:already )?${word('has|have|offers?|does|do|delivers?|gives?|promises|promised')} ${any}{0,30}?${word('what|that|everything|nothing|whatever')} ${any}{0,12}?${N}`,
    `${word('everything|whatever|all that|all')} ${any}{0,6}${N}${any}{1,30}?,? ${any}{0,8}${N}`,
    `${N} ${word('when|while|once|if|as long as')} ${any}{0,12}?${N}`,
  ],
  /** `A is a rival of B`. */
  rivals: [
    `${N}${itself}${any}{0,40}?${rival}${any}{0,30}${N}${itself}`,
    `${rival}${any}{0,30}${N}${itself}${any}{0,12}[:.]? ?${any}{0,30}${N}`,
    `${N}${any}{0,16}${N}[- ]${rival}`,
  ],
  between: [
    `${word('between|zwischen|entre')} ${any}{0,10}${N}()`,
    `${word('between|zwischen|entre')} ${any}{0,10}${N} (?:and|und|y|et|or) ${any}{0,12}${N}`,
  ],
  /** `A, then B`. */
  order: [
    `${N}${any}{0,40}?,? ?${word('then|followed by|second|next|dann|luego|after that')}${any}{0,14}${N}`,
    `${N}${any}{0,12}?${word('first|1st|number one|no 1|#1|second|2nd|third|3rd|last')}${any}{0,6}[,;]${any}{0,6}${N}`,
  ],
  /** `A is the new B`, `A is what B wanted to be`. */
  equates: [
    `${N} (?:is|was|will be|as|becomes) (?:just |basically |only )?(?:the|a) ${any}{0,16}${N}`,
    `${N} (?:is|was) (?:just |only )?the ${any}{3,24}${N} (?:is|was) (?:just |only )?the `,
    `${N} ${any}{0,10}${word('do|did|does')} to ${N} what`,
    `${N} ${word("is|was|are|isn't|ist|es")} ${any}{0,45}?${word('what|basically|essentially|just|half|that|like|wie|como|to \\d+ what')} ${any}{0,30}?${N}`,
    `${N}${any}{0,45}?${word('as \\p{L}+ as|so \\p{L}+ wie')} ${N}`,
    `${N}(?: is| was|:)? (?:really |just |literally |basically )?(?:the|an?|another) ${near}{0,16}${N}`,
    `${word('if')} ${N}${any}{0,50}${N}${any}{0,10}${word('should|must|ought|has to')}`,
  ],
  /** `A is this, B is that`. */
  contrast: [
    `${N}${any}{1,80}?(?:;|,? ${word('but|while|whereas|yet|aber|während|pero|mientras|mais|and')}) ${any}{0,40}?${N}`,
    `${N}${any}{1,60}, ${any}{0,12}${N}`,
  ],
  /** `A for this and B for that`. */
  roles: [
    `${N} ${word('for|does|is for|as|für|para|pour')} ${any}{1,30}?${N} ${word('for|does|is for|as|für|para|pour')} `,
    `${word('for')} ${any}{3,30}? ${N}.{0,12}?${word('for')} ${any}{3,30}? ${N}`,
  ],
  /** `A rents from B`. */
  joins: [`${N}${any}{0,40}?${joins}${any}{0,30}${N}`],
} as const satisfies Record<string, readonly string[]>

export type LinkKind = keyof typeof patterns

export interface Link {
  readonly kind: LinkKind
  readonly left: readonly Name[]
  /** Empty when the names on the left are linked with each other. */
  readonly right: readonly Name[]
}

let compiled: readonly { readonly kind: LinkKind; readonly expressions: readonly RegExp[] }[] | undefined

/** All links between the names of a sentence. */
export function linksIn({ text, namesOf }: Skeleton): Link[] {
  // Not before there is a sentence with two names: it takes longer than all else that is done at start.
  compiled ??= Object.entries(patterns).map(([kind, sources]) => ({
    kind: kind as LinkKind,
    expressions: sources.map((source) => new RegExp(source, 'gu')),
  }))
  return compiled.flatMap(({ kind, expressions }) =>
    expressions.flatMap((expression) =>
      matchesOf(text, expression).map(([, left = '', right = '']) => ({
        kind,
        left: namesOf(left),
        right: namesOf(right),
      })),
    ),
  )
}

/** All matches, overlapping ones too: `A or B or C` has two links. */
function matchesOf(text: string, expression: RegExp): RegExpExecArray[] {
  const matches: RegExpExecArray[] = []
  expression.lastIndex = 0
  for (let match = expression.exec(text); match; match = expression.exec(text)) {
    matches.push(match)
    expression.lastIndex = match.index + 1
  }
  return matches
}

/** Whether a link is between projects that are no substitutes. */
export function isCrossing({ left, right }: Link, index: ProjectIndex): boolean {
  return crossLayers(left, right.length === 0 ? left : right, index)
}
