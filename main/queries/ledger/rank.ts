import { absolute, compareExact } from '#main/core/rules/exact.ts'
import type { LedgerRanked, LedgerRanking } from '#main/ports/ledger.ts'
import type { Currency } from '#shared/lib/currency.ts'
import { addUp } from './aggregate.ts'
import { partsOf } from './cut-parts.ts'
import { rankRows } from './rank-rows.ts'
import type { Group, Selection } from './selection.ts'
import type { Sums } from './sums.ts'
import type { Tiers } from './tiers.ts'

/** Far above what a double errs by, far below what a person would call a difference. */
const NEAR = 1 - 1e-9

type Sides = { now: Sums; before: Sums | null }

/**
 * Of fifty thousand groups twenty are shown: doubles say which of them may be among those, and only these are added up
 * and compared in whole numbers.
 */
export function rank(tiers: Tiers, selection: Selection, question: LedgerRanking): LedgerRanked {
  const parts = partsOf(tiers, selection, question)
  const other = question.before ? partsOf(tiers, selection, { ...question, ...question.before }) : []
  for (const part of [...parts, ...other]) selection.groupsOf(part)
  if (selection.isShared) return rankRows(tiers, selection, question)
  const sides: Sides = {
    now: addUp(parts, selection, question, false),
    before: question.before ? addUp(other, selection, question, false) : null,
  }
  const found = byCurrency(selection, sides)
  const size = sizes(sides, question.by)
  return {
    rows: found.members.flatMap((groups) =>
      largest(groups, size, question.top)
        .map((group) => rowOf(selection, sides, group))
        .sort((a, b) => compareExact(sizeOf(b, question.by), sizeOf(a, question.by)))
        .slice(0, question.top),
    ),
    totals: totalsOf(sides, found),
  }
}

type Found = { currencies: Currency[]; members: number[][]; heapOf: Int32Array }

/** Groups that have lines on either side, by currency. */
function byCurrency({ groups }: Selection, { now, before }: Sides): Found {
  const currencies: Currency[] = []
  const members: number[][] = []
  const heapOf = new Int32Array(groups.length)
  const places = new Map<Currency, number>()
  for (const [group, { unit }] of groups.entries()) {
    const currency = unit as Currency
    let place = places.get(currency)
    if (place === undefined) {
      place = currencies.length
      places.set(currency, place)
      currencies.push(currency)
      members.push([])
    }
    heapOf[group] = place
    if (now.lines[group] !== 0 || (before && before.lines[group] !== 0)) members[place]?.push(group)
  }
  return { currencies, members, heapOf }
}

function sizes({ now, before }: Sides, by: LedgerRanking['by']): Float64Array {
  const size = now.roughly()
  if (by === 'amount') return size
  const other = before?.roughly()
  for (let group = 0; group < size.length; group += 1)
    size[group] = Math.abs((size[group] as number) - (other?.[group] ?? 0))
  return size
}

/** So many, and those besides that a double cannot tell from the last of them. */
function largest(groups: readonly number[], size: Float64Array, count: number): number[] {
  if (groups.length <= count) return [...groups]
  const sorted = Float64Array.from(groups, (group) => size[group] as number).sort()
  const least = sorted[sorted.length - count] as number
  const limit = least > 0 ? least * NEAR : least / NEAR
  return groups.filter((group) => (size[group] as number) >= limit)
}

function rowOf({ groups }: Selection, { now, before }: Sides, group: number): LedgerRanked['rows'][number] {
  const { keys, unit } = groups[group] as Group
  return {
    keys: [...keys],
    currency: unit as Currency,
    femtos: now.femtos(group),
    before: before?.femtos(group) ?? 0n,
    lines: now.lines[group] ?? 0,
  }
}

const sizeOf = ({ femtos, before }: { femtos: bigint; before: bigint }, by: LedgerRanking['by']): bigint =>
  by === 'amount' ? femtos : absolute(femtos - before)

function totalsOf({ now, before }: Sides, { currencies, members, heapOf }: Found): LedgerRanked['totals'] {
  const femtos = now.heaps(heapOf, currencies.length)
  const others = before?.heaps(heapOf, currencies.length)
  return currencies.flatMap((currency, at) => {
    const own = members[at] ?? []
    if (own.length === 0) return []
    const lines = own.reduce((sum, group) => sum + (now.lines[group] ?? 0), 0)
    return [{ currency, femtos: femtos[at] ?? 0n, before: others?.[at] ?? 0n, lines, groups: own.length }]
  })
}
