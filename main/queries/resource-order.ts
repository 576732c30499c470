import type { ParsedInput } from '#shared/contract/index.ts'
import { compareNames } from './order.ts'
import { compareAmounts } from './resource-index/amount-column.ts'
import type { Columns } from './resource-index/kept-index.ts'
import { keptPlaces, placeNames } from './resource-index/name-places.ts'
import type { SpendColumns } from './resource-index/spend.ts'
import type { TextColumn } from './resource-index/text-column.ts'
import type { Scope } from './scope.ts'

type Compare = (a: number, b: number) => number
type Order = Pick<ParsedInput<'resources.list'>, 'sort' | 'direction'>

/**
 * Rows without the value stand last in either direction. Equal ones stand by name and then by identity, always the
 * same way round, so that a page never repeats or loses a row.
 */
function compareRows(
  columns: Columns,
  spend: SpendColumns,
  { sort, direction }: Order,
  { currency }: Scope,
): Compare {
  const sign = direction === 'asc' ? 1 : -1
  const byName = nameOrder(columns.names)
  const first = firstOf()
  return (a, b) => first(a, b) || byName(a, b) || a - b

  function firstOf(): Compare {
    switch (sort) {
      case 'name':
        return (a, b) => sign * byName(a, b)
      case 'connection':
        return byText(columns.connection, sign, (id) => columns.connections.get(id)?.name ?? id)
      case 'type':
      case 'region':
      case 'status':
      case 'owner':
      case 'project':
        return byText(columns[sort], sign)
      case 'dailyCost':
        return compareAmounts(columns.daily, sign, currency)
      case 'monthlyCost':
        return compareAmounts(columns.monthly, sign, currency)
      case 'spend':
        return compareAmounts(spend.main, sign, currency)
      case 'firstSeen':
        return (a, b) => sign * ((columns.firstSeen[a] ?? 0) - (columns.firstSeen[b] ?? 0))
    }
  }
}

/** Values are few: they are put in order once, and rows compare places. */
function byText(
  { codes, values }: TextColumn,
  sign: number,
  labelOf: (value: string) => string = (value) => value,
): Compare {
  const labels = values.map((value) => labelOf(value))
  const sorted = [...new Set(labels)].sort(compareNames)
  const placeOf = new Map<string, number>()
  let place = 0
  for (const [at, label] of sorted.entries()) {
    // What is the same to people has one place, whatever its letters.
    if (at > 0 && compareNames(sorted[at - 1] ?? '', label) !== 0) place += 1
    placeOf.set(label, place)
  }
  const places = Int32Array.from(labels, (label) => placeOf.get(label) ?? 0)
  return (a, b) => {
    const [ofA, ofB] = [codes[a] ?? 0, codes[b] ?? 0]
    if (ofA === 0 || ofB === 0) return ofA === ofB ? 0 : ofA === 0 ? 1 : -1
    return sign * ((places[ofA] ?? 0) - (places[ofB] ?? 0))
  }
}

/** Up to here a page is picked out; beyond, all rows are put in order once and kept so. */
const NEAR = 1500

/** Some rows of an order: `offset` of them passed over, `limit` taken. */
export function pageOf(
  { columns, spend, rows }: { columns: Columns; spend: SpendColumns; rows: Uint32Array },
  order: Order & { offset: number; limit: number },
  scope: Scope,
): number[] {
  const last = order.offset + order.limit
  if (last <= NEAR && last < rows.length)
    return firstRows(rows, compareRows(columns, spend, order, scope), last).slice(order.offset)
  return [...wholeOrder(columns, spend, rows, order, scope).subarray(order.offset, last)]
}

/** The first rows of an order without putting all the others in order too. */
function firstRows(rows: Uint32Array, compare: Compare, most: number): number[] {
  const spare = Math.max(most, 500)
  let best: number[] = []
  let limit: number | undefined
  for (const row of rows) {
    if (limit !== undefined && compare(row, limit) > 0) continue
    best.push(row)
    if (best.length < most + spare) continue
    best = best.sort(compare).slice(0, most)
    limit = best[most - 1]
  }
  return best.sort(compare).slice(0, most)
}

type Kept = { spend: SpendColumns; rows: Uint32Array; sorted: Uint32Array }

export function wholeOrder(
  columns: Columns,
  spend: SpendColumns,
  rows: Uint32Array,
  { sort, direction }: Order,
  scope: Scope,
): Uint32Array {
  const key = `order ${sort} ${direction} ${scope.currency}`
  const kept = columns.answers.get(key) as Kept | undefined
  if (kept?.spend === spend && kept.rows === rows) return kept.sorted
  if (rows.length > NEAR) placeNames(columns.names)
  const sorted = rows.slice().sort(compareRows(columns, spend, { sort, direction }, scope))
  columns.answers.set(key, { spend, rows, sorted } satisfies Kept)
  return sorted
}

function nameOrder(names: readonly string[]): Compare {
  const places = keptPlaces(names)
  return places
    ? (a, b) => (places[a] ?? 0) - (places[b] ?? 0)
    : (a, b) => compareNames(names[a] ?? '', names[b] ?? '')
}
