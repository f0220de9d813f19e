/** Run in a fresh process by `vault.mjs`, which sends it the paths of notes: answers what an index of them keeps of memory. */
import { refresh, turns, VaultIndex, VaultStore } from './vaultOnDisk.mjs'

process.once('message', async (/** @type {string[]} */ files) => {
  await refresh(new VaultIndex(), files.slice(0, 100))
  const before = heap()
  let index = new VaultIndex()
  await refresh(index, files)
  const built = heap() - before
  // In UTF-16, as the note holds it.
  const matched = [...index.notes().values()].reduce(
    (sum, { facts }) => sum + facts.mentions.reduce((own, { length }) => own + 2 * length, 0),
    0,
  )
  const mentions = index.mentionCount
  let { text } = await new VaultStore().write(index, 'measured', turns)
  index = new VaultIndex()
  await new VaultStore().read(index, { all: text, changes: '' }, 'measured', turns)
  text = ''
  const reopened = heap() - before
  if (index.mentionCount !== mentions) throw new Error('the reopened index differs')
  process.send?.({ built, reopened, matched, mentions }, () => process.exit())
})

function heap() {
  for (let round = 0; round < 3; round++) globalThis.gc?.()
  return process.memoryUsage().heapUsed
}
