import { type CsvCell, text } from '#main/core/export/csv.ts'
import { inventoryTexts } from '#main/core/export/inventory-texts.ts'
import { amountCells, amountColumns, type Sheet } from '#main/core/export/sheet.ts'
import { listConnections } from '#main/queries/connections.query.ts'
import type { Scope } from '#main/queries/scope.ts'
import { dayInZone } from '#shared/lib/day.ts'
import { formatInstant } from '#shared/lib/format-time.ts'
import { providerName } from '#shared/texts/providers.ts'
import { currenciesOf, numberOrNone, slicesOf } from './sheet-parts.ts'

/** The cards as a table. */
export function connectionSheet(scope: Scope, language: 'ru' | 'en'): Sheet {
  const t = inventoryTexts[language]
  const { items } = listConnections(scope, { hasArchived: false })
  const [daily, monthly, balance] = [
    currenciesOf(
      items.map((item) => item.dailyCost),
      scope,
    ),
    currenciesOf(
      items.map((item) => item.monthlyCost),
      scope,
    ),
    currenciesOf(
      items.map((item) => item.balance),
      scope,
    ),
  ]
  const column = (title: string, width: number, kind: 'text' | 'number' | 'day' = 'text') => ({
    title,
    kind,
    width,
  })
  const { columns: c } = t
  const instant = (ms: number | null): CsvCell =>
    ms === null ? null : text(formatInstant(ms, t.locale, scope.timeZone))
  return {
    name: t.files.connections,
    columns: [
      column(c.connection, 28),
      column(c.provider, 14),
      column(c.account, 20),
      column(c.status, 14),
      column(c.resources, 10, 'number'),
      column(c.active, 10, 'number'),
      ...amountColumns(c.dailyCost, daily),
      ...amountColumns(c.monthlyCost, monthly),
      ...amountColumns(c.balance, balance),
      column(c.daysLeft, 12, 'number'),
      column(c.lastSync, 22),
      column(c.dataThrough, 12, 'day'),
      column(c.addedOn, 12, 'day'),
    ],
    size: items.length,
    totalLabel: t.total,
    rows: slicesOf(items.length, (offset, limit) =>
      items
        .slice(offset, offset + limit)
        .map((item) => [
          text(item.name),
          text(providerName(item.provider, t.locale)),
          text(item.accountRef),
          text(t.connectionStatuses[item.status]),
          { number: item.resources },
          { number: item.activeResources },
          ...amountCells([item.dailyCost], daily),
          ...amountCells([item.monthlyCost], monthly),
          ...amountCells([item.balance], balance),
          numberOrNone(item.daysLeft),
          instant(item.lastSyncAtMs),
          item.dataThrough && { day: item.dataThrough },
          { day: dayInZone(item.addedAtMs, scope.timeZone) },
        ]),
    ),
  }
}
