import * as vscode from 'vscode'
import { exposureOf } from '../core/exposure'
import { sayExposure } from '../core/exposureView'
import type { CurrentKnowledge } from './currentKnowledge'
import type { NoteHoldings } from './noteHoldings'
import type { Notes } from './notes'

/** Milliseconds after a note was read: nobody watches weights letter by letter. */
const restTime = 300

/** The layers that the current note is a bet on, in the status bar: nothing when it says nothing of holdings. */
export function registerExposureStatus(
  notes: Notes,
  holdings: NoteHoldings,
  knowledge: CurrentKnowledge,
): vscode.Disposable {
  const item = vscode.window.createStatusBarItem('cryptoAiLayers.exposure', vscode.StatusBarAlignment.Left)
  item.name = 'Exposure of the Note'
  item.command = 'cryptoAiLayers.showExposure'
  const update = async () => {
    const document = notes.current
    const held = document && (await holdings.of(document))
    // Whoever goes to another note meanwhile has that one's shown.
    if (document !== notes.current) return
    const exposure = held && exposureOf([held.positions], knowledge.index)
    const said = exposure && sayExposure(exposure, knowledge.index)
    if (!said) {
      item.hide()
      return
    }
    item.text = `$(pie-chart) ${said.short}`
    item.tooltip = said.long
    item.accessibilityInformation = { label: said.long, role: 'button' }
    item.show()
  }
  let timer: ReturnType<typeof setTimeout> | undefined
  const updateSoon = () => {
    clearTimeout(timer)
    timer = setTimeout(() => void update(), restTime)
  }
  updateSoon()
  return vscode.Disposable.from(
    item,
    { dispose: () => clearTimeout(timer) },
    notes.onDidChangeCurrent(updateSoon),
    knowledge.onDidChange(updateSoon),
    notes.onDidDetect((document) => {
      if (document === notes.current) updateSoon()
    }),
  )
}
