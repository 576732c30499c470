import { compareExact } from '#main/core/rules/exact.ts'
import type { CubeDimension, LedgerCondition, LedgerCube } from '#main/ports/ledger.ts'
import type { CallOutput } from '#shared/contract/index.ts'
import type { Currency } from '#shared/lib/currency.ts'
import type { Day } from '#shared/lib/day.ts'
import { formatDecimal } from '#shared/lib/decimal.ts'
import { labelsIn } from '../explorer/labels.ts'
import type { Scope } from '../scope.ts'
import { currenciesIn } from './cube-sums.ts'

type Left = CallOutput<'allocation.preview'>['left']
type Range = { from: Day; to: Day }

/** So many of each currency, the organisation's own first. */
const MOST_LEFT = 20

/** The dearest of what no rule meets; `cube` is by part and resource of the tag. */
export function leftOf(scope: Scope, id: string, cube: LedgerCube, range: Range): Left {
  const rough = cube.roughly()
  const units = Map.groupBy(
    [...cube.groups.keys()].filter((group) => cube.groups[group]?.keys[0] === null),
    (group) => cube.groups[group]?.unit as Currency,
  )
  const dearest = [...units.values()].flatMap((own) =>
    own.sort((a, b) => (rough[b] as number) - (rough[a] as number) || a - b).slice(0, MOST_LEFT),
  )
  const resources = dearest.flatMap((group) => cube.groups[group]?.keys[1] ?? [])
  const label = labelsIn(scope, 'resource', () => resources)
  const found = sumsOf(
    scope,
    range,
    ['resource', 'service', 'connection'],
    [
      { dimension: 'resource', op: 'is', values: resources },
      { dimension: `virtual:${id}`, op: 'empty', values: [] },
    ],
  )
  const named = [...Map.groupBy(found, ({ keys, currency }) => `${currency}${keys[0]}`).values()].map(
    (own) => ({
      ...own.toSorted((a, b) => compareExact(b.femtos, a.femtos))[0],
      femtos: own.reduce((sum, { femtos }) => sum + femtos, 0n),
    }),
  )
  // What belongs to no resource is told apart by what it was paid for.
  const nameless = sumsOf(
    scope,
    range,
    ['resource', 'service', 'connection'],
    [
      { dimension: 'resource', op: 'empty', values: [] },
      { dimension: `virtual:${id}`, op: 'empty', values: [] },
    ],
  )
  const byCurrency = Map.groupBy([...named, ...nameless], ({ currency }) => currency as Currency)
  return currenciesIn(
    new Map([...byCurrency.keys()].map((currency) => [currency, 0n])),
    scope.currency,
  ).flatMap((currency) =>
    (byCurrency.get(currency) ?? [])
      .filter(({ femtos }) => femtos !== 0n)
      .sort((a, b) => compareExact(b.femtos, a.femtos))
      .slice(0, MOST_LEFT)
      .map(({ keys: [resource = null, service, connectionId] = [], femtos }) => ({
        resource,
        name: resource === null ? '' : label(resource),
        service: service ?? '',
        connectionId: connectionId ?? '',
        amount: formatDecimal(femtos),
        currency,
      })),
  )
}

function sumsOf(
  { ledger, workspaceId }: Scope,
  { from, to }: Range,
  groupBy: readonly CubeDimension[],
  conditions: readonly LedgerCondition[],
) {
  const cube = ledger.cube({
    workspaceId,
    from,
    to,
    metric: 'billed',
    groupBy,
    step: 'total',
    filter: { where: [conditions] },
  })
  return cube.groups.map(({ keys, unit }, at) => ({
    keys,
    currency: unit as Currency,
    femtos: cube.total(at),
  }))
}
