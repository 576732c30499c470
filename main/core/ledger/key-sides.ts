import type { KeyFields } from './line.ts'

/**
 * A charge key in two halves: whose and where, and what is sold. A resource has few prices and a price many resources, so
 * that halves repeat where whole keys do not.
 */
export type OwnerSide = Pick<
  KeyFields,
  | 'provider'
  | 'billingAccount'
  | 'subAccount'
  | 'region'
  | 'zone'
  | 'resourceRef'
  | 'resourceName'
  | 'resourceType'
  | 'tags'
  | 'more'
>
export type PriceSide = Omit<KeyFields, Exclude<keyof OwnerSide, 'more'>>

/** Of FOCUS's columns kept in `more`, those that say what is sold; all others say whose it is. */
const PRICE_MORE = new Set([
  'ServiceSubcategory',
  'SkuPriceId',
  'SkuMeter',
  'SkuPriceDetails',
  'CommitmentDiscountName',
  'CommitmentDiscountCategory',
  'CommitmentDiscountType',
  'CommitmentDiscountStatus',
  'CommitmentDiscountUnit',
  'CapacityReservationId',
  'CapacityReservationStatus',
  'PricingCurrency',
  'AllocatedMethodId',
  'AllocatedMethodDetails',
  'ContractApplied',
  'CommitmentProgramEligibilityDetails',
])

export const isOfPrice = (moreName: string): boolean => PRICE_MORE.has(moreName)

type Texts = Record<string, string>

/** Entries in the order of their names, so that equal ones are written alike; null where there is none. */
export function inOrder(texts: Texts | null): Texts | null {
  if (texts === null) return null
  let before: string | null = null
  let isInOrder = true
  for (const name in texts) {
    if (before !== null && name < before) isInOrder = false
    before = name
  }
  if (before === null) return null
  if (isInOrder) return texts
  return Object.fromEntries(Object.entries(texts).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)))
}

const chosen = (texts: Texts | null, isWanted: (name: string) => boolean): Texts | null =>
  texts && inOrder(Object.fromEntries(Object.entries(texts).filter(([name]) => isWanted(name))))

export const ownerSideOf = (key: KeyFields): OwnerSide => ({
  provider: key.provider,
  billingAccount: key.billingAccount,
  subAccount: key.subAccount,
  region: key.region,
  zone: key.zone,
  resourceRef: key.resourceRef,
  resourceName: key.resourceName,
  resourceType: key.resourceType,
  tags: inOrder(key.tags),
  more: chosen(key.more, (name) => !isOfPrice(name)),
})

export const priceSideOf = (key: KeyFields): PriceSide => ({
  serviceCategory: key.serviceCategory,
  service: key.service,
  sku: key.sku,
  skuName: key.skuName,
  chargeCategory: key.chargeCategory,
  chargeClass: key.chargeClass,
  chargeFrequency: key.chargeFrequency,
  chargeDescription: key.chargeDescription,
  pricingCategory: key.pricingCategory,
  pricingUnit: key.pricingUnit,
  consumedUnit: key.consumedUnit,
  commitmentId: key.commitmentId,
  currency: key.currency,
  more: chosen(key.more, isOfPrice),
})

/** Field by field: an object that is made in one shape is made, and sent, several times as fast. */
export const joinSides = (owner: OwnerSide, price: PriceSide): KeyFields => ({
  provider: owner.provider,
  billingAccount: owner.billingAccount,
  subAccount: owner.subAccount,
  serviceCategory: price.serviceCategory,
  service: price.service,
  region: owner.region,
  zone: owner.zone,
  resourceRef: owner.resourceRef,
  resourceName: owner.resourceName,
  resourceType: owner.resourceType,
  sku: price.sku,
  skuName: price.skuName,
  chargeCategory: price.chargeCategory,
  chargeClass: price.chargeClass,
  chargeFrequency: price.chargeFrequency,
  chargeDescription: price.chargeDescription,
  pricingCategory: price.pricingCategory,
  pricingUnit: price.pricingUnit,
  consumedUnit: price.consumedUnit,
  commitmentId: price.commitmentId,
  currency: price.currency,
  tags: owner.tags,
  more: joined(owner.more, price.more),
})

/** Both are in order, and so is what comes of them. */
function joined(left: Texts | null, right: Texts | null): Texts | null {
  if (left === null || right === null) return left ?? right
  const [leftNames, rightNames] = [Object.keys(left), Object.keys(right)]
  const all: Texts = {}
  let at = 0
  for (const name of rightNames) {
    for (; at < leftNames.length && (leftNames[at] as string) < name; at += 1)
      all[leftNames[at] as string] = left[leftNames[at] as string] as string
    all[name] = right[name] as string
  }
  for (; at < leftNames.length; at += 1)
    all[leftNames[at] as string] = left[leftNames[at] as string] as string
  return all
}
