import type { CallOutput, ParsedInput } from '#shared/contract/index.ts'
import { type Currency, isCurrency } from '#shared/lib/currency.ts'
import { formatDecimal } from '#shared/lib/decimal.ts'
import { headOf } from './explorer/head.ts'
import { type Kept, keptAnswer } from './explorer/kept-answers.ts'
import { questionOf } from './explorer/question.ts'
import { soughtEntries, type UsageEntry, usageEntries } from './explorer/usage-entries.ts'
import { measuredResources, type Usage, usageOf } from './explorer/usage-metrics.ts'
import { connectionNames } from './inventory.ts'
import type { Scope } from './scope.ts'

type Output = CallOutput<'explorer.listUsage'>

/** What resources cost and how much of them is used, the dearest first. */
export function listUsage(
  scope: Scope,
  { spec, search, offset, limit }: ParsedInput<'explorer.listUsage'>,
): Output {
  const question = questionOf(scope, {
    ...spec,
    metric: spec.metric === 'quantity' ? 'billed' : spec.metric,
    groupBy: ['resource'],
    granularity: 'total',
    comparison: 'none',
  })
  const kept = keptAnswer(scope, question)
  const entries = usageEntries(scope, kept)
  const measured = measuredResources(scope, question.period)
  const found = soughtEntries(entries, search)
  const shown = found.slice(offset, offset + limit)
  const ids = shown.flatMap(({ resource }) => (resource && measured.has(resource.id) ? [resource.id] : []))
  const usage = usageOf(scope, ids, question.period)
  const names = connectionNames(scope)
  return {
    ...headOf(question, kept.answer),
    total: found.length,
    measured: measuredCosts(kept, entries, measured),
    items: shown.map((entry) =>
      itemOf(entry, usage.get(entry.resource?.id ?? 0), names.get(entry.connectionId)?.provider ?? 'other'),
    ),
  }
}

const itemOf = (
  { key, name, resource, connectionId, currency, cost }: UsageEntry,
  usage: Usage | undefined,
  provider: string,
): Output['items'][number] => ({
  resourceId: resource?.id ?? null,
  key,
  name,
  type: resource?.type ?? null,
  provider,
  connectionId,
  currency,
  cost: formatDecimal(cost),
  cpu: usage?.use.cpu ?? null,
  ram: usage?.use.ram ?? null,
  disk: usage?.use.disk ?? null,
  days: usage?.days ?? 0,
})

/** Of the whole cost, that too which belongs to no resource. */
function measuredCosts(
  { answer, table }: Kept,
  entries: readonly UsageEntry[],
  measured: ReadonlySet<number>,
): Output['measured'] {
  const known = new Map<Currency, bigint>()
  for (const { resource, currency, cost } of entries)
    if (resource && measured.has(resource.id)) known.set(currency, (known.get(currency) ?? 0n) + cost)
  const units = [...table.units.keys()]
  const heapOf = Int32Array.from(answer.rows.units, (unit) => units.indexOf(unit))
  const sums = answer.now.heaps(heapOf, units.length)
  return units.flatMap((currency, at) =>
    isCurrency(currency)
      ? [
          {
            currency,
            cost: formatDecimal(known.get(currency) ?? 0n),
            ofCost: formatDecimal(sums[at]?.total ?? 0n),
          },
        ]
      : [],
  )
}
