import { readDate } from '../detect/date.ts'
import { RowFault } from '../focus/parts.ts'
import type { Cells } from '../table/cells.ts'
import type { Header } from '../table/header.ts'
import type { RowValues } from '../table/row-values.ts'

const RANGE = /^(?:с\s+)?(.+?)\s*(?:—|–|\s-\s|\s+по\s+|\/|(?<=\d{4})-(?=\d{2}\.))\s*(.+)$/iu
const MAX_LENGTH = 100
const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

/** "01.03.2026 - 31.03.2026", "с 1 марта 2026 по 31 марта 2026", or one day or month; the last day counts in. */
export function readPeriod(values: RowValues, row: Cells, index: number, header: Header, hours: number) {
  const text = values.text(row, index)
  if (text === null) throw new RowFault('noDate', header.name(index))
  if (readDate(text, null)) return values.span(row, index)
  const [, first = '', last = ''] = (text.length <= MAX_LENGTH && RANGE.exec(text)) || []
  const [start, end] = [readDate(first, null), readDate(last, null)]
  if (!start || !end) throw new RowFault('badDate', header.name(index), text)
  const startMs = values.instant(start)
  const endMs = values.instant(end)
  if (end.grain === 'time') return { startMs, endMs: endMs % 60_000 === 59_000 ? endMs + 1000 : endMs }
  if (end.grain === 'day') return { startMs, endMs: endMs + DAY_MS }
  const month = new Date(end.ms)
  const next = Date.UTC(month.getUTCFullYear(), month.getUTCMonth() + 1, 1)
  return { startMs, endMs: next - hours * HOUR_MS }
}
