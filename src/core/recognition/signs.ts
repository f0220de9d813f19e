/** Which kinds of evidence are signs of a project, of a person, of another sense. */
import { ordinaryForms, type Form } from './form'
import type { Evidence, WeightName } from './weights'

/** What shows that a name means something else, not only that nothing shows that it means the project. */
const speaksForOthers: ReadonlySet<WeightName> = new Set<WeightName>([
  'person',
  'pronoun',
  'otherApposition',
  'linkTitle',
  'strange start',
  'strange name',
  'otherColumn',
  'determiner',
  'determinerBeforeTicker',
  'ipNetwork sentence',
  'compound',
  'versionAfter',
  'spelledOut',
  'ordinaryGrammar',
  'ofAfter',
  'counterCue sentence',
  'counterCueBeside',
])

/** Forms that hardly anything else has. */
export const sureForms: ReadonlySet<Form> = new Set<Form>(['alone', 'dollar', 'exactCase'])

/** Forms that other senses of a name have too. */
export const unsureForms: ReadonlySet<Form> = new Set<Form>([
  'capitals',
  'capitalsOfWord',
  'word',
  'severalWords',
  'netuid',
  ...ordinaryForms,
])

/** What speaks for a name from right beside it, from its sentence, its list or its column. */
export const support: ReadonlySet<WeightName> = new Set<WeightName>([
  'nameBeside',
  'tail',
  'nameTail',
  'lead',
  'move',
  'amount',
  'tagOrWikiLink',
  'apposition',
  'row beside name',
  'row beside capitals',
  'row beside start',
  'row beside bare',
  'candidates',
  'otherName',
  'projectColumn',
  'crypto sentence',
  'money sentence',
  'cue sentence',
  'same sentence',
  'relative sentence',
  'other sentence',
  'sameContested sentence',
  'sameAtStart sentence',
  'otherAtStart sentence',
  'otherContested sentence',
  'otherInGroup',
])

/** At or below its negative a name surely means something else. */
const sureOther = 1.5

/** Who does what only persons do, and has nothing that only projects have. */
export function isSurelyPerson(own: readonly Evidence[]): boolean {
  return own.some(({ weight }) => weight === 'person') && !own.some(({ weight }) => ofProjects.has(weight))
}

/** What only projects have beside them. */
const ofProjects: ReadonlySet<WeightName> = new Set<WeightName>([
  'nameBeside',
  'tail',
  'nameTail',
  'lead',
  'move',
  'amount',
  'apposition',
])

/** Whether a place surely means something else than a project: what it comes to is low, and something shows it. */
export function isSurelyOther(score: number, own: readonly Evidence[]): boolean {
  return score <= -sureOther && own.some(({ weight }) => speaksForOthers.has(weight))
}
