import type { DocCell, DocColumn } from '#main/core/report/document.ts'
import type { ViewSpec } from '#shared/contract/costs.ts'
import type { GroupView } from '#shared/contract/explorer.ts'
import type { Currency } from '#shared/lib/currency.ts'
import { divideHalfAway, FEMTOS_PER_UNIT, formatDecimal } from '#shared/lib/decimal.ts'
import { openRows } from '../explorer-rows.query.ts'
import type { Report } from './report.ts'
import { femtosOf, moneyColumn, plainColumn, textColumn } from './tables.ts'

type Count = { unit: string; quantity: string }

/** A price has as many places as price lists have. */
const PLACES = 6n

/**
 * What is counted in one unit has a price of it: the cost by the quantity. What is counted in several, or not at all, has
 * none, for hours and gigabytes are no quantity together.
 */
export function unitPrices(report: Report, view: ViewSpec) {
  const { costScope, t } = report
  let known: ReadonlyMap<string, Count | null> | null = null

  function read(): ReadonlyMap<string, Count | null> {
    const spec: ViewSpec = { ...view, metric: 'quantity', comparison: 'none', currency: null }
    const found = new Map<string, Count | null>()
    for (const unit of openRows(costScope, { spec, unit: undefined, search: '' }).units) {
      const { rows, view: viewRows } = openRows(costScope, { spec, unit, search: '' })
      for (const { keys, total } of viewRows(rows)) {
        const id = JSON.stringify(keys)
        found.set(id, found.has(id) || unit === '' ? null : { unit, quantity: total })
      }
    }
    return found
  }

  return {
    columns: (currency: Currency): DocColumn[] => [
      plainColumn('quantity', t.columns.quantity, 'number'),
      textColumn('unit', t.columns.unit, 0.8),
      moneyColumn({ key: 'unitPrice', title: t.columns.unitPrice }, currency, false),
    ],
    cells({ keys, total }: GroupView): DocCell[] {
      known ??= read()
      const count = known.get(JSON.stringify(keys))
      if (!count) return [null, null, null]
      const quantity = femtosOf(count.quantity)
      return [count.quantity, count.unit, quantity > 0n ? priceOf(femtosOf(total), quantity) : null]
    },
    none: [null, null, null] satisfies DocCell[],
  }
}

function priceOf(cost: bigint, quantity: bigint): string {
  const scale = 10n ** PLACES
  return formatDecimal(divideHalfAway(cost * scale, quantity) * (FEMTOS_PER_UNIT / scale))
}
