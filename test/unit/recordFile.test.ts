import assert from 'node:assert/strict'
import { recordFileName, recordFolder } from '../../src/core/records/recordFile'

suite('files of records', () => {
  test('named after project and day, the second of a day with a number', () => {
    assert.equal(recordFileName('nosana', '2026-11-24', 1), 'nosana-2026-11-24.md')
    assert.equal(recordFileName('nosana', '2026-11-24', 3), 'nosana-2026-11-24-3.md')
    assert.equal(recordFileName('../../Çafé <b>', '2026-11-24', 1), 'c-afe-b-2026-11-24.md')
    assert.equal(recordFileName('買', '2026-11-24', 1), 'project-2026-11-24.md')
    assert.equal(recordFileName('CON', '2026-11-24', 1), 'project-con-2026-11-24.md')
  })
  test('only in a folder inside the workspace', () => {
    assert.deepEqual(recordFolder(' ./notes//evaluations/ '), { ok: true, segments: ['notes', 'evaluations'] })
    assert.deepEqual(recordFolder('.'), { ok: true, segments: [] })
    const reason = (setting: string) => {
      const folder = recordFolder(setting)
      return folder.ok ? folder.segments.join('/') : folder.reason
    }
    for (const outside of ['../x', 'a/../../x', 'a/..'])
      assert.equal(reason(outside), 'it must stay inside the workspace')
    for (const absolute of ['/etc', '\\\\server\\x', 'C:\\x', 'c:/x', 'file:///x', '~/x'])
      assert.equal(reason(absolute), 'it must be relative to the workspace')
    assert.match(reason('a\\..\\x'), /may not contain/)
    assert.match(reason('a\0b'), /may not contain/)
    for (const odd of ['con', 'a/NUL.txt', 'a./b', 'a /b']) assert.match(reason(odd), /Windows/)
    assert.match(reason(''), /empty/)
    assert.match(reason('a'.repeat(201)), /longer/)
  })
})
