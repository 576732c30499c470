import type { LedgerCube } from '#main/ports/ledger.ts'
import type { CallOutput } from '#shared/contract/index.ts'
import type { Currency } from '#shared/lib/currency.ts'
import type { Day } from '#shared/lib/day.ts'
import { formatDecimal } from '#shared/lib/decimal.ts'
import { labelsIn } from '../explorer/labels.ts'
import type { Scope } from '../scope.ts'

type Left = CallOutput<'allocation.preview'>['left']

/** So many of each currency, the organisation's own first. */
const MOST_LEFT = 20

/** The dearest of what no rule meets; `cube` is by part and resource. */
export function leftOf(scope: Scope, cube: LedgerCube, range: { from: Day; to: Day }): Left {
  const rough = cube.roughly()
  const none = [...cube.groups.keys()].filter((group) => cube.groups[group]?.keys[0] === null)
  const byUnit = Map.groupBy(none, (group) => cube.groups[group]?.unit ?? '')
  const units = [...byUnit.keys()].sort((a, b) => (rank(a, scope) < rank(b, scope) ? -1 : 1))
  const dearest = units.flatMap((unit) =>
    (byUnit.get(unit) ?? [])
      .sort((a, b) => (rough[b] as number) - (rough[a] as number) || a - b)
      .slice(0, MOST_LEFT),
  )
  const refs = dearest.flatMap((group) => cube.groups[group]?.keys[1] ?? [])
  const label = labelsIn(scope, 'resource', () => refs)
  const services = servicesOf(scope, refs, range)
  return dearest.flatMap((group) => {
    const found = cube.groups[group]
    const amount = cube.total(group)
    if (!found || amount === 0n) return []
    const resource = found.keys[1] ?? null
    return [
      {
        resource,
        name: resource === null ? '' : label(resource),
        service: resource === null ? '' : (services.get(resource) ?? ''),
        connectionId: resource?.split('/')[0] ?? '',
        amount: formatDecimal(amount),
        currency: found.unit as Currency,
      },
    ]
  })
}

const rank = (unit: string, { currency }: Scope): string => (unit === currency ? '' : unit)

/** Of a resource that is billed by several services, the first by name. */
function servicesOf(
  { ledger, workspaceId }: Scope,
  resources: readonly string[],
  { from, to }: { from: Day; to: Day },
): Map<string, string> {
  if (resources.length === 0) return new Map()
  const { groups } = ledger.cube({
    workspaceId,
    from,
    to,
    metric: 'billed',
    groupBy: ['resource', 'service'],
    step: 'total',
    filter: { where: [[{ dimension: 'resource', op: 'is', values: resources }]] },
  })
  const found = new Map<string, string>()
  for (const { keys } of groups) {
    const [resource, service] = keys
    if (!resource || !service) continue
    const known = found.get(resource)
    if (known === undefined || service < known) found.set(resource, service)
  }
  return found
}
