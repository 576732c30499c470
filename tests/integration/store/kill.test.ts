import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as after } from 'node:timers/promises'
import { count, eq, inArray, isNull, sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openStore } from '#main/store/open.ts'
import { chargeKeys, costFacts } from '#main/store/schema/costs.ts'
import { resourceVersions } from '#main/store/schema/inventory.ts'
import { auditRecords, settings } from '#main/store/schema/people.ts'
import type { Store } from '#main/store/store.ts'
import { testPorts } from '#tests/fakes/ports.ts'
import { buildChild } from '#tests/support/child-build.ts'
import { randomNumbers } from '#tests/support/random.ts'
import { checkRollup } from '#tests/support/rollup.ts'
import { tempFolder } from '#tests/support/temp-folder.ts'

const KILLS = 40

let writer: Awaited<ReturnType<typeof buildChild>>
beforeAll(async () => {
  writer = await buildChild('store-writer')
})
afterAll(() => writer.remove())

/** Numbers that the writer said before it was killed. A line cut short does not count as said. */
async function writeUntilKilled(folder: string, isEarly: boolean, waitMs: number): Promise<number[]> {
  const child: ChildProcess = spawn(process.execPath, [writer.file, folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let said = ''
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    said += text
  })
  if (!isEarly && child.stdout) await once(child.stdout, 'data')
  await after(waitMs)
  child.kill('SIGKILL')
  const [, signal] = await once(child, 'close')
  expect(signal).toBe('SIGKILL')
  return said.split('\n').slice(0, -1).map(Number)
}

test('kill -9 at any moment loses nothing that was confirmed', async () => {
  const folder = tempFolder()
  const next = randomNumbers(Date.now())
  const confirmed = new Set<number>()
  let lost = 0
  let kills = 0
  for (; kills < KILLS; kills += 1) {
    // Every third dies somewhere in its start: opening, migrating, the first write.
    const isEarly = kills % 3 === 0
    const ids = await writeUntilKilled(folder, isEarly, isEarly ? 40 + next(160) : next(200))
    for (const id of ids) confirmed.add(id)
    const store = await openStore(testPorts(folder))
    const kept = new Set(
      store.read
        .select({ call: auditRecords.call })
        .from(auditRecords)
        .all()
        .map((row) => Number(row.call)),
    )
    lost += [...confirmed].filter((id) => !kept.has(id)).length
    checkWhole(store, kept)
    store.close()
  }
  process.stdout.write(`kills: ${kills}, confirmed rows: ${confirmed.size}, lost: ${lost}\n`)
  expect(lost).toBe(0)
  expect(confirmed.size).toBeGreaterThan(KILLS)
})

/** Transactions are there whole or not at all, whether they were confirmed or not. */
function checkWhole({ read }: Store, kept: ReadonlySet<number>): void {
  expect(read.all(sql`PRAGMA integrity_check`)).toEqual([{ integrity_check: 'ok' }])
  expect(read.all(sql`PRAGMA foreign_key_check`)).toEqual([])
  expect(checkRollup(read).differences).toBe(0)
  const last = Number(read.select().from(settings).get()?.value ?? 0)
  expect(kept.size).toBe(last)
  if (last === 0) return
  const linesOf = (connectionId: string) =>
    read
      .select({ invoice: costFacts.invoice, lines: count() })
      .from(costFacts)
      .where(
        inArray(
          costFacts.chargeKeyId,
          read
            .select({ id: chargeKeys.id })
            .from(chargeKeys)
            .where(eq(chargeKeys.connectionId, connectionId)),
        ),
      )
      .groupBy(costFacts.invoice)
      .all()
  const grown = linesOf('c1')
  expect(grown).toHaveLength(last)
  expect(grown.every((row) => row.lines === 3)).toBe(true)
  expect(linesOf('c2')).toEqual([{ invoice: String(last), lines: 2 }])
  const open = read.select().from(resourceVersions).where(isNull(resourceVersions.validToMs)).all()
  expect(new Set(open.map((version) => version.resourceId)).size).toBe(open.length)
}
