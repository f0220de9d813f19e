import * as vscode from 'vscode'

/** What a person did in one step. */
export type StepResult<T> =
  { readonly type: 'next'; readonly value: T } | { readonly type: 'back' } | { readonly type: 'cancel' }

/** What every step of a multi-step input shows. Only the first has no way back. */
export interface Step {
  readonly title: string
  readonly step: number
  readonly totalSteps: number
  readonly placeholder: string
  readonly hasBack: boolean
}

export interface ChoiceItem<T> extends vscode.QuickPickItem {
  readonly value: T
  /** Opened by the item's button; https. */
  readonly url?: string
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
      if (item.url !== undefined) void vscode.env.openExternal(vscode.Uri.parse(item.url, true))
    })
    pick.onDidAccept(() => {
      const [item] = pick.activeItems
      if (item) finish({ type: 'next', value: item.value })
    })
  })
}

/** Lets a person write or change a line of text; empty is an answer too. Escape cancels. */
export function write(step: Step, text: string): Promise<StepResult<string>> {
  const box = vscode.window.createInputBox()
  box.value = text
  box.prompt = 'Enter goes on.'
  return run(box, step, (finish) => {
    box.onDidAccept(() => finish({ type: 'next', value: box.value.trim() }))
  })
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
