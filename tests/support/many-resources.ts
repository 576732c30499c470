import type { ResourceState } from '#main/core/model/resource.ts'
import { money } from '#main/core/money/money.ts'
import type { WritableDb } from '#main/store/db.ts'
import { recordSnapshot } from '#main/store/repos/resources.repo.ts'
import { addConnection, server } from './store-rows.ts'

const AT_MS = Date.parse('2026-11-19T09:00:00Z')
const types = ['server', 'volume', 'database', 'ip_address', 'object_storage'] as const

const resource = (n: number): ResourceState =>
  server(`ext-${n}`, {
    name: `resource-${String(n).padStart(6, '0')}`,
    type: types[n % types.length] ?? 'server',
    region: `ru-${n % 5}`,
    price: { amount: money(`${(n % 9000) + 100}.25`, 'RUB'), period: 'month' },
    tags: [{ key: 'env', value: n % 2 === 0 ? 'prod' : 'dev' }],
  })

/** So many resources, shared out among the connections. */
export function addManyResources(db: WritableDb, workspaceId: string, count: number, clouds: number): void {
  const each = Math.ceil(count / clouds)
  for (let cloud = 0; cloud < clouds; cloud += 1) {
    const connectionId = `cloud-${cloud}`
    addConnection(db, workspaceId, connectionId)
    const numbers = Array.from({ length: Math.min(each, count - cloud * each) }, (_, k) => cloud * each + k)
    recordSnapshot(db, {
      workspaceId,
      connectionId,
      startedAtMs: AT_MS,
      finishedAtMs: AT_MS + 60_000,
      found: numbers.map(resource),
    })
  }
}
