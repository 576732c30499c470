import { focusVersions } from '#shared/contract/ledger.ts'
import {
  chargeCategories,
  chargeFrequencies,
  commitmentCategories,
  pricingCategories,
  serviceCategories,
  usedOrUnused,
} from '../allowed.ts'
import { columnsOf, type FocusColumn, type FocusColumnName } from '../columns.ts'
import type { FocusRule, Must } from './rule.ts'

/** What the official model calls the rules that every column has, where it departs from `002-M` and `003-M`. */
const FORMAT_NUMBERS: Partial<Record<FocusColumnName, string>> = {
  BillingAccountId: '003-M',
  BillingCurrency: '003-M',
  CapacityReservationStatus: '001-M',
  ChargeCategory: '001-M',
  ChargeClass: '001-M',
  ChargeFrequency: '001-M',
  CommitmentDiscountCategory: '001-M',
  CommitmentDiscountStatus: '001-M',
  ContractedUnitPrice: '003-M',
  PricingCategory: '001-M',
  ServiceCategory: '001-M',
  ServiceSubcategory: '001-M',
  SkuPriceDetails: '001-M',
  Tags: '001-M',
}
const NOT_NULL_NUMBERS: Partial<Record<FocusColumnName, string>> = {
  BillingAccountId: '001-M',
  BillingAccountType: '005-C',
  BillingCurrency: '004-M',
  ChargeCategory: '002-M',
  ChargeFrequency: '002-M',
  PricingCurrency: '004-M',
  ServiceCategory: '002-M',
  ServiceSubcategory: '002-M',
}

/** The official model is of 1.2; columns that came later have rules of our own numbering. */
const isNumbered = ({ presence }: FocusColumn): boolean => presence['1.2'] !== null

const idOf = (column: FocusColumn, number: string, own: string): string =>
  isNumbered(column) ? `${column.name}-C-${number}` : `own-${column.name}-${own}`

const FLAT = new Set<FocusColumnName>(['Tags', 'SkuPriceDetails', 'AllocatedTags'])

function formatOf({ name, type }: FocusColumn): Extract<Must, { kind: 'format' }>['format'] {
  if (name === 'BillingCurrency') return 'currency'
  if (type === 'json') return FLAT.has(name) ? 'flatObject' : 'object'
  if (type === 'decimal') return 'number'
  return type === 'dateTime' ? 'instant' : 'text'
}

const all = [...new Map([...columnsOf('1.3'), ...columnsOf('1.4')].map((column) => [column.name, column]))]
  .map(([, column]) => column)
  .sort((a, b) => (a.name < b.name ? -1 : 1))

const formats: FocusRule[] = all.map((column) => ({
  id: idOf(column, FORMAT_NUMBERS[column.name] ?? '002-M', 'format'),
  level: 'must',
  must: { kind: 'format', column: column.name, format: formatOf(column) },
}))

const values: FocusRule[] = (
  [
    ['ChargeCategory-C-003-M', 'ChargeCategory', chargeCategories],
    ['ChargeClass-C-005-C', 'ChargeClass', ['Correction']],
    ['ChargeFrequency-C-003-M', 'ChargeFrequency', chargeFrequencies],
    ['PricingCategory-C-007-M', 'PricingCategory', pricingCategories],
    ['CommitmentDiscountCategory-C-005-M', 'CommitmentDiscountCategory', commitmentCategories],
    ['own-CommitmentDiscountStatus-values', 'CommitmentDiscountStatus', usedOrUnused],
    ['CapacityReservationStatus-C-006-M', 'CapacityReservationStatus', usedOrUnused],
    ['ServiceCategory-C-003-M', 'ServiceCategory', serviceCategories],
  ] as const
).map(([id, column, allowed]) => ({ id, level: 'must', must: { kind: 'oneOf', column, values: allowed } }))

const units: FocusRule[] = (
  [
    ['PricingUnit-C-003-O', 'PricingUnit'],
    ['ConsumedUnit-C-003-O', 'ConsumedUnit'],
    ['CommitmentDiscountUnit-C-003-M', 'CommitmentDiscountUnit'],
  ] as const
).map(([id, column]) => ({ id, level: 'should', must: { kind: 'format', column, format: 'unit' } }))

const notNulls: FocusRule[] = all.flatMap((column): FocusRule[] => {
  const versions = focusVersions.filter((version) => column.presence[version]?.isNullable === false)
  if (versions.length === 0) return []
  const id = idOf(column, NOT_NULL_NUMBERS[column.name] ?? '003-M', 'notNull')
  return [{ id, level: 'must', must: { kind: 'notNull', column: column.name }, versions }]
})

/** What holds of each column by itself. */
export const columnRules: readonly FocusRule[] = [...formats, ...notNulls, ...values, ...units]

/** Which columns the versions want in every file, by the official number of the rule. */
export const presenceNumbers: Partial<Record<FocusColumnName, string>> = {
  AvailabilityZone: '003-C',
  BilledCost: '006-M',
  BillingAccountId: '024-M',
  BillingAccountName: '005-M',
  BillingAccountType: '007-C',
  BillingCurrency: '035-M',
  BillingPeriodEnd: '010-M',
  BillingPeriodStart: '009-M',
  CapacityReservationId: '065-C',
  CapacityReservationStatus: '020-C',
  ChargeCategory: '008-M',
  ChargeClass: '026-M',
  ChargeDescription: '025-M',
  ChargeFrequency: '027-O',
  ChargePeriodEnd: '028-M',
  ChargePeriodStart: '037-M',
  CommitmentDiscountCategory: '016-C',
  CommitmentDiscountId: '013-C',
  CommitmentDiscountName: '012-C',
  CommitmentDiscountQuantity: '018-C',
  CommitmentDiscountStatus: '017-C',
  CommitmentDiscountType: '014-C',
  CommitmentDiscountUnit: '015-C',
  ConsumedQuantity: '011-C',
  ConsumedUnit: '066-C',
  ContractedCost: '030-M',
  ContractedUnitPrice: '034-C',
  EffectiveCost: '031-M',
  InvoiceId: '033-O',
  InvoiceIssuerName: '023-M',
  ListCost: '032-M',
  ListUnitPrice: '004-C',
  PricingCategory: '022-C',
  PricingCurrency: '045-C',
  PricingCurrencyContractedUnitPrice: '047-C',
  PricingCurrencyEffectiveCost: '051-C',
  PricingCurrencyListUnitPrice: '055-C',
  PricingQuantity: '036-M',
  PricingUnit: '068-M',
  ProviderName: '038-M',
  PublisherName: '021-M',
  RegionId: '063-C',
  RegionName: '062-C',
  ResourceId: '043-C',
  ResourceName: '044-C',
  ResourceType: '039-C',
  ServiceCategory: '040-M',
  ServiceName: '041-M',
  ServiceSubcategory: '042-O',
  SkuId: '060-C',
  SkuMeter: '059-C',
  SkuPriceDetails: '061-C',
  SkuPriceId: '058-C',
  SubAccountId: '019-C',
  SubAccountName: '029-C',
  SubAccountType: '067-C',
  Tags: '064-C',
}
