import { absolute, compareExact } from '#main/core/rules/exact.ts'
import type { LedgerRanked, LedgerRanking, LedgerRow } from '#main/ports/ledger.ts'
import { aggregate } from './aggregate.ts'
import type { Selection } from './selection.ts'
import type { Tiers } from './tiers.ts'

type Ranked = LedgerRanked['rows'][number]

/** The same as `rank` where only shares of some groups are kept: every row is made before the largest are chosen. */
export function rankRows(tiers: Tiers, selection: Selection, question: LedgerRanking): LedgerRanked {
  const rows = new Map<string, Ranked>()
  const idOf = ({ keys, currency }: LedgerRow): string => JSON.stringify([keys, currency])
  for (const row of aggregate(tiers, selection, question)) rows.set(idOf(row), { ...row, before: 0n })
  if (question.before)
    for (const row of aggregate(tiers, selection, { ...question, ...question.before })) {
      const known = rows.get(idOf(row))
      if (known) known.before = row.femtos
      else rows.set(idOf(row), { ...row, femtos: 0n, lines: 0, before: row.femtos })
    }
  const size = ({ femtos, before }: Ranked): bigint =>
    question.by === 'amount' ? femtos : absolute(femtos - before)
  const byCurrency = [...Map.groupBy(rows.values(), ({ currency }) => currency).values()]
  return {
    rows: byCurrency.flatMap((own) =>
      own.toSorted((a, b) => compareExact(size(b), size(a))).slice(0, question.top),
    ),
    totals: byCurrency.map(totalOf),
  }
}

const totalOf = (rows: readonly Ranked[]): LedgerRanked['totals'][number] => ({
  currency: rows[0]?.currency ?? 'RUB',
  femtos: rows.reduce((sum, { femtos }) => sum + femtos, 0n),
  before: rows.reduce((sum, { before }) => sum + before, 0n),
  lines: rows.reduce((sum, { lines }) => sum + lines, 0),
  groups: rows.length,
})
