import type { DemoCharge } from '#main/core/demo/costs.ts'
import type { ChargeKey } from '#main/store/repos/charge-keys.ts'

/** What repeats on every line of a resource's bill. */
export function chargeKeyOf(
  { connection, resource, product, externalId }: DemoCharge,
  connectionId: string,
  resourceId: number,
): ChargeKey {
  const isPurchase = product.frequency === 'One-Time'
  return {
    connectionId,
    provider: connection.provider,
    billingAccount: connection.accountRef,
    subAccount: connection.subAccount,
    serviceCategory: product.category,
    service: product.service,
    region: resource.region,
    zone: resource.zone ?? null,
    resourceRef: externalId,
    resourceName: resource.name,
    resourceType: product.type,
    sku: product.sku,
    skuName: product.skuName,
    chargeCategory: isPurchase ? 'Purchase' : 'Usage',
    chargeClass: null,
    chargeFrequency: product.frequency,
    chargeDescription: `${product.skuName}: ${resource.name}`,
    pricingCategory: 'Standard',
    pricingUnit: product.unit,
    consumedUnit: isPurchase ? null : product.unit,
    commitmentId: null,
    currency: 'RUB',
    tags: resource.tags,
    resourceId,
  }
}
