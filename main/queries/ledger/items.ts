import { and, between, eq, sql } from 'drizzle-orm'
import { compareExact, compareText } from '#main/core/rules/exact.ts'
import type { LedgerItem } from '#main/ports/ledger.ts'
import { chargeKeys, costFacts } from '#main/store/schema/costs.ts'
import { parcelDays } from '#main/store/schema/ledger.ts'
import type { Currency } from '#shared/lib/currency.ts'
import type { Day } from '#shared/lib/day.ts'
import { exactSum, fromExactSum } from './exact-sum.ts'
import type { KeySet } from './key-set.ts'
import { segmentLines } from './segment-lines.ts'
import type { Tiers } from './tiers.ts'

type Of = { workspaceId: string; resourceId: number; from: Day; to: Day }

/** What a resource was billed for, from either side: what its API told, and what files tell. */
export function itemise(tiers: Tiers, of: Of): LedgerItem[] {
  const found = new Map<string, LedgerItem>()
  for (const item of [...told(tiers, of), ...filed(tiers, of)]) {
    const id = JSON.stringify([item.label, item.unit, item.currency])
    const known = found.get(id)
    found.set(id, known ? together(known, item) : item)
  }
  return [...found.values()].sort((a, b) => compareExact(b.femtos, a.femtos) || compareText(a.label, b.label))
}

const together = (a: LedgerItem, b: LedgerItem): LedgerItem => ({
  ...a,
  quantity: a.quantity === null || b.quantity === null ? null : a.quantity + b.quantity,
  femtos: a.femtos + b.femtos,
})

/** As the provider calls what it sells. */
const label = sql<string>`coalesce(${chargeKeys.skuName}, ${chargeKeys.sku}, ${chargeKeys.service})`
const unit = sql<string | null>`coalesce(${chargeKeys.consumedUnit}, ${chargeKeys.pricingUnit})`

function told({ read }: Tiers, { workspaceId, resourceId, from, to }: Of): LedgerItem[] {
  const { upper, lower, rest } = exactSum(costFacts.quantityMicros, costFacts.quantityRest)
  return read()
    .select({
      label,
      unit,
      currency: chargeKeys.currency,
      ...exactSum(costFacts.billedMicros, costFacts.billedRest),
      isCounted: sql<number>`count(*) = count(${costFacts.quantityMicros})`,
      quantityUpper: upper,
      quantityLower: lower,
      quantityRest: rest,
    })
    .from(chargeKeys)
    .innerJoin(costFacts, eq(costFacts.chargeKeyId, chargeKeys.id))
    .where(
      and(
        eq(chargeKeys.resourceId, resourceId),
        eq(chargeKeys.workspaceId, workspaceId),
        between(costFacts.day, from, to),
        sql`not exists (select 1 from ${parcelDays} p
          where p.connection_id = ${chargeKeys.connectionId} and p.day = ${costFacts.day} and p.is_live)`,
      ),
    )
    .groupBy(label, unit, chargeKeys.currency)
    .all()
    .map((row) => ({
      label: row.label,
      unit: row.unit,
      quantity:
        row.isCounted === 1
          ? fromExactSum({ upper: row.quantityUpper, lower: row.quantityLower, rest: row.quantityRest })
          : null,
      currency: row.currency,
      femtos: fromExactSum(row),
    }))
}

function* filed(tiers: Tiers, of: Of): Generator<LedgerItem> {
  for (const { keys, mask, segment, read } of tiers.parts(of)) {
    const isOwn = segment ? ownKeys(keys, of.resourceId) : null
    if (!segment || !isOwn) continue
    const { count, days, keys: numbers } = read('billed').rows
    for (let i = 0; i < count; i += 1) {
      const key = numbers[i] as number
      if (isOwn[key] === 0 || ((mask >>> ((days[i] as number) - 1)) & 1) === 0) continue
      const lines = segmentLines(tiers, segment.id)
      const consumed = textAt(keys, 'consumedUnit', key)
      yield {
        label: textAt(keys, 'skuName', key) ?? textAt(keys, 'sku', key) ?? textAt(keys, 'service', key) ?? '',
        unit: consumed ?? textAt(keys, 'pricingUnit', key),
        quantity: lines.femtos(consumed === null ? 'pricingQuantity' : 'consumedQuantity', i),
        currency: textAt(keys, 'currency', key) as Currency,
        femtos: lines.femtos('billed', i) ?? 0n,
      }
    }
  }
}

/** Which keys are the resource's; null where none is. */
function ownKeys(keys: KeySet, resourceId: number): Uint8Array | null {
  const { texts, places } = keys.resources()
  const own = texts.indexOf(String(resourceId)) + 1
  return own === 0 ? null : Uint8Array.from(places, (place) => (place === own ? 1 : 0))
}

function textAt(keys: KeySet, name: Parameters<KeySet['column']>[0], key: number): string | null {
  const { texts, places } = keys.column(name)
  return texts[(places[key] ?? 0) - 1] ?? null
}
