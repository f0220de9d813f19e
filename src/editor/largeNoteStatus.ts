import * as vscode from 'vscode'
import { noteLimit, type Notes } from './notes'

/** Says, where VS Code shows the state of a language, that a note is too large to be read. */
export function registerLargeNoteStatus(notes: Notes): vscode.Disposable {
  let item: vscode.LanguageStatusItem | undefined
  const update = () => {
    item?.dispose()
    item = undefined
    if (!notes.current || !notes.isTooLarge(notes.current)) return
    item = vscode.languages.createLanguageStatusItem('cryptoAiLayers.largeNote', { language: 'markdown' })
    item.name = 'Crypto AI Layers'
    item.severity = vscode.LanguageStatusSeverity.Warning
    item.text = 'No badges: this note is too large'
    item.detail = `Notes above ${noteLimit / 1_000_000} million characters are not read.`
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
