import * as vscode from 'vscode'
import { noteLimit, type Notes } from './notes'

/** Says, where VS Code shows the state of a language, that of a large note only the visible part is read. */
export function registerLargeNoteStatus(notes: Notes): vscode.Disposable {
  let item: vscode.LanguageStatusItem | undefined
  const update = () => {
    item?.dispose()
    item = undefined
    if (!notes.current || !notes.isTooLarge(notes.current)) return
    item = vscode.languages.createLanguageStatusItem('cryptoAiLayers.largeNote', { language: 'markdown' })
    item.name = 'Crypto AI Layers'
    item.severity = vscode.LanguageStatusSeverity.Warning
    item.text = 'Badges in the visible part only: this note is large'
    item.detail = `Notes above ${noteLimit / 1_000_000} million characters are not read as a whole; map and counts show what is visible.`
  }
  update()
  return vscode.Disposable.from(
    { dispose: () => item?.dispose() },
    notes.onDidChangeCurrent(update),
    notes.onDidDetect((document) => {
      if (document === notes.current) update()
    }),
  )
}
