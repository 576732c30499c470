import { AppError } from '#shared/errors/app-error.ts'
import { isBlank, readAmount } from '../detect/amount.ts'
import { readDate } from '../detect/date.ts'
import { RowFault } from '../focus/parts.ts'
import type { ReadControl } from '../importer.ts'
import type { LineSink } from '../line-sink.ts'
import { targetNames } from '../mapped/names.ts'
import { type Cells, toTexts } from './cells.ts'
import { Header, plainName } from './header.ts'
import { amountIn, type Writing } from './row-values.ts'
import type { Plan } from './source.ts'
import type { GivenPart, Table } from './table.ts'
import { isTotalWord } from './total-word.ts'

const DAY_MS = 86_400_000
const MAX_HEADER_CELL = 80

/** Puts every row of a table into the sink: as a line, as rejected, or as the total that it is. */
export async function feed(
  part: GivenPart,
  table: Table,
  plan: Plan,
  writing: Writing,
  sink: LineSink,
  control: ReadControl,
  bytesBefore: number,
): Promise<void> {
  const header = new Header(table.header)
  const toLine = plan.toLine(writing)
  const columns = table.header.length
  const [date = -1] = plan.dates

  await table.read(
    (row, line, raw, isCut) => {
      const at = { fileIndex: part.index, line }
      const reject = (reason: string, column: string | null = null, value: string | null = null): void =>
        sink.reject({ ...at, text: raw(), reason, column, value })
      if (isCut) {
        reject('quotes')
        return
      }
      if (isTotal(row)) {
        const said = plan.totals === 'billed' ? totalIn(row, plan, writing) : null
        const rejected = { ...at, text: raw(), reason: 'totalRow', column: null, value: null }
        sink.total(rejected, said === null ? null : { amount: said, currency: null })
        return
      }
      if (!fits(row, columns, table.format)) {
        reject('columns', null, String(row.cells))
        return
      }
      try {
        const line = toLine(row)
        sink.line(line, at, raw)
        if (plan.coversPeriods && line.endMs - line.startMs > DAY_MS) sink.cover?.(line)
      } catch (error) {
        if (!(error instanceof RowFault)) throw error
        if (isSameHeader(row, table.header)) reject('secondHeader')
        else if (isOtherHeader(row, columns, header))
          throw new AppError('import.twoHeaders', { name: part.name, line })
        else reject(error.reason, error.column, error.value)
      }
    },
    control,
    bytesBefore,
  )

  /** Says so in its first word; or has an amount, no date and hardly anything else. */
  function isTotal(row: Cells): boolean {
    if (date >= 0 && !isBlank(row.cell(date)) && !isTotalWord(row.cell(date))) return false
    let filled = 0
    for (let i = 0; i < row.cells; i += 1) {
      const text = row.cell(i)
      if (isBlank(text)) continue
      if (filled === 0 && isTotalWord(text)) return true
      filled += 1
      if (filled > 2) return false
    }
    return (
      date >= 0 &&
      columns > 3 &&
      !isBlank(row.cell(plan.cost)) &&
      amountIn(row.cell(plan.cost), writing) !== null
    )
  }

  function isSameHeader(row: Cells, names: readonly string[]): boolean {
    return names.every(
      (name, i) => header.find(row.cell(i)) >= 0 || isBlank(row.cell(i)) || name === row.cell(i),
    )
  }
}

function totalIn(row: Cells, plan: Plan, writing: Writing): string | null {
  for (const index of [plan.cost, ...plan.amounts]) {
    const text = row.cell(index)
    if (!isBlank(text)) return amountIn(text, writing)
  }
  return null
}

/** A cell too many or too few means that others stand in the wrong place; sheets leave empty cells at the end out. */
function fits(row: Cells, columns: number, format: Table['format']): boolean {
  if (row.cells < columns) return format === 'xlsx'
  for (let i = columns; i < row.cells; i += 1) if (!isBlank(row.cell(i))) return false
  return true
}

const COLUMN_NAMES = new Set(Object.values(targetNames).flat().map(plainName))

/** Words alone, all different, about as many as columns, two of which are what columns are called: another header. */
function isOtherHeader(row: Cells, columns: number, header: Header): boolean {
  const cells = toTexts(row).filter((cell) => !isBlank(cell))
  return (
    cells.length >= Math.max(3, columns * 0.6) &&
    new Set(cells).size === cells.length &&
    cells.filter((cell) => header.find(cell) >= 0 || COLUMN_NAMES.has(plainName(cell))).length >= 2 &&
    cells.every(
      (cell) =>
        cell.length <= MAX_HEADER_CELL &&
        /\p{L}{2}/u.test(cell) &&
        !/\d{3}/.test(cell) &&
        readAmount(cell, ',') === null &&
        readDate(cell, null) === null,
    )
  )
}
