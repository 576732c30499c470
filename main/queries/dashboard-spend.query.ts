import { leadingKeys, OTHER_KEY } from '#main/core/rules/ranking.ts'
import type { LedgerRow } from '#main/ports/ledger.ts'
import type { SpendGroup, SpendView } from '#shared/contract/dashboard.ts'
import type { Period } from '#shared/contract/values.ts'
import { type Day, daysOf } from '#shared/lib/day.ts'
import { formatDecimal } from '#shared/lib/decimal.ts'
import { comparisonOf, readCoverage } from './coverage.ts'
import { totalsBy } from './figures.ts'
import { getCoverage } from './imports-coverage.query.ts'
import { connectionNames } from './inventory.ts'
import type { Scope } from './scope.ts'

const MOST_GROUPS = 8

/** One amount for every day of the period and every group: what a chart stacks and a table adds up. */
export function getSpend(
  scope: Scope,
  { period, groupBy }: { period: Period; groupBy: SpendGroup },
): SpendView {
  const { ledger, workspaceId, currency } = scope
  const ask = (from: Day, to: Day, groups: readonly SpendGroup[]): LedgerRow[] =>
    ledger.aggregate({ workspaceId, from, to, metric: 'billed', groupBy: ['day', ...groups] })

  const days = daysOf(period.from, period.to)
  const rows = ask(period.from, period.to, [groupBy]).filter((row) => row.currency === currency)
  const totals = totalsBy(rows, currency, 1)
  const { keys, hasRest } = leadingKeys(totals, MOST_GROUPS)
  const index = new Map(days.map((day, i): [string, number] => [day, i]))
  const zeros = (): bigint[] => days.map(() => 0n)
  const shown = hasRest ? [...keys, OTHER_KEY] : keys
  const amounts = new Map(shown.map((key) => [key, zeros()]))
  const sums = zeros()
  for (const row of rows) {
    const at = index.get(row.keys[0] ?? '')
    const group = amounts.get(row.keys[1] ?? '') ?? amounts.get(OTHER_KEY)
    if (at === undefined || !group) throw new Error('the ledger answered outside of the question')
    group[at] = (group[at] ?? 0n) + row.femtos
    sums[at] = (sums[at] ?? 0n) + row.femtos
  }

  const compared = totalsBy(ask(period.compareFrom, period.compareTo, []), currency)
  const labelOf = labels(scope, groupBy)
  return {
    currency,
    days,
    groups: shown.map((key) => {
      const values = amounts.get(key) ?? zeros()
      return {
        key,
        label: labelOf(key),
        total: formatDecimal(sumOf(values)),
        amounts: values.map(formatDecimal),
      }
    }),
    totals: sums.map(formatDecimal),
    total: formatDecimal(sumOf(sums)),
    before: daysOf(period.compareFrom, period.compareTo).map((day) => formatDecimal(compared.get(day) ?? 0n)),
    comparison: comparisonOf(scope, readCoverage(scope), period),
    gaps: gapsIn(scope, period),
  }
}

/** Where the bars are too low because an account tells nothing. */
const gapsIn = (scope: Scope, { from, to }: Period): SpendView['gaps'] =>
  getCoverage(scope, { from, to }).accounts.flatMap(({ connectionId, name, gaps }) =>
    gaps.map((gap) => ({ connectionId, name, ...gap })),
  )

const sumOf = (values: readonly bigint[]): bigint => values.reduce((total, value) => total + value, 0n)

function labels(scope: Scope, groupBy: SpendGroup): (key: string) => string {
  if (groupBy !== 'connection') return (key) => key
  const names = connectionNames(scope)
  return (key) => names.get(key)?.name ?? key
}
