import { divideHalfEven } from '#main/core/business/half-even.ts'
import type { SeriesShape } from '#main/core/business/series.ts'
import { isBlank, readAmount } from '#main/importers/detect/amount.ts'
import type { Cells } from '#main/importers/table/cells.ts'
import type { RefusalReason } from '#shared/contract/business.ts'
import { labelValue } from '#shared/contract/values.ts'
import { type Day, firstOfMonth, lastOfMonth } from '#shared/lib/day.ts'
import { formatDecimal, parseDecimal } from '#shared/lib/decimal.ts'
import { readPeriod } from './read-period.ts'
import type { TableColumns, TableWriting } from './table-columns.ts'

export type FileValue = { day: Day; part: string | null; value: string }
export type RefusedLine = { line: number; text: string; reason: RefusalReason }

const MOST_TEXT = 120
const MOST_DIGITS = 15
const SIX_PLACES = 10n ** 9n

/** Takes the rows of a table one by one; what it cannot take it says of, line by line. */
export function createJudge(shape: SeriesShape, columns: TableColumns, writing: TableWriting) {
  const values: FileValue[] = []
  const refused: RefusedLine[] = []
  const seen = new Set<string>()

  function take(day: Day, part: string | null, text: string): RefusalReason | null {
    const value = readValue(text, writing.decimal)
    if (value === null) return 'value'
    if (value.startsWith('-')) return 'negative'
    const key = `${day} ${part ?? ''}`
    if (seen.has(key)) return 'twice'
    seen.add(key)
    values.push({ day, part, value })
    return null
  }

  return {
    values,
    refused,
    see(row: Cells, line: number, raw: () => string): void {
      const told = columns.values.filter(({ at }) => !isBlank(row.cell(at)))
      const dayText = row.cell(columns.day)
      if (told.length === 0 && isBlank(dayText)) return
      const refuse = (reason: RefusalReason): void => {
        refused.push({ line, text: raw().slice(0, MOST_TEXT), reason })
      }
      const day = dayOf(dayText, shape, writing)
      if (typeof day !== 'string') {
        refuse(day.reason)
        return
      }
      for (const { at, part } of told) {
        const name = columns.part === null ? part : row.cell(columns.part).trim()
        const label = name === null ? null : labelValue.safeParse(name)
        const reason = label && !label.success ? 'part' : take(day, label?.data ?? null, row.cell(at))
        if (reason) refuse(reason)
      }
    },
  }
}

/** A month may be told by its first day or its last; in a series of days a month is no day. */
function dayOf(
  text: string,
  { step }: SeriesShape,
  { order }: TableWriting,
): Day | { reason: 'day' | 'step' } {
  const found = readPeriod(text, order)
  if (!found) return { reason: 'day' }
  const { day, grain } = found
  if (step === 'day') return grain === 'day' ? day : { reason: 'step' }
  const first = firstOfMonth(day)
  const isMonth = grain === 'month' || day === first || day === lastOfMonth(day)
  return isMonth ? first : { reason: 'step' }
}

/** A quantity with at most six places; a spreadsheet's division has more, and is rounded. */
function readValue(text: string, decimal: '.' | ','): string | null {
  const plain = /^-?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(text) ? text : readAmount(text, decimal)
  const femtos = plain === null ? null : parseDecimal(plain)
  if (femtos === null) return null
  const value = formatDecimal(divideHalfEven(femtos, SIX_PLACES) * SIX_PLACES)
  return (value.split('.')[0] ?? '').replace('-', '').length > MOST_DIGITS ? null : value
}
