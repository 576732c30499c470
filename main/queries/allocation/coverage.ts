import { fromFemtos, ratio } from '#main/core/money/money.ts'
import type { LedgerCube } from '#main/ports/ledger.ts'
import type { CallOutput } from '#shared/contract/index.ts'
import type { Currency } from '#shared/lib/currency.ts'
import type { Day } from '#shared/lib/day.ts'
import { formatDecimal } from '#shared/lib/decimal.ts'
import type { Scope } from '../scope.ts'
import { currenciesIn, heapsBy } from './cube-sums.ts'

type Coverage = CallOutput<'allocation.preview'>['coverage']
type Range = { from: Day; to: Day }

/** Costs of a period by what a virtual tag says of them. */
export const sumsByPart = ({ ledger, workspaceId }: Scope, id: string, { from, to }: Range): LedgerCube =>
  ledger.cube({ workspaceId, from, to, metric: 'billed', groupBy: [`virtual:${id}`], step: 'total' })

/** How much of costs and of resources has a part; a resource some of whose costs have none is left. */
export function coverageOf(
  { ledger, workspaceId, currency: own }: Scope,
  cube: LedgerCube,
  { from, to, left }: Range & { left: number },
): Coverage {
  const heaps = heapsBy(cube, (group) => (cube.groups[group]?.keys[0] === null ? 'left' : 'assigned'))
  const totals = heapsBy(cube, () => '').get('')?.sums ?? new Map<Currency, bigint>()
  const sums = currenciesIn(totals, own).map((currency) => {
    const total = totals.get(currency) ?? 0n
    const assigned = heaps.get('assigned')?.sums.get(currency) ?? 0n
    return {
      currency,
      assigned: formatDecimal(assigned),
      total: formatDecimal(total),
      ratio: ratio(fromFemtos(assigned, currency), fromFemtos(total, currency)),
    }
  })
  return { sums, resources: ledger.countResources({ workspaceId, from, to }), resourcesLeft: left }
}
