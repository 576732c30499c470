import type { ParsedInput } from '#shared/contract/index.ts'
import { compareNames } from './order.ts'
import { compareAmounts } from './resource-index/amount-column.ts'
import type { ResourceIndex } from './resource-index/kept-index.ts'
import { keptPlaces, placeNames } from './resource-index/name-places.ts'
import type { SpendColumns } from './resource-index/spend.ts'
import { tagPlaces } from './resource-index/tag-places.ts'
import type { TextColumn } from './resource-index/text-column.ts'
import type { Scope } from './scope.ts'

type Compare = (a: number, b: number) => number
type Order = Pick<ParsedInput<'resources.list'>, 'sort' | 'direction'>
type Listed = { index: ResourceIndex; spend: SpendColumns; rows: Uint32Array }

/**
 * Rows without the value stand last in either direction. Equal ones stand by name and then by identity, always the
 * same way round, so that a page never repeats or loses a row.
 */
function compareRows(
  { index, spend }: Omit<Listed, 'rows'>,
  { sort, direction }: Order,
  { currency }: Scope,
): Compare {
  const { columns } = index
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
      case 'service':
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
      case 'size':
        // Already the way round that is asked for.
        return byPlace(index.facts().size[direction], 1)
      case 'address':
      case 'externalId':
      case 'renewsOn':
        return byPlace(index.facts()[sort], sign)
      case 'tags':
        return byPlace(tagPlaces(columns.tags), sign)
      case 'advice':
        return byPlace(index.advice(), sign)
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

/** Whatever has 0 stands last. */
function byPlace(places: Uint32Array | Float64Array, sign: number): Compare {
  return (a, b) => {
    const [ofA, ofB] = [places[a] ?? 0, places[b] ?? 0]
    if (ofA === 0 || ofB === 0) return ofA === ofB ? 0 : ofA === 0 ? 1 : -1
    return sign * (ofA - ofB)
  }
}

/** Up to here a page is picked out; beyond, all rows are put in order once and kept so. */
const NEAR = 1500

/** Some rows of an order: `offset` of them passed over, `limit` taken. */
export function pageOf(
  listed: Listed,
  order: Order & { offset: number; limit: number },
  scope: Scope,
): number[] {
  const last = order.offset + order.limit
  if (last <= NEAR && last < listed.rows.length)
    return firstRows(listed.rows, compareRows(listed, order, scope), last).slice(order.offset)
  return [...wholeOrder(listed, order, scope).subarray(order.offset, last)]
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

type Kept = { spend: SpendColumns; rows: Uint32Array; advice: Uint32Array | null; sorted: Uint32Array }

export function wholeOrder(
  { index, spend, rows }: Listed,
  { sort, direction }: Order,
  scope: Scope,
): Uint32Array {
  const { columns } = index
  const key = `order ${sort} ${direction} ${scope.currency}`
  const kept = columns.answers.get(key) as Kept | undefined
  const advice = sort === 'advice' ? index.advice() : null
  if (kept?.spend === spend && kept.rows === rows && kept.advice === advice) return kept.sorted
  if (rows.length > NEAR) placeNames(columns.names)
  const sorted = rows.slice().sort(compareRows({ index, spend }, { sort, direction }, scope))
  columns.answers.set(key, { spend, rows, advice, sorted } satisfies Kept)
  return sorted
}

function nameOrder(names: readonly string[]): Compare {
  const places = keptPlaces(names)
  return places
    ? (a, b) => (places[a] ?? 0) - (places[b] ?? 0)
    : (a, b) => compareNames(names[a] ?? '', names[b] ?? '')
}
