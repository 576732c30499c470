import type { ResourceType } from '#shared/contract/resources.ts'
import type { BilledItem } from '../model/findings.ts'
import type { Listed, Look, Part } from './look.ts'
import { sumPrices } from './prices.ts'

type Groups = { servers: Part[]; volumes: Part[]; storage: Part[]; services: Part[] }

const STEP = 500

/**
 * Joins bill and inventory by number and sorts what comes out by how it is treated. The bill names something twice
 * when it stood in two places: its rates add up. An inventory that repeats itself is believed once.
 */
export function* groupParts(look: Look): Generator<void, Groups> {
  const billed = new Map<string, BilledItem>()
  for (const [index, item] of look.billed.entries()) {
    if (index % STEP === 0) yield
    const before = billed.get(item.ref)
    billed.set(item.ref, before ? both(before, item) : item)
  }
  const listed = new Map<string, Listed>()
  const groups: Groups = { servers: [], volumes: [], storage: [], services: [] }
  const place = (part: Part): void => {
    groups[groupOf(part.type)].push(part)
  }
  for (const [index, one] of look.listed.entries()) {
    if (index % STEP === 0) yield
    const { ref, type } = one.item
    if (listed.has(ref)) continue
    listed.set(ref, one)
    place({ ref, type, isRecognised: true, billed: billed.get(ref) ?? null, listed: one })
  }
  let index = 0
  for (const item of billed.values()) {
    index += 1
    if (index % STEP === 0) yield
    if (listed.has(item.ref)) continue
    const type = look.typeOf(item.kind, item.metrics)
    place({ ref: item.ref, type: type ?? 'other', isRecognised: type !== null, billed: item, listed: null })
  }
  return groups
}

function groupOf(type: ResourceType): keyof Groups {
  if (type === 'server') return 'servers'
  if (type === 'volume') return 'volumes'
  return type === 'file_storage' ? 'storage' : 'services'
}

function both(a: BilledItem, b: BilledItem): BilledItem {
  const price = sumPrices([a.price, b.price])
  // Two currencies for one thing: the first is kept, the days' lines hold both.
  return { ...a, metrics: [...new Set([...a.metrics, ...b.metrics])], price: price ?? a.price }
}
