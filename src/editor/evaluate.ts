import * as vscode from 'vscode'
import { subjectName, type Subject } from '../core/evaluation'
import { dayOf, sayDate } from '../core/figures'
import { draftFrom, newDraft, stepCount, type Draft } from '../core/records/draft'
import { projectKey, recheckReasons } from '../core/records/history'
import { newRecord, plainName } from '../core/records/record'
import type { CurrentKnowledge } from './currentKnowledge'
import { Drafts } from './drafts'
import { evaluationItem } from './evaluationItem'
import type { Evaluations } from './evaluations'
import { EvaluationPlaces } from './evaluationPlaces'
import { askSteps } from './evaluationSteps'
import type { Notes } from './notes'
import { projectAtCursor } from './pickProject'
import { pickSubject } from './pickSubject'
import { projectMentions } from './projectMentions'
import { readSettings, readToday } from './settings'
import type { Vault } from './vault'

/** The evaluation of one project: three questions, and a record of the answers that lasts. */
export function registerEvaluate(
  context: vscode.ExtensionContext,
  notes: Notes,
  knowledge: CurrentKnowledge,
  evaluations: Evaluations,
  vault: Vault,
): vscode.Disposable {
  const drafts = new Drafts(context, knowledge)
  const flow = new EvaluationFlow(drafts, notes, knowledge, evaluations, vault, versionOf(context.extension))
  void flow.offerInterrupted()
  return vscode.Disposable.from(
    vscode.commands.registerCommand('cryptoAiLayers.evaluateProject', (id?: unknown) => flow.evaluate(id)),
    vscode.commands.registerCommand('cryptoAiLayers.recheckEvaluation', (id?: unknown) => flow.recheck(id)),
  )
}

function versionOf({ packageJSON }: vscode.Extension<unknown>): string {
  const { version } = packageJSON as { version: string }
  return version
}

class EvaluationFlow {
  constructor(
    readonly drafts: Drafts,
    readonly notes: Notes,
    readonly knowledge: CurrentKnowledge,
    readonly evaluations: Evaluations,
    readonly vault: Vault,
    readonly version: string,
  ) {}

  /** Evaluates the project that the caller names or the cursor is on, else one that the user picks or types. */
  async evaluate(id: unknown): Promise<void> {
    const chosen = await this.#chooseSubject(id)
    if (!chosen) return
    const key = 'project' in chosen ? chosen.project.id : plainName(chosen.name)
    if (key === '') return
    await this.#begin(newDraft(key, dayOf(new Date())), 'project' in chosen ? chosen : { name: key })
  }

  /** Evaluates a project again, from the answers of its last evaluation. */
  async recheck(id: unknown): Promise<void> {
    // A record may have been written a moment ago.
    await this.evaluations.readNow()
    const { index } = this.knowledge
    const { history } = this.evaluations
    const key = typeof id === 'string' ? id : await this.#pickEvaluated()
    const latest = key === undefined ? undefined : history.get(key)?.[0]
    if (key === undefined) return
    if (!latest) return void vscode.window.showInformationMessage('There is no evaluation of this project to re-check.')
    const project = index.get(key)
    const subject = project ? { project } : { name: latest.record.project }
    await this.#begin(draftFrom(latest.record, project?.id ?? latest.record.project, dayOf(new Date())), subject)
  }

  /** Offers the evaluation in whose middle the window was closed. */
  async offerInterrupted(): Promise<void> {
    const interrupted = this.drafts.all.find(({ isOpen }) => isOpen)
    if (!interrupted) return
    await this.drafts.keep({ ...interrupted, isOpen: false })
    const name = subjectName(this.#subjectOf(interrupted))
    const go = await vscode.window.showInformationMessage(
      `Your evaluation of ${name} was interrupted. Your answers are kept.`,
      'Continue',
    )
    const draft = this.drafts.of(interrupted.project)
    if (go && draft) await this.#run({ ...draft, isOpen: true }, this.#subjectOf(draft))
  }

  #subjectOf({ project: id }: Draft): Subject {
    const project = this.knowledge.index.get(id)
    return project ? { project } : { name: id }
  }

  /** One of the evaluated projects, those first that are to be looked at again. */
  async #pickEvaluated(): Promise<string | undefined> {
    const { index } = this.knowledge
    const today = dayOf(new Date())
    const { recheckAfterDays } = readSettings()
    const rows = [...this.evaluations.history].flatMap(([key, [latest]]) => {
      if (!latest) return []
      const reasons = recheckReasons(latest.record, index, today, recheckAfterDays)
      return [{ isDue: reasons.length > 0, item: { ...evaluationItem(latest, index, reasons), key } }]
    })
    if (rows.length === 0) {
      void vscode.window.showInformationMessage('There is no evaluation in this workspace yet.')
      return undefined
    }
    const items = rows.sort((a, b) => Number(b.isDue) - Number(a.isDue)).map(({ item }) => item)
    return (await vscode.window.showQuickPick(items, { placeHolder: 'Re-check the evaluation of…' }))?.key
  }

  async #chooseSubject(id: unknown): Promise<Subject | undefined> {
    const { index } = this.knowledge
    const project = typeof id === 'string' ? index.get(id) : projectAtCursor(this.notes, index)
    if (project) return { project }
    if (typeof id === 'string') return undefined
    const unfinished = this.drafts.all.map((draft) => {
      const subject = this.#subjectOf(draft)
      return { label: `$(edit) ${subjectName(subject)}`, description: 'not finished', subject }
    })
    return pickSubject(index, unfinished)
  }

  /** Runs a draft, unless there is one of the same project that the user goes on with instead. */
  async #begin(draft: Draft, subject: Subject): Promise<void> {
    const unfinished = this.drafts.of(draft.project)
    const wanted = unfinished ? await chooseWhereToBegin(unfinished, draft, subjectName(subject)) : draft
    if (wanted) await this.#run({ ...wanted, isOpen: true }, subject)
  }

  /** Asks, and delivers. Leaving at any point keeps the draft; only what was delivered is no draft any more. */
  async #run(draft: Draft, subject: Subject): Promise<void> {
    const places = new EvaluationPlaces(this.notes.current, this.knowledge, this.evaluations)
    const [mentions] = await Promise.all([
      'project' in subject ? projectMentions(subject.project.id, this.notes, this.vault) : [],
      this.evaluations.whenRead(),
    ])
    const { index } = this.knowledge
    const earlier = this.evaluations.history.get(projectKey(draft, index))?.[0]?.record
    const today = readToday()
    const keep = (kept: Draft) => this.drafts.keep(kept)
    const asking = { subject, index, today, mentions, keep, ...(earlier ? { earlier } : {}) }
    let current = draft
    for (;;) {
      const answered = await askSteps(current, asking)
      if (!answered) break
      current = answered
      const { layer, token, usage } = answered.answers
      if (!layer || !token || !usage) {
        current = { ...answered, step: 0 }
        continue
      }
      const answers = { layer, token, usage }
      const { confidence = 'medium', own } = answered
      const record = newRecord({ subject, answers, confidence, own }, index, today.day, this.version)
      const place = await places.choose(record, subject, earlier)
      if (place.type === 'cancel') break
      if (place.type === 'back') {
        current = { ...answered, step: stepCount - 1 }
        continue
      }
      if (await places.deliver(place.value, record)) {
        await this.drafts.remove(draft.project)
        return
      }
    }
    const unfinished = this.drafts.of(draft.project)
    if (!unfinished) return
    if (isEmpty(unfinished)) await this.drafts.remove(draft.project)
    else await this.drafts.keep({ ...unfinished, isOpen: false })
  }
}

/** Nothing was said that would be lost. */
function isEmpty({ answers, own }: Draft): boolean {
  return Object.keys(answers).length === 0 && own.length === 0
}

/** The draft to go on with, or the new one; undefined when the user leaves. */
async function chooseWhereToBegin(unfinished: Draft, draft: Draft, name: string): Promise<Draft | undefined> {
  const answered = Object.keys(unfinished.answers).length
  const goOn = {
    label: '$(debug-continue) Continue',
    detail: `Begun ${sayDate(unfinished.begun)}, ${answered} of 3 answered`,
  }
  const anew = { label: '$(refresh) Start anew', detail: 'The answers so far are given up' }
  const picked = await vscode.window.showQuickPick([goOn, anew], {
    title: `Evaluate ${name}`,
    placeHolder: 'There is an evaluation that is not finished',
    ignoreFocusOut: true,
  })
  if (!picked) return undefined
  return picked === goOn ? unfinished : draft
}
