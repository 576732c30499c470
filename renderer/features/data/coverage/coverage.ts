import type { CallOutput } from '#shared/contract/index.ts'
import { type Day, day, daysBetween } from '#shared/lib/day.ts'
import type { DayRange } from '#shared/lib/period.ts'
import { daysOfMonth, monthOf } from '../months.ts'

export type CoverageAccount = CallOutput<'imports.getCoverage'>['accounts'][number]
export type CoverageDay = CoverageAccount['days'][number]

/** `none`: a gap between the account's first and last day; `outside`: before or after them. */
type CellKind = 'file' | 'api' | 'none' | 'outside'

export type Cell = { day: Day; kind: CellKind; told: CoverageDay | null }

const isWithin = ({ firstDay, lastDay }: CoverageAccount, day: Day): boolean =>
  firstDay !== null && lastDay !== null && day >= firstDay && day <= lastDay

export function cellsOf(account: CoverageAccount, days: readonly Day[]): Cell[] {
  const known = new Map(account.days.map((each) => [each.day, each]))
  return days.map((day) => {
    const told = known.get(day) ?? null
    const kind = told ? told.from : isWithin(account, day) ? 'none' : 'outside'
    return { day, kind, told }
  })
}

export type MonthCell = { month: string; days: number; file: number; api: number; gaps: number }

/** A month of an account in figures: how many of its days are told, by what, and how many are missing. */
export function monthCell(account: CoverageAccount, month: string): MonthCell {
  const cells = cellsOf(account, daysOfMonth(month))
  const count = (kind: CellKind): number => cells.filter((cell) => cell.kind === kind).length
  return { month, days: cells.length, file: count('file'), api: count('api'), gaps: count('none') }
}

/** The month to begin with: the last one that has data. */
export const lastMonth = (accounts: readonly CoverageAccount[], today: Day): string =>
  monthOf(
    accounts
      .flatMap(({ lastDay }) => (lastDay === null ? [] : [lastDay]))
      .sort()
      .at(-1) ?? today,
  )

export type Gap = DayRange & {
  connectionId: string
  name: string
  provider: string
  days: number
  /** Other days of the account are told by the API: a sync may fill it. */
  isFromApi: boolean
}

/** Every gap, the latest first: what is missing lately is what a close waits for. */
export const gapsOf = (accounts: readonly CoverageAccount[]): Gap[] =>
  accounts
    .flatMap(({ connectionId, name, provider, gaps, days }) =>
      gaps.map(({ from, to }) => ({
        connectionId,
        name,
        provider,
        from,
        to,
        days: daysBetween(from, to) + 1,
        isFromApi: days.some((each) => each.from === 'api'),
      })),
    )
    .sort((a, b) => (a.to > b.to ? -1 : a.to < b.to ? 1 : a.name.localeCompare(b.name)))

/** Where a key leads in a grid of rows and columns; null for keys that are not its own. */
export function moveInCells(
  key: string,
  at: { row: number; column: number },
  size: { rows: number; columns: number },
): { row: number; column: number } | null {
  const { row, column } = at
  const to = (r: number, c: number) => ({
    row: Math.max(0, Math.min(size.rows - 1, r)),
    column: Math.max(0, Math.min(size.columns - 1, c)),
  })
  switch (key) {
    case 'ArrowLeft':
      return to(row, column - 1)
    case 'ArrowRight':
      return to(row, column + 1)
    case 'ArrowUp':
      return to(row - 1, column)
    case 'ArrowDown':
      return to(row + 1, column)
    case 'Home':
      return to(row, 0)
    case 'End':
      return to(row, size.columns - 1)
    default:
      return null
  }
}

/** The year of a span. */
export const yearRange = (span: string): DayRange => {
  const year = span.slice(0, 4)
  return { from: day(`${year}-01-01`), to: day(`${year}-12-31`) }
}
