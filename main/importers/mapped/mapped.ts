import { isServiceCategory } from '#main/core/focus/allowed.ts'
import { billingOffsetMs } from '#main/core/ledger/billing-day.ts'
import { serviceCategoryOf } from '#main/core/ledger/service-category.ts'
import type { MappingSpec, MappingTarget } from '#shared/contract/imports.ts'
import { AppError } from '#shared/errors/app-error.ts'
import { readPeriod } from '../selectel/period.ts'
import type { Cells } from '../table/cells.ts'
import { currencyCode } from '../table/currency-of.ts'
import { unknownOf } from '../table/extra.ts'
import type { Header } from '../table/header.ts'
import { RowValues } from '../table/row-values.ts'
import { cachedBy, detailBy, type Plan, told } from '../table/source.ts'
import { usageKey } from '../table/usage-key.ts'

const HOUR_MS = 3_600_000

/** Any table, by what a person said of its columns. One amount, so that all four costs are it, but for the list cost. */
export function mappedPlan(header: Header, spec: MappingSpec, name: string): Plan {
  const at = Object.fromEntries(
    Object.entries(spec.columns).map(([target, column]) => [target, header.find(column)]),
  ) as Partial<Record<MappingTarget, number>>
  const place = (target: MappingTarget): number => at[target] ?? -1
  checkComplete(spec, place, name)
  const tags = spec.tags.map((column) => ({ column, index: header.find(column) }))
  const understood = new Set([...Object.values(at), ...tags.map(({ index }) => index)])
  const unknown = header.names.flatMap((_, index) => (understood.has(index) ? [] : [index]))
  const hours = billingOffsetMs(spec.provider) / HOUR_MS

  return {
    amounts: [place('cost'), place('listCost'), place('quantity')].filter((index) => index >= 0),
    dates: [place('date'), place('dateEnd')].filter((index) => index >= 0),
    decimal: null,
    questions: [],
    cost: place('cost'),
    totals: 'billed',
    coversPeriods: true,
    needed: [place('cost'), place('date')],
    unknown,
    toLine(writing) {
      const values = new RowValues(header, writing, hours)
      const extraOf = unknownOf(header, values, unknown)
      const ofDetail = [place('invoiceId'), place('tax'), place('category'), ...unknown]
      const detailOf = detailBy(ofDetail, (row) => ({
        invoiceId: values.text(row, place('invoiceId')),
        extra: told({
          x_TaxAmount: values.number(row, place('tax')),
          x_Category: values.text(row, place('category')),
          ...extraOf(row),
        }),
      }))
      const named = [
        'account',
        'subAccount',
        'service',
        'category',
        'region',
        'resourceId',
        'resourceName',
        'sku',
        'description',
        'unit',
        'currency',
      ] as const
      const keyOf = cachedBy([...named.map(place), ...tags.map(({ index }) => index)], (row) => {
        const text = (target: MappingTarget): string | null => values.text(row, place(target))
        const service = text('service') ?? text('description') ?? 'Other'
        const category = text('category')
        const measured = place('quantity') < 0 ? null : (text('unit') ?? 'Count')
        return usageKey(spec.provider, service, {
          billingAccount: text('account') ?? spec.account ?? '',
          subAccount: text('subAccount'),
          serviceCategory:
            category !== null && isServiceCategory(category)
              ? category
              : serviceCategoryOf(spec.provider, category === null ? service : `${service} ${category}`),
          region: text('region'),
          resourceRef: text('resourceId') ?? text('resourceName'),
          resourceName: text('resourceName'),
          sku: text('sku'),
          skuName: text('sku'),
          chargeDescription: text('description') ?? service,
          pricingUnit: measured,
          consumedUnit: measured,
          currency: currencyCode(text('currency') ?? spec.currency ?? ''),
          tags: told(Object.fromEntries(tags.map(({ column, index }) => [column, values.text(row, index)]))),
        })
      })
      const spanOf = (row: Cells) => {
        if (place('dateEnd') < 0) return readPeriod(values, row, place('date'), header, hours)
        const startMs = values.instant(values.date(row, place('date')))
        return { startMs, endMs: values.end(row, place('dateEnd'), startMs) }
      }
      return (row) => {
        const key = keyOf(row)
        const billed = values.amount(row, place('cost'))
        const quantity = key.pricingUnit === null ? null : values.number(row, place('quantity'))
        return {
          key,
          ...spanOf(row),
          billed,
          effective: billed,
          list: values.number(row, place('listCost')) ?? billed,
          contracted: billed,
          pricingQuantity: quantity,
          consumedQuantity: quantity,
          commitmentQuantity: null,
          detail: detailOf(row),
        }
      }
    },
  }
}

/** A date, an amount, and for currency and account a column or one value for all; whatever is named must be there. */
function checkComplete(spec: MappingSpec, place: (target: MappingTarget) => number, name: string): void {
  const missing = new Set<MappingTarget>()
  for (const target of ['date', 'cost'] as const) if (place(target) < 0) missing.add(target)
  if (place('currency') < 0 && spec.currency === null) missing.add('currency')
  if (place('account') < 0 && spec.account === null) missing.add('account')
  for (const target of Object.keys(spec.columns) as MappingTarget[])
    if (place(target) < 0) missing.add(target)
  if (missing.size > 0)
    throw new AppError('import.mappingIncomplete', { name, targets: [...missing].join(', ') })
}
