import type { Ledger, LedgerLine, LedgerSpan } from '#main/ports/ledger.ts'
import type { Currency } from '#shared/lib/currency.ts'
import { addMonths, type Day, firstOfMonth, lastOfMonth } from '#shared/lib/day.ts'

/**
 * All lines for an export, account after account and month after month: lines of an account share their keys, which are
 * then looked up once.
 */
export function* linesByAccount(ledger: Ledger, span: LedgerSpan): Generator<LedgerLine[]> {
  const wanted = span.filter?.connectionIds
  for (const { connectionId, firstDay, lastDay } of ledger.coverage(span.workspaceId)) {
    if (wanted && !wanted.includes(connectionId)) continue
    const filter = { ...span.filter, connectionIds: [connectionId] }
    const to = later(lastDay, span.to) ? span.to : lastDay
    for (let from = later(firstDay, span.from) ? firstDay : span.from; from <= to; ) {
      const last = lastOfMonth(from)
      yield* ledger.lines({ ...span, from, to: later(last, to) ? to : last, filter })
      from = addMonths(firstOfMonth(from), 1)
    }
  }
}

const later = (one: Day, other: Day): boolean => one > other

/** How many lines there are, and what they come to by currency. */
export function totalsOfLines(
  ledger: Ledger,
  span: LedgerSpan,
): { lines: number; billed: Map<Currency, bigint> } {
  const rows = ledger.aggregate({ ...span, metric: 'billed', groupBy: [] })
  return {
    lines: rows.reduce((sum, row) => sum + row.lines, 0),
    billed: new Map(rows.map(({ currency, femtos }) => [currency, femtos])),
  }
}
