import { text } from '#main/core/export/csv.ts'
import type { Sheet } from '#main/core/export/sheet.ts'
import { listRejected } from '#main/queries/imports-rejected.query.ts'
import type { Scope } from '#main/queries/scope.ts'
import { rejectedTexts } from './rejected-texts.ts'
import { slicesOf, textOrNone } from './sheet-parts.ts'

/** Rows in quarantine as a table, so that somebody can mend them in the source. */
export function rejectedSheet(scope: Scope, id: number | undefined, language: 'ru' | 'en'): Sheet {
  const t = rejectedTexts[language]
  const of = id === undefined ? {} : { id }
  const { total } = listRejected(scope, { ...of, offset: 0, limit: 1 })
  const column = (title: string, width: number) => ({ title, width, kind: 'text' as const })
  return {
    name: t.name,
    columns: [
      column(t.columns.file, 28),
      { title: t.columns.line, width: 12, kind: 'number' },
      column(t.columns.reason, 36),
      column(t.columns.column, 20),
      column(t.columns.value, 24),
      column(t.columns.text, 80),
    ],
    size: total,
    totalLabel: t.total.replace('{count}', String(total)),
    rows: slicesOf(total, (offset, limit) =>
      listRejected(scope, { ...of, offset, limit }).items.map((row) => [
        text(row.fileName),
        { number: row.line },
        text(t.reasons[row.reason] ?? row.reason),
        textOrNone(row.column),
        textOrNone(row.value),
        text(row.text),
      ]),
    ),
  }
}
