import { isCurrency } from '#shared/lib/currency.ts'
import { parseDecimal } from '#shared/lib/decimal.ts'
import { fromFemtos, type Money } from '../money/money.ts'

type MergedPart = {
  externalId: string
  name: string
  sizeGb: number | null
  kind: string | null
  dailyCost: Money | null
}

/** The volumes that a sync merged into a server, as its attributes keep them; what cannot be read is left out. */
export function mergedParts(volumes: unknown): MergedPart[] {
  if (!Array.isArray(volumes)) return []
  return volumes.flatMap((volume: unknown): MergedPart[] => {
    if (typeof volume !== 'object' || volume === null) return []
    const { externalId, name, sizeGb, kind, dailyCost } = volume as Record<string, unknown>
    if (typeof externalId !== 'string') return []
    return [
      {
        externalId,
        name: typeof name === 'string' ? name : externalId,
        sizeGb: typeof sizeGb === 'number' && Number.isFinite(sizeGb) ? sizeGb : null,
        kind: typeof kind === 'string' ? kind : null,
        dailyCost: costOf(dailyCost),
      },
    ]
  })
}

function costOf(cost: unknown): Money | null {
  if (typeof cost !== 'object' || cost === null) return null
  const { amount, currency } = cost as Record<string, unknown>
  const femtos = typeof amount === 'string' ? parseDecimal(amount) : null
  return femtos === null || typeof currency !== 'string' || !isCurrency(currency)
    ? null
    : fromFemtos(femtos, currency)
}
