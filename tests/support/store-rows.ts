import type { ResourceState } from '#main/core/model/resource.ts'
import type { WritableDb } from '#main/store/db.ts'
import { insertConnection } from '#main/store/repos/connections.repo.ts'
import type { CostLine } from '#main/store/repos/costs.repo.ts'
import { insertWorkspace } from '#main/store/repos/people.repo.ts'
import type { Provider } from '#shared/contract/values.ts'
import { day } from '#shared/lib/day.ts'

const AT_MS = Date.parse('2026-11-20T09:00:00Z')

/** An organisation with one connection: what nearly every row hangs on. */
export function addCompany(db: WritableDb, workspaceId = 'w1', connectionId = 'c1'): void {
  insertWorkspace(db, {
    id: workspaceId,
    name: `Company ${workspaceId}`,
    kind: 'real',
    currency: 'RUB',
    timeZone: 'Europe/Moscow',
    createdAtMs: AT_MS,
  })
  addConnection(db, workspaceId, connectionId)
}

export function addConnection(
  db: WritableDb,
  workspaceId: string,
  id: string,
  provider: Provider = 'selectel',
): void {
  insertConnection(db, {
    id,
    workspaceId,
    provider,
    name: id,
    accountRef: `account of ${id}`,
    status: 'active',
    config: {},
    addedAtMs: AT_MS,
  })
}

export const server = (externalId: string, more: Partial<ResourceState> = {}): ResourceState => ({
  externalId,
  name: `server ${externalId}`,
  type: 'server',
  service: 'Compute',
  region: 'ru-1',
  zone: null,
  status: 'running',
  owner: null,
  project: 'shop',
  businessUnit: null,
  environment: 'prod',
  price: { amount: { currency: 'RUB', femtos: 3_000n * 10n ** 15n }, period: 'month' },
  attributes: { vcpu: 4, ramGb: 8 },
  tags: [{ key: 'env', value: 'prod' }],
  ...more,
})

type LineOf = { connectionId?: string; resource?: string; service?: string; day?: string; femtos: bigint }

export const costLine = (of: LineOf): CostLine => ({
  key: {
    connectionId: of.connectionId ?? 'c1',
    provider: 'selectel',
    billingAccount: 'account',
    serviceCategory: 'Compute',
    service: of.service ?? 'Compute',
    resourceRef: of.resource ?? null,
    chargeCategory: 'Usage',
    currency: 'RUB',
  },
  day: day(of.day ?? '2026-11-01'),
  invoice: null,
  quantity: null,
  billed: of.femtos,
  effective: of.femtos,
  list: of.femtos,
  contracted: of.femtos,
})
