import type { FocusLine } from '#main/core/focus/focus-line.ts'
import { day } from '#shared/lib/day.ts'
import { parseDecimal } from '#shared/lib/decimal.ts'

export const femtos = (text: string): bigint => {
  const value = parseDecimal(text)
  if (value === null) throw new Error(`not an amount: ${text}`)
  return value
}

let nextKey = 1

/** A line of use of a virtual machine, as a file of FOCUS tells it; whatever a test is about is given. */
export function focusLine(given: Partial<FocusLine> = {}, key: Partial<FocusLine['key']> = {}): FocusLine {
  nextKey += 1
  return {
    chargeKeyId: nextKey,
    importId: 1,
    day: day('2026-05-04'),
    startMs: Date.UTC(2026, 4, 4),
    endMs: Date.UTC(2026, 4, 5),
    billed: femtos('4.32'),
    effective: femtos('4.32'),
    list: femtos('4.608'),
    contracted: femtos('4.32'),
    pricingQuantity: femtos('24'),
    consumedQuantity: femtos('24'),
    commitmentQuantity: null,
    ...given,
    detail:
      given.detail === null
        ? null
        : {
            invoiceId: null,
            invoiceDetailId: null,
            billingPeriodStart: '2026-05-01T00:00:00Z',
            billingPeriodEnd: '2026-06-01T00:00:00Z',
            listUnitPrice: '0.192',
            contractedUnitPrice: '0.18',
            pricingCurrencyListUnitPrice: null,
            pricingCurrencyContractedUnitPrice: null,
            pricingCurrencyEffectiveCost: null,
            extra: null,
            ...given.detail,
          },
    key: {
      provider: 'aws',
      billingAccount: '111122223333',
      subAccount: null,
      serviceCategory: 'Compute',
      service: 'Amazon Elastic Compute Cloud',
      region: 'eu-west-1',
      zone: null,
      resourceRef: 'arn:aws:ec2:eu-west-1:111122223333:instance/i-0abc',
      resourceName: 'web-1',
      resourceType: 'instance',
      sku: 'JRTK1',
      skuName: 't3.large',
      chargeCategory: 'Usage',
      chargeClass: null,
      chargeFrequency: 'Usage-Based',
      chargeDescription: 'Linux t3.large',
      pricingCategory: 'Standard',
      pricingUnit: 'Hours',
      consumedUnit: 'Hours',
      commitmentId: null,
      currency: 'USD',
      tags: { team: 'payments' },
      more: { SkuPriceId: 'JRTK1.OD', ServiceSubcategory: 'Virtual Machines' },
      ...key,
    },
  }
}
