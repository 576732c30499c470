import { and, eq, gte, inArray, isNull, lte, sql } from 'drizzle-orm'
import type { ActRate } from '#main/core/rates/book.ts'
import { HOLDS_DAYS } from '#main/core/rates/book.ts'
import type { DatedRate } from '#main/core/rates/rate.ts'
import { createRateChoice, type FrozenMonth, type RateChoice } from '#main/core/rates/rule.ts'
import { workspaces } from '#main/store/schema/people.ts'
import { actRates, closedMonths, currencyRates } from '#main/store/schema/rates.ts'
import type { Currency } from '#shared/lib/currency.ts'
import { addDays, type Day, firstOfMonth, lastOfMonth } from '#shared/lib/day.ts'
import type { Scope } from './scope.ts'

type RateScope = Pick<Scope, 'db' | 'workspaceId' | 'today' | 'rateRule'>

/** Days and currencies that rates are wanted for; without currencies, of all. */
type Wanted = { from: Day; to: Day; currencies?: readonly Currency[] }

/** The rule, the rates and the closed months that have a say in whole months of a range. */
export function readRateChoice(scope: RateScope, wanted: Wanted): RateChoice {
  const range = { ...wanted, from: firstOfMonth(wanted.from), to: lastOfMonth(wanted.to) }
  return createRateChoice({
    rule: readRule(scope),
    rates: readRates(scope, range),
    acts: readActs(scope, range),
    frozen: readFrozen(scope, range),
    today: scope.today,
  })
}

const readRule = ({ db, workspaceId, rateRule }: RateScope) =>
  rateRule ??
  db.select({ rule: workspaces.rateRule }).from(workspaces).where(eq(workspaces.id, workspaceId)).get()
    ?.rule ??
  'day'

/** Those too that were set before the first day and still hold on it. */
function readRates({ db, workspaceId }: RateScope, { from, to, currencies }: Wanted): DatedRate[] {
  return db
    .select({
      source: currencyRates.source,
      currency: currencyRates.currency,
      day: currencyRates.day,
      nominal: currencyRates.nominal,
      value: currencyRates.value,
    })
    .from(currencyRates)
    .where(
      and(
        eq(currencyRates.workspaceId, workspaceId),
        gte(currencyRates.day, addDays(from, -HOLDS_DAYS)),
        lte(currencyRates.day, to),
        currencies ? inArray(currencyRates.currency, [...currencies]) : undefined,
      ),
    )
    .all()
}

/** An account that is gone has no acts any more. */
function readActs({ db, workspaceId }: RateScope, { from, to }: Wanted): ActRate[] {
  const { connectionId, month, currency, nominal, value } = actRates
  return db
    .select({ connectionId, month, currency, nominal, value })
    .from(actRates)
    .where(
      and(eq(actRates.workspaceId, workspaceId), gte(month, from.slice(0, 7)), lte(month, to.slice(0, 7))),
    )
    .all()
}

function readFrozen({ db, workspaceId }: RateScope, { from, to }: Wanted): FrozenMonth[] {
  const rows = db
    .select({ month: closedMonths.month, frozen: closedMonths.rates })
    .from(closedMonths)
    .where(
      and(
        eq(closedMonths.workspaceId, workspaceId),
        isNull(closedMonths.reopenedAtMs),
        gte(closedMonths.month, from.slice(0, 7)),
        lte(closedMonths.month, to.slice(0, 7)),
      ),
    )
    .orderBy(closedMonths.month)
    .all()
  return rows.map(({ month, frozen }) => ({
    month,
    rule: frozen.rule,
    rates: frozen.rates.filter(({ source }) => source !== 'act'),
    acts: frozen.rates.flatMap(({ source, connectionId, ...rate }) =>
      source === 'act' && connectionId !== null ? [{ ...rate, connectionId, month }] : [],
    ),
  }))
}

/** Months of these days that are closed. */
export function closedAmong({ db, workspaceId }: Pick<Scope, 'db' | 'workspaceId'>): Set<string> {
  const rows = db
    .select({ month: sql<string>`distinct ${closedMonths.month}` })
    .from(closedMonths)
    .where(and(eq(closedMonths.workspaceId, workspaceId), isNull(closedMonths.reopenedAtMs)))
    .all()
  return new Set(rows.map(({ month }) => month))
}
