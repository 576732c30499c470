import type { z } from 'zod'
import type { InventoryItem, Price } from '#main/core/model/findings.ts'
import { fromFemtos, type Money, scale } from '#main/core/money/money.ts'
import { type Currency, isCurrency } from '#shared/lib/currency.ts'
import { divideHalfAway, FEMTOS_PER_UNIT, parseDecimal } from '#shared/lib/decimal.ts'
import type { wirePrices } from './wire.ts'

/** A price list: kopecks for a unit and an hour, by what is sold and where. */
export type PriceList = { priceOf(item: InventoryItem): Price | null }

export const noPrices: PriceList = { priceOf: () => null }

const MB_PER_GB = 1024

export function priceListOf(
  wire: z.output<typeof wirePrices>,
  account: { ref: string; currency: Currency },
): PriceList {
  const code = wire.currency?.toUpperCase() ?? ''
  const currency = isCurrency(code) ? code : account.currency
  const common = new Map<string, bigint>()
  const own = new Map<string, bigint>()
  for (const { resource, group, value } of wire.prices.items) {
    const femtos = value === null ? null : parseDecimal(value)
    if (resource === null || group === null || femtos === null) continue
    // `ru-2c-236061`: the price of that account alone.
    const [, place = group, owner = null] = /^([a-z]+-\d+[a-z]?)-(\d+)$/i.exec(group) ?? []
    if (owner === null) common.set(`${resource}\n${group}`, femtos)
    else if (owner === account.ref) own.set(`${resource}\n${place}`, femtos)
  }

  function hourly(resource: string, place: string | null, quantity: unknown): Money | null {
    const key = `${resource}\n${place ?? ''}`
    const femtos = own.get(key) ?? common.get(key)
    const count = typeof quantity === 'number' ? parseDecimal(String(quantity)) : null
    if (femtos === undefined || count === null) return null
    return scale(fromFemtos(divideHalfAway(femtos, 100n), currency), count, FEMTOS_PER_UNIT)
  }

  return {
    priceOf(item) {
      const parts = partsOf(item)
      if (parts.length === 0) return null
      let femtos = 0n
      for (const [resource, place, quantity] of parts) {
        const part = hourly(resource, place, quantity)
        // A price of which a part is unknown would be a wrong one.
        if (part === null) return null
        femtos += part.femtos
      }
      return { amount: fromFemtos(femtos, currency), period: 'hour' }
    },
  }
}

type Part = readonly [resource: string, place: string | null, quantity: unknown]

/** What the list sells that a thing is made of; nothing where the list has no certain word for it. */
function partsOf({ type, kind, zone, region, attributes }: InventoryItem): Part[] {
  switch (type) {
    case 'server': {
      // Other lines of servers have prices of their own.
      if (!/^SL\d/i.test(String(attributes.flavor ?? ''))) return []
      const { vcpu, ramGb, diskGb } = attributes
      const disk: Part[] = diskGb ? [['volume_gigabytes_local', zone, diskGb]] : []
      return [
        ['compute_cores', zone, vcpu],
        ['compute_ram', zone, ramGb === undefined ? null : ramGb * MB_PER_GB],
        ...disk,
      ]
    }
    case 'volume':
      return [[`volume_gigabytes_${attributes.diskType ?? ''}`, zone, attributes.diskGb]]
    case 'file_storage':
      return [[`share_gigabytes_${kind.split('.')[0] ?? ''}`, zone ?? region, attributes.diskGb]]
    case 'image':
      return [['image_gigabytes', region, attributes.diskGb]]
    case 'ip_address':
      return [['network_floatingips', region, 1]]
    default:
      return []
  }
}
