import type { KeyFields } from '#main/core/ledger/line.ts'
import { serviceCategoryOf } from '#main/core/ledger/service-category.ts'
import { unknownOf } from '../table/extra.ts'
import { isZero, RowValues, sumOf } from '../table/row-values.ts'
import { Columns, cachedBy, detailBy, type TableSource, told } from '../table/source.ts'

const CREDITS = {
  monetary_grant_credit: 'x_MonetaryGrantCredit',
  volume_incentive_credit: 'x_VolumeIncentiveCredit',
  cud_credit: 'x_CudCredit',
  misc_credit: 'x_MiscCredit',
  reward: 'x_Reward',
} as const

const MOSCOW_HOURS = 3

/**
 * The detail that Yandex Cloud exports, general or by resource: one row for a SKU of a folder (of a resource) on a day of
 * UTC+3. `cost` is before credits and `credit` their sum, never positive: what is billed is both together; a price list
 * of its own or a negotiated price the file does not know, so that both of those costs are `cost`. A grant lowers what
 * is billed as any other credit does; its kinds are kept beside the line. `reward` is a partner's income and in no sum.
 */
export const yandex: TableSource = {
  source: 'yandex',

  recognises: (header) =>
    header.has('billing_account_id', 'service_name', 'sku_name', 'date', 'cost', 'credit') &&
    header.find('cloud_id', 'folder_id', 'sku_id') >= 0,

  plan(header) {
    const columns = new Columns(header)
    const account = columns.find('billing_account_id')
    const accountName = columns.find('billing_account_name')
    const folder = columns.find('folder_id')
    const folderName = columns.find('folder_name')
    const resource = columns.find('resource_id')
    const service = columns.find('service_name')
    const sku = columns.find('sku_id')
    const skuName = columns.find('sku_name')
    const date = columns.find('date')
    const currency = columns.find('currency')
    const quantity = columns.find('pricing_quantity')
    const unit = columns.find('pricing_unit')
    const cost = columns.find('cost')
    const credit = columns.find('credit')
    const cud = columns.find('cud_credit')
    const kinds = Object.entries(CREDITS)
      .map(([name, extra]) => ({ index: columns.find(name), extra }))
      .filter(({ index }) => index >= 0)
    const labels = columns.startingWith('label.user_labels.', 'label.system_labels.')
    const unknown = columns.unknown()

    return {
      amounts: [cost, credit, quantity, ...kinds.map(({ index }) => index)].filter((index) => index >= 0),
      dates: [date],
      decimal: '.',
      questions: [],
      cost,
      totals: 'other',
      coversPeriods: false,
      needed: [account, date, cost, credit],
      unknown,
      toLine(writing) {
        const values = new RowValues(header, writing, MOSCOW_HOURS)
        const makeKey = (isCommitted: boolean) =>
          cachedBy(
            [
              account,
              accountName,
              folder,
              folderName,
              resource,
              service,
              sku,
              skuName,
              currency,
              unit,
              ...labels.map(({ index }) => index),
            ],
            (row): KeyFields => {
              const name = values.text(row, service) ?? 'Other'
              return {
                provider: 'yandex',
                billingAccount: values.text(row, account) ?? '',
                subAccount: values.text(row, folder),
                serviceCategory: serviceCategoryOf('yandex', name),
                service: name,
                region: null,
                zone: null,
                resourceRef: values.text(row, resource),
                resourceName: null,
                resourceType: null,
                sku: values.text(row, sku),
                skuName: values.text(row, skuName),
                chargeCategory: 'Usage',
                chargeClass: null,
                chargeFrequency: 'Usage-Based',
                chargeDescription: values.text(row, skuName),
                pricingCategory: isCommitted ? 'Committed' : 'Standard',
                pricingUnit: values.text(row, unit),
                consumedUnit: values.text(row, unit),
                commitmentId: null,
                currency: (values.text(row, currency) ?? '').toUpperCase(),
                tags: told(
                  Object.fromEntries(labels.map(({ index, rest }) => [rest, values.text(row, index)])),
                ),
                more: told({
                  BillingAccountName: values.text(row, accountName),
                  SubAccountName: values.text(row, folderName),
                }),
              }
            },
          )
        const extraOf = unknownOf(header, values, unknown)
        const detailOf = detailBy([...kinds.map(({ index }) => index), ...unknown], (row) => ({
          extra: told({
            ...Object.fromEntries(
              kinds.map(({ index, extra }) => {
                const amount = values.number(row, index)
                return [extra, isZero(amount) ? null : amount]
              }),
            ),
            ...extraOf(row),
          }),
        }))
        const [standardKey, committedKey] = [makeKey(false), makeKey(true)]
        return (row) => {
          const before = values.amount(row, cost)
          const billed = sumOf(before, values.number(row, credit))
          const used = values.number(row, quantity)
          const key = isZero(values.number(row, cud)) ? standardKey(row) : committedKey(row)
          return {
            key,
            ...values.span(row, date),
            billed,
            effective: billed,
            list: before,
            contracted: before,
            pricingQuantity: key.pricingUnit === null ? null : used,
            consumedQuantity: key.consumedUnit === null ? null : used,
            commitmentQuantity: null,
            detail: detailOf(row),
          }
        }
      },
    }
  },
}
