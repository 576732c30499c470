import type { KeyFields } from '#main/core/ledger/line.ts'
import { serviceCategoryOf } from '#main/core/ledger/service-category.ts'
import type { Provider } from '#shared/contract/values.ts'

/** The key of a charge for usage, with what a source tells put over what is true of most. */
export function usageKey(
  provider: Provider,
  service: string,
  own: Partial<KeyFields> & Pick<KeyFields, 'billingAccount' | 'currency'>,
): KeyFields {
  return {
    provider,
    subAccount: null,
    serviceCategory: serviceCategoryOf(provider, service),
    service,
    region: null,
    zone: null,
    resourceRef: null,
    resourceName: null,
    resourceType: null,
    sku: null,
    skuName: null,
    chargeCategory: 'Usage',
    chargeClass: null,
    chargeFrequency: 'Usage-Based',
    chargeDescription: null,
    pricingCategory: 'Standard',
    pricingUnit: null,
    consumedUnit: null,
    commitmentId: null,
    tags: null,
    more: null,
    ...own,
  }
}
