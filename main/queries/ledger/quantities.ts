import { isNull, type NumberColumn } from '#main/core/ledger/column.ts'
import { type Lane, lanesOf } from './lanes.ts'
import type { Rows } from './sums.ts'

type Columns = { pricing: NumberColumn | null; consumed: NumberColumn | null }

/** Quantities that lines are priced by, to be added up; a line without one does not count. */
export function quantityRows(
  rows: Rows,
  { pricing, consumed }: Columns,
  pricedAsConsumed: Uint8Array,
): { rows: Rows; lanes: Lane[] } {
  const lines = new Int32Array(rows.count)
  const isPriced = new Uint8Array(rows.count)
  const isConsumed = new Uint8Array(rows.count)
  for (let i = 0; i < rows.count; i += 1) {
    if (pricing && !isNull(pricing.nulls, i)) isPriced[i] = 1
    else if (consumed && !isNull(consumed.nulls, i) && pricedAsConsumed[rows.keys[i] as number] === 1)
      isConsumed[i] = 1
    lines[i] = (isPriced[i] as number) + (isConsumed[i] as number)
  }
  return {
    rows: { ...rows, lines },
    lanes: [...lanesWhere(pricing, isPriced), ...lanesWhere(consumed, isConsumed)],
  }
}

function lanesWhere(column: NumberColumn | null, isMeant: Uint8Array): Lane[] {
  if (!column?.nulls && !isMeant.includes(0)) return column ? lanesOf(column) : []
  if (!column || !isMeant.includes(1)) return []
  return lanesOf(column).map(({ weight, values }) => ({
    weight,
    values: values.map((value, i) => (isMeant[i] === 1 ? value : 0)),
  }))
}
