import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, readdirSync } from 'node:fs'
import { setTimeout as after } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openStore } from '#main/store/open.ts'
import { settings } from '#main/store/schema/people.ts'
import { testPorts } from '#tests/fakes/ports.ts'
import { buildChild } from '#tests/support/child-build.ts'
import { countRows, fillEveryTable } from '#tests/support/full-store.ts'
import { randomNumbers } from '#tests/support/random.ts'
import { tempFolder } from '#tests/support/temp-folder.ts'

const KILLS = 25

let restorer: Awaited<ReturnType<typeof buildChild>>
beforeAll(async () => {
  restorer = await buildChild('store-restorer')
})
afterAll(() => restorer.remove())

/** The marks that the store may bear after the child was killed. */
async function restoreUntilKilled(folder: string, waitMs: number): Promise<number[]> {
  const child = spawn(process.execPath, [restorer.file, folder], { stdio: ['ignore', 'pipe', 'inherit'] })
  let said = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said += text
  })
  await once(child.stdout, 'data')
  await after(waitMs)
  child.kill('SIGKILL')
  const [, signal] = await once(child, 'close')
  expect(signal).toBe('SIGKILL')
  const lines = said.split('\n').slice(0, -1)
  return (lines.at(-1) ?? '').split(' ').map(Number)
}

test('kill -9 during backups and restores leaves the store of before or of after, whole', async () => {
  const folder = tempFolder()
  const first = await openStore(testPorts(folder))
  first.transaction((db) => {
    fillEveryTable(db)
    db.delete(settings).run()
  })
  const rows = countRows(first)
  first.close()
  mkdirSync(testPorts(folder).paths.backupsFolder)
  const next = randomNumbers(Date.now())
  let highest = 0
  for (let kills = 0; kills < KILLS; kills += 1) {
    const allowed = await restoreUntilKilled(folder, next(150))
    const store = await openStore(testPorts(folder))
    const mark = Number(store.read.select().from(settings).get()?.value ?? 0)
    expect(allowed).toContain(mark)
    expect(store.read.all(sql`PRAGMA integrity_check`)).toEqual([{ integrity_check: 'ok' }])
    expect({ ...countRows(store), settings: 0 }).toEqual(rows)
    const ids = store.listBackups().map((file) => file.id)
    expect(readdirSync(testPorts(folder).paths.backupsFolder).sort()).toEqual(ids.sort())
    highest = Math.max(highest, mark)
    store.close()
  }
  expect(highest).toBeGreaterThan(2)
})
