import { commitmentCategories, usedOrUnused } from './allowed.ts'
import { emptyRow, type FocusRow } from './columns.ts'
import type { FocusLine } from './focus-line.ts'
import { isJsonObject, textOrNull } from './formats.ts'
import { providerFacts } from './provider-facts.ts'

/** What the ledger knows of the account that a line belongs to. */
export type FocusAccount = { name: string; accountRef: string }

const oneOf = <T extends string>(values: readonly T[], text: string | null | undefined): T | null =>
  values.find((value) => value === text) ?? null

/** What all lines of a charge key have alike. What depends on amounts and category is added by the line (row). */
export function keyPart(key: FocusLine['key'], account: FocusAccount): FocusRow {
  const row = emptyRow()
  const more = (name: string): string | null => textOrNull(key.more?.[name])
  const facts = providerFacts[key.provider]
  // A provider that is none of ours is called what its account is called.
  const own = key.provider === 'other' ? (textOrNull(account.name) ?? facts.name) : facts.name

  row.BillingAccountId = textOrNull(key.billingAccount) ?? textOrNull(account.accountRef) ?? own
  row.BillingAccountName = more('BillingAccountName') ?? textOrNull(account.name)
  row.BillingAccountType = more('BillingAccountType') ?? 'Billing Account'
  row.BillingCurrency = key.currency
  row.SubAccountId = textOrNull(key.subAccount)
  if (row.SubAccountId !== null) {
    row.SubAccountName = more('SubAccountName') ?? row.SubAccountId
    row.SubAccountType = more('SubAccountType') ?? facts.subAccountType
  }

  row.ServiceName = textOrNull(key.service) ?? 'Other'
  row.ServiceCategory = key.serviceCategory
  row.ServiceSubcategory = more('ServiceSubcategory')
  row.RegionId = textOrNull(key.region)
  if (row.RegionId !== null) row.RegionName = more('RegionName') ?? row.RegionId
  row.AvailabilityZone = textOrNull(key.zone)
  row.ResourceId = textOrNull(key.resourceRef)
  if (row.ResourceId !== null) {
    row.ResourceName = textOrNull(key.resourceName)
    row.ResourceType = textOrNull(key.resourceType) ?? 'Resource'
  }
  row.Tags = key.tags && Object.keys(key.tags).length > 0 ? JSON.stringify(key.tags).toWellFormed() : null
  row.ChargeDescription = textOrNull(key.chargeDescription) ?? textOrNull(key.skuName) ?? row.ServiceName

  nameSeller(row, own, facts.isHost, more)
  nameCommitment(row, key, more)
  nameRest(row, more)
  return row
}

/** Who sells, who makes it, whose machines it runs on and who sends the bill: one and the same unless the source says more. */
function nameSeller(
  row: FocusRow,
  own: string,
  isHost: boolean,
  more: (name: string) => string | null,
): void {
  const provider = more('ProviderName') ?? more('ServiceProviderName') ?? own
  row.ProviderName = provider
  row.PublisherName = more('PublisherName') ?? more('ServiceProviderName') ?? provider
  // Until 1.2 a marketplace's goods tell their maker as publisher; that is who provides the service since 1.3.
  row.ServiceProviderName = more('ServiceProviderName') ?? more('PublisherName') ?? provider
  row.HostProviderName = more('HostProviderName') ?? (isHost ? provider : row.ServiceProviderName)
  row.InvoiceIssuerName = more('InvoiceIssuerName') ?? provider
}

const SPEND = /saving|spend|расход|бюджет/i

function nameCommitment(row: FocusRow, key: FocusLine['key'], more: (name: string) => string | null): void {
  const id = textOrNull(key.commitmentId)
  row.CommitmentDiscountId = id
  if (id === null) return
  const type = more('CommitmentDiscountType') ?? 'Commitment'
  row.CommitmentDiscountType = type
  row.CommitmentDiscountName = more('CommitmentDiscountName')
  row.CommitmentDiscountCategory =
    oneOf(commitmentCategories, more('CommitmentDiscountCategory')) ?? (SPEND.test(type) ? 'Spend' : 'Usage')
  row.CommitmentDiscountStatus = oneOf(usedOrUnused, more('CommitmentDiscountStatus'))
  row.CommitmentDiscountUnit = more('CommitmentDiscountUnit')
}

function nameRest(row: FocusRow, more: (name: string) => string | null): void {
  const object = (name: string, isFlat = false): string | null => {
    const text = more(name)
    return text !== null && isJsonObject(text, isFlat) ? text : null
  }
  row.CapacityReservationId = more('CapacityReservationId')
  if (row.CapacityReservationId !== null)
    row.CapacityReservationStatus = oneOf(usedOrUnused, more('CapacityReservationStatus'))
  row.SkuMeter = more('SkuMeter')
  row.SkuPriceDetails = object('SkuPriceDetails', true)
  row.AllocatedMethodId = more('AllocatedMethodId')
  row.AllocatedMethodDetails = object('AllocatedMethodDetails')
  row.AllocatedResourceId = more('AllocatedResourceId')
  if (row.AllocatedResourceId !== null) row.AllocatedResourceName = more('AllocatedResourceName')
  row.AllocatedTags = object('AllocatedTags', true)
  row.ContractApplied = object('ContractApplied')
  row.CommitmentProgramEligibilityDetails = object('CommitmentProgramEligibilityDetails')
}
