import { type CsvCell, text } from '#main/core/export/csv.ts'
import type { Sheet, SheetColumn } from '#main/core/export/sheet.ts'
import { showbackBasis } from '#main/queries/allocation/bearings.ts'
import { getShowback } from '#main/queries/allocation/showback.query.ts'
import type { Scope } from '#main/queries/scope.ts'
import type { ShowbackRow } from '#shared/contract/allocation.ts'
import type { ParsedInput } from '#shared/contract/index.ts'
import { formatDecimal, parseDecimal } from '#shared/lib/decimal.ts'
import { slicesOf } from './sheet-parts.ts'
import { showbackTexts } from './showback-texts.ts'

/** Who bears what, as the page has it: of a hierarchy each row with all beneath it, so that only its top adds up. */
export function showbackSheet(scope: Scope, input: ParsedInput<'allocation.exportShowback'>): Sheet {
  const { format: _, preset: _p, language, ...asked } = input
  const t = showbackTexts[language]
  const { name, nodes, levels } = showbackBasis(scope, input.by)
  const { currency, rows, total } = getShowback(scope, asked)
  const isCharged = input.mode === 'chargeback'
  const amount = (title: string): SheetColumn => ({
    title: `${title}, ${currency}`,
    kind: 'amount',
    width: 18,
    currency,
  })
  const levelOf = ({ key, depth }: ShowbackRow): CsvCell[] => {
    if (!nodes) return []
    return [key === null ? null : text(levels[depth] ?? String(depth + 1))]
  }
  const top = rows.filter(({ depth }) => depth === 0)
  const sum = (of: 'direct' | 'shared' | 'remainder'): CsvCell => ({
    amount: formatDecimal(top.reduce((so, row) => so + (parseDecimal(row[of]) ?? 0n), 0n)),
    currency,
  })
  return {
    name: `${isCharged ? t.chargeback : t.showback} ${name}`,
    columns: [
      { title: name, kind: 'text', width: 36 },
      ...(nodes ? [{ title: t.level, kind: 'text', width: 18 } as const] : []),
      amount(t.direct),
      amount(t.shared),
      ...(isCharged ? [amount(t.remainder)] : []),
      amount(t.total),
      { title: t.share, kind: 'number', width: 10 },
      { title: t.resources, kind: 'number', width: 10 },
    ],
    size: rows.length,
    totalLabel: t.sum,
    totals: [
      [
        text(t.sum),
        ...(nodes ? [null] : []),
        sum('direct'),
        sum('shared'),
        ...(isCharged ? [sum('remainder')] : []),
        { amount: total, currency },
        null,
        null,
      ],
    ],
    rows: slicesOf(rows.length, (offset, limit) =>
      rows
        .slice(offset, offset + limit)
        .map((row) => [
          text(row.label ?? t.nobody),
          ...levelOf(row),
          { amount: row.direct, currency },
          { amount: row.shared, currency },
          ...(isCharged ? [{ amount: row.remainder, currency }] : []),
          { amount: row.total, currency },
          row.share === null ? null : { number: percentOf(row.share) },
          { number: row.resources },
        ]),
    ),
  }
}

const percentOf = (ratio: string): string => formatDecimal((parseDecimal(ratio) ?? 0n) * 100n)
