import type { CsvCell } from '#main/core/export/csv.ts'
import type { Sheet } from '#main/core/export/sheet.ts'
import { tableTexts } from '#main/core/export/table-texts.ts'
import { openRows } from '#main/queries/explorer-rows.query.ts'
import type { Scope } from '#main/queries/scope.ts'
import { tableNotes } from './notes.ts'
import { type Asked, tableShape } from './table-shape.ts'

/** A slice of rows is made at once. */
const SLICE = 250

/** The table of a view, every group of it: what the screen shows a window at a time. */
export function rowSheet(scope: Scope, asked: Asked): Sheet & { summed: readonly number[] } {
  const { spec, locale } = asked
  const t = tableTexts[locale]
  const { table, sections, columns, summed, rowOf, lineOf } = tableShape(scope, asked)

  async function* rows(): AsyncGenerator<CsvCell[][]> {
    for (const { unit } of sections) {
      const opened = openRows(scope, { spec, unit, search: '' })
      for (let from = 0; from < opened.rows.length; from += SLICE)
        yield opened.view(opened.rows.subarray(from, from + SLICE)).map((group) => rowOf(group, unit))
    }
  }

  return {
    name: t.table,
    columns,
    summed,
    rows: rows(),
    size: sections.reduce((sum, section) => sum + section.total.groups, 0),
    totalLabel: t.total,
    notes: tableNotes(scope, table, locale),
    totals: sections.map(({ unit, total }) => lineOf(t.total, unit, total)),
  }
}
