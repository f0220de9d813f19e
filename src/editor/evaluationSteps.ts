import { isSameChoice, knownAnswers, questionIds, sayChoice, subjectName, type GivenAnswer } from '../core/evaluation'
import { sayDate } from '../core/figures'
import type { QuestionId } from '../core/knowledge/schema'
import { stepCount, type Draft } from '../core/records/draft'
import { confidences, isAgainst, isEvidenceDate, limits, readLink, type OwnEvidence } from '../core/records/record'
import { answerItems, type Asking, type Chosen } from './evaluationRows'
import { choose, write, type Step, type StepResult } from './multiStep'

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
        ...(mustTell && { prompt: 'This goes against what is known: your reason is kept with it.' }),
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
