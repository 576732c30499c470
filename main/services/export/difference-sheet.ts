import { text } from '#main/core/export/csv.ts'
import { amountCells, amountColumns, type Sheet } from '#main/core/export/sheet.ts'
import { listDifferences } from '#main/queries/differences.query.ts'
import { connectionNames } from '#main/queries/inventory.ts'
import type { Scope } from '#main/queries/scope.ts'
import type { ParsedInput } from '#shared/contract/index.ts'
import type { Currency } from '#shared/lib/currency.ts'
import { differenceTexts } from './difference-texts.ts'
import { slicesOf, textOrNone } from './sheet-parts.ts'

/** Changed lines of bills, the largest first. */
export function differenceSheet(scope: Scope, input: ParsedInput<'differences.export'>): Sheet {
  const { format: _, preset: _p, language, ...asked } = input
  const t = differenceTexts[language]
  const names = connectionNames(scope)
  const page = (offset: number, limit: number) => listDifferences(scope, { ...asked, offset, limit })
  const { total } = page(0, 0)
  const currencies = [...new Set(page(0, total).items.map(({ currency }) => currency))].sort()
  const money = (amount: string | null, currency: Currency) =>
    amountCells([amount === null ? null : { amount, currency }], currencies)
  const { columns: c } = t
  return {
    name: t.name,
    columns: [
      { title: c.day, kind: 'day', width: 12 },
      { title: c.kind, kind: 'text', width: 16 },
      { title: c.account, kind: 'text', width: 26 },
      { title: c.service, kind: 'text', width: 28 },
      { title: c.product, kind: 'text', width: 32 },
      { title: c.resource, kind: 'text', width: 32 },
      ...amountColumns(c.before, currencies),
      ...amountColumns(c.after, currencies),
      ...amountColumns(c.change, currencies),
    ],
    size: total,
    totalLabel: t.total,
    rows: slicesOf(total, (offset, limit) =>
      page(offset, limit).items.map((line) => [
        { day: line.day },
        text(t.kinds[line.kind]),
        text(names.get(line.connectionId)?.name ?? line.connectionId),
        text(line.service),
        textOrNone(line.sku),
        textOrNone(line.resource),
        ...money(line.before, line.currency),
        ...money(line.after, line.currency),
        ...money(line.amount, line.currency),
      ]),
    ),
  }
}
