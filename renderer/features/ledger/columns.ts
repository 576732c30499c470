/** Every column of FOCUS that a line can have, in the order of the table; costs stand near the day. */
const focusColumns = [
  'BilledCost',
  'EffectiveCost',
  'ListCost',
  'ContractedCost',
  'BillingCurrency',
  'ChargePeriodStart',
  'ChargePeriodEnd',
  'BillingPeriodStart',
  'BillingPeriodEnd',
  'ServiceProviderName',
  'BillingAccountId',
  'BillingAccountName',
  'BillingAccountType',
  'SubAccountId',
  'SubAccountName',
  'SubAccountType',
  'ServiceCategory',
  'ServiceSubcategory',
  'ServiceName',
  'ResourceId',
  'ResourceName',
  'ResourceType',
  'RegionId',
  'RegionName',
  'AvailabilityZone',
  'ChargeCategory',
  'ChargeClass',
  'ChargeDescription',
  'ChargeFrequency',
  'ConsumedQuantity',
  'ConsumedUnit',
  'PricingQuantity',
  'PricingUnit',
  'PricingCategory',
  'ListUnitPrice',
  'ContractedUnitPrice',
  'PricingCurrency',
  'PricingCurrencyEffectiveCost',
  'PricingCurrencyListUnitPrice',
  'PricingCurrencyContractedUnitPrice',
  'SkuId',
  'SkuPriceId',
  'SkuMeter',
  'SkuPriceDetails',
  'CommitmentDiscountId',
  'CommitmentDiscountName',
  'CommitmentDiscountCategory',
  'CommitmentDiscountType',
  'CommitmentDiscountStatus',
  'CommitmentDiscountQuantity',
  'CommitmentDiscountUnit',
  'CommitmentProgramEligibilityDetails',
  'CapacityReservationId',
  'CapacityReservationStatus',
  'InvoiceId',
  'InvoiceDetailId',
  'InvoiceIssuerName',
  'HostProviderName',
  'ProviderName',
  'PublisherName',
  'Tags',
  'AllocatedMethodId',
  'AllocatedMethodDetails',
  'AllocatedResourceId',
  'AllocatedResourceName',
  'AllocatedTags',
  'ContractApplied',
] as const
type FocusColumn = (typeof focusColumns)[number]

/** A column of FOCUS, or one that a provider added (`x_…`). */
export type ColumnId = FocusColumn | `x_${string}`

export const defaultColumns: readonly ColumnId[] = [
  'BilledCost',
  'ServiceName',
  'ChargeDescription',
  'ResourceName',
  'SubAccountName',
  'ConsumedQuantity',
  'ConsumedUnit',
]

const AMOUNTS: readonly string[] = ['BilledCost', 'EffectiveCost', 'ListCost', 'ContractedCost']
const OF_PRICING: readonly string[] = [
  'PricingCurrencyEffectiveCost',
  'PricingCurrencyListUnitPrice',
  'PricingCurrencyContractedUnitPrice',
]
const FIGURES: readonly string[] = [
  ...AMOUNTS,
  ...OF_PRICING,
  'ListUnitPrice',
  'ContractedUnitPrice',
  'ConsumedQuantity',
  'PricingQuantity',
  'CommitmentDiscountQuantity',
]
const WIDTHS: Readonly<Record<string, number>> = {
  BilledCost: 124,
  ChargeDescription: 212,
  ServiceName: 152,
  ResourceName: 168,
  ResourceId: 200,
  SubAccountName: 140,
  BillingAccountName: 160,
  BillingCurrency: 76,
  ConsumedQuantity: 128,
  ConsumedUnit: 108,
  RegionId: 112,
  ChargeCategory: 116,
  Tags: 240,
  SkuPriceDetails: 240,
  CommitmentProgramEligibilityDetails: 240,
}

export const isFigure = (id: string): boolean => FIGURES.includes(id)
/** Costs are money of the line's own currency; unit prices and quantities are bare figures. */
export const isCost = (id: string): boolean => AMOUNTS.includes(id)
export const widthOf = (id: string): number => WIDTHS[id] ?? (isFigure(id) ? 132 : 148)

export const DAY_WIDTH = 112

const isFocus = (id: string): id is FocusColumn => (focusColumns as readonly string[]).includes(id)
export const isColumn = (id: string): id is ColumnId => isFocus(id) || /^x_./.test(id)

/** The name for people, or the column's own where nobody has named it. */
export const columnKey = (id: ColumnId): `ledger.column.${FocusColumn}` | null =>
  isFocus(id) ? `ledger.column.${id}` : null

/** FOCUS's columns, then those of providers that the lines at hand have or that are shown. */
export function allColumns(seen: Iterable<string>, shown: readonly ColumnId[]): ColumnId[] {
  const own = new Set<ColumnId>()
  for (const id of [...seen, ...shown]) if (isColumn(id) && !isFocus(id)) own.add(id)
  return [...focusColumns, ...[...own].sort()]
}
