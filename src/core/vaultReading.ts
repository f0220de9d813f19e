/** Brings an index up to date with the files of a vault, little by little, so that whoever types is never kept waiting. */
import type { AssetNames } from './holdings/assetNames'
import type { Mention } from './recognition/findMentions'
import type { Lexicon } from './recognition/lexicon'
import { NoteReading } from './recognition/noteReading'
import { meantMentions } from './notMeant'
import { inTurns, type Turns } from './steps'
import { hashText, noteFacts, type Stamp, type VaultIndex } from './vaultIndex'

/** Where notes come from. Both reject, with a reason for people, when a note cannot be read. */
export interface VaultFiles {
  /** Undefined when there is no such note; `unsaved` when an editor holds another text than the file. */
  stamp(key: string): Promise<Stamp | 'unsaved' | undefined>
  /** The mentions, if somebody has found them already, are not looked for again. */
  text(key: string): Promise<{ readonly text: string; readonly mentions?: readonly Mention[] }>
}

export interface Refresh {
  readonly files: VaultFiles
  readonly lexicon: Lexicon
  /** Of the same state of knowledge. */
  readonly names: AssetNames
  /** Words that are no project in this vault, as `ordinaryWord` makes them. */
  readonly ordinaryWords: ReadonlySet<string>
  readonly turns: Turns
  readonly isCancelled: () => boolean
  /** After each note, in the order of the keys: it is up to date, or was skipped for a reason. */
  readonly onNote: (key: string, skipped: string | undefined) => void
}

/** So many notes are asked for at once. */
const readsAtOnce = 8

type Loaded =
  | { readonly type: 'same' }
  | { readonly type: 'gone' }
  | { readonly type: 'skipped'; readonly reason: string }
  | { readonly type: 'read'; readonly stamp?: Stamp; readonly text: string; readonly mentions?: readonly Mention[] }

/** Reads those of the notes whose file has changed; forgets those that are gone. Ends early when it is cancelled. */
export async function refreshNotes(index: VaultIndex, keys: readonly string[], refresh: Refresh): Promise<void> {
  const { turns, isCancelled, onNote } = refresh
  const loading: Promise<Loaded>[] = []
  let asked = 0
  for (const key of keys) {
    for (; asked < keys.length && loading.length < readsAtOnce; asked++) {
      loading.push(load(index, keys[asked] ?? '', refresh.files))
    }
    const loaded = (await loading.shift()) ?? { type: 'gone' }
    if (turns.isOver()) await turns.next()
    if (isCancelled()) return
    if (loaded.type === 'gone' || loaded.type === 'skipped') index.delete(key)
    if (loaded.type === 'read' && !(await keep(index, key, loaded, refresh))) return
    onNote(key, loaded.type === 'skipped' ? loaded.reason : undefined)
  }
}

async function load(index: VaultIndex, key: string, files: VaultFiles): Promise<Loaded> {
  try {
    const stamp = await files.stamp(key)
    if (!stamp) return { type: 'gone' }
    if (stamp === 'unsaved') return { type: 'read', ...(await files.text(key)) }
    const known = index.get(key)?.stamp
    if (known?.modified === stamp.modified && known.size === stamp.size) return { type: 'same' }
    return { type: 'read', stamp, ...(await files.text(key)) }
  } catch (error) {
    return { type: 'skipped', reason: error instanceof Error ? error.message : String(error) }
  }
}

/** Whether it came to its end. */
async function keep(
  index: VaultIndex,
  key: string,
  { stamp, text, mentions }: Extract<Loaded, { type: 'read' }>,
  { lexicon, names, ordinaryWords, turns, isCancelled }: Refresh,
): Promise<boolean> {
  const hash = hashText(text)
  const stamped = stamp ? { stamp } : {}
  const known = index.get(key)
  if (known?.hash === hash) {
    index.set(key, { facts: known.facts, hash, ...stamped })
    return true
  }
  const reading = mentions ? undefined : new NoteReading(lexicon, text)
  while (reading && !reading.work(() => turns.isOver())) {
    await turns.next()
    if (isCancelled()) return false
  }
  const meant = mentions ?? meantMentions(text, reading?.mentions() ?? [], ordinaryWords)
  const steps = noteFacts({ name: nameOfNote(key), text, mentions: meant }, names)
  const facts = await inTurns(steps, turns, () => !isCancelled())
  if (facts) index.set(key, { facts, hash, ...stamped })
  return facts !== undefined
}

/** The file name at the end of an address. */
export function nameOfNote(key: string): string {
  const name = key.slice(key.lastIndexOf('/') + 1)
  try {
    return decodeURIComponent(name)
  } catch {
    return name
  }
}
