import type { Price } from '../model/findings.ts'
import type { ResourceAttributes } from '../model/resource.ts'
import { toText } from '../money/money.ts'
import { normalizePrice } from '../money/price.ts'
import { type Found, isZombie, type Look, nameOf, type Part, placeOf, priceOf, type Source } from './look.ts'
import { haveOneCurrency, sumPrices } from './prices.ts'

/** A server on its way: what hangs on it gathers here until all is told. */
export type Draft = { part: Part; volumes: Part[]; addresses: Set<string> }

export function createFleet() {
  const byRef = new Map<string, Draft>()
  const byName = new Map<string, Draft | null>()
  return {
    add(part: Part): void {
      const draft: Draft = { part, volumes: [], addresses: new Set() }
      byRef.set(part.ref, draft)
      const key = nameKey(part, nameOf(part))
      // Two servers of one name: the name says nothing.
      byName.set(key, byName.has(key) ? null : draft)
    },
    drafts: () => byRef.values(),
    find: (ref: string): Draft | null => byRef.get(ref) ?? null,
    /** `disk-for-web-1` is what providers call the volume that they make for `web-1`. */
    findByDiskName(part: Part): Draft | null {
      const owner = /^disk-for-(.+)$/i.exec(nameOf(part))?.[1]
      return owner === undefined ? null : (byName.get(nameKey(part, owner)) ?? null)
    },
  }
}

export type Fleet = ReturnType<typeof createFleet>

const nameKey = (part: Part, name: string): string => `${placeOf(part).project ?? ''}\n${name.toLowerCase()}`

export const canAbsorb = ({ part }: Draft, volume: Part): boolean =>
  haveOneCurrency(priceOf(part), priceOf(volume))

/** The server as one resource: its volumes' sizes, addresses and costs are its own. */
export function unify(draft: Draft, base: Found, look: Look): Found {
  const volumes = draft.volumes.toSorted((a, b) => (a.ref < b.ref ? -1 : 1))
  const prices = [draft.part, ...volumes].map(priceOf).filter((price) => price !== null)
  const isWhole = volumes.every((volume) => isSeen(volume, look))
  return {
    ...base,
    keeps: isWhole || base.keeps !== 'nothing' ? base.keeps : 'attributes',
    state: {
      ...base.state,
      price: base.keeps === 'price' ? null : sumPrices(prices),
      attributes: {
        ...base.state.attributes,
        ...(isWhole ? disks(base, volumes) : {}),
        ...network(base, draft),
      },
    },
    aliases: volumes.map(({ ref }) => ref),
    sources: [...base.sources, ...volumes.map(sourceOf)],
  }
}

/** Its size can be told: the inventory lists it, or has answered without it. */
const isSeen = (volume: Part, look: Look): boolean =>
  volume.listed !== null || isZombie(volume, look) || volume.billed?.expectedIn == null

const sourceOf = ({ ref, listed }: Part): Source => ({ name: ref, of: listed ? 'inventory' : 'bill', ref })

function disks({ state }: Found, volumes: readonly Part[]): Partial<ResourceAttributes> {
  if (volumes.length === 0) return {}
  const own = state.attributes.diskGb ?? 0
  return {
    diskGb: own + volumes.reduce((sum, { listed }) => sum + (listed?.item.attributes.diskGb ?? 0), 0),
    volumes: volumes.map((part) => ({
      externalId: part.ref,
      name: nameOf(part),
      sizeGb: part.listed?.item.attributes.diskGb ?? null,
      kind: part.listed?.item.kind ?? part.billed?.kind ?? null,
      dailyCost: dailyText(priceOf(part)),
    })),
  }
}

const dailyText = (price: Price | null) =>
  price === null ? null : toText(normalizePrice(price.amount, price.period).daily)

function network({ state }: Found, { addresses }: Draft): Partial<ResourceAttributes> {
  const all = [...new Set([...listOf(state.attributes.addresses), ...addresses])].sort()
  const [first] = all
  if (first === undefined) return {}
  const address = state.attributes.address ?? all.find(isPublic) ?? first
  return all.length > 1 ? { address, addresses: all } : { address }
}

const listOf = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((item) => typeof item === 'string') : []

const isPublic = (address: string): boolean =>
  !/^(10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|169\.254\.|127\.|f[cd]|fe80)/i.test(address)
