import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { FromReader, ReadTask } from '#main/importers/protocol.ts'
import { startReading } from '#main/importers/thread/start.ts'
import { day } from '#shared/lib/day.ts'
import { focusText } from '#tests/support/focus-text.ts'
import { tempFolder } from '#tests/support/temp-folder.ts'

const ROWS = 9000

/** Every row has a key of its own, so that many messages come. */
function task(rows = ROWS): ReadTask {
  const path = join(tempFolder(), 'bill.csv')
  writeFileSync(path, focusText(Array.from({ length: rows }, (_, i) => ({ ResourceId: `r-${i}` }))))
  return { files: [{ path, name: 'bill.csv' }], answers: {}, mappings: [], today: day('2026-11-26') }
}

const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

test('messages come in their order, one after another, and the end after all of them', async () => {
  const kinds: FromReader['kind'][] = []
  let [inHand, keys, lines] = [0, 0, 0]
  const { ended } = startReading(task(), async (message) => {
    inHand += 1
    expect(inHand).toBe(1)
    await nextTurn()
    kinds.push(message.kind)
    if (message.kind === 'keys') {
      expect(message.first).toBe(keys)
      keys += message.keys.length
    }
    if (message.kind === 'segment') {
      expect(Math.max(...message.segment.indexes.key)).toBeLessThan(keys)
      lines += message.segment.lines
    }
    inHand -= 1
  })
  expect(await ended).toMatchObject({ status: 'read', rowsKept: ROWS, days: [{ lines: ROWS }] })
  expect([keys, lines]).toEqual([ROWS, ROWS])
  expect(kinds.slice(0, 3)).toEqual(['recognised', 'accounts', 'keys'])
  expect(kinds.at(-1)).toBe('segment')
})

test('ends at once when it is cancelled, and tells nothing any more', async () => {
  let isCancelled = false
  const reading = startReading(task(), async (message) => {
    expect(isCancelled).toBe(false)
    if (message.kind !== 'keys') return
    isCancelled = true
    reading.cancel()
  })
  expect(await reading.ended).toEqual({ status: 'failed', code: 'import.cancelled', details: {} })
})

test('ends with the failure of whoever was to take a message', async () => {
  const { ended } = startReading(task(2), () => Promise.reject(new Error('the disk is full')))
  await expect(ended).rejects.toThrow('the disk is full')
})

test('a file that cannot be read is an end with its reason', async () => {
  const missing = { ...task(1), files: [{ path: '/nowhere/bill.csv', name: 'bill.csv' }] }
  const { ended } = startReading(missing, () => {})
  expect(await ended).toMatchObject({
    status: 'failed',
    code: 'import.fileGone',
    details: { name: 'bill.csv' },
  })
})
