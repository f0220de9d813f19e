import * as vscode from 'vscode'
import { countByLayer, countMentions, layersAtAGlance, layersInWords } from '../core/layerCounts'
import type { CurrentKnowledge } from './currentKnowledge'
import type { Notes } from './notes'

/** The layers of the current note in the status bar: `C2 I3 A0 X1`. A click opens the map. */
export function registerNoteStatus(notes: Notes, knowledge: CurrentKnowledge): vscode.Disposable {
  const item = vscode.window.createStatusBarItem('cryptoAiLayers.note', vscode.StatusBarAlignment.Right, 95)
  item.name = 'Crypto AI Layers: Layers of the Note'
  item.command = 'cryptoAiLayers.showLayerMap'
  const update = () => {
    const { current } = notes
    if (!current) {
      item.hide()
      return
    }
    const mentions = notes.mentionsIfRead(current)
    // A long note is not read yet: the old numbers stand until it is.
    if (!mentions) return
    const counts = countByLayer(countMentions(mentions), knowledge.index)
    const words = layersInWords(counts)
    item.text = `$(layers) ${layersAtAGlance(counts)}`
    item.tooltip = `${words}. Click for the layer map.`
    item.accessibilityInformation = { label: `Layers of this note: ${words}. Show the layer map`, role: 'button' }
    item.show()
  }
  update()
  return vscode.Disposable.from(
    item,
    notes.onDidChangeCurrent(update),
    notes.onDidDetect((document) => {
      if (document === notes.current) update()
    }),
  )
}
