import {
  isSameChoice,
  knownAnswers,
  knownBasis,
  questionIds,
  sayChoice,
  subjectName,
  type Choice,
  type GivenAnswer,
  type Subject,
} from '../core/evaluation'
import { sayAge, sayDate, type Today } from '../core/figures'
import type { ProjectIndex } from '../core/knowledge/projectIndex'
import type { QuestionId } from '../core/knowledge/schema'
import { stepCount, type Draft } from '../core/records/draft'
import { changesSince, sayChange } from '../core/records/history'
import {
  confidences,
  isAgainst,
  isEvidenceDate,
  knownEvidence,
  limits,
  readLink,
  type EvaluationRecord,
  type OwnEvidence,
} from '../core/records/record'
import {
  choose,
  openLink,
  separator,
  withoutIcons,
  write,
  type ChoiceItem,
  type Step,
  type StepResult,
} from './multiStep'
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

type AskStep = (draft: Draft, asking: Asking) => Promise<StepResult<Draft>>

const steps: readonly AskStep[] = [...questionIds.flatMap((id) => [askAnswer(id), askReason(id)]), askConfidence]

/** Asks what a draft has not answered yet. The draft at its last step, or undefined when the user leaves. */
export async function askSteps(draft: Draft, asking: Asking): Promise<Draft | undefined> {
  let current = draft
  for (;;) {
    await asking.keep(current)
    const ask = steps[current.step]
    if (!ask) return current
    const result = await ask(current, asking)
    if (result.type === 'cancel') return undefined
    const { step } = current
    current = result.type === 'next' ? { ...result.value, step: step + 1 } : { ...current, step: step - 1 }
  }
}

/** What all steps of an evaluation share; the three questions and the confidence are one each. */
function stepOf({ subject }: Asking, question: string, number: number): Omit<Step, 'placeholder'> {
  return {
    title: `${subjectName(subject)}: ${question}`,
    step: number,
    totalSteps: questionIds.length + 1,
    hasBack: true,
  }
}

function questionStep(id: QuestionId, asking: Asking): Omit<Step, 'placeholder'> {
  return stepOf(asking, asking.index.question(id).question, questionIds.indexOf(id) + 1)
}

type Chosen = { readonly choice: Choice } | { readonly evidence: OwnEvidence | 'new' }

/** One question: its answers, and below them everything there is to answer it with. */
function askAnswer(id: QuestionId): AskStep {
  return async (draft, asking) => {
    const known = 'project' in asking.subject ? knownAnswers(asking.subject.project)[id] : undefined
    let current = draft
    for (;;) {
      const given = current.answers[id]
      const items = answerItems(id, current, asking)
      const start = given ?? known
      const active = items.findIndex(
        ({ value }) => value !== undefined && 'choice' in value && isSameChoice(value.choice, start),
      )
      const result = await choose<Chosen>(
        {
          ...questionStep(id, asking),
          placeholder: placeholder(id, known, asking),
          hasBack: id !== 'layer',
        },
        items,
        Math.max(0, active),
      )
      if (result.type !== 'next') return result
      if ('choice' in result.value) {
        const { choice } = result.value
        // The reason of an answer that was changed is no reason any more.
        const note = isSameChoice(choice, given) ? given.note : isSameChoice(choice, known) ? known.note : ''
        return { type: 'next', value: withAnswer(current, id, { ...choice, note }) }
      }
      const asked = await askEvidence(id, result.value.evidence, asking)
      if (asked.type === 'cancel') return asked
      if (asked.type === 'next') {
        const others = current.own.filter((evidence) => evidence !== asked.value.before)
        current = { ...current, own: asked.value.after ? [...others, asked.value.after] : others }
        await asking.keep(current)
      }
    }
  }
}

function placeholder(id: QuestionId, known: GivenAnswer | undefined, { earlier, index }: Asking): string {
  if (earlier) return `${sayDate(earlier.date)}: ${sayChoice(id, earlier.answers[id], index)}`
  return known ? 'What is known is chosen; change it with the arrow keys' : 'Choose with the arrow keys'
}

/** Why. An answer against what is known needs a reason. */
function askReason(id: QuestionId): AskStep {
  return async (draft, asking) => {
    const given = draft.answers[id] ?? { answer: 'unsure', note: '' }
    const known = 'project' in asking.subject ? knownAnswers(asking.subject.project)[id] : undefined
    const mustTell = isAgainst(given, known)
    const result = await write(
      {
        ...questionStep(id, asking),
        placeholder:
          mustTell && known ? `Why not "${sayChoice(id, known, asking.index)}", as known?` : 'Why? (optional)',
      },
      given.note,
      {
        prompt: mustTell ? 'This goes against what is known: your reason is kept with it.' : 'Enter goes on.',
        problem: (text) =>
          mustTell && text === ''
            ? 'Say why it is not as known, or go back and answer Unsure.'
            : tooLong(text, limits.note),
        keep: (note) => asking.keep(withAnswer(draft, id, { ...given, note })),
      },
    )
    return result.type === 'next'
      ? { type: 'next', value: withAnswer(draft, id, { ...given, note: result.value }) }
      : result
  }
}

async function askConfidence(draft: Draft, asking: Asking): Promise<StepResult<Draft>> {
  const meanings = {
    low: 'Much rests on what others say.',
    medium: 'The main points are checked.',
    high: 'Checked at the source, or tried out.',
  }
  const result = await choose(
    {
      ...stepOf(asking, 'How sure are you?', stepCount - questionIds.length),
      placeholder: 'Kept with the evaluation; it does not change the verdict',
    },
    confidences.map((confidence) => ({
      label: confidence.replace(/^./, (letter) => letter.toUpperCase()),
      detail: meanings[confidence],
      value: confidence,
    })),
    confidences.indexOf(draft.confidence ?? 'medium'),
  )
  return result.type === 'next' ? { type: 'next', value: { ...draft, confidence: result.value } } : result
}

function withAnswer(draft: Draft, id: QuestionId, answer: GivenAnswer): Draft {
  return { ...draft, answers: { ...draft.answers, [id]: answer } }
}

function answerItems(id: QuestionId, draft: Draft, asking: Asking): ChoiceItem<Chosen>[] {
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
    label: `$(note) ${withoutIcons(text)}`,
    description: place,
    run: show,
  }))
}

/** A claim, its number, link and date. An empty claim removes it. */
async function askEvidence(
  question: QuestionId,
  wanted: OwnEvidence | 'new',
  asking: Asking,
): Promise<StepResult<{ before?: OwnEvidence; after?: OwnEvidence }>> {
  const before = wanted === 'new' ? undefined : wanted
  const lines: readonly {
    key: 'claim' | 'number' | 'url' | 'asOf'
    placeholder: string
    prompt: string
    problem: (text: string) => string | undefined
  }[] = [
    {
      key: 'claim',
      placeholder: 'What does it show?',
      prompt: before ? 'Your evidence, 1 of 4. An empty claim removes it.' : 'Your evidence, 1 of 4.',
      problem: (text) => (text === '' && !before ? 'Say what it shows, or go back.' : tooLong(text, limits.claim)),
    },
    {
      key: 'number',
      placeholder: 'The number, with its unit (optional)',
      prompt: 'Your evidence, 2 of 4.',
      problem: (text) => tooLong(text, limits.number),
    },
    {
      key: 'url',
      placeholder: 'https://… (optional)',
      prompt: 'Your evidence, 3 of 4: where it stands.',
      problem: (text) =>
        text === '' || readLink(text) !== undefined ? undefined : 'An address that begins with https://',
    },
    {
      key: 'asOf',
      placeholder: `As of when? ${asking.today.day}, 2026-05, 2026-Q1 or 2026 (optional)`,
      prompt: 'Your evidence, 4 of 4: the date of the number.',
      problem: (text) =>
        text === '' || isEvidenceDate(text) ? undefined : `A date: ${asking.today.day}, 2026-05, 2026-Q1 or 2026`,
    },
  ]
  const text = { claim: '', number: '', url: '', asOf: '', ...before }
  for (let at = 0; at < lines.length;) {
    const line = lines[at]
    if (!line) break
    const result = await write(
      { ...questionStep(question, asking), placeholder: line.placeholder },
      text[line.key],
      line,
    )
    if (result.type === 'cancel' || (result.type === 'back' && at === 0)) return result
    if (result.type === 'next') text[line.key] = result.value
    if (text.claim === '') return { type: 'next', value: before ? { before } : {} }
    at += result.type === 'next' ? 1 : -1
  }
  const after: OwnEvidence = { ...text, question, url: readLink(text.url) ?? '' }
  return { type: 'next', value: { ...(before ? { before } : {}), after } }
}

function tooLong(text: string, max: number): string | undefined {
  return text.length > max ? `At most ${max} characters.` : undefined
}
