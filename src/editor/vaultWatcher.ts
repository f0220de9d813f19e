import * as vscode from 'vscode'
import { Bursts } from './bursts'
import type { NoteFilter } from './vaultFiles'

/** So many changes in a row, such as those of a switch of branches, may overflow the queue of what watches files. */
const overflow = 500

/** Whoever is told what happens to the files of a vault. */
interface Listener {
  /** A note has come, changed or gone. */
  note(uri: vscode.Uri): void
  /** Folders may have come or gone, and notes with them. */
  folders(): void
  /** So much happened that some of it may have been told to nobody. */
  burst(): void
}

/** Watches the files of the workspace that are notes by their name, and the folders around them. */
export function watchVault(filter: NoteFilter, listener: Listener): vscode.Disposable {
  if (filter.include === '') return new vscode.Disposable(() => undefined)
  const bursts = new Bursts(overflow, () => listener.burst())
  const folders = new Bursts(1, () => listener.folders())
  const note = (uri: vscode.Uri) => {
    listener.note(uri)
    bursts.add()
  }
  const around = (uri: vscode.Uri) => {
    if (filter.mayBeFolder(uri)) folders.add()
  }
  const ofNotes = vscode.workspace.createFileSystemWatcher(filter.include)
  // Of a folder that is moved or deleted nothing is told but that: not what was in it.
  const ofFolders = vscode.workspace.createFileSystemWatcher('**', false, true, false)
  return vscode.Disposable.from(
    bursts,
    folders,
    ofNotes,
    ofNotes.onDidCreate(note),
    ofNotes.onDidChange(note),
    ofNotes.onDidDelete(note),
    ofFolders,
    ofFolders.onDidCreate(around),
    ofFolders.onDidDelete(around),
  )
}
