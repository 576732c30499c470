import { serviceCategoryOf } from '#main/core/ledger/service-category.ts'
import { unknownOf } from '../table/extra.ts'
import { RowValues } from '../table/row-values.ts'
import { Columns, cachedBy, detailBy, type TableSource, told } from '../table/source.ts'
import { readTagCell } from '../table/tag-cell.ts'
import { usageKey } from '../table/usage-key.ts'
import { chargeOf, costsOf } from './kinds.ts'

/**
 * AWS's Cost and Usage Report, 2.0 ("line_item_usage_amount") and legacy ("lineItem/UsageAmount"): names are compared by
 * their letters, so that both are the same to us, in CSV and in Parquet. An hour or a day of a resource is a row. How kinds
 * of line items become costs stands in kinds.ts. The account that is billed is the payer; the one that uses, a part of it.
 */
export const awsCur: TableSource = {
  source: 'awsCur',

  recognises: (header) =>
    header.has(
      'line_item_line_item_type',
      'line_item_unblended_cost',
      'line_item_usage_start_date',
      'bill_payer_account_id',
    ),

  plan(header) {
    const columns = new Columns(header)
    const at = {
      type: columns.find('line_item_line_item_type'),
      payer: columns.find('bill_payer_account_id'),
      payerName: columns.find('bill_payer_account_name'),
      account: columns.find('line_item_usage_account_id'),
      accountName: columns.find('line_item_usage_account_name'),
      start: columns.find('line_item_usage_start_date'),
      end: columns.find('line_item_usage_end_date'),
      currency: columns.find('line_item_currency_code'),
      code: columns.find('line_item_product_code'),
      service: columns.find('product_product_name', 'product_servicename', 'product_servicecode'),
      product: columns.find('product'),
      resource: columns.find('line_item_resource_id'),
      region: columns.find('product_region_code', 'product_region'),
      zone: columns.find('line_item_availability_zone'),
      description: columns.find('line_item_line_item_description'),
      usageType: columns.find('line_item_usage_type'),
      operation: columns.find('line_item_operation'),
      sku: columns.find('product_sku'),
      rate: columns.find('pricing_rate_code', 'pricing_rate_id'),
      unit: columns.find('pricing_unit'),
      amount: columns.find('line_item_usage_amount'),
      unblended: columns.find('line_item_unblended_cost'),
      net: columns.find('line_item_net_unblended_cost'),
      onDemand: columns.find('pricing_public_on_demand_cost'),
      onDemandRate: columns.find('pricing_public_on_demand_rate'),
      unblendedRate: columns.find('line_item_unblended_rate'),
      reservation: columns.find('reservation_reservation_a_r_n'),
      reservationEffective: columns.find('reservation_effective_cost'),
      reservationNet: columns.find('reservation_net_effective_cost'),
      unusedUpfront: columns.find('reservation_unused_amortized_upfront_fee_for_billing_period'),
      unusedRecurring: columns.find('reservation_unused_recurring_fee'),
      plan: columns.find('savings_plan_savings_plan_a_r_n'),
      planEffective: columns.find('savings_plan_savings_plan_effective_cost'),
      planNet: columns.find('savings_plan_net_savings_plan_effective_cost'),
      planUsed: columns.find('savings_plan_used_commitment'),
      planTotal: columns.find('savings_plan_total_commitment_to_date'),
      invoice: columns.find('bill_invoice_id'),
      periodStart: columns.find('bill_billing_period_start_date'),
      periodEnd: columns.find('bill_billing_period_end_date'),
      issuer: columns.find('bill_invoicing_entity', 'line_item_legal_entity'),
      tagMap: columns.find('resource_tags'),
      id: columns.find('identity_line_item_id'),
      interval: columns.find('identity_time_interval'),
    }
    const tags = columns.startingWith(
      'resourceTags/user:',
      'resourceTags/',
      'resource_tags_user_',
      'resource_tags_',
    )
    const unknown = columns.unknown()
    const numbers = [at.unblended, at.amount].filter((index) => index >= 0)

    return {
      amounts: numbers,
      dates: [at.start],
      decimal: '.',
      questions: [],
      cost: at.unblended,
      totals: 'other',
      coversPeriods: false,
      needed: [at.type, at.payer, at.start, at.unblended],
      unknown,
      toLine(writing) {
        const values = new RowValues(header, writing, 0)
        const extraOf = unknownOf(header, values, unknown)
        const paid = at.net < 0 ? [] : [at.net, at.unblended]
        const ofDetail = [
          at.type,
          at.invoice,
          at.periodStart,
          at.periodEnd,
          at.onDemandRate,
          at.unblendedRate,
          at.operation,
          at.code,
        ]
        // Not the line's own number: it is another in every delivery, and every line would be a detail of its own.
        const detailOf = detailBy([...ofDetail, ...paid, ...unknown], (row) => {
          const { type, isUsage } = known(row)
          return {
            invoiceId: values.text(row, at.invoice),
            billingPeriodStart: values.isoText(row, at.periodStart),
            billingPeriodEnd: values.isoText(row, at.periodEnd),
            listUnitPrice: isUsage ? values.number(row, at.onDemandRate) : null,
            contractedUnitPrice: isUsage ? values.number(row, at.unblendedRate) : null,
            extra: told({
              x_LineItemType: type,
              x_Operation: values.text(row, at.operation),
              x_ProductCode: values.text(row, at.code),
              x_UnblendedCost: at.net < 0 || isUsage ? null : values.text(row, at.unblended),
              ...extraOf(row),
            }),
          }
        })
        const productOf = cachedBy([at.product], (row) => readTagCell(values.text(row, at.product)))
        const used = [
          ...[
            at.type,
            at.payer,
            at.payerName,
            at.account,
            at.accountName,
            at.currency,
            at.code,
            at.service,
            at.product,
          ],
          ...[at.resource, at.region, at.zone, at.description, at.usageType, at.sku, at.rate, at.unit],
          ...[at.reservation, at.plan, at.issuer, at.tagMap, ...tags.map(({ index }) => index)],
        ]
        const known = cachedBy(used, (row) => {
          const text = (index: number): string | null => values.text(row, index)
          const type = text(at.type) ?? 'Usage'
          const usageType = text(at.usageType)
          const of = chargeOf(type, /spot/i.test(usageType ?? ''))
          const product = productOf(row)
          const code = text(at.code)
          const name = text(at.service) ?? product.product_name ?? product.servicename ?? code ?? 'Other'
          const reservation = text(at.reservation)
          const plan = text(at.plan)
          const isPriced = of.chargeCategory === 'Usage' || of.chargeCategory === 'Purchase'
          const unit = isPriced ? (text(at.unit) ?? 'Count') : null
          const isUnused = type === 'RIFee' || type === 'SavingsPlanRecurringFee'
          const key = usageKey('aws', name, {
            serviceCategory: categoryOf(name, code),
            billingAccount: text(at.payer) ?? '',
            subAccount: text(at.account),
            region: text(at.region) ?? product.region_code ?? null,
            zone: text(at.zone),
            resourceRef: text(at.resource),
            sku: isPriced ? (text(at.sku) ?? product.sku ?? null) : null,
            skuName: usageType,
            chargeCategory: of.chargeCategory,
            chargeClass: of.chargeClass,
            chargeFrequency: of.chargeFrequency,
            chargeDescription: text(at.description),
            pricingCategory: of.pricingCategory,
            pricingUnit: unit,
            consumedUnit: of.isUsage ? unit : null,
            commitmentId: plan ?? reservation,
            currency: (text(at.currency) ?? 'USD').toUpperCase(),
            tags: told({
              ...readTagCell(text(at.tagMap)),
              ...Object.fromEntries(tags.map(({ index, rest }) => [rest, text(index)])),
            }),
            more: told({
              BillingAccountName: text(at.payerName),
              SubAccountName: text(at.accountName),
              InvoiceIssuerName: text(at.issuer),
              SkuMeter: isPriced ? usageType : null,
              SkuPriceId: isPriced ? text(at.rate) : null,
              CommitmentDiscountCategory: plan ? 'Spend' : reservation ? 'Usage' : null,
              CommitmentDiscountType: plan ? 'Savings Plan' : reservation ? 'Reserved Instance' : null,
              CommitmentDiscountStatus: (plan ?? reservation) && of.isUsage && !isUnused ? 'Used' : null,
            }),
          })
          return { key, type, isUsage: of.isUsage, isReserved: reservation !== null }
        })

        return (row) => {
          const { key, type, isUsage, isReserved } = known(row)
          const number = (index: number): string | null => values.number(row, index)
          const hasNet = at.net >= 0
          const costs = costsOf(type, {
            unblended: values.amount(row, at.unblended),
            net: number(at.net),
            hasNet,
            onDemand: number(at.onDemand),
            reservationEffective:
              (hasNet ? number(at.reservationNet) : null) ?? number(at.reservationEffective),
            unusedUpfront: number(at.unusedUpfront),
            unusedRecurring: number(at.unusedRecurring),
            planEffective: (hasNet ? number(at.planNet) : null) ?? number(at.planEffective),
            planUsed: number(at.planUsed),
            planTotal: number(at.planTotal),
            isReserved,
          })
          const amount = key.pricingUnit === null ? null : number(at.amount)
          const startMs = values.instant(values.date(row, at.start))
          const endMs = at.end < 0 ? values.span(row, at.start).endMs : values.end(row, at.end, startMs)
          return {
            key,
            startMs,
            endMs,
            ...costs,
            pricingQuantity: amount,
            consumedQuantity: isUsage ? amount : null,
            commitmentQuantity: null,
            detail: detailOf(row),
          }
        }
      },
    }
  },
}

function categoryOf(name: string, code: string | null): string {
  const byName = serviceCategoryOf('aws', name)
  return byName === 'Other' && code !== null ? serviceCategoryOf('aws', code) : byName
}
