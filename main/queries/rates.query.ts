import { and, eq, gte, inArray, lte, sql } from 'drizzle-orm'
import { HOLDS_DAYS } from '#main/core/rates/book.ts'
import type { DatedRate } from '#main/core/rates/rate.ts'
import { connections } from '#main/store/schema/inventory.ts'
import { users } from '#main/store/schema/people.ts'
import { actRates, currencyRates } from '#main/store/schema/rates.ts'
import type { CallOutput, ParsedInput } from '#shared/contract/index.ts'
import type { RateView } from '#shared/contract/rates.ts'
import type { Currency } from '#shared/lib/currency.ts'
import { addDays, type Day, daysOf, lastOfMonth } from '#shared/lib/day.ts'
import { readRateChoice } from './rates-choice.ts'
import { wantedCurrencies } from './rates-wanted.ts'
import type { Scope } from './scope.ts'

/** What an organisation that pays in roubles alone still likes to see. */
const USUAL: readonly Currency[] = ['USD', 'EUR', 'CNY']

export function listRates(scope: Scope, input: ParsedInput<'rates.list'>): CallOutput<'rates.list'> {
  const wanted = wantedCurrencies(scope)
  const currencies = [...(input.currencies ?? (wanted.length > 0 ? wanted : USUAL))].filter(
    (c) => c !== 'RUB',
  )
  const first = `${input.month}-01` as Day
  const range = { from: first, to: lastOfMonth(first) }
  const choice = readRateChoice(scope, { ...range, currencies })
  const book = choice.bookOf(input.month)
  const told = readTold(scope, range, currencies)
  const until = lastShown(scope, range, told)
  return {
    currencies,
    days: (until < first ? [] : daysOf(first, until)).map((day) => ({
      day,
      rates: currencies.map((currency) => viewOf(book.rateOn(currency, day), told)),
    })),
    months: currencies.map((currency) => {
      const average = book.average(currency, input.month)
      const last = book.rateOn(currency, book.lastDay(input.month))
      return {
        currency,
        nominal: average?.nominal ?? last?.nominal ?? null,
        average: average?.value ?? null,
        missingDays: book.missingDays(currency, input.month).length,
      }
    }),
    acts: listActs(scope, input.month),
    rule: choice.rule,
    isClosed: choice.closed.length > 0,
    cbr: readSpan(scope),
    wanted,
    known: listKnown(scope),
  }
}

type Told = Map<string, RateView>

const keyOf = ({ source, currency, day }: Pick<DatedRate, 'source' | 'currency' | 'day'>): string =>
  `${source} ${currency} ${day}`

/** Who told each rate, and when. */
function readTold(
  { db, workspaceId }: Scope,
  { from, to }: { from: Day; to: Day },
  currencies: readonly Currency[],
): Told {
  const { source, currency, day, nominal, value, atMs, note } = currencyRates
  const rows = db
    .select({ source, currency, day, nominal, value, atMs, note, by: users.name })
    .from(currencyRates)
    .leftJoin(users, eq(users.id, currencyRates.userId))
    .where(
      and(
        eq(currencyRates.workspaceId, workspaceId),
        gte(day, addDays(from, -HOLDS_DAYS)),
        lte(day, to),
        inArray(currency, [...currencies]),
      ),
    )
    .all()
  return new Map(rows.map((row) => [keyOf(row), row]))
}

/** A frozen rate stands even where the store tells another one by now. */
function viewOf(rate: DatedRate | null, told: Told): RateView | null {
  if (!rate) return null
  const row = told.get(keyOf(rate))
  const isSame = row?.nominal === rate.nominal && row.value === rate.value
  if (row && isSame) return row
  const { source, currency, day, nominal, value } = rate
  return { source, currency, day, nominal, value, atMs: null, by: null, note: null }
}

function lastShown({ today }: Scope, { to }: { to: Day }, told: Told): Day {
  const last = [...told.values()].reduce<Day>((latest, { day }) => (day > latest ? day : latest), today)
  return last < to ? last : to
}

function listActs({ db, workspaceId }: Scope, month: string) {
  const { connectionId, currency, nominal, value, note } = actRates
  return db
    .select({
      connectionId,
      connectionName: connections.name,
      month: actRates.month,
      currency,
      nominal,
      value,
      note,
    })
    .from(actRates)
    .innerJoin(connections, eq(connections.id, connectionId))
    .where(and(eq(actRates.workspaceId, workspaceId), eq(actRates.month, month)))
    .orderBy(connections.name, currency)
    .all()
}

function readSpan({ db, workspaceId }: Scope): { from: Day; to: Day } | null {
  const row = db
    .select({
      from: sql<Day | null>`min(${currencyRates.day})`,
      to: sql<Day | null>`max(${currencyRates.day})`,
    })
    .from(currencyRates)
    .where(and(eq(currencyRates.workspaceId, workspaceId), eq(currencyRates.source, 'cbr')))
    .get()
  return row?.from && row.to ? { from: row.from, to: row.to } : null
}

const listKnown = ({ db, workspaceId }: Scope): Currency[] =>
  db
    .selectDistinct({ currency: currencyRates.currency })
    .from(currencyRates)
    .where(eq(currencyRates.workspaceId, workspaceId))
    .orderBy(currencyRates.currency)
    .all()
    .map(({ currency }) => currency)
