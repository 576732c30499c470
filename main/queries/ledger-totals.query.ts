import { compareText } from '#main/core/rules/exact.ts'
import type { LedgerRow, LedgerSpan } from '#main/ports/ledger.ts'
import type { CallOutput, ParsedInput } from '#shared/contract/index.ts'
import { ledgerMetrics } from '#shared/contract/ledger.ts'
import type { Currency } from '#shared/lib/currency.ts'
import type { Day } from '#shared/lib/day.ts'
import { formatDecimal } from '#shared/lib/decimal.ts'
import { convertSums } from './converted.ts'
import { spanOf } from './ledger-span.ts'
import type { Scope } from './scope.ts'

/** FOCUS's four costs in each currency, the organisation's own first; in one besides where that was asked for. */
export function getTotals(
  scope: Scope,
  { filter, convertTo }: ParsedInput<'ledger.getTotals'>,
): CallOutput<'ledger.getTotals'> {
  const span = spanOf(scope, filter)
  const [billed, effective, list, contracted] = ledgerMetrics.map((metric) =>
    byCurrency(scope.ledger.aggregate({ ...span, metric, groupBy: [] })),
  )
  const own = (currency: Currency): string => (currency === scope.currency ? '' : currency)
  const text = (of: Map<Currency, LedgerRow> | undefined, currency: Currency): string =>
    formatDecimal(of?.get(currency)?.femtos ?? 0n)
  const totals = [...(billed?.values() ?? [])]
    .sort((a, b) => compareText(own(a.currency), own(b.currency)))
    .map(({ currency, lines }) => ({
      currency,
      lines,
      billed: text(billed, currency),
      effective: text(effective, currency),
      list: text(list, currency),
      contracted: text(contracted, currency),
    }))
  return {
    lines: totals.reduce((sum, { lines }) => sum + lines, 0),
    totals,
    converted: convertTo ? convertSums(scope, sumsByDay(scope, span), convertTo) : null,
  }
}

const byCurrency = (rows: readonly LedgerRow[]): Map<Currency, LedgerRow> =>
  new Map(rows.map((row) => [row.currency, row]))

const sumsByDay = ({ ledger }: Scope, span: LedgerSpan) =>
  ledger
    .aggregate({ ...span, metric: 'billed', groupBy: ['day', 'connection'] })
    .map(({ keys: [day, connectionId], currency, femtos }) => ({
      day: day as Day,
      connectionId: connectionId ?? '',
      currency,
      femtos,
    }))
