/** The rows of a question of an evaluation. */
import { isSameChoice, knownAnswers, knownBasis, type Choice, type Subject } from '../core/evaluation'
import { sayAge, type Today } from '../core/figures'
import type { ProjectIndex } from '../core/knowledge/projectIndex'
import type { QuestionId } from '../core/knowledge/schema'
import type { Draft } from '../core/records/draft'
import { changesSince, sayChange } from '../core/records/history'
import { knownEvidence, limits, type EvaluationRecord, type OwnEvidence } from '../core/records/record'
import { openLink, separator, withoutIcons, type ChoiceItem } from './multiStep'
import type { MentionLine } from './projectMentions'

/** What the steps of an evaluation have to hand. */
export interface Asking {
  readonly subject: Subject
  readonly index: ProjectIndex
  readonly today: Today
  /** The evaluation before this one. */
  readonly earlier?: EvaluationRecord
  /** Where the user's notes mention the project. */
  readonly mentions: readonly MentionLine[]
  /** Keeps the answers so far, so that nothing is lost whatever happens next. */
  readonly keep: (draft: Draft) => unknown
}

/** What a row is: an answer, or evidence of one’s own to write. */
export type Chosen = { readonly choice: Choice } | { readonly evidence: OwnEvidence | 'new' }

/** Everything there is to answer a question with: its answers, what changed, what is known, one’s notes and evidence. */
export function answerItems(id: QuestionId, draft: Draft, asking: Asking): ChoiceItem<Chosen>[] {
  const own = draft.own.filter(({ question }) => question === id)
  const section = (label: string, items: readonly ChoiceItem<Chosen>[]) =>
    items.length > 0 ? [separator(label), ...items] : []
  return [
    ...(id === 'layer' ? layerItems(asking) : yesOrNoItems(id, asking)),
    ...section('Changed since', changedItems(asking)),
    ...section('Known evidence', knownItems(id, asking)),
    ...section('In your notes', mentionItems(asking)),
    separator('Your evidence'),
    ...own.map((evidence) => ({
      label: `$(edit) ${withoutIcons(evidence.claim)}`,
      description: [evidence.number, evidence.asOf].filter((part) => part !== '').join(', '),
      detail: 'Change or remove',
      value: { evidence },
      ...(evidence.url === '' ? {} : { url: evidence.url }),
    })),
    ...(draft.own.length < limits.ownEvidence
      ? [
          {
            label: '$(add) Add evidence of your own…',
            detail: 'A claim, with number, link and date',
            value: { evidence: 'new' as const },
          },
        ]
      : []),
  ]
}

/** Where it sits: the known floor first, then the others, then that it fits nowhere. */
function layerItems(asking: Asking): ChoiceItem<Chosen>[] {
  const { subject, index } = asking
  const known = 'project' in subject ? knownAnswers(subject.project).layer : undefined
  const floors = [...index.knowledge.layers].sort(
    (a, b) => Number(b.id === known?.layer) - Number(a.id === known?.layer),
  )
  return [
    ...floors.map(({ id, name, summary }) =>
      answerItem(asking, 'layer', { answer: 'yes', layer: id }, `$(pass) Yes: ${name}`, summary),
    ),
    answerItem(
      asking,
      'layer',
      { answer: 'no' },
      '$(circle-slash) No: it cannot be placed',
      index.question('layer').doesNotClear,
    ),
    answerItem(asking, 'layer', { answer: 'unsure' }, '$(question) Unsure', openQuestion),
  ]
}

/** Yes, no or unsure. */
function yesOrNoItems(id: QuestionId, asking: Asking): ChoiceItem<Chosen>[] {
  const { clears, doesNotClear } = asking.index.question(id)
  return [
    answerItem(asking, id, { answer: 'yes' }, '$(pass) Yes', clears),
    answerItem(asking, id, { answer: 'no' }, '$(circle-slash) No', doesNotClear),
    answerItem(asking, id, { answer: 'unsure' }, '$(question) Unsure', openQuestion),
  ]
}

const openQuestion = 'An open question; counts as not cleared.'

/** An answer with what it means, or, under the one that is known, with what is known and where from. */
function answerItem(
  { subject, today }: Asking,
  id: QuestionId,
  choice: Choice,
  label: string,
  meaning: string,
): ChoiceItem<Chosen> {
  const value = { choice }
  if (!('project' in subject) || !isSameChoice(choice, knownAnswers(subject.project)[id]))
    return { label, detail: meaning, value }
  const { reason, basis, url } = knownBasis(subject.project, id, today)
  const description = basis === '' ? 'known' : `known: ${basis}`
  return { label, description, detail: reason, value, ...(url === undefined ? {} : { url }) }
}

/** What the knowledge says otherwise than it did at the evaluation before. */
function changedItems({ earlier, index }: Asking): ChoiceItem<Chosen>[] {
  return earlier ? changesSince(earlier, index).map((change) => ({ label: `$(history) ${sayChange(change)}` })) : []
}

/** Evidence with who claims it and how old it is; Enter opens its source. */
function knownItems(id: QuestionId, { subject, today }: Asking): ChoiceItem<Chosen>[] {
  if (!('project' in subject)) return []
  return knownEvidence(subject.project)
    .filter(({ question }) => question === id)
    .map(({ claim, number, asOf, claimant, source, url }) => ({
      label: `$(graph) ${number === '' ? claim : number}`,
      description: [asOf === '' ? '' : sayAge(asOf, today), `says ${claimant}`]
        .filter((part) => part !== '')
        .join(' · '),
      detail: [number === '' ? '' : claim, source, url === undefined ? '' : 'Enter opens it']
        .filter((part) => part !== '')
        .join(' · '),
      ...(url === undefined ? {} : { url, run: () => openLink(url) }),
    }))
}

function mentionItems({ mentions }: Asking): ChoiceItem<Chosen>[] {
  return mentions.map(({ text, place, show }) => ({
    label: `$(note) ${place}`,
    detail: withoutIcons(text),
    run: show,
  }))
}
