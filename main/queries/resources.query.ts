import { fromFemtos, type Money } from '#main/core/money/money.ts'
import type { CallOutput, ParsedInput } from '#shared/contract/index.ts'
import type { ResourceStatus } from '#shared/contract/resources.ts'
import type { MoneyView } from '#shared/contract/values.ts'
import { amountsByCurrency, moneyView } from './figures.ts'
import { connectionNames } from './inventory.ts'
import { compareBy, compareNames, type SortKey } from './order.ts'
import {
  type FacetName,
  facetNames,
  type ResourceFilter,
  readSlim,
  type SlimRow,
  tally,
} from './resource-filter.ts'
import { readPage } from './resource-page.ts'
import type { Scope } from './scope.ts'

type ResourceList = CallOutput<'resources.list'>

/**
 * The inventory, gone resources too: they may have cost money in the period. One slim pass over the rows that the search
 * keeps gives facets, order and totals; only the page's own rows are read whole.
 */
export function listResources(scope: Scope, filter: ResourceFilter): ResourceList {
  const spend = readSpend(scope, filter)
  const names = connectionNames(scope)
  const { kept, facets } = tally(readSlim(scope, filter), filter)
  const nameOf = (id: string): string => names.get(id)?.name ?? id

  const keyed = kept.map((row) => ({
    key: sortKey(row, filter, spend, nameOf),
    name: row.name,
    id: row.id,
  }))
  keyed.sort(compareBy(scope.currency, filter.direction))
  const ids = keyed.slice(filter.offset, filter.offset + filter.limit).map((row) => row.id)

  const spent = kept.flatMap((row) => spend.all.get(row.id) ?? [])
  return {
    items: readPage(scope, ids, (id) => moneyOrNull(spend.main.get(id))),
    total: kept.length,
    totals: {
      monthlyCost: views(
        kept.flatMap((row) => row.monthly ?? []),
        scope,
      ),
      spend: views(spent, scope),
      byStatus: countByStatus(kept),
    },
    facets: Object.fromEntries(
      facetNames.map((name) => [name, facetView(facets[name], name === 'connection' ? nameOf : null)]),
    ) as Record<FacetName, ReturnType<typeof facetView>>,
  }
}

function countByStatus(rows: readonly SlimRow[]): Record<ResourceStatus, number> {
  const counts = { running: 0, stopped: 0, error: 0, unknown: 0, gone: 0 }
  for (const { status } of rows) counts[status] += 1
  return counts
}

/** `all` holds every amount of a resource; a row has room for one: the organisation's currency, when there is one in it. */
type Spend = { all: Map<number, Money[]>; main: Map<number, Money> }

function readSpend({ ledger, workspaceId, currency }: Scope, { spendFrom, spendTo }: ResourceFilter): Spend {
  const rows = ledger.aggregate({
    workspaceId,
    from: spendFrom,
    to: spendTo,
    metric: 'billed',
    groupBy: ['resource'],
  })
  const spend: Spend = { all: new Map(), main: new Map() }
  for (const row of rows) {
    const key = row.keys[0] ?? null
    if (key === null) continue
    const id = Number(key)
    const amount = fromFemtos(row.femtos, row.currency)
    spend.all.set(id, [...(spend.all.get(id) ?? []), amount])
    const main = spend.main.get(id)
    if (!main || (main.currency !== currency && (row.currency === currency || row.currency < main.currency)))
      spend.main.set(id, amount)
  }
  return spend
}

function sortKey(
  row: SlimRow,
  { sort }: ResourceFilter,
  spend: Spend,
  nameOf: (id: string) => string,
): SortKey {
  switch (sort) {
    case 'name':
      return row.name
    case 'type':
      return row.type
    case 'status':
      return row.status
    case 'connection':
      return nameOf(row.connectionId)
    case 'region':
      return row.region
    case 'monthlyCost':
      return row.monthly
    case 'spend':
      return spend.main.get(row.id) ?? null
  }
}

const views = (amounts: Iterable<Money>, { currency }: Scope): MoneyView[] =>
  amountsByCurrency(amounts, currency).map((m) => moneyView(m.femtos, m.currency))

const moneyOrNull = (amount: Money | undefined): MoneyView | null =>
  amount ? moneyView(amount.femtos, amount.currency) : null

/** Most frequent first. */
function facetView(
  counts: ReadonlyMap<string, number>,
  labelOf: ((value: string) => string) | null,
): { value: string; label: string; count: number }[] {
  return [...counts]
    .map(([value, count]) => ({ value, label: labelOf?.(value) ?? value, count }))
    .sort((a, b) => b.count - a.count || compareNames(a.label, b.label))
}

export function listSections(
  _scope: Scope,
  _input: ParsedInput<'resources.listSections'>,
): CallOutput<'resources.listSections'> {
  throw new Error('not written yet')
}

export function listResourceIds(
  _scope: Scope,
  _input: ParsedInput<'resources.listIds'>,
): CallOutput<'resources.listIds'> {
  throw new Error('not written yet')
}
