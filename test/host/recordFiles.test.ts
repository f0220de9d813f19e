import { assert } from 'chai'
import * as vscode from 'vscode'
import { createRecord } from '../../src/editor/recordFiles'
import { FaultyFileSystem, type Fault } from './faultyFileSystem'
import { eventually } from './notes'

const text = '---\ntype: crypto-ai-evaluation\n---\n\n# A whole record\n'
const bytes = new TextEncoder().encode(text)
const old = new TextEncoder().encode('what was there before')
const theirs = new TextEncoder().encode('what another window wrote')
const root = vscode.Uri.parse('faulty:/vault')

/** What can go wrong in any operation. */
const failures: Record<string, Fault> = {
  'no permission': (uri) => {
    throw vscode.FileSystemError.NoPermissions(uri)
  },
  unavailable: (uri) => {
    throw vscode.FileSystemError.Unavailable(uri)
  },
  'it exists': (uri) => {
    throw vscode.FileSystemError.FileExists(uri)
  },
  'no folder': (uri) => {
    throw vscode.FileSystemError.FileNotADirectory(uri)
  },
  'disk full': () => {
    throw new Error('ENOSPC: no space left on device')
  },
}

/** What can go wrong in writing alone. */
const halfWrites: Record<string, Fault> = {
  'disk full after an empty file': (_, proceed) => {
    proceed(new Uint8Array())
    throw new Error('ENOSPC: no space left on device')
  },
  'disk full in the middle': (_, proceed) => {
    proceed(bytes.slice(0, 20))
    throw new Error('ENOSPC: no space left on device')
  },
  'half stored, and nobody says so': (_, proceed) => proceed(bytes.slice(0, 20)),
  'nothing stored, and nobody says so': () => {},
}

suite('files of records', () => {
  let disk: FaultyFileSystem
  let registered: vscode.Disposable

  setup(() => {
    disk = new FaultyFileSystem()
    disk.folders.add('/vault')
    registered = vscode.workspace.registerFileSystemProvider('faulty', disk, { isCaseSensitive: true })
  })
  teardown(() => {
    registered.dispose()
  })

  const create = (folder = ['evaluations']) => createRecord(root, folder, 'nosana', '2026-11-24', text)
  const file = (name: string) => disk.files.get(`/vault/evaluations/${name}`)

  /** The record is refused with one message; what was there is as it was; the same again, without the fault, works. */
  const refusesThenWorks = async (names: RegExp) => {
    disk.folders.add('/vault/evaluations')
    disk.files.set('/vault/evaluations/nosana-2026-11-24.md', old)
    const refused = await create()
    disk.faults.clear()
    assert.isFalse(refused.ok)
    assert.match(refused.message, names)
    assert.deepEqual(file('nosana-2026-11-24.md'), old)
    assert.isUndefined(file('nosana-2026-11-24-2.md'), 'no half record')
    const retried = await create()
    assert.isTrue(retried.ok)
    assert.deepEqual(file('nosana-2026-11-24.md'), old)
    assert.deepEqual(file('nosana-2026-11-24-2.md'), bytes)
  }

  for (const [name, fault] of Object.entries(failures)) {
    test(`looking, ${name}: nothing is lost, the message names the place, the retry works`, async () => {
      disk.faults.set('stat', fault)
      await refusesThenWorks(/^evaluations cannot be used: /)
    })
    test(`writing, ${name}: nothing is lost, the message names the file, the retry works`, async () => {
      disk.faults.set('writeFile', fault)
      await refusesThenWorks(/^evaluations\/nosana-2026-11-24-2\.md could not be written: /)
    })
    test(`making the folder, ${name}: the message names the folder, the retry works`, async () => {
      disk.faults.set('createDirectory', fault)
      const made = await create(['evaluations', '2026'])
      disk.faults.clear()
      // VS Code takes a folder that is there already for made.
      assert.equal(made.ok, name === 'it exists')
      if (!made.ok) assert.match(made.message, /^evaluations\/2026 cannot be used: /)
      assert.isTrue((await create(['evaluations', '2026'])).ok)
      assert.deepEqual(disk.files.get('/vault/evaluations/2026/nosana-2026-11-24.md'), bytes)
    })
  }

  for (const [name, fault] of Object.entries(halfWrites)) {
    test(`${name}: no half record is left, the retry works`, async () => {
      disk.faults.set('writeFile', fault)
      await refusesThenWorks(
        /^evaluations\/nosana-2026-11-24-2\.md (?:could not be written: .*ENOSPC|was not stored whole)/,
      )
    })
  }

  for (const [name, fault] of Object.entries(failures)) {
    test(`reading back, ${name}: it is not taken for stored`, async () => {
      disk.faults.set('readFile', fault)
      const refused = await create()
      assert.isFalse(refused.ok)
      assert.equal(refused.message, 'evaluations/nosana-2026-11-24.md was not stored whole')
      disk.faults.clear()
      assert.isTrue((await create()).ok)
      assert.deepEqual(file('nosana-2026-11-24.md'), bytes)
      assert.deepEqual(file('nosana-2026-11-24-2.md'), bytes)
    })
  }

  test('the second and third of a day get a number', async () => {
    for (const name of ['nosana-2026-11-24.md', 'nosana-2026-11-24-2.md', 'nosana-2026-11-24-3.md']) {
      const created = await create()
      assert.isTrue(created.ok)
      assert.deepEqual(file(name), bytes)
    }
  })

  test('another window takes the name at the same moment: both records are there', async () => {
    disk.faults.set('writeFile', (_, proceed) => {
      disk.faults.clear()
      proceed(theirs)
    })
    const created = await create()
    assert.isTrue(created.ok)
    assert.deepEqual(file('nosana-2026-11-24.md'), theirs)
    assert.deepEqual(file('nosana-2026-11-24-2.md'), bytes)
  })

  test('a link on the way, a file in the way', async () => {
    disk.folders.add('/vault/evaluations')
    disk.links.add('/vault/evaluations')
    assert.deepEqual(await create(), {
      ok: false,
      message: 'evaluations is a symbolic link: records stay inside the workspace',
    })
    assert.deepEqual(await create(['evaluations', 'deeper']), {
      ok: false,
      message: 'evaluations is a symbolic link: records stay inside the workspace',
    })
    assert.lengthOf([...disk.files], 0)
    disk.links.clear()
    disk.folders.delete('/vault/evaluations')
    disk.files.set('/vault/evaluations', old)
    assert.deepEqual(await create(), { ok: false, message: 'evaluations is a file, not a folder' })
    assert.deepEqual(disk.files.get('/vault/evaluations'), old)
  })

  test('a read-only file system', async () => {
    const readonly = vscode.workspace.registerFileSystemProvider('faulty-readonly', new FaultyFileSystem(), {
      isReadonly: true,
    })
    try {
      await eventually(
        'VS Code knows that it is read-only',
        () => vscode.workspace.fs.isWritableFileSystem('faulty-readonly') === false || undefined,
      )
      assert.deepEqual(
        await createRecord(root.with({ scheme: 'faulty-readonly' }), ['evaluations'], 'nosana', '2026-11-24', text),
        { ok: false, message: 'evaluations cannot be written to: this workspace is read-only' },
      )
    } finally {
      readonly.dispose()
    }
  })

  test('a slow one: it takes its time', async () => {
    disk.faults.set('stat', () => {
      const end = Date.now() + 100
      while (Date.now() < end);
    })
    assert.isTrue((await create()).ok)
    assert.deepEqual(file('nosana-2026-11-24.md'), bytes)
  })
})
