import type { LedgerDimension, LedgerQuestion, LedgerRow } from '#main/ports/ledger.ts'
import type { Currency } from '#shared/lib/currency.ts'
import { type CutPart, partsOf } from './cut-parts.ts'
import type { KeyDimension } from './key-set.ts'
import { compareKeys, type Selection } from './selection.ts'
import { cellOf } from './split-cells.ts'
import { DAYS, Sums } from './sums.ts'
import type { Tiers } from './tiers.ts'

const isOfKeys = (dimension: LedgerDimension): dimension is Exclude<LedgerDimension, 'day' | 'month'> =>
  dimension !== 'day' && dimension !== 'month'

export const keyDimensions = ({ groupBy, tagKey }: LedgerQuestion): KeyDimension[] =>
  groupBy.filter(isOfKeys).map((dimension): KeyDimension => {
    if (dimension === 'resource') return 'inventoryId'
    return dimension === 'tag' ? `tag:${tagKey ?? ''}` : dimension
  })

/** Adds up what the question asks for; rows in the order of their keys. */
export function aggregate(tiers: Tiers, selection: Selection, question: LedgerQuestion): LedgerRow[] {
  const { groupBy } = question
  const parts = partsOf(tiers, selection, question)
  const isByDay = groupBy.includes('day')
  // Groups first: the sums are as many as they are.
  for (const part of parts) selection.groupsOf(part)
  const byTime =
    isByDay || groupBy.includes('month')
      ? [...Map.groupBy(parts, ({ month }) => month)]
      : [['', parts] as [string, CutPart[]]]
  const rows = byTime.flatMap(([month, own]) => {
    const sums = addUp(own, selection, question, isByDay)
    return rowsOf(sums, selection, { groupBy, month, isByDay })
  })
  const { isShared } = selection
  const told = isShared ? together(rows) : rows
  return isInOrder(groupBy) && !isShared ? told : told.sort((a, b) => compareRows(a, b, groupBy))
}

export function addUp(
  parts: readonly CutPart[],
  selection: Selection,
  { metric }: Pick<LedgerQuestion, 'metric'>,
  byDay: boolean,
): Sums {
  const stride = byDay ? DAYS : 1
  const sums = new Sums(selection.groups.length * stride)
  for (const part of parts) {
    const { rows, lanes } = part.read(metric)
    sums.add(rows, lanes, { bins: binsOf(part.mask, byDay), groups: selection.groupsOf(part), stride })
  }
  return sums
}

const binsOf = (mask: number, byDay: boolean): Int32Array =>
  Int32Array.from({ length: DAYS }, (_, day) => {
    if (day === 0 || ((mask >>> (day - 1)) & 1) === 0) return -1
    return byDay ? day : 0
  })

type Shape = { groupBy: readonly LedgerDimension[]; month: string; isByDay: boolean }

function rowsOf(sums: Sums, selection: Selection, { groupBy, month, isByDay }: Shape): LedgerRow[] {
  const rows: LedgerRow[] = []
  const order = selection.order()
  const row = (group: number, slot: number, day: string): void => {
    const lines = sums.lines[slot] as number
    const found = selection.groups[group]
    if (lines === 0 || !found) return
    let at = 0
    const keys = groupBy.map((dimension) => {
      if (dimension === 'day') return day
      return dimension === 'month' ? month : (found.keys[at++] ?? null)
    })
    rows.push({ keys, currency: found.unit as Currency, femtos: cellOf(sums, slot, found), lines })
  }
  if (!isByDay) for (const group of order) row(group, group, '')
  else
    for (let day = 1; day < DAYS; day += 1) {
      const text = `${month}-${day < 10 ? '0' : ''}${day}`
      for (const group of order) row(group, group * DAYS + day, text)
    }
  return rows
}

/** Rows of which only a share is kept stand beside those of which all is. */
function together(rows: readonly LedgerRow[]): LedgerRow[] {
  const found = new Map<string, LedgerRow>()
  for (const row of rows) {
    const id = JSON.stringify([row.keys, row.currency])
    const known = found.get(id)
    if (!known) found.set(id, { ...row })
    else {
      known.femtos += row.femtos
      known.lines += row.lines
    }
  }
  return [...found.values()]
}

/** Months and days come one after another, and groups in their order within each. */
const isInOrder = (groupBy: readonly LedgerDimension[]): boolean => {
  const firstKey = groupBy.findIndex(isOfKeys)
  return firstKey < 0 || !groupBy.slice(firstKey).some((dimension) => !isOfKeys(dimension))
}

function compareRows(a: LedgerRow, b: LedgerRow, groupBy: readonly LedgerDimension[]): number {
  for (const [at, dimension] of groupBy.entries()) {
    const order = compareKeys(a.keys[at] ?? null, b.keys[at] ?? null, dimension === 'resource')
    if (order !== 0) return order
  }
  return compareKeys(a.currency, b.currency, false)
}
