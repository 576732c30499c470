import type { Provider } from '#shared/contract/values.ts'
import type { LineDetail } from './segment.ts'

/**
 * What lines share, by FOCUS's names; what the ledger asks for by its own columns (store/schema/costs). `more` holds the
 * rest of FOCUS: BillingAccountName, BillingAccountType, SubAccountName, SubAccountType, ServiceSubcategory,
 * ProviderName, PublisherName, InvoiceIssuerName, ServiceProviderName, HostProviderName, RegionName, SkuPriceId,
 * SkuMeter, SkuPriceDetails, CommitmentDiscount{Name,Category,Type,Status,Unit}, CapacityReservation{Id,Status},
 * PricingCurrency, Allocated…, ContractApplied, CommitmentProgramEligibilityDetails. Nulls are left out.
 */
export type KeyFields = {
  provider: Provider
  billingAccount: string
  subAccount: string | null
  serviceCategory: string
  service: string
  region: string | null
  zone: string | null
  resourceRef: string | null
  resourceName: string | null
  resourceType: string | null
  sku: string | null
  skuName: string | null
  chargeCategory: 'Usage' | 'Purchase' | 'Tax' | 'Credit' | 'Adjustment'
  chargeClass: 'Correction' | null
  chargeFrequency: 'One-Time' | 'Recurring' | 'Usage-Based' | null
  chargeDescription: string | null
  pricingCategory: string | null
  pricingUnit: string | null
  consumedUnit: string | null
  commitmentId: string | null
  currency: string
  tags: Record<string, string> | null
  more: Record<string, string> | null
}

/** One line of a bill as an importer hands it over. Amounts are machine decimal text ("-12.5"), exact. */
export type BillLine = {
  key: KeyFields
  /** Instants in UTC milliseconds; the end is exclusive. */
  startMs: number
  endMs: number
  billed: string
  effective: string
  list: string
  contracted: string
  pricingQuantity: string | null
  consumedQuantity: string | null
  commitmentQuantity: string | null
  detail: LineDetail
}
