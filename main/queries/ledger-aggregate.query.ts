import { compareExact } from '#main/core/rules/exact.ts'
import type { LedgerQuestion, LedgerRanked, LedgerRow } from '#main/ports/ledger.ts'
import type { CallOutput, ParsedInput } from '#shared/contract/index.ts'
import type { Currency } from '#shared/lib/currency.ts'
import { formatDecimal } from '#shared/lib/decimal.ts'
import { spanOf } from './ledger-span.ts'
import type { Scope } from './scope.ts'

/** More rows than that are no answer for a person: the largest of them, and the rest as one. */
const MOST_ROWS = 20_000

type Input = ParsedInput<'ledger.aggregate'>
type Row = LedgerRow & { before: bigint | null }
type Sum = { currency: Currency; femtos: bigint; before: bigint | null; lines: number; groups: number }

export function aggregateLedger(scope: Scope, input: Input): CallOutput<'ledger.aggregate'> {
  const { rows, totals } = rowsOf(scope, input)
  const shown = sumsOf(rows)
  const rest = totals.flatMap((total): Sum[] => {
    const of = shown.get(total.currency)
    if (!of) return [total]
    const groups = total.groups - of.groups
    const before = total.before === null ? null : total.before - (of.before ?? 0n)
    const left = { femtos: total.femtos - of.femtos, before, lines: total.lines - of.lines, groups }
    return groups === 0 ? [] : [{ ...total, ...left }]
  })
  const view = ({ currency, femtos, before, lines }: Omit<Sum, 'groups'>) => ({
    currency,
    amount: formatDecimal(femtos),
    before: before === null ? null : formatDecimal(before),
    lines,
  })
  return {
    rows: rows.map((row) => ({ keys: row.keys, ...view(row) })),
    rest: rest.map((sum) => ({ ...view(sum), groups: sum.groups })),
    totals: totals.map(view),
  }
}

function rowsOf(scope: Scope, input: Input): { rows: Row[]; totals: Sum[] } {
  const { filter, metric, groupBy, tagKey, top, before, by } = input
  const { ledger } = scope
  const question: LedgerQuestion = { ...spanOf(scope, filter), metric, groupBy, tagKey }
  const keys = groupBy.filter((dimension) => dimension !== 'day' && dimension !== 'month')
  if (top !== undefined && keys.length === groupBy.length)
    return withoutBefore(ledger.rank({ ...question, groupBy: keys, top, before, by }), before === undefined)
  const all = ledger.aggregate(question).map((row): Row => ({ ...row, before: null }))
  const most = top ?? MOST_ROWS
  return { rows: all.length > most || top ? largest(all, most) : all, totals: [...sumsOf(all).values()] }
}

const withoutBefore = ({ rows, totals }: LedgerRanked, isAlone: boolean): { rows: Row[]; totals: Sum[] } =>
  isAlone
    ? {
        rows: rows.map((row) => ({ ...row, before: null })),
        totals: totals.map((total) => ({ ...total, before: null })),
      }
    : { rows, totals }

function sumsOf(rows: readonly Row[]): Map<Currency, Sum> {
  const sums = new Map<Currency, Sum>()
  for (const { currency, femtos, before, lines } of rows) {
    const sum = sums.get(currency)
    if (!sum) {
      sums.set(currency, { currency, femtos, before, lines, groups: 1 })
      continue
    }
    sum.femtos += femtos
    sum.lines += lines
    sum.groups += 1
    if (before !== null) sum.before = (sum.before ?? 0n) + before
  }
  return sums
}

/** So many of each currency: amounts of two cannot be told apart by size. */
const largest = (rows: readonly Row[], count: number): Row[] =>
  [...Map.groupBy(rows, ({ currency }) => currency).values()].flatMap((own) =>
    own.toSorted((a, b) => compareExact(b.femtos, a.femtos)).slice(0, count),
  )
