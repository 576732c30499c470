import type { FileAccount } from '#main/core/ledger/segment.ts'
import type { SummaryView } from '#shared/contract/imports.ts'
import type { Provider } from '#shared/contract/values.ts'
import type { Currency } from '#shared/lib/currency.ts'
import type { Day } from '#shared/lib/day.ts'
import { formatDecimal } from '#shared/lib/decimal.ts'
import type { DaySum } from '../protocol.ts'
import type { ServiceSum } from './day-sums.ts'

const MAX_SERVICES = 100

type Folded = { first: DaySum; lines: number; billed: bigint; effective: bigint; from: Day; to: Day }

/** What the preview shows of a delivery, from the sums of its days and services. */
export function summaryOf(
  days: readonly DaySum[],
  services: readonly ServiceSum[],
  accounts: readonly FileAccount[],
): Pick<SummaryView, 'accounts' | 'months' | 'services'> {
  const account = (sum: DaySum): FileAccount | undefined => accounts[sum.account]
  return {
    accounts: fold(days, (sum) => `${sum.account} ${sum.currency}`).map(({ first, ...sum }) => ({
      provider: (account(first)?.provider ?? 'other') as Provider,
      accountRef: account(first)?.accountRef ?? '',
      accountName: account(first)?.accountName ?? null,
      connectionId: null,
      currency: first.currency,
      from: sum.from,
      to: sum.to,
      ...told(sum),
    })),
    months: fold(days, (sum) => `${sum.account} ${sum.currency} ${sum.day.slice(0, 7)}`).map(
      ({ first, ...sum }) => ({
        accountRef: account(first)?.accountRef ?? '',
        month: first.day.slice(0, 7),
        currency: first.currency,
        ...told(sum),
      }),
    ),
    services: [...services]
      .filter((sum) => sum.lines > 0)
      .sort((a, b) => (a.billed < b.billed ? 1 : a.billed > b.billed ? -1 : 0))
      .slice(0, MAX_SERVICES)
      .map((sum) => ({ service: sum.service, currency: sum.currency as Currency, ...told(sum) })),
  }
}

const told = (sum: { lines: number; billed: bigint; effective: bigint }) => ({
  lines: sum.lines,
  billed: formatDecimal(sum.billed),
  effective: formatDecimal(sum.effective),
})

function fold(days: readonly DaySum[], idOf: (sum: DaySum) => string): Folded[] {
  const found = new Map<string, Folded>()
  for (const sum of days) {
    const id = idOf(sum)
    const known = found.get(id)
    if (!known) {
      const { lines, billed, effective, day } = sum
      found.set(id, { first: sum, lines, billed, effective, from: day, to: day })
      continue
    }
    known.lines += sum.lines
    known.billed += sum.billed
    known.effective += sum.effective
    if (sum.day < known.from) known.from = sum.day
    if (sum.day > known.to) known.to = sum.day
  }
  return [...found.values()]
}
