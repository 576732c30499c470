import type { BilledItem, InventoryItem, Price } from '#main/core/model/findings.ts'
import { money } from '#main/core/money/money.ts'
import { assemble } from '#main/core/sync/assemble.ts'
import type { Assembly, Found, Look } from '#main/core/sync/look.ts'
import type { ResourceType } from '#shared/contract/resources.ts'

export const hourly = (amount: string): Price => ({ amount: money(amount, 'RUB'), period: 'hour' })

export const billed = (ref: string, more: Partial<BilledItem> = {}): BilledItem => ({
  ref,
  name: ref,
  kind: 'cloud_vm',
  metrics: [],
  service: 'vpc',
  parentRef: null,
  region: 'ru-1',
  zone: 'ru-1a',
  project: 'prod',
  price: hourly('1'),
  expectedIn: null,
  raw: '{}',
  ...more,
})

export const listed = (
  ref: string,
  type: ResourceType = 'server',
  more: Partial<InventoryItem> = {},
): Look['listed'][number] => ({
  scope: `${type}s/ru-1`,
  item: {
    ref,
    name: ref,
    type,
    kind: type,
    service: 'Compute',
    region: 'ru-1',
    zone: null,
    status: 'running',
    project: 'prod',
    createdAtMs: null,
    price: null,
    attachedTo: null,
    attributes: {},
    tags: [],
    raw: '{}',
    ...more,
  },
})

const KINDS: Record<string, ResourceType> = {
  cloud_vm: 'server',
  volume_fast: 'volume',
  share: 'file_storage',
  floating_ip: 'ip_address',
}

/** A look at an account in which every part has answered, unless the test says otherwise. */
export const lookAt = (told: Partial<Look>): Look => ({
  billed: [],
  listed: [],
  isAnswered: () => true,
  isBillKnown: true,
  typeOf: (kind) => KINDS[kind] ?? null,
  scopeOfKnown: () => undefined,
  hasGap: () => false,
  ...told,
})

export function assembled(told: Partial<Look>): Assembly & { of(ref: string): Found | undefined } {
  const work = assemble(lookAt(told))
  let step = work.next()
  while (!step.done) step = work.next()
  const assembly = step.value
  return { ...assembly, of: (ref) => assembly.found.find(({ state }) => state.externalId === ref) }
}
