import type { Cells } from './cells.ts'
import type { Header } from './header.ts'
import type { RowValues } from './row-values.ts'

/** What the columns that nobody understood say, by their names. */
export const unknownOf =
  (header: Header, values: RowValues, unknown: readonly number[]) =>
  (row: Cells): Record<string, string | null> => {
    const extra: Record<string, string | null> = {}
    for (const index of unknown) extra[header.names[index] ?? ''] = values.text(row, index)
    return extra
  }
