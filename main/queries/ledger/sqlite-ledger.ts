import { and, between, eq, max, min, type SQL, sql, sum } from 'drizzle-orm'
import { compareExact, compareText } from '#main/core/rules/exact.ts'
import type { Ledger, LedgerDimension, LedgerFilter, LedgerItem, LedgerMetric } from '#main/ports/ledger.ts'
import type { ReadableDb } from '#main/store/db.ts'
import { chargeKeys, costFacts, dailyCosts } from '#main/store/schema/costs.ts'
import type { Currency } from '#shared/lib/currency.ts'
import { exactSum, fromExactSum } from './exact-sum.ts'

/** The ledger's port over the daily rollup. Called with a reader, because the store behind it can be replaced. */
export const createSqliteLedger = (read: () => ReadableDb): Ledger => ({
  aggregate({ groupBy, ...question }) {
    const keys = groupBy.map((dimension) => DIMENSIONS[dimension])
    const order = sql.join([...keys, sql`${chargeKeys.currency}`], sql`, `)
    const isByDay = groupBy.includes('day') || groupBy.includes('month')
    // Columns come bare and by place: of fifty thousand rows most of the time would go into taking them apart.
    const rows = read().values<Row>(sql`
      select ${order}, ${bare(sql`sum(d.upper)`)}, ${bare(sql`sum(d.lower)`)}, ${bare(sql`sum(d.rest)`)}, sum(d.lines)
      from ${isByDay ? eachDay(question) : summedByKey(question)}
      inner join ${chargeKeys} on ${chargeKeys.id} = d.charge_key_id
      where ${and(sql`true`, ...conditions(question.filter))}
      group by ${order} order by ${order}`)
    return rows.map((row) => {
      const [currency, upper, lower, rest, lines] = row.slice(keys.length) as Tail
      return {
        keys: row.slice(0, keys.length).map((key) => (key === null ? null : String(key))),
        currency,
        femtos: fromExactSum({ upper, lower, rest }),
        lines,
      }
    })
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
  day: sql`d.day`,
  month: sql`substr(d.day, 1, 7)`,
  provider: sql`${chargeKeys.provider}`,
  connection: sql`${chargeKeys.connectionId}`,
  service: sql`${chargeKeys.service}`,
  resource: sql`${chargeKeys.resourceId}`,
  chargeCategory: sql`${chargeKeys.chargeCategory}`,
}

type Number64 = number | string
type Row = (Number64 | null)[]
type Tail = [currency: Currency, upper: Number64, lower: Number64, rest: Number64, lines: number]
type Question = Omit<Parameters<Ledger['aggregate']>[0], 'groupBy'>

/** A number where a number can hold it, else its digits: the driver would round it. */
const bare = (value: SQL): SQL =>
  sql`iif(${value} between -9007199254740991 and 9007199254740991, ${value}, cast(${value} as text))`

const eachDay = (question: Question): SQL => {
  const { upper, lower, rest } = halves(question)
  return sql`(select day, charge_key_id, ${upper} as upper, ${lower} as lower, ${rest} as rest, lines
    from ${dailyCosts} where ${within(question)}) d`
}

/** Where days do not matter they are added up before anything else is looked at: a month is a thirtieth of its rows. */
const summedByKey = (question: Question): SQL => {
  const { upper, lower, rest } = halves(question)
  return sql`(select charge_key_id, sum(${upper}) as upper, sum(${lower}) as lower, sum(${rest}) as rest,
    sum(lines) as lines from ${dailyCosts} where ${within(question)} group by charge_key_id) d`
}

/** SQLite's SUM stops at 64 bits: the halves of an amount are summed apart (exact-sum). */
function halves({ metric }: Question): { upper: SQL; lower: SQL; rest: SQL } {
  const [micros, rest] = METRICS[metric]
  return { upper: sql`${micros} >> 32`, lower: sql`${micros} & 4294967295`, rest: sql`${rest}` }
}

const METRICS = {
  billed: [dailyCosts.billedMicros, dailyCosts.billedRest],
  effective: [dailyCosts.effectiveMicros, dailyCosts.effectiveRest],
  list: [dailyCosts.listMicros, dailyCosts.listRest],
  contracted: [dailyCosts.contractedMicros, dailyCosts.contractedRest],
} as const satisfies Record<LedgerMetric, unknown>

/** Of a few resources all days are fewer than all resources of a day: their keys come first. */
function within({ workspaceId, from, to, filter }: Question): SQL {
  const days = sql`${dailyCosts.day} between ${from} and ${to}`
  if (!filter?.resourceIds) return sql`${dailyCosts.workspaceId} = ${workspaceId} and ${days}`
  const keys = sql`select ${chargeKeys.id} from ${chargeKeys}
    where ${oneOf(sql`${chargeKeys.resourceId}`, filter.resourceIds)}`
  return sql`+${dailyCosts.workspaceId} = ${workspaceId} and +${days} and ${dailyCosts.chargeKeyId} in (${keys})`
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
