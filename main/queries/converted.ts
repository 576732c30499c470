import { type ConvertedSum, convert } from '#main/core/rates/convert.ts'
import type { ConvertedView } from '#shared/contract/rates.ts'
import type { Currency } from '#shared/lib/currency.ts'
import { moneyView } from './figures.ts'
import { connectionNames } from './inventory.ts'
import { readRateChoice } from './rates-choice.ts'
import type { Scope } from './scope.ts'

/**
 * Sums of whatever currencies as one figure, with every rate that it took. The sums are asked of the ledger by day and
 * account (`groupBy: ['day', 'connection']`): what the rule makes of a day is not the caller's business.
 */
export function convertSums(
  scope: Pick<Scope, 'db' | 'workspaceId' | 'today' | 'rateRule'>,
  sums: readonly ConvertedSum[],
  to: Currency,
): ConvertedView {
  const days = sums.map(({ day }) => day).sort()
  const choice = readRateChoice(scope, {
    from: days[0] ?? scope.today,
    to: days.at(-1) ?? scope.today,
    currencies: [...new Set([...sums.map(({ currency }) => currency), to])],
  })
  const { femtos, rates, missing } = convert(sums, to, choice)
  const names = rates.some(({ connectionId }) => connectionId !== null) ? connectionNames(scope) : null
  return {
    billed: femtos === null ? null : moneyView(femtos, to),
    rule: choice.rule,
    rates: rates.map((rate) => ({
      ...rate,
      connectionName: names?.get(rate.connectionId ?? '')?.name ?? null,
    })),
    missing,
    closedMonths: [...choice.closed],
  }
}
