import type { Money } from '#main/core/money/money.ts'
import type { ResourceType } from '#shared/contract/resources.ts'
import type { Currency } from '#shared/lib/currency.ts'
import { divideHalfAway, parseDecimal } from '#shared/lib/decimal.ts'
import { typeOf } from '../types.ts'
import { type BillPlace, placeOf } from './place.ts'
import { wireLine } from './wire.ts'

/** A line of the bill in our words. `objectId` null: the bill does not say what it is for. */
export type BillLine = BillPlace & {
  period: string
  product: string
  projectId: string | null
  projectName: string | null
  objectId: string | null
  objectName: string | null
  parentId: string | null
  kind: string
  type: ResourceType | null
  metric: string | null
  metricName: string | null
  unit: string | null
  quantity: bigint | null
  amount: Money
}

const MINOR_UNITS = 100n

/** Null: not to be read. What is charged comes in kopecks; fractions of one are kept exactly. */
export function readLine(record: unknown, currency: Currency): BillLine | null {
  const read = wireLine.safeParse(record)
  if (!read.success) return null
  const { provider_key, value, period, project, metric, object } = read.data
  const femtos = value === null ? null : parseDecimal(value)
  if (femtos === null || period === null) return null
  const product = provider_key ?? 'unknown'
  const kind = kindOf(product, object?.type ?? null, metric?.id ?? null)
  const metrics = metric?.id ? [metric.id] : []
  return {
    period,
    product,
    projectId: project?.id ?? null,
    projectName: project?.name ?? null,
    objectId: object?.id ?? null,
    objectName: object?.name ?? null,
    parentId: object?.parent_id ?? null,
    kind,
    type: typeOf(kind, metrics),
    metric: metric?.id ?? null,
    metricName: metric?.name ?? null,
    unit: metric?.unit ?? null,
    quantity: metric?.quantity ? parseDecimal(metric.quantity) : null,
    amount: { currency, femtos: divideHalfAway(femtos, MINOR_UNITS) },
    ...placeOf(metric?.region ?? null),
  }
}

/** Products that sell things of one type: a word that means nothing alone means something there. */
const SINGLE = new Set(['dbaas', 'mks', 'craas', 'storage', 'cdn', 'private_storage'])

/** The bill's word for a thing; where it has none, what is counted, and at last the product. */
export function kindOf(product: string, type: string | null, metric: string | null): string {
  const word = type?.toLowerCase() ?? 'unknown'
  if (word === 'unknown') {
    const counted = metric?.toLowerCase() ?? product
    return typeOf(counted, []) === null && SINGLE.has(product) ? product : counted
  }
  return SINGLE.has(product) && typeOf(word, metric ? [metric] : []) === null ? `${product}_${word}` : word
}
