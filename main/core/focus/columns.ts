import type { FocusVersion } from '#shared/contract/ledger.ts'

export type FocusType = 'string' | 'decimal' | 'dateTime' | 'json'

/**
 * Every column of FOCUS's cost and usage, with its state in 1.0, 1.1, 1.2, 1.3 and 1.4: M mandatory, C conditional,
 * R recommended; `!` never null, `?` may be null; `-` not in that version. An export has every column of its version,
 * conditional ones too: one file may hold several providers.
 */
const TABLE = [
  ['AllocatedMethodDetails', 'json', '-  -  -  R? R?'],
  ['AllocatedMethodId', 'string', '-  -  -  C? C?'],
  ['AllocatedResourceId', 'string', '-  -  -  C? C?'],
  ['AllocatedResourceName', 'string', '-  -  -  C? C?'],
  ['AllocatedTags', 'json', '-  -  -  C? C?'],
  ['AvailabilityZone', 'string', 'R? R? R? R? R?'],
  ['BilledCost', 'decimal', 'M! M! M! M! M!'],
  ['BillingAccountId', 'string', 'M! M! M! M! M!'],
  ['BillingAccountName', 'string', 'M? M? M? M? M?'],
  ['BillingAccountType', 'string', '-  -  C! C! C!'],
  ['BillingCurrency', 'string', 'M! M! M! M! M!'],
  ['BillingPeriodEnd', 'dateTime', 'M! M! M! M! M!'],
  ['BillingPeriodStart', 'dateTime', 'M! M! M! M! M!'],
  ['CapacityReservationId', 'string', '-  C? C? C? C?'],
  ['CapacityReservationStatus', 'string', '-  C? C? C? C?'],
  ['ChargeCategory', 'string', 'M! M! M! M! M!'],
  ['ChargeClass', 'string', 'M? M? M? M? M?'],
  ['ChargeDescription', 'string', 'M? M? M? M? M?'],
  ['ChargeFrequency', 'string', 'R! R! R! R! R!'],
  ['ChargePeriodEnd', 'dateTime', 'M! M! M! M! M!'],
  ['ChargePeriodStart', 'dateTime', 'M! M! M! M! M!'],
  ['CommitmentDiscountCategory', 'string', 'C? C? C? C? C?'],
  ['CommitmentDiscountId', 'string', 'C? C? C? C? C?'],
  ['CommitmentDiscountName', 'string', 'C? C? C? C? C?'],
  ['CommitmentDiscountQuantity', 'decimal', '-  C? C? C? C?'],
  ['CommitmentDiscountStatus', 'string', 'C? C? C? C? C?'],
  ['CommitmentDiscountType', 'string', 'C? C? C? C? C?'],
  ['CommitmentDiscountUnit', 'string', '-  C? C? C? C?'],
  ['CommitmentProgramEligibilityDetails', 'json', '-  -  -  -  C?'],
  ['ConsumedQuantity', 'decimal', 'C? C? C? C? C?'],
  ['ConsumedUnit', 'string', 'C? C? C? C? C?'],
  ['ContractApplied', 'json', '-  -  -  C? C?'],
  ['ContractedCost', 'decimal', 'M! M! M! M! M!'],
  ['ContractedUnitPrice', 'decimal', 'C? C? C? C? C?'],
  ['EffectiveCost', 'decimal', 'M! M! M! M! M!'],
  ['HostProviderName', 'string', '-  -  -  M! M?'],
  ['InvoiceDetailId', 'string', '-  -  -  -  C?'],
  ['InvoiceId', 'string', '-  -  R? R? C?'],
  ['InvoiceIssuerName', 'string', 'M! M! M! M! M!'],
  ['ListCost', 'decimal', 'M! M! M! M! M!'],
  ['ListUnitPrice', 'decimal', 'C? C? C? C? C?'],
  ['PricingCategory', 'string', 'C? C? C? C? C?'],
  // 1.2 and 1.3 call these two nullable in the table of columns and not null in the rules: the rules hold.
  ['PricingCurrency', 'string', '-  -  C! C! C!'],
  ['PricingCurrencyContractedUnitPrice', 'decimal', '-  -  C? C? C?'],
  ['PricingCurrencyEffectiveCost', 'decimal', '-  -  C! C! C!'],
  ['PricingCurrencyListUnitPrice', 'decimal', '-  -  C? C? C?'],
  ['PricingQuantity', 'decimal', 'M? M? M? M? M?'],
  ['PricingUnit', 'string', 'M? M? M? M? M?'],
  ['ProviderName', 'string', 'M! M! M! M! - '],
  ['PublisherName', 'string', 'M! M! M! M! - '],
  ['RegionId', 'string', 'C? C? C? C? C?'],
  ['RegionName', 'string', 'C? C? C? C? C?'],
  ['ResourceId', 'string', 'C? C? C? C? C?'],
  ['ResourceName', 'string', 'C? C? C? C? C?'],
  ['ResourceType', 'string', 'C? C? C? C? C?'],
  ['ServiceCategory', 'string', 'M! M! M! M! M!'],
  ['ServiceName', 'string', 'M! M! M! M! M!'],
  ['ServiceProviderName', 'string', '-  -  -  M! M!'],
  ['ServiceSubcategory', 'string', '-  R! R! R! R!'],
  ['SkuId', 'string', 'C? C? C? C? C?'],
  ['SkuMeter', 'string', '-  C? C? C? C?'],
  ['SkuPriceDetails', 'json', '-  C? C? C? C?'],
  ['SkuPriceId', 'string', 'C? C? C? C? C?'],
  ['SubAccountId', 'string', 'C? C? C? C? C?'],
  ['SubAccountName', 'string', 'C? C? C? C? C?'],
  ['SubAccountType', 'string', '-  -  C? C? C?'],
  ['Tags', 'json', 'C? C? C? C? C?'],
] as const satisfies readonly (readonly [string, FocusType, string])[]

export type FocusColumnName = (typeof TABLE)[number][0]

type Presence = { level: 'mandatory' | 'conditional' | 'recommended'; isNullable: boolean }
export type FocusColumn = {
  name: FocusColumnName
  type: FocusType
  /** Null where the version has no such column. */
  presence: Record<FocusVersion, Presence | null>
}

/** One row of an export: text in FOCUS's formats, null for nothing. */
export type FocusRow = Record<FocusColumnName, string | null>

const LEVELS = { M: 'mandatory', C: 'conditional', R: 'recommended' } as const

function readPresence(mark: string): Presence | null {
  const level = LEVELS[mark.charAt(0) as keyof typeof LEVELS]
  return level ? { level, isNullable: mark.charAt(1) === '?' } : null
}

const columns: readonly FocusColumn[] = TABLE.map(([name, type, marks]) => {
  const [v0 = '', v1 = '', v2 = '', v3 = '', v4 = ''] = marks.trim().split(/\s+/)
  const presence = {
    '1.0': readPresence(v0),
    '1.1': readPresence(v1),
    '1.2': readPresence(v2),
    '1.3': readPresence(v3),
    '1.4': readPresence(v4),
  }
  return { name, type, presence }
})

/** The columns of a version in the order of an export. */
export const columnsOf = (version: FocusVersion): FocusColumn[] =>
  columns.filter(({ presence }) => presence[version] !== null)

const EMPTY = Object.fromEntries(columns.map(({ name }) => [name, null])) as FocusRow
/** A row without a single value. */
export const emptyRow = (): FocusRow => ({ ...EMPTY })
