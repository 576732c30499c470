import { isOfPrice } from '#main/core/ledger/key-sides.ts'

/** All columns of FOCUS 1.0–1.4 by the names of the newest version that has them. */
export const focusColumns = [
  'AllocatedMethodDetails',
  'AllocatedMethodId',
  'AllocatedResourceId',
  'AllocatedResourceName',
  'AllocatedTags',
  'AvailabilityZone',
  'BilledCost',
  'BillingAccountId',
  'BillingAccountName',
  'BillingAccountType',
  'BillingCurrency',
  'BillingPeriodEnd',
  'BillingPeriodStart',
  'CapacityReservationId',
  'CapacityReservationStatus',
  'ChargeCategory',
  'ChargeClass',
  'ChargeDescription',
  'ChargeFrequency',
  'ChargePeriodEnd',
  'ChargePeriodStart',
  'CommitmentDiscountCategory',
  'CommitmentDiscountId',
  'CommitmentDiscountName',
  'CommitmentDiscountQuantity',
  'CommitmentDiscountStatus',
  'CommitmentDiscountType',
  'CommitmentDiscountUnit',
  'CommitmentProgramEligibilityDetails',
  'ConsumedQuantity',
  'ConsumedUnit',
  'ContractApplied',
  'ContractedCost',
  'ContractedUnitPrice',
  'EffectiveCost',
  'HostProviderName',
  'InvoiceDetailId',
  'InvoiceId',
  'InvoiceIssuerName',
  'ListCost',
  'ListUnitPrice',
  'PricingCategory',
  'PricingCurrency',
  'PricingCurrencyContractedUnitPrice',
  'PricingCurrencyEffectiveCost',
  'PricingCurrencyListUnitPrice',
  'PricingQuantity',
  'PricingUnit',
  'ProviderName',
  'PublisherName',
  'RegionId',
  'RegionName',
  'ResourceId',
  'ResourceName',
  'ResourceType',
  'ServiceCategory',
  'ServiceName',
  'ServiceProviderName',
  'ServiceSubcategory',
  'SkuId',
  'SkuMeter',
  'SkuPriceDetails',
  'SkuPriceId',
  'SubAccountId',
  'SubAccountName',
  'SubAccountType',
  'Tags',
] as const
export type FocusColumn = (typeof focusColumns)[number]

/** What columns were called in 0.5 and the preview of 1.0. */
export const formerNames: Record<string, FocusColumn> = {
  AmortizedCost: 'EffectiveCost',
  ChargeType: 'ChargeCategory',
  InvoiceIssuer: 'InvoiceIssuerName',
  Provider: 'ProviderName',
  Publisher: 'PublisherName',
  Region: 'RegionId',
  UsageQuantity: 'ConsumedQuantity',
  UsageUnit: 'ConsumedUnit',
}

/** Kept by their own names in `KeyFields.more`: whose it is, and (key-sides) what is sold. */
export const ownerMore = [
  'AllocatedResourceId',
  'AllocatedResourceName',
  'AllocatedTags',
  'BillingAccountName',
  'BillingAccountType',
  'HostProviderName',
  'InvoiceIssuerName',
  'ProviderName',
  'PublisherName',
  'RegionName',
  'ServiceProviderName',
  'SubAccountName',
  'SubAccountType',
] as const satisfies FocusColumn[]

export const priceMore = focusColumns.filter(isOfPrice)

const ofOwner = new Set<FocusColumn>([
  ...ownerMore,
  'AvailabilityZone',
  'BillingAccountId',
  'RegionId',
  'ResourceId',
  'ResourceName',
  'ResourceType',
  'SubAccountId',
  'Tags',
])

/** In the order of the figures of a line (core/ledger/segment-builder). */
export const figureNames = [
  'BilledCost',
  'EffectiveCost',
  'ListCost',
  'ContractedCost',
  'PricingQuantity',
  'ConsumedQuantity',
  'CommitmentDiscountQuantity',
] as const satisfies FocusColumn[]
export const COSTS = 4

const ofDetail = new Set<FocusColumn>([
  'BillingPeriodEnd',
  'BillingPeriodStart',
  'ContractedUnitPrice',
  'InvoiceDetailId',
  'InvoiceId',
  'ListUnitPrice',
  'PricingCurrencyContractedUnitPrice',
  'PricingCurrencyEffectiveCost',
  'PricingCurrencyListUnitPrice',
])

type Part = 'owner' | 'price' | 'detail' | 'figure' | 'time'

/** Which part of a line a column belongs to; columns that FOCUS does not know belong to its detail. */
export function partOf(column: FocusColumn | null): Part {
  if (column === null || ofDetail.has(column)) return 'detail'
  if (ofOwner.has(column)) return 'owner'
  if ((figureNames as readonly FocusColumn[]).includes(column)) return 'figure'
  return column === 'ChargePeriodStart' || column === 'ChargePeriodEnd' ? 'time' : 'price'
}
