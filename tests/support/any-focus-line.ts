import fc from 'fast-check'
import { chargeFrequencies } from '#main/core/focus/allowed.ts'
import type { FocusLine } from '#main/core/focus/focus-line.ts'
import { providers } from '#shared/contract/values.ts'
import { addDays, day } from '#shared/lib/day.ts'
import { formatDecimal } from '#shared/lib/decimal.ts'

let nextKey = -1

const words = fc.oneof(
  fc.constantFrom('Compute Cloud', 'Облачные серверы', 'Object Storage', 'a,b', '"q"', '=1+1', ' ', 'x\ny'),
  fc.string({ maxLength: 12, unit: 'binary' }),
)
const maybe = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(value, { freq: 2 })
const amount = fc.oneof(
  fc.bigInt({ min: -(10n ** 21n), max: 10n ** 21n }),
  fc.bigInt({ min: -1000n, max: 1000n }),
  fc.constant(0n),
  fc.integer({ min: -50_000, max: 500_000 }).map((kopecks) => BigInt(kopecks) * 10n ** 13n),
)
const price = maybe(fc.oneof(amount.map(formatDecimal), fc.constantFrom('', 'n/a', '1e-9', '-1')))
const instant = maybe(fc.constantFrom('2026-05-01T00:00:00Z', '2026-06-01T00:00:00.000Z', 'May', ''))

const more = fc.dictionary(
  fc.constantFrom(
    'ServiceSubcategory',
    'ProviderName',
    'PublisherName',
    'InvoiceIssuerName',
    'ServiceProviderName',
    'HostProviderName',
    'RegionName',
    'SubAccountName',
    'SkuPriceId',
    'SkuMeter',
    'SkuPriceDetails',
    'CommitmentDiscountCategory',
    'CommitmentDiscountStatus',
    'CommitmentDiscountType',
    'CommitmentDiscountUnit',
    'CommitmentDiscountName',
    'CapacityReservationId',
    'CapacityReservationStatus',
    'PricingCurrency',
    'AllocatedTags',
    'AllocatedResourceName',
    'ContractApplied',
  ),
  fc.oneof(
    words,
    fc.constantFrom(
      'Used',
      'Unused',
      'Spend',
      'Usage',
      'Virtual Machines',
      '{"a":1}',
      '{"a":[]}',
      '[]',
      'USD',
    ),
  ),
)

const key = fc.record({
  provider: fc.constantFrom(...providers),
  billingAccount: words,
  subAccount: maybe(words),
  serviceCategory: fc.constantFrom('Compute', 'Storage', 'Networking', 'Other', 'Вычисления', 'AI'),
  service: words,
  region: maybe(words),
  zone: maybe(words),
  resourceRef: maybe(words),
  resourceName: maybe(words),
  resourceType: maybe(words),
  sku: maybe(words),
  skuName: maybe(words),
  chargeCategory: fc.constantFrom('Usage', 'Purchase', 'Tax', 'Credit', 'Adjustment'),
  chargeClass: maybe(fc.constant('Correction' as const)),
  chargeFrequency: maybe(fc.constantFrom(...chargeFrequencies)),
  chargeDescription: maybe(words),
  pricingCategory: maybe(fc.constantFrom('Standard', 'Dynamic', 'Committed', 'Other', 'On-Demand', '')),
  pricingUnit: maybe(words),
  consumedUnit: maybe(words),
  commitmentId: maybe(words),
  currency: fc.constantFrom('RUB', 'USD', 'JPY'),
  tags: maybe(fc.dictionary(words, words)),
  more: maybe(more),
}) as fc.Arbitrary<FocusLine['key']>

/** Any line that the ledger may hold, whatever its source left out or got wrong. */
export const anyFocusLine: fc.Arbitrary<FocusLine> = fc
  .record({
    key,
    offset: fc.integer({ min: 0, max: 800 }),
    importId: maybe(fc.constant(1)),
    startMs: fc.integer({ min: Date.UTC(2025, 0, 1), max: Date.UTC(2027, 0, 1) }),
    lastsMs: fc.integer({ min: 0, max: 40 * 86_400_000 }),
    costs: fc.oneof(
      fc.tuple(amount, amount, amount, amount),
      amount.map((one): [bigint, bigint, bigint, bigint] => [one, one, one, one]),
    ),
    pricingQuantity: maybe(amount),
    consumedQuantity: maybe(amount),
    commitmentQuantity: maybe(amount),
    detail: maybe(
      fc.record({
        invoiceId: maybe(words),
        invoiceDetailId: maybe(words),
        billingPeriodStart: instant,
        billingPeriodEnd: instant,
        listUnitPrice: price,
        contractedUnitPrice: price,
        pricingCurrencyListUnitPrice: price,
        pricingCurrencyContractedUnitPrice: price,
        pricingCurrencyEffectiveCost: price,
        extra: fc.constant(null),
      }),
    ),
  })
  .map(({ offset, startMs, lastsMs, costs, ...rest }) => {
    const [billed, effective, list, contracted] = costs
    nextKey -= 1
    return {
      ...rest,
      chargeKeyId: nextKey,
      day: addDays(day('2025-01-01'), offset),
      startMs,
      endMs: startMs + lastsMs,
      billed,
      effective,
      list,
      contracted,
    }
  })
