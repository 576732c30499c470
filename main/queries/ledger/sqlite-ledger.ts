import { and, asc, between, eq, max, min, type SQL, sql, sum } from 'drizzle-orm'
import { compareExact, compareText } from '#main/core/rules/exact.ts'
import type { Ledger, LedgerDimension, LedgerFilter, LedgerItem, LedgerMetric } from '#main/ports/ledger.ts'
import type { ReadableDb } from '#main/store/db.ts'
import { chargeKeys, costFacts, dailyCosts } from '#main/store/schema/costs.ts'
import type { Day } from '#shared/lib/day.ts'
import { exactSum, fromExactSum } from './exact-sum.ts'

/** The ledger's port over the daily rollup. Called with a reader, because the store behind it can be replaced. */
export const createSqliteLedger = (read: () => ReadableDb): Ledger => ({
  aggregate({ workspaceId, from, to, metric, groupBy, filter }) {
    const keys = groupBy.map((dimension) => DIMENSIONS[dimension])
    const [micros, rest] = METRICS[metric]
    const total = exactSum(micros, rest)
    const rows = read()
      .select({
        keys: sql<string>`json_array(${keys.length === 0 ? sql.raw('') : sql.join(keys, sql`, `)})`,
        currency: chargeKeys.currency,
        ...total,
        lines: sum(dailyCosts.lines),
      })
      .from(dailyCosts)
      .innerJoin(chargeKeys, eq(chargeKeys.id, dailyCosts.chargeKeyId))
      .where(and(...within({ workspaceId, from, to }, filter), ...conditions(filter)))
      .groupBy(...keys, chargeKeys.currency)
      .orderBy(...keys, asc(chargeKeys.currency))
      .all()
    return rows.map((row) => ({
      keys: (JSON.parse(row.keys) as (string | number | null)[]).map((key) =>
        key === null ? null : String(key),
      ),
      currency: row.currency,
      femtos: fromExactSum(row),
      lines: Number(row.lines),
    }))
  },

  itemise({ workspaceId, resourceId, from, to }) {
    const { upper, lower, rest } = exactSum(costFacts.quantityMicros, costFacts.quantityRest)
    const rows = read()
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
        ),
      )
      .groupBy(label, unit, chargeKeys.currency)
      .all()
    return rows
      .map(
        (row): LedgerItem => ({
          label: row.label,
          unit: row.unit,
          quantity:
            row.isCounted === 1
              ? fromExactSum({ upper: row.quantityUpper, lower: row.quantityLower, rest: row.quantityRest })
              : null,
          currency: row.currency,
          femtos: fromExactSum(row),
        }),
      )
      .sort((a, b) => compareExact(b.femtos, a.femtos) || compareText(a.label, b.label))
  },

  coverage(workspaceId) {
    const rows = read()
      .select({
        connectionId: chargeKeys.connectionId,
        firstDay: min(dailyCosts.day),
        lastDay: max(dailyCosts.day),
        lines: sum(dailyCosts.lines),
      })
      // From key to days (CROSS JOIN keeps that order) and by the index that groups (+ turns the other one down):
      // nothing is sorted, a quarter of the time.
      .from(chargeKeys)
      .crossJoin(dailyCosts)
      .where(and(eq(dailyCosts.chargeKeyId, chargeKeys.id), sql`+${chargeKeys.workspaceId} = ${workspaceId}`))
      .groupBy(chargeKeys.connectionId)
      .orderBy(chargeKeys.connectionId)
      .all()
    return rows.flatMap(({ connectionId, firstDay, lastDay, lines }) =>
      firstDay && lastDay ? [{ connectionId, firstDay, lastDay, lines: Number(lines) }] : [],
    )
  },
})

/** As the provider calls what it sells. */
const label = sql<string>`coalesce(${chargeKeys.skuName}, ${chargeKeys.sku}, ${chargeKeys.service})`
const unit = sql<string | null>`coalesce(${chargeKeys.consumedUnit}, ${chargeKeys.pricingUnit})`

const DIMENSIONS: Record<LedgerDimension, SQL> = {
  day: sql`${dailyCosts.day}`,
  month: sql`substr(${dailyCosts.day}, 1, 7)`,
  provider: sql`${chargeKeys.provider}`,
  connection: sql`${chargeKeys.connectionId}`,
  service: sql`${chargeKeys.service}`,
  resource: sql`${chargeKeys.resourceId}`,
  chargeCategory: sql`${chargeKeys.chargeCategory}`,
}

const METRICS = {
  billed: [dailyCosts.billedMicros, dailyCosts.billedRest],
  effective: [dailyCosts.effectiveMicros, dailyCosts.effectiveRest],
  list: [dailyCosts.listMicros, dailyCosts.listRest],
  contracted: [dailyCosts.contractedMicros, dailyCosts.contractedRest],
} as const satisfies Record<LedgerMetric, unknown>

/** Of a few resources all days are fewer than all resources of a day: + turns the days' own index down. */
function within(
  { workspaceId, from, to }: { workspaceId: string; from: Day; to: Day },
  filter?: LedgerFilter,
): SQL[] {
  const [workspace, day] = [sql`${dailyCosts.workspaceId}`, sql`${dailyCosts.day}`].map((column) =>
    filter?.resourceIds ? sql`+${column}` : column,
  )
  return [sql`${workspace} = ${workspaceId}`, sql`${day} between ${from} and ${to}`]
}

/** A filter that is there keeps what it names: an empty list keeps nothing. */
function conditions(filter: LedgerFilter = {}): SQL[] {
  const { connectionIds, providers, services, resourceIds } = filter
  const kept: SQL[] = []
  if (connectionIds) kept.push(oneOf(sql`${chargeKeys.connectionId}`, connectionIds))
  if (providers) kept.push(oneOf(sql`${chargeKeys.provider}`, providers))
  if (services) kept.push(oneOf(sql`${chargeKeys.service}`, services))
  if (resourceIds) kept.push(oneOf(sql`${chargeKeys.resourceId}`, resourceIds))
  return kept
}

/** One parameter for a list of any length: the statement stays the same and SQLite's limit of parameters is out of reach. */
const oneOf = (column: SQL, values: readonly (string | number)[]): SQL =>
  sql`${column} IN (SELECT value FROM json_each(${JSON.stringify(values)}))`
