import { sql } from 'drizzle-orm'
import { toStored } from '#main/core/money/stored.ts'
import { openStore } from '#main/store/open.ts'
import { insertBudgets } from '#main/store/repos/budgets.repo.ts'
import { connectionForFile } from '#main/store/repos/file-accounts.repo.ts'
import { commitParcel } from '#main/store/repos/parcel-commit.ts'
import { addParcel } from '#main/store/repos/parcels.repo.ts'
import { createSegmentWriter } from '#main/store/repos/segment-writer.ts'
import { workspaces } from '#main/store/schema/people.ts'
import type { Store } from '#main/store/store.ts'
import { parseDecimal } from '#shared/lib/decimal.ts'
import { type TestPorts, testPorts } from '#tests/fakes/ports.ts'
import { openOrganisation } from '#tests/support/organisation.ts'
import { ACCOUNTS, KEYS_PER_ACCOUNT, keyOf, MONTHS, type MonthOfAccount, monthOf } from './ledger-data.ts'

const KEYS_AT_ONCE = 1000

/** An organisation whose bills all came in by file, a file a month; `each` is shown every month of every account. */
export async function fillLedger(
  folder: string,
  rows: number,
  each: (of: MonthOfAccount & { at: number; account: number }) => void,
): Promise<TestPorts> {
  const ports = { ...testPorts(folder), checksOutputs: false }
  await (await openOrganisation(ports)).close()
  const store = await openStore(ports)
  const { id: workspaceId } = store.read.select({ id: workspaces.id }).from(workspaces).all()[0] ?? { id: '' }
  const lines = Math.ceil(rows / MONTHS.length / ACCOUNTS.length)
  const connectionIds = store.transaction((db) =>
    ACCOUNTS.map((account) => connectionForFile(db, workspaceId, account, ports.ids, ports.clock.nowMs())),
  )
  const context = { workspaceId, connectionOf: (account: number) => connectionIds[account] ?? '' }
  for (const at of MONTHS.keys()) {
    const parcelId = store.transaction((db) => writeMonth(db, context, { at, lines }, each))
    store.transaction((db) => commitParcel(db, parcelId, { mode: 'replace', atMs: 1 }))
  }
  addBudgets(store, workspaceId, connectionIds)
  store.transaction((db) => db.run(sql`analyze`))
  store.close()
  return ports
}

type Writable = Parameters<Parameters<Store['transaction']>[0]>[0]
type Context = { workspaceId: string; connectionOf(account: number): string }

function writeMonth(
  db: Writable,
  { workspaceId, connectionOf }: Context,
  { at, lines }: { at: number; lines: number },
  each: (of: MonthOfAccount & { at: number; account: number }) => void,
): number {
  const parcelId = addParcel(db, {
    workspaceId,
    status: 'ready',
    origin: 'terminal',
    fileName: `${MONTHS[at]}.csv`,
    files: [],
    bytes: 0,
    createdAtMs: 1,
  })
  const writer = createSegmentWriter(db, { workspaceId, parcelId, connectionOf })
  const all = ACCOUNTS.length * KEYS_PER_ACCOUNT
  for (let first = 0; first < all; first += KEYS_AT_ONCE) {
    const count = Math.min(KEYS_AT_ONCE, all - first)
    writer.keys(
      first,
      Array.from({ length: count }, (_, i) => {
        const account = Math.floor((first + i) / KEYS_PER_ACCOUNT)
        return { account, fields: keyOf(account, (first + i) % KEYS_PER_ACCOUNT) }
      }),
    )
  }
  writer.details(0, [
    {
      invoiceId: `invoice-${at}`,
      invoiceDetailId: null,
      billingPeriodStart: null,
      billingPeriodEnd: null,
      listUnitPrice: null,
      contractedUnitPrice: null,
      pricingCurrencyListUnitPrice: null,
      pricingCurrencyContractedUnitPrice: null,
      pricingCurrencyEffectiveCost: null,
      extra: null,
    },
  ])
  for (const account of ACCOUNTS.keys()) {
    const made = monthOf(at, account, lines)
    each({ ...made, at, account })
    // A file counts its keys over all accounts.
    const key = made.keys.map((number) => account * KEYS_PER_ACCOUNT + number)
    writer.segment({ ...made.segment, indexes: { ...made.segment.indexes, key } })
    writer.days(daySums(made, account))
  }
  return parcelId
}

function daySums({ days, billed, effective, scale, segment }: MonthOfAccount, account: number) {
  const sums = Array.from({ length: 32 }, () => ({ lines: 0, billed: 0, effective: 0 }))
  for (const [i, day] of days.entries()) {
    const sum = sums[day]
    if (!sum) continue
    sum.lines += 1
    sum.billed += billed[i] ?? 0
    sum.effective += effective[i] ?? 0
  }
  const unit = 10n ** BigInt(15 - scale)
  return sums.flatMap((sum, day) => {
    if (sum.lines === 0) return []
    const femtos = BigInt(sum.billed) * unit
    return [
      {
        account,
        day: `${segment.month}-${String(day).padStart(2, '0')}` as never,
        currency: ACCOUNTS[account]?.currency ?? ('RUB' as const),
        lines: sum.lines,
        billed: femtos,
        effective: BigInt(sum.effective) * unit,
        list: femtos,
        contracted: femtos,
      },
    ]
  })
}

function addBudgets(store: Store, workspaceId: string, connectionIds: readonly string[]): void {
  const { micros, rest } = toStored(parseDecimal('1000000') ?? 0n)
  store.transaction((db) =>
    insertBudgets(
      db,
      connectionIds.map((id, at) => ({
        id: `budget-${at}`,
        workspaceId,
        name: `Бюджет ${at}`,
        connectionIds: [id],
        currency: ACCOUNTS[at]?.currency ?? 'RUB',
        limitMicros: micros,
        limitRest: rest,
        createdAtMs: 1,
      })),
    ),
  )
}
