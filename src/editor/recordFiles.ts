import * as vscode from 'vscode'
import { recordFileName } from '../core/records/recordFile'
import { exists } from './exists'

export type Created =
  | { readonly ok: true; readonly uri: vscode.Uri }
  /** `message` names the file or the folder, and says what is wrong with it. */
  | { readonly ok: false; readonly message: string }

/** So many records of one project on one day have a name. */
const mostOfADay = 50

/**
 * Writes a record into a new file in a folder of the workspace, and never over another: the file gets the first name of
 * its day that is free. What is there is read back, so that a record that was not stored whole is not taken for one.
 */
export async function createRecord(
  root: vscode.Uri,
  segments: readonly string[],
  project: string,
  date: string,
  text: string,
): Promise<Created> {
  const folderName = segments.length === 0 ? 'the workspace folder' : segments.join('/')
  if (vscode.workspace.fs.isWritableFileSystem(root.scheme) === false)
    return { ok: false, message: `${folderName} cannot be written to: this workspace is read-only` }
  const folder = vscode.Uri.joinPath(root, ...segments)
  try {
    const problem = await folderProblem(root, segments)
    if (problem !== undefined) return { ok: false, message: problem }
    await vscode.workspace.fs.createDirectory(folder)
  } catch (error) {
    return { ok: false, message: `${folderName} cannot be used: ${reasonOf(error)}` }
  }
  const bytes = new TextEncoder().encode(text)
  for (let attempt = 1; attempt <= mostOfADay; attempt++) {
    const name = recordFileName(project, date, attempt)
    const uri = vscode.Uri.joinPath(folder, name)
    const shown = [...segments, name].join('/')
    try {
      if (await exists(uri)) continue
      await vscode.workspace.fs.writeFile(uri, bytes)
    } catch (error) {
      await removeHalf(uri, bytes)
      return { ok: false, message: `${shown} could not be written: ${reasonOf(error)}` }
    }
    switch (await stored(uri, bytes)) {
      case 'whole':
        return { ok: true, uri }
      case 'half':
        await removeHalf(uri, bytes)
        return { ok: false, message: `${shown} was not stored whole` }
      case 'other':
        // Another window took the name at the same moment: its record stays, and this one gets the next.
        continue
    }
  }
  return { ok: false, message: `${folderName} has ${mostOfADay} records of ${project} of this day already` }
}

/** Why a record may not be put into a folder: a part of its path is a link, which may lead anywhere, or no folder. */
async function folderProblem(root: vscode.Uri, segments: readonly string[]): Promise<string | undefined> {
  for (let length = 1; length <= segments.length; length++) {
    const path = segments.slice(0, length)
    const uri = vscode.Uri.joinPath(root, ...path)
    if (!(await exists(uri))) return undefined
    const { type } = await vscode.workspace.fs.stat(uri)
    if ((type & vscode.FileType.SymbolicLink) !== 0)
      return `${path.join('/')} is a symbolic link: records stay inside the workspace`
    if ((type & vscode.FileType.Directory) === 0) return `${path.join('/')} is a file, not a folder`
  }
  return undefined
}

async function stored(uri: vscode.Uri, bytes: Uint8Array): Promise<'whole' | 'half' | 'other'> {
  try {
    const back = await vscode.workspace.fs.readFile(uri)
    if (!startsWith(bytes, back)) return 'other'
    return back.length === bytes.length ? 'whole' : 'half'
  } catch {
    return 'half'
  }
}

/** Removes the beginning of a record that could not be written to its end; whatever else is there stays. */
async function removeHalf(uri: vscode.Uri, bytes: Uint8Array): Promise<void> {
  try {
    const back = await vscode.workspace.fs.readFile(uri)
    if (back.length < bytes.length && startsWith(bytes, back))
      await vscode.workspace.fs.delete(uri, { useTrash: false })
  } catch {
    // Nothing is there, or it cannot be helped: a half record is marked as one when it is read.
  }
}

function startsWith(bytes: Uint8Array, beginning: Uint8Array): boolean {
  return beginning.length <= bytes.length && beginning.every((byte, at) => byte === bytes[at])
}

/** What a file system says, in a few words. */
export function reasonOf(error: unknown): string {
  if (error instanceof vscode.FileSystemError) {
    switch (error.code) {
      case 'NoPermissions':
        return 'there is no permission to write there'
      case 'FileNotADirectory':
        return 'a part of its path is no folder'
      case 'Unavailable':
        return 'its file system does not answer'
    }
  }
  const [line = ''] = (error instanceof Error ? error.message : String(error)).split('\n')
  return line.slice(0, 200)
}
