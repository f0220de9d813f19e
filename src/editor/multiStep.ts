import * as vscode from 'vscode'

/** What a person did in one step. */
export type StepResult<T> =
  { readonly type: 'next'; readonly value: T } | { readonly type: 'back' } | { readonly type: 'cancel' }

export interface ChoiceItem<T> extends vscode.QuickPickItem {
  readonly value: T
  /** Opened by the item's button. */
  readonly url?: string
}

export interface Choice<T> {
  readonly title: string
  readonly step: number
  readonly totalSteps: number
  readonly placeholder: string
  readonly items: readonly ChoiceItem<T>[]
  /** Index of the item that is active at first. */
  readonly active: number
  /** What stands in the text field at first. */
  readonly text: string
}

/**
 * One step of a multi-step input: a choice, with free text beside it. The text does not filter the choices. Escape
 * and a click elsewhere cancel; the back button shows from the second step on.
 */
export function choose<T>(choice: Choice<T>): Promise<StepResult<{ readonly chosen: T; readonly text: string }>> {
  const pick = vscode.window.createQuickPick<ChoiceItem<T>>()
  pick.title = choice.title
  pick.step = choice.step
  pick.totalSteps = choice.totalSteps
  pick.placeholder = choice.placeholder
  pick.value = choice.text
  pick.ignoreFocusOut = true
  pick.items = choice.items.map((item) => ({
    ...item,
    alwaysShow: true,
    ...(item.url === undefined
      ? {}
      : { buttons: [{ iconPath: new vscode.ThemeIcon('link-external'), tooltip: `Open the source: ${item.url}` }] }),
  }))
  const activate = (at: number) => {
    const item = pick.items[at]
    if (item) pick.activeItems = [item]
  }
  activate(choice.active)
  if (choice.step > 1) pick.buttons = [vscode.QuickInputButtons.Back]

  return new Promise((resolve) => {
    // Typing makes VS Code jump to the first item: stay on the one that was active.
    let active = choice.active
    const finish = (result: StepResult<{ chosen: T; text: string }>) => {
      resolve(result)
      pick.dispose()
    }
    pick.onDidChangeActive(([item]) => {
      const at = item ? pick.items.indexOf(item) : -1
      if (at >= 0) active = at
    })
    pick.onDidChangeValue(() => activate(active))
    pick.onDidTriggerItemButton(({ item }) => {
      if (item.url !== undefined) void vscode.env.openExternal(vscode.Uri.parse(item.url, true))
    })
    pick.onDidTriggerButton(() => finish({ type: 'back' }))
    pick.onDidAccept(() => {
      const [item] = pick.selectedItems.length > 0 ? pick.selectedItems : pick.activeItems
      if (item) finish({ type: 'next', value: { chosen: item.value, text: pick.value.trim() } })
    })
    pick.onDidHide(() => finish({ type: 'cancel' }))
    pick.show()
  })
}
