import assert from 'node:assert/strict'
import { walkFolder, type Walkable } from '../../src/core/vaultWalk'

type Type = 'file' | 'folder' | 'other'

/** A tree of folders in memory: what lies where, by path. */
class Folders implements Walkable<string> {
  readonly entries = new Map<string, { name: string; type: Type }[]>([['', []]])
  readonly unreadable = new Set<string>()

  add(path: string, type: Type = 'file'): this {
    const at = path.lastIndexOf('/')
    const folder = at === -1 ? '' : path.slice(0, at)
    if (!this.entries.has(folder)) this.add(folder, 'folder')
    this.entries.get(folder)?.push({ name: path.slice(at + 1), type })
    if (type === 'folder') this.entries.set(path, [])
    return this
  }

  list(folder: string) {
    if (this.unreadable.has(folder)) return Promise.reject(new Error('no permission'))
    return Promise.resolve(this.entries.get(folder) ?? [])
  }

  child(folder: string, name: string) {
    return folder === '' ? name : `${folder}/${name}`
  }

  isNote(file: string) {
    return file.endsWith('.md')
  }

  isExcluded(folder: string) {
    return folder.endsWith('node_modules')
  }
}

const turns = { isOver: () => true, next: () => Promise.resolve() }

async function walk(folders: Folders, limits?: { depth: number; entries: number }) {
  const skipped: string[] = []
  const skip = (place: string, reason: string) => void skipped.push(`${place}: ${reason}`)
  const notes = await walkFolder('', folders, { turns, isCancelled: () => false }, skip, limits)
  return { notes: notes.sort(), skipped }
}

suite('walk through folders', () => {
  test('finds notes in folders, not other files, excluded folders and links', async () => {
    const folders = new Folders()
      .add('a.md')
      .add('b/c #1?%🧠.md')
      .add('b/d.txt')
      .add('node_modules/x.md')
      .add('b/loop', 'other')
    assert.deepEqual(await walk(folders), { notes: ['a.md', 'b/c #1?%🧠.md'], skipped: [] })
  })

  test('two names that look the same are two notes', async () => {
    const folders = new Folders().add('caf\u00e9.md').add('cafe\u0301.md')
    assert.equal((await walk(folders)).notes.length, 2)
  })

  test('200 levels of folders, and 10,000 files in one', async () => {
    const folders = new Folders().add(`${'d/'.repeat(200)}deep.md`)
    for (let at = 0; at < 10_000; at++) folders.add(`many/${at}.md`)
    const { notes, skipped } = await walk(folders)
    assert.equal(notes.length, 10_001)
    assert.deepEqual(skipped, [])
  })

  test('comes to an end where folders do not, and says so', async () => {
    const endless: Walkable<string> = {
      list: () => Promise.resolve([{ name: 'd', type: 'folder' as const }]),
      child: (folder, name) => `${folder}/${name}`,
      isNote: () => true,
      isExcluded: () => false,
    }
    const skipped: string[] = []
    const skip = (_: string, reason: string) => void skipped.push(reason)
    assert.deepEqual(await walkFolder('', endless, { turns, isCancelled: () => false }, skip), [])
    assert.deepEqual(skipped, ['lies more than 256 folders deep'])
    const many = new Folders().add('a.md').add('b.md').add('c.md')
    assert.deepEqual(await walk(many, { depth: 9, entries: 2 }), {
      notes: ['a.md', 'b.md'],
      skipped: [': the workspace has more than 2 files'],
    })
  })

  test('a folder that cannot be read is skipped, with its reason, and the others are read', async () => {
    const folders = new Folders().add('a/x.md').add('b/y.md')
    folders.unreadable.add('a')
    assert.deepEqual(await walk(folders), { notes: ['b/y.md'], skipped: ['a: no permission'] })
  })

  test('ends when it is cancelled', async () => {
    const folders = new Folders().add('a/b/c/x.md')
    let asked = 0
    const walk = { turns, isCancelled: () => ++asked > 2 }
    const skip = (place: string) => assert.fail(place)
    assert.deepEqual(await walkFolder('', folders, walk, skip), [])
  })
})
