import type { Cells } from '../table/cells.ts'
import { unknownOf } from '../table/extra.ts'
import { RowValues, sumOf } from '../table/row-values.ts'
import { Columns, cachedBy, detailBy, type TableSource, told } from '../table/source.ts'
import { readTagCell } from '../table/tag-cell.ts'
import { usageKey } from '../table/usage-key.ts'

/**
 * Google's billing export, standard or detailed, as it comes out of BigQuery: structures stand in columns of their own
 * (`service.description`, `service_description`) or whole, as JSON, in one (`service`). Credits are a list in `credits`
 * and below zero: billed = effective = cost + credits; `cost` is what was agreed on, `cost_at_list` the public price.
 * Days are taken as UTC, as the export's instants are.
 */
export const gcp: TableSource = {
  source: 'gcp',

  recognises: (header) =>
    header.has('billing_account_id', 'cost', 'currency', 'usage_start_time') &&
    (header.find('service', 'service.description', 'service_id') >= 0 || header.has('sku.description')),

  plan(header) {
    const columns = new Columns(header)
    const field = (whole: string, ...path: string[]): Field => ({
      own: columns.find([whole, ...path].join('.')),
      whole: columns.find(whole),
      path,
    })
    const account = columns.find('billing_account_id')
    const start = columns.find('usage_start_time')
    const end = columns.find('usage_end_time')
    const cost = columns.find('cost')
    const listCost = columns.find('cost_at_list')
    const currency = columns.find('currency')
    const credits = columns.find('credits')
    const creditsTotal = columns.find('credits_total', 'credits.amount', 'credit_amount')
    const type = columns.find('cost_type')
    const service = field('service', 'description')
    const sku = field('sku', 'id')
    const skuName = field('sku', 'description')
    const project = field('project', 'id')
    const projectName = field('project', 'name')
    const region = field('location', 'region')
    const zone = field('location', 'zone')
    const resource = field('resource', 'global_name')
    const resourceName = field('resource', 'name')
    const amount = field('usage', 'amount')
    const unit = field('usage', 'unit')
    const priced = field('usage', 'amount_in_pricing_units')
    const pricingUnit = field('usage', 'pricing_unit')
    const month = field('invoice', 'month')
    const price = field('price', 'effective_price')
    const labels = columns.find('labels')
    const ownTags = columns.find('tags')
    const labelColumns = columns.startingWith('labels.', 'label_')
    const unknown = columns.unknown()
    const fields = [
      service,
      sku,
      skuName,
      project,
      projectName,
      region,
      zone,
      resource,
      resourceName,
      unit,
      pricingUnit,
    ]

    return {
      amounts: [cost],
      dates: [start],
      decimal: '.',
      questions: [],
      cost,
      totals: 'other',
      coversPeriods: false,
      needed: [account, start, cost, currency],
      unknown,
      toLine(writing) {
        const values = new RowValues(header, writing, 0)
        const extraOf = unknownOf(header, values, unknown)
        const whole = new Map<number, (row: Cells) => unknown>()
        for (const { whole: index } of [...fields, amount, priced, month, price])
          if (index >= 0) whole.set(index, jsonAt(index))
        const text = (row: Cells, { own, whole: index, path }: Field): string | null => {
          if (own >= 0) return values.text(row, own)
          const value = path.reduce<unknown>((at, name) => pick(at, name), whole.get(index)?.(row))
          return value === null || value === undefined || typeof value === 'object' ? null : String(value)
        }
        const used = [
          ...[account, currency, type, labels, ownTags, ...labelColumns.map(({ index }) => index)],
          ...fields.map(({ own, whole: index }) => (own >= 0 ? own : index)),
        ]
        const known = cachedBy(used, (row) => {
          const kind = (values.text(row, type) ?? 'regular').toLowerCase()
          const chargeCategory =
            kind === 'tax'
              ? 'Tax'
              : kind === 'adjustment' || kind === 'rounding_error'
                ? 'Adjustment'
                : 'Usage'
          const isUsage = chargeCategory === 'Usage'
          return usageKey('gcp', text(row, service) ?? 'Other', {
            billingAccount: values.text(row, account) ?? '',
            subAccount: text(row, project),
            region: text(row, region),
            zone: text(row, zone),
            resourceRef: text(row, resource) ?? text(row, resourceName),
            resourceName: text(row, resourceName),
            sku: isUsage ? text(row, sku) : null,
            skuName: text(row, skuName),
            chargeCategory,
            chargeFrequency: isUsage ? 'Usage-Based' : 'One-Time',
            pricingCategory: !isUsage
              ? null
              : /^commitment/i.test(text(row, skuName) ?? '')
                ? 'Committed'
                : 'Standard',
            chargeDescription: text(row, skuName),
            pricingUnit: isUsage ? (text(row, pricingUnit) ?? text(row, unit)) : null,
            consumedUnit: isUsage ? text(row, unit) : null,
            currency: (values.text(row, currency) ?? '').toUpperCase(),
            tags: told({
              ...readTagCell(values.text(row, ownTags)),
              ...readTagCell(values.text(row, labels)),
              ...Object.fromEntries(labelColumns.map(({ index, rest }) => [rest, values.text(row, index)])),
            }),
            more: told({ SubAccountName: text(row, projectName) }),
          })
        })
        const placeOf = ({ own, whole: index }: Field): number => (own >= 0 ? own : index)
        const detailOf = detailBy([placeOf(price), placeOf(month), type, credits, ...unknown], (row) => {
          const given = values.text(row, credits)
          return {
            contractedUnitPrice: text(row, price),
            extra: told({
              x_CostType: values.text(row, type),
              x_Credits: given === '[]' ? null : given,
              x_InvoiceMonth: text(row, month),
              ...extraOf(row),
            }),
          }
        })
        return (row) => {
          const key = known(row)
          const before = values.amount(row, cost)
          const credit =
            creditsTotal >= 0 ? values.number(row, creditsTotal) : creditsOf(values.text(row, credits))
          const billed = sumOf(before, credit)
          const startMs = values.instant(values.date(row, start))
          const endMs = end < 0 ? values.span(row, start).endMs : values.end(row, end, startMs)
          const consumed = key.consumedUnit === null ? null : text(row, amount)
          return {
            key,
            startMs,
            endMs: endMs > startMs ? endMs : startMs + 1000,
            billed,
            effective: billed,
            list: values.number(row, listCost) ?? before,
            contracted: before,
            pricingQuantity: key.pricingUnit === null ? null : (text(row, priced) ?? consumed),
            consumedQuantity: consumed,
            commitmentQuantity: null,
            detail: detailOf(row),
          }
        }
      },
    }
  },
}

/** A column of its own, or a place in the JSON of a whole structure. */
type Field = { own: number; whole: number; path: string[] }

function jsonAt(index: number): (row: Cells) => unknown {
  return cachedBy([index], (row): unknown => {
    const text = row.cell(index)
    if (!text.startsWith('{')) return null
    try {
      return JSON.parse(text)
    } catch {
      return null
    }
  })
}

const pick = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined

const AMOUNT = /"amount"\s*:\s*"?(-?[\d.]+(?:[eE][-+]?\d+)?)"?/g

/** The sum of a list of credits, by the digits that stand there: JSON's own numbers would be floats. */
function creditsOf(text: string | null): string | null {
  if (text === null) return null
  return sumOf(...[...text.matchAll(AMOUNT)].map((match) => match[1] ?? null))
}
