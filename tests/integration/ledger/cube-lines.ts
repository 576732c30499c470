import { addCosts, type CostLine } from '#main/store/repos/costs.repo.ts'
import { putOverride } from '#main/store/repos/overrides.repo.ts'
import { commitParcel } from '#main/store/repos/parcel-commit.ts'
import { recordSnapshot } from '#main/store/repos/resources.repo.ts'
import type { Store } from '#main/store/store.ts'
import { type Day, day } from '#shared/lib/day.ts'
import { type FileLine, fileLine, readParcel } from '#tests/support/parcels.ts'
import { randomNumbers } from '#tests/support/random.ts'
import { addCompany, addConnection, server } from '#tests/support/store-rows.ts'

/** A line as it counts, from either tier. */
export type Line = FileLine & { isOfApi: boolean; invoice: string | null }

const DAYS = [
  '2025-12-28',
  '2025-12-31',
  '2026-01-01',
  '2026-01-05',
  '2026-01-31',
  '2026-02-28',
  '2026-03-01',
]
const API_DAYS = ['2025-12-30', '2026-01-02', '2026-02-28']
export const SPAN = { from: day('2025-12-01'), to: day('2026-03-31') }

const detailOf = (invoiceId: string | null): FileLine['detail'] => ({
  invoiceId,
  invoiceDetailId: null,
  billingPeriodStart: null,
  billingPeriodEnd: null,
  listUnitPrice: null,
  contractedUnitPrice: null,
  pricingCurrencyListUnitPrice: null,
  pricingCurrencyContractedUnitPrice: null,
  pricingCurrencyEffectiveCost: null,
  extra: null,
})

/** Files of two accounts, an added one and one that takes days from another, and days that an API told. */
export function fillStore(store: Store, seed: number, count: number): Line[] {
  const next = randomNumbers(seed)
  const pick = <T>(items: readonly T[]): T => items[next(items.length)] as T
  const amount = (): bigint =>
    BigInt(next(2 ** 31) - 2 ** 29) * pick([1n, 10n ** 7n, 10n ** 13n, 10n ** 16n]) + BigInt(next(7))

  store.transaction((db) => {
    addCompany(db)
    addConnection(db, 'w1', 'c2', 'aws')
    const { idOf } = recordSnapshot(db, {
      workspaceId: 'w1',
      connectionId: 'c1',
      startedAtMs: 1,
      finishedAtMs: 2,
      found: [server('r-0', { owner: 'Анна', project: null }), server('r-1', { project: 'витрина' })],
    })
    const judge = { workspaceId: 'w1', userId: 'u1', atMs: 3 }
    putOverride(db, judge, [idOf.get('r-1') ?? 0], 'project', 'склад')
  })
  const line = (): Line => {
    const invoice = pick([null, 'A-1', 'A-2'])
    const seconds = pick([600, 3600, 7200, 86_400])
    const key: Partial<FileLine['key']> = {
      provider: pick(['aws', 'selectel']),
      subAccount: pick([null, 'sub 1', 'sub 2']),
      service: pick(['Compute', 'Диски', 'Сеть']),
      region: pick([null, 'ru-1']),
      resourceRef: pick([null, 'r-0', 'r-1', 'r-2']),
      resourceName: pick([null, 'База Данных']),
      pricingUnit: pick([null, 'Hours', 'GB']),
      consumedUnit: pick([null, 'Hours']),
      currency: pick(['RUB', 'RUB', 'USD']),
      tags: pick<FileLine['key']['tags']>([
        null,
        { team: 'a', Владелец: 'Пётр' },
        { team: 'b', env: 'prod' },
      ]),
      more: pick([null, { SubAccountName: 'Магазин' }]),
    }
    const made = fileLine({
      connectionId: pick(['c1', 'c2']),
      day: pick(DAYS),
      femtos: 0n,
      key,
      more: {
        billed: amount(),
        effective: amount(),
        quantity: pick([null, amount()]),
        pricing: pick([null, amount()]),
        startSecond: pick([-10_800, -60, 0, 5400, 75_600]),
        seconds,
        detail: detailOf(invoice),
      },
    })
    return { ...made, isOfApi: false, invoice }
  }
  // A segment is of one account, and an account of one provider.
  const some = (): Line[] =>
    Array.from({ length: count }, line).map((one) => ({
      ...one,
      key: { ...one.key, provider: one.connectionId === 'c1' ? 'selectel' : 'aws' },
    }))

  const [replaced, kept, added] = [some(), some(), some()]
  for (const [own, mode] of [
    [replaced, 'replace'],
    [kept, 'replace'],
    [added, 'add'],
  ] as const)
    store.transaction((db) => commitParcel(db, readParcel(db, 'w1', own), { mode, atMs: 1 }))
  const told = some()
    .slice(0, 60)
    .map(
      (one): Line => ({
        ...one,
        day: day(pick(API_DAYS)),
        isOfApi: true,
        key: { ...one.key, more: null },
        pricing: null,
      }),
    )
  store.transaction((db) =>
    addCosts(
      db,
      'w1',
      null,
      told.map((one) => ({
        ...one,
        key: { ...one.key, connectionId: one.connectionId } as CostLine['key'],
      })),
    ),
  )
  const isTold = (own: readonly Line[], connectionId: string, on: Day): boolean =>
    own.some((one) => one.connectionId === connectionId && one.day === on)
  return [
    ...replaced.filter(({ connectionId, day: on }) => !isTold(kept, connectionId, on)),
    ...kept,
    ...added,
    ...told.filter(
      ({ connectionId, day: on }) => !isTold([...replaced, ...kept, ...added], connectionId, on),
    ),
  ]
}
