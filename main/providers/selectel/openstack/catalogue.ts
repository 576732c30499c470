import { z } from 'zod'
import { type Each, eachOf } from '#main/providers/http/each-of.ts'
import { looseText } from '#main/providers/http/tolerant.ts'

export const wireCatalogue = eachOf(
  z.object({
    type: looseText(),
    endpoints: eachOf(
      z.object({
        interface: looseText(),
        region: looseText(),
        region_id: looseText(),
        url: looseText(),
      }),
    ),
  }),
)

type WireCatalogue = z.output<typeof wireCatalogue>

/** Where each service of a cloud answers, by region. */
export type Catalogue = {
  regions: readonly string[]
  /** The address of a service in a region, by the first of its names that is known there; no slash at the end. */
  find(types: readonly string[], region: string): string | null
  /** Not the cloud's own word: at such an address there need not be anybody. */
  isGuessed: boolean
}

/** Only the public addresses count: the others lead into the provider's own networks. */
export function catalogueOf({ items }: WireCatalogue): Catalogue {
  const urls = new Map<string, string>()
  const regions = new Set<string>()
  for (const { type, endpoints } of items) {
    for (const endpoint of publicOnes(endpoints)) {
      const region = endpoint.region_id ?? endpoint.region
      if (!type || !region || !endpoint.url) continue
      regions.add(region)
      urls.set(`${type}\n${region}`, endpoint.url.replace(/\/+$/, ''))
    }
  }
  return {
    regions: [...regions].sort(),
    isGuessed: false,
    find: (types, region) => {
      for (const type of types) {
        const url = urls.get(`${type}\n${region}`)
        if (url) return url
      }
      return null
    },
  }
}

const publicOnes = <T extends { interface: string | null }>({ items }: Each<T>): readonly T[] =>
  items.filter((endpoint) => endpoint.interface === 'public')

/** For a cloud whose catalogue came empty: the regions and addresses that are known of it. */
export function knownCatalogue(
  regions: readonly string[],
  addressOf: (types: readonly string[], region: string) => string | null,
): Catalogue {
  return { regions, find: addressOf, isGuessed: true }
}
