import { describe, expect, it } from 'vitest'
import { checkHeader, checkRows, rulesOf } from '#main/core/focus/check.ts'
import { columnsOf, emptyRow, type FocusRow } from '#main/core/focus/columns.ts'
import { disputedRules } from '#main/core/focus/rules/disputed.ts'
import type { FocusRule, When } from '#main/core/focus/rules/rule.ts'
import { focusVersions } from '#shared/contract/ledger.ts'

const common: Partial<FocusRow> = {
  AllocatedMethodDetails: '{"Elements":[{"AllocatedRatio":1}]}',
  AllocatedMethodId: 'by-cores',
  AllocatedResourceId: 'pod-1',
  AllocatedResourceName: 'pod',
  AllocatedTags: '{"team":"payments"}',
  AvailabilityZone: 'eu-west-1a',
  CommitmentProgramEligibilityDetails: '{"Elements":[]}',
  ContractApplied: '{"Elements":[]}',
  InvoiceDetailId: 'line-1',
  InvoiceId: 'inv-1',
  BillingAccountId: '111122223333',
  BillingAccountName: 'Main',
  BillingAccountType: 'Billing Account',
  BillingCurrency: 'USD',
  BillingPeriodStart: '2026-05-01T00:00:00Z',
  BillingPeriodEnd: '2026-06-01T00:00:00Z',
  ChargeDescription: 'A charge',
  ChargeFrequency: 'Usage-Based',
  ChargePeriodStart: '2026-05-04T00:00:00Z',
  ChargePeriodEnd: '2026-05-05T00:00:00Z',
  HostProviderName: 'AWS',
  InvoiceIssuerName: 'Amazon Web Services, Inc.',
  PricingCurrency: 'USD',
  ProviderName: 'AWS',
  PublisherName: 'AWS',
  RegionId: 'eu-west-1',
  RegionName: 'EU (Ireland)',
  ResourceId: 'i-0abc',
  ResourceName: 'web',
  ResourceType: 'instance',
  ServiceCategory: 'Compute',
  ServiceName: 'Amazon Elastic Compute Cloud',
  ServiceProviderName: 'AWS',
  ServiceSubcategory: 'Virtual Machines',
  SubAccountId: 'dev',
  SubAccountName: 'dev',
  SubAccountType: 'Account',
  Tags: '{"team":"payments"}',
}

const nowhere = {
  RegionId: null,
  RegionName: null,
  ResourceId: null,
  ResourceName: null,
  ResourceType: null,
  SubAccountId: null,
  SubAccountName: null,
  SubAccountType: null,
}
const sale = (
  sku: string,
  price: string,
  list: string,
  contracted: string,
  quantity: string,
  unit: string,
) => ({
  PricingCategory: 'Standard',
  SkuId: sku,
  SkuMeter: sku,
  SkuPriceId: price,
  SkuPriceDetails: '{"CoreCount":2}',
  ListUnitPrice: list,
  PricingCurrencyListUnitPrice: list,
  ContractedUnitPrice: contracted,
  PricingCurrencyContractedUnitPrice: contracted,
  PricingQuantity: quantity,
  PricingUnit: unit,
})
const costs = (list: string, contracted: string, billed: string, effective: string) => ({
  ListCost: list,
  ContractedCost: contracted,
  BilledCost: billed,
  EffectiveCost: effective,
  PricingCurrencyEffectiveCost: effective,
})
const consumed = { ConsumedQuantity: '24', ConsumedUnit: 'Hours' }
const plan = (status: string | null, quantity: string) => ({
  CommitmentDiscountId: 'sp-1',
  CommitmentDiscountName: 'Plan',
  CommitmentDiscountCategory: 'Spend',
  CommitmentDiscountType: 'Savings Plan',
  CommitmentDiscountStatus: status,
  CommitmentDiscountQuantity: quantity,
  CommitmentDiscountUnit: 'USD',
})

/** A day of a bill that keeps all rules: use on demand, covered and reserved, what was not used, a purchase, and so on. */
const day: FocusRow[] = [
  {
    ...sale('JRTK1', 'JRTK1.OD', '0.192', '0.18', '24', 'Hours'),
    ...costs('4.608', '4.32', '4.32', '4.32'),
    ...consumed,
    ChargeCategory: 'Usage',
    CapacityReservationId: 'cr-1',
    CapacityReservationStatus: 'Used',
  },
  {
    ...sale('JRTK2', 'JRTK2.SP', '0.096', '0.096', '24', 'Hours'),
    ...costs('2.304', '2.304', '0', '1.44'),
    ...consumed,
    ...plan('Used', '1.44'),
    ChargeCategory: 'Usage',
    PricingCategory: 'Committed',
  },
  {
    ...sale('SP1', 'SP1.U', '1', '1', '0.36', 'USD'),
    ...costs('0.36', '0.36', '0', '0.36'),
    ...plan('Unused', '0.36'),
    CapacityReservationId: 'cr-1',
    CapacityReservationStatus: 'Unused',
    ChargeCategory: 'Usage',
    PricingCategory: 'Committed',
  },
  {
    ...sale('SP1', 'SP1.R', '0.075', '0.075', '24', 'Hours'),
    ...costs('1.8', '1.8', '1.8', '0'),
    ...plan(null, '1.8'),
    ChargeCategory: 'Purchase',
    ServiceName: 'Savings Plans',

    ChargeFrequency: 'Recurring',
  },
  {
    ...costs('0.61', '0.61', '0.61', '0.61'),
    ...nowhere,
    ChargeCategory: 'Tax',
    ChargeFrequency: 'One-Time',
  },
  { ...costs('-1', '-1', '-1', '-1'), ChargeCategory: 'Credit', ChargeFrequency: 'One-Time' },
  {
    ...costs('-0.4', '-0.32', '-0.32', '-0.32'),
    ChargeCategory: 'Usage',
    ChargeClass: 'Correction',
    SkuId: 'JRTK1',
    SkuMeter: 'JRTK1',
    SkuPriceId: 'JRTK1.OD',
    PricingCategory: 'Standard',
  },
  {
    ...costs('-0.1', '-0.1', '-0.1', '-0.1'),
    ...nowhere,
    ChargeCategory: 'Tax',
    ChargeClass: 'Correction',
    ChargeFrequency: 'One-Time',
  },
].map((row) => ({ ...emptyRow(), ...common, ...row }))

const meets = (row: FocusRow, when: When | undefined): boolean =>
  !when ||
  when.some((terms) =>
    terms.every((term) => {
      const value = row[term.column] ?? ''
      if ('isNull' in term) return (row[term.column] === null) === term.isNull
      return 'is' in term ? term.is.includes(value) : !term.isNot.includes(value)
    }),
  )

/** A value that the column may have by its format. */
const filler = (column: string): string =>
  /Quantity|Price|Cost/.test(column) && !/Id$|Details$/.test(column)
    ? '1'
    : column === 'SkuPriceDetails'
      ? '{"a":1}'
      : column === 'CommitmentDiscountStatus' || column === 'CapacityReservationStatus'
        ? 'Used'
        : column === 'CommitmentDiscountCategory'
          ? 'Spend'
          : column === 'PricingCategory'
            ? 'Standard'
            : 'Text'

/** What may not be there without the other. */
const PAIRS: Record<string, (keyof FocusRow)[]> = {
  PricingQuantity: ['PricingUnit'],
  ConsumedQuantity: ['ConsumedUnit'],
  CommitmentDiscountQuantity: ['CommitmentDiscountUnit'],
  SkuId: ['SkuMeter'],
  SkuPriceId: ['SkuPriceDetails'],
}
const pairOf = (column: string, value: string | null): Partial<FocusRow> =>
  Object.fromEntries(
    (PAIRS[column] ?? [])
      .filter((name) => value === null || name.endsWith('Unit'))
      .map((name) => [name, value]),
  )

/** The smallest change to a row that breaks the rule; null where the row has nothing to break. */
function broken(row: FocusRow, { must }: FocusRule): Partial<FocusRow> | null {
  switch (must.kind) {
    case 'null':
      return { [must.column]: filler(must.column), ...pairOf(must.column, 'Hours') }
    case 'notNull':
      return { [must.column]: null, ...pairOf(must.column, null) }
    case 'format':
      return row[must.column] === null ? null : { [must.column]: must.format === 'unit' ? 'Часы*2' : ' ' }
    case 'oneOf':
      return row[must.column] === null ? null : { [must.column]: 'Something' }
    case 'noneOf':
      return { [must.column]: must.values[0] ?? '' }
    case 'notNegative':
      return row[must.column] === null ? null : { [must.column]: '-1' }
    case 'product':
      return row[must.price] === null || row[must.quantity] === null ? null : { [must.price]: '7' }
    case 'before':
      return { [must.end]: row[must.start] }
    case 'equal':
      return { [must.columns.at(-1) ?? 'EffectiveCost']: '99' }
    case 'subcategory':
      return { ServiceSubcategory: 'Block Storage' }
    case 'oneFor':
      return must.one === 'ServiceCategory' ? { ServiceCategory: 'Storage' } : { [must.one]: 'Another' }
  }
}

/** Rules that cannot be broken alone: a value that is not there, or is another, is missed by these too. */
const COMPANIONS: Record<string, string[]> = {
  'CapacityReservationId-C-005-C': ['own-CapacityReservationStatus-none'],
  'ServiceName-C-005-C': ['ServiceSubcategory-C-004-M'],
  'own-PricingQuantity-without-price-id': ['own-PricingUnit-without-price-id'],
  'own-PricingUnit-without-price-id': ['PricingUnit-C-005-C'],
}
const PRICED = [
  'PricingQuantity',
  'PricingUnit',
  'ListUnitPrice',
  'ContractedUnitPrice',
  'PricingCurrencyListUnitPrice',
  'PricingCurrencyContractedUnitPrice',
]
/** Since 1.4 a tax's price breaks two rules at once, and so does any price without its number. */
const PRICES = ['ListUnitPrice', 'ContractedUnitPrice', 'PricingQuantity', 'PricingCurrencyListUnitPrice']
const companionsOf = (id: string, version: string): string[] => {
  if (id === 'SkuPriceId-C-005-C' && version === '1.4')
    return PRICED.map((name) => `own-${name}-without-price-id`)
  const column = PRICES.find((name) => id === `${name}-C-004-C` || id === `${name}-C-005-C`)
  if (version !== '1.4' || !column || !id.endsWith(column === 'ContractedUnitPrice' ? '005-C' : '004-C'))
    return COMPANIONS[id] ?? []
  const names = column === 'PricingQuantity' ? [column, 'PricingUnit'] : [column]
  return names.map((name) => `own-${name}-without-price-id`)
}

describe('the rules of FOCUS', () => {
  it('are kept by the rows of a whole day, in every version', () => {
    for (const version of focusVersions) expect([...checkRows(day, version)]).toEqual([])
  })

  const versions = { '1.2': rulesOf('1.2'), '1.4': rulesOf('1.4'), '1.3': rulesOf('1.3') } as const
  for (const [version, rules] of Object.entries(versions)) {
    it.each(rules.filter(({ level }) => level === 'must').map((rule) => [rule.id, rule] as const))(
      `of ${version}: %s is broken by a row that differs in one value`,
      (id, rule) => {
        const hits = day.flatMap((row, at) => {
          const change = meets(row, rule.when) ? broken(row, rule) : null
          if (!change) return []
          const rows = day.map((one, index) => (index === at ? { ...one, ...change } : one))
          return [[...checkRows(rows, version as '1.2').keys()]]
        })
        const wanted = new Set([id, ...companionsOf(id, version)])
        expect(hits.map((ids) => new Set(ids))).toContainEqual(wanted)
      },
    )
  }

  it('want every column of the version in the header', () => {
    for (const version of focusVersions) {
      const names = columnsOf(version).map(({ name }) => name)
      expect(checkHeader(names, version)).toEqual([])
      expect(checkHeader(names.slice(1), version)).toHaveLength(1)
    }
    expect(checkHeader(['BilledCost'], '1.2')).toContain('CostAndUsage-D-024-M')
  })

  it('leave out what the official model has wrong, and say why', () => {
    const ids = new Set(focusVersions.flatMap((version) => rulesOf(version).map(({ id }) => id)))
    for (const [id, reason] of Object.entries(disputedRules)) {
      expect(ids).not.toContain(id)
      expect(reason.length).toBeGreaterThan(20)
    }
  })
})
