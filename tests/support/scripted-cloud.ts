import type {
  AccountInfo,
  BilledItem,
  Charge,
  InventoryItem,
  Scope,
  ScopeOutcome,
  Usage,
} from '#main/core/model/findings.ts'
import { money } from '#main/core/money/money.ts'
import type { CollectRequest, ProviderDescriptor, Sink } from '#main/providers/registry.ts'
import { createSync } from '#main/services/sync/sync.service.ts'
import { createVault } from '#main/services/vault/vault.service.ts'
import { openStore } from '#main/store/open.ts'
import type { Store } from '#main/store/store.ts'
import type { EventName } from '#shared/contract/events.ts'
import { day } from '#shared/lib/day.ts'
import { type TestPorts, testPorts } from '#tests/fakes/ports.ts'
import { addCompany } from './store-rows.ts'
import { syncEnded } from './sync-ended.ts'

/** What a cloud would tell, for a test to change between two looks. `before` is called ahead of each telling. */
export type ScriptedCloud = {
  costs: 'history' | 'rates'
  billed: BilledItem[]
  scopes: Map<Scope, InventoryItem[]>
  outcomes: Map<Scope, Partial<ScopeOutcome>>
  charges: Charge[]
  usage: Usage[]
  account: AccountInfo | null
  before(telling: string): void | Promise<void>
  asked: CollectRequest[]
}

export const quietCloud = (more: Partial<ScriptedCloud> = {}): ScriptedCloud => ({
  costs: 'history',
  billed: [],
  scopes: new Map(),
  outcomes: new Map(),
  charges: [],
  usage: [],
  account: null,
  before: () => undefined,
  asked: [],
  ...more,
})

/** A provider plug-in over the script. */
const scriptedProvider = (cloud: ScriptedCloud): ProviderDescriptor => ({
  provider: 'selectel',
  billingZone: 'Europe/Moscow',
  costs: cloud.costs,
  fields: [],
  help: { where: { ru: '', en: '' }, rights: [] },
  typeOf: (kind) =>
    kind === 'cloud_vm'
      ? 'server'
      : kind.startsWith('volume')
        ? 'volume'
        : kind === 'share'
          ? 'file_storage'
          : null,
  open: () => ({
    check: async () => ({ accountRef: 'account of c1', accountName: 'c1', balance: null, rights: [] }),
    collect: (sink, request) => tell(cloud, sink, request),
  }),
})

async function tell(cloud: ScriptedCloud, sink: Sink, request: CollectRequest): Promise<void> {
  cloud.asked.push(request)
  await cloud.before('billing')
  sink.progress('billing', 0, null)
  await sink.billed(cloud.billed)
  sink.outcome(outcomeOf('billing', cloud))
  for (const [scope, items] of cloud.scopes) {
    await cloud.before(scope)
    const outcome = outcomeOf(scope, cloud)
    if (outcome.status === 'done') await sink.inventory(scope, items)
    sink.outcome({ ...outcome, found: items.length })
  }
  await cloud.before('charges')
  const { chargesFrom: from, chargesTo: to } = request
  if (cloud.costs === 'history')
    await sink.charges(
      from,
      to,
      cloud.charges.filter((charge) => charge.day >= from && charge.day <= to),
    )
  await cloud.before('usage')
  await sink.usage(cloud.usage)
  if (cloud.account) sink.account(cloud.account)
  await cloud.before('end')
}

const outcomeOf = (scope: Scope, cloud: ScriptedCloud): ScopeOutcome => ({
  scope,
  status: 'done',
  endpoint: scope.split('/')[0] ?? scope,
  region: scope.split('/')[1] ?? null,
  project: null,
  found: 0,
  error: null,
  ...cloud.outcomes.get(scope),
})

export const charge = (ref: string, on: string, amount: string, more: Partial<Charge> = {}): Charge => ({
  day: day(on),
  ref,
  name: ref,
  kind: 'cloud_vm',
  parentRef: null,
  service: 'vpc',
  serviceCategory: 'Compute',
  region: 'ru-1',
  zone: null,
  project: 'prod',
  sku: 'compute_cores',
  skuName: 'vCPU',
  unit: 'item',
  quantity: 10n ** 15n,
  billed: money(amount, 'RUB'),
  description: null,
  ...more,
})

export type Engine = {
  store: Store
  ports: TestPorts
  sync: ReturnType<typeof createSync>
  events: EventName[]
  /** One look from beginning to end. */
  look(): Promise<string>
  close(): Promise<void>
}

/** The engine over a store with one connection, `c1` of `w1`, that leads to the script. */
export async function engineOver(
  cloud: ScriptedCloud,
  folder: string,
  { isNew = true }: { isNew?: boolean } = {},
): Promise<Engine> {
  const ports = testPorts(folder)
  const store = await openStore(ports)
  if (isNew) store.transaction((db) => addCompany(db))
  const vault = createVault({ store, ports })
  const events: EventName[] = []
  const descriptor = scriptedProvider(cloud)
  const sync = createSync({
    network: { isOffline: () => false, refuseOffline: () => undefined },
    store,
    ports,
    vault,
    openAccount: async () => descriptor.open(undefined as never),
    find: () => descriptor,
    emit: (name) => events.push(name),
  })
  await sync.ready
  return {
    store,
    ports,
    sync,
    events,
    look: () => syncEnded({ sync, store }),
    async close() {
      await sync.close()
      store.close()
    },
  }
}
