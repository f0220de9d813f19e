import * as vscode from 'vscode'

/** What a person did in one step. */
export type StepResult<T> =
  { readonly type: 'next'; readonly value: T } | { readonly type: 'back' } | { readonly type: 'cancel' }

/** What every step of a multi-step input shows. Only the first has no way back; the last, what it comes to, has no number. */
export interface Step {
  readonly title: string
  readonly step?: number
  readonly totalSteps?: number
  readonly placeholder: string
  readonly hasBack: boolean
}

/** A row of a choice: one that is chosen, one that does something and leaves the choice open, or a line between rows. */
export type ChoiceItem<T> = vscode.QuickPickItem & {
  readonly value?: T
  readonly run?: () => unknown
  /** Opened by the item's button; https. */
  readonly url?: string
}

/** A line with a title between rows. */
export function separator(label: string): ChoiceItem<never> {
  return { label, kind: vscode.QuickPickItemKind.Separator }
}

/** Text of a row as it is: what VS Code would draw as an icon in it is none. */
export function withoutIcons(text: string): string {
  return text.replaceAll('$(', '\\$(')
}

/** Lets a person choose one of `items`, the one at `active` first. Escape cancels. */
export function choose<T>(step: Step, items: readonly ChoiceItem<T>[], active: number): Promise<StepResult<T>> {
  const pick = vscode.window.createQuickPick<ChoiceItem<T>>()
  pick.items = items.map((item) => ({
    ...item,
    ...(item.url === undefined ? {} : { buttons: [sourceButton(item.url)] }),
  }))
  const first = pick.items[active]
  if (first) pick.activeItems = [first]
  return run(pick, step, (finish) => {
    pick.onDidTriggerItemButton(({ item }) => {
      if (item.url !== undefined) openLink(item.url)
    })
    pick.onDidAccept(() => {
      const [item] = pick.activeItems
      // A choice may be of nothing: an undefined value is a value.
      if (item && 'value' in item) finish({ type: 'next', value: item.value })
      else item?.run?.()
    })
  })
}

/** What is asked of a line of text. */
export interface Writing {
  /** VS Code adds what Enter and Escape do. */
  readonly prompt?: string
  /** Told while the person types: why the text will not do, or nothing. */
  readonly problem?: (text: string) => string | undefined
  /** Gets the text whenever it changes. */
  readonly keep?: (text: string) => unknown
}

/** Lets a person write or change a line of text; empty is an answer too unless it is a problem. Escape cancels. */
export function write(step: Step, text: string, { prompt, problem, keep }: Writing): Promise<StepResult<string>> {
  const box = vscode.window.createInputBox()
  box.value = text
  if (prompt !== undefined) box.prompt = prompt
  return run(box, step, (finish) => {
    box.onDidChangeValue((value) => {
      box.validationMessage = undefined
      keep?.(value.trim())
    })
    box.onDidAccept(() => {
      const value = box.value.trim()
      box.validationMessage = problem?.(value)
      if (box.validationMessage === undefined) finish({ type: 'next', value })
    })
  })
}

export function openLink(url: string): void {
  void vscode.env.openExternal(vscode.Uri.parse(url, true))
}

function run<T>(
  input: vscode.QuickPick<ChoiceItem<T>> | vscode.InputBox,
  { title, step, totalSteps, placeholder, hasBack }: Step,
  listen: (finish: (result: StepResult<T>) => void) => void,
): Promise<StepResult<T>> {
  Object.assign(input, { title, step, totalSteps, placeholder, ignoreFocusOut: true })
  if (hasBack) input.buttons = [vscode.QuickInputButtons.Back]
  return new Promise((resolve) => {
    const finish = (result: StepResult<T>) => {
      resolve(result)
      input.dispose()
    }
    listen(finish)
    input.onDidTriggerButton(() => finish({ type: 'back' }))
    input.onDidHide(() => finish({ type: 'cancel' }))
    input.show()
  })
}

function sourceButton(url: string): vscode.QuickInputButton {
  return { iconPath: new vscode.ThemeIcon('link-external'), tooltip: `Open the source: ${url}` }
}
