/** Finds the notes of a file system that cannot be searched, by going through its folders. */
import type { Turns } from './steps'

/** Folders and files, by whatever names a place. */
export interface Walkable<Place> {
  /** What is in a folder. Links to folders are no folders: they may lead back. Rejects when it cannot be read. */
  list(folder: Place): Promise<readonly { readonly name: string; readonly type: 'file' | 'folder' | 'other' }[]>
  child(folder: Place, name: string): Place
  isNote(file: Place): boolean
  isExcluded(folder: Place): boolean
}

export interface Walk {
  readonly turns: Turns
  readonly isCancelled: () => boolean
}

/** The ends of what is a vault: folders within folders, and entries in all. */
const walkLimits = { depth: 256, entries: 200_000 }

/** The notes in a folder and those in it. `skip` hears what was left out, with a reason for people. */
export async function walkFolder<Place>(
  root: Place,
  folders: Walkable<Place>,
  { turns, isCancelled }: Walk,
  skip: (place: Place, reason: string) => void,
  limits = walkLimits,
): Promise<Place[]> {
  const notes: Place[] = []
  const waiting = [{ place: root, depth: 0 }]
  let entries = 0
  for (let folder = waiting.pop(); folder && !isCancelled(); folder = waiting.pop()) {
    const { place, depth } = folder
    const listed = await folders.list(place).catch((error: unknown) => {
      skip(place, error instanceof Error ? error.message : String(error))
      return []
    })
    for (const { name, type } of listed) {
      if (turns.isOver()) await turns.next()
      if (++entries > limits.entries) {
        skip(place, `the workspace has more than ${limits.entries.toLocaleString('en')} files`)
        return notes
      }
      if (type === 'other') continue
      const child = folders.child(place, name)
      if (type === 'file') {
        if (folders.isNote(child)) notes.push(child)
      } else if (!folders.isExcluded(child)) {
        if (depth < limits.depth) waiting.push({ place: child, depth: depth + 1 })
        else skip(child, `lies more than ${limits.depth} folders deep`)
      }
    }
  }
  return notes
}
