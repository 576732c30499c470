import type { BillLine } from '#main/core/ledger/line.ts'
import { AppError } from '#shared/errors/app-error.ts'
import { parseDecimal } from '#shared/lib/decimal.ts'
import type { At, LineSink } from '../line-sink.ts'
import { COSTS, type FocusColumn, figureNames } from './columns.ts'
import { readFocusHeader } from './header.ts'
import { type CellOf, type FocusParts, RowFault } from './parts.ts'
import { orNull, readInstant } from './values.ts'

const MS_PER_DAY = 86_400_000
const TOTAL = /^(итого|всего|total|grand total)(?![\p{L}\d])/iu

/** A row of FOCUS as texts: one line of a bill, or RowFault is thrown. */
function focusRow(parts: FocusParts, cell: CellOf): BillLine {
  const owner = parts.owner(cell)
  const price = parts.price(cell)
  const startMs = instant(parts, 'ChargePeriodStart', cell)
  const hasEnd = parts.header.indexOf.has('ChargePeriodEnd')
  const endMs = hasEnd ? instant(parts, 'ChargePeriodEnd', cell) : startMs + MS_PER_DAY
  const figures = figureNames.map((column, i) => {
    const isThere = parts.header.indexOf.has(column)
    return i < COSTS ? amount(parts, isThere ? column : 'BilledCost', cell) : quantity(parts, column, cell)
  })
  const [billed = '', effective = '', list = '', contracted = ''] = figures.map((text) => text ?? '')
  return {
    key: { ...owner, ...price, more: owner.more || price.more ? { ...owner.more, ...price.more } : null },
    startMs,
    endMs,
    billed,
    effective,
    list,
    contracted,
    pricingQuantity: figures[COSTS] ?? null,
    consumedQuantity: figures[COSTS + 1] ?? null,
    commitmentQuantity: figures[COSTS + 2] ?? null,
    detail: parts.detail(cell),
  }
}

/**
 * Puts a row of FOCUS, as texts, into the sink: as a line, as rejected, or as the total that it is. For rows of parquet
 * and of sheets, and for what the quick way (fast.ts) does not take; both ways give the same.
 */
export function putFocusRow(
  parts: FocusParts,
  cells: readonly (string | null)[],
  at: At,
  raw: () => string,
  sink: LineSink,
): void {
  const cell: CellOf = (index) => cells[index]
  const rejected = (reason: string, column: string | null = null, value: string | null = null) => ({
    ...at,
    text: raw(),
    reason,
    column,
    value,
  })
  if (isTotal(parts, cells)) {
    const said = parts.value('BilledCost', cell)
    const isAmount = said !== null && parseDecimal(said) !== null
    const currency = parts.value('BillingCurrency', cell)?.toUpperCase() ?? null
    sink.total(rejected('totalRow'), isAmount ? { amount: said, currency } : null)
    return
  }
  const { names } = parts.header
  if (cells.length !== names.length) {
    sink.reject(rejected('columns', null, String(cells.length)))
    return
  }
  if (names.every((name, index) => name === cells[index]?.trim())) {
    sink.reject(rejected('secondHeader'))
    return
  }
  let line: BillLine
  try {
    line = focusRow(parts, cell)
  } catch (error) {
    if (!(error instanceof RowFault)) throw error
    // Another table begins here; its rows would be read by the header of this one.
    if (readFocusHeader(cells.map((text) => text ?? '')))
      throw new AppError('import.twoHeaders', { line: at.line })
    sink.reject(rejected(error.reason, error.column, error.value))
    return
  }
  sink.line(line, at, raw)
}

/** Says so in its first cell that is no number, or has a sum and neither an account nor a period. */
function isTotal(parts: FocusParts, cells: readonly (string | null)[]): boolean {
  const cell: CellOf = (index) => cells[index]
  if (parts.value('ChargePeriodStart', cell) !== null) return false
  const first = cells.find((text) => orNull(text) !== null && parseDecimal(text ?? '') === null)
  if (first && TOTAL.test(first.trim())) return true
  const billed = parts.value('BilledCost', cell)
  return (
    parts.value('BillingAccountId', cell) === null &&
    parts.value('ServiceName', cell) === null &&
    billed !== null &&
    parseDecimal(billed) !== null
  )
}

function instant(parts: FocusParts, column: FocusColumn, cell: CellOf): number {
  const text = parts.value(column, cell)
  if (text === null) throw new RowFault('noDate', column)
  const ms = readInstant(text)
  if (Number.isNaN(ms)) throw new RowFault('badDate', column, text)
  return ms
}

function amount(parts: FocusParts, column: FocusColumn, cell: CellOf): string {
  const text = parts.value(column, cell)
  if (text === null) throw new RowFault('noAmount', column)
  if (parseDecimal(text) === null) throw new RowFault('badNumber', column, text)
  return text
}

function quantity(parts: FocusParts, column: FocusColumn, cell: CellOf): string | null {
  const text = parts.value(column, cell)
  if (text !== null && parseDecimal(text) === null) throw new RowFault('badNumber', column, text)
  return text
}
