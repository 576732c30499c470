import type { LedgerRow } from '#main/ports/ledger.ts'
import type { CallOutput, ParsedInput } from '#shared/contract/index.ts'
import type { Currency } from '#shared/lib/currency.ts'
import { formatDecimal } from '#shared/lib/decimal.ts'
import { spanOf } from './ledger-span.ts'
import type { Scope } from './scope.ts'

type Sum = { femtos: bigint; lines: number; groups: number }

/** More rows than that are no answer for a person: the largest of them, and the rest as one. */
const MOST_ROWS = 20_000

export function aggregateLedger(
  scope: Scope,
  { filter, metric, groupBy, tagKey, top }: ParsedInput<'ledger.aggregate'>,
): CallOutput<'ledger.aggregate'> {
  const rows = scope.ledger.aggregate({ ...spanOf(scope, filter), metric, groupBy, tagKey })
  const shown = top || rows.length > MOST_ROWS ? largest(rows, top ?? MOST_ROWS) : rows
  const totals = sumsOf(rows)
  const rest = restOf(totals, sumsOf(shown))
  return {
    rows: shown.map(({ keys, currency, femtos, lines }) => ({
      keys,
      currency,
      amount: formatDecimal(femtos),
      lines,
    })),
    rest: rest.map(([currency, { femtos, lines, groups }]) => ({
      currency,
      amount: formatDecimal(femtos),
      lines,
      groups,
    })),
    totals: [...totals].map(([currency, { femtos, lines }]) => ({
      currency,
      amount: formatDecimal(femtos),
      lines,
    })),
  }
}

function sumsOf(rows: readonly LedgerRow[]): Map<Currency, Sum> {
  const sums = new Map<Currency, Sum>()
  for (const { currency, femtos, lines } of rows) {
    const sum = sums.get(currency)
    if (sum) {
      sum.femtos += femtos
      sum.lines += lines
      sum.groups += 1
    } else sums.set(currency, { femtos, lines, groups: 1 })
  }
  return sums
}

/** What is in the totals and not in what is shown. */
const restOf = (totals: ReadonlyMap<Currency, Sum>, shown: ReadonlyMap<Currency, Sum>) =>
  [...totals].flatMap(([currency, total]): [Currency, Sum][] => {
    const of = shown.get(currency) ?? { femtos: 0n, lines: 0, groups: 0 }
    const groups = total.groups - of.groups
    if (groups === 0) return []
    return [[currency, { femtos: total.femtos - of.femtos, lines: total.lines - of.lines, groups }]]
  })

/** So many of each currency: amounts of two cannot be told apart by size. */
const largest = (rows: readonly LedgerRow[], count: number): LedgerRow[] =>
  [...Map.groupBy(rows, ({ currency }) => currency).values()].flatMap((own) => largestOf(own, count))

/** One pass that keeps the largest in order: of fifty thousand rows few are ever put in their place. */
function largestOf(rows: readonly LedgerRow[], count: number): LedgerRow[] {
  if (count * 20 > rows.length) return rows.toSorted(byAmount).slice(0, count)
  const kept: LedgerRow[] = []
  for (const row of rows) {
    const last = kept.at(-1)
    if (last && kept.length === count && row.femtos <= last.femtos) continue
    const at = kept.findIndex((one) => one.femtos < row.femtos)
    kept.splice(at < 0 ? kept.length : at, 0, row)
    if (kept.length > count) kept.pop()
  }
  return kept
}

const byAmount = (a: LedgerRow, b: LedgerRow): number =>
  a.femtos === b.femtos ? 0 : a.femtos > b.femtos ? -1 : 1
