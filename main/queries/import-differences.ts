import { and, eq, inArray, isNull, sql } from 'drizzle-orm'
import type { ReadableDb } from '#main/store/db.ts'
import { chargeDays } from '#main/store/schema/costs.ts'
import { connections } from '#main/store/schema/inventory.ts'
import { parcelDays } from '#main/store/schema/ledger.ts'
import { closedMonths } from '#main/store/schema/rates.ts'
import type { ImportDifference } from '#shared/contract/imports.ts'
import type { Currency } from '#shared/lib/currency.ts'
import type { Day } from '#shared/lib/day.ts'
import { formatDecimal } from '#shared/lib/decimal.ts'
import type { Scope } from './scope.ts'

const METRICS = ['billed', 'effective', 'list', 'contracted'] as const
type Amounts = Record<(typeof METRICS)[number], bigint>
type DayOfAccount = Amounts & { connectionId: string; day: Day; currency: Currency; lines: number }
type Sum = Amounts & { lines: number }

/** What a parcel that has been read would change, by account, month and currency, for the days that it tells of. */
export function differencesOf(scope: Scope, parcelId: number): ImportDifference[] {
  const after = readDaysOf(scope.db, parcelId)
  const told = Map.groupBy(after, ({ connectionId }) => connectionId)
  const accounts = readAccounts(scope.db, [...told.keys()])
  const counting = Map.groupBy(countingNow(scope, after), ({ connectionId }) => connectionId)
  const closed = readClosedMonths(scope)
  return accounts.flatMap(({ id, provider, accountRef }) => {
    const days = told.get(id) ?? []
    const before = counting.get(id) ?? []
    const fromApi = daysFromApi(scope.db, id)
    const months = Map.groupBy([...days, ...before], ({ day, currency }) => `${day.slice(0, 7)} ${currency}`)
    return [...months.keys()].sort().map((key): ImportDifference => {
      const [month = '', currency] = key.split(' ') as [string, Currency]
      const isOfIt = (one: DayOfAccount): boolean => one.currency === currency && one.day.startsWith(month)
      const [now, then] = [before.filter(isOfIt), days.filter(isOfIt)]
      const [sumNow, sumThen] = [sumOf(now), sumOf(then)]
      return {
        provider,
        accountRef,
        month,
        currency,
        days: new Set(days.filter(({ day }) => day.startsWith(month)).map(({ day }) => day)).size,
        kind: sumNow.lines === 0 ? 'new' : areSame(now, then) ? 'same' : 'changed',
        before: sumNow.lines === 0 ? null : sumView(sumNow),
        isFromApi: now.some(({ day }) => fromApi.has(day)),
        after: sumView(sumThen),
        change: formatDecimal(sumThen.billed - sumNow.billed),
        isClosed: closed.has(month),
      }
    })
  })
}

/** Of the days of accounts that these tell of: what the ledger counts for them now. */
export function countingNow(
  { ledger, workspaceId }: Pick<Scope, 'ledger' | 'workspaceId'>,
  told: readonly DayOfAccount[],
): DayOfAccount[] {
  const wanted = new Set(told.map(({ connectionId, day }) => `${connectionId} ${day}`))
  const days = told.map(({ day }) => day).sort()
  const [from, to] = [days[0], days.at(-1)]
  if (from === undefined || to === undefined) return []
  const filter = { connectionIds: [...new Set(told.map(({ connectionId }) => connectionId))] }
  const groupBy = ['connection', 'day'] as const
  const found = new Map<string, DayOfAccount>()
  for (const metric of METRICS) {
    for (const row of ledger.aggregate({ workspaceId, from, to, metric, groupBy, filter })) {
      const [connectionId, day] = row.keys as [string, Day]
      if (!wanted.has(`${connectionId} ${day}`)) continue
      const { currency, lines, femtos } = row
      const key = `${connectionId} ${day} ${currency}`
      const known = found.get(key) ?? { ...NONE, connectionId, day, currency, lines }
      found.set(key, { ...known, [metric]: femtos })
    }
  }
  return [...found.values()]
}

export const readDaysOf = (db: ReadableDb, parcelId: number): DayOfAccount[] =>
  db
    .select({
      connectionId: parcelDays.connectionId,
      day: parcelDays.day,
      currency: parcelDays.currency,
      lines: parcelDays.lines,
      billed: parcelDays.billed,
      effective: parcelDays.effective,
      list: parcelDays.list,
      contracted: parcelDays.contracted,
    })
    .from(parcelDays)
    .where(eq(parcelDays.parcelId, parcelId))
    .all()

export const readClosedMonths = ({
  db,
  workspaceId,
}: Pick<Scope, 'db' | 'workspaceId'>): ReadonlySet<string> =>
  new Set(
    db
      .select({ month: closedMonths.month })
      .from(closedMonths)
      .where(and(eq(closedMonths.workspaceId, workspaceId), isNull(closedMonths.reopenedAtMs)))
      .all()
      .map(({ month }) => month),
  )

const readAccounts = (db: ReadableDb, ids: readonly string[]) =>
  db
    .select({ id: connections.id, provider: connections.provider, accountRef: connections.accountRef })
    .from(connections)
    .where(inArray(connections.id, [...ids]))
    .orderBy(connections.provider, connections.accountRef)
    .all()

/** Days that the API told of and no file does. */
const daysFromApi = (db: ReadableDb, connectionId: string): ReadonlySet<Day> =>
  new Set(
    db
      .select({ day: chargeDays.day })
      .from(chargeDays)
      .where(
        and(
          eq(chargeDays.connectionId, connectionId),
          sql`not exists (select 1 from ${parcelDays} where ${parcelDays.connectionId} = ${connectionId}
            and ${parcelDays.day} = ${chargeDays.day} and ${parcelDays.isLive})`,
        ),
      )
      .all()
      .map(({ day }) => day),
  )

const NONE: Amounts = { billed: 0n, effective: 0n, list: 0n, contracted: 0n }

const sumOf = (days: readonly DayOfAccount[]): Sum =>
  days.reduce(
    (sum, one) => ({
      lines: sum.lines + one.lines,
      billed: sum.billed + one.billed,
      effective: sum.effective + one.effective,
      list: sum.list + one.list,
      contracted: sum.contracted + one.contracted,
    }),
    { lines: 0, ...NONE },
  )

const sumView = ({ lines, billed, effective }: Sum): ImportDifference['after'] => ({
  lines,
  billed: formatDecimal(billed),
  effective: formatDecimal(effective),
})

/** Day for day, to the last place. */
function areSame(now: readonly DayOfAccount[], then: readonly DayOfAccount[]): boolean {
  const byDay = new Map(now.map((one) => [one.day, one]))
  return (
    now.length === then.length &&
    then.every((one) => {
      const other = byDay.get(one.day)
      return other?.lines === one.lines && METRICS.every((metric) => other[metric] === one[metric])
    })
  )
}
