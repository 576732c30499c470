import { formatDecimal, parseDecimal } from '#shared/lib/decimal.ts'
import { unknownOf } from '../table/extra.ts'
import { RowValues } from '../table/row-values.ts'
import { Columns, cachedBy, detailBy, type TableSource, told } from '../table/source.ts'
import { readTagCell } from '../table/tag-cell.ts'
import { usageKey } from '../table/usage-key.ts'

const COST = ['CostInBillingCurrency', 'Cost', 'PreTaxCost', 'PretaxCost']
const SUBSCRIPTION = ['SubscriptionId', 'SubscriptionGuid']
const FEMTOS = 10n ** 15n

/**
 * Azure's own exports of costs, actual or amortized, with the names of enterprise agreements, customer agreements and
 * pay-as-you-go (names are compared by their letters). Charges are days of UTC.
 *
 * `Cost` of an actual export is what is billed. An amortized one spreads reservations and savings plans over what they
 * covered instead: there a covered row was billed nothing and its cost is the effective one; what nobody used comes as rows of
 * its own. A purchase in an actual export keeps its cost as the effective one too, since the file spreads nothing. Public
 * and negotiated prices count only where price × quantity agrees with the cost, for Azure prices some meters by the
 * hundred or the ten thousand.
 */
export const azure: TableSource = {
  source: 'azure',

  recognises: (header) =>
    header.find(...COST) >= 0 &&
    header.find('MeterCategory') >= 0 &&
    header.find(...SUBSCRIPTION) >= 0 &&
    header.find('Date', 'UsageDateTime', 'UsageDate') >= 0,

  plan(header, answers) {
    const columns = new Columns(header)
    const at = {
      cost: columns.find(...COST),
      date: columns.find('Date', 'UsageDateTime', 'UsageDate'),
      account: columns.find('BillingAccountId', 'BillingAccount', 'EnrollmentNumber'),
      accountName: columns.find('BillingAccountName'),
      profile: columns.find('BillingProfileId'),
      subscription: columns.find(...SUBSCRIPTION),
      subscriptionName: columns.find('SubscriptionName'),
      currency: columns.find('BillingCurrencyCode', 'BillingCurrency', 'Currency', 'CurrencyCode'),
      pricingCurrency: columns.find('PricingCurrencyCode', 'PricingCurrency'),
      category: columns.find('MeterCategory'),
      subcategory: columns.find('MeterSubCategory', 'MeterSubcategory'),
      meter: columns.find('MeterName'),
      meterId: columns.find('MeterId'),
      product: columns.find('ProductName', 'Product', 'ProductId'),
      service: columns.find('ConsumedService'),
      resource: columns.find('ResourceId', 'InstanceId', 'InstanceName'),
      resourceName: columns.find('ResourceName'),
      resourceType: columns.find('ResourceType'),
      region: columns.find('ResourceLocation', 'ResourceLocationNormalized', 'Location', 'MeterRegion'),
      quantity: columns.find('Quantity', 'UsageQuantity', 'ConsumedQuantity'),
      unit: columns.find('UnitOfMeasure'),
      effectivePrice: columns.find('EffectivePrice', 'ResourceRate'),
      unitPrice: columns.find('UnitPrice'),
      listPrice: columns.find('PayGPrice', 'PayG'),
      type: columns.find('ChargeType'),
      frequency: columns.find('Frequency'),
      model: columns.find('PricingModel'),
      benefit: columns.find('BenefitId'),
      reservation: columns.find('ReservationId'),
      benefitName: columns.find('BenefitName'),
      reservationName: columns.find('ReservationName'),
      publisher: columns.find('PublisherName'),
      invoice: columns.find('InvoiceId', 'InvoiceNumber'),
      periodStart: columns.find('BillingPeriodStartDate'),
      periodEnd: columns.find('BillingPeriodEndDate'),
      tags: columns.find('Tags'),
    }
    const unknown = columns.unknown()
    return {
      amounts: [at.cost, at.quantity].filter((index) => index >= 0),
      dates: [at.date],
      decimal: '.',
      questions: [...(at.currency < 0 && !answers.currency ? (['currency'] as const) : [])],
      cost: at.cost,
      totals: 'other',
      coversPeriods: false,
      needed: [at.cost, at.date, at.subscription],
      unknown,
      toLine(writing) {
        const values = new RowValues(header, writing, 0)
        const extraOf = unknownOf(header, values, unknown)
        const ofDetail = [at.invoice, at.periodStart, at.subcategory, at.service, at.profile]
        const detailOf = detailBy([...ofDetail, ...unknown], (row) => ({
          invoiceId: values.text(row, at.invoice),
          billingPeriodStart: values.isoText(row, at.periodStart),
          extra: told({
            x_SkuMeterSubcategory: values.text(row, at.subcategory),
            x_ConsumedService: values.text(row, at.service),
            x_BillingProfileId: values.text(row, at.profile),
            ...extraOf(row),
          }),
        }))
        const used = [
          ...[
            at.account,
            at.accountName,
            at.profile,
            at.subscription,
            at.subscriptionName,
            at.currency,
            at.category,
          ],
          ...[
            at.meter,
            at.meterId,
            at.product,
            at.resource,
            at.resourceName,
            at.resourceType,
            at.region,
            at.unit,
          ],
          ...[
            at.type,
            at.frequency,
            at.model,
            at.benefit,
            at.benefitName,
            at.reservation,
            at.reservationName,
            at.publisher,
            at.tags,
          ],
        ]
        const known = cachedBy(used, (row) => {
          const text = (index: number): string | null => values.text(row, index)
          const type = (text(at.type) ?? 'Usage').toLowerCase()
          const model = (text(at.model) ?? '').toLowerCase()
          const commitment = text(at.benefit) ?? text(at.reservation)
          const isUnused = type.startsWith('unused')
          const isCovered =
            isUnused ||
            (type === 'usage' && commitment !== null && /reserv|saving/.test(model || 'reservation'))
          const chargeCategory = categoryOf(type)
          const isPriced = chargeCategory === 'Usage' || chargeCategory === 'Purchase'
          const isCorrection = type === 'refund'
          const unit = isPriced && !isCorrection && at.quantity >= 0 ? (text(at.unit) ?? 'Count') : null
          const resource = text(at.resource)
          const key = usageKey('azure', text(at.category) ?? text(at.service) ?? 'Other', {
            billingAccount:
              text(at.account) ?? answers.account ?? text(at.profile) ?? text(at.subscription) ?? '',
            subAccount: text(at.subscription),
            region: text(at.region),
            resourceRef: resource,
            resourceName: text(at.resourceName) ?? resource?.split('/').at(-1) ?? null,
            resourceType: text(at.resourceType),
            sku: isPriced ? text(at.meterId) : null,
            skuName: text(at.meter),
            chargeCategory,
            chargeClass: isCorrection ? 'Correction' : null,
            chargeFrequency: frequencyOf(text(at.frequency), chargeCategory),
            chargeDescription: text(at.product) ?? text(at.meter),
            pricingCategory: !isPriced
              ? null
              : isCovered
                ? 'Committed'
                : model === 'spot'
                  ? 'Dynamic'
                  : 'Standard',
            pricingUnit: unit,
            consumedUnit: chargeCategory === 'Usage' && !isUnused ? unit : null,
            commitmentId: commitment,
            currency: (text(at.currency) ?? answers.currency ?? '').toUpperCase(),
            tags: told(readTagCell(text(at.tags))),
            more: told({
              BillingAccountName: text(at.accountName),
              SubAccountName: text(at.subscriptionName),
              PublisherName: text(at.publisher),
              SkuMeter: isPriced ? text(at.meter) : null,
              CommitmentDiscountName:
                commitment === null ? null : (text(at.benefitName) ?? text(at.reservationName)),
              CommitmentDiscountCategory:
                commitment === null ? null : model.includes('saving') ? 'Spend' : 'Usage',
              CommitmentDiscountType:
                commitment === null ? null : model.includes('saving') ? 'Savings plan' : 'Reservation',
              CommitmentDiscountStatus:
                commitment === null || !isCovered ? null : isUnused ? 'Unused' : 'Used',
            }),
          })
          return { key, isCovered }
        })
        return (row) => {
          const { key, isCovered } = known(row)
          const cost = values.amount(row, at.cost)
          const quantity = key.pricingUnit === null ? null : values.number(row, at.quantity)
          const isSame =
            at.pricingCurrency < 0 || values.text(row, at.pricingCurrency)?.toUpperCase() === key.currency
          const priced = (price: number): string | null =>
            isSame
              ? costBy(values.number(row, price), quantity, values.number(row, at.effectivePrice), cost)
              : null
          const contracted = priced(at.unitPrice) ?? cost
          return {
            key,
            ...values.span(row, at.date),
            billed: isCovered ? '0' : cost,
            effective: cost,
            list: priced(at.listPrice) ?? contracted,
            contracted,
            pricingQuantity: quantity,
            consumedQuantity: key.consumedUnit === null ? null : quantity,
            commitmentQuantity: null,
            detail: detailOf(row),
          }
        }
      },
    }
  },
}

function categoryOf(type: string): 'Usage' | 'Purchase' | 'Tax' | 'Credit' | 'Adjustment' {
  if (type === 'purchase') return 'Purchase'
  if (type === 'tax') return 'Tax'
  if (type === 'credit') return 'Credit'
  return type === 'roundingadjustment' || type === 'adjustment' || type === 'refund' ? 'Adjustment' : 'Usage'
}

function frequencyOf(text: string | null, category: string): 'One-Time' | 'Recurring' | 'Usage-Based' {
  const word = (text ?? '').toLowerCase().replace(/[^a-z]/g, '')
  if (word === 'onetime') return 'One-Time'
  if (word === 'recurring') return 'Recurring'
  return category === 'Usage' ? 'Usage-Based' : 'One-Time'
}

/** Price × quantity, where the price that was paid, times the quantity, gives the cost to a thousandth. */
function costBy(
  price: string | null,
  quantity: string | null,
  paid: string | null,
  cost: string,
): string | null {
  if (price === null || quantity === null || paid === null) return null
  const [each, many, own, total] = [price, quantity, paid, cost].map((text) => parseDecimal(text) ?? 0n)
  if (each === undefined || many === undefined || own === undefined || total === undefined) return null
  if (each === 0n || own === 0n || many === 0n) return null
  const off = (own * many) / FEMTOS - total
  const size = total < 0n ? -total : total
  if ((off < 0n ? -off : off) * 1000n > size + FEMTOS / 1000n) return null
  return formatDecimal((each * many) / FEMTOS)
}
