import { count, sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import type { ResourceState } from '#main/core/model/resource.ts'
import { openStore } from '#main/store/open.ts'
import { recordSnapshot } from '#main/store/repos/resources.repo.ts'
import { resourceVersions } from '#main/store/schema/inventory.ts'
import { testPorts } from '#tests/fakes/ports.ts'
import { randomNumbers } from '#tests/support/random.ts'
import { addCompany, server } from '#tests/support/store-rows.ts'
import { tempFolder } from '#tests/support/temp-folder.ts'

const RESOURCES = 2_000
const CHURN = RESOURCES / 100
const LOOKS = 100

test('a hundred looks at two thousand resources with 1 % churn grow the store by about what changed', async () => {
  const store = await openStore(testPorts(tempFolder()))
  store.transaction((db) => addCompany(db))
  const next = randomNumbers(11)
  const found: ResourceState[] = Array.from({ length: RESOURCES }, (_, i) => server(`vm-${i}`))
  const record = (look: number) =>
    store.transaction((db) =>
      recordSnapshot(db, {
        workspaceId: 'w1',
        connectionId: 'c1',
        startedAtMs: look * 3_600_000,
        finishedAtMs: look * 3_600_000 + 60_000,
        found,
      }),
    )
  const bytes = (): number =>
    store.read.get<{ bytes: number }>(
      sql`SELECT (page_count - freelist_count) * page_size AS bytes
        FROM pragma_page_count, pragma_freelist_count, pragma_page_size`,
    ).bytes

  record(0)
  const before = bytes()
  let changedBytes = 0
  let changes = 0
  for (let look = 1; look <= LOOKS; look += 1) {
    const touched = new Set<number>()
    while (touched.size < CHURN) touched.add(next(RESOURCES))
    for (const index of touched) {
      const name = `server ${index} renamed at look ${look}`
      const attributes = { vcpu: 1 + look, ramGb: 8 }
      found[index] = { ...(found[index] ?? server('')), name, attributes }
      changedBytes += Buffer.byteLength(JSON.stringify({ name, 'attributes.vcpu': 1 + look }))
      changes += 1
    }
    expect(record(look)).toMatchObject({ created: 0, updated: CHURN, gone: 0, unchanged: RESOURCES - CHURN })
  }
  const versions = store.read.select({ rows: count() }).from(resourceVersions).get()?.rows
  expect(versions).toBe(RESOURCES + changes)

  const growth = bytes() - before
  const naive = LOOKS * before
  process.stdout.write(
    `inventory ${before} B; ${changes} changes of ${changedBytes} B grew the store by ${growth} B ` +
      `(${(growth / changedBytes).toFixed(1)}x; a copy per look would be ${Math.round(naive / growth)}x as much)\n`,
  )
  expect(growth).toBeLessThanOrEqual(3 * changedBytes)
  expect(growth).toBeLessThan(naive / 50)
  store.close()
})
