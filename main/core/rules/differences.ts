import type { DifferenceKind } from '#shared/contract/changes.ts'
import type { FieldChange } from '#shared/contract/resources.ts'
import { isCurrency } from '#shared/lib/currency.ts'
import { parseDecimal } from '#shared/lib/decimal.ts'
import type { FlatState } from '../model/resource.ts'
import { fromFemtos, type Money } from '../money/money.ts'
import { normalizePrice, type PricePeriod, pricePeriods } from '../money/price.ts'
import { fieldChanges } from './change-kinds.ts'

export type Difference = {
  kinds: DifferenceKind[]
  /** By the day. */
  before: Money | null
  after: Money | null
  change: Money | null
  fields: FieldChange[]
}

/** Fields that say how large a thing is; a merged volume grows its server. */
const SIZES: ReadonlySet<string> = new Set([
  'attributes.vcpu',
  'attributes.ramGb',
  'attributes.diskGb',
  'attributes.networkMbps',
  'attributes.volumes',
])

/** How a resource differs between two looks; null for what was not there. Null when nothing differs. */
export function differenceOf(before: FlatState | null, after: FlatState | null): Difference | null {
  const [costBefore, costAfter] = [dailyCostOf(before), dailyCostOf(after)]
  const costs = {
    before: costBefore,
    after: costAfter,
    change: changeOf(before, after, costBefore, costAfter),
  }
  if (before === null && after === null) return null
  if (before === null) return { kinds: ['added'], ...costs, fields: [] }
  if (after === null) return { kinds: ['gone'], ...costs, fields: [] }
  const fields = fieldChanges(before, after)
  if (fields.length === 0) return null
  return { kinds: kindsOf(fields, costs.change), ...costs, fields }
}

function kindsOf(fields: readonly FieldChange[], change: Money | null): DifferenceKind[] {
  const kinds: DifferenceKind[] = []
  if (change && change.femtos !== 0n) kinds.push(change.femtos > 0n ? 'dearer' : 'cheaper')
  if (fields.some(({ field }) => SIZES.has(field))) kinds.push('resized')
  // The same cost told by another period, or in another currency, is news as well, and neither dearer nor cheaper.
  const isTold = kinds.includes('dearer') || kinds.includes('cheaper')
  const rest = fields.filter(({ field, kind }) => !SIZES.has(field) && !(kind === 'cost' && isTold))
  if (rest.length > 0) kinds.push('other')
  return kinds
}

/** What was not there cost nothing; what has no price, or one in another currency, cannot be compared. */
function changeOf(
  before: FlatState | null,
  after: FlatState | null,
  costBefore: Money | null,
  costAfter: Money | null,
): Money | null {
  if (costBefore === null && costAfter === null) return null
  const currency = (costAfter ?? costBefore)?.currency
  if (currency === undefined) return null
  const isKnown = (state: FlatState | null, cost: Money | null): boolean =>
    state === null || cost === null || cost.currency === currency
  if (!isKnown(before, costBefore) || !isKnown(after, costAfter)) return null
  return fromFemtos((costAfter?.femtos ?? 0n) - (costBefore?.femtos ?? 0n), currency)
}

/** The price of a record as cost by the day. */
export function dailyCostOf(state: FlatState | null): Money | null {
  const price = state?.price
  if (typeof price !== 'object' || price === null) return null
  const { amount, currency, period } = price as Record<string, unknown>
  const femtos = typeof amount === 'string' ? parseDecimal(amount) : null
  if (femtos === null || typeof currency !== 'string' || !isCurrency(currency) || !isPeriod(period))
    return null
  return normalizePrice(fromFemtos(femtos, currency), period).daily
}

const isPeriod = (value: unknown): value is PricePeriod => pricePeriods.some((period) => period === value)
