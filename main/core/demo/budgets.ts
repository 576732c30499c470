import { addDays, type Day, daysInMonth, firstOfMonth } from '#shared/lib/day.ts'
import { roundFemtos } from '#shared/lib/decimal.ts'
import { fromFemtos, type Money, money, scale } from '../money/money.ts'
import { monthProgress } from '../rules/month-progress.ts'
import { runRate } from '../rules/run-rate.ts'
import { billedBetween, type DemoCharge } from './costs.ts'
import type { DemoCompany } from './shape.ts'

export type DemoBudget = { key: string; name: string; connections: readonly string[]; limit: Money<'RUB'> }

/** A week of the month says enough of its pace; less may be a week-end alone. */
const DAYS_THAT_TELL = 7

export function budgetsOf(company: DemoCompany, charges: readonly DemoCharge[], anchor: Day): DemoBudget[] {
  const { company: whole, development } = company.budgets
  const covered = charges.filter(({ connection }) => development.connections.includes(connection.key))
  return [
    { key: whole.key, name: whole.name, connections: [], limit: money(whole.limit, 'RUB') },
    {
      key: development.key,
      name: development.name,
      connections: development.connections,
      limit: developmentLimit(money(development.limitPerDay, 'RUB'), covered, anchor),
    },
  ]
}

/**
 * In whole thousands, somewhat less than the teams are on the way to spend. Late in a month the spend itself would pass
 * that, so the limit moves between what is spent and what the month will be: the budget is always about to be exceeded
 * and never is yet.
 */
function developmentLimit(perDay: Money<'RUB'>, charges: readonly DemoCharge[], anchor: Day): Money<'RUB'> {
  const usual = thousands(scale(perDay, BigInt(daysInMonth(anchor)), 1n).femtos)
  const yesterday = addDays(anchor, -1)
  const progress = monthProgress(anchor, yesterday)
  const days = billedBetween(charges, firstOfMonth(anchor), yesterday)
  const spent = days.reduce((total, amount) => total + amount, 0n)
  const forecast = runRate(fromFemtos(spent, 'RUB'), progress)
  if (!forecast || progress.daysDone < DAYS_THAT_TELL) return usual
  if (spent < usual.femtos && usual.femtos < forecast.femtos) return usual
  return thousands((spent + forecast.femtos) / 2n)
}

const thousands = (femtos: bigint): Money<'RUB'> => fromFemtos(roundFemtos(femtos / 1000n, 0) * 1000n, 'RUB')
