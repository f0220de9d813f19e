/**
 * What the place of a name in its clause counts, by what stands before and behind it (`grammar.ts`) and by how it is
 * written (`form.ts`), and how much a name that is written so leans to its project or to its other senses, as log-odds.
 * Written by `test/bench/learnWeights.mjs` from labelled notes; what is not listed counts nothing.
 */
import learned from '../../../knowledge/learned/mentions.json'

export const learnedWeights: Readonly<Record<string, number>> = Object.fromEntries(
  Object.entries<Record<string, Record<string, number>>>(learned).flatMap(([kind, ofKind]) =>
    Object.entries(ofKind).flatMap(([of, byForm]) =>
      Object.entries(byForm).map(([form, weight]) => [`${kind} ${of} ${form}`, weight]),
    ),
  ),
)
