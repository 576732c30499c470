import type { ResourceType } from '#shared/contract/resources.ts'
import type { BilledItem, InventoryItem, Price, Scope } from '../model/findings.ts'
import type { ResourceState } from '../model/resource.ts'

export type Listed = { scope: Scope; item: InventoryItem }

/** Everything that one look at an account has told, before it is judged. */
export type Look = {
  billed: readonly BilledItem[]
  listed: readonly Listed[]
  /** Whether what is missing in a scope is missing in the cloud: the scope answered, if only that it does not exist. */
  isAnswered(scope: Scope): boolean
  /** Whether the bill answered: without it nothing can be said of prices. */
  isBillKnown: boolean
  /** What a person taught first, then the provider's own table. */
  typeOf(kind: string, metrics: readonly string[]): ResourceType | null
  /** Where a resource of the store was listed when it was last seen. */
  scopeOfKnown(ref: string): Scope | null | undefined
  /** Parts of the account that did not answer, by the place that they speak of. */
  hasGap(region: string | null, project: string | null): boolean
}

/** A provider's record that belongs to a resource: its own in the bill or the inventory, or a merged part's. */
export type Source = { name: string; of: 'bill' | 'inventory'; ref: string }

export type Found = {
  state: ResourceState
  scope: Scope | null
  sources: readonly Source[]
  /** Other numbers under which the bill knows it. */
  aliases: readonly string[]
  /**
   * What could not be asked this time stays as it was last seen: the price, attributes that other parts of the account
   * would have told, or everything but the price.
   */
  keeps: 'nothing' | 'price' | 'attributes' | 'configuration'
}

export type Unknown = Pick<BilledItem, 'ref' | 'name' | 'kind' | 'service' | 'metrics' | 'price'>

export type Assembly = {
  found: readonly Found[]
  unrecognised: readonly Unknown[]
  /** Of the store, neither found nor gone: what they belong to could not be asked. */
  held: ReadonlySet<string>
}

/** One thing as bill and inventory know it. */
export type Part = {
  ref: string
  type: ResourceType
  isRecognised: boolean
  billed: BilledItem | null
  listed: Listed | null
}

export const nameOf = ({ listed, billed, ref }: Part): string => listed?.item.name ?? billed?.name ?? ref
export const priceOf = ({ listed, billed }: Part): Price | null => billed?.price ?? listed?.item.price ?? null
export const placeOf = ({ listed, billed }: Part) => ({
  region: listed?.item.region ?? billed?.region ?? null,
  zone: listed?.item.zone ?? billed?.zone ?? null,
  project: listed?.item.project ?? billed?.project ?? null,
})

/** In the bill, though the part of the account that would list it has answered without it. */
export const isZombie = ({ listed, billed }: Part, look: Look): boolean =>
  listed === null && billed !== null && billed.expectedIn !== null && look.isAnswered(billed.expectedIn)
