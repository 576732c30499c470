import { writeSync } from 'node:fs'
import type { WritableDb } from '#main/store/db.ts'
import { openStore } from '#main/store/open.ts'
import { addAudit } from '#main/store/repos/audit.repo.ts'
import { addCosts, removeCosts } from '#main/store/repos/costs.repo.ts'
import { recordSnapshot } from '#main/store/repos/resources.repo.ts'
import { putSetting } from '#main/store/repos/settings.repo.ts'
import { settings } from '#main/store/schema/people.ts'
import { day } from '#shared/lib/day.ts'
import { testPorts } from '#tests/fakes/ports.ts'
import { addCompany, addConnection, costLine, server } from '#tests/support/store-rows.ts'

/**
 * Writes transactions over many tables for as long as it lives, and says the number of each only after it has
 * returned. `c1` grows by three lines a time; the two lines of `c2` are replaced each time.
 */
const store = await openStore(testPorts(process.argv[2] ?? ''))
const last = store.read.select().from(settings).get()
if (!last) {
  store.transaction((db) => {
    addCompany(db)
    addConnection(db, 'w1', 'c2')
    putSetting(db, { scope: 'app', ownerId: '', key: 'last', value: 0 })
  })
}
for (let id = Number(last?.value ?? 0) + 1; ; id += 1) {
  store.transaction((db) => write(db, id))
  writeSync(1, `${id}\n`)
}

function write(db: WritableDb, id: number): void {
  const date = `2026-11-${String((id % 28) + 1).padStart(2, '0')}`
  const invoice = String(id)
  addAudit(db, { atMs: id, host: 'cli', call: invoice, input: {}, outcome: 'ok', durationMs: 0 })
  const lines = [1n, -7n, 10n ** 15n].map((femtos, i) => ({
    ...costLine({ resource: `r${i}`, day: date, femtos: femtos * BigInt(id) }),
    invoice,
  }))
  addCosts(db, 'w1', null, lines)
  removeCosts(db, { connectionId: 'c2', from: day('2000-01-01'), to: day('2100-01-01') })
  const replaced = [1n, 2n].map((femtos) => ({
    ...costLine({ connectionId: 'c2', day: date, femtos }),
    invoice,
  }))
  addCosts(db, 'w1', null, replaced)
  recordSnapshot(db, {
    workspaceId: 'w1',
    connectionId: 'c1',
    startedAtMs: id,
    finishedAtMs: id,
    found: [server('r0', { name: `name ${id}` }), ...(id % 3 === 0 ? [] : [server('r1')])],
  })
  putSetting(db, { scope: 'app', ownerId: '', key: 'last', value: id })
}
