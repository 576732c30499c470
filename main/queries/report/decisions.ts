import { fromFemtos, ratio } from '#main/core/money/money.ts'
import { periodName } from '#main/core/report/period-name.ts'
import { fill } from '#main/core/report/say.ts'
import type { MoneyView } from '#shared/contract/values.ts'
import type { Currency } from '#shared/lib/currency.ts'
import { formatDecimal } from '#shared/lib/decimal.ts'
import { formatMoney, formatPercent } from '#shared/lib/format-money.ts'
import { formatDay } from '#shared/lib/format-time.ts'
import { budgetsIn } from '../budgets.query.ts'
import { listLadders } from '../reconciliation.query.ts'
import { allocatedOf, budgetOf, savingsOf } from './facts.ts'
import { moneyText } from './money-text.ts'
import { monthsOf, progressIn } from './months.ts'
import type { Report } from './report.ts'
import { femtosOf, minus, plus } from './tables.ts'

/** From a twentieth of the costs on, what nobody has is worth a decision. */
const UNALLOCATED_FROM = 20n

/** What somebody has to decide, a paragraph each: the running month's budgets first, as they can still be kept. */
export function decisionsText(report: Report): string {
  const found = [
    ...budgetSentences(report),
    ...overBudget(report),
    ...savings(report),
    ...unallocated(report),
    ...acts(report),
  ]
  return (found.length > 0 ? found : [report.t.decisions.none]).join('\n\n')
}

function budgetSentences(report: Report): string[] {
  const { scope, t, language } = report
  const money = (one: MoneyView): string => formatMoney(one, language)
  return budgetsIn(scope, progressIn(scope, scope.today)).flatMap(
    ({ name, limit, spent, forecast, status, breachDay }) => {
      if (status === 'exceeded')
        return [fill(t.decisions.exceeded, { name, spent: money(spent), limit: money(limit) })]
      if (status !== 'willExceed' || !forecast || !breachDay) return []
      return [
        fill(t.decisions.willExceed, {
          name,
          day: formatDay(breachDay, language),
          forecast: money(forecast),
          limit: money(limit),
        }),
      ]
    },
  )
}

function overBudget(report: Report): string[] {
  const { t, period, language } = report
  return budgetOf(report, null).flatMap(({ amount, currency, section }) => {
    const over = minus(section.total.total, amount)
    if (femtosOf(over) <= 0n) return []
    return [
      fill(t.decisions.overBudget, {
        period: periodName(period, language),
        amount: formatMoney({ amount: over, currency }, language),
      }),
    ]
  })
}

function savings(report: Report): string[] {
  const { savings: amounts, count } = savingsOf(report)
  if (count === 0) return []
  return [
    fill(report.t.decisions.savings, {
      count: String(count),
      amount: moneyText(amounts, report.language),
    }),
  ]
}

function unallocated(report: Report): string[] {
  const { t, language } = report
  return (allocatedOf(report) ?? []).flatMap(({ currency, allocated, total }) => {
    const [all, left] = [femtosOf(total), femtosOf(total) - femtosOf(allocated)]
    const share = ratio(fromFemtos(left, currency), fromFemtos(all, currency))
    if (share === null || left * UNALLOCATED_FROM < all) return []
    return [
      fill(t.decisions.unallocated, {
        share: formatPercent(share, language),
        amount: formatMoney({ amount: formatDecimal(left), currency }, language),
      }),
    ]
  })
}

function acts({ scope, t, period, language }: Report): string[] {
  const differing = monthsOf(period)
    .flatMap((month) => listLadders(scope, month))
    .filter(
      ({ difference, isEqual, signed, isStale }) => difference !== null && !isEqual && (!signed || isStale),
    )
  return [...Map.groupBy(differing, (ladder): Currency => ladder.currency)].map(([currency, own]) =>
    fill(t.decisions.acts, {
      amount: formatMoney({ amount: plus(own.map((ladder) => ladder.difference)), currency }, language),
      names: [...new Set(own.map(({ name }) => name))].join(', '),
    }),
  )
}
