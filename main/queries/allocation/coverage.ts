import { fromFemtos, ratio } from '#main/core/money/money.ts'
import type { LedgerCube } from '#main/ports/ledger.ts'
import type { CallOutput } from '#shared/contract/index.ts'
import type { Day } from '#shared/lib/day.ts'
import { formatDecimal } from '#shared/lib/decimal.ts'
import type { Scope } from '../scope.ts'
import { currenciesIn, heapsBy } from './cube-sums.ts'

type Coverage = CallOutput<'allocation.preview'>['coverage']

/** Costs of a period by the parts of a virtual tag and by resource. */
export const partsByResource = (
  { ledger, workspaceId }: Scope,
  id: string,
  { from, to }: { from: Day; to: Day },
): LedgerCube =>
  ledger.cube({
    workspaceId,
    from,
    to,
    metric: 'billed',
    groupBy: [`virtual:${id}`, 'resource'],
    step: 'total',
  })

/** How much of costs and of resources has a part; a resource some of whose costs have none is left. */
export function coverageOf({ currency: own }: Scope, cube: LedgerCube): Coverage {
  const all = new Set<string>()
  const left = new Set<string>()
  for (const { keys } of cube.groups) {
    const [part, resource] = keys
    if (resource === null || resource === undefined) continue
    all.add(resource)
    if (part === null) left.add(resource)
  }
  const heaps = heapsBy(cube, (group) => (cube.groups[group]?.keys[0] === null ? 'left' : 'assigned'))
  const totals = heapsBy(cube, () => '').get('')?.sums ?? new Map()
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
  return { sums, resources: all.size, resourcesLeft: left.size }
}
