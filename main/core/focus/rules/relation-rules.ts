import type { FocusColumnName } from '../columns.ts'
import type { FocusRule, When } from './rule.ts'

const tax: When = [[{ column: 'ChargeCategory', is: ['Tax'] }]]
const sale: When = [
  [
    { column: 'ChargeCategory', is: ['Usage', 'Purchase'] },
    { column: 'ChargeClass', isNot: ['Correction'] },
  ],
]
const isNull = (column: FocusColumnName): When => [[{ column, isNull: true }]]
const isThere = (column: FocusColumnName): When => [[{ column, isNull: false }]]
const usageWith = (column: FocusColumnName): When => [
  [
    { column, isNull: false },
    { column: 'ChargeCategory', is: ['Usage'] },
  ],
]

type Row = readonly [id: string, kind: 'null' | 'notNull', column: FocusColumnName, when: When]

const NULLS: readonly Row[] = [
  ['ListUnitPrice-C-004-C', 'null', 'ListUnitPrice', tax],
  ['ListUnitPrice-C-005-C', 'notNull', 'ListUnitPrice', sale],
  ['ContractedUnitPrice-C-005-C', 'null', 'ContractedUnitPrice', tax],
  ['ContractedUnitPrice-C-006-C', 'notNull', 'ContractedUnitPrice', sale],
  ['PricingQuantity-C-004-C', 'null', 'PricingQuantity', tax],
  ['PricingQuantity-C-005-C', 'notNull', 'PricingQuantity', sale],
  ['SkuId-C-004-C', 'null', 'SkuId', tax],
  ['SkuId-C-005-C', 'notNull', 'SkuId', sale],
  ['SkuPriceId-C-004-C', 'null', 'SkuPriceId', tax],
  ['SkuPriceId-C-005-C', 'notNull', 'SkuPriceId', sale],
  ['PricingCategory-C-003-C', 'null', 'PricingCategory', tax],
  ['PricingCategory-C-004-C', 'notNull', 'PricingCategory', sale],
  ['PricingCurrencyListUnitPrice-C-004-C', 'null', 'PricingCurrencyListUnitPrice', tax],
  ['PricingCurrencyListUnitPrice-C-005-C', 'notNull', 'PricingCurrencyListUnitPrice', sale],

  ['PricingUnit-C-005-C', 'null', 'PricingUnit', isNull('PricingQuantity')],
  ['PricingUnit-C-006-C', 'notNull', 'PricingUnit', isThere('PricingQuantity')],
  ['ConsumedUnit-C-005-C', 'null', 'ConsumedUnit', isNull('ConsumedQuantity')],
  ['ConsumedUnit-C-006-C', 'notNull', 'ConsumedUnit', isThere('ConsumedQuantity')],
  [
    'ConsumedQuantity-C-004-C',
    'null',
    'ConsumedQuantity',
    [
      [{ column: 'ChargeCategory', isNot: ['Usage'] }],
      [{ column: 'CommitmentDiscountStatus', is: ['Unused'] }],
    ],
  ],
  [
    'own-ConsumedQuantity-usage',
    'notNull',
    'ConsumedQuantity',
    [
      [
        { column: 'ChargeCategory', is: ['Usage'] },
        { column: 'ChargeClass', isNot: ['Correction'] },
        { column: 'CommitmentDiscountStatus', isNot: ['Unused'] },
      ],
    ],
  ],

  ['CommitmentDiscountName-C-004-C', 'null', 'CommitmentDiscountName', isNull('CommitmentDiscountId')],
  [
    'CommitmentDiscountCategory-C-003-C',
    'null',
    'CommitmentDiscountCategory',
    isNull('CommitmentDiscountId'),
  ],
  [
    'CommitmentDiscountCategory-C-004-C',
    'notNull',
    'CommitmentDiscountCategory',
    isThere('CommitmentDiscountId'),
  ],
  ['CommitmentDiscountType-C-004-C', 'null', 'CommitmentDiscountType', isNull('CommitmentDiscountId')],
  ['CommitmentDiscountType-C-005-C', 'notNull', 'CommitmentDiscountType', isThere('CommitmentDiscountId')],
  ['own-CommitmentDiscountStatus-none', 'null', 'CommitmentDiscountStatus', isNull('CommitmentDiscountId')],
  [
    'own-CommitmentDiscountStatus-usage',
    'notNull',
    'CommitmentDiscountStatus',
    usageWith('CommitmentDiscountId'),
  ],
  [
    'own-CommitmentDiscountQuantity-none',
    'null',
    'CommitmentDiscountQuantity',
    [
      [{ column: 'CommitmentDiscountId', isNull: true }],
      [{ column: 'ChargeCategory', isNot: ['Usage', 'Purchase'] }],
    ],
  ],
  [
    'own-CommitmentDiscountQuantity-sale',
    'notNull',
    'CommitmentDiscountQuantity',
    sale.map((terms) => [...terms, { column: 'CommitmentDiscountId', isNull: false }]),
  ],
  ['CommitmentDiscountUnit-C-005-C', 'null', 'CommitmentDiscountUnit', isNull('CommitmentDiscountQuantity')],
  [
    'CommitmentDiscountUnit-C-006-C',
    'notNull',
    'CommitmentDiscountUnit',
    isThere('CommitmentDiscountQuantity'),
  ],

  [
    'CapacityReservationId-C-005-C',
    'notNull',
    'CapacityReservationId',
    [[{ column: 'CapacityReservationStatus', is: ['Unused'] }]],
  ],
  [
    'own-CapacityReservationStatus-none',
    'null',
    'CapacityReservationStatus',
    isNull('CapacityReservationId'),
  ],
  [
    'own-CapacityReservationStatus-usage',
    'notNull',
    'CapacityReservationStatus',
    usageWith('CapacityReservationId'),
  ],

  ['SubAccountName-C-004-C', 'null', 'SubAccountName', isNull('SubAccountId')],
  ['SubAccountName-C-005-C', 'notNull', 'SubAccountName', isThere('SubAccountId')],
  ['SubAccountType-C-004-C', 'null', 'SubAccountType', isNull('SubAccountId')],
  ['SubAccountType-C-005-C', 'notNull', 'SubAccountType', isThere('SubAccountId')],
  ['RegionName-C-004-C', 'null', 'RegionName', isNull('RegionId')],
  ['RegionName-C-005-C', 'notNull', 'RegionName', isThere('RegionId')],
  ['ResourceType-C-004-C', 'null', 'ResourceType', isNull('ResourceId')],
  ['ResourceType-C-005-C', 'notNull', 'ResourceType', isThere('ResourceId')],
  ['own-ResourceName-none', 'null', 'ResourceName', isNull('ResourceId')],
  ['SkuMeter-C-004-C', 'null', 'SkuMeter', isNull('SkuId')],
  ['SkuPriceDetails-C-004-C', 'null', 'SkuPriceDetails', isNull('SkuPriceId')],
]

/** Since 1.4 nothing is priced without a price number. */
const PRICED: readonly FocusColumnName[] = [
  'PricingQuantity',
  'PricingUnit',
  'ListUnitPrice',
  'ContractedUnitPrice',
  'PricingCurrencyListUnitPrice',
  'PricingCurrencyContractedUnitPrice',
]

const OTHERS: readonly FocusRule[] = [
  { id: 'ListUnitPrice-C-008-M', level: 'must', must: { kind: 'notNegative', column: 'ListUnitPrice' } },
  {
    id: 'ContractedUnitPrice-C-009-C',
    level: 'must',
    must: { kind: 'notNegative', column: 'ContractedUnitPrice' },
  },
  {
    id: 'PricingCurrencyListUnitPrice-C-008-M',
    level: 'must',
    must: { kind: 'notNegative', column: 'PricingCurrencyListUnitPrice' },
  },
  {
    id: 'ListUnitPrice-C-010-C',
    level: 'must',
    must: { kind: 'product', price: 'ListUnitPrice', quantity: 'PricingQuantity', cost: 'ListCost' },
    when: [[{ column: 'ChargeClass', isNot: ['Correction'] }]],
  },
  {
    id: 'ContractedUnitPrice-C-011-C',
    level: 'must',
    must: {
      kind: 'product',
      price: 'ContractedUnitPrice',
      quantity: 'PricingQuantity',
      cost: 'ContractedCost',
    },
    when: [[{ column: 'ChargeClass', isNot: ['Correction'] }]],
  },
  {
    id: 'ChargeFrequency-C-004-C',
    level: 'must',
    must: { kind: 'noneOf', column: 'ChargeFrequency', values: ['Usage-Based'] },
    when: [[{ column: 'ChargeCategory', is: ['Purchase'] }]],
  },
  { id: 'ServiceSubcategory-C-004-M', level: 'must', must: { kind: 'subcategory' } },
  {
    id: 'SkuPriceId-C-008-M',
    level: 'must',
    must: { kind: 'oneFor', column: 'SkuPriceId', one: 'SkuId' },
  },
  {
    id: 'ServiceName-C-005-C',
    level: 'must',
    must: { kind: 'oneFor', column: 'ServiceName', one: 'ServiceCategory' },
  },
  {
    id: 'ServiceName-C-008-C',
    level: 'should',
    must: { kind: 'oneFor', column: 'ServiceName', one: 'ServiceSubcategory' },
  },
  {
    id: 'own-Credit-costs',
    level: 'must',
    must: { kind: 'equal', columns: ['BilledCost', 'EffectiveCost', 'ListCost', 'ContractedCost'] },
    when: [
      [
        { column: 'ChargeCategory', is: ['Credit'] },
        { column: 'ListUnitPrice', isNull: true },
        { column: 'ContractedUnitPrice', isNull: true },
      ],
    ],
  },
  {
    id: 'own-EffectiveCost-1.4',
    level: 'must',
    versions: ['1.4'],
    must: { kind: 'equal', columns: ['BilledCost', 'EffectiveCost'] },
    when: [[{ column: 'ChargeCategory', is: ['Tax', 'Credit'] }]],
  },
  {
    id: 'own-ChargePeriod-order',
    level: 'must',
    must: { kind: 'before', start: 'ChargePeriodStart', end: 'ChargePeriodEnd' },
  },
  {
    id: 'own-BillingPeriod-order',
    level: 'must',
    must: { kind: 'before', start: 'BillingPeriodStart', end: 'BillingPeriodEnd' },
  },
  {
    id: 'ChargeDescription-C-003-O',
    level: 'should',
    must: { kind: 'notNull', column: 'ChargeDescription' },
  },
  {
    id: 'SkuMeter-C-005-C',
    level: 'should',
    must: { kind: 'notNull', column: 'SkuMeter' },
    when: isThere('SkuId'),
  },
]

/** What holds between the columns of a row, and between the rows of a file. */
export const relationRules: readonly FocusRule[] = [
  ...NULLS.map(
    ([id, kind, column, when]): FocusRule => ({ id, level: 'must', must: { kind, column }, when }),
  ),
  ...PRICED.map(
    (column): FocusRule => ({
      id: `own-${column}-without-price-id`,
      level: 'must',
      versions: ['1.4'],
      must: { kind: 'null', column },
      when: isNull('SkuPriceId'),
    }),
  ),
  ...OTHERS,
]
