import assert from 'node:assert/strict'
import fc from 'fast-check'
import { findMentions } from '../../src/core/recognition/findMentions'
import { hashText, noteFacts, TextHash, VaultIndex } from '../../src/core/vaultIndex'
import { finish, type Turns } from '../../src/core/steps'
import { refreshNotes, type VaultFiles } from '../../src/core/vaultReading'
import { VaultStore, type StorePart } from '../../src/core/vaultStore'
import { assetNames, lexicon } from './notes'

/** Lets others go on after twenty steps. */
const turns: Turns = (() => {
  let left = 20
  return {
    isOver: () => --left < 0,
    next: () => {
      left = 20
      return Promise.resolve()
    },
  }
})()

/** A vault in memory that tells which notes were read. */
class MemoryVault implements VaultFiles {
  readonly notes = new Map<string, { text: string; modified: number }>()
  readonly unsaved = new Map<string, string>()
  readonly unreadable = new Set<string>()
  read: string[] = []

  write(key: string, text: string): void {
    this.notes.set(key, { text, modified: (this.notes.get(key)?.modified ?? 0) + 1 })
  }

  stamp(key: string) {
    const note = this.notes.get(key)
    if (this.unsaved.has(key)) return Promise.resolve('unsaved' as const)
    return Promise.resolve(note && { modified: note.modified, size: note.text.length })
  }

  text(key: string) {
    this.read.push(key)
    if (this.unreadable.has(key)) return Promise.reject(new Error('no permission'))
    return Promise.resolve({ text: this.unsaved.get(key) ?? this.notes.get(key)?.text ?? '' })
  }
}

const noNotes = {
  files: new MemoryVault(),
  lexicon,
  names: assetNames,
  ordinaryWords: new Set<string>(),
  turns,
  isCancelled: () => false,
  onNote: () => undefined,
}

async function indexOf(files: MemoryVault, index = new VaultIndex()): Promise<VaultIndex> {
  files.read = []
  await refreshNotes(index, [...files.notes.keys()], { ...noNotes, files })
  return index
}

function summary(index: VaultIndex): Record<string, unknown> {
  const projects = [...index.projects()].sort()
  return {
    notes: index.noteCount,
    mentions: index.mentionCount,
    ...Object.fromEntries(projects.map((project) => [project, Object.fromEntries(index.notesOf(project))])),
  }
}

suite('vault index', () => {
  test('a note is known to hold something, and no amount is kept', () => {
    const facts = (name: string, text: string) =>
      finish(noteFacts({ name, text, mentions: findMentions(text, lexicon) }, assetNames))
    assert.equal(facts('a.md', '---\nholdings:\n  TAO: 12.5\n---\n').holds, true)
    assert.equal(facts('My portfolio.md', '- TAO: 12.5\n').holds, true)
    assert.equal(facts('a.md', 'Nosana earns 3.4m.\n\n- TAO, since 2023\n').holds, undefined)
    assert.equal(JSON.stringify(facts('My portfolio.md', '- TAO: 12.5\n')).includes('12.5'), false)
  })
  test('a long note that looks as if it holds something is taken for one that does, without reading it all', () => {
    const text = `Bittensor\n\n- 3 times\n\n${'words '.repeat(11_000)}`
    assert.equal(
      finish(noteFacts({ name: 'a.md', text, mentions: findMentions('Bittensor', lexicon) }, assetNames)).holds,
      true,
    )
    const plain = text.replace('- 3 times', 'Thrice')
    assert.equal(
      finish(noteFacts({ name: 'a.md', text: plain, mentions: findMentions('Bittensor', lexicon) }, assetNames)).holds,
      undefined,
    )
  })

  test('notes of which nothing is known share that', async () => {
    const files = new MemoryVault()
    files.write('a', 'Nothing here.')
    files.write('b', 'Nor here.')
    const index = await indexOf(files)
    assert.deepEqual(index.get('a')?.facts, { mentions: [] })
    assert.equal(index.get('a')?.facts, index.get('b')?.facts)
  })

  test('taking the facts of a note can pause at each of its lines', () => {
    const lines = '- nothing of 12\n'.repeat(1000)
    const steps = noteFacts(
      { name: 'a.md', text: `Bittensor\n\n${lines}`, mentions: findMentions('Bittensor', lexicon) },
      assetNames,
    )
    assert.ok([...steps].length > 1000)
  })

  test('a mention is kept with the line and character where an editor shows it', () => {
    const text = '# Trades\r\n\r\nLong $TAO,\rand Nosana\nand Akash'
    assert.deepEqual(finish(noteFacts({ name: 'a.md', text, mentions: findMentions(text, lexicon) }, assetNames)), {
      mentions: [
        { project: 'bittensor', line: 2, character: 5, length: 4 },
        { project: 'nosana', line: 3, character: 4, length: 6 },
        { project: 'akash', line: 4, character: 4, length: 5 },
      ],
    })
  })

  test('sums by project and note', async () => {
    const files = new MemoryVault()
    files.write('a', 'Bittensor and TAO, and Nosana.')
    files.write('b', '$TAO\n\nNosana')
    files.write('c', 'nothing')
    const index = await indexOf(files)
    assert.deepEqual(summary(index), { notes: 3, mentions: 5, bittensor: { a: 2, b: 1 }, nosana: { a: 1, b: 1 } })
    assert.deepEqual(index.countOf('bittensor'), { mentions: 3, notes: 2 })
    assert.deepEqual(index.countOf('akash'), { mentions: 0, notes: 0 })
  })

  test('what is said to be no project does not count', async () => {
    const files = new MemoryVault()
    files.write('a', 'Bittensor and Nosana <!-- not a project: Nosana -->')
    files.write('b', 'Akash and Nosana')
    const index = new VaultIndex()
    await refreshNotes(index, ['a', 'b'], { ...noNotes, files, ordinaryWords: new Set(['akash']) })
    assert.deepEqual(summary(index), { notes: 2, mentions: 2, bittensor: { a: 1 }, nosana: { b: 1 } })
  })

  test('reads what changed, and forgets what is gone', async () => {
    const files = new MemoryVault()
    files.write('a', 'Bittensor')
    files.write('b', 'Nosana')
    files.write('c', 'Akash')
    const index = await indexOf(files)
    await indexOf(files, index)
    assert.deepEqual(files.read, [])
    files.write('b', 'Bittensor, and Bittensor')
    files.notes.delete('c')
    await refreshNotes(index, ['a', 'b', 'c'], { ...noNotes, files })
    assert.deepEqual(files.read, ['b'])
    assert.deepEqual(summary(index), { notes: 2, mentions: 3, bittensor: { a: 1, b: 2 } })
  })

  test('a file that was written anew with the same text keeps its facts', async () => {
    const files = new MemoryVault()
    files.write('a', 'Bittensor')
    const index = await indexOf(files)
    const facts = index.get('a')?.facts
    files.write('a', 'Bittensor')
    await indexOf(files, index)
    assert.deepEqual(files.read, ['a'])
    assert.equal(index.get('a')?.facts, facts)
    await indexOf(files, index)
    assert.deepEqual(files.read, [])
  })

  test('the text of an unsaved editor wins, and the file is read once it is saved or left', async () => {
    const files = new MemoryVault()
    files.write('a', 'Bittensor')
    const index = await indexOf(files)
    files.unsaved.set('a', 'Nosana')
    await indexOf(files, index)
    assert.deepEqual(summary(index), { notes: 1, mentions: 1, nosana: { a: 1 } })
    files.unsaved.clear()
    await indexOf(files, index)
    assert.deepEqual(summary(index), { notes: 1, mentions: 1, bittensor: { a: 1 } })
  })

  test('a note that cannot be read is skipped, with its reason, and the others are read', async () => {
    const files = new MemoryVault()
    files.write('a', 'Bittensor')
    files.write('b', 'Nosana')
    files.unreadable.add('a')
    const index = new VaultIndex()
    const told: unknown[] = []
    await refreshNotes(index, ['a', 'b'], { ...noNotes, files, onNote: (key, skipped) => told.push([key, skipped]) })
    assert.deepEqual(told, [
      ['a', 'no permission'],
      ['b', undefined],
    ])
    assert.deepEqual(summary(index), { notes: 1, mentions: 1, nosana: { b: 1 } })
  })

  test('ends when it is cancelled, even within a note', async () => {
    const files = new MemoryVault()
    files.write('a', 'Bittensor')
    files.write('b', 'Nosana.\n\n'.repeat(500))
    files.write('c', 'Akash')
    const index = new VaultIndex()
    let asked = 0
    await refreshNotes(index, ['a', 'b', 'c'], {
      ...noNotes,
      files,
      isCancelled: () => index.noteCount === 1 && ++asked > 2,
    })
    assert.deepEqual(summary(index), { notes: 1, mentions: 1, bittensor: { a: 1 } })
  })

  test('of a branch switch only what changed is read: files that are others, that moved with their folder, that went', async () => {
    const files = new MemoryVault()
    for (let at = 0; at < 2_000; at++) files.write(`area ${at % 4}/${at}`, at % 2 === 0 ? 'Nosana' : 'Nothing.')
    const index = await indexOf(files)
    const before = [...files.notes]
    for (const [key, { text }] of before) {
      if (key.startsWith('area 1/')) files.write(key, `${text} Bittensor`)
      if (key.startsWith('area 2/')) files.write(key.replace('area 2/', 'moved/'), text)
      if (key.startsWith('area 2/') || key.startsWith('area 3/')) files.notes.delete(key)
    }
    files.read = []
    const keys = new Set([...before.map(([key]) => key), ...files.notes.keys()])
    await refreshNotes(index, [...keys], { ...noNotes, files })
    assert.equal(files.read.length, 1_000)
    assert.deepEqual(index.countOf('nosana'), { mentions: 1_000, notes: 1_000 })
    assert.deepEqual(index.countOf('bittensor'), { mentions: 500, notes: 500 })
    assert.equal(index.noteCount, 1_500)
  })

  test('a crowded note comes to its end, however short the turns are', async () => {
    const files = new MemoryVault()
    files.write('a', 'Nosana and near render, Bittensor.\n\n'.repeat(100))
    const index = new VaultIndex()
    const short: Turns = { isOver: () => true, next: () => Promise.resolve() }
    await refreshNotes(index, ['a'], { ...noNotes, files, turns: short })
    assert.deepEqual(index.countOf('bittensor'), { mentions: 100, notes: 1 })
    assert.deepEqual(index.countOf('nosana'), { mentions: 100, notes: 1 })
  })

  test('notes with holdings and records are known by themselves', async () => {
    const files = new MemoryVault()
    files.write('My portfolio.md', '- TAO: 12.5\n')
    files.write('b', 'Bittensor')
    const index = await indexOf(files)
    assert.deepEqual([...index.notesWith('holds')], ['My portfolio.md'])
    assert.deepEqual([...index.notesWith('isRecord')], [])
    files.write('My portfolio.md', 'sold')
    await indexOf(files, index)
    assert.deepEqual([...index.notesWith('holds')], [])
  })

  test('asks for at most eight notes at once', async () => {
    let open = 0
    let most = 0
    const files: VaultFiles = {
      stamp: () => Promise.resolve({ modified: 1, size: 1 }),
      text: async () => {
        most = Math.max(most, ++open)
        await new Promise((resolve) => setTimeout(resolve, 1))
        open--
        return { text: 'TAO' }
      },
    }
    const keys = Array.from({ length: 40 }, (_, number) => `${number}`)
    await refreshNotes(new VaultIndex(), keys, { ...noNotes, files })
    assert.equal(most, 8)
  })

  test('after any changes, the sums are those of a fresh index', async () => {
    const text = fc
      .array(fc.constantFrom('Bittensor', 'TAO', 'Nosana', 'Akash', 'near', '\n'))
      .map((words) => words.join(' '))
    const change = fc.record({ key: fc.constantFrom('a', 'b', 'c'), text: fc.option(text) })
    await fc.assert(
      fc.asyncProperty(fc.array(change, { maxLength: 8 }), async (changes) => {
        const files = new MemoryVault()
        const index = new VaultIndex()
        for (const { key, text } of changes) {
          if (text === null) files.notes.delete(key)
          else files.write(key, text)
          await refreshNotes(index, [key], { ...noNotes, files })
        }
        const fresh = await indexOf(files)
        assert.deepEqual(summary(index), summary(fresh))
      }),
      { numRuns: 25 },
    )
  })
})

suite('store of the vault index', () => {
  /** What is kept in storage, as the store writes it. */
  class Kept {
    readonly texts: Record<StorePart, string> = { all: '', changes: '' }
    readonly written: StorePart[] = []

    async write(store: VaultStore, index: VaultIndex, version = 'version 1'): Promise<void> {
      const { part, text } = await store.write(index, version, turns)
      this.texts[part] = text
      this.written.push(part)
    }

    async read(version = 'version 1'): Promise<{ store: VaultStore; index: VaultIndex }> {
      const store = new VaultStore()
      const index = new VaultIndex()
      await store.read(index, this.texts, version, turns)
      return { store, index }
    }
  }

  async function stored() {
    const files = new MemoryVault()
    files.write('file:///a%20b.md', 'Bittensor\n\nNosana and Bittensor')
    files.write('c', 'nothing')
    files.write('My portfolio.md', '- TAO: 12.5\n')
    const index = await indexOf(files)
    const store = new VaultStore()
    const kept = new Kept()
    await kept.write(store, index)
    return { files, index, store, kept }
  }

  test('what is read back needs no reading', async () => {
    const { files, index, kept } = await stored()
    const again = await kept.read()
    assert.deepEqual([...again.index.notes()], [...index.notes()])
    await indexOf(files, again.index)
    assert.deepEqual(files.read, [])
  })

  test('a changed note is written by itself, and read back with the others', async () => {
    const { files, index, store, kept } = await stored()
    files.write('c', 'Akash')
    files.notes.delete('file:///a%20b.md')
    await refreshNotes(index, ['c', 'file:///a%20b.md'], { ...noNotes, files })
    await kept.write(store, index)
    assert.deepEqual(kept.written, ['all', 'changes'])
    assert.equal(kept.texts.changes.includes('portfolio'), false)
    const again = await kept.read()
    assert.deepEqual(summary(again.index), summary(index))
    // A later session writes its changes beside these.
    files.write('c', 'Akash and Nosana')
    await indexOf(files, again.index)
    await kept.write(again.store, again.index)
    assert.deepEqual(kept.written, ['all', 'changes', 'changes'])
    assert.deepEqual(summary((await kept.read()).index), summary(again.index))
  })

  test('after many changes all notes are written anew, and older changes count for nothing', async () => {
    const { files, index, store, kept } = await stored()
    files.write('c', 'Akash')
    await indexOf(files, index)
    await kept.write(store, index)
    for (let number = 0; number < 300; number++) files.write(`new ${number}`, 'TAO')
    files.write('c', 'Nosana')
    await indexOf(files, index)
    await kept.write(store, index)
    assert.deepEqual(kept.written, ['all', 'changes', 'all'])
    assert.deepEqual(summary((await kept.read()).index), summary(index))
  })

  test('what was not stored is written again, with all others', async () => {
    const { files, index, store, kept } = await stored()
    store.forget()
    files.write('c', 'Akash')
    await indexOf(files, index)
    await kept.write(store, index)
    assert.deepEqual(kept.written, ['all', 'all'])
  })

  test('another version, a damaged and a half store count for nothing', async () => {
    const { kept } = await stored()
    const { all } = kept.texts
    for (const [text, version] of [
      [all, 'version 2'],
      [all.replace('"bittensor"', '"nosana"'), 'version 1'],
      [all.slice(0, -5), 'version 1'],
      [all.slice(0, all.lastIndexOf('\n', all.length - 2) + 1), 'version 1'],
      ['', 'version 1'],
      ['\n', 'version 1'],
      ['no store', 'version 1'],
    ] as const) {
      kept.texts.all = text
      assert.equal((await kept.read(version)).index.noteCount, 0, text)
    }
  })

  test('damaged changes count for nothing, and the notes are read again', async () => {
    const { files, index, store, kept } = await stored()
    files.write('c', 'Akash')
    await indexOf(files, index)
    await kept.write(store, index)
    kept.texts.changes = kept.texts.changes.slice(0, -5)
    const again = await kept.read()
    assert.deepEqual(again.index.countOf('akash'), { mentions: 0, notes: 0 })
    await indexOf(files, again.index)
    assert.deepEqual(files.read, ['c'])
  })

  test('the text of an unsaved editor is not kept', async () => {
    const { files, index, store, kept } = await stored()
    files.unsaved.set('c', 'Akash')
    await indexOf(files, index)
    await kept.write(store, index)
    assert.deepEqual([...(await kept.read()).index.notes().keys()], ['file:///a%20b.md', 'My portfolio.md'])
    store.forget()
    await kept.write(store, index)
    assert.deepEqual([...(await kept.read()).index.notes().keys()], ['file:///a%20b.md', 'My portfolio.md'])
  })

  test('expired notes are read again, and keep their facts until then', async () => {
    const { files, index } = await stored()
    index.expire()
    assert.deepEqual(index.countOf('nosana'), { mentions: 1, notes: 1 })
    await indexOf(files, index)
    assert.deepEqual(files.read, ['file:///a%20b.md', 'c', 'My portfolio.md'])
  })

  test('a hash tells texts apart, and takes them in parts', () => {
    assert.notEqual(hashText('TAO'), hashText('TAo'))
    assert.equal(hashText(''), hashText(''))
    const parts = new TextHash()
    for (const part of ['Bit', '', 'tensor']) parts.add(part)
    assert.equal(parts.value, hashText('Bittensor'))
  })
})
