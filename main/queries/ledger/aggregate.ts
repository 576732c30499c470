import type { LedgerDimension, LedgerQuestion, LedgerRow } from '#main/ports/ledger.ts'
import { isTold } from './day-sums.ts'
import type { KeyDimension } from './key-set.ts'
import { compareKeys, type Selection } from './selection.ts'
import { DAYS, Sums } from './sums.ts'
import type { Part, Tiers } from './tiers.ts'

const isKeyDimension = (dimension: LedgerDimension): dimension is KeyDimension =>
  dimension !== 'day' && dimension !== 'month'

export const keyDimensions = (groupBy: readonly LedgerDimension[]): KeyDimension[] =>
  groupBy.filter(isKeyDimension)

/** Adds up what the question asks for; rows in the order of their keys. */
export function aggregate(tiers: Tiers, selection: Selection, question: LedgerQuestion): LedgerRow[] {
  const { groupBy } = question
  const parts = tiers.parts(question, isTold(keyDimensions(groupBy), question.filter ?? {}))
  const isByDay = groupBy.includes('day')
  // Groups first: the sums are as many as they are.
  for (const { keys } of parts) selection.groupsOf(keys)
  const byTime =
    isByDay || groupBy.includes('month')
      ? [...Map.groupBy(parts, ({ month }) => month)]
      : [['', parts] as [string, Part[]]]
  const rows = byTime.flatMap(([month, own]) => {
    const sums = addUp(own, selection, question, isByDay)
    return rowsOf(sums, selection, { groupBy, month, isByDay })
  })
  return isInOrder(groupBy) ? rows : rows.sort((a, b) => compareRows(a, b, groupBy))
}

export function addUp(
  parts: readonly Part[],
  selection: Selection,
  { metric }: Pick<LedgerQuestion, 'metric'>,
  byDay: boolean,
): Sums {
  const sums = new Sums(selection.groups.length * (byDay ? DAYS : 1))
  for (const { keys, mask, read } of parts) {
    const { rows, lanes } = read(metric)
    sums.add(rows, lanes, { mask, groups: selection.groupsOf(keys), byDay })
  }
  return sums
}

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
    rows.push({ keys, currency: found.currency, femtos: sums.femtos(slot), lines })
  }
  if (!isByDay) for (const group of order) row(group, group, '')
  else
    for (let day = 1; day < DAYS; day += 1) {
      const text = `${month}-${day < 10 ? '0' : ''}${day}`
      for (const group of order) row(group, group * DAYS + day, text)
    }
  return rows
}

/** Months and days come one after another, and groups in their order within each. */
const isInOrder = (groupBy: readonly LedgerDimension[]): boolean => {
  const firstKey = groupBy.findIndex(isKeyDimension)
  return firstKey < 0 || !groupBy.slice(firstKey).some((dimension) => !isKeyDimension(dimension))
}

function compareRows(a: LedgerRow, b: LedgerRow, groupBy: readonly LedgerDimension[]): number {
  for (const [at, dimension] of groupBy.entries()) {
    const order = compareKeys(a.keys[at] ?? null, b.keys[at] ?? null, dimension === 'resource')
    if (order !== 0) return order
  }
  return compareKeys(a.currency, b.currency, false)
}
