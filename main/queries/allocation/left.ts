import { compareExact, compareText } from '#main/core/rules/exact.ts'
import type { CubeDimension, LedgerCondition, LedgerCube } from '#main/ports/ledger.ts'
import type { CallOutput } from '#shared/contract/index.ts'
import type { Currency } from '#shared/lib/currency.ts'
import type { Day } from '#shared/lib/day.ts'
import { formatDecimal } from '#shared/lib/decimal.ts'
import { labelsIn } from '../explorer/labels.ts'
import { resourceOf } from '../explorer/resource-names.ts'
import type { Scope } from '../scope.ts'
import { currenciesIn } from './cube-sums.ts'

type Left = CallOutput<'allocation.preview'>['left']
type Range = { from: Day; to: Day }
type Sum = {
  resource: string | null
  service: string
  connectionId: string
  currency: Currency
  femtos: bigint
}

/** So many of each currency, the organisation's own first. */
const MOST_LEFT = 20

/** The dearest of what no rule of a tag meets; what belongs to no resource is told apart by what it was paid for. */
export function leftOf(scope: Scope, id: string, { left, ...range }: Range & { left: number }): Left {
  const isLeft: LedgerCondition = { dimension: `virtual:${id}`, op: 'empty', values: [] }
  const byResource = leftByResource(scope, range, { isLeft, left })
  const dearest = dearestOf(byResource)
  const resources = dearest.flatMap((group) => byResource.groups[group]?.keys[0] ?? [])
  const services = servicesOf(scope, range, resources)
  const named = dearest.flatMap((group): Sum[] => {
    const { keys: [resource] = [], unit } = byResource.groups[group] ?? {}
    if (!resource) return []
    return [
      {
        resource,
        service: services.get(resource) ?? '',
        connectionId: resourceOf(resource).connectionId,
        currency: unit as Currency,
        femtos: byResource.total(group),
      },
    ]
  })
  const isNameless: LedgerCondition = { dimension: 'resource', op: 'empty', values: [] }
  const others = cubeBy(scope, range, ['service', 'connection'], [isNameless, isLeft])
  const nameless = others.groups.map(
    ({ keys: [service, connectionId], unit }, group): Sum => ({
      resource: null,
      service: service ?? '',
      connectionId: connectionId ?? '',
      currency: unit as Currency,
      femtos: others.total(group),
    }),
  )
  const label = labelsIn(scope, 'resource', () => resources)
  const byCurrency = Map.groupBy([...named, ...nameless], ({ currency }) => currency)
  return currenciesOf(byCurrency.keys(), scope).flatMap((currency) =>
    (byCurrency.get(currency) ?? [])
      .filter(({ femtos }) => femtos !== 0n)
      .sort((a, b) => compareExact(b.femtos, a.femtos) || compareText(a.resource ?? '', b.resource ?? ''))
      .slice(0, MOST_LEFT)
      .map(({ femtos, ...one }) => ({
        ...one,
        name: one.resource === null ? '' : label(one.resource),
        amount: formatDecimal(femtos),
      })),
  )
}

/** More than that are not all told apart: the dearest of what is left are mostly among the dearest of all. */
const MANY = 5000
const MOST_CANDIDATES = 250

function leftByResource(
  scope: Scope,
  range: Range,
  { isLeft, left }: { isLeft: LedgerCondition; left: number },
): LedgerCube {
  if (left > MANY) {
    const all = cubeBy(scope, range, ['resource'], [])
    const values = dearestOf(all, MOST_CANDIDATES).flatMap((group) => all.groups[group]?.keys[0] ?? [])
    const found = cubeBy(scope, range, ['resource'], [{ dimension: 'resource', op: 'is', values }, isLeft])
    if (dearestOf(found).length >= MOST_LEFT) return found
  }
  return cubeBy(scope, range, ['resource'], [isLeft])
}

const currenciesOf = (all: Iterable<Currency>, { currency: own }: Scope): Currency[] =>
  currenciesIn(new Map([...all].map((currency) => [currency, 0n])), own)

/** Groups of resources, of each currency so many. */
function dearestOf({ groups, roughly }: LedgerCube, most = MOST_LEFT): number[] {
  const rough = roughly()
  const units = Map.groupBy(groups.keys(), (group) => groups[group]?.unit ?? '')
  return [...units.values()].flatMap((own) =>
    own
      .filter((group) => groups[group]?.keys[0] != null)
      .sort((a, b) => (rough[b] as number) - (rough[a] as number) || a - b)
      .slice(0, most),
  )
}

/** Of a resource that is billed by several services, the first by name. */
function servicesOf(scope: Scope, range: Range, resources: readonly string[]): Map<string, string> {
  if (resources.length === 0) return new Map()
  const { groups } = cubeBy(
    scope,
    range,
    ['resource', 'service'],
    [{ dimension: 'resource', op: 'is', values: resources }],
  )
  const found = new Map<string, string>()
  for (const { keys } of groups) {
    const [resource, service] = keys
    if (!resource || !service) continue
    const known = found.get(resource)
    if (known === undefined || service < known) found.set(resource, service)
  }
  return found
}

const cubeBy = (
  { ledger, workspaceId }: Scope,
  { from, to }: Range,
  groupBy: readonly CubeDimension[],
  conditions: readonly LedgerCondition[],
): LedgerCube =>
  ledger.cube({
    workspaceId,
    from,
    to,
    metric: 'billed',
    groupBy,
    step: 'total',
    ...(conditions.length > 0 ? { filter: { where: [conditions] } } : {}),
  })
