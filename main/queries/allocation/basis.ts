import { and, eq, gte, lte } from 'drizzle-orm'
import type { Basis } from '#main/core/allocation/outcomes.ts'
import { compareText } from '#main/core/rules/exact.ts'
import type { Ledger } from '#main/ports/ledger.ts'
import type { ReadableDb } from '#main/store/db.ts'
import { unitSeries, unitValues } from '#main/store/schema/allocation.ts'
import type { Currency } from '#shared/lib/currency.ts'
import { type Day, firstOfMonth, lastOfMonth } from '#shared/lib/day.ts'
import { parseDecimal } from '#shared/lib/decimal.ts'

type Of = { workspaceId: string; id: string; day: Day }

/** What shared costs are split by in the month of a day; looked up when a rule needs it. */
export function basisOf(ledger: () => Ledger, db: () => ReadableDb, of: Of): Basis {
  let own: ReadonlyMap<string, ReadonlyMap<string, bigint>> | null = null
  const costs = () => {
    own ??= readOwnCosts(ledger(), of)
    return own
  }
  return {
    ownCosts: (currency: Currency) => costs().get(currency) ?? new Map(),
    ownParts: () =>
      [...new Set([...costs().values()].flatMap((parts) => [...parts.keys()]))].sort(compareText),
    seriesValues: (seriesId) => readSeries(db(), seriesId, of),
  }
}

/** By currency what each part costs by itself. */
function readOwnCosts(ledger: Ledger, { workspaceId, id, day }: Of) {
  const cube = ledger.cube({
    workspaceId,
    from: firstOfMonth(day),
    to: lastOfMonth(day),
    metric: 'billed',
    groupBy: [`virtual:${id}~direct`],
    step: 'total',
  })
  const found = new Map<string, Map<string, bigint>>()
  for (const [at, { keys, unit }] of cube.groups.entries()) {
    const part = keys[0]
    if (part === null || part === undefined) continue
    const parts = found.get(unit) ?? new Map<string, bigint>()
    found.set(unit, parts)
    parts.set(part, (parts.get(part) ?? 0n) + cube.total(at))
  }
  return found
}

/** What the series says of each part in the month: of flows the sum, and of stocks the mean of the days it tells of. */
function readSeries(db: ReadableDb, seriesId: string, { workspaceId, day }: Of): ReadonlyMap<string, bigint> {
  const rows = db
    .select({ part: unitValues.part, value: unitValues.value, kind: unitSeries.kind })
    .from(unitValues)
    .innerJoin(unitSeries, eq(unitSeries.id, unitValues.seriesId))
    .where(
      and(
        eq(unitSeries.id, seriesId),
        eq(unitSeries.workspaceId, workspaceId),
        gte(unitValues.day, firstOfMonth(day)),
        lte(unitValues.day, lastOfMonth(day)),
      ),
    )
    .all()
  const found = new Map<string, bigint>()
  for (const [part, own] of Map.groupBy(rows, (row) => row.part)) {
    if (part === '') continue
    const sum = own.reduce((total, { value }) => total + (parseDecimal(value) ?? 0n), 0n)
    found.set(part, own[0]?.kind === 'stock' ? sum / BigInt(own.length) : sum)
  }
  return found
}
