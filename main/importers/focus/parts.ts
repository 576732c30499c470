import type { OwnerSide, PriceSide } from '#main/core/ledger/key-sides.ts'
import { inOrder } from '#main/core/ledger/key-sides.ts'
import type { LineDetail } from '#main/core/ledger/segment.ts'
import type { ImportAnswers } from '#shared/contract/imports.ts'
import { isCurrency } from '#shared/lib/currency.ts'
import { parseDecimal } from '#shared/lib/decimal.ts'
import { type FocusColumn, ownerMore, priceMore } from './columns.ts'
import type { FocusHeader } from './header.ts'
import {
  chargeCategory,
  chargeClass,
  chargeFrequency,
  instantText,
  orNull,
  pricingCategory,
  providerOf,
  readInstant,
  readTags,
} from './values.ts'

/** Why a row cannot be kept. */
export class RowFault extends Error {
  readonly reason: string
  readonly column: string | null
  readonly value: string | null

  constructor(reason: string, column: string | null, value: string | null = null) {
    super(reason)
    this.reason = reason
    this.column = column
    this.value = value
  }
}

/** The text of a cell by the number of its column. */
export type CellOf = (index: number) => string | null | undefined

/** Makes the parts of a line from a row's cells; throws RowFault. */
export class FocusParts {
  readonly header: FocusHeader
  readonly #answers: ImportAnswers

  constructor(header: FocusHeader, answers: ImportAnswers) {
    this.header = header
    this.#answers = answers
  }

  value(column: FocusColumn, cell: CellOf): string | null {
    const index = this.header.indexOf.get(column)
    return index === undefined ? null : orNull(cell(index))
  }

  owner(cell: CellOf): OwnerSide {
    const of = (column: FocusColumn): string | null => this.value(column, cell)
    const billingAccount = of('BillingAccountId') ?? this.#answers.account ?? null
    if (billingAccount === null) throw new RowFault('noAccount', 'BillingAccountId')
    const name =
      of('ServiceProviderName') ?? of('ProviderName') ?? of('HostProviderName') ?? of('InvoiceIssuerName')
    const tags = of('Tags')
    const read = tags === null ? null : readTags(tags)
    if (tags !== null && read === null) throw new RowFault('badTags', 'Tags', tags)
    return {
      provider: name === null ? (this.#answers.provider ?? 'other') : providerOf(name),
      billingAccount,
      subAccount: of('SubAccountId'),
      region: of('RegionId') ?? of('RegionName'),
      zone: of('AvailabilityZone'),
      resourceRef: of('ResourceId'),
      resourceName: of('ResourceName'),
      resourceType: of('ResourceType'),
      tags: inOrder(read),
      more: this.#more(ownerMore, cell),
    }
  }

  price(cell: CellOf): PriceSide {
    const of = (column: FocusColumn): string | null => this.value(column, cell)
    const currency = (of('BillingCurrency') ?? this.#answers.currency ?? '').toUpperCase()
    if (currency === '') throw new RowFault('noCurrency', 'BillingCurrency')
    if (!isCurrency(currency)) throw new RowFault('badCurrency', 'BillingCurrency', currency)
    const category = of('ChargeCategory')
    const known = category === null ? null : chargeCategory(category)
    if (known === null && (category !== null || this.header.indexOf.has('ChargeCategory')))
      throw new RowFault('badCategory', 'ChargeCategory', category)
    const kind = of('ChargeClass')
    const knownClass = kind === null ? null : chargeClass(kind)
    if (kind !== null && knownClass === null) throw new RowFault('badCategory', 'ChargeClass', kind)
    const [frequency, pricing] = [of('ChargeFrequency'), of('PricingCategory')]
    return {
      serviceCategory: of('ServiceCategory') ?? 'Other',
      service: of('ServiceName') ?? of('ServiceCategory') ?? 'Other',
      sku: of('SkuId'),
      skuName: null,
      chargeCategory: known ?? 'Usage',
      chargeClass: knownClass,
      chargeFrequency: frequency === null ? null : chargeFrequency(frequency),
      chargeDescription: of('ChargeDescription'),
      pricingCategory: pricing === null ? null : pricingCategory(pricing),
      pricingUnit: of('PricingUnit'),
      consumedUnit: of('ConsumedUnit'),
      commitmentId: of('CommitmentDiscountId'),
      currency,
      more: this.#more(priceMore, cell),
    }
  }

  detail(cell: CellOf): LineDetail {
    const { names, columns } = this.header
    const extra: Record<string, string> = {}
    columns.forEach((column, index) => {
      const value = column === null ? orNull(cell(index)) : null
      if (value !== null) extra[names[index] || `column ${index + 1}`] = value
    })
    return {
      invoiceId: this.value('InvoiceId', cell),
      invoiceDetailId: this.value('InvoiceDetailId', cell),
      billingPeriodStart: this.#instant('BillingPeriodStart', cell),
      billingPeriodEnd: this.#instant('BillingPeriodEnd', cell),
      listUnitPrice: this.#number('ListUnitPrice', cell),
      contractedUnitPrice: this.#number('ContractedUnitPrice', cell),
      pricingCurrencyListUnitPrice: this.#number('PricingCurrencyListUnitPrice', cell),
      pricingCurrencyContractedUnitPrice: this.#number('PricingCurrencyContractedUnitPrice', cell),
      pricingCurrencyEffectiveCost: this.#number('PricingCurrencyEffectiveCost', cell),
      extra: inOrder(extra),
    }
  }

  #instant(column: FocusColumn, cell: CellOf): string | null {
    const text = this.value(column, cell)
    if (text === null) return null
    const ms = readInstant(text)
    if (Number.isNaN(ms)) throw new RowFault('badDate', column, text)
    return instantText(ms)
  }

  #number(column: FocusColumn, cell: CellOf): string | null {
    const text = this.value(column, cell)
    if (text !== null && parseDecimal(text) === null) throw new RowFault('badNumber', column, text)
    return text
  }

  #more(columns: readonly FocusColumn[], cell: CellOf): Record<string, string> | null {
    const more: Record<string, string> = {}
    for (const column of columns) {
      const value = this.value(column, cell)
      if (value !== null) more[column] = value
    }
    return inOrder(more)
  }
}
